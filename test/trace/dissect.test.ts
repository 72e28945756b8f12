import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex } from '../../src/bytes/index.js';
import { type DissectedItem, Dissector, dissect, type Sender } from '../../src/trace/index.js';

type Step = readonly [sender: Sender, hex: string];

/** `offset+length text` of each item. */
const lines = (items: readonly DissectedItem[]): string[] =>
  items.map(({ offset, length, text }) => `${offset}+${length} ${text}`);
const readAll = (dissector: Dissector, steps: readonly Step[]): DissectedItem[] =>
  steps.flatMap(([sender, hex]) => dissector.read(sender, fromHex(hex)));
const texts = (steps: readonly Step[], options = {}): string[] =>
  readAll(new Dissector(options), steps).map(({ text }) => text);

/** The clear part and the beginning of TLS in a session that NEGTSECURE starts. */
const START_TLS: readonly Step[] = [
  ['host', 'fffd2e'],
  ['terminal', 'fffb2e fffa2e01fff0'],
  ['host', 'fffa2e01fff0'],
  ['terminal', '16030100050100000103'],
  ['host', '160303000402000000 140303000101 1703030003aabbcc'],
];

/** TN3270E negotiation, BIND, a screen that asks for a response, the response, a key, UNBIND. */
const TN3270E: readonly Step[] = [
  ['host', 'fffd28'],
  ['terminal', 'fffb28'],
  ['host', 'fffa280802fff0'],
  ['terminal', 'fffa28020749424d2d333237382d322d450154455354fff0'],
  ['host', 'fffa28020449424d2d333237382d322d450154455354fff0'],
  ['terminal', 'fffa280307000204 05fff0'],
  ['host', 'fffa280304000204fff0'],
  ['host', '03000000013101ffef'],
  ['host', '0000020002f5c3114040 1d60c8c91d4013ffef'],
  ['terminal', '020000000200ffef'],
  ['terminal', '00000000017d4040114040c1c2ffef'],
  ['host', '040000000301ffef'],
];

describe('the START_TLS dialogue in words', () => {
  it('names DO, WILL, FOLLOWS, and the TLS records behind them', () => {
    expect(texts(START_TLS)).toEqual([
      'IAC DO STARTTLS',
      'IAC WILL STARTTLS',
      'IAC SB STARTTLS FOLLOWS IAC SE',
      'IAC SB STARTTLS FOLLOWS IAC SE',
      'TLS ClientHello, 10 bytes',
      'TLS ServerHello, 9 bytes',
      'TLS ChangeCipherSpec, 6 bytes',
      'TLS application data (encrypted), 8 bytes',
    ]);
  });

  it('names a HelloRetryRequest, and the hellos behind it (RFC 8446 §4.1.3, §D.4)', () => {
    const retry = 'cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c';
    const hello = (random: string): string => `160303002a020000260303${random}00130100`;
    const steps: readonly Step[] = [
      ...START_TLS.slice(0, -1),
      ['host', `${hello(retry)} 140303000101`],
      ['terminal', '140303000101 16030100050100000103'],
      ['host', `${hello(retry.replace('cf', 'ce'))} 1703030003aabbcc`],
    ];
    expect(texts(steps).slice(5)).toEqual([
      'TLS HelloRetryRequest, 47 bytes',
      'TLS ChangeCipherSpec, 6 bytes',
      'TLS ChangeCipherSpec, 6 bytes',
      'TLS ClientHello, 10 bytes',
      'TLS ServerHello, 47 bytes',
      'TLS application data (encrypted), 8 bytes',
    ]);
    // With TLS 1.2 what follows is encrypted, whatever its first byte.
    expect(texts([...START_TLS.slice(0, -1), ['host', '140303000101 160303000402000001']]).slice(5)).toEqual([
      'TLS ChangeCipherSpec, 6 bytes',
      'TLS handshake (encrypted), 9 bytes',
    ]);
  });

  it('says who offers, agrees and refuses', () => {
    const said = (steps: readonly Step[]) => readAll(new Dissector(), steps).map(({ meaning }) => meaning);
    expect(said(START_TLS).slice(0, 3)).toEqual([
      'the host offers TLS inside telnet',
      'the terminal agrees',
      "the terminal's last bytes in the clear: TLS follows them",
    ]);
    expect(
      said([
        ['host', 'fffd2e'],
        ['terminal', 'fffc2e'],
      ]),
    ).toEqual(['the host offers TLS inside telnet', 'the terminal refuses']);
    expect(
      said([
        ['terminal', 'fffb2e'],
        ['host', 'fffd2e'],
        ['host', 'fffd2e'],
      ]),
    ).toEqual(['the terminal offers TLS inside telnet', 'the host agrees', 'the host repeats itself']);
    expect(
      said([
        ['host', 'fffb00'],
        ['terminal', 'fffd00'],
        ['host', 'fffc00'],
        ['terminal', 'fffe00'],
      ]),
    ).toEqual([
      'the host offers 8-bit data',
      'the terminal agrees',
      'the host ends it',
      'the terminal ends it',
    ]);
  });

  it('shows a ClientHello that meets DO STARTTLS', () => {
    expect(
      texts([
        ['terminal', '160301000501000001'],
        ['terminal', '03'],
        ['host', 'fffd2e'],
      ]),
    ).toEqual(['TLS ClientHello, 10 bytes', 'IAC DO STARTTLS']);
  });

  it('goes on with telnet where telnet follows FOLLOWS', () => {
    expect(
      texts([
        ['terminal', 'fffb2efffa2e01fff0'],
        ['terminal', 'fffc18'],
      ]),
    ).toEqual(['IAC WILL STARTTLS', 'IAC SB STARTTLS FOLLOWS IAC SE', 'IAC WONT TERMINAL-TYPE']);
  });

  it('names alerts, and what is no TLS', () => {
    expect(texts([['host', '15030300020230']])).toEqual(['TLS alert unknown_ca, 7 bytes']);
    expect(lines(dissect(fromHex('16030100020100 4854545021')))).toEqual([
      '0+7 TLS ClientHello, 7 bytes',
      '7+5 not a TLS record, 5 bytes',
    ]);
  });
});

describe('TN3270E in words', () => {
  it('names negotiation, headers, commands, orders and keys', () => {
    expect(texts(TN3270E)).toEqual([
      'IAC DO TN3270E',
      'IAC WILL TN3270E',
      'IAC SB TN3270E SEND DEVICE-TYPE IAC SE',
      'IAC SB TN3270E DEVICE-TYPE REQUEST IBM-3278-2-E CONNECT TEST IAC SE',
      'IAC SB TN3270E DEVICE-TYPE IS IBM-3278-2-E CONNECT TEST IAC SE',
      'IAC SB TN3270E FUNCTIONS REQUEST BIND-IMAGE RESPONSES SYSREQ CONTENTION-RESOLUTION IAC SE',
      'IAC SB TN3270E FUNCTIONS IS BIND-IMAGE RESPONSES SYSREQ IAC SE',
      'BIND-IMAGE SEQ-NUMBER 1 | 2 bytes',
      '3270-DATA ALWAYS-RESPONSE SEQ-NUMBER 2 | Erase/Write, WCC (reset, restore keyboard, reset MDT): SBA, 2 SF, IC, 2 characters',
      'RESPONSE POSITIVE SEQ-NUMBER 2 | DEVICE-END',
      '3270-DATA SEQ-NUMBER 1 | AID ENTER, cursor 0: 1 field, 2 characters',
      'UNBIND SEQ-NUMBER 3 | reason normal',
    ]);
  });

  it.each([
    ['fffa2802060507fff0', 'IAC SB TN3270E DEVICE-TYPE REJECT REASON UNSUPPORTED-REQ IAC SE'],
    [
      'fffa28020749424d2d333238372d310054312dfff0',
      'IAC SB TN3270E DEVICE-TYPE REQUEST IBM-3287-1 ASSOCIATE T1- IAC SE',
    ],
    ['fffa280304fff0', 'IAC SB TN3270E FUNCTIONS IS (none) IAC SE'],
    ['fffa28030706fff0', 'IAC SB TN3270E FUNCTIONS REQUEST unknown (06) IAC SE'],
    ['fffa2809fff0', 'IAC SB TN3270E malformed: 09 IAC SE'],
  ])('reads %s', (hex, text) => {
    expect(dissect(fromHex(hex)).map((item) => item.text)).toEqual([text]);
  });

  it.each([
    ['terminal', '020001000502ffef', 'RESPONSE NEGATIVE SEQ-NUMBER 5 | operation check'],
    ['terminal', '0600000000ffef', 'REQUEST ERR-COND-CLEARED'],
    ['host', '07000000006dffef', 'SSCP-LU-DATA | 1 byte'],
    ['host', '0500000000486921ffef', 'NVT-DATA | Hi!'],
    [
      'host',
      '0001000000f3000501ffff02ffef',
      '3270-DATA SEND-DATA | Write Structured Field: Read Partition Query',
    ],
    ['host', '000000ffef', 'TN3270E record of 3 bytes: too short'],
    ['host', 'ffef', 'empty record'],
    ['terminal', 'fff4', 'IAC IP'],
    ['terminal', 'fff5', 'IAC AO'],
  ] as const)('reads %s %s', (sender, hex, text) => {
    expect(dissect(fromHex(hex), { sender, mode: 'tn3270e' }).map((item) => item.text)).toEqual([text]);
  });
});

describe('classic TN3270 and the other options in words', () => {
  it('cuts records once END-OF-RECORD is agreed in that direction', () => {
    expect(
      texts([
        ['host', 'fffd18'],
        ['terminal', 'fffb18'],
        ['host', 'fffa1801fff0'],
        ['terminal', 'fffa180049424d2d333237392d322d45fff0'],
        ['host', 'fffd19fffb19'],
        ['terminal', 'fffb19fffd19'],
        ['host', '05c31140401df0ffef'],
        ['terminal', '6dffef'],
      ]).slice(2),
    ).toEqual([
      'IAC SB TERMINAL-TYPE SEND IAC SE',
      'IAC SB TERMINAL-TYPE IS IBM-3279-2-E IAC SE',
      'IAC DO END-OF-RECORD',
      'IAC WILL END-OF-RECORD',
      'IAC WILL END-OF-RECORD',
      'IAC DO END-OF-RECORD',
      'Erase/Write, WCC (reset, restore keyboard, reset MDT): SBA, SF',
      'AID CLEAR',
    ]);
  });

  it.each([
    ['host', 'fffa1f00500018fff0', 'IAC SB NAWS 80 24 IAC SE'],
    ['host', 'fffa2701 03 4445564e414d45 fff0', 'IAC SB NEW-ENVIRON SEND USERVAR DEVNAME IAC SE'],
    [
      'terminal',
      'fffa2700 03 4445564e414d45 01 4431 fff0',
      'IAC SB NEW-ENVIRON IS USERVAR DEVNAME VALUE D1 IAC SE',
    ],
    ['terminal', 'fffa1d00 49424d fff0', 'IAC SB 3270-REGIME IS IBM IAC SE'],
    ['terminal', 'fffd06', 'IAC DO TIMING-MARK'],
    ['host', 'fff3', 'IAC BREAK'],
    ['host', 'fffbc8', 'IAC WILL 200'],
    ['host', 'fff8 ', 'IAC EL'],
    ['host', 'ff42', 'broken telnet: undefined-command'],
  ] as const)('reads %s %s', (sender, hex, text) => {
    expect(dissect(fromHex(hex), { sender }).map((item) => item.text)).toEqual([text]);
  });

  it.each([
    ['host', '01c3 11', 'Write, WCC (reset, restore keyboard, reset MDT), then order-truncated at byte 2'],
    ['host', '99', 'no 3270 command, then command-unknown at byte 0'],
    ['host', 'f6', 'Read Modified'],
    ['host', '6f', 'Erase All Unprotected'],
    [
      'host',
      'f3 0006 40 00 f1 c3',
      'Write Structured Field: Outbound 3270DS, partition 0, Write, WCC (reset, restore keyboard, reset MDT)',
    ],
    ['terminal', '88 0006 81 80 80 81', 'AID structured field: Query Reply Summary'],
    ['terminal', '016c6102 c1', 'Test Request: 1 field'],
    ['terminal', 'f3 5b60 11 40', 'refused 3270 record: inbound-malformed at byte 3'],
  ] as const)('reads the record %s %s', (sender, hex, text) => {
    expect(dissect(fromHex(`${hex} ffef`), { sender, mode: 'tn3270' }).map((item) => item.text)).toEqual([
      text,
    ]);
  });
});

describe('what must not be in a trace', () => {
  it('counts what a terminal types, and values of variables that may be secret', () => {
    expect(dissect(fromHex('73656372657421'), { sender: 'terminal' })[0]?.text).toBe('text, 7 characters');
    expect(
      dissect(fromHex('fffa2700 03 50415353 01 736563726574 fff0'), { sender: 'terminal' })[0]?.text,
    ).toBe('IAC SB NEW-ENVIRON IS USERVAR PASS VALUE (6 bytes) IAC SE');
  });

  it('shows no control characters of the host', () => {
    expect(dissect(fromHex('1b5b324a48'))[0]?.text).toBe('text, 5 characters: \\x1b[2JH');
  });
});

describe('places', () => {
  it('tells offset and length, and what is incomplete', () => {
    expect(lines(dissect(fromHex('fffd2e 4142 fffa18')))).toEqual([
      '0+3 IAC DO STARTTLS',
      '3+2 text, 2 characters: AB',
      '5+3 incomplete, 3 bytes',
    ]);
  });

  it('reads the same in any cut', () => {
    const whole = (steps: readonly Step[]) => {
      const dissector = new Dissector();
      return lines(readAll(dissector, steps));
    };
    for (const steps of [START_TLS, TN3270E]) {
      const expected = whole(steps);
      const single = steps.flatMap(([sender, hex]) =>
        Array.from(fromHex(hex), (byte): Step => [sender, byte.toString(16).padStart(2, '0')]),
      );
      expect(whole(single)).toEqual(expected);
      fc.assert(
        fc.property(fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 8 }), (sizes) => {
          let turn = 0;
          const cut = steps.flatMap(([sender, hex]) => {
            const bytes = hex.replaceAll(' ', '');
            const pieces: Step[] = [];
            for (let at = 0; at < bytes.length; ) {
              const size = 2 * (sizes[turn++ % sizes.length] as number);
              pieces.push([sender, bytes.slice(at, at + size)]);
              at += size;
            }
            return pieces;
          });
          expect(whole(cut)).toEqual(expected);
        }),
        { numRuns: 50 },
      );
    }
  });

  it('never throws, whatever comes, and never describes a byte twice', () => {
    const byte = fc.oneof(fc.nat(255), fc.constantFrom(0xff, 0xf0, 0xfa, 0xef, 0x00, 0x28, 0x2e, 0x16, 0x03));
    const chunk = fc.array(byte, { maxLength: 60 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom<Sender>('host', 'terminal'), chunk), { maxLength: 8 }),
        fc.constantFrom('negotiating', 'tn3270', 'tn3270e'),
        (chunks, mode) => {
          const dissector = new Dissector({ mode: mode as 'tn3270' });
          const total = { host: 0, terminal: 0 };
          for (const [sender, bytes] of chunks) {
            total[sender] += bytes.length;
            for (const item of dissector.read(sender, Uint8Array.from(bytes))) {
              expect(item.offset + item.length).toBeLessThanOrEqual(total[sender]);
              expect(item.text).toMatch(/^[\x20-\x7e]+$/);
            }
          }
        },
      ),
    );
  });
});
