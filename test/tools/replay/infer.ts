import { cp037, decodeText } from '../../../src/codepage/index.js';
import { parseInbound, type QueryReply } from '../../../src/datastream/index.js';
import { parseEnvironment, parseTerminalType } from '../../../src/telnet/options/index.js';
import { parseNegotiation } from '../../../src/tn3270e/index.js';
import type { Transcript, TranscriptOptions } from '../../../src/trace/index.js';
import { type ClientItem, join, splitClientBytes } from './client-items.js';

/** What the options of a terminal are called on the wire. */
const OPTION = { timingMark: 6, terminalType: 24, endOfRecord: 25, newEnvironment: 39, tn3270e: 40 } as const;
/** Functions that a display may not ask for. */
const PRINTERS_ONLY: readonly number[] = [1, 3];
const WILL = 0xfb;
const WONT = 0xfc;

/** Everything that the terminal of a transcript sent, in items. */
function clientItems(transcript: Transcript): ClientItem[] {
  const chunks = transcript.steps.flatMap((step) =>
    step.type === 'bytes' && step.sender === 'terminal' ? [step.bytes] : [],
  );
  return splitClientBytes(join(chunks));
}

/**
 * The options with which a session does what the terminal of a transcript did: those of its header, and what they leave
 * out from what the terminal said of itself. s3270 answers WILL EOR in a way of
 * its own, which is an option here.
 */
export function inferOptions(transcript: Transcript): TranscriptOptions {
  const items = clientItems(transcript);
  const replies = queryReplies(items);
  return {
    tls: tlsPolicy(transcript.header.tls ?? 'none'),
    ...tn3270eOf(items),
    ...modelOf(items, replies),
    ...environmentOf(items),
    ...queryOf(replies),
    ...(firstVerb(items, OPTION.timingMark) === WILL ? { timingMark: 'will' } : {}),
    ...(/^s3270|^pr3287/.test(transcript.header.client ?? '') ? { volunteerEndOfRecord: true } : {}),
    ...transcript.header.options,
  };
}

/** The policy that a recorded terminal had, from the words of the header. */
function tlsPolicy(words: string): string {
  if (/^(implicit|immediate)|mismatch: implicit/.test(words)) return 'implicit';
  if (/refused$/.test(words) && words.startsWith('negotiated, refused')) return 'plain';
  return /negotiated/.test(words) ? 'negotiated' : 'plain';
}

function firstVerb(items: readonly ClientItem[], option: number): number | undefined {
  const found = items.find(
    ({ kind, wire }) =>
      kind === 'negotiation' && wire[2] === option && (wire[1] === WILL || wire[1] === WONT),
  );
  return found?.wire[1];
}

function bodiesOf(items: readonly ClientItem[], option: number): Uint8Array[] {
  return items
    .filter(({ kind, data }) => kind === 'subnegotiation' && data[0] === option)
    .map(({ data }) => data.subarray(1));
}

/** DEVICE-TYPE and FUNCTIONS requests; TERMINAL-TYPE with its `@LU` beside them. */
function tn3270eOf(items: readonly ClientItem[]): TranscriptOptions {
  const messages = bodiesOf(items, OPTION.tn3270e).flatMap((body) => parseNegotiation(body).message ?? []);
  const names = messages.flatMap((message) =>
    message.type === 'deviceTypeRequest' && message.resourceName !== undefined ? [message.resourceName] : [],
  );
  for (const name of terminalTypes(items)) {
    const lu = name.split('@')[1];
    if (lu !== undefined) names.push(lu);
  }
  const wanted = messages.find((message) => message.type === 'functionsRequest')?.functions;
  const functions = wanted?.filter((code) => !PRINTERS_ONLY.includes(code));
  return {
    ...(names.length === 0 ? {} : { luNames: [...new Set(names)] }),
    ...(firstVerb(items, OPTION.tn3270e) === WONT ? { tn3270e: false } : functions ? { functions } : {}),
  };
}

function terminalTypes(items: readonly ClientItem[]): string[] {
  return bodiesOf(items, OPTION.terminalType).map((body) => String.fromCharCode(...body.subarray(1)));
}

function modelOf(items: readonly ClientItem[], replies: readonly QueryReply[]): TranscriptOptions {
  const requests = bodiesOf(items, OPTION.tn3270e).flatMap((body) => parseNegotiation(body).message ?? []);
  const device = requests.find((message) => message.type === 'deviceTypeRequest')?.deviceType;
  const terminal = terminalTypes(items)[0]?.split('@')[0];
  const facts = parseTerminalType(terminal ?? device ?? '');
  if (facts === undefined) return terminal === undefined ? {} : { terminalTypes: [terminal] };
  const monochrome = isMonochrome(replies) || /^IBM-3278-[23]/.test(terminal ?? '');
  const area = replies.find((reply) => reply.type === 'usableArea');
  if (facts.name === 'IBM-DYNAMIC') {
    return { oversize: area?.type === 'usableArea' ? `${area.width}x${area.height}` : '80x24' };
  }
  const known = facts.kind === 'printer' || facts.model === undefined;
  return known && terminal !== undefined
    ? { terminalTypes: [terminal] }
    : { model: `327${monochrome ? 8 : 9}-${facts.model ?? 2}${facts.extended ? '-E' : ''}` };
}

function isMonochrome(replies: readonly QueryReply[]): boolean {
  const color = replies.find((reply) => reply.type === 'color');
  return color?.type === 'color' && color.pairs.slice(1).every(({ action }) => action === 0);
}

function environmentOf(items: readonly ClientItem[]): TranscriptOptions {
  if (firstVerb(items, OPTION.newEnvironment) === WONT) return { environment: false };
  const groups = { variable: new Map<string, string[]>(), userVariable: new Map<string, string[]>() };
  for (const body of bodiesOf(items, OPTION.newEnvironment)) {
    const message = parseEnvironment(body);
    if (message.type !== 'environmentMessage') continue;
    for (const { kind, name, value } of message.items) {
      if (value === undefined) continue;
      const key = String.fromCharCode(...name);
      groups[kind].set(key, [...(groups[kind].get(key) ?? []), String.fromCharCode(...value)]);
    }
  }
  if (groups.variable.size + groups.userVariable.size === 0) return {};
  return {
    environment: {
      variables: Object.fromEntries(groups.variable),
      userVariables: Object.fromEntries(groups.userVariable),
    },
  };
}

/** The replies of the first answer to a query. */
function queryReplies(items: readonly ClientItem[]): QueryReply[] {
  for (const { kind, data } of items) {
    if (kind !== 'record') continue;
    const start = data[0] === 0x88 ? 0 : data[0] === 0 && data[5] === 0x88 ? 5 : undefined;
    if (start === undefined) continue;
    const { record } = parseInbound(data.subarray(start));
    if (record?.type !== 'structuredFields') continue;
    return record.fields.flatMap((field) => (field.type === 'queryReply' ? [field.reply] : []));
  }
  return [];
}

function queryOf(replies: readonly QueryReply[]): TranscriptOptions {
  const names = replies.find((reply) => reply.type === 'rpqNames');
  const transfer = replies.find((reply) => reply.type === 'distributedDataManagement');
  return {
    ...(names?.type === 'rpqNames' ? { rpqName: decodeText(cp037, names.name) } : {}),
    ...(transfer?.type === 'distributedDataManagement' ? { transferLimit: transfer.inboundLimit } : {}),
  };
}
