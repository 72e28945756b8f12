import type { SnapshotObject, SnapshotReader } from '../bytes/index.js';
import { privateModeNumbers } from './private-modes.js';
import {
  CHARACTER_SETS,
  type CharacterSets,
  type Rendition,
  type VirtualTerminal,
} from './virtual-terminal.js';

/** All that a terminal remembers beside the screen, as plain values. */
export function saveTerminal(terminal: VirtualTerminal): SnapshotObject {
  const { saved } = terminal;
  return {
    surface: terminal.surface.snapshot(),
    top: terminal.top,
    bottom: terminal.bottom,
    switches: SWITCHES.map((name) => terminal[name]),
    wraps: terminal.wraps,
    singleShift: terminal.singleShift,
    rendition: renditionValues(terminal.rendition),
    sets: setValues(terminal.sets),
    tabStops: [...terminal.tabStops],
    saved:
      saved === undefined
        ? null
        : { cursor: saved.cursor, rendition: renditionValues(saved.rendition), sets: setValues(saved.sets) },
    savedModes: [...terminal.savedModes].map(([mode, on]) => (on ? mode : -mode)),
  };
}

/** Takes over what {@link saveTerminal} gave, for a screen of the same size. @throws UsageError `snapshot-invalid` */
export function loadTerminal(terminal: VirtualTerminal, snapshot: SnapshotReader): void {
  const { rows, columns } = terminal.surface;
  terminal.reset();
  terminal.surface.restore(snapshot.object('surface'));
  terminal.top = snapshot.integer('top', 0, rows - 1);
  terminal.bottom = snapshot.integer('bottom', terminal.top + 1, rows);
  const switches = snapshot.list('switches', SWITCHES.length);
  SWITCHES.forEach((name, index) => {
    terminal[name] = switches[index] === true;
  });
  terminal.wraps = snapshot.boolean('wraps');
  terminal.singleShift = snapshot.integer('singleShift', -1, 3);
  terminal.render(readRendition(snapshot));
  terminal.sets = readSets(snapshot);
  terminal.tabStops.set(snapshot.integers('tabStops', columns, 0, 1));
  const saved = snapshot.objectOrNull('saved');
  if (saved !== undefined) {
    const cursor = saved.integer('cursor', 0, rows * columns - 1);
    terminal.saved = { cursor, rendition: readRendition(saved), sets: readSets(saved) };
  }
  const modes = privateModeNumbers();
  for (const mode of snapshot.integers('savedModes', modes.length, -1049, 1049)) {
    if (modes.includes(Math.abs(mode))) terminal.savedModes.set(Math.abs(mode), mode > 0);
  }
}

/** The modes that are only on or off. */
const SWITCHES = [
  'insertMode',
  'newLineMode',
  'applicationCursorKeys',
  'autoWrap',
  'cursorVisible',
  'reverseWrap',
] as const;

function renditionValues({ foreground, background, highlighting }: Readonly<Rendition>): number[] {
  return [foreground, background, highlighting];
}

function readRendition(snapshot: SnapshotReader): Rendition {
  const [foreground = 0, background = 0, highlighting = 0] = snapshot.integers('rendition', 3, 0, 255);
  return { foreground, background, highlighting };
}

function setValues({ active, designated }: Readonly<CharacterSets>): number[] {
  return [active, ...designated];
}

function readSets(snapshot: SnapshotReader): CharacterSets {
  const { ascii } = CHARACTER_SETS;
  const [active = 0, g0 = ascii, g1 = ascii, g2 = ascii, g3 = ascii] = snapshot.integers('sets', 5, 0, 3);
  return { active, designated: [g0, g1, g2, g3] };
}
