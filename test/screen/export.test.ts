import { describe, expect, it } from 'vitest';
import { cp037, createCodePage } from '../../src/codepage/index.js';
import { screenToAnsi, screenToHtml, screenToJson, screenToText } from '../../src/screen/index.js';
import { display, out } from './helpers.js';

/** What no export may hold of what the host sent; the lines' own LF is taken out before. */
const CONTROL = /\p{Cc}/u;
/** Marks that turn the direction of text round. */
const BIDI = /[\u202a-\u202e\u2066-\u2069]/u;
/** The escapes that the ANSI export may hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: an escape is what is looked for
const SGR = /\x1b\[[0-9;]*m/g;

const small = { rows: 2, columns: 8 } as const;

describe('exports', () => {
  it('[SEC-124] hold no control even where somebody has changed the table of a code page', () => {
    const page = createCodePage({ name: 'changed', table: cp037.toUnicode, cgcsgid: cp037.cgcsgid });
    page.toDisplay[0xc1] = 0x1b;
    page.toDisplay[0xc2] = 0x9b;
    page.toDisplay[0xc3] = 0x0a;
    const screen = display({ codePage: page });
    out(screen, 'F5 C3 C1 C2 C3 C4');
    expect(screenToText(screen)).toBe(`   D\n${'\n'.repeat(23)}`);
    expect(screenToAnsi(screen).replaceAll(SGR, '').replaceAll('\n', '').trim()).toBe('D');
  });

  it('[SEC-124] hold no control of the host, for all 256 bytes, with and without Graphic Escape', () => {
    const hostile = createCodePage({
      name: 'hostile',
      cgcsgid: 1,
      table: Uint16Array.from({ length: 256 }, (_, byte) =>
        byte === 0x40 ? 0x20 : byte === 0xc1 ? 0x202e : byte & 0x9f,
      ),
    });
    for (const codePage of [cp037, hostile]) {
      const screen = display({ codePage, defaultSize: small });
      for (let byte = 0; byte < 256; byte++) {
        for (const orders of [[byte], [0x08, byte], [0x28, 0x43, 0xf1, byte]]) {
          screen.applyRecord(Uint8Array.from([0xf5, 0xc3, ...orders, 0x1d, 0x40, byte, 0x1d, 0x60]));
          const texts = [
            screenToText(screen),
            screenToAnsi(screen).replace(SGR, ''),
            screenToHtml(screen),
            JSON.stringify(screenToJson(screen).text),
            ...screenToJson(screen).fields.map((field) => field.text),
          ].map((text) => text.replaceAll('\n', ''));
          expect([byte, texts.filter((text) => CONTROL.test(text) || BIDI.test(text))]).toEqual([byte, []]);
        }
      }
    }
  });

  it('[SEC-125] hold no escape that NVT text put on the screen', () => {
    const screen = display({ defaultSize: small });
    const text = Uint8Array.of(0x1b, 0x5d, 0x30, 0x3b, 0x07, 0x9b, 0x32, 0x4a);
    screen.nvt.put(text, 0, text.length, false);
    screen.nvt.cursor = 8;
    screen.nvt.setPen(0xf2, 0, 0xf4);
    screen.nvt.put(text, 0, text.length, true);
    expect(screenToText(screen)).toBe(' ]0;  2J\n ]0;  2J\n');
    expect(screenToAnsi(screen)).toBe('\x1b[0;32m ]0;  2J\x1b[0m\n\x1b[0;4;91m ]0;  2J\x1b[0m\n');
    expect(screenToHtml(screen, { classPrefix: 'x-' })).toContain(
      '<span class="x-red x-underscore"> ]0;  2J</span>',
    );
  });

  it('[SEC-125] HTML is escaped', () => {
    const screen = display({ defaultSize: { rows: 1, columns: 40 }, colour: false });
    out(screen, 'F5 C3'); // <script>&"'
    screen.keyboard.apply('restored');
    screen.type('<script>alert("&\'")</script>');
    expect(screenToHtml(screen)).toBe(
      '<pre style="background:#000000;color:#24d830">' +
        '&lt;script&gt;alert(&quot;&amp;&#39;&quot;)&lt;/script&gt;            \n</pre>\n',
    );
    expect(() => screenToHtml(screen, { classPrefix: '"><script>' })).toThrow('classPrefix');
    expect(() => screenToHtml(screen, { classPrefix: '' })).toThrow('classPrefix');
  });

  it('[DS-090] hidden fields are blank in each of them', () => {
    const screen = display();
    out(screen, 'F5 C3 1D 4C E2 C5 C3 D9 C5 E3 1D 60 C1');
    for (const text of [
      screenToText(screen),
      screenToAnsi(screen),
      screenToHtml(screen),
      JSON.stringify(screenToJson(screen)),
    ]) {
      expect(text).not.toContain('SECRET');
      expect(text).toContain('A');
    }
    expect(screenToJson(screen).fields[0]).toMatchObject({ display: 'hidden', length: 6, text: '      ' });
  });

  it('[DS-102, DS-103] colours and highlighting stand in ANSI and HTML, and end with their run', () => {
    const screen = display({ defaultSize: { rows: 1, columns: 10 } });
    out(screen, 'F5 C3 29 04 C0 E8 42 F6 45 F1 41 F2 C1 28 41 F1 C2 28 00 00 1D 60 C3');
    expect(screenToAnsi(screen)).toBe(
      ' \x1b[0;1;7;93;104mA\x1b[0;1;5;93;104mB\x1b[0m \x1b[0;94mC     \x1b[0m\n',
    );
    expect(screenToHtml(screen)).toBe(
      '<pre style="background:#000000;color:#24d830"> ' +
        '<span style="background:#ffff00;color:#5c8cff;font-weight:bold">A</span>' +
        '<span style="background:#5c8cff;color:#ffff00;font-weight:bold;text-decoration:blink">B</span> ' +
        '<span style="color:#5c8cff">C     </span>\n</pre>\n',
    );
    expect(screenToHtml(screen, { classPrefix: 'tn' })).toBe(
      '<pre class="tnscreen"> <span class="tnyellow tnon-blue tnreverse tnintensify">A</span>' +
        '<span class="tnyellow tnon-blue tnblink tnintensify">B</span> <span class="tnblue">C     </span>\n</pre>\n',
    );
  });

  it('[SEC-127] JSON is a value of its own and survives the way through text', () => {
    const screen = display({ defaultSize: small });
    out(screen, 'F5 C2 1D 60 C1 1D 40 13');
    const document = screenToJson(screen);
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
    expect(document).toMatchObject({
      rows: 2,
      columns: 8,
      cursor: { position: 3, row: 0, column: 3 },
      formatted: true,
      lockReasons: [],
      text: [' A      ', '        '],
    });
    (document.text as string[]).length = 0;
    (document.fields as unknown[]).length = 0;
    Object.assign(document.cursor, { position: 9 });
    expect(screenToJson(screen)).toMatchObject({ cursor: { position: 3 }, text: [' A      ', '        '] });
    expect(screen.fields().length).toBe(2);
  });
});
