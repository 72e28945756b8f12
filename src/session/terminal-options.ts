import { UsageError } from '../bytes/index.js';
import { type CodePage, cp037 } from '../codepage/index.js';
import type { TerminalDescription } from '../datastream/index.js';
import type { NvtErase } from '../nvt/index.js';
import type { BlankFill, ScreenSize } from '../screen/index.js';
import {
  deviceTypeName,
  type EnvironmentOptions,
  MODEL_SIZES,
  type TerminalModel,
  terminalTypeName,
} from '../telnet/index.js';
import type { TerminalTlsPolicy } from '../tls/index.js';
import type { SessionOptions } from './options.js';

/** What of TN3270E a terminal asks for. */
export interface Tn3270eOptions {
  /** Functions of the first FUNCTIONS REQUEST, by number; `[0, 2, 4, 5]` unless stated (TNE-044). */
  readonly functions?: readonly number[];
  /** Leave TN3270E when the host gives another LU than was asked for (TNE-022). */
  readonly exactLu?: boolean;
  /** Leave TN3270E when the host agrees to fewer functions than were asked for in its IS (TNE-037). */
  readonly strictSubset?: boolean;
  /**
   * Responses and sequence numbers as x3270 has them, for hosts that were made to fit it: wishes for a response are answered
   * although RESPONSES was not agreed and on NVT-DATA too, and every record that is sent is counted. By RFC 2355 §8.1.3,
   * §8.1.4 and §10.4 neither is so, which is the default (TNE-054, TNE-060, TNE-061).
   */
  readonly x3270Responses?: boolean;
}

/** What a terminal can say of itself in Query replies; sizes, colour and code page come from the session. */
export type QueryDescription = Omit<
  TerminalDescription,
  | 'defaultSize'
  | 'alternateSize'
  | 'maximumSize'
  | 'color'
  | 'cgcsgid'
  | 'doubleByteCgcsgid'
  | 'fieldValidation'
>;

/** How a terminal session is made. `tls` must be given: there is no default to fall back to. */
export interface TerminalOptions extends SessionOptions {
  readonly tls: TerminalTlsPolicy;
  /** With `auto`: go on in the clear when the host speaks telnet and offers no TLS. Never assumed. */
  readonly allowClear?: boolean;
  /**
   * With `auto` and `allowClear`: ask for START_TLS all the same once the host speaks telnet, and go on in the clear when it
   * refuses or does not answer. Off unless stated: some hosts drop a terminal that asks (TLS-050). Without `allowClear`, `auto`
   * always asks, as `required` does; the other policies never do.
   */
  readonly volunteerStartTls?: boolean;
  /** The name that the user gave for the host: for SNI and for verifying the certificate. */
  readonly serverName?: string;
  /** Go on although the certificate is untrusted or for another name; it stays visible in `tlsInfo` (TLS-064). */
  readonly acceptUnverified?: boolean;
  /** `3278` (monochrome) or `3279` (colour), model 2 to 5, with or without `-E`; `3279-2-E` unless stated. */
  readonly model?: string;
  /** A size of one's own beside 24 × 80: the terminal type becomes IBM-DYNAMIC. At most 16383 positions. */
  readonly oversize?: ScreenSize;
  /** Names to send as TERMINAL-TYPE instead of the model's own, from most to least wanted. */
  readonly terminalTypes?: readonly string[];
  /** Devices or pools to ask for in turn. */
  readonly luNames?: readonly string[];
  /** `false` refuses TN3270E. */
  readonly tn3270e?: Tn3270eOptions | false;
  /** The host is known to be no 3270: NVT as soon as it says anything, as with x3270's prefix A:. */
  readonly nvt?: boolean;
  /** What NEW-ENVIRON may tell the host; `false` refuses the option. Nothing is ever told that does not stand here. */
  readonly environment?: EnvironmentOptions | false;
  /**
   * Where NEW-ENVIRON was agreed, DO TERMINAL-TYPE is answered only when the host has asked for the environment and was told, or
   * has not asked in the time of the timer `environment`: some hosts choose by the environment. Off unless stated (TEL-109).
   */
  readonly environmentFirst?: boolean;
  /** cp037 unless stated. */
  readonly codePage?: CodePage;
  /**
   * Field validation: mandatory fill, mandatory entry and trigger fields (DS-100). Off unless stated, as in x3270: the attribute is
   * kept and nothing follows from it. The Query Reply claims it only where it is on.
   */
  readonly fieldValidation?: boolean;
  /** Numeric fields take only digits, plus, minus, period and comma. */
  readonly numericLock?: boolean;
  /** What stands for what is not typed; `none` unless stated. x3270 has `blanksAndUnderscores` unless told otherwise. */
  readonly blankFill?: BlankFill;
  /**
   * Take a host to be done only when it was silent for the time of the timer `host-quiet` behind its last record; off unless
   * stated. A host that unlocks the keyboard and then goes on writing is waited for so, and one of an NVT can be at all. Where
   * CONTENTION-RESOLUTION was agreed the host's own word counts, at once.
   */
  readonly hostQuiet?: boolean;
  /** Answers WILL EOR with WILL EOR beside DO EOR, as some hosts want (telnet.md §3.2). */
  readonly volunteerEndOfRecord?: boolean;
  /** What the SysReq key sends in classic TN3270 (TEL-115). */
  readonly sysReq?: 'testRequest' | 'interruptProcess';
  /**
   * Agrees when the host asks us to echo in an NVT, so that it can switch that off around a password (RFC 1576 §4.3, TEL-069).
   * Refused unless stated (TEL-059): lines are shown as they are typed.
   */
  readonly localEcho?: boolean;
  /** What BackSpace and Erase send in NVT character mode; `backspace` unless stated, as x3270. */
  readonly nvtErase?: NvtErase;
  /**
   * What the Query replies say beside sizes, colour and code page. Unless stated no file transfer is claimed (no DDM reply)
   * and no RPQ name is given.
   */
  readonly query?: QueryDescription;
}

/** The options as checked facts. */
export interface TerminalFacts {
  readonly tls: TerminalTlsPolicy;
  readonly codePage: CodePage;
  readonly colour: boolean;
  readonly extended: boolean;
  readonly alternateSize: ScreenSize;
  readonly terminalTypes: readonly string[];
  readonly deviceType: string;
}

/**
 * What the options come to.
 * @throws {@link UsageError} `option-invalid` for an unknown model or size.
 */
export function terminalFacts(options: TerminalOptions): TerminalFacts {
  const match = /^(?:IBM-)?327([89])-([2-5])(-E)?$/.exec(options.model ?? '3279-2-E');
  if (match === null) {
    throw new UsageError('option-invalid', `model must be 3278-2 to 3279-5-E, not '${options.model}'`);
  }
  const model = Number(match[2]) as TerminalModel;
  const dynamic = options.oversize !== undefined;
  const description = {
    model,
    colour: match[1] === '9',
    extended: match[3] !== undefined || dynamic,
    dynamic,
  };
  return {
    tls: options.tls,
    codePage: options.codePage ?? cp037,
    colour: description.colour,
    extended: description.extended,
    alternateSize:
      options.oversize === undefined ? MODEL_SIZES[model] : checkOversize(options.oversize, model),
    terminalTypes: options.terminalTypes ?? [options.nvt === true ? 'xterm' : terminalTypeName(description)],
    deviceType: deviceTypeName(description),
  };
}

function checkOversize(size: ScreenSize, model: TerminalModel): ScreenSize {
  const { rows, columns } = size;
  const least = MODEL_SIZES[model];
  const whole = Number.isInteger(rows) && Number.isInteger(columns);
  if (!whole || rows < least.rows || columns < least.columns || rows * columns > 16383) {
    throw new UsageError(
      'option-invalid',
      `oversize must be at least ${least.rows} × ${least.columns} and at most 16383 positions, not ${String(rows)} × ${String(columns)}`,
    );
  }
  return { rows, columns };
}
