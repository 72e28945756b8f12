import type { Parameters } from './parameters.js';
import type { Rendition, VirtualTerminal } from './virtual-terminal.js';

/** Bits of highlighting; any of them may hold at once. They are the low bits of the 3270's F1, F2, F4 and F8. */
const RENDITIONS = { blink: 0x01, reverse: 0x02, underscore: 0x04, intensify: 0x08 } as const;

/** The 3270's colours for black, red, green, yellow, blue, magenta, cyan, white; those of x3270. */
const COLOURS = [0xf0, 0xf2, 0xf4, 0xf6, 0xf1, 0xf3, 0xf5, 0xf7];
/** The nearest colours to the bright ones, where there is one: grey, pale green, pale turquoise, white. */
const BRIGHT_COLOURS = [0xfe, 0xf2, 0xfc, 0xf6, 0xf1, 0xf3, 0xfd, 0xff];

/** Behind 38 and 48: a colour by number, or by red, green and blue. */
const INDEXED = 5;
const DIRECT = 2;

const HIGHLIGHTING = 0xf0;

/** SGR: changes colours and highlighting by each parameter in turn; what a 3270 cannot show is passed over. */
export function selectGraphicRendition(terminal: VirtualTerminal, parameters: Parameters): void {
  const rendition: Rendition = { ...terminal.rendition };
  let bits = rendition.highlighting & 0x0f;
  for (let i = 0; i < parameters.count; i++) {
    const value = parameters.at(i);
    if (value === 38 || value === 48) {
      if (parameters.at(i + 1) === INDEXED) {
        setColour(rendition, value === 38, indexedColour(parameters.at(i + 2)));
        i += 2;
      } else if (parameters.at(i + 1) === DIRECT) i += 4;
    } else if (value >= 30) selectColour(rendition, value);
    else bits = selectHighlighting(bits, value, rendition);
  }
  rendition.highlighting = bits === 0 ? 0 : HIGHLIGHTING | bits;
  terminal.render(rendition);
}

function selectHighlighting(bits: number, value: number, rendition: Rendition): number {
  switch (value) {
    case 0:
      rendition.foreground = 0;
      rendition.background = 0;
      return 0;
    case 1:
      return bits | RENDITIONS.intensify;
    case 4:
      return bits | RENDITIONS.underscore;
    case 5:
      return bits | RENDITIONS.blink;
    case 7:
      return bits | RENDITIONS.reverse;
    case 22:
      return bits & ~RENDITIONS.intensify;
    case 24:
      return bits & ~RENDITIONS.underscore;
    case 25:
      return bits & ~RENDITIONS.blink;
    case 27:
      return bits & ~RENDITIONS.reverse;
    default:
      return bits;
  }
}

/** 30 to 37 and 40 to 47, 39 and 49 for the defaults, 90 to 97 and 100 to 107. */
function selectColour(rendition: Rendition, value: number): void {
  const isBright = value >= 90;
  const tens = Math.floor((isBright ? value - 60 : value) / 10);
  const units = value % 10;
  if (tens !== 3 && tens !== 4) return;
  if (units === 9 && !isBright) setColour(rendition, tens === 3, 0);
  else if (units < 8)
    setColour(rendition, tens === 3, (isBright ? BRIGHT_COLOURS : COLOURS)[units] as number);
}

function setColour(rendition: Rendition, isForeground: boolean, colour: number): void {
  if (isForeground) rendition.foreground = colour;
  else rendition.background = colour;
}

/** The first sixteen of a palette; the rest is shown in the default colour. */
function indexedColour(index: number): number {
  return COLOURS[index] ?? BRIGHT_COLOURS[index - 8] ?? 0;
}
