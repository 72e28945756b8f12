import { type CodePage, isDoubleByte } from '../codepage/index.js';
import { AIDS, type ReplyMode, type ScreenSize } from '../datastream/index.js';
import type { BlankFill } from './blank-fill.js';
import { DoubleByteText } from './double-byte.js';
import { Keyboard } from './keyboard.js';
import { Planes } from './planes.js';

/**
 * All that a presentation space remembers, as plain values. The modules of this folder read and write it; only the
 * facade holds it. Of it the keyboard alone is handed out, by the presentation space: to a session, which shows it to nobody.
 */
export class ScreenState {
  #planes: Planes | undefined;
  /** The size as long as there are no planes. */
  #size: ScreenSize;
  readonly keyboard: Keyboard = new Keyboard();
  readonly codePage: CodePage;
  /** Only with a code page that has double-byte characters. */
  readonly doubleByte: DoubleByteText | undefined;
  /** Whether the device has colours (DS-224). */
  readonly colour: boolean;
  readonly numericLock: boolean;
  readonly blankFill: BlankFill;
  /** Whether field validation is carried out (DS-100). */
  readonly fieldValidation: boolean;
  defaultSize: ScreenSize;
  alternateSize: ScreenSize;
  cursor = 0;
  /** The attention identifier that host reads answer with (DS-136). */
  aid: number = AIDS.none;
  replyMode: ReplyMode = 'field';
  /** Attribute types that are reported in character mode (DS-160); a set of bits, see `read.ts`. */
  replyAttributes = 0;
  insertMode = false;
  /** The attribute of the trigger field that was changed and not left; -1: none. */
  primedField = -1;
  /** The attribute of the trigger field that was sent, which reads answer with while its AID is kept; -1: none. */
  triggeredField = -1;
  /** Where input starts that an SSCP-LU session sends. */
  sscpLuStart = 0;

  constructor(options: {
    codePage: CodePage;
    colour: boolean;
    numericLock: boolean;
    blankFill?: BlankFill;
    fieldValidation?: boolean;
    defaultSize: ScreenSize;
    alternateSize: ScreenSize;
  }) {
    this.codePage = options.codePage;
    this.colour = options.colour;
    this.numericLock = options.numericLock;
    this.blankFill = options.blankFill ?? 'none';
    this.fieldValidation = options.fieldValidation === true;
    this.defaultSize = options.defaultSize;
    this.alternateSize = options.alternateSize;
    this.#size = options.defaultSize;
    const { codePage } = options;
    this.doubleByte = isDoubleByte(codePage) ? new DoubleByteText(codePage, this.planes) : undefined;
  }

  /** The character buffer, made when it is first asked for: many a session ends before its first screen. */
  get planes(): Planes {
    return this.#planes ?? this.#makePlanes();
  }

  #makePlanes(): Planes {
    const planes = new Planes(this.#size);
    this.#planes = planes;
    return planes;
  }

  /** The size in use. */
  get size(): ScreenSize {
    return this.#planes ?? this.#size;
  }

  /** Keyboard restore: the AID is forgotten with the lock (DS-028, DS-136). */
  restoreKeyboard(): void {
    this.aid = AIDS.none;
    this.triggeredField = -1;
    this.insertMode = false;
    this.keyboard.apply('restored');
  }

  /** Nulls, no fields, cursor at 0, in a size; @returns whether the size is another one now. */
  erase(size: ScreenSize): boolean {
    const { rows, columns } = this.size;
    const resized = rows !== size.rows || columns !== size.columns;
    if (this.#planes === undefined) this.#size = { rows: size.rows, columns: size.columns };
    else this.#planes.erase(size);
    this.cursor = 0;
    this.primedField = -1;
    this.triggeredField = -1;
    this.sscpLuStart = 0;
    this.doubleByte?.forget();
    return resized;
  }

  /** Once its attribute is gone, the field that was sent is one like others: a read finds all that is modified. */
  forgetVanishedTrigger(): void {
    if (this.triggeredField !== -1 && !this.planes.isField(this.triggeredField)) this.triggeredField = -1;
  }
}
