/** Masks of the field attribute byte (DS-087 to DS-092). */
export const FIELD_ATTRIBUTE = {
  protected: 0x20,
  /** With `protected`: the cursor skips the field. */
  numeric: 0x10,
  /** The two display bits; their values are {@link FIELD_DISPLAY}. */
  display: 0x0c,
  /** Modified data tag (MDT): the field is sent on Read Modified. */
  modified: 0x01,
  /** The bits that have a meaning and are kept; the others only make the byte graphic (DS-221). */
  meaning: 0x3d,
} as const;

/** Values of the display bits of a field attribute (DS-090). */
export const FIELD_DISPLAY = {
  normal: 0x00,
  /** Normal, and detectable by the selector pen. */
  detectable: 0x04,
  /** Intensified, and detectable by the selector pen. */
  intensified: 0x08,
  hidden: 0x0c,
} as const;

/** How the characters of a field are shown. */
export type FieldDisplay = keyof typeof FIELD_DISPLAY;

/** Types of attributes in SFE, MF and SA (DS-098 to DS-107). */
export const ATTRIBUTE_TYPES = {
  /** In SA only: value 00 puts all character attributes back to their defaults. */
  all: 0x00,
  highlighting: 0x41,
  foreground: 0x42,
  characterSet: 0x43,
  background: 0x45,
  transparency: 0x46,
  /** In SFE and MF only, as all that follow. */
  fieldAttribute: 0xc0,
  validation: 0xc1,
  outlining: 0xc2,
  /** Whether shift codes are created as double-byte text is typed. */
  inputControl: 0xfe,
} as const;

/** Name of an attribute type, such as `foreground`. */
export type AttributeTypeName = keyof typeof ATTRIBUTE_TYPES;

/** Extended highlighting (type 41, DS-102). */
export const HIGHLIGHTING = {
  default: 0x00,
  /** As the field attribute says. */
  normal: 0xf0,
  blink: 0xf1,
  reverse: 0xf2,
  underscore: 0xf4,
  intensify: 0xf8,
} as const;

/** Colours (types 42 and 45, DS-103). */
export const COLORS = {
  default: 0x00,
  neutralBlack: 0xf0,
  blue: 0xf1,
  red: 0xf2,
  pink: 0xf3,
  green: 0xf4,
  turquoise: 0xf5,
  yellow: 0xf6,
  neutralWhite: 0xf7,
  black: 0xf8,
  deepBlue: 0xf9,
  orange: 0xfa,
  purple: 0xfb,
  paleGreen: 0xfc,
  paleTurquoise: 0xfd,
  grey: 0xfe,
  white: 0xff,
} as const;

/** Character sets (type 43, DS-104); 40..EF are loaded sets. */
export const CHARACTER_SETS = {
  default: 0x00,
  /** The set that graphic escapes select, APL on most terminals. */
  graphicEscape: 0xf1,
  doubleByte: 0xf8,
} as const;

/** Transparency (type 46, DS-106). */
export const TRANSPARENCY = { default: 0x00, or: 0xf0, exclusiveOr: 0xf1, opaque: 0xff } as const;

/** Bits of field validation (type C1, DS-100). */
export const VALIDATION = { trigger: 0x01, mandatoryEntry: 0x02, mandatoryFill: 0x04 } as const;

/** Bits of field outlining (type C2, DS-101); all four make a box. */
export const OUTLINING = { underline: 0x01, right: 0x02, overline: 0x04, left: 0x08 } as const;
