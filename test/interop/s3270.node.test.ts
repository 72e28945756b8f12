import { writeFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { cp037, decodeText } from '../../src/codepage/index.js';
import { AIDS } from '../../src/datastream/index.js';
import type { HostOptions, InboundRecord, ScreenSize } from '../../src/index.js';
import { requirePeer } from '../support/peers.js';
import { certificates } from './support/host.js';
import { endAll, temporaryFolder } from './support/processes.js';
import { agree, type S3270Connection } from './support/s3270-connection.js';
import { formScreen, linesOf, MODEL_2, screenRecord } from './support/screens.js';

afterEach(endAll);

function typed(record: InboundRecord): { aid: number; cursor: number; fields: [number | null, string][] } {
  if (record.type !== 'readModified') throw new Error(`a key, not ${record.type}`);
  const fields = record.fields.map(({ address, bytes }): [number | null, string] => [
    address,
    decodeText(cp037, bytes),
  ]);
  return { aid: record.aid, cursor: record.cursorAddress, fields };
}

/** Two screens, each read back from s3270's own; text, ENTER and a PF key between them. */
async function dialogue({ terminal, side, connected }: S3270Connection, size: ScreenSize): Promise<void> {
  const first = formScreen(MODEL_2, 'FIRST SCREEN');
  side.act((session) => session.write(screenRecord(first)));
  await connected;
  expect((await terminal.must('Wait(10,InputField)')).status).toMatchObject({
    keyboard: 'unlocked',
    formatted: true,
    mode: 'I',
    rows: 24,
    columns: 80,
    cursor: { row: 2, column: 8 },
  });
  expect(await terminal.text()).toEqual(linesOf(first));

  await terminal.must('String("ibmuser")');
  const enter = terminal.must('Enter()');
  const { record } = await side.log.next('inbound');
  expect(typed(record)).toEqual({ aid: AIDS.enter, cursor: 175, fields: [[168, 'ibmuser']] });

  const second = formScreen(size, 'SECOND SCREEN');
  side.act((session) => session.write(screenRecord(second)));
  await enter;
  const { status } = await terminal.must('Wait(10,InputField)');
  expect(status).toMatchObject({ rows: size.rows, columns: size.columns, cursor: { row: 2, column: 8 } });
  expect(await terminal.text()).toEqual(linesOf(second));

  await terminal.must('Tab()');
  await terminal.must('String("last row")');
  const pf = terminal.must('PF(9)');
  const key = await side.log.next('inbound');
  const start = (size.rows - 1) * size.columns + 8;
  expect(typed(key.record)).toEqual({ aid: AIDS.pf9, cursor: start + 8, fields: [[start, 'last row']] });
  side.act((session) => session.close());
  await pf;
  expect((await side.log.next('closed')).by).toBe('embedder');
  expect(side.log.all('violation')).toEqual([]);
}

const KINDS: readonly {
  readonly name: string;
  readonly host: HostOptions;
  readonly prefix: string;
  readonly security: 'none' | 'implicit' | 'negotiated';
}[] = [
  { name: 'in the clear (basic)', host: { tls: 'basic' }, prefix: '', security: 'none' },
  { name: 'in the clear (vmAllowed)', host: { tls: 'vmAllowed' }, prefix: '', security: 'none' },
  { name: 'with implicit TLS', host: { tls: 'implicit' }, prefix: 'L:Y:', security: 'implicit' },
  { name: 'with implicit TLS (secure)', host: { tls: 'secure' }, prefix: 'L:Y:', security: 'implicit' },
  { name: 'with implicit TLS (any)', host: { tls: 'any' }, prefix: 'L:Y:', security: 'implicit' },
  { name: 'with START_TLS (negtSecure)', host: { tls: 'negtSecure' }, prefix: 'Y:', security: 'negotiated' },
  {
    name: 'with START_TLS (vmPreferred)',
    host: { tls: 'vmPreferred' },
    prefix: 'Y:',
    security: 'negotiated',
  },
  {
    name: 'with START_TLS when the time for a ClientHello is up (secure)',
    host: { tls: 'secure', timers: { 'client-hello': 300 } },
    prefix: 'Y:',
    security: 'negotiated',
  },
  {
    name: 'with START_TLS offered first (any)',
    host: { tls: 'any', offerFirst: true },
    prefix: 'Y:',
    security: 'negotiated',
  },
];

describe.runIf(requirePeer('s3270'))('s3270 against our host', () => {
  describe.each(KINDS)('$name', ({ host, prefix, security }) => {
    it('shows two screens in TN3270E and sends what is typed', async () => {
      const connection = await agree(
        { ...host, functions: [0, 2, 4] },
        `${prefix}127.0.0.1`,
        '-model',
        '3279-2-E',
      );
      expect(connection.side.session.security).toBe(security);
      expect(connection.side.session.mode).toBe('tn3270e');
      await dialogue(connection, MODEL_2);
    });

    it('shows two screens in TN3270 and sends what is typed', async () => {
      const connection = await agree(host, `N:${prefix}127.0.0.1`, '-model', '3279-2-E');
      expect(connection.side.session.security).toBe(security);
      expect(connection.side.session.mode).toBe('tn3270');
      await dialogue(connection, MODEL_2);
    });
  });

  it('verifies our certificate by its authority and name', async () => {
    const file = `${temporaryFolder()}/ca.pem`;
    writeFileSync(file, (await certificates()).ca);
    const { terminal, side, connected } = await agree({ tls: 'negtSecure' }, 'localhost', '-cafile', file);
    side.act((session) => session.write(screenRecord(formScreen(MODEL_2, 'TRUSTED'))));
    await connected;
    expect((await terminal.must('Query(Tls)')).data).toEqual(['secure host-verified']);
  });

  it.each([
    ['TN3270E', 'S:'],
    ['TN3270', 'S:N:'],
  ])('knows a terminal without extended attributes in %s', async (_protocol, prefix) => {
    const connection = await agree({ tls: 'basic' }, `${prefix}127.0.0.1`, '-model', '3278-3');
    expect(connection.side.session.terminalType).toBe('IBM-3278-3');
    expect(connection.side.session.extended).toBe(false);
    await dialogue(connection, { rows: 32, columns: 80 });
  });

  const MODELS: readonly (readonly [string, string, string, ScreenSize])[] = [
    // what s3270 is told, its device type in TN3270E, its TERMINAL-TYPE, its size
    ['3278-2-E', 'IBM-3278-2-E', 'IBM-3278-2-E', MODEL_2],
    ['3279-2-E', 'IBM-3278-2-E', 'IBM-3279-2-E', MODEL_2],
    ['3278-3-E', 'IBM-3278-3-E', 'IBM-3278-3-E', { rows: 32, columns: 80 }],
    ['3279-3-E', 'IBM-3278-3-E', 'IBM-3279-3-E', { rows: 32, columns: 80 }],
    ['3278-4-E', 'IBM-3278-4-E', 'IBM-3278-4-E', { rows: 43, columns: 80 }],
    ['3279-4-E', 'IBM-3278-4-E', 'IBM-3279-4-E', { rows: 43, columns: 80 }],
    ['3278-5-E', 'IBM-3278-5-E', 'IBM-3278-5-E', { rows: 27, columns: 132 }],
    ['3279-5-E', 'IBM-3278-5-E', 'IBM-3279-5-E', { rows: 27, columns: 132 }],
  ];

  describe.each(MODELS)('model %s', (model, deviceType, terminalType, size) => {
    it('shows the alternate size in TN3270E', async () => {
      const connection = await agree({ tls: 'basic', functions: [0, 2, 4] }, '127.0.0.1', '-model', model);
      expect(connection.side.session.terminalType).toBe(deviceType);
      expect(connection.side.session.alternateSize).toEqual(size);
      await dialogue(connection, size);
    });

    it('shows the alternate size in TN3270', async () => {
      const connection = await agree({ tls: 'basic' }, 'N:127.0.0.1', '-model', model);
      expect(connection.side.session.terminalType).toBe(terminalType);
      expect(connection.side.session.alternateSize).toEqual(size);
      await dialogue(connection, size);
    });
  });
});
