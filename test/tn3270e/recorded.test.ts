import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../src/bytes/index.js';
import {
  checkHeader,
  decodeHeader,
  parseBind,
  TerminalDataMode,
  Tn3270eHost,
  Tn3270eTerminal,
  type Tn3270eTerminalOptions,
} from '../../src/tn3270e/index.js';

/** Bodies seen between real programs, in order: `<` from the host, `>` from the terminal. */
interface Recording {
  readonly title: string;
  readonly options: Tn3270eTerminalOptions;
  readonly bodies: readonly string[];
  readonly outcome: string;
}

const TYPE_4 = '49424d2d333237382d342d45';
const TYPE_2 = '49424d2d333237382d322d45';
const PRINTER = '49424d2d333238372d31';

const RECORDINGS: readonly Recording[] = [
  {
    title: '[TNE-032] s3270 4.6, host takes CONTENTION-RESOLUTION away',
    options: { deviceType: 'IBM-3278-4-E' },
    bodies: [
      '< 0802',
      `> 0207${TYPE_4}`,
      `< 0204${TYPE_4}015445524d30303031`,
      '> 030700020405',
      '< 0307000204',
      '> 0304000204',
    ],
    outcome: 'TERM0001 0,2,4',
  },
  {
    title: '[TNE-037] s3270 4.6, host confirms fewer functions than were asked for',
    options: { deviceType: 'IBM-3278-4-E' },
    bodies: ['< 0802', `> 0207${TYPE_4}`, `< 0204${TYPE_4}0154455354`, '> 030700020405', '< 03040204'],
    outcome: 'TEST 2,4',
  },
  {
    title: '[TNE-025] s3270 4.6, the third LU of a list is accepted',
    options: { deviceType: 'IBM-3278-4-E', luNames: ['NOSUCH01', 'BUSY0001', 'LUA00002'] },
    bodies: [
      '< 0802',
      `> 0207${TYPE_4}014e4f535543483031`,
      '< 02060503',
      `> 0207${TYPE_4}014255535930303031`,
      '< 02060501',
      `> 0207${TYPE_4}014c55413030303032`,
      `< 0204${TYPE_4}014c55413030303032`,
      '> 030700020405',
      '< 0307000204',
      '> 0304000204',
    ],
    outcome: 'LUA00002 0,2,4',
  },
  {
    title: '[TNE-034] x3270 test target, empty list of functions',
    options: { deviceType: 'IBM-3278-2-E' },
    bodies: [
      '< 0802',
      `> 0207${TYPE_2}`,
      `< 0204${TYPE_2}0149424d3054453030`,
      '> 030700020405',
      '< 0307',
      '> 0304',
    ],
    outcome: 'IBM0TE00 ',
  },
  {
    title: '[TNE-046] pr3287 4.6, host agrees to no control',
    options: { deviceType: 'IBM-3287-1', luNames: ['PRT00002'], allowPrinterWithoutControls: true },
    bodies: [
      '< 0802',
      `> 0207${PRINTER}015052543030303032`,
      `< 0204${PRINTER}015052543030303032`,
      '> 03070001020304',
      '< 0307000204',
      '> 0304000204',
    ],
    outcome: 'PRT00002 0,2,4',
  },
];

describe('recorded negotiations', () => {
  it.each(RECORDINGS)('$title: the terminal sends what was recorded', ({ options, bodies, outcome }) => {
    const terminal = new Tn3270eTerminal(options);
    terminal.start();
    const sent: string[] = [];
    for (const line of bodies.filter((body) => body.startsWith('<'))) {
      for (const effect of terminal.receive(fromHex(line.slice(2)))) {
        if (effect.type === 'send') sent.push(`> ${toHex(effect.body)}`);
      }
    }
    expect(sent).toEqual(bodies.filter((body) => body.startsWith('>')));
    expect(`${terminal.deviceName} ${terminal.functions}`).toBe(outcome);
  });

  it.each(RECORDINGS)('$title: a host takes what the terminal sent', ({ bodies }) => {
    const host = new Tn3270eHost({ functions: [0, 1, 2, 3, 4] });
    host.start();
    const reasons = bodies.filter((body) => body.startsWith('< 020605')).map((body) => Number(body.slice(8)));
    for (const line of bodies.filter((body) => body.startsWith('> 02'))) {
      expect(host.receive(fromHex(line.slice(2)))).toMatchObject([{ type: 'deviceTypeRequested' }]);
      const reason = reasons.shift();
      if (reason === undefined) host.accept('IBM-3278-4-E', 'LU');
      else host.reject(reason);
    }
    expect(host.state).toBe('agreed');
  });

  it('[TNE-079] an IBM host unbinds and binds again: each record is taken as it comes', () => {
    const functions = [0, 2, 4];
    const mode = new TerminalDataMode(false, functions);
    const bind = '31010303b1903080008787f8870002800000000018502b507f000008c9c2d4f0e2d4c1c100';
    const steps = [
      '0700000000', // SSCP-LU-DATA: a welcome screen
      `0300000000${bind}`,
      '0000010001f5c3',
      '040000000001',
      `0300000000${bind}`,
      '0000010002f5c3',
    ].map((hex) => {
      const record = fromHex(hex);
      const header = decodeHeader(record);
      if (header.type !== 'header') return header.type;
      const checked = checkHeader(header, { from: 'host', printer: false, functions });
      return checked.type === 'fault' ? checked.fault.code : mode.receive(checked.dataType).join(' ');
    });
    const [welcome, ...rest] = steps;
    expect(welcome).toBe('eraseAlternate deliver');
    expect(rest).toEqual(['applyBind', 'deliver', 'applyUnbind', 'applyBind', 'deliver']);
    expect(parseBind(fromHex(bind), { rows: 43, columns: 80 }).fault).toBeUndefined();
  });
});
