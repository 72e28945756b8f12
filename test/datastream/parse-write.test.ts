import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type OutboundResult, parseWrite, type WriteCommand } from '../../src/datastream/index.js';
import { hex, Recorder, shown, streamByte } from './helpers.js';

/** Parses the bytes behind the command of an Erase/Write. */
function run(text: string, undefinedCodes?: 'drop' | 'refuse'): { calls: string[]; result: OutboundResult } {
  const recorder = new Recorder();
  const bytes = hex(text);
  const options = undefinedCodes === undefined ? {} : { undefinedCodes };
  const result = parseWrite(bytes, 0, bytes.length, 'eraseWrite', recorder, options);
  return { calls: recorder.calls, result };
}

/** The calls between the beginning and the end of the write. */
function orders(text: string): string[] {
  const { calls, result } = run(`C3 ${text}`);
  expect(result).toEqual({ status: 'accepted', faults: [] });
  expect(calls[0]).toBe('eraseWrite c3');
  expect(calls.at(-1)).toBe('endWrite');
  return calls.slice(1, -1);
}

describe('orders', () => {
  it.each([
    ['DS-033', '1D 60', ['startField 60']],
    ['DS-034', '29 02 C0 F0 42 F2 C1', ['startFieldExtended c0=f0 42=f2', 'characters c1']],
    ['DS-068', '29 00 C1', ['startFieldExtended', 'characters c1']],
    ['DS-035', '11 5D 7F 11 07 7F', ['setBufferAddress 1919', 'setBufferAddress 1919']],
    ['DS-036', '28 42 F2', ['setAttribute 42=f2']],
    ['DS-037', '2C 01 41 00', ['modifyField 41=00']],
    ['DS-038', '13', ['insertCursor']],
    ['DS-039', '05', ['programTab']],
    [
      'DS-040',
      '3C 40 C3 08 AD 3C 40 C5 C1 C2',
      ['repeatToAddress 3 08 ad', 'repeatToAddress 5 c1', 'characters c2'],
    ],
    ['DS-040', '3C 40 C3 1D 3C 40 C3 00', ['repeatToAddress 3 1d', 'repeatToAddress 3 00']],
    ['DS-041', '12 40 40', ['eraseUnprotectedToAddress 0']],
    ['DS-042', '08 AD', ['graphicEscape ad']],
    [
      'DS-074',
      '08 00 08 FF 08 08 C1',
      ['graphicEscape 00', 'graphicEscape ff', 'graphicEscape 08', 'characters c1'],
    ],
    ['DS-082', '11 C1 50 11 00 50', ['setBufferAddress 80', 'setBufferAddress 80']],
    ['DS-076', '11 81 C1', ['setBufferAddress 65']],
  ])('[%s] %s', (_, text, calls) => {
    expect(orders(text)).toEqual(calls);
  });

  it('[DS-043] [DS-053] a run of characters is one call, nulls in it, controls and FF out of it', () => {
    expect(orders('C1 00 40 FE 00 1C C2 FF FF C3')).toEqual([
      'characters c1 00 40 fe 00',
      'formatControl 1c',
      'characters c2',
      'formatControl ff',
      'formatControl ff',
      'characters c3',
    ]);
  });

  it('[SEC-091] every byte as the only one: a character, a control, an order or undefined', () => {
    const byKind = new Map<string, number[]>();
    for (let code = 0; code < 256; code++) {
      const { calls, result } = run(`C3 ${code.toString(16).padStart(2, '0')}`);
      const kind = result.status === 'accepted' ? (calls[1] as string).split(' ')[0] : result.faults[0]?.code;
      byKind.set(kind as string, [...(byKind.get(kind as string) ?? []), code]);
    }
    expect(byKind.get('characters')).toHaveLength(1 + 0xff - 0x40);
    expect(byKind.get('formatControl')).toEqual([
      0x0c, 0x0d, 0x0e, 0x0f, 0x15, 0x19, 0x1c, 0x1e, 0x25, 0x3f, 0xff,
    ]);
    expect(byKind.get('order-truncated')).toEqual([0x08, 0x11, 0x12, 0x1d, 0x28, 0x29, 0x2c, 0x3c]);
    expect(byKind.get('insertCursor')).toEqual([0x13]);
    expect(byKind.get('programTab')).toEqual([0x05]);
    expect(byKind.get('ignoredCode')).toHaveLength(64 - 1 - 10 - 10);
  });

  it('[SEC-090] every attribute type and value goes through SA, SFE and MF', () => {
    const bytes = new Uint8Array(1 + 65536 * 3);
    bytes[0] = 0xc3;
    for (let pair = 0; pair < 65536; pair++) bytes.set([0x28, pair >> 8, pair & 0xff], 1 + 3 * pair);
    const recorder = new Recorder();
    expect(parseWrite(bytes, 0, bytes.length, 'write', recorder).status).toBe('accepted');
    expect(recorder.calls).toHaveLength(65536 + 2);
    for (const order of ['29', '2c']) {
      for (let type = 0; type < 256; type++) {
        const pairs = Array.from({ length: 255 }, (_, value) => [type, value]).flat();
        const write = Uint8Array.of(0xc3, Number.parseInt(order, 16), 255, ...pairs);
        expect(parseWrite(write, 0, write.length, 'write', new Recorder()).status).toBe('accepted');
      }
    }
  });
});

describe('codes below 40 that are no orders', () => {
  it('[DS-054] [DS-V01] are dropped, and the first is listed', () => {
    const { calls, result } = run('C3 C1 02 C2 21 C3 3F C4');
    expect(calls).toEqual([
      'eraseWrite c3',
      'characters c1',
      'ignoredCode 02',
      'characters c2',
      'ignoredCode 21',
      'characters c3',
      'formatControl 3f',
      'characters c4',
      'endWrite',
    ]);
    expect(result.status).toBe('accepted');
    expect(shown(result.faults)).toEqual(['order-undefined@2+1']);
  });

  it('[DS-054] stop the write where they are to be refused', () => {
    const { calls, result } = run('C3 C1 02 C2', 'refuse');
    expect(calls).toEqual(['eraseWrite c3', 'characters c1', 'endWrite']);
    expect(result.status).toBe('operationCheck');
    expect(shown(result.faults)).toEqual(['order-undefined@2+1']);
    expect(run('C3 C1 02 C2', 'drop').result.status).toBe('accepted');
  });

  it('are listed in front of the fault that stops the write', () => {
    expect(shown(run('C3 02 11').result.faults)).toEqual(['order-undefined@1+1', 'order-truncated@2+1']);
  });
});

describe('writes without a write control character', () => {
  it.each<[WriteCommand, string[]]>([
    ['write', []],
    ['eraseWrite', ['eraseWrite 00', 'endWrite']],
    ['eraseWriteAlternate', ['eraseWriteAlternate 00', 'endWrite']],
  ])('[DS-018] [DS-V05] [SEC-075] %s', (command, calls) => {
    const recorder = new Recorder();
    const result = parseWrite(Uint8Array.of(0xf5), 1, 1, command, recorder);
    expect(recorder.calls).toEqual(calls);
    expect(result.status).toBe('operationCheck');
    expect(shown(result.faults)).toEqual(['write-without-wcc@1+0']);
  });
});

describe('truncated orders', () => {
  it.each([
    ['SEC-076', '1D'],
    ['SEC-077', '11'],
    ['SEC-077', '11 40'],
    ['SEC-078', '3C'],
    ['SEC-078', '3C 40'],
    ['SEC-078', '3C 00 00'],
    ['SEC-078', '3C 00 00 08'],
    ['SEC-079', '12'],
    ['SEC-079', '12 40'],
    ['SEC-079', '08'],
    ['SEC-079', '28'],
    ['SEC-079', '28 42'],
    ['SEC-080', '2C'],
    ['SEC-081', '29'],
    ['SEC-081', '29 01'],
    ['SEC-081', '29 02 C1'],
  ])('[DS-055] [DS-V24] [%s] %s', (_, text) => {
    const { calls, result } = run(`C3 C1 13 ${text}`);
    expect(calls).toEqual(['eraseWrite c3', 'characters c1', 'insertCursor', 'endWrite']);
    expect(result.status).toBe('operationCheck');
    expect(shown(result.faults)).toEqual([`order-truncated@3+${hex(text).length}`]);
  });

  it('[DS-V24] [SEC-081] a cut SFE has made its field where its field attribute is complete', () => {
    expect(run('C3 29 02 C0 F0').calls).toEqual(['eraseWrite c3', 'startField f0', 'endWrite']);
    expect(run('C3 29 FF C0 60').calls).toEqual(['eraseWrite c3', 'startField 60', 'endWrite']);
    expect(run('C3 29 04 C0 60 42 F2 C0 41 42').calls).toEqual([
      'eraseWrite c3',
      'startField 41',
      'endWrite',
    ]);
    expect(run('C3 29 03 42 F2 41 F1').calls).toEqual(['eraseWrite c3', 'endWrite']);
    expect(run('C3 29 02 42 C0 C0').calls).toEqual(['eraseWrite c3', 'endWrite']);
  });

  it('[DS-022] [SEC-080] a cut MF has changed what it named completely', () => {
    expect(run('C3 2C 03 41 F1 42 F2 C0').calls).toEqual([
      'eraseWrite c3',
      'modifyField 41=f1 42=f2',
      'endWrite',
    ]);
    expect(run('C3 1D 20 11 00 00 2C 01').calls).toEqual([
      'eraseWrite c3',
      'startField 20',
      'setBufferAddress 0',
      'endWrite',
    ]);
  });

  it('[SEC-093] behind forty good orders, for every order and every cut, exactly the good ones are carried out', () => {
    const good = '11 40 40 1D 60 C1 13 28 42 F2'.repeat(8);
    for (const [order, length] of [
      ['11 40 40', 3],
      ['12 40 40', 3],
      ['1D 60', 2],
      ['28 42 F2', 3],
      ['2C 01 41 F1', 4],
      ['29 01 41 F1', 4],
      ['3C 40 40 08 AD', 5],
      ['08 AD', 2],
    ] as const) {
      for (let cut = 1; cut < length; cut++) {
        const text = `${good} ${order.slice(0, 3 * cut - 1)}`;
        const { calls, result } = run(`C3 ${text}`);
        expect(calls).toHaveLength(1 + 40 + 1);
        expect(shown(result.faults)).toEqual([`order-truncated@${1 + hex(good).length}+${cut}`]);
      }
    }
  });
});

describe('addresses beyond the screen', () => {
  it.each([
    ['DS-V03', '11 07 80', 1920],
    ['SEC-082', '11 5E 40', 1920],
    ['SEC-082', '11 3F FF', 16383],
    ['SEC-082', '11 F5 E7', 3431],
    ['SEC-083', '3C F5 6F 40', 3439],
    ['SEC-083', '3C F5 6F', 3439],
    ['SEC-083', '12 F5 6F 40', 3439],
    ['SEC-084', '11 BF 7F', 4095],
  ])('[DS-056] [%s] %s', (_, text, address) => {
    const { calls, result } = run(`C3 C1 ${text} C2`);
    expect(calls).toEqual(['eraseWrite c3', 'characters c1', 'endWrite']);
    expect(result).toEqual({
      status: 'operationCheck',
      faults: [{ code: 'address-out-of-range', offset: 2, length: 3, address, positionCount: 1920 }],
    });
  });

  it('[DS-V02] what stands before is carried out, what stands behind is not', () => {
    expect(run('C3 C1 11 5D 7F C2 C1 11 60 40 C3').calls).toEqual([
      'eraseWrite c3',
      'characters c1',
      'setBufferAddress 1919',
      'characters c2 c1',
      'endWrite',
    ]);
  });

  it('[DS-227] [DS-V27] a cursor set before the fault stays set, and the write ends as any other', () => {
    expect(run('C3 11 40 C3 13 11 5D 7F 12 60 40').calls).toEqual([
      'eraseWrite c3',
      'setBufferAddress 3',
      'insertCursor',
      'setBufferAddress 1919',
      'endWrite',
    ]);
  });

  it('[SEC-085] the size is asked once the write has begun: an erase may have changed it', () => {
    class Growing extends Recorder {
      override beginWrite(command: WriteCommand, wcc: number): void {
        this.positionCount = command === 'eraseWriteAlternate' ? 9920 : 1920;
        super.beginWrite(command, wcc);
      }
    }
    const bytes = hex('C3 11 10 00');
    expect(parseWrite(bytes, 0, 4, 'eraseWriteAlternate', new Growing()).status).toBe('accepted');
    expect(parseWrite(bytes, 0, 4, 'eraseWrite', new Growing()).status).toBe('operationCheck');
  });

  it('[SEC-085] all 65 536 pairs, for SBA, RA and EUA, on screens of many sizes', () => {
    for (const positionCount of [1, 1920, 3564, 4096, 9920, 16384]) {
      for (const [order, call] of [
        [0x11, 'setBufferAddress'],
        [0x12, 'eraseUnprotectedToAddress'],
        [0x3c, 'repeatToAddress'],
      ] as const) {
        const recorder = new Recorder();
        recorder.positionCount = positionCount;
        const addresses: number[] = [];
        recorder[call] = (address: number): void => {
          addresses.push(address);
        };
        let refused = 0;
        const write = Uint8Array.of(0xc3, order, 0, 0, 0xc1);
        for (let pair = 0; pair < 65536; pair++) {
          write[2] = pair >> 8;
          write[3] = pair & 0xff;
          if (parseWrite(write, 0, 5, 'write', recorder).status !== 'accepted') refused++;
        }
        expect(addresses.length + refused).toBe(65536);
        expect(addresses.every((address) => address >= 0 && address < positionCount)).toBe(true);
      }
    }
  });
});

describe('any bytes', () => {
  const write = fc.array(streamByte, { maxLength: 80 }).map((list) => Uint8Array.from(list));

  it('[DS-022] never throw, end the write once, and put the faults inside of it in ascending order', () => {
    fc.assert(
      fc.property(write, fc.boolean(), (bytes, strict) => {
        const recorder = new Recorder();
        const options = { undefinedCodes: strict ? 'refuse' : 'drop' } as const;
        const { status, faults } = parseWrite(bytes, 0, bytes.length, 'eraseWrite', recorder, options);
        expect(recorder.calls.filter((call) => call === 'endWrite')).toHaveLength(1);
        expect(recorder.calls.at(-1)).toBe('endWrite');
        expect(status === 'accepted' || faults.length > 0).toBe(true);
        let last = -1;
        for (const { offset, length } of faults) {
          expect(offset).toBeGreaterThan(last);
          expect(offset + length).toBeLessThanOrEqual(bytes.length);
          last = offset;
        }
      }),
    );
  });

  it('every prefix carries out a prefix of the orders, but for the last run and a cut SFE or MF', () => {
    fc.assert(
      fc.property(write, (bytes) => {
        const whole = new Recorder();
        parseWrite(bytes, 0, bytes.length, 'write', whole);
        for (let length = 1; length < bytes.length; length++) {
          const part = new Recorder();
          parseWrite(bytes, 0, length, 'write', part);
          const calls = part.calls.slice(0, -1);
          const last = calls.at(-1) as string;
          expect(whole.calls.slice(0, calls.length - 1)).toEqual(calls.slice(0, -1));
          if (!/^(characters|startField|modifyField)/.test(last)) {
            expect(whole.calls[calls.length - 1]).toBe(last);
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it('bytes outside of the range given are not read', () => {
    fc.assert(
      fc.property(write, write, write, (before, bytes, behind) => {
        const alone = new Recorder();
        const within = new Recorder();
        const result = parseWrite(bytes, 0, bytes.length, 'write', alone);
        const surrounded = Uint8Array.of(...before, ...bytes, ...behind);
        const start = before.length;
        const other = parseWrite(surrounded, start, start + bytes.length, 'write', within);
        expect(within.calls).toEqual(alone.calls);
        expect(other.status).toBe(result.status);
        expect(other.faults.map(({ offset }) => offset - start)).toEqual(
          result.faults.map(({ offset }) => offset),
        );
      }),
    );
  });
});
