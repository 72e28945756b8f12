import { fromHex } from '../../../src/bytes/index.js';
import type { Message } from './generate.js';

/** One thing that is not the same. */
export interface NegotiationDifference {
  readonly what: 'sent' | 'look';
  readonly ours: string;
  readonly theirs: string;
}

/** A difference between what our session and s3270 make of a message of the host that is meant. */
export interface KnownNegotiationDifference {
  readonly name: string;
  readonly clause: string;
  readonly reason: string;
  /** It leaves something behind: the scenario ends with it. */
  readonly lasts: boolean;
  readonly explains: (
    difference: NegotiationDifference,
    message: Message,
    before: readonly Message[],
  ) => boolean;
}

/** Whether the host has said a verb about an option, and not taken it back. */
function isOn(before: readonly Message[], verb: 'fd' | 'fb', option: string): boolean {
  const all = before.map(({ hex }) => hex).join('');
  const off = verb === 'fd' ? 'fe' : 'fc';
  return all.lastIndexOf(`ff${verb}${option}`) > all.lastIndexOf(`ff${off}${option}`);
}

/** Whether DO TERMINAL-TYPE waits for the environment to be asked for (TEL-109), as both do here. */
function isHeldBack(before: readonly Message[]): boolean {
  const all = before.map(({ hex }) => hex).join('');
  return isOn(before, 'fd', '27') && all.lastIndexOf('fffa2701') < all.lastIndexOf('fffd27');
}

function textOf(hex: string): string {
  return String.fromCharCode(...fromHex(hex)).trimEnd();
}

export const NEGOTIATION_KNOWN: readonly KnownNegotiationDifference[] = [
  {
    name: 'TERMINAL-TYPE without agreement',
    clause: 'RFC 855; RFC 1091 §5, TEL-081',
    reason:
      'A subnegotiation of an option that is off is passed over. s3270 answers SEND TERMINAL-TYPE all the same.',
    lasts: true,
    explains: ({ what, ours, theirs }, { name }, before) =>
      what === 'sent' &&
      name === 'SEND TERMINAL-TYPE' &&
      (!isOn(before, 'fd', '18') || isHeldBack(before)) &&
      ours === '' &&
      theirs === 'fffa180049424d2d333237392d332d45fff0',
  },
  {
    name: 'size told again',
    clause: 'RFC 1143 §7, TEL-032',
    reason: 'DO of an option that is on is no question. s3270 tells the window size at each DO NAWS.',
    lasts: false,
    explains: ({ what, ours, theirs }, { hex }, before) =>
      what === 'sent' &&
      hex === 'fffd1f' &&
      isOn(before, 'fd', '1f') &&
      ours === '' &&
      theirs === 'fffa1f00500020fff0',
  },
  {
    name: 'TERMINAL-TYPE of the host',
    clause: 'RFC 1091 §5, TEL-056',
    reason: 'A host has no terminal type to tell, and WILL TERMINAL-TYPE is refused. s3270 agrees.',
    lasts: true,
    explains: ({ what, ours, theirs }, { hex }) =>
      what === 'sent' && hex === 'fffb18' && ours === 'fffe18' && theirs === 'fffd18',
  },
  {
    name: 'echo in TN3270',
    clause: 'RFC 857 §5, TEL-068',
    reason: 'ECHO has no meaning beside 3270 data, and the host is refused. s3270 agrees.',
    lasts: true,
    explains: ({ what, ours, theirs }, { hex }, before) =>
      what === 'sent' &&
      hex === 'fffb01' &&
      before.some(({ hex: other }) => other === 'fffd19fffb19fffd00fffb00' || other.startsWith('fffa2803')) &&
      ours === 'fffe01' &&
      theirs === 'fffd01',
  },
  {
    name: 'keyboard behind BIND',
    clause: 'TNE-079',
    reason: 'A BIND locks the keyboard until the host restores it. s3270 leaves it open where it was.',
    lasts: true,
    explains: ({ what, ours, theirs }, { name }) =>
      what === 'look' && name === 'BIND-IMAGE' && ours === theirs.replace(' []', ' locked []'),
  },
  {
    name: 'UNBIND without BIND',
    clause: 'TNE-069, TNE-077',
    reason: 'An UNBIND undoes a BIND. s3270 erases also where there was none.',
    lasts: true,
    explains: ({ what, theirs }, { name }, before) =>
      what === 'look' &&
      name === 'UNBIND' &&
      before.findLast((message) => message.name === 'BIND-IMAGE' || message.name === 'UNBIND')?.name !==
        'BIND-IMAGE' &&
      /^(?:24|32)x80 at 0 locked \[\]$/.test(theirs),
  },
  {
    name: 'NVT anew',
    clause: 'x3270 sheet §7',
    reason:
      'Behind a change of an option s3270 is not in an NVT until text comes again, and then erases. Our session stays in it, with what is shown.',
    lasts: true,
    explains: ({ what, ours, theirs }, { name, hex }, before) =>
      what === 'look' &&
      name === 'text' &&
      before.some((message) => message.name === 'text') &&
      ours !== theirs &&
      theirs.includes(JSON.stringify([textOf(hex)])),
  },
  {
    name: 'NEW-ENVIRON without agreement',
    clause: 'RFC 855; RFC 1572 §2, TEL-057',
    reason:
      'A subnegotiation of an option that is off is passed over. s3270 answers SEND NEW-ENVIRON all the same.',
    lasts: false,
    explains: ({ what, ours, theirs }, { name }, before) =>
      what === 'sent' &&
      name === 'SEND NEW-ENVIRON' &&
      !isOn(before, 'fd', '27') &&
      ours === '' &&
      theirs.startsWith('fffa2700'),
  },
];
