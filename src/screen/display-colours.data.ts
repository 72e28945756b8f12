/** How a colour of type 42 or 45 looks elsewhere. */
export interface DisplayColour {
  /** As it stands in names of CSS classes. */
  readonly name: string;
  /** For CSS. */
  readonly css: string;
  /** ECMA-48 SGR parameter of the foreground, with the bright ones from 90 on; the background is 10 more. */
  readonly sgr: number;
}

/** By the low half of the value, F0 to FF (DS-103). */
const DISPLAY_COLOURS: readonly DisplayColour[] = [
  { name: 'neutral-black', css: '#000000', sgr: 30 },
  { name: 'blue', css: '#5c8cff', sgr: 94 },
  { name: 'red', css: '#ff4040', sgr: 91 },
  { name: 'pink', css: '#ff70d0', sgr: 95 },
  { name: 'green', css: '#24d830', sgr: 32 },
  { name: 'turquoise', css: '#58f0f0', sgr: 36 },
  { name: 'yellow', css: '#ffff00', sgr: 93 },
  { name: 'neutral-white', css: '#d8d8d8', sgr: 37 },
  { name: 'black', css: '#000000', sgr: 30 },
  { name: 'deep-blue', css: '#2840e0', sgr: 34 },
  { name: 'orange', css: '#ffa028', sgr: 33 },
  { name: 'purple', css: '#a840ff', sgr: 35 },
  { name: 'pale-green', css: '#98f898', sgr: 92 },
  { name: 'pale-turquoise', css: '#a8f8f8', sgr: 96 },
  { name: 'grey', css: '#888888', sgr: 90 },
  { name: 'white', css: '#ffffff', sgr: 97 },
];

/** Bits of {@link StyledRun.highlighting}. */
export const HIGHLIGHTING_BITS = { blink: 1, reverse: 2, underscore: 4, intensify: 8 } as const;

/** The colour of a value; undefined for 0, the default. */
export function displayColour(value: number): DisplayColour | undefined {
  return value === 0 ? undefined : DISPLAY_COLOURS[value & 15];
}
