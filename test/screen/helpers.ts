import { fromHex, toHex } from '../../src/bytes/index.js';
import { cp037 } from '../../src/codepage/index.js';
import {
  type OutboundResult,
  PresentationSpace,
  type PresentationSpaceOptions,
} from '../../src/screen/index.js';

/** A 24 × 80 colour display, as the vectors of the data stream sheet want it. */
export function display(options: Partial<PresentationSpaceOptions> = {}): PresentationSpace {
  return new PresentationSpace({ codePage: cp037, ...options });
}

/** Applies a record in hexadecimal. */
export function out(screen: PresentationSpace, hex: string): OutboundResult {
  return screen.applyRecord(fromHex(hex));
}

/** Applies a record that must be accepted, and gives back the reply, or `none`. */
export function ask(screen: PresentationSpace, hex: string): string {
  const { status, reply } = out(screen, hex);
  if (status !== 'accepted') return status;
  return reply === undefined ? 'none' : toHex(reply);
}

/** Writes out the notation of the sheet, where `00*3` stands for three null bytes, in the form of {@link toHex}. */
export function bytes(notation: string): string {
  return notation
    .trim()
    .split(/\s+/)
    .map((part) => {
      const [byte, count] = part.split('*');
      return (byte as string).repeat(Number(count ?? 1));
    })
    .join('')
    .toLowerCase();
}
