import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DATA_MODES,
  DATA_TYPES,
  type DataTypeName,
  DISPLAY_DATA_TABLE,
  HOST_DATA_TABLE,
  HostDataMode,
  initialDataState,
  PRINTER_DATA_TABLE,
  TerminalDataMode,
} from '../../src/tn3270e/index.js';

const BIND_IMAGE = [0];

/** Feeds data types one after the other and gives the steps of the last one. */
function feed(machine: TerminalDataMode, ...dataTypes: DataTypeName[]): readonly string[] {
  let steps: readonly string[] = [];
  for (const dataType of dataTypes) steps = machine.receive(dataType);
  return steps;
}

describe('data of a display', () => {
  it('[TNE-065] starts in 3270 mode without BIND-IMAGE, and unbound with it', () => {
    expect(initialDataState([2, 4])).toBe('bound');
    expect(new TerminalDataMode(false, []).mode).toBe('data3270');
    expect(new TerminalDataMode(false, BIND_IMAGE).mode).toBe('unbound');
    expect(new TerminalDataMode(false, BIND_IMAGE).inputType).toBeUndefined();
  });

  it('[TNE-066] [TNE-067] switches between 3270 and NVT, and erases at each switch', () => {
    const machine = new TerminalDataMode(false, []);
    expect(feed(machine, 'data3270')).toEqual(['deliver']);
    expect(feed(machine, 'nvtData')).toEqual(['erase', 'deliver']);
    expect([machine.mode, machine.inputType]).toEqual(['nvt', DATA_TYPES.nvtData]);
    expect(feed(machine, 'nvtData')).toEqual(['deliver']);
    expect(feed(machine, 'data3270')).toEqual(['erase', 'deliver']);
    expect([machine.mode, machine.inputType]).toEqual(['data3270', DATA_TYPES.data3270]);
  });

  it('[TNE-069] [SEC-072] drops 3270-DATA before BIND and after UNBIND, and takes SSCP-LU and NVT', () => {
    const machine = new TerminalDataMode(false, BIND_IMAGE);
    expect(feed(machine, 'data3270')).toEqual(['drop']);
    // x3270 shows the SSCP-LU session on the whole device, erased on the way in and out.
    expect(feed(machine, 'sscpLuData')).toEqual(['eraseAlternate', 'deliver']);
    expect(feed(machine, 'sscpLuData')).toEqual(['deliver']);
    expect([machine.mode, machine.inputType]).toEqual(['sscpLu', DATA_TYPES.sscpLuData]);
    expect(feed(machine, 'data3270')).toEqual(['drop']);
    expect(machine.mode).toBe('sscpLu');
    expect(feed(machine, 'nvtData')).toEqual(['erase', 'deliver']);
    expect(feed(machine, 'data3270')).toEqual(['drop']);
    expect(feed(machine, 'bindImage')).toEqual(['applyBind']);
    expect(feed(machine, 'data3270')).toEqual(['deliver']);
    expect(feed(machine, 'unbind')).toEqual(['applyUnbind']);
    expect(feed(machine, 'data3270')).toEqual(['drop']);
  });

  it('[TNE-079] takes UNBIND and BIND in quick succession, and a BIND while bound', () => {
    const machine = new TerminalDataMode(false, BIND_IMAGE);
    expect(feed(machine, 'bindImage', 'data3270', 'unbind', 'bindImage')).toEqual(['applyBind']);
    expect(machine.mode).toBe('data3270');
    expect(feed(machine, 'bindImage')).toEqual(['applyBind']);
    expect(feed(machine, 'nvtData', 'bindImage')).toEqual(['applyBind']);
    expect(machine.mode).toBe('data3270');
  });

  it('[SEC-072] reports a second UNBIND', () => {
    const machine = new TerminalDataMode(false, BIND_IMAGE);
    expect(feed(machine, 'bindImage', 'unbind')).toEqual(['applyUnbind']);
    expect(feed(machine, 'unbind')).toEqual(['drop']);
    expect(machine.mode).toBe('unbound');
  });

  it('[SEC-072] [TNE-120] [TNE-121] drops the data of a printer in every state, and stays where it is', () => {
    for (const [state, row] of Object.entries(DISPLAY_DATA_TABLE)) {
      expect(row.scsData).toEqual([state, 'drop']);
      expect(row.printEoj).toEqual([state, 'drop']);
    }
  });

  it('[TNE-111] goes to SSCP-LU and back while bound', () => {
    const machine = new TerminalDataMode(false, BIND_IMAGE);
    expect(feed(machine, 'bindImage', 'sscpLuData')).toEqual(['eraseAlternate', 'deliver']);
    expect([machine.mode, machine.bound]).toEqual(['sscpLu', true]);
    expect(feed(machine, 'data3270')).toEqual(['eraseAlternate', 'deliver']);
    expect(feed(machine, 'sscpLuData', 'unbind')).toEqual(['applyUnbind']);
  });

  it('RESPONSE, REQUEST and BID have no part in the mode', () => {
    const machine = new TerminalDataMode(false, []);
    for (const dataType of ['response', 'request', 'bid'] as const) {
      expect(machine.receive(dataType)).toEqual([]);
      expect(machine.state).toBe('bound');
    }
  });

  it('[TNE-069] whatever comes, 3270 data is delivered exactly when bound', () => {
    const dataType = fc.constantFrom(...(Object.keys(DATA_TYPES) as DataTypeName[]));
    fc.assert(
      fc.property(fc.array(dataType, { maxLength: 40 }), fc.boolean(), (records, printer) => {
        const machine = new TerminalDataMode(printer, BIND_IMAGE);
        let bound = false;
        for (const record of records) {
          const steps = machine.receive(record);
          if (record === 'data3270') expect(steps.includes('deliver')).toBe(bound);
          if (record === 'bindImage') bound = true;
          if (record === 'unbind') bound = false;
          expect(machine.bound).toBe(bound);
        }
      }),
    );
  });

  it('restores a state and refuses one that is none', () => {
    const machine = new TerminalDataMode(false, BIND_IMAGE);
    machine.restore('boundNvt');
    expect(machine.mode).toBe('nvt');
    expect(() => machine.restore('constructor' as 'bound')).toThrow(
      expect.objectContaining({ code: 'snapshot-invalid' }),
    );
  });
});

describe('data of a printer', () => {
  it('[TNE-120] [TNE-121] delivers both kinds and the end of a job when bound', () => {
    const machine = new TerminalDataMode(true, BIND_IMAGE);
    expect(feed(machine, 'scsData')).toEqual(['drop']);
    expect(feed(machine, 'bindImage', 'scsData')).toEqual(['deliver']);
    expect(feed(machine, 'data3270')).toEqual(['deliver']);
    expect(feed(machine, 'printEoj')).toEqual(['deliver']);
    expect(feed(machine, 'unbind', 'scsData')).toEqual(['drop']);
  });

  it('[TNE-122] an end of job changes no state', () => {
    for (const [state, row] of Object.entries(PRINTER_DATA_TABLE)) {
      expect(row.printEoj).toEqual([state, 'deliver']);
    }
  });

  it('has no screen to erase', () => {
    const steps = Object.values(PRINTER_DATA_TABLE).flatMap((row) => Object.values(row).flat());
    expect(steps).not.toContain('erase');
  });
});

describe('data as the host sees it', () => {
  it('[TNE-069] a screen before the BIND is misuse, and changes nothing', () => {
    const machine = new HostDataMode(BIND_IMAGE);
    for (const dataType of ['data3270', 'scsData', 'unbind', 'printEoj'] as const) {
      expect(() => machine.send(dataType)).toThrow(expect.objectContaining({ code: 'state-forbids' }));
    }
    expect(machine.state).toBe('unbound');
    machine.send('bindImage');
    machine.send('data3270');
    expect(machine.receive('data3270')).toBe('deliver');
    machine.send('unbind');
    expect(machine.receive('data3270')).toBe('drop');
  });

  it('[SEC-072] takes input of the kind that the terminal shows, and no other', () => {
    const machine = new HostDataMode([]);
    const taken = () => (['data3270', 'nvtData', 'sscpLuData'] as const).map((type) => machine.receive(type));
    expect(taken()).toEqual(['deliver', 'drop', 'drop']);
    machine.send('nvtData');
    expect(taken()).toEqual(['drop', 'deliver', 'drop']);
    machine.send('sscpLuData');
    expect(taken()).toEqual(['drop', 'drop', 'deliver']);
    machine.send('data3270');
    expect(taken()).toEqual(['deliver', 'drop', 'drop']);
    expect([machine.receive('response'), machine.receive('request')]).toEqual(['ignore', 'ignore']);
    machine.send('response');
    expect(machine.mode).toBe('data3270');
  });

  it('agrees with the terminal on the mode after any records that it may send', () => {
    const dataType = fc.constantFrom('data3270', 'nvtData', 'sscpLuData', 'bindImage', 'unbind', 'bid');
    fc.assert(
      fc.property(fc.array(dataType, { maxLength: 40 }), fc.boolean(), (records, bindImage) => {
        const functions = bindImage ? BIND_IMAGE : [];
        const host = new HostDataMode(functions);
        const terminal = new TerminalDataMode(false, functions);
        for (const record of records as DataTypeName[]) {
          try {
            host.send(record);
          } catch {
            continue; // misuse: not sent
          }
          expect(terminal.receive(record)).not.toContain('drop');
          expect(terminal.state).toBe(host.state);
          const input = terminal.inputType;
          if (input === DATA_TYPES.data3270) expect(host.receive('data3270')).toBe('deliver');
          if (input === DATA_TYPES.nvtData) expect(host.receive('nvtData')).toBe('deliver');
          if (input === DATA_TYPES.sscpLuData) expect(host.receive('sscpLuData')).toBe('deliver');
        }
      }),
    );
  });

  it('restores a state and refuses one that is none', () => {
    const machine = new HostDataMode([]);
    machine.restore('unboundSscpLu');
    expect([machine.mode, machine.bound]).toEqual(['sscpLu', false]);
    expect(() => machine.restore('' as 'bound')).toThrow(
      expect.objectContaining({ code: 'snapshot-invalid' }),
    );
  });

  it('no record of the terminal moves the state', () => {
    for (const [state, row] of Object.entries(HOST_DATA_TABLE)) {
      for (const input of ['receive3270', 'receiveNvt', 'receiveSscpLu'] as const) {
        expect(row[input][0]).toBe(state);
      }
    }
    expect(Object.keys(HOST_DATA_TABLE)).toEqual(Object.keys(DATA_MODES));
  });
});
