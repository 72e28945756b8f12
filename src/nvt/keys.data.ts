/** Keys whose bytes never change; as x3270 sends them (`nvt.c`, `kybd.c`). BackSpace, Erase and the cursor keys are apart. */
export const KEY_TEXTS: Readonly<Record<string, string>> = {
  enter: '\r',
  newline: '\n',
  tab: '\t',
  delete: '\x7f',
  deleteWord: '\x17', //  ^W
  deleteField: '\x15', // ^U
  home: '\x1b[H',
  clear: '\x1b[2K',
  pa1: '\x1bOP',
  pa2: '\x1bOQ',
  pa3: '\x1bOR',
  // As xterm: the VT100's PF keys, then those of a VT220. From 21 on they are x3270's own.
  pf1: '\x1bOP',
  pf2: '\x1bOQ',
  pf3: '\x1bOR',
  pf4: '\x1bOS',
  pf5: '\x1b[15~',
  pf6: '\x1b[17~',
  pf7: '\x1b[18~',
  pf8: '\x1b[19~',
  pf9: '\x1b[20~',
  pf10: '\x1b[21~',
  pf11: '\x1b[23~',
  pf12: '\x1b[24~',
  pf13: '\x1b[25~',
  pf14: '\x1b[26~',
  pf15: '\x1b[28~',
  pf16: '\x1b[29~',
  pf17: '\x1b[31~',
  pf18: '\x1b[32~',
  pf19: '\x1b[33~',
  pf20: '\x1b[34~',
  pf21: '\x1b[35~',
  pf22: '\x1b[36~',
  pf23: '\x1b[37~',
  pf24: '\x1b[38~',
};

/** Keys that move the cursor: what stands behind ESC [, or behind ESC O in application mode. */
export const CURSOR_KEY_FINALS: Readonly<Record<string, string>> = {
  up: 'A',
  down: 'B',
  right: 'C',
  left: 'D',
};

/** Keys that erase the character before the cursor. */
export const ERASE_KEYS: readonly string[] = ['backspace', 'erase'];
