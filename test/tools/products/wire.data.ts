/** Telnet as it stands on the wire, in hex; starttls.md §1. */
export const DO_STARTTLS = 'fffd2e';
export const DONT_STARTTLS = 'fffe2e';
export const WILL_STARTTLS = 'fffb2e';
export const WONT_STARTTLS = 'fffc2e';
export const FOLLOWS = 'fffa2e01fff0';
export const DO_TN3270E = 'fffd28';
export const WILL_TN3270E = 'fffb28';

/** Whether bytes hold a sequence that is given in hex. */
export function has(bytes: Buffer, hex: string): boolean {
  return bytes.includes(Buffer.from(hex, 'hex'));
}
