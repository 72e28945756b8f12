import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from '../../src/bytes/index.js';
import { cp037 } from '../../src/codepage/index.js';
import type { QueryReply, ReplyMode } from '../../src/datastream/index.js';
import { KEYS, keyKindOf, PresentationSpace, type PresentationSpaceOptions } from '../../src/screen/index.js';
import { ask, bytes, display, out } from './helpers.js';

describe('sizes', () => {
  it('[DS-017, DS-162, DS-164, DS-167] Erase/Write and its alternate select the sizes', () => {
    const screen = display({ alternateSize: { rows: 43, columns: 80 } });
    expect([screen.rows, screen.columns, screen.positionCount]).toEqual([24, 80, 1920]);
    expect(out(screen, '7E C3 C1')).toMatchObject({ erased: true, resized: true });
    expect([screen.rows, screen.positionCount, screen.text().length]).toEqual([43, 3440, 43]);
    expect(out(screen, 'F1 C3 11 F5 E7 C2').status).toBe('accepted');
    expect(out(screen, '7E C3')).toMatchObject({ erased: true, resized: false });
    expect(out(screen, 'F5 C3')).toMatchObject({ erased: true, resized: true });
    expect(screen.text().join('').trim()).toBe('');
    expect(out(screen, 'F3 00 04 03 80')).toMatchObject({ erased: true, resized: true });
    expect(screen.rows).toBe(43);
    expect(out(screen, 'F3 00 08 40 00 F5 C3 C1 13').resized).toBe(true);
    expect([screen.rows, screen.cursor]).toEqual([24, 1]);
  });

  it('[DS-167, SEC-094] the end of the buffer moves with the size', () => {
    const screen = display({
      defaultSize: { rows: 3, columns: 11 },
      alternateSize: { rows: 5, columns: 13 },
    });
    for (const [erase, last] of [
      ['7E', 64],
      ['F5', 32],
      ['7E', 64],
    ] as const) {
      // At the last position an input field without length, since another attribute stands at 0.
      out(screen, `${erase} C3 1D 60 1D 40 C1 1D 60 11 00 ${last.toString(16)} 1D 40`);
      screen.moveCursor(4);
      screen.press('tab');
      expect([screen.fields().at(-1)?.position, screen.cursor]).toEqual([last, 2]);
      out(screen, `F1 C3 11 00 ${last.toString(16)} C2 C3 11 00 04 1D 40`);
      expect(screen.fields().map((field) => field.position)).toEqual([1, 3, 4]);
    }
  });

  it('[DS-017] without an alternate size both commands select the same', () => {
    const screen = display();
    expect(out(screen, '7E C3 C1')).toMatchObject({ erased: true, resized: false });
    expect(screen.rows).toBe(24);
  });

  it('[DS-168] sizes are checked', () => {
    const bad: Partial<PresentationSpaceOptions>[] = [
      { defaultSize: { rows: 0, columns: 80 } },
      { defaultSize: { rows: 24, columns: 80.5 } },
      { alternateSize: { rows: 129, columns: 128 } },
      { alternateSize: { rows: 16385, columns: 1 } },
    ];
    for (const options of bad) {
      expect(() => display(options)).toThrow(expect.objectContaining({ name: 'UsageError' }));
    }
    expect(display({ defaultSize: { rows: 128, columns: 128 } }).positionCount).toBe(16384);
    const screen = display();
    out(screen, 'F5 C3 C1');
    expect(() => screen.setSizes({ rows: 24, columns: 80 }, { rows: 200, columns: 100 })).toThrow(
      expect.objectContaining({ code: 'option-invalid' }),
    );
    expect([screen.text(0)[0], screen.alternateSize]).toEqual(['A', { rows: 24, columns: 80 }]);
  });

  it('[SEC-100] what a query reply says is checked when the screen is made', () => {
    expect(() => display({ description: { transferLimit: 1 } })).toThrow(
      expect.objectContaining({ code: 'argument-invalid' }),
    );
  });

  it('takes the sizes of a BIND and erases to the default one', () => {
    const screen = display();
    out(screen, 'F5 C3 1D 41 C1 13');
    screen.setSizes({ rows: 24, columns: 80 }, { rows: 27, columns: 132 });
    expect([screen.formatted, screen.cursor, screen.positionCount]).toEqual([false, 0, 1920]);
    out(screen, '7E C3');
    expect([screen.rows, screen.columns]).toEqual([27, 132]);
    expect([screen.defaultSize, screen.alternateSize]).toEqual([
      { rows: 24, columns: 80 },
      { rows: 27, columns: 132 },
    ]);
  });
});

describe('what a session does to it', () => {
  it('forgets everything on reset, but for the lock', () => {
    const screen = display({ alternateSize: { rows: 32, columns: 80 } });
    out(screen, '7E 03 1D 41 C1 13');
    out(screen, 'F3 00 06 09 00 02 42');
    screen.press('insert');
    screen.press('pf1');
    screen.reset();
    expect([
      screen.rows,
      screen.cursor,
      screen.aid,
      screen.formatted,
      screen.replyMode,
      screen.insertMode,
    ]).toEqual([24, 0, 0x60, false, 'field', false]);
    expect(screen.keyboard.locked).toBe(true);
    screen.reset('alternate');
    expect(screen.rows).toBe(32);
  });

  it('[DS-159] reply modes: what sets them, and what puts them back', () => {
    const screen = display();
    out(screen, 'F3 00 05 09 00 01');
    for (const record of ['F1 C3', 'F5 83', '7E 83', 'F3 00 04 03 00', '6F']) {
      out(screen, record);
      expect([record, screen.replyMode]).toEqual([record, 'extendedField']);
    }
    screen.press('clear');
    expect(screen.replyMode).toBe('extendedField');
    out(screen, 'F5 C3');
    expect(screen.replyMode).toBe('field');
    out(screen, 'F3 00 05 09 00 02');
    expect(screen.replyMode).toBe('character');
    out(screen, '7E 40');
    expect(screen.replyMode).toBe('field');
  });

  it('[SF-056, SF-180] a wrong Set Reply Mode leaves the old one', () => {
    const screen = display();
    out(screen, 'F3 00 05 09 00 01');
    for (const record of ['F3 00 05 09 01 00', 'F3 00 05 09 00 03', 'F3 00 09 09 00 02', 'F3 00 04 09 00']) {
      expect([record, out(screen, record).status, screen.replyMode]).toEqual([
        record,
        'commandReject',
        'extendedField',
      ]);
    }
  });

  it('[DS-160, DS-161] character mode with an empty list reports nothing', () => {
    const screen = display();
    out(screen, 'F5 C3 28 42 F2 C1');
    out(screen, 'F3 00 05 09 00 02');
    expect(ask(screen, 'F6')).toBe(bytes('60 40 40 C1'));
  });

  it('[DS-152] reads change no MDT', () => {
    const screen = display();
    out(screen, 'F5 C3 1D 41 C1');
    const first = ask(screen, 'F6');
    ask(screen, 'F2');
    ask(screen, '6E');
    expect(ask(screen, 'F6')).toBe(first);
    expect([toHex(screen.readModified()), toHex(screen.readModifiedAll())]).toEqual([first, first]);
    expect(toHex(screen.readBuffer())).toBe(ask(screen, 'F2'));
  });

  it('[SF-V01 to SF-V10] answers a query as the sheet has it', () => {
    const screen = display({ description: { rpqName: 'x3270', transferLimit: 16384 } });
    expect(ask(screen, 'F3 00 05 01 FF 02')).toBe(
      bytes(
        [
          '88 00 0E 81 80 80 81 84 85 86 87 88 95 A1 A6',
          '00 17 81 81 01 00 00 50 00 18 01 00 0A 02 E5 00 02 00 6F 09 0C 07 80',
          '00 08 81 84 00 07 80 00',
          '00 1B 81 85 82 00 09 0C 00 00 00 00 07 00 10 00 02 B9 00 25 01 00 F1 03 C3 01 36',
          '00 26 81 86 00 10 00 F4 F1 F1 F2 F2 F3 F3 F4 F4 F5 F5 F6 F6 F7 F7 F8 F8 F9 F9 FA FA FB FB FC FC FD FD FE FE FF FF',
          '00 0F 81 87 05 00 F0 F1 F1 F2 F2 F4 F4 F8 F8',
          '00 07 81 88 00 01 02',
          '00 0C 81 95 00 00 40 00 40 00 01 01',
          '00 12 81 A1 00*8 06 A7 F3 F2 F7 F0',
          '00 11 81 A6 00 00 0B 01 00 00 50 00 18 00 50 00 18',
        ].join(' '),
      ),
    );
  });

  it('[SF-182] a bad field behind a good query: the reply, and a fault', () => {
    const result = out(display(), 'F3 00 05 01 FF 02 00 04 77 00');
    expect([result.status, result.reply?.[0], result.faults.length]).toEqual(['accepted', 0x88, 1]);
    const other = out(display(), 'F3 00 04 77 00 00 05 01 FF 02');
    expect([other.status, other.reply?.[0], other.faults.length]).toEqual(['accepted', 0x88, 1]);
  });

  it('[SF-177, SF-V30] Transfer Data is handed on, behind the write in the same record', () => {
    const screen = display();
    const result = out(screen, 'F3 00 06 40 00 F1 C2 00 05 D0 46 11 00 06 D0 47 04 C1');
    expect(result).toMatchObject({ status: 'accepted', reply: undefined, keyboardRestored: true });
    expect(result.transferData.map(toHex)).toEqual(['4611', '4704c1']);
    expect(out(screen, 'F1 C2').transferData).toEqual([]);
  });

  it('[DS-225] bytes behind a read or EAU are ignored, and told', () => {
    const result = out(display(), 'F6 C1 C2');
    expect([result.status, toHex(result.reply as Uint8Array)]).toEqual(['accepted', '604040']);
    expect(result.faults.map((fault) => fault.code)).toEqual(['bytes-after-command']);
  });

  it('[DS-011] local and SNA codes do the same', () => {
    const pairs = ['01 F1', '05 F5', '0D 7E', '02 F2', '06 F6', '0E 6E', '0F 6F', '11 F3'];
    for (const pair of pairs) {
      const answers = pair.split(' ').map((code) => {
        const screen = display({ alternateSize: { rows: 32, columns: 80 } });
        out(screen, 'F5 C3 1D 41 C1');
        const { status, reply } = out(
          screen,
          `${code} ${code === '11' || code === 'F3' ? '00 05 09 00 01' : ''}`,
        );
        return [status, reply && toHex(reply), screen.rows, screen.replyMode, toHex(screen.readBuffer())];
      });
      expect(answers[0]).toEqual(answers[1]);
    }
  });
});

describe('memory', () => {
  it('[SEC-094] cells of an idle 24 × 80 display are four bytes a position', () => {
    // Nothing of a screen is reachable from outside, so the arrays made on the way are counted.
    const sizes: number[] = [];
    const Original = Int32Array;
    class Counted extends Original {
      constructor(length: number) {
        super(length);
        sizes.push(this.byteLength);
      }
    }
    globalThis.Int32Array = Counted as unknown as Int32ArrayConstructor;
    try {
      new PresentationSpace({ codePage: cp037, alternateSize: { rows: 62, columns: 160 } });
    } finally {
      globalThis.Int32Array = Original;
    }
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(9 * 1024);
  });

  it('[SEC-128] what a read gives lies on a buffer of exactly its length, also where it had to grow', () => {
    const screen = display();
    for (const character of ['C1', '08 C1']) {
      out(screen, `F5 C3 1D C1 ${'C1 C2 C3 C4 C5 '.repeat(40)} ${`${character} `.repeat(1000)} 1D C1`);
      for (const reply of [screen.readBuffer(), screen.readModified(), screen.readModifiedAll()]) {
        expect(reply.length).toBeGreaterThan(1200);
        expect(reply.buffer.byteLength).toBe(reply.length);
      }
    }
  });

  it('applies a record from a view at an odd offset', () => {
    const padded = fromHex('00 00 00 F5 C3 C1');
    const screen = display();
    expect(screen.applyRecord(padded.subarray(3)).status).toBe('accepted');
    expect(screen.text(0)[0]).toBe('A');
  });
});

describe('replies that the embedder claims', () => {
  it('[SF-111] a screen by itself has no file transfer, and claims none', () => {
    expect(ask(display(), 'F3 00 07 01 FF 03 00 95')).toBe(bytes('88 00 04 81 FF'));
    expect(ask(display(), 'F3 00 07 01 FF 03 00 80')).toBe(bytes('88 00 0C 81 80 80 81 84 85 86 87 88 A6'));
  });

  it('[SF-089] are sent, and what cannot be sent is thrown at construction', () => {
    const replies = [{ type: 'auxiliaryDevice' as const }];
    const screen = display({ description: { replies } });
    expect(ask(screen, 'F3 00 07 01 FF 03 00 99')).toBe(bytes('88 00 06 81 99 00 00'));
    const wrong = [{ type: 'ipds' as const, limit: 65536 }];
    expect(() => display({ description: { replies: wrong } })).toThrow(/limit/);
  });

  it('[SF-100] [SF-056] a reply mode that is not claimed is refused, and the one in force stays', () => {
    const screen = display({ description: { replyModes: ['field', 'extendedField'] } });
    expect(ask(screen, 'F3 00 07 01 FF 03 00 88')).toBe(bytes('88 00 06 81 88 00 01'));
    expect(out(screen, 'F3 00 05 09 00 01').status).toBe('accepted');
    const { status, faults, refused } = out(screen, 'F3 00 06 09 00 02 42');
    expect(status).toBe('commandReject');
    expect(faults.map(({ code }) => code)).toEqual(['structured-field-unsupported']);
    expect(refused).toHaveLength(1);
    expect(screen.replyMode).toBe('extendedField');
    expect(out(display(), 'F3 00 06 09 00 02 42').status).toBe('accepted');
  });

  it('[SF-089] are the ones that were checked: what the caller does to the description later has no effect', () => {
    const data = fromHex('01 02');
    const replies: QueryReply[] = [{ type: 'other', code: 0xb0, data }];
    const highlighting = [0xf1];
    const replyModes: ReplyMode[] = ['field'];
    const description = { replies, highlighting, replyModes, maximumSize: { rows: 24, columns: 80 } };
    const screen = display({ description });
    const before = ask(screen, 'F3 00 05 01 FF 02');
    expect(before).toContain(bytes('00 06 81 B0 01 02'));
    data.fill(0xff);
    replies.push({ type: 'ipds', limit: 65536 });
    highlighting[0] = 999;
    replyModes.push('wrong' as never);
    description.maximumSize.rows = -1;
    expect(ask(screen, 'F3 00 05 01 FF 02')).toBe(before);
  });

  it('[DS-054] how records are read is settled at construction, too', () => {
    const parsing: { undefinedCodes: 'drop' | 'refuse' } = { undefinedCodes: 'drop' };
    const screen = display({ parsing });
    parsing.undefinedCodes = 'refuse';
    expect(out(screen, 'F1 C3 C1 04 C2').status).toBe('accepted');
  });
});

describe('what is handed out', () => {
  it('a view reads, and has nothing that changes the screen', () => {
    const screen = display();
    out(screen, 'F5 C3 11 40 40 1D 40 C1 C2');
    screen.keyboard.lock('systemLock');
    const { view } = screen;
    expect(screen.view).toBe(view);
    const writes = [
      'press',
      'type',
      'applyRecord',
      'keyboardRestore',
      'setSizes',
      'reset',
      'applySscpLu',
      'readSscpLu',
      'clearSscpLu',
    ];
    for (const name of [...writes, 'moveCursor', 'restore', 'nvt', 'view']) {
      expect(name in screen, name).toBe(true);
      expect(name in view, name).toBe(false);
    }
    for (const name of ['lock', 'unlock', 'apply']) {
      expect(name in screen.keyboard, name).toBe(true);
      expect(name in view.keyboard, name).toBe(false);
    }
    expect(view.text()).toEqual(screen.text());
    expect(view.snapshot()).toEqual(screen.snapshot());
    expect(toHex(view.readBuffer())).toBe(toHex(screen.readBuffer()));
    expect([...view.keyboard.reasons]).toEqual(['systemLock']);
    const { locked, waitsForHost, bits, reason, isOnlyInError } = view.keyboard;
    expect([locked, waitsForHost, bits, reason, isOnlyInError, view.keyboard.has('systemLock')]).toEqual([
      true,
      true,
      screen.keyboard.bits,
      'systemLock',
      false,
      true,
    ]);
  });

  it('the list of keys is no part of what a key press looks at', () => {
    expect(Object.isFrozen(KEYS)).toBe(true);
    expect(KEYS).toHaveLength(55);
    for (const key of KEYS) expect(keyKindOf(key), key).toBeDefined();
    expect(keyKindOf('toString')).toBeUndefined();
  });
});
