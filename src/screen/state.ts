import type { CodePage } from '../codepage/index.js';
import { AIDS } from '../datastream/index.js';
import type { ScreenSize } from './geometry.js';
import { Keyboard } from './keyboard.js';
import { Planes } from './planes.js';

/** What Read Buffer and Read Modified tell about attributes (DS-156 to DS-158). */
export type ReplyMode = 'field' | 'extendedField' | 'character';

/**
 * All that a presentation space remembers, as plain values. The modules of this folder read and write it; only the
 * facade holds it, and nothing of it is ever handed out.
 */
export class ScreenState {
  readonly planes: Planes;
  readonly keyboard: Keyboard = new Keyboard();
  readonly codePage: CodePage;
  /** Whether the device has colours (DS-224). */
  readonly colour: boolean;
  readonly numericLock: boolean;
  defaultSize: ScreenSize;
  alternateSize: ScreenSize;
  cursor = 0;
  /** Where the next order or character of a write goes. */
  bufferAddress = 0;
  /** The attention identifier that host reads answer with (DS-136). */
  aid: number = AIDS.none;
  replyMode: ReplyMode = 'field';
  /** Attribute types that are reported in character mode (DS-160); a set of bits, see `read.ts`. */
  replyAttributes = 0;
  insertMode = false;
  /** Where input starts that an SSCP-LU session sends. */
  sscpLuStart = 0;

  constructor(options: {
    codePage: CodePage;
    colour: boolean;
    numericLock: boolean;
    defaultSize: ScreenSize;
    alternateSize: ScreenSize;
  }) {
    this.codePage = options.codePage;
    this.colour = options.colour;
    this.numericLock = options.numericLock;
    this.defaultSize = options.defaultSize;
    this.alternateSize = options.alternateSize;
    this.planes = new Planes(options.defaultSize);
  }

  /** Nulls, no fields, cursor and buffer address 0, in a size; @returns whether the size is another one now. */
  erase(size: ScreenSize): boolean {
    const { planes } = this;
    const resized = planes.rows !== size.rows || planes.columns !== size.columns;
    planes.erase(size);
    this.cursor = 0;
    this.bufferAddress = 0;
    return resized;
  }
}
