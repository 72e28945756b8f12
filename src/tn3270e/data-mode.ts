import { UsageError } from '../bytes/index.js';
import { type DataType, type DataTypeName, FUNCTIONS } from './codes.data.js';
import {
  type DataInput,
  type DataState,
  type DataStep,
  DISPLAY_DATA_TABLE,
  HOST_DATA_TABLE,
  type HostDataInput,
  PRINTER_DATA_TABLE,
} from './data-mode.table.js';

/** What a TN3270E session shows: nothing before a BIND, or one of three kinds of data. */
export type DataMode = 'unbound' | 'data3270' | 'nvt' | 'sscpLu';

/** The mode of each state, and the data type in which a terminal sends input (x3270: by sub-mode). */
export const DATA_MODES: Readonly<
  Record<
    DataState,
    { readonly mode: DataMode; readonly bound: boolean; readonly input: DataType | undefined }
  >
> = {
  unbound: { mode: 'unbound', bound: false, input: undefined },
  unboundNvt: { mode: 'nvt', bound: false, input: 5 },
  unboundSscpLu: { mode: 'sscpLu', bound: false, input: 7 },
  bound: { mode: 'data3270', bound: true, input: 0 },
  boundNvt: { mode: 'nvt', bound: true, input: 5 },
  boundSscpLu: { mode: 'sscpLu', bound: true, input: 7 },
};

/** Where a session begins: unbound with BIND-IMAGE, else in 3270 mode (TNE-065, TNE-069). */
export function initialDataState(functions: readonly number[]): DataState {
  return functions.includes(FUNCTIONS.bindImage) ? 'unbound' : 'bound';
}

/** A terminal's or printer's mode, moved by the records of the host. Made anew when functions are agreed. */
export class TerminalDataMode {
  readonly #printer: boolean;
  #state: DataState;

  /** @param functions - those agreed, and those assumed */
  constructor(printer: boolean, functions: readonly number[]) {
    this.#printer = printer;
    this.#state = initialDataState(functions);
  }

  get state(): DataState {
    return this.#state;
  }

  get mode(): DataMode {
    return DATA_MODES[this.#state].mode;
  }

  get bound(): boolean {
    return DATA_MODES[this.#state].bound;
  }

  /** The data type of input; undefined: nothing can be sent (TNE-069). */
  get inputType(): DataType | undefined {
    return DATA_MODES[this.#state].input;
  }

  /**
   * Takes a record's data type and says what to do, in order.
   * For `drop`, report `data-out-of-state`. RESPONSE, REQUEST and BID have no part in the mode and give nothing.
   */
  receive(dataType: DataTypeName): readonly DataStep[] {
    if (dataType === 'response' || dataType === 'request' || dataType === 'bid') return NOTHING;
    const input: DataInput = dataType;
    const [next, ...steps] = (this.#printer ? PRINTER_DATA_TABLE : DISPLAY_DATA_TABLE)[this.#state][input];
    this.#state = next;
    return steps;
  }

  /** @throws UsageError `snapshot-invalid` when the state is none of the table's. */
  restore(state: DataState): void {
    this.#state = checkState(state);
  }
}

/** A host's view of the mode, moved by what it sends. */
export class HostDataMode {
  #state: DataState;

  /** @param functions - those agreed, and those assumed */
  constructor(functions: readonly number[]) {
    this.#state = initialDataState(functions);
  }

  get state(): DataState {
    return this.#state;
  }

  get mode(): DataMode {
    return DATA_MODES[this.#state].mode;
  }

  get bound(): boolean {
    return DATA_MODES[this.#state].bound;
  }

  /**
   * A record is sent now.
   * @throws UsageError `state-forbids` when the terminal would drop it, such as a screen before the BIND (TNE-069).
   */
  send(dataType: DataTypeName): void {
    const input = SENDS[dataType];
    if (input === undefined) return;
    const [next, step] = HOST_DATA_TABLE[this.#state][input];
    if (step === 'misuse') {
      throw new UsageError('state-forbids', `${dataType} cannot be sent while the session is ${this.#state}`);
    }
    this.#state = next;
  }

  /** Takes a record's data type: whether it is input for what the terminal shows. */
  receive(dataType: DataTypeName): 'deliver' | 'drop' | 'ignore' {
    const input = RECEIVES[dataType];
    if (input === undefined) return 'ignore';
    const [next, step] = HOST_DATA_TABLE[this.#state][input];
    this.#state = next;
    return step === 'deliver' ? 'deliver' : 'drop';
  }

  /** @throws UsageError `snapshot-invalid` when the state is none of the table's. */
  restore(state: DataState): void {
    this.#state = checkState(state);
  }
}

function checkState(state: DataState): DataState {
  if (!Object.hasOwn(DATA_MODES, state)) {
    throw new UsageError('snapshot-invalid', `unknown state of TN3270E data: ${state}`);
  }
  return state;
}

const NOTHING: readonly DataStep[] = [];

const SENDS: Readonly<Record<DataTypeName, HostDataInput | undefined>> = {
  data3270: 'send3270',
  scsData: 'sendScs',
  response: undefined,
  bindImage: 'sendBind',
  unbind: 'sendUnbind',
  nvtData: 'sendNvt',
  request: undefined,
  sscpLuData: 'sendSscpLu',
  printEoj: 'sendPrintEoj',
  bid: undefined,
};

const RECEIVES: Readonly<Record<DataTypeName, HostDataInput | undefined>> = {
  data3270: 'receive3270',
  scsData: undefined,
  response: undefined,
  bindImage: undefined,
  unbind: undefined,
  nvtData: 'receiveNvt',
  request: undefined,
  sscpLuData: 'receiveSscpLu',
  printEoj: undefined,
  bid: undefined,
};
