import type { SnapshotObject, SnapshotReader } from '../bytes/index.js';
import {
  FUNCTIONS,
  readTerminalData,
  SequenceNumbers,
  TerminalContention,
  TerminalDataMode,
} from '../tn3270e/index.js';

/** What lasts from one agreement on functions to the next. */
export interface Agreement {
  readonly functions: readonly number[];
  readonly mode: TerminalDataMode;
  readonly contention: TerminalContention;
  readonly sequence: SequenceNumbers;
}

/** The state with which functions that were agreed just now are in force. */
export function agree(functions: readonly number[]): Agreement {
  return {
    functions,
    mode: new TerminalDataMode(false, functions),
    contention: new TerminalContention(functions),
    sequence: new SequenceNumbers(functions.includes(FUNCTIONS.responses)),
  };
}

export function saveAgreement({ functions, mode, contention, sequence }: Agreement): SnapshotObject {
  return {
    functions: [...functions],
    mode: mode.state,
    contention: contention.state,
    sequence: sequence.next,
  };
}

/** @throws UsageError `snapshot-invalid` */
export function readAgreement(read: SnapshotReader): Agreement {
  const { functions, mode, contention, sequence } = readTerminalData(read);
  const agreement = agree(functions);
  agreement.mode.restore(mode);
  agreement.contention.restore(contention);
  agreement.sequence.restore(sequence);
  return agreement;
}
