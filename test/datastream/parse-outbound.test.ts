import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type OutboundResult, parseOutbound } from '../../src/datastream/index.js';
import { hex, outboundBytes, Recorder, shown } from './helpers.js';

function run(text: string, prepare: Partial<Recorder> = {}): { recorder: Recorder; result: OutboundResult } {
  const recorder = Object.assign(new Recorder(), prepare);
  const bytes = hex(text);
  return { recorder, result: parseOutbound(bytes, 0, bytes.length, recorder) };
}

describe('commands', () => {
  it('[DS-011] are accepted in both codes', () => {
    for (const [codes, calls] of [
      [
        ['01', 'F1'],
        ['write c3', 'endWrite'],
      ],
      [
        ['05', 'F5'],
        ['eraseWrite c3', 'endWrite'],
      ],
      [
        ['0D', '7E'],
        ['eraseWriteAlternate c3', 'endWrite'],
      ],
    ] as const) {
      for (const code of codes) {
        const { recorder, result } = run(`${code} C3`);
        expect(recorder.calls).toEqual(calls);
        expect(result).toEqual({ status: 'accepted', faults: [] });
      }
    }
    for (const [codes, call] of [
      [['02', 'F2'], 'readBuffer'],
      [['06', 'F6'], 'readModified'],
      [['0E', '6E'], 'readModifiedAll'],
      [['0F', '6F'], 'eraseAllUnprotected 0'],
    ] as const) {
      for (const code of codes) expect(run(code).recorder.calls).toEqual([call]);
    }
    expect(run('11 00 05 01 FF 02').recorder.calls).toEqual(['query']);
  });

  it('[DS-012] [DS-V26] [SEC-074] of the 256 bytes all but 17 are a command reject that changes nothing', () => {
    let rejected = 0;
    for (let code = 0; code < 256; code++) {
      const recorder = new Recorder();
      const result = parseOutbound(Uint8Array.of(code, 0xfe), 0, 2, recorder);
      if (result.faults[0]?.code !== 'command-unknown') continue;
      rejected++;
      expect(recorder.calls).toEqual([]);
      expect(result.status).toBe('commandReject');
      expect(shown(result.faults)).toEqual(['command-unknown@0+1']);
    }
    expect(rejected).toBe(256 - 17);
  });

  it('[DS-013] a record without bytes is no error', () => {
    const { recorder, result } = run('');
    expect(recorder.calls).toEqual([]);
    expect(result).toEqual({ status: 'accepted', faults: [] });
  });

  it('[DS-009] NOP does nothing, whatever stands behind it', () => {
    const { recorder, result } = run('03 11 60');
    expect(recorder.calls).toEqual([]);
    expect(result).toEqual({ status: 'accepted', faults: [] });
  });

  it('[DS-225] bytes behind a read or EAU are ignored and listed', () => {
    for (const code of ['F2', 'F6', '6E', '6F']) {
      const { recorder, result } = run(`${code} 40 41`);
      expect(recorder.calls).toHaveLength(1);
      expect(result.status).toBe('accepted');
      expect(shown(result.faults)).toEqual(['bytes-after-command@1+2']);
    }
  });

  it('a write for a terminal without a screen is rejected', () => {
    const { result } = run('F5 C3', { partitions: [] });
    expect(result.status).toBe('commandReject');
    expect(shown(result.faults)).toEqual(['partition-unknown@0+1']);
  });

  it('[DS-014] reads a record from where it starts: behind a header, say', () => {
    const recorder = new Recorder();
    const bytes = hex('00 00 01 00 02 F5 C3 C1 11');
    const result = parseOutbound(bytes, 5, bytes.length, recorder);
    expect(recorder.calls).toEqual(['eraseWrite c3', 'characters c1', 'endWrite']);
    expect(shown(result.faults)).toEqual(['order-truncated@8+1']);
  });
});

describe('structured fields', () => {
  it.each([
    ['SF-131', '00 05 01 FF 02', { type: 'query' }],
    ['SF-V15', '00 00 01 FF 02', { type: 'query' }],
    ['SF-132', '00 06 01 FF 03 80', { type: 'queryList', request: 'all', codes: [] }],
    ['SF-133', '00 08 01 FF 03 00 86 87', { type: 'queryList', request: 'list', codes: [0x86, 0x87] }],
    ['SF-V13', '00 06 01 FF 03 40', { type: 'queryList', request: 'equivalent', codes: [] }],
    ['SF-V18', '00 05 01 00 F2', { type: 'readPartition', partition: 0, command: 'readBuffer' }],
    ['SF-V18', '00 05 01 00 F6', { type: 'readPartition', partition: 0, command: 'readModified' }],
    ['SF-053', '00 05 01 00 6E', { type: 'readPartition', partition: 0, command: 'readModifiedAll' }],
    ['SF-134', '00 04 03 80', { type: 'eraseReset', size: 'alternate' }],
    ['SF-055', '00 04 03 00', { type: 'eraseReset', size: 'default' }],
    [
      'SF-135',
      '00 08 09 00 02 41 42 45',
      { type: 'setReplyMode', partition: 0, mode: 'character', attributes: [0x41, 0x42, 0x45] },
    ],
    ['SF-180', '00 05 09 00 02', { type: 'setReplyMode', partition: 0, mode: 'character', attributes: [] }],
    [
      'SF-056',
      '00 06 09 00 01 42',
      { type: 'setReplyMode', partition: 0, mode: 'extendedField', attributes: [], rest: hex('42') },
    ],
    ['SF-056', '00 05 09 00 00', { type: 'setReplyMode', partition: 0, mode: 'field', attributes: [] }],
    [
      'SF-V21',
      '00 0A 0C 00 00 40 00 18 00 50',
      {
        type: 'createPartition',
        partition: 0,
        units: 'cells',
        addressing: 0,
        flags: 0x40,
        geometry: { height: 24, width: 80 },
      },
    ],
    [
      'SF-057',
      '00 04 0C 07',
      { type: 'createPartition', partition: 7, units: 'cells', addressing: 0, flags: 0, geometry: {} },
    ],
    [
      'SF-057',
      '00 1E 0C 00 21 20 00 01 00 02 00 03 00 04 00 05 00 06 00 07 00 08 00 09 00 00 00 0B 00 0C',
      {
        type: 'createPartition',
        partition: 0,
        units: 'pels',
        addressing: 1,
        flags: 0x20,
        geometry: {
          height: 1,
          width: 2,
          viewportRow: 3,
          viewportColumn: 4,
          viewportHeight: 5,
          viewportWidth: 6,
          windowRow: 7,
          windowColumn: 8,
          scrollRows: 9,
          reserved: 0,
          cellWidth: 11,
          cellHeight: 12,
        },
      },
    ],
    ['SF-058', '00 04 0E 00', { type: 'activatePartition', partition: 0 }],
    ['SF-058', '00 04 0D 00', { type: 'destroyPartition', partition: 0 }],
    ['SF-058', '00 04 00 00', { type: 'resetPartition', partition: 0 }],
    ['SF-V30', '00 05 D0 46 11', { type: 'transferData', data: hex('46 11') }],
  ])('[%s] %s', (_, text, field) => {
    const { recorder, result } = run(`F3 ${text}`);
    expect(recorder.fields).toEqual([field]);
    expect(result).toEqual({ status: 'accepted', faults: [] });
  });

  it.each([
    ['SF-V14', '00 06 01 FF 03 C0', 'read-partition-invalid'],
    ['SF-054', '00 06 01 FF 03 01', 'read-partition-invalid'],
    ['SF-V14', '00 05 01 FF 03', 'read-partition-invalid'],
    ['SF-V14', '00 05 01 00 02', 'read-partition-invalid'],
    ['SF-V14', '00 04 01 FF', 'read-partition-invalid'],
    ['SF-V14', '00 05 01 FF F2', 'read-partition-invalid'],
    ['SEC-098', '00 05 01 FF 6E', 'read-partition-invalid'],
    ['SF-087', '00 03 01', 'read-partition-invalid'],
    ['SF-053', '00 05 01 01 F6', 'partition-unknown'],
    ['SF-V16', '00 04 77 00', 'structured-field-unknown'],
    ['SF-V20', '00 04 03 40', 'structured-field-invalid'],
    ['SF-055', '00 05 03 80 00', 'structured-field-length'],
    ['SF-055', '00 03 03', 'structured-field-length'],
    ['SF-056', '00 05 09 01 00', 'partition-unknown'],
    ['SF-056', '00 05 09 00 03', 'structured-field-invalid'],
    ['SF-056', '00 04 09 00', 'structured-field-length'],
    ['SF-V21', '00 06 0C 00 30 40', 'structured-field-invalid'],
    ['SF-057', '00 06 0C 00 03 40', 'structured-field-invalid'],
    ['SF-057', '00 09 0C 00 00 40 00 18 00', 'structured-field-length'],
    ['SF-057', '00 03 0C', 'structured-field-length'],
    ['SF-058', '00 04 0E 01', 'partition-unknown'],
    ['SF-058', '00 03 0D', 'structured-field-length'],
    ['SEC-100', '00 04 0D 07', 'partition-unknown'],
    ['SF-V19', '00 06 40 00 01 C3', 'structured-field-invalid'],
    ['SF-061', '00 04 40 00', 'structured-field-length'],
    ['SF-061', '00 05 40 00 F2', 'structured-field-invalid'],
    ['SF-061', '00 06 40 01 F5 C3', 'partition-unknown'],
    ['SEC-099', '00 0A 40 00 F3 00 05 01 FF 02', 'structured-field-invalid'],
    ['SF-014', '00 08 06 00 40 41 00 01', 'structured-field-unsupported'],
    ['SF-031', '00 08 0F 0A 00 00 00 00', 'structured-field-unsupported'],
    ['SF-051', '00 05 81 80 80', 'structured-field-unsupported'],
  ])('[%s] %s: %s, command reject', (_, text, code) => {
    const { recorder, result } = run(`F3 ${text}`);
    expect(result.status).toBe('commandReject');
    expect(shown(result.faults)).toEqual([`${code}@1+${hex(text).length}`]);
    expect(recorder.fields.filter(recorder.supports)).toEqual([]);
  });

  it('[SEC-098] every operation of Read Partition but five is invalid', () => {
    let valid = 0;
    for (const partition of [0x00, 0xff]) {
      for (let operation = 0; operation < 256; operation++) {
        const recorder = new Recorder();
        const record = Uint8Array.of(0xf3, 0, 6, 1, partition, operation, 0x80);
        const { faults } = parseOutbound(record, 0, record.length, recorder);
        if (faults.length === 0) valid++;
        else expect(faults[0]?.code).toBe('read-partition-invalid');
      }
    }
    expect(valid).toBe(5);
  });

  it('[SF-005] [SF-006] fields without a layout or without a meaning are handed on raw', () => {
    const { recorder } = run('F3 00 04 77 01 00 06 10 34 02 03 00 05 0F 99 04');
    expect(recorder.fields).toEqual([
      { type: 'other', id: 0x77, name: undefined, data: hex('01') },
      { type: 'other', id: 0x1034, name: 'saveRestoreFormat', data: hex('02 03') },
      { type: 'other', id: 0x0f99, name: undefined, data: hex('04') },
    ]);
  });

  it('a terminal may carry out what is not taken apart here', () => {
    const { result } = run('F3 00 05 41 00 15', { supports: () => true });
    expect(result).toEqual({ status: 'accepted', faults: [] });
  });

  it('a field that the terminal does not carry out is unsupported', () => {
    const { result } = run('F3 00 04 0E 00', { supports: () => false });
    expect(shown(result.faults)).toEqual(['structured-field-unsupported@1+4']);
  });

  it('[SEC-100] sizes of a partition are handed on as they are, nothing is allocated for them', () => {
    const { recorder, result } = run('F3 00 0A 0C 01 00 00 FF FF FF FF');
    expect(result.status).toBe('accepted');
    expect(recorder.fields).toMatchObject([{ partition: 1, geometry: { height: 65535, width: 65535 } }]);
  });
});

describe('lengths of structured fields', () => {
  it.each([
    ['SEC-095', 'F3', 'structured-field-length@1+0'],
    ['SF-V16', 'F3 00', 'structured-field-length@1+1'],
    ['SEC-095', 'F3 00 01 01', 'structured-field-length@1+3'],
    ['SF-V16', 'F3 00 02', 'structured-field-length@1+2'],
    ['SEC-095', 'F3 00 02 01', 'structured-field-length@1+3'],
    ['SEC-095', 'F3 7F FF 01 FF 02', 'structured-field-length@1+5'],
    ['SF-V16', 'F3 00 10 01 FF 02', 'structured-field-length@1+5'],
    ['SF-005', 'F3 00 03 0F 01', 'structured-field-length@1+4'],
    ['SF-005', 'F3 00 00 10', 'structured-field-length@1+3'],
  ])('[SF-003] [%s] %s', (_, text, fault) => {
    const { recorder, result } = run(text);
    expect(recorder.calls).toEqual([]);
    expect(result.status).toBe('commandReject');
    expect(shown(result.faults)).toEqual([fault]);
  });

  it('[SF-002] [SEC-096] length 0 means up to the end of the record, once', () => {
    const { recorder, result } = run(`F3 ${'00 00 '.repeat(1000)}`);
    expect(recorder.fields).toEqual([{ type: 'resetPartition', partition: 0, rest: new Uint8Array(1996) }]);
    expect(result.status).toBe('accepted');
  });

  it('[SF-004] what came before a wrong length has been carried out', () => {
    const { recorder, result } = run('F3 00 04 03 00 00');
    expect(recorder.calls).toEqual(['eraseReset']);
    expect(result.status).toBe('commandReject');
    expect(shown(result.faults)).toEqual(['structured-field-length@5+1']);
  });

  it('of 256 fields and more, 256 are carried out, or as many as set', () => {
    const text = `F3 ${'00 04 03 00'.repeat(300)}`;
    const { recorder, result } = run(text);
    expect(recorder.calls).toHaveLength(256);
    expect(result.status).toBe('commandReject');
    expect(shown(result.faults)).toEqual([`structured-fields-too-many@${1 + 4 * 256}+${4 * 44}`]);
    const bytes = hex(text);
    const two = new Recorder();
    parseOutbound(bytes, 0, bytes.length, two, { maximumStructuredFields: 2 });
    expect(two.calls).toHaveLength(2);
    expect(run(`F3 ${'00 04 03 00'.repeat(256)}`).result.faults).toEqual([]);
  });
});

describe('several structured fields', () => {
  it('[SF-V17] an unknown field does not keep a query from its reply', () => {
    const { recorder, result } = run('F3 00 04 77 00 00 05 01 FF 02');
    expect(recorder.calls).toEqual(['other', 'query']);
    expect(result.status).toBe('accepted');
    expect(shown(result.faults)).toEqual(['structured-field-unknown@1+4']);
  });

  it('[SF-007] [SF-182] an error behind a query is reported and not answered', () => {
    const { recorder, result } = run('F3 00 05 01 FF 02 00 02');
    expect(recorder.calls).toEqual(['query']);
    expect(result.status).toBe('accepted');
    expect(shown(result.faults)).toEqual(['structured-field-length@6+2']);
  });

  it('[SEC-097] a thousand queries in one record draw one reply', () => {
    const { recorder, result } = run(`F3 ${'00 05 01 FF 02'.repeat(1000)}`);
    expect(recorder.calls).toEqual(['query']);
    expect(result.status).toBe('accepted');
    expect(shown(result.faults)).toEqual(['read-partition-not-last@6+4995']);
  });

  it('[SF-006] a refused read does not close the record', () => {
    const { recorder, result } = run('F3 00 05 01 00 02 00 05 01 FF 02');
    expect(recorder.calls).toEqual(['query']);
    expect(result.status).toBe('accepted');
    expect(shown(result.faults)).toEqual(['read-partition-invalid@1+5']);
  });

  it('a query that the terminal does not answer draws a reject', () => {
    const { result } = run('F3 00 05 01 FF 02', { supports: () => false });
    expect(result.status).toBe('commandReject');
  });

  it('[SF-177] a write and a transfer in one record', () => {
    const { recorder, result } = run('F3 00 06 40 00 F1 C2 00 05 D0 41 12');
    expect(recorder.calls).toEqual(['write c2', 'endWrite', 'transferData']);
    expect(result.status).toBe('accepted');
  });

  it('[SF-006] the first error decides the answer', () => {
    expect(run('F3 00 04 77 00 00 07 40 00 F1 C2 11').result.status).toBe('commandReject');
    expect(run('F3 00 07 40 00 F1 C2 11 00 04 77 00').result.status).toBe('operationCheck');
  });
});

describe('Outbound 3270DS', () => {
  it('[SF-061] is carried out as the command is', () => {
    for (const [code, command] of [
      ['F1', 'write'],
      ['F5', 'eraseWrite'],
      ['7E', 'eraseWriteAlternate'],
    ]) {
      const { recorder, result } = run(`F3 00 09 40 00 ${code} C3 11 40 C1`);
      expect(recorder.calls).toEqual([`${command} c3`, 'setBufferAddress 1', 'endWrite']);
      expect(result.status).toBe('accepted');
    }
    expect(run('F3 00 05 40 00 6F').recorder.calls).toEqual(['eraseAllUnprotected 0']);
  });

  it('[SF-061] goes to the partition that it names', () => {
    expect(run('F3 00 05 40 02 6F', { partitions: [0, 2] }).recorder.calls).toEqual([
      'eraseAllUnprotected 2',
    ]);
  });

  it('[SF-V19] may lack a write control character', () => {
    const { recorder, result } = run('F3 00 05 40 00 F5');
    expect(recorder.calls).toEqual(['eraseWrite 00', 'endWrite']);
    expect(result).toEqual({ status: 'accepted', faults: [] });
  });

  it('[SF-006] a bad address is an operation check, with its place in the record', () => {
    const { recorder, result } = run('F3 00 0A 40 00 F5 C3 11 60 40 C1');
    expect(recorder.calls).toEqual(['eraseWrite c3', 'endWrite']);
    expect(result.status).toBe('operationCheck');
    expect(shown(result.faults)).toEqual(['address-out-of-range@7+3']);
  });

  it('orders end with the field, not with the record', () => {
    const { result } = run('F3 00 07 40 00 F5 C3 11 00 04 03 00');
    expect(shown(result.faults)).toEqual(['order-truncated@7+1']);
  });

  it('[DS-225] bytes behind EAU are ignored and listed', () => {
    const { result } = run('F3 00 06 40 00 6F 40');
    expect(result.status).toBe('accepted');
    expect(shown(result.faults)).toEqual(['bytes-after-command@6+1']);
  });
});

describe('any bytes', () => {
  it('never throw, and every fault lies within the record', () => {
    fc.assert(
      fc.property(outboundBytes, (bytes) => {
        const recorder = new Recorder();
        const { status, faults } = parseOutbound(bytes, 0, bytes.length, recorder);
        expect(status === 'accepted' || faults.length > 0).toBe(true);
        for (const { offset, length } of faults) {
          expect(offset).toBeGreaterThanOrEqual(0);
          expect(offset + length).toBeLessThanOrEqual(bytes.length);
        }
        const begun = recorder.calls.filter((call) => /^(write|eraseWrite)/.test(call)).length;
        expect(recorder.calls.filter((call) => call === 'endWrite')).toHaveLength(begun);
        expect(recorder.calls.filter((call) => /^(query|readPartition)/.test(call)).length).toBeLessThan(2);
      }),
      { numRuns: 500 },
    );
  });

  it('the record is left as it was', () => {
    fc.assert(
      fc.property(outboundBytes, (bytes) => {
        const before = bytes.slice();
        parseOutbound(bytes, 0, bytes.length, new Recorder());
        expect(bytes).toEqual(before);
      }),
    );
  });
});
