import type { DoubleByteCodePage } from '../codepage/index.js';
import { HalfMap } from './halves.js';
import { LookLeft } from './look-left.js';
import type { Planes } from './planes.js';

/** What a screen knows besides when its code page has double-byte characters; other screens have none of it. */
export class DoubleByteText {
  readonly page: DoubleByteCodePage;
  readonly halves: HalfMap;
  readonly lookLeft: LookLeft;

  constructor(page: DoubleByteCodePage, planes: Planes) {
    this.page = page;
    this.halves = new HalfMap(planes);
    this.lookLeft = new LookLeft(planes);
  }

  /** The buffer has changed without regard to pairs. */
  forget(): void {
    this.halves.forget();
    this.lookLeft.forget();
  }

  /** The buffer has changed by a write or a key: puts it in order. */
  settle(): ReturnType<HalfMap['settle']> {
    const settlement = this.halves.settle();
    this.lookLeft.forget();
    return settlement;
  }
}
