import { describe, expect, it } from 'vitest';
import { csi, LETTERS, Shown, shown } from './helpers.js';

const ESC = '\x1b';

describe('text and controls', () => {
  it('[TEL-063] CR LF is a new line, CR NUL a bare carriage return', () => {
    expect(shown('one\r\ntwo').rows).toEqual(['one', 'two']);
    expect(shown('one\r\0T').rows).toEqual(['Tne']);
    expect(shown('one\r\0').cursor).toEqual([1, 1]);
  });

  it('[TNE-072] a bare LF stays in its column, unless it is told to return', () => {
    expect(shown('one\ntwo').rows).toEqual(['one', '   two']);
    const returning = new Shown();
    returning.display.returnOnLineFeed = true;
    expect(returning.write('one\ntwo').rows).toEqual(['one', 'two']);
  });

  it.each([
    ['BS goes back and erases nothing', 'ab\bX', ['aX']],
    ['BS stops at the first column', 'a\b\b\bX', ['X']],
    ['HT goes to every eighth column', 'a\tb', ['a       b']],
    ['HT stops at the last column', 'a\t\t\tb', ['a        b']],
    ['VT is a line feed', 'a\x0bb', ['a', ' b']],
    ['FF erases all', 'abc\r\ndef\x0cX', ['X']],
    ['NUL, DEL and other controls do nothing', 'a\0\x01\x05\x06\x11\x1c\x7fb', ['ab']],
    ['the C1 range does nothing, 9B too', 'a\x80\x84\x9b\x9fb', ['ab']],
    ['ISO 8859-1 is shown as it is', '\xe9\xa3\xff', ['\xe9\xa3\xff']],
  ])('[SEC-125] %s', (_, text, rows) => {
    expect(shown(text).rows).toEqual(rows);
  });

  it('sounds the alarm for BEL, and once for a storm of them', () => {
    expect(shown('a\x07b').alarms).toBe(1);
    expect(shown('\x07'.repeat(64)).alarms).toBe(1);
    expect(shown('\x07'.repeat(65)).alarms).toBe(2);
    expect(shown(`\x07${'x'.repeat(63)}\x07`).alarms).toBe(2);
    expect(shown(`\x07${'x'.repeat(62)}\x07`).alarms).toBe(1);
  });

  it('stops right behind what it reports, so that the order is kept', () => {
    expect(shown(`a\x07b${csi('5n')}c${csi('9z')}d`).log).toEqual([
      ['text', 'a\x07'],
      ['alarm', ''],
      ['text', `b${csi('5n')}`],
      ['reply', csi('0n')],
      ['text', `c${csi('9z')}`],
      ['violation', 'nvt-sequence-unknown'],
      ['text', 'd'],
    ]);
  });
});

describe('the margin and scrolling', () => {
  it('the cursor stays in the last column until the next character', () => {
    expect(shown('0123456789').cursor).toEqual([1, 10]);
    expect(shown('0123456789X').rows).toEqual(['0123456789', 'X']);
    expect(shown('0123456789\r\nX').rows).toEqual(['0123456789', 'X']);
  });

  it.each([
    ['BS', '\b'],
    ['CUB', csi('D')],
  ])('%s behind the last column only takes back the wrap', (_, back) => {
    expect(shown(`0123456789${back}X`).rows).toEqual(['012345678X']);
    expect(shown(`0123456789${back}${back}X`).rows).toEqual(['01234567X9']);
  });

  it('without DECAWM the last column is written again and again', () => {
    expect(shown(`${csi('?7l')}0123456789XYZ`).rows).toEqual(['012345678Z']);
    expect(shown(`${csi('?7l')}0123456789${csi('?7h')}XY`).rows).toEqual(['012345678X', 'Y']);
  });

  it('scrolls at the last line', () => {
    expect(shown('1\r\n2\r\n3\r\n4\r\n5\r\n6\r\n7').rows).toEqual(['2', '3', '4', '5', '6', '7']);
    expect(shown(`${csi('6;9H')}abc`).rows).toEqual(['', '', '', '', '        ab', 'c']);
  });

  it('a line that scrolling lays bare takes the colours, as in x3270', () => {
    const { screen } = shown(`${csi('31;44m')}${csi('6H')}\n`);
    expect(screen.cell(50).own).toMatchObject({ foreground: 0xf2, background: 0xf1, highlighting: 0 });
    expect(screen.cell(40).own).toMatchObject({ foreground: 0, background: 0 });
  });

  it('DECSTBM scrolls between its lines only', () => {
    expect(shown(`${LETTERS}${csi('2;4r')}${csi('4H')}\n`).rows.map((row) => row[0] ?? '')).toEqual([
      'A',
      'C',
      'D',
      '',
      'E',
      'F',
    ]);
    expect(shown(`${LETTERS}${csi('2;4r')}${csi('2H')}${ESC}M`).rows.map((row) => row[0] ?? '')).toEqual([
      'A',
      '',
      'B',
      'C',
      'E',
      'F',
    ]);
  });

  it('DECSTBM with a region goes home, and without one scrolls all', () => {
    expect(shown(`${csi('3;5H')}${csi('2;4r')}`).cursor).toEqual([1, 1]);
    expect(shown(`${csi('3;5H')}${csi('r')}`).cursor).toEqual([3, 5]);
    expect(shown(`${LETTERS}${csi('2;4r')}${csi('r')}${csi('6H')}\n`).rows[0]).toBe('BBBBBBBBBB');
    expect(shown(`${LETTERS}${csi('4;2r')}${csi('6H')}\n`).rows[0]).toBe('BBBBBBBBBB');
  });

  it('below the region text wraps to the next line and never scrolls', () => {
    const { rows, cursor } = shown(`${LETTERS}${csi('1;3r')}${csi('5;9H')}wxyz${csi('6;9H')}1234`);
    expect(rows.slice(3)).toEqual(['DDDDDDDDDD', 'EEEEEEEEwx', '34FFFFFF12']);
    expect(cursor).toEqual([6, 3]);
  });

  it('IND, NEL and RI move by a line', () => {
    expect(shown(`ab${ESC}DX`).rows).toEqual(['ab', '  X']);
    expect(shown(`ab${ESC}EX`).rows).toEqual(['ab', 'X']);
    expect(shown(`\r\nab${ESC}MX`).rows).toEqual(['  X', 'ab']);
    expect(shown(`${LETTERS}${ESC}MX`).rows.slice(0, 2)).toEqual(['X', 'AAAAAAAAAA']);
  });
});

describe('the cursor', () => {
  it.each([
    ['CUP', '3;5H', [3, 5]],
    ['HVP', '3;5f', [3, 5]],
    ['CUP without numbers', 'H', [1, 1]],
    ['CUP with 0', '0;0H', [1, 1]],
    ['CUP beyond the screen', '99;99H', [6, 10]],
    ['CUP with numbers beyond all reason', '99999999999999999999;4294967297H', [6, 10]],
    ['CHA', '7G', [2, 7]],
    ['VPA', '4d', [4, 2]],
    ['CUU', '1A', [1, 2]],
    ['CUU beyond the top', '9A', [1, 2]],
    ['CUD', '2B', [4, 2]],
    ['CUD beyond the end', '9B', [6, 2]],
    ['CUF', 'C', [2, 3]],
    ['CUF beyond the line', '99C', [2, 10]],
    ['CUB', 'D', [2, 1]],
    ['CUB beyond the line', '99D', [2, 1]],
  ])('%s', (_, sequence, cursor) => {
    expect(shown(`${csi('2;2H')}${csi(sequence)}`).cursor).toEqual(cursor);
  });

  it('DECSC and DECRC keep place, looks and character sets', () => {
    const { screen, rows } = shown(
      `${csi('2;3H')}${csi('1;31m')}${ESC}(0${ESC}7${csi('0m')}${ESC}(B${csi('5;5H')}${ESC}8q`,
    );
    expect(rows).toEqual(['', '  ─']);
    expect(screen.cell(12).own).toMatchObject({ foreground: 0xf2, highlighting: 0xf8 });
    expect(shown(`${csi('3;3H')}${ESC}8`).cursor).toEqual([1, 1]);
  });

  it('DECTCEM tells whether it is to be seen', () => {
    expect(shown(csi('?25l')).display.cursorVisible).toBe(false);
    expect(shown(`${csi('?25l')}${csi('?25h')}`).display.cursorVisible).toBe(true);
  });

  it('tab stops are set and cleared', () => {
    expect(shown(`${csi('4G')}${ESC}H\r\tX`).rows).toEqual(['   X']);
    expect(shown(`${csi('9G')}${csi('g')}\r\tX`).rows).toEqual(['         X']);
    expect(shown(`${csi('3g')}\tX`).rows).toEqual(['         X']);
  });
});

describe('erasing and moving text', () => {
  it.each([
    ['ED 0', 'J', ['AAAAAAAAAA', 'BBBB']],
    ['ED 1', '1J', ['', '     BBBBB', 'CCCCCCCCCC', 'DDDDDDDDDD', 'EEEEEEEEEE', 'FFFFFFFFFF']],
    ['ED 2', '2J', []],
    [
      'ED 3, which is nothing here',
      '3J',
      ['AAAAAAAAAA', 'BBBBBBBBBB', 'CCCCCCCCCC', 'DDDDDDDDDD', 'EEEEEEEEEE', 'FFFFFFFFFF'],
    ],
    ['EL 0', 'K', ['AAAAAAAAAA', 'BBBB', 'CCCCCCCCCC', 'DDDDDDDDDD', 'EEEEEEEEEE', 'FFFFFFFFFF']],
    ['EL 1', '1K', ['AAAAAAAAAA', '     BBBBB', 'CCCCCCCCCC', 'DDDDDDDDDD', 'EEEEEEEEEE', 'FFFFFFFFFF']],
    ['EL 2', '2K', ['AAAAAAAAAA', '', 'CCCCCCCCCC', 'DDDDDDDDDD', 'EEEEEEEEEE', 'FFFFFFFFFF']],
    ['IL', '2L', ['AAAAAAAAAA', '', '', 'BBBBBBBBBB', 'CCCCCCCCCC', 'DDDDDDDDDD']],
    ['IL of too many', '99L', ['AAAAAAAAAA']],
    ['DL', '2M', ['AAAAAAAAAA', 'DDDDDDDDDD', 'EEEEEEEEEE', 'FFFFFFFFFF']],
    ['DL of too many', '99M', ['AAAAAAAAAA']],
  ])('%s', (_, sequence, rows) => {
    expect(shown(`${LETTERS}${csi('2;5H')}${csi(sequence)}`).rows).toEqual(rows);
  });

  it.each([
    ['ICH', '3@', '0123   456'],
    ['ICH of too many', '99@', '0123'],
    ['DCH', '3P', '0123789'],
    ['DCH of too many', '99P', '0123'],
  ])('%s', (_, sequence, row) => {
    expect(shown(`0123456789${csi('5G')}${csi(sequence)}`).rows).toEqual([row]);
  });

  it('lines are inserted and deleted inside the scrolling region only', () => {
    const region = `${LETTERS}${csi('2;4r')}`;
    expect(shown(`${region}${csi('3H')}${csi('L')}`).rows.map((row) => row[0] ?? '')).toEqual([
      'A',
      'B',
      '',
      'C',
      'E',
      'F',
    ]);
    expect(shown(`${region}${csi('5H')}${csi('L')}${csi('1H')}${csi('M')}`).rows).toEqual(
      shown(LETTERS).rows,
    );
  });

  it('IRM moves the rest of the line on', () => {
    expect(shown(`abc\r${csi('4h')}XY${csi('4l')}Z`).rows).toEqual(['XYZbc']);
  });

  it('erasing takes colours away', () => {
    const { screen } = shown(`${csi('31mabc')}${csi('2J')}`);
    expect(screen.cell(0).own.foreground).toBe(0);
  });
});

describe('looks', () => {
  it.each([
    ['bold is intensify', '1', { highlighting: 0xf8 }],
    ['underline', '4', { highlighting: 0xf4 }],
    ['blink', '5', { highlighting: 0xf1 }],
    ['reverse', '7', { highlighting: 0xf2 }],
    ['together', '1;4;5;7', { highlighting: 0xff }],
    ['one taken back', '1;4;24', { highlighting: 0xf8 }],
    ['bold taken back', '1;22', { highlighting: 0 }],
    ['blink and reverse taken back', '5;7;25;27', { highlighting: 0 }],
    ['all taken back', '1;31;42;0', { highlighting: 0, foreground: 0, background: 0 }],
    ['without a number: all taken back', '1m\x1b[', { highlighting: 0 }],
    ['red on blue', '31;44', { foreground: 0xf2, background: 0xf1 }],
    ['default colours', '31;44;39;49', { foreground: 0, background: 0 }],
    ['bright red on bright white', '91;107', { foreground: 0xf2, background: 0xff }],
    ['palette', '38;5;2;48;5;15', { foreground: 0xf4, background: 0xff }],
    ['palette beyond 16', '31;38;5;200', { foreground: 0 }],
    ['true colour is passed over as a whole', '31;38;2;1;4;5;7', { foreground: 0xf2, highlighting: 0xf2 }],
    ['unknown numbers', '3;9;50;98;120', { highlighting: 0, foreground: 0, background: 0 }],
  ])('SGR: %s', (_, numbers, own) => {
    expect(shown(`${csi(`${numbers}m`)}x`).screen.cell(0).own).toMatchObject(own);
  });

  it.each(['0', '1', '2', '3', '4', '5', '6', '7'].map((unit, index) => [unit, index] as const))(
    'SGR: colour %s is one of the 3270',
    (unit, index) => {
      const colour = [0xf0, 0xf2, 0xf4, 0xf6, 0xf1, 0xf3, 0xf5, 0xf7][index] as number;
      const { own } = shown(`${csi(`3${unit};4${unit}m`)}x`).screen.cell(0);
      expect(own).toMatchObject({ foreground: colour, background: colour });
    },
  );

  it('[DS-224] a monochrome device stores no colours', () => {
    const mono = new Shown(6, 10, false).write(`${csi('1;31;44m')}x`);
    expect(mono.screen.cell(0).own).toMatchObject({ foreground: 0, background: 0, highlighting: 0xf8 });
  });

  it('bold text is intensified, and has no EBCDIC code', () => {
    const { screen } = shown(`${csi('1m')}x`);
    expect(screen.cell(0)).toMatchObject({ character: 'x', isIntensified: true, code: 0 });
    expect(screen.characterPlane()[0]).toBe(0);
    expect(screen.readModified()).toEqual(Uint8Array.of(0x60, 0x40, 0xc1));
  });
});

describe('character sets', () => {
  it('ESC ( 0 draws lines', () => {
    expect(shown(`${ESC}(0lqk${ESC}(Blqk`).rows).toEqual(['┌─┐lqk']);
    expect(shown(`${ESC}(0_\`a~`).rows).toEqual([' ◆▒·']);
  });

  it('ESC ( A has a pound sign', () => {
    expect(shown(`a#${ESC}(Aa#b`).rows).toEqual(['a#a£b']);
  });

  it.each([
    ['SO and SI', `${ESC})0a\x0eq\x0fq`, 'a─q'],
    ['LS2', `${ESC}*0${ESC}nq`, '─'],
    ['LS3', `${ESC}+0${ESC}oq`, '─'],
    ['SS2, for one character', `${ESC}*0${ESC}Nqq`, '─q'],
    ['SS3, for one character', `${ESC}+0${ESC}Oqq`, '─q'],
    ['DECANM', `${ESC}(0${csi('?2h')}q`, 'q'],
  ])('%s', (_, text, row) => {
    expect(shown(text).rows).toEqual([row]);
  });
});

describe('modes', () => {
  it('DECCKM tells what cursor keys send', () => {
    expect(shown(csi('?1h')).display.applicationCursorKeys).toBe(true);
    expect(shown(`${csi('?1h')}${csi('?1l')}`).display.applicationCursorKeys).toBe(false);
  });

  it('several modes in one sequence', () => {
    const { display } = shown(csi('?1;25l'));
    expect([display.applicationCursorKeys, display.cursorVisible]).toEqual([false, false]);
  });

  it('reverse wrap goes back over the start of a line', () => {
    expect(shown(`${csi('?45h')}\r\n\bX`).rows).toEqual(['         X']);
    expect(shown(`${csi('?45h')}\bX`).rows).toEqual(['X']);
  });

  it('XTSAVE and XTRESTORE', () => {
    expect(shown(`${csi('?25l')}${csi('?25s')}${csi('?25h')}${csi('?25r')}`).display.cursorVisible).toBe(
      false,
    );
    expect(shown(`${csi('?25l')}${csi('?25r')}`).display.cursorVisible).toBe(true);
    expect(shown(`${ESC}(0${csi('?2r')}q`).rows).toEqual(['─']);
  });

  it.each(['47', '1049'])(
    'the alternate screen (%s) comes with the text that it had, and the cursor stays',
    (mode) => {
      const there = shown(`main${csi(`?${mode}h`)}`);
      expect([there.rows, there.cursor]).toEqual([[], [1, 5]]);
      there.write(`${csi('3;3H')}other`);
      expect(there.rows).toEqual(['', '', '  other']);
      for (const rows of [['main'], ['', '', '  other']]) {
        there.write(csi(`?${mode}${rows.length === 1 ? 'l' : 'h'}`));
        expect([there.rows, there.cursor]).toEqual([rows, [3, 8]]);
        there.write(csi(`?${mode}${rows.length === 1 ? 'l' : 'h'}`));
        expect([there.rows, there.cursor]).toEqual([rows, [3, 8]]);
      }
      there.write(`${ESC}c${csi(`?${mode}h`)}`);
      expect(there.rows).toEqual([]);
    },
  );

  it('LNM: a line feed returns', () => {
    expect(shown(`${csi('20h')}a\nb${csi('20l')}\nc`).rows).toEqual(['a', 'b', ' c']);
  });

  it('RIS is as at the start', () => {
    const { rows, cursor, display } = shown(
      `main${csi('?47h')}${csi('2;3r')}${csi('4h')}${csi('?1h')}${ESC}(0${csi('31m')}${ESC}cabc\ra`,
    );
    expect(rows).toEqual(['abc']);
    expect(cursor).toEqual([1, 2]);
    expect(display.applicationCursorKeys).toBe(false);
  });
});

describe('reports', () => {
  it.each([
    ['DA', 'c', '?1;2c'],
    ['DA 0', '0c', '?1;2c'],
    ['DSR 5', '5n', '0n'],
    ['DSR 6', '6n', '3;4R'],
  ])('%s', (_, sequence, reply) => {
    expect(shown(`${csi('3;4H')}${csi(sequence)}`).replies).toBe(csi(reply));
  });

  it('DECID', () => {
    expect(shown(`${ESC}Z`).replies).toBe(csi('?1;2c'));
  });

  it.each(['1c', '>c', '>0c', '7n', '?6n'])('%s draws no answer', (sequence) => {
    expect(shown(csi(sequence)).replies).toBe('');
  });

  it('[SEC-022] a storm of requests is answered in proportion to what it costs', () => {
    const storm = shown(csi('5n').repeat(10000));
    // 32 at once, and one for each 64 bytes of those behind the first request.
    const answered = 32 + Math.floor((40000 - 4) / 64);
    expect(storm.replies.length).toBe(answered * csi('0n').length);
    expect(storm.violations.get('nvt-report-storm')).toBe(10000 - answered);
    const calm = shown(`${csi('5n')}${'x'.repeat(60)}`.repeat(1000));
    expect(calm.replies.length).toBe(1000 * csi('0n').length);
    expect(calm.violations.size).toBe(0);
  });
});

describe('sequences that are not known', () => {
  it.each([
    ['a final byte', csi('12z')],
    ['a private marker', csi('<5h')],
    ['a marker behind a number', csi('5?h')],
    ['an intermediate byte', csi('1 q')],
    ['a colon', csi('38:5:1m')],
    ['more than 20 numbers', csi(`${'1;'.repeat(20)}1m`)],
    ['ESC and a letter', `${ESC}V`],
    ['a character set', `${ESC}(Z`],
    ['a place for a character set', `${ESC}-A`],
    ['two intermediate bytes', `${ESC}( 0`],
    ['a device control string', `${ESC}Pdata${ESC}\\`],
    ['an application program command', `${ESC}_data${ESC}\\`],
    ['a high byte in it', csi('1\xe9')],
  ])('[SEC-125] %s is passed over as a whole and counted', (_, sequence) => {
    const got = shown(`a${sequence}b`);
    expect(got.rows).toEqual(['ab']);
    expect(got.violations).toEqual(new Map([['nvt-sequence-unknown', 1]]));
    expect(got.replies).toBe('');
  });

  it('says which and where, with at most 64 bytes of it', () => {
    expect(shown(`abc${csi('9z')}`).faults).toEqual([
      { code: 'nvt-sequence-unknown', position: 3, bytes: [0x1b, 0x5b, 0x39, 0x7a] },
    ]);
    expect(shown(csi(`${'1'.repeat(1000)}z`)).faults[0]?.bytes.length).toBe(64);
  });

  it('the first is reported, the others are counted', () => {
    const got = shown(csi('z').repeat(1000));
    expect(got.faults.length).toBe(1);
    expect(got.violations).toEqual(new Map([['nvt-sequence-unknown', 1000]]));
  });

  it.each([
    ['BEL', `${ESC}]0;title\x07`],
    ['ST', `${ESC}]2;title${ESC}\\`],
    ['CAN', `${ESC}]0;title\x18`],
    ['BEL, with 8-bit text', `${ESC}]0;t\xeftle\x9c\x07`],
  ])('[SEC-125] a window title that ends with %s is passed over', (_, sequence) => {
    const got = shown(`a${sequence}b`);
    expect([got.rows, got.alarms, got.violations.size]).toEqual([['ab'], 0, 0]);
  });

  it('[SEC-125] a title without an end swallows no more than its line', () => {
    const got = shown(`a${ESC}]0;title\r\nb`);
    expect(got.rows).toEqual(['a', 'b']);
    expect(got.violations.get('nvt-sequence-unknown')).toBe(1);
  });

  it('controls inside a sequence are carried out, CAN and ESC break it off', () => {
    expect(shown(`ab\x1b[\b1\x07CX`).rows).toEqual(['abX']);
    expect(shown(csi('3\x182x')).rows).toEqual(['2x']);
    expect(shown(csi(`3${csi('2Gx')}`)).rows).toEqual([' x']);
    expect(shown('\x1b\x1b\x1b[2Gx').violations.size).toBe(0);
  });

  it('keypad modes are known and change nothing', () => {
    expect(shown(`${ESC}=${ESC}>a`).violations.size).toBe(0);
  });
});
