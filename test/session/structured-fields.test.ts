import { describe, expect, it } from 'vitest';
import { fromHex } from '../../src/bytes/index.js';
import { TerminalSession } from '../../src/session/index.js';
import { ascii, Driver, sub } from './support/driver.js';

const DEVICE = `0204${ascii('IBM-3278-2-E')}01${ascii('LU1')}`;
const COMMAND_REJECT = '020001000200ffef';
/** A response is asked for whatever comes of it: number 2. */
const record = (bytes: string): string =>
  `0000020002${bytes.replaceAll(' ', '').toLowerCase().replaceAll('ff', 'ffff')}ffef`;

function agreed(): Driver<TerminalSession> {
  const driver = new Driver(new TerminalSession({ tls: 'plain', model: '3278-2-E' }));
  for (const step of ['fffd28', sub('28', '0802'), sub('28', DEVICE), sub('28', '03040204')])
    driver.feed(step);
  driver.feed(record('F5 C3 11 40 40 1D 60 C8 C9'));
  driver.take();
  driver.events.length = 0;
  return driver;
}

function refused(driver: Driver): object[] {
  return driver.events.filter(({ type }) => type === 'structuredFieldRefused');
}

/** What a display without partitions, symbols, formats and graphics has to refuse. */
const UNSUPPORTED: readonly (readonly [id: string, field: string, type: string])[] = [
  ['SF-058', '00 04 0E 00', 'activatePartition'],
  ['SF-058', '00 04 0D 00', 'destroyPartition'],
  ['SF-058', '00 04 00 00', 'resetPartition'],
  ['SF-059', '00 08 0B 00 00 00 00 00', 'setWindowOrigin'],
  ['SF-060', '00 08 0F 0A 00 00 00 00', 'modifyPartition'],
  ['SF-063', '00 06 4B 00 F5 C3', 'presentAbsoluteFormat'],
  ['SF-064', '00 08 4C 00 00 01 F5 C3', 'presentRelativeFormat'],
  ['SF-065', '00 06 4A 00 C7 F1', 'selectFormatGroup'],
  ['SF-066', '00 0A 0F 01 00 01 80 80 00 00', 'setMsrControl'],
  ['SF-067', '00 08 0F 02 40 00 00 01', 'destinationOrOrigin'],
  ['SF-068', '00 08 06 00 40 41 00 01', 'loadProgrammedSymbols'],
  ['SF-069', '00 06 0F 05 00 01', 'loadColorTable'],
  ['SF-069', '00 06 0F 04 00 01', 'selectColorTable'],
  ['SF-070', '00 06 0F 07 00 01', 'loadLineType'],
  ['SF-071', '00 07 0F 08 00 00 00', 'setPartitionCharacteristics'],
  ['SF-072', '00 08 0F 0F 00 00 00 01', 'objectData'],
  ['SF-072', '00 08 0F 10 00 00 00 01', 'objectPicture'],
  ['SF-072', '00 08 0F 11 00 00 00 01', 'objectControl'],
  ['SF-072', '00 08 0F 1F 00 00 00 01', 'oemData'],
  ['SF-073', '00 06 0F 21 60 00', 'dataChain'],
  ['SF-074', '00 07 0F 24 00 00 04', 'loadFormatStorage'],
  ['SF-077', '00 06 0F 83 00 00', 'selectIpdsMode'],
  ['SF-079', '00 06 0F 71 00 01', 'outboundTextHeader'],
  ['SF-079', '00 06 0F C1 00 01', 'type1Text'],
];

describe('structured fields that a display does not carry out', () => {
  it.each(UNSUPPORTED)(
    '[%s] %s, %s: command reject, an event, and the screen as it was',
    (_, field, type) => {
      const driver = agreed();
      const sent = driver.sends.length;
      driver.feed(record(`F3 ${field}`));
      expect(driver.sends.slice(sent)).toEqual([COMMAND_REJECT]);
      expect(refused(driver)).toMatchObject([{ code: 'structured-field-unsupported', field: { type } }]);
      expect(driver.only('violation')).toEqual(['violation structured-field-unsupported']);
      expect(driver.session.screen.text(0).trim()).toBe('HI');
      expect(driver.session.keyboardLock).toBeUndefined();
    },
  );

  it('[SF-006] what has no meaning, and what is for a partition that is not there', () => {
    const driver = agreed();
    driver.feed(record('F3 00 05 77 01 02 00 04 0E 03 00 08 0B 04 00 01 00 02 00 06 40 01 F5 C3'));
    expect(refused(driver)).toEqual([
      {
        type: 'structuredFieldRefused',
        code: 'structured-field-unknown',
        field: { type: 'other', id: 0x77, name: undefined, data: fromHex('0102') },
      },
      {
        type: 'structuredFieldRefused',
        code: 'partition-unknown',
        field: { type: 'activatePartition', partition: 3 },
      },
      {
        type: 'structuredFieldRefused',
        code: 'partition-unknown',
        field: { type: 'setWindowOrigin', partition: 4, row: 1, column: 2 },
      },
      {
        type: 'structuredFieldRefused',
        code: 'partition-unknown',
        field: { type: 'other', id: 0x40, name: 'outbound3270DS', data: fromHex('01f5c3') },
      },
    ]);
    expect(driver.sends.at(-1)).toBe(COMMAND_REJECT);
  });

  it('each time there is an event, while the violation is told once', () => {
    const driver = agreed();
    for (let i = 0; i < 3; i++) driver.feed(record('F3 00 06 0F 83 00 00'));
    expect(refused(driver)).toHaveLength(3);
    expect(driver.only('violation')).toHaveLength(1);
    expect(driver.sends.slice(-3)).toEqual([COMMAND_REJECT, COMMAND_REJECT, COMMAND_REJECT]);
  });

  it('the bytes of the event are its own: the driver has written over the chunk', () => {
    const driver = agreed();
    driver.feed(record('F3 00 08 0F 10 00 00 00 5A'));
    expect(refused(driver)).toMatchObject([{ field: { data: Uint8Array.of(0x5a) } }]);
  });

  it('[SF-007] with a query in the same record the reply stands, and the event tells what was refused', () => {
    const driver = agreed();
    const sent = driver.sends.length;
    driver.feed(record('F3 00 06 0F 83 00 00 00 05 01 FF 02'));
    // The positive response, and the replies behind it.
    expect(driver.sends.slice(sent).join('')).toMatch(/^020000000200ffef000000000088/);
    expect(refused(driver)).toMatchObject([{ field: { type: 'selectIpdsMode' } }]);
  });
});
