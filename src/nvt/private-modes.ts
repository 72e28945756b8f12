import { CHARACTER_SETS, type VirtualTerminal } from './virtual-terminal.js';

const DECANM = 2;

/** A mode that is switched by DECSET and DECRST and kept by XTSAVE: what it is now, and how to switch it. */
interface PrivateMode {
  readonly isOn: (terminal: VirtualTerminal) => boolean;
  readonly set: (terminal: VirtualTerminal, on: boolean) => void;
  readonly isOnAtStart?: true;
}

/** Both modes change the buffer and nothing else, as in x3270: the cursor stays where it is. */
const ALTERNATE_SCREEN: PrivateMode = {
  isOn: ({ surface }) => surface.alternate,
  set: (terminal, on) => {
    if (on) terminal.surface.showAlternate();
    else terminal.surface.showMain();
  },
};

/** By their numbers. Those that x3270 accepts and that change nothing on a screen of one size (3, 40) are not listed. */
const PRIVATE_MODES: ReadonlyMap<number, PrivateMode> = /* @__PURE__ */ new Map<number, PrivateMode>([
  [
    1, // DECCKM: cursor keys
    {
      isOn: ({ applicationCursorKeys }) => applicationCursorKeys,
      set: (terminal, on) => {
        terminal.applicationCursorKeys = on;
      },
    },
  ],
  [
    DECANM, // on designates ASCII for all sets, and there is no VT52 to go to
    {
      isOn: () => true,
      set: (terminal, on) => {
        if (on) terminal.sets.designated.fill(CHARACTER_SETS.ascii);
      },
      isOnAtStart: true,
    },
  ],
  [
    7, // DECAWM: wrap at the last column
    {
      isOn: ({ autoWrap }) => autoWrap,
      set: (terminal, on) => {
        terminal.autoWrap = on;
      },
      isOnAtStart: true,
    },
  ],
  [
    25, // DECTCEM: cursor
    {
      isOn: ({ cursorVisible }) => cursorVisible,
      set: (terminal, on) => {
        terminal.cursorVisible = on;
      },
      isOnAtStart: true,
    },
  ],
  [
    45, // reverse wrap
    {
      isOn: ({ reverseWrap }) => reverseWrap,
      set: (terminal, on) => {
        terminal.reverseWrap = on;
      },
    },
  ],
  [47, ALTERNATE_SCREEN],
  [1049, ALTERNATE_SCREEN],
]);

/** Numbers of the modes that can be kept. */
export function privateModeNumbers(): number[] {
  return [...PRIVATE_MODES.keys()];
}

/** DECSET and DECRST; a mode that is not there is passed over. */
export function setPrivateMode(terminal: VirtualTerminal, mode: number, on: boolean): void {
  PRIVATE_MODES.get(mode)?.set(terminal, on);
}

/** XTSAVE. */
export function savePrivateMode(terminal: VirtualTerminal, mode: number): void {
  const found = PRIVATE_MODES.get(mode);
  if (found !== undefined) terminal.savedModes.set(mode, found.isOn(terminal));
}

/** XTRESTORE; a mode that was not saved becomes what it is at the start, and DECANM cannot be saved. */
export function restorePrivateMode(terminal: VirtualTerminal, mode: number): void {
  const found = mode === DECANM ? undefined : PRIVATE_MODES.get(mode);
  found?.set(terminal, terminal.savedModes.get(mode) ?? found.isOnAtStart === true);
}
