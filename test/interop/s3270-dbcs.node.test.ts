import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fromHex } from '../../src/bytes/index.js';
import { cp930, cp939 } from '../../src/codepage/japanese/index.js';
import { cp935, cp1388 } from '../../src/codepage/simplified-chinese/index.js';
import { cp937 } from '../../src/codepage/traditional-chinese/index.js';
import { PresentationSpace } from '../../src/screen/index.js';
import { actionInWords } from '../differential/generate/actions.js';
import type { Device } from '../differential/sides/device.data.js';
import { OurSide } from '../differential/sides/ours.js';
import { PeerSide } from '../differential/sides/s3270.js';
import { requirePeer } from '../support/peers.js';
import {
  DOUBLE_BYTE_CASES,
  type DoubleByteCase,
  type DoubleByteStep,
} from './support/double-byte-cases.data.js';
import { endAll } from './support/processes.js';
import { agree } from './support/s3270-connection.js';

const DEVICE: Device = {
  name: 'double byte',
  dialect: 'tn3270e',
  model: '3279-2-E',
  codePage: cp930,
  sizes: { default: 1920, alternate: 1920 },
  share: 0,
};

/** What both do at one step, to be compared as a whole. */
interface Outcome {
  readonly sent: readonly string[];
  readonly cursor: number;
  readonly locked: boolean;
  readonly cells: readonly number[];
}

/** Erase/Write, and field mode: each case begins so. */
const CLEAN: readonly DoubleByteStep[] = [['Reset'], 'f5c3', 'f30005090000'];

/** Our session and s3270, made alike. */
class Couple {
  readonly #ours: OurSide;
  readonly #theirs: PeerSide;

  static async start(device: Device): Promise<Couple> {
    const theirs = await PeerSide.start(device);
    const ours = new OurSide(device);
    ours.exchange(fromHex('f5c3')); // s3270 has had one to begin with: the numbers of responses have to be the same
    return new Couple(ours, theirs);
  }

  private constructor(ours: OurSide, theirs: PeerSide) {
    this.#ours = ours;
    this.#theirs = theirs;
  }

  stop(): void {
    this.#theirs.stop();
  }

  /** Plays a case and compares behind each step. */
  async play({ steps, differs }: DoubleByteCase): Promise<void> {
    for (const step of CLEAN) await this.both(step);
    for (const [index, step] of steps.entries()) {
      const { own, other } = await this.both(step);
      if (differs !== undefined && index === steps.length - 1) expect(own).not.toEqual(other);
      else expect(own, `step ${index + 1}: ${step}`).toEqual(other);
    }
  }

  async both(step: DoubleByteStep): Promise<{ own: Outcome; other: Outcome }> {
    let sent: { own: string[]; other: string[] };
    if (typeof step === 'string') {
      const record = fromHex(step);
      sent = { own: this.#ours.exchange(record), other: await this.#theirs.exchange(record) };
    } else {
      const [name, ...values] = step;
      const action = { type: 'action', name, arguments: values } as const;
      sent = { own: this.#ours.act(action), other: await this.#theirs.act(actionInWords(action)) };
    }
    const own = this.#ours.look();
    const other = await this.#theirs.look();
    return {
      own: { sent: sent.own, cursor: own.cursor, locked: own.locked, cells: [...own.cells] },
      other: { sent: sent.other, cursor: other.cursor, locked: other.locked, cells: [...other.cells] },
    };
  }
}

const DEVICES: readonly Device[] = [
  DEVICE,
  { ...DEVICE, name: 'double byte with blank fill', blankFill: true },
];

for (const device of DEVICES) {
  describe.runIf(requirePeer('s3270'))(`our screen and that of s3270: ${device.name}`, () => {
    let couple: Couple;
    beforeAll(async () => {
      couple = await Couple.start(device);
    }, 60_000);
    afterAll(() => couple.stop());

    for (const given of DOUBLE_BYTE_CASES.filter(({ blankFill }) => blankFill === device.blankFill)) {
      it(
        `${given.about}${given.differs === undefined ? '' : ' (differs)'}`,
        () => couple.play(given),
        30_000,
      );
    }
  });
}

describe.runIf(requirePeer('s3270'))('the query replies for each double-byte code page', () => {
  for (const codePage of [cp930, cp935, cp937, cp939, cp1388]) {
    it(`${codePage.name} as s3270 describes itself`, async () => {
      const couple = await Couple.start({ ...DEVICE, codePage });
      try {
        const { own, other } = await couple.both('f3000501ff02');
        expect(own).toEqual(other);
      } finally {
        couple.stop();
      }
    }, 60_000);
  }
});

describe.runIf(requirePeer('s3270'))('double-byte text that our host sends', () => {
  afterEach(endAll);

  it('stands in the rows that s3270 prints as in ours', async () => {
    const parameters = ['-model', '3279-2-E', '-codepage', 'cp930'] as const;
    const { terminal, side, connected } = await agree({ tls: 'basic' }, '127.0.0.1', ...parameters);
    const screen = new PresentationSpace({ codePage: cp930 });
    const shown = async (record: string): Promise<readonly string[]> => {
      const bytes = fromHex(record);
      screen.applyRecord(bytes);
      side.act((session) => session.write(bytes));
      return terminal.textOnce(screen.text());
    };
    const first = 'f5c3 1d40 c1 0e 4566 4567 0f c2 1d60 2843f8 458e 284300 c3';
    side.act((session) => session.write(fromHex(first)));
    await connected;
    for (const record of [
      first,
      'f5c3 1d60 2902c04043f8 4566 45674040 00 1d60',
      'f5c3 1d60 2902c04c43f8 4566 1d60 0e 4694 0f 0e 0f c1',
      'f5c3 1d40 0e 4141 4142 4461 4e41 0f 1d60 1c 1e',
      'f5c3 11c14c 1d40 0e 4566 0f 1d40 0e 458e 0f 1d60',
    ]) {
      expect(await shown(record), record).toEqual(screen.text());
    }
  }, 60_000);
});
