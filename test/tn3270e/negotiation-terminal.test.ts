import { describe, expect, it } from 'vitest';
import {
  FUNCTIONS,
  REJECT_REASONS,
  TERMINAL_DEVICE_TABLE,
  Tn3270eTerminal,
  type Tn3270eTerminalOptions,
} from '../../src/tn3270e/index.js';
import { body, faultCodes, readable, sends } from './vectors.js';

function terminal(options: Partial<Tn3270eTerminalOptions> = {}): Tn3270eTerminal {
  const machine = new Tn3270eTerminal({ deviceType: 'IBM-3278-2-E', ...options });
  machine.start();
  return machine;
}

/** A terminal whose device is agreed, with its first FUNCTIONS REQUEST open. */
function proposing(options: Partial<Tn3270eTerminalOptions> = {}): Tn3270eTerminal {
  const machine = terminal(options);
  machine.receive(body('08 02'));
  machine.receive(body(`02 04 ${options.deviceType ?? 'IBM-3278-2-E'} 01 LU`));
  return machine;
}

describe('Tn3270eTerminal', () => {
  it('[TNE-150] negotiates a generic terminal', () => {
    const machine = new Tn3270eTerminal({ deviceType: 'IBM-3278-2', functions: [FUNCTIONS.responses] });
    expect(machine.start()).toEqual([]);
    expect(readable(machine.receive(body('08 02')))).toEqual([sends('02 07 IBM-3278-2')]);
    expect(readable(machine.receive(body('02 04 IBM-3278-2 01 LU')))).toEqual([
      { type: 'deviceTypeAgreed', deviceType: 'IBM-3278-2', deviceName: 'LU' },
      sends('03 07 02'),
    ]);
    expect(machine.complete).toBe(false);
    expect(machine.receive(body('03 04 02'))).toEqual([
      { type: 'functionsAgreed', functions: [2], assumed: [] },
    ]);
    expect(machine.complete).toBe(true);
    expect(machine.functions).toEqual([2]);
    expect(machine.deviceName).toBe('LU');
  });

  it('[TNE-151] asks for a named LU, in capitals, with RESPONSES and BIND-IMAGE', () => {
    const machine = new Tn3270eTerminal({
      deviceType: 'IBM-3278-5-E',
      luNames: ['myterm'],
      functions: [FUNCTIONS.responses, FUNCTIONS.bindImage],
    });
    machine.start();
    expect(readable(machine.receive(body('08 02')))).toEqual([sends('02 07 IBM-3278-5-E 01 MYTERM')]);
    expect(readable(machine.receive(body('02 04 IBM-3278-5-E 01 myterm')))).toEqual([
      { type: 'deviceTypeAgreed', deviceType: 'IBM-3278-5-E', deviceName: 'MYTERM' },
      sends('03 07 02 00'),
    ]);
    expect(machine.receive(body('03 04 02 00'))).toEqual([
      { type: 'functionsAgreed', functions: [2, 0], assumed: [] },
    ]);
  });

  it('[TNE-152] tries the next LU after DEVICE-IN-USE', () => {
    const machine = terminal({ luNames: ['LU1', 'LU2'] });
    machine.receive(body('08 02'));
    expect(readable(machine.receive(body('02 06 05 01')))).toEqual([
      { type: 'rejected', resourceName: 'LU1', reason: REJECT_REASONS.deviceInUse },
      sends('02 07 IBM-3278-2-E 01 LU2'),
    ]);
    expect(machine.receive(body('02 04 IBM-3278-2-E 01 LU2'))[0]).toMatchObject({ deviceName: 'LU2' });
    expect(machine.rejections).toEqual([{ resourceName: 'LU1', reason: 1 }]);
  });

  it('[TNE-153] removes what the host added for a printer and does not add it again', () => {
    const machine = terminal({ deviceType: 'IBM-3287-1', functions: [1] });
    machine.receive(body('08 02'));
    expect(readable(machine.receive(body('02 04 IBM-3287-1 01 PRT'))).at(-1)).toEqual(sends('03 07 01'));
    expect(readable(machine.receive(body('03 07 01 02')))).toEqual([sends('03 07 01')]);
    expect(machine.receive(body('03 04 01'))).toEqual([
      { type: 'functionsAgreed', functions: [1], assumed: [] },
    ]);
  });

  it('[TNE-154] asks for a partner printer with ASSOCIATE', () => {
    const machine = terminal({ deviceType: 'IBM-3287-1', luNames: ['TERM0001'], associate: true });
    expect(readable(machine.receive(body('08 02')))).toEqual([sends('02 07 IBM-3287-1 00 TERM0001')]);
  });

  it('[TNE-156] goes on without SNA-SENSE when the host removes it', () => {
    const machine = proposing({ functions: [0, 2, 7] });
    expect(readable(machine.receive(body('03 07 00 02')))).toEqual([
      sends('03 04 00 02'),
      { type: 'functionsAgreed', functions: [0, 2], assumed: [] },
    ]);
  });

  it('[TNE-044] asks for 00 02 04 05, and a printer for 00 01 02 03 04', () => {
    const display = terminal();
    display.receive(body('08 02'));
    expect(readable(display.receive(body('02 04 IBM-3278-2-E 01 LU'))).at(-1)).toEqual(
      sends('03 07 00 02 04 05'),
    );
    const printer = terminal({ deviceType: 'IBM-3287-1' });
    printer.receive(body('08 02'));
    expect(readable(printer.receive(body('02 04 IBM-3287-1 01 PRT'))).at(-1)).toEqual(
      sends('03 07 00 01 02 03 04'),
    );
  });

  it('[TNE-024] leaves after UNSUPPORTED-REQ although another LU is left', () => {
    const machine = terminal({ luNames: ['LU1', 'LU2'] });
    machine.receive(body('08 02'));
    expect(machine.receive(body('02 06 05 07'))).toEqual([
      { type: 'rejected', resourceName: 'LU1', reason: 7 },
      { type: 'leave', code: 'device-rejected' },
    ]);
  });

  it('[TNE-025] leaves when no candidate is left', () => {
    const machine = terminal();
    machine.receive(body('08 02'));
    expect(machine.receive(body('02 06 05 04'))).toEqual([
      { type: 'rejected', resourceName: undefined, reason: 4 },
      { type: 'leave', code: 'device-rejected' },
    ]);
    expect(machine.state).toBe('left');
    expect(machine.receive(body('02 04 IBM-3278-2-E 01 LU'))).toEqual([]);
    expect(machine.receive(body('03 07 02'))).toEqual([]);
  });

  it('[TNE-022] leaves when one exact LU is needed and another is given', () => {
    const machine = terminal({ luNames: ['LU1'], exactLu: true });
    machine.receive(body('08 02'));
    expect(machine.receive(body('02 04 IBM-3278-2-E 01 LU9'))).toEqual([
      { type: 'leave', code: 'device-name-mismatch' },
    ]);
    const lenient = terminal({ luNames: ['LU1'] });
    lenient.receive(body('08 02'));
    expect(lenient.receive(body('02 04 IBM-3278-2-E 01 LU9'))[0]).toMatchObject({ deviceName: 'LU9' });
  });

  it('[TNE-027] takes a DEVICE-TYPE IS without a name', () => {
    const machine = terminal();
    machine.receive(body('08 02'));
    expect(machine.receive(body('02 04 IBM-3278-2-E'))[0]).toEqual({
      type: 'deviceTypeAgreed',
      deviceType: 'IBM-3278-2-E',
      deviceName: undefined,
    });
  });

  it('[TNE-028] adopts another type and reports it', () => {
    const machine = terminal();
    machine.receive(body('08 02'));
    const effects = machine.receive(body('02 04 IBM-3278-2 01 LU'));
    expect(faultCodes(effects)).toEqual(['device-type-changed']);
    expect(machine.deviceType).toBe('IBM-3278-2');
  });

  it('[TNE-032] reduces a request that goes beyond ours, and takes the same set in another order', () => {
    const beyond = proposing();
    expect(readable(beyond.receive(body('03 07 02 07 04')))).toEqual([sends('03 07 02 04')]);
    const reordered = proposing();
    expect(readable(reordered.receive(body('03 07 05 04 02 00')))).toEqual([
      sends('03 04 05 04 02 00'),
      { type: 'functionsAgreed', functions: [5, 4, 2, 0], assumed: [] },
    ]);
  });

  it('[TNE-033] never adds again what the host removed', () => {
    const machine = proposing();
    machine.receive(body('03 07 02 07')); // 0, 4 and 5 are gone
    expect(readable(machine.receive(body('03 07 00 02 04')))).toEqual([sends('03 07 02')]);
  });

  it('[TNE-034] agrees to an empty list', () => {
    const machine = proposing();
    expect(readable(machine.receive(body('03 07')))).toEqual([
      sends('03 04'),
      { type: 'functionsAgreed', functions: [], assumed: [] },
    ]);
  });

  it('[TNE-035] drops unknown codes from a request', () => {
    const machine = proposing();
    const [fault, ...effects] = machine.receive(body('03 07 02 63 06'));
    expect(fault).toEqual({ type: 'fault', fault: { code: 'functions-unknown', offset: 3, length: 1 } });
    expect(readable(effects)).toEqual([sends('03 07 02')]);
  });

  it('[TNE-037] reports a reduced IS and goes on, or leaves when strict', () => {
    const lenient = proposing();
    const effects = lenient.receive(body('03 04 02 04'));
    expect(faultCodes(effects)).toEqual(['functions-reduced']);
    expect(effects.at(-1)).toEqual({ type: 'functionsAgreed', functions: [2, 4], assumed: [] });
    const strict = proposing({ strictSubset: true });
    expect(strict.receive(body('03 04 02 04')).at(-1)).toEqual({ type: 'leave', code: 'functions-reduced' });
    expect(strict.complete).toBe(false);
  });

  it('[SEC-067] leaves when the host adds functions, unknown or repeated ones too', () => {
    const machine = proposing();
    machine.receive(body('03 07 02 63'));
    const effects = machine.receive(body('03 04 00 01 02 03 04 05 63 63 FE'));
    expect(faultCodes(effects)).toEqual(['functions-unknown', 'functions-added']);
    expect(effects.at(-1)).toEqual({ type: 'leave', code: 'functions-added' });
    expect(machine.state).toBe('left');
  });

  it('[TNE-046] leaves a printer session without controls, or goes on with them assumed', () => {
    const strict = proposing({ deviceType: 'IBM-3287-1' });
    const effects = strict.receive(body('03 07 00 02 04'));
    expect(effects).toEqual([{ type: 'leave', code: 'functions-impasse' }]);
    const byIs = proposing({ deviceType: 'IBM-3287-1' });
    expect(byIs.receive(body('03 04 00 02 04')).at(-1)).toEqual({ type: 'leave', code: 'functions-impasse' });
    const lenient = proposing({ deviceType: 'IBM-3287-1', allowPrinterWithoutControls: true });
    expect(readable(lenient.receive(body('03 07 00 02 04')))).toEqual([
      sends('03 04 00 02 04'),
      { type: 'functionsAgreed', functions: [0, 2, 4], assumed: [1, 3] },
    ]);
  });

  it('[TNE-004] reports FUNCTIONS before DEVICE-TYPE, and answers that nothing asked for', () => {
    const machine = terminal();
    expect(faultCodes(machine.receive(body('03 07 02')))).toEqual(['subnegotiation-unexpected']);
    expect(faultCodes(machine.receive(body('03 04 02')))).toEqual(['subnegotiation-unexpected']);
    expect(faultCodes(machine.receive(body('02 04 IBM-3278-2 01 LU')))).toEqual([
      'subnegotiation-unexpected',
    ]);
    expect(faultCodes(machine.receive(body('02 06 05 01')))).toEqual(['subnegotiation-unexpected']);
    expect(readable(machine.receive(body('08 02')))).toEqual([sends('02 07 IBM-3278-2-E')]);
  });

  it('[SEC-026] reports messages that only a terminal sends', () => {
    const machine = terminal();
    expect(faultCodes(machine.receive(body('02 07 IBM-3278-2')))).toEqual(['wrong-direction']);
    expect(machine.state).toBe('awaitingSend');
  });

  it('[SEC-064] counts a REJECT without or with an unknown reason as a rejection', () => {
    for (const [bytes, reason, code] of [
      ['02 06', undefined, 'device-type-malformed'],
      ['02 06 05', undefined, 'device-type-malformed'],
      ['02 06 05 63', 0x63, 'reject-reason-unknown'],
    ] as const) {
      const machine = terminal({ luNames: ['LU1', 'LU2'] });
      machine.receive(body('08 02'));
      const effects = machine.receive(body(bytes));
      expect(faultCodes(effects)).toEqual([code]);
      expect(readable(effects).slice(1)).toEqual([
        { type: 'rejected', resourceName: 'LU1', reason },
        sends('02 07 IBM-3278-2-E 01 LU2'),
      ]);
    }
  });

  it('[SEC-065] ends REJECT and SEND by turns within the limit and remembers what was tried', () => {
    const machine = terminal({ luNames: ['LU1', 'LU2', 'LU3'] });
    let left = false;
    let requests = 0;
    for (let round = 0; round < 100 && !left; round++) {
      for (const bytes of ['08 02', '02 06 05 03']) {
        for (const effect of machine.receive(body(bytes))) {
          if (effect.type === 'send') requests++;
          if (effect.type === 'leave') left = true;
        }
      }
    }
    expect(left).toBe(true);
    expect(requests).toBeLessThanOrEqual(16);
    expect(machine.rejections).toEqual([
      { resourceName: 'LU1', reason: 3 },
      { resourceName: 'LU2', reason: 3 },
      { resourceName: 'LU3', reason: 3 },
    ]);
  });

  it('[SEC-065] leaves at the seventeenth SEND', () => {
    const machine = terminal();
    for (let round = 0; round < 16; round++) {
      expect(machine.receive(body('08 02'))).toMatchObject([{ type: 'send' }]);
    }
    const effects = machine.receive(body('08 02'));
    expect(faultCodes(effects)).toEqual(['device-type-rounds']);
    expect(effects.at(-1)).toEqual({ type: 'leave', code: 'too-many-rounds' });
  });

  it('[SEC-066] ends alternating FUNCTIONS requests', () => {
    const machine = proposing();
    const seen: string[] = [];
    for (let round = 0; round < 40; round++) {
      const effects = machine.receive(body(round % 2 === 0 ? '03 07 00 02 04' : '03 07 02'));
      seen.push(...effects.map(({ type }) => type));
    }
    expect(seen.filter((type) => type === 'send')).toHaveLength(16);
    expect(seen.filter((type) => type === 'leave')).toHaveLength(1);
  });

  it('[TNE-006] begins anew after SEND in mid-session, and after reset', () => {
    const machine = proposing();
    machine.receive(body('03 04 00 02 04 05'));
    expect(readable(machine.receive(body('08 02')))).toEqual([
      { type: 'restarted' },
      sends('02 07 IBM-3278-2-E'),
    ]);
    expect(machine.complete).toBe(false);
    expect(machine.functions).toBeUndefined();
    machine.reset();
    expect(machine.snapshot()).toEqual(new Tn3270eTerminal({ deviceType: 'IBM-3278-2-E' }).snapshot());
  });

  it('restores a snapshot and refuses one that is none', () => {
    const machine = proposing();
    const copy = new Tn3270eTerminal({ deviceType: 'IBM-3278-2-E' });
    copy.restore(JSON.parse(JSON.stringify(machine.snapshot())));
    expect(copy.receive(body('03 04 00 02 04 05'))).toEqual(machine.receive(body('03 04 00 02 04 05')));
    const bad = { ...machine.snapshot(), device: '__proto__' as 'off' };
    expect(() => copy.restore(bad)).toThrow(expect.objectContaining({ code: 'snapshot-invalid' }));
  });

  it('[TNE-020] [TNE-039] [TNE-014] refuses options that contradict the standard', () => {
    for (const options of [
      { deviceType: 'IBM-3279-2-E' },
      { deviceType: 'xterm' },
      { deviceType: 'IBM-3278-2', associate: true, luNames: ['A'] },
      { deviceType: 'IBM-3287-1', associate: true },
      { deviceType: 'IBM-3278-2', functions: [1] },
      { deviceType: 'IBM-3278-2', functions: [6] },
      { deviceType: 'IBM-3287-1', functions: [2] },
      { deviceType: 'IBM-3278-2', luNames: [''] },
      { deviceType: 'IBM-3278-2', luNames: ['A\u0001B'] },
      { deviceType: 'IBM-3278-2', luNames: ['A'.repeat(65)] },
      { deviceType: 'IBM-3278-2', luNames: Array.from({ length: 17 }, (_, n) => `LU${n}`) },
    ]) {
      expect(() => new Tn3270eTerminal(options)).toThrow(
        expect.objectContaining({ code: 'argument-invalid' }),
      );
    }
  });

  it('takes nothing more in the state left, whatever comes', () => {
    for (const [next, ...steps] of Object.values(TERMINAL_DEVICE_TABLE.left)) {
      expect(next).toBe('left');
      expect(steps).toEqual([]);
    }
  });
});
