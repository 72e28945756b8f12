import type { CodePage } from '../../../src/codepage/index.js';
import type { BlankFill } from '../../../src/screen/index.js';
import type { TerminalOptions } from '../../../src/session/index.js';
import type { EnvironmentOptions } from '../../../src/telnet/index.js';
import type { CorpusOptions } from './case.js';

/** What the reference emulator says when nothing else is set. */
const DEFAULT_MODEL = '4';
/** CONTENTION-RESOLUTION is asked for unless a resource takes it out. */
const FUNCTIONS = [0, 2, 4, 5] as const;

/** The reference emulator's options as those of a session. */
export function sessionOptions(options: CorpusOptions, codePage: CodePage): TerminalOptions {
  const set = options.set ?? {};
  const [columns, rows] = (options.oversize ?? '').split('x').map(Number);
  const prefix = (options.prefix ?? '').toLowerCase();
  const extended = set.extendedDataStream !== 'false' && !prefix.includes('s:');
  const model = `3279-${options.model ?? DEFAULT_MODEL}${extended ? '-E' : ''}`;
  const functions = FUNCTIONS.filter((code) => code !== 5 || set.contentionResolution !== 'false');
  return {
    tls: set.startTls === 'false' ? 'plain' : 'negotiated',
    acceptUnverified: true,
    model,
    codePage,
    tn3270e: prefix.includes('n:') ? false : { functions, x3270Responses: true },
    environment: environment(options, codePage),
    nvt: prefix.includes('a:'),
    numericLock: set.numericLock === 'true',
    blankFill: blankFill(set),
    volunteerEndOfRecord: true,
    query: { rpqName: 'x3270', transferLimit: 16384 },
    ...(options.luname === undefined || options.luname === '' ? {} : { luNames: options.luname.split(',') }),
    ...(columns && rows ? { oversize: { rows, columns } } : {}),
    ...terminalTypes(options, model),
  };
}

/** Both kinds unless a resource takes one out. */
function blankFill({ blankFill, underscoreBlankFill }: Readonly<Record<string, string>>): BlankFill {
  if (blankFill === 'false') return 'none';
  return underscoreBlankFill === 'false' ? 'blanks' : 'blanksAndUnderscores';
}

function terminalTypes(
  options: CorpusOptions,
  model: string,
): { readonly terminalTypes?: readonly string[] } {
  if (options.termName) return { terminalTypes: [options.termName] };
  return options.set?.wrongTerminalName === 'true' ? { terminalTypes: [`IBM-${model}`] } : {};
}

/** NEW-ENVIRON as the emulator fills it (x3270 sheet §5). */
function environment(options: CorpusOptions, codePage: CodePage): EnvironmentOptions {
  const env = options.env ?? {};
  const withCodePage = env.NO_CODEPAGE === undefined;
  return {
    variables: { USER: env.USER ?? 'oracle' },
    userVariables: {
      ...(options.devName ? { DEVNAME: deviceNames(options.devName) } : {}),
      IBMELF: 'YES',
      IBMAPPLID: env.IBMAPPLID ?? 'None',
      ...(withCodePage
        ? {
            CODEPAGE: String(codePage.codePage).padStart(3, '0'),
            CHARSET: String(codePage.characterSet),
            KBDTYPE: 'USB',
          }
        : {}),
    },
  };
}

/** Equal signs at the end count up at each request. */
function deviceNames(pattern: string): string[] {
  const stem = pattern.replace(/=+$/, '');
  const digits = pattern.length - stem.length;
  if (digits === 0) return [pattern];
  return Array.from({ length: 9 }, (_, index) => stem + String(index + 1).padStart(digits, '0'));
}
