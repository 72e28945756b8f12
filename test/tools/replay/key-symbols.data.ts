/** Names that X11 has for the characters of ISO 8859-1, letters and figures apart: from a code on, in order. */
const RANGES: readonly (readonly [first: number, names: string])[] = [
  [
    0x20,
    'space exclam quotedbl numbersign dollar percent ampersand apostrophe parenleft parenright asterisk plus comma minus period slash',
  ],
  [0x3a, 'colon semicolon less equal greater question at'],
  [0x5b, 'bracketleft backslash bracketright asciicircum underscore grave'],
  [0x7b, 'braceleft bar braceright asciitilde'],
  [0xa0, 'nobreakspace exclamdown cent sterling currency yen brokenbar section'],
  [0xa8, 'diaeresis copyright ordfeminine guillemotleft notsign hyphen registered macron'],
  [0xb0, 'degree plusminus twosuperior threesuperior acute mu paragraph periodcentered'],
  [0xb8, 'cedilla onesuperior masculine guillemotright onequarter onehalf threequarters questiondown'],
  [0xc0, 'Agrave Aacute Acircumflex Atilde Adiaeresis Aring AE Ccedilla'],
  [0xc8, 'Egrave Eacute Ecircumflex Ediaeresis Igrave Iacute Icircumflex Idiaeresis'],
  [0xd0, 'ETH Ntilde Ograve Oacute Ocircumflex Otilde Odiaeresis multiply'],
  [0xd8, 'Oslash Ugrave Uacute Ucircumflex Udiaeresis Yacute THORN ssharp'],
  [0xe0, 'agrave aacute acircumflex atilde adiaeresis aring ae ccedilla'],
  [0xe8, 'egrave eacute ecircumflex ediaeresis igrave iacute icircumflex idiaeresis'],
  [0xf0, 'eth ntilde ograve oacute ocircumflex otilde odiaeresis division'],
  [0xf8, 'oslash ugrave uacute ucircumflex udiaeresis yacute thorn ydiaeresis'],
];

/** Codes of ISO 8859-1 by the names that X11 has for them. */
export const KEY_SYMBOLS: ReadonlyMap<string, number> = new Map(
  RANGES.flatMap(([first, names]) => names.split(' ').map((name, index) => [name, first + index] as const)),
);
