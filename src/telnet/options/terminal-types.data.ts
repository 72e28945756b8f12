/** Models of 3270 displays. The number sets the alternate size (RFC 1576 §4, RFC 2355 §7.1, TEL-086). */
export type TerminalModel = 2 | 3 | 4 | 5;

/** Alternate size of each model; the default size of all is 24 rows of 80 columns. */
export const MODEL_SIZES = {
  2: { rows: 24, columns: 80 },
  3: { rows: 32, columns: 80 },
  4: { rows: 43, columns: 80 },
  5: { rows: 27, columns: 132 },
} as const;

/** Which kind of device a name stands for. */
export type DeviceKind = 'display' | 'dynamic' | 'printer';

/** One name: the name, kind of device, model (0: none), `-E`, and whether TN3270E knows it as a device type. */
type Row = readonly [
  name: string,
  kind: DeviceKind,
  model: TerminalModel | 0,
  extended: boolean,
  tn3270e: boolean,
];

/** Names met in practice (RFC 1576 §4, RFC 2355 §7.1, RFC 1646 §3, hosts' tables; TEL-086, TEL-087, TNE-014). */
export const TERMINAL_TYPE_NAMES: readonly Row[] = [
  ['IBM-3277-2', 'display', 2, false, false],
  ['IBM-3278-2', 'display', 2, false, true],
  ['IBM-3278-2-E', 'display', 2, true, true],
  ['IBM-3278-3', 'display', 3, false, true],
  ['IBM-3278-3-E', 'display', 3, true, true],
  ['IBM-3278-4', 'display', 4, false, true],
  ['IBM-3278-4-E', 'display', 4, true, true],
  ['IBM-3278-5', 'display', 5, false, true],
  ['IBM-3278-5-E', 'display', 5, true, true],
  ['IBM-3279-2', 'display', 2, false, false],
  ['IBM-3279-2-E', 'display', 2, true, false],
  ['IBM-3279-3', 'display', 3, false, false],
  ['IBM-3279-3-E', 'display', 3, true, false],
  ['IBM-3279-4', 'display', 4, false, false],
  ['IBM-3279-4-E', 'display', 4, true, false],
  ['IBM-3279-5', 'display', 5, false, false],
  ['IBM-3279-5-E', 'display', 5, true, false],
  ['IBM-3179-2', 'display', 2, false, false],
  ['IBM-3180-2', 'display', 2, false, false],
  ['IBM-DYNAMIC', 'dynamic', 0, true, true],
  ['IBM-3287-1', 'printer', 0, false, true],
];
