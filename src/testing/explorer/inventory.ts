import { ByteWriter, fromHex } from '../../bytes/index.js';
import { OPTIONS, VERBS, writeNegotiation } from '../../telnet/index.js';
import { FIN, type Message, type MessageTable } from './messages.js';

/** No option that anybody knows. */
const UNKNOWN_OPTION = 85;

/** What an attacker may put on the wire beside all verbs with all options, in hex. */
const TELNET: readonly string[] = [
  'fffa2e01fff0', //                                 FOLLOWS
  'fffa2efff0', //                                   START_TLS without a code
  'fffa2e02fff0', //                                 with another code
  'fffa2e0101fff0', //                               with too much
  'fffa1801fff0', //                                 TERMINAL-TYPE SEND
  'fffa180049424d2d333237382d322d45fff0', //         TERMINAL-TYPE IS IBM-3278-2-E
  'fffa280802fff0', //                               TN3270E SEND DEVICE-TYPE
  'fffa28020749424d2d333237382d322d45fff0', //       DEVICE-TYPE REQUEST IBM-3278-2-E
  'fffa28020449424d2d333237382d322d45014c5531fff0', // DEVICE-TYPE IS IBM-3278-2-E CONNECT LU1
  'fffa28020605fff0', //                             DEVICE-TYPE REJECT REASON TYPE-NAME-ERROR
  'fffa28030702fff0', //                             FUNCTIONS REQUEST RESPONSES
  'fffa280304fff0', //                               FUNCTIONS IS nothing
  'fffa28020749424d2d333237382d322d45004c5531fff0', // DEVICE-TYPE REQUEST IBM-3278-2-E ASSOCIATE LU1
  'fffa2701fff0', //                                 NEW-ENVIRON SEND
  'fffa2700fff0', //                                 NEW-ENVIRON IS nothing
  'fffa1f00500018fff0', //                           NAWS 80 by 24
  // NOP stands for EOF, SUSP, ABORT, DM, EC and EL: a session tells of them, and does no more with any.
  'fff1', //                                         NOP
  'fff3', //                                         BRK
  'fff4', //                                         IP
  'fff5', //                                         AO
  'fff6', //                                         AYT
  'fff9', //                                         GA
  'ffef', //                                         EOR, which ends a record of nothing
  '160301000401000000', //                           a TLS record header and what follows it
  'f5c31d60c1ffef', //                               a 3270 record
  '0000000000f5c31d60c1ffef', //                     the same with a TN3270E header
  '6c6f67696e3a20', //                               NVT text
];

/** What an attacker may insert, by number, and which of it speaks of START_TLS. */
export interface Inventory {
  readonly all: readonly number[];
  readonly startTls: readonly number[];
}

export function makeInventory(messages: MessageTable): Inventory {
  const all = [FIN, ...negotiations(), ...TELNET.map((hex) => clear(fromHex(hex)))];
  const startTls = all.filter(({ bytes }) => bytes[0] === 0xff && bytes[2] === OPTIONS.startTls);
  const numbers = (list: readonly Message[]): number[] => list.map((message) => messages.intern(message));
  return { all: numbers(all), startTls: numbers(startTls) };
}

function negotiations(): Message[] {
  return [...Object.values(OPTIONS), UNKNOWN_OPTION].flatMap((option) =>
    VERBS.map((verb) => {
      const writer = new ByteWriter();
      writeNegotiation(writer, verb, option);
      return clear(writer.take());
    }),
  );
}

function clear(bytes: Uint8Array): Message {
  return { kind: 'clear', bytes };
}
