import { describe, expect, it } from 'vitest';
import { Tn3270eHost, type Tn3270eHostOptions } from '../../src/tn3270e/index.js';
import { body, faultCodes, readable, sends } from './vectors.js';

/** A host that has accepted a device and waits for functions. */
function accepted(options: Tn3270eHostOptions = {}, deviceType = 'IBM-3278-2-E'): Tn3270eHost {
  const machine = new Tn3270eHost(options);
  machine.start();
  machine.receive(body(`02 07 ${deviceType}`));
  machine.accept(deviceType, 'LU1');
  return machine;
}

describe('Tn3270eHost', () => {
  it('[TNE-150] negotiates a generic terminal', () => {
    const machine = new Tn3270eHost();
    expect(readable(machine.start())).toEqual([sends('08 02')]);
    expect(machine.receive(body('02 07 IBM-3278-2'))).toEqual([
      { type: 'deviceTypeRequested', deviceType: 'IBM-3278-2', resourceName: undefined, associate: false },
    ]);
    expect(readable(machine.accept('IBM-3278-2', 'lu'))).toEqual([
      sends('02 04 IBM-3278-2 01 LU'),
      { type: 'deviceTypeAgreed', deviceType: 'IBM-3278-2', deviceName: 'LU' },
    ]);
    expect(readable(machine.receive(body('03 07 02')))).toEqual([
      sends('03 04 02'),
      { type: 'functionsAgreed', functions: [2], assumed: [] },
    ]);
    expect(machine.complete).toBe(true);
    expect(machine.deviceName).toBe('LU');
  });

  it('[TNE-152] rejects with a reason and takes the next request', () => {
    const machine = new Tn3270eHost();
    machine.start();
    expect(machine.receive(body('02 07 IBM-3278-2 01 LU1'))[0]).toMatchObject({ resourceName: 'LU1' });
    expect(readable(machine.reject(1))).toEqual([sends('02 06 05 01')]);
    expect(machine.receive(body('02 07 IBM-3278-2 01 LU2'))[0]).toMatchObject({ resourceName: 'LU2' });
    expect(machine.accept('IBM-3278-2', 'LU2')).toHaveLength(2);
  });

  it('[TNE-153] adds RESPONSES once and gives way', () => {
    const machine = accepted({ functions: [1, 2], propose: [2] }, 'IBM-3287-1');
    expect(machine.printer).toBe(true);
    expect(readable(machine.receive(body('03 07 01')))).toEqual([sends('03 07 01 02')]);
    expect(readable(machine.receive(body('03 07 01')))).toEqual([
      sends('03 04 01'),
      { type: 'functionsAgreed', functions: [1], assumed: [] },
    ]);
  });

  it('[TNE-154] surfaces ASSOCIATE', () => {
    const machine = new Tn3270eHost();
    machine.start();
    expect(machine.receive(body('02 07 IBM-3287-1 00 TERM0001'))).toEqual([
      { type: 'deviceTypeRequested', deviceType: 'IBM-3287-1', resourceName: 'TERM0001', associate: true },
    ]);
  });

  it('[TNE-156] removes what it does not offer', () => {
    const machine = accepted({ functions: [0, 2] });
    expect(readable(machine.receive(body('03 07 00 02 07')))).toEqual([sends('03 07 00 02')]);
    expect(machine.receive(body('03 04 00 02'))).toEqual([
      { type: 'functionsAgreed', functions: [0, 2], assumed: [] },
    ]);
  });

  it('[TNE-039] keeps printer controls from terminals', () => {
    const machine = accepted({ functions: [1, 2, 3] });
    expect(readable(machine.receive(body('03 07 01 02 03')))).toEqual([sends('03 07 02')]);
  });

  it('[TNE-038] leaves a printer without a control, or goes on when told so', () => {
    const strict = accepted({}, 'IBM-3287-1');
    expect(strict.receive(body('03 07 00 02 04')).at(-1)).toEqual({
      type: 'leave',
      code: 'functions-impasse',
    });
    expect(strict.receive(body('03 07 01'))).toEqual([]);
    const lenient = accepted({ allowPrinterWithoutControls: true }, 'IBM-3287-1');
    expect(lenient.receive(body('03 07 02')).at(-1)).toEqual({
      type: 'functionsAgreed',
      functions: [2],
      assumed: [1, 3],
    });
  });

  it('[SEC-026] [TNE-004] reports messages of the host and messages out of order', () => {
    const machine = new Tn3270eHost();
    expect(faultCodes(machine.receive(body('02 07 IBM-3278-2')))).toEqual(['subnegotiation-unexpected']);
    machine.start();
    for (const bytes of ['02 04 IBM-3278-2 01 LU', '02 06 05 01', '08 02']) {
      expect(faultCodes(machine.receive(body(bytes)))).toEqual(['wrong-direction']);
    }
    expect(faultCodes(machine.receive(body('03 07 02')))).toEqual(['subnegotiation-unexpected']);
    expect(faultCodes(machine.receive(body('03 04 02')))).toEqual(['subnegotiation-unexpected']);
    machine.receive(body('02 07 IBM-3278-2'));
    expect(faultCodes(machine.receive(body('02 07 IBM-3278-5')))).toEqual(['subnegotiation-unexpected']);
    machine.accept('IBM-3278-2', 'LU');
    expect(faultCodes(machine.receive(body('03 04 02')))).toEqual(['subnegotiation-unexpected']);
    expect(machine.deviceType).toBe('IBM-3278-2');
  });

  it('[SEC-067] leaves when an IS adds functions', () => {
    const machine = accepted({ functions: [2] });
    machine.receive(body('03 07 02 04'));
    const effects = machine.receive(body('03 04 02 04'));
    expect(faultCodes(effects)).toEqual(['functions-added']);
    expect(effects.at(-1)).toEqual({ type: 'leave', code: 'functions-added' });
  });

  it('[SEC-065] leaves after sixteen rejections', () => {
    const machine = new Tn3270eHost();
    machine.start();
    for (let round = 0; round < 15; round++) {
      machine.receive(body('02 07 IBM-3278-2'));
      expect(machine.reject(4)).toMatchObject([{ type: 'send' }]);
    }
    machine.receive(body('02 07 IBM-3278-2'));
    const effects = machine.reject(4);
    expect(effects.map(({ type }) => type)).toEqual(['send', 'fault', 'leave']);
    expect(machine.state).toBe('left');
  });

  it('[SEC-066] ends alternating FUNCTIONS requests', () => {
    const machine = accepted({ functions: [2] });
    const types: string[] = [];
    for (let round = 0; round < 40; round++) {
      types.push(
        ...machine.receive(body(round % 2 === 0 ? '03 07 00 02 04' : '03 07 02')).map(({ type }) => type),
      );
    }
    expect(types.filter((type) => type === 'send')).toHaveLength(16);
    expect(types.at(-1)).toBe('leave');
  });

  it('throws on calls that the state forbids, before anything changes', () => {
    const machine = new Tn3270eHost();
    const forbidden = expect.objectContaining({ code: 'state-forbids' });
    expect(() => machine.accept('IBM-3278-2', 'LU')).toThrow(forbidden);
    expect(() => machine.reject(1)).toThrow(forbidden);
    machine.start();
    const before = machine.snapshot();
    expect(() => machine.start()).toThrow(forbidden);
    expect(() => machine.accept('IBM-3278-2', 'LU')).toThrow(forbidden);
    expect(machine.snapshot()).toEqual(before);
    machine.receive(body('02 07 IBM-3278-2'));
    expect(() => machine.accept('IBM-3278-2', '')).toThrow(
      expect.objectContaining({ code: 'argument-invalid' }),
    );
    expect(() => machine.reject(8)).toThrow(expect.objectContaining({ code: 'argument-invalid' }));
    expect(machine.state).toBe('deciding');
  });

  it('refuses functions that are unknown, or proposed without being offered', () => {
    const invalid = expect.objectContaining({ code: 'argument-invalid' });
    expect(() => new Tn3270eHost({ functions: [6] })).toThrow(invalid);
    expect(() => new Tn3270eHost({ functions: [2], propose: [0] })).toThrow(invalid);
  });

  it('restores a snapshot', () => {
    const machine = accepted();
    const copy = new Tn3270eHost();
    copy.restore(machine.snapshot());
    expect(copy.receive(body('03 07 02'))).toEqual(machine.receive(body('03 07 02')));
    expect(copy.snapshot()).toEqual(machine.snapshot());
    const broken = expect.objectContaining({ code: 'snapshot-invalid' });
    const good = machine.snapshot();
    expect(() => copy.restore({ ...good, device: 'toString' as 'off' })).toThrow(broken);
    expect(() => copy.restore({ ...good, functions: { ...good.functions, state: 'x' as 'closed' } })).toThrow(
      broken,
    );
    expect(copy.snapshot()).toEqual(good);
  });

  it('[TNE-006] forgets everything on reset and can begin again', () => {
    const machine = accepted();
    machine.receive(body('03 07 02'));
    machine.reset();
    expect([machine.complete, machine.deviceName, machine.functions]).toEqual([false, undefined, undefined]);
    expect(readable(machine.start())).toEqual([sends('08 02')]);
  });

  it('[SEC-003] reports a body that cannot be read and stays where it is', () => {
    const machine = accepted();
    const before = machine.snapshot();
    expect(faultCodes(machine.receive(new Uint8Array(0)))).toEqual(['subnegotiation-empty']);
    expect(faultCodes(machine.receive(body('02 07')))).toEqual(['device-type-malformed']);
    expect(machine.snapshot()).toEqual(before);
  });
});
