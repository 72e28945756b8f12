import { describe, expect, it } from 'vitest';
import { toHex } from '../../src/bytes/index.js';
import { cp037, createCodePage } from '../../src/codepage/index.js';
import {
  type HostOptions,
  HostSession,
  type TerminalOptions,
  TerminalSession,
} from '../../src/session/index.js';
import { ascii, CLIENT_HELLO, GOOD_TLS, host, sub, terminal, WIRE } from './support/driver.js';
import { misuse } from './support/misuse.js';

const text = (value: unknown): string => JSON.stringify(value) ?? String(value);

function terminalMisuse(options: unknown): string {
  return misuse(() => new TerminalSession({ tls: 'auto', ...(options as object) } as never));
}

function hostMisuse(options: unknown): string {
  return misuse(() => new HostSession({ tls: 'any', ...(options as object) } as never));
}

/** A page that lacks a part. */
function pageWithout(part: string): object {
  const { name, cgcsgid, characterSet, toUnicode, toDisplay, fromLatin1 } = cp037;
  const encode = () => 0x40;
  const page = {
    name,
    cgcsgid,
    characterSet,
    codePage: 37,
    toUnicode,
    toDisplay,
    fromLatin1,
    encode,
    encodeRaw: encode,
  };
  return Object.fromEntries(Object.entries(page).filter(([key]) => key !== part));
}

const NO_PAGES: readonly unknown[] = [
  {},
  null,
  'cp037',
  37,
  [],
  ...['toUnicode', 'toDisplay', 'fromLatin1', 'encode', 'encodeRaw', 'cgcsgid'].map(pageWithout),
  { ...pageWithout(''), toDisplay: new Uint16Array(3) },
  { ...pageWithout(''), doubleByte: {} },
  { ...pageWithout(''), doubleByte: null },
];

const SHARED: readonly unknown[] = [
  { timers: null },
  { timers: 5 },
  { timers: [] },
  { timers: { Negotiation: 5 } },
  { limits: null },
  { limits: 'record' },
  { limits: { constructor: 1 } },
  { keepAlive: null },
  { timingMark: true },
  { weakTls: 'Close' },
  { tls: undefined },
  { toString: 1 },
  JSON.parse('{"__proto__": 1}'),
  Object.assign(Object.create(null), { tsl: 'required' }),
  ...NO_PAGES.map((codePage) => ({ codePage })),
];

describe('[SEC-043] what is no option throws, at every depth', () => {
  const ofTerminal: readonly unknown[] = [
    ...SHARED,
    { tn3270e: { exactlu: true } },
    { tn3270e: { exactLu: 'true' } },
    { tn3270e: { strictSubset: 1 } },
    { tn3270e: { x3270responses: true } },
    { tn3270e: { functions: 'x' } },
    { tn3270e: { functions: ['2'] } },
    { tn3270e: null },
    { tn3270e: true },
    { tn3270e: 'false' },
    { tn3270e: [] },
    { environment: { usr: 1 } },
    { environment: { variables: null } },
    { environment: { variables: 'USER' } },
    { environment: { variables: { USER: 5 } } },
    { environment: { variables: { USER: ['A', null] } } },
    { environment: { variables: new Map([['USER', {}]]) } },
    { environment: { userVariables: [] } },
    { environment: { maxAnswer: '4096' } },
    { environment: true },
    { environment: null },
    { query: { bogus: 1 } },
    { query: { rpqname: 'X' } },
    { query: { rpqName: 5 } },
    { query: { replyModes: ['Field'] } },
    { query: { replyModes: 'field' } },
    { query: { highlighting: 5 } },
    { query: { transferLimit: '1024' } },
    { query: { replies: {} } },
    { query: { replies: [null] } },
    { query: { color: true } },
    { query: null },
    { serverName: 5 },
    { serverName: null },
    { model: 5 },
    { model: ['3279-2-E'] },
    { oversize: null },
    { oversize: [30, 90] },
    { oversize: { rows: 30 } },
    { oversize: { rows: 30, cols: 90 } },
    { oversize: { rows: 30, columns: 90, depth: 1 } },
    { luNames: 'X' },
    { luNames: { 0: 'X' } },
    { luNames: [5] },
    { terminalTypes: 'IBM-3278-2' },
    { blankFill: 'None' },
    { nvtErase: 'Delete' },
    { assignDevice: () => undefined },
    ...[
      'allowClear',
      'volunteerStartTls',
      'acceptUnverified',
      'nvt',
      'environmentFirst',
      'fieldValidation',
      'numericLock',
      'hostQuiet',
      'volunteerEndOfRecord',
      'localEcho',
    ].flatMap((key) => ['false', 'true', 0, 1, null].map((value) => ({ [key]: value }))),
  ];
  it.each(ofTerminal.map((options) => [text(options), options]))('terminal %s', (_, options) => {
    expect(terminalMisuse(options)).toBe('option-invalid');
  });

  const ofHost: readonly unknown[] = [
    ...SHARED,
    { environment: { bogus: 1 } },
    { environment: { ask: 'byname' } },
    { environment: { wanted: 'USER' } },
    { environment: { wanted: ['USER'] } },
    { environment: { wanted: [{ name: 'USER', kind: 'var' }] } },
    { environment: { wanted: [{ name: 5, kind: 'variable' }] } },
    { environment: { wanted: [{ name: 'USER', kind: 'variable', value: 1 }] } },
    { environment: { maxValue: '1' } },
    { environment: false },
    { environment: null },
    { assignDevice: 'x' },
    { assignDevice: {} },
    { assignDevice: null },
    { functions: 'x' },
    { functions: true },
    { functions: null },
    { functions: [null] },
    { functions: { 0: 2 } },
    { pluName: 5 },
    { clientCertificate: true },
    { inboundChecks: false },
    { systemRequest: 'Suspend' },
    { offerUnanswered: 'no' },
    { serverName: 'x' },
    ...['offerFirst', 'closeOnOtherOptions', 'windowSize'].flatMap((key) =>
      ['false', 'true', 0, 1, null].map((value) => ({ [key]: value })),
    ),
  ];
  it.each(ofHost.map((options) => [text(options), options]))('host %s', (_, options) => {
    expect(hostMisuse(options)).toBe('option-invalid');
  });

  it('and so do options that are none', () => {
    for (const options of [undefined, null, 'required', 5, true, [], () => undefined] as never[]) {
      expect(
        misuse(() => new TerminalSession(options)),
        text(options),
      ).toBe('option-invalid');
      expect(
        misuse(() => new HostSession(options)),
        text(options),
      ).toBe('option-invalid');
    }
  });

  it('a wanted variable without a name or kind throws', () => {
    for (const wanted of [{}, { name: 'USER' }, { kind: 'variable' }])
      expect(hostMisuse({ environment: { wanted: [wanted] } })).toBe('argument-invalid');
  });
});

it('what is allowed is taken: options left out or undefined, inherited, with a page or functions of one’s own', () => {
  const table = Array.from(cp037.toUnicode);
  const codePage = createCodePage({ name: 'own', table, cgcsgid: cp037.cgcsgid });
  const all: TerminalOptions = {
    tls: 'auto',
    allowClear: false,
    tn3270e: { functions: [2], exactLu: true, strictSubset: false, x3270Responses: false },
    environment: { variables: new Map([['USER', 'A']]), userVariables: { DEVNAME: ['D1', 'D2'] } },
    oversize: { rows: 30, columns: 90 },
    luNames: ['LU1'],
    codePage,
    query: { replyModes: ['field'], transferLimit: null, graphicEscapeCgcsgid: null, highlighting: [] },
    timers: { negotiation: 5 },
    limits: {},
  };
  expect(terminalMisuse(all)).toBe('nothing thrown');
  expect(terminalMisuse({ tn3270e: false, environment: false, query: {}, model: undefined })).toBe(
    'nothing thrown',
  );
  const inherited = Object.create({ tls: 'plain', nvt: true });
  expect(terminal(inherited).feed('fffb01').session.mode).toBe('nvt');
  expect(misuse(() => new TerminalSession(Object.create({ tls: 'plain', nTv: true })))).toBe(
    'option-invalid',
  );
  expect(hostMisuse({ functions: [0, 2], assignDevice: () => undefined, codePage, environment: {} })).toBe(
    'nothing thrown',
  );
});

describe('options that are changed later do not change a session', () => {
  /** JavaScript knows no readonly. */
  const change = (options: object, key: string, value: unknown): void => {
    Object.assign(options, { [key]: value });
  };

  it('[SEC-045] nor what it takes for a good certificate', () => {
    const options: TerminalOptions = { tls: 'implicit' };
    const driver = terminal(options);
    change(options, 'acceptUnverified', true);
    driver.established({ ...GOOD_TLS, verification: 'untrusted' });
    expect(driver.diagnosis).toBe('CERTIFICATE_UNTRUSTED');
    const wants: HostOptions = { tls: 'implicit', clientCertificate: 'required' };
    const server = host(wants);
    change(wants, 'clientCertificate', 'none');
    server.feed(CLIENT_HELLO).established({ ...GOOD_TLS, verification: 'untrusted' });
    expect(server.diagnosis).toBe('CLIENT_CERTIFICATE_UNTRUSTED');
  });

  it('at the top', () => {
    const options: TerminalOptions = { tls: 'plain' };
    const driver = terminal(options);
    change(options, 'tn3270e', false);
    change(options, 'environment', false);
    change(options, 'nvt', true);
    driver.feed('fffd28fffd27');
    expect(driver.output).toBe('fffb28fffb27');
    expect(driver.session.mode).not.toBe('nvt');
    const hosts: HostOptions = { tls: 'basic', functions: [2] };
    const server = host(hosts);
    change(hosts, 'functions', false);
    change(hosts, 'assignDevice', () => ({ reject: 1 }));
    change(hosts, 'closeOnOtherOptions', true);
    server.feed('fffb28').feed(sub('28', `0207${ascii('IBM-3278-2-E')}`));
    expect(server.session.luName).toBe('TERM0001');
  });

  it('and further in, also in what a session inside TLS is made of', () => {
    const luNames = ['LU1'];
    const functions = [2];
    const user = new Uint8Array([0x41]);
    const values = ['D1'];
    const variables = new Map<string, Uint8Array>([['USER', user]]);
    const query = { rpqName: 'ONE' };
    const oversize = { rows: 30, columns: 90 };
    const driver = terminal({
      tls: 'implicit',
      luNames,
      tn3270e: { functions },
      environment: { variables, userVariables: { DEVNAME: values } },
      query,
      oversize,
    });
    luNames[0] = 'LU9';
    functions[0] = 4;
    user[0] = 0x5a;
    values[0] = 'D9';
    variables.set('JOB', user);
    query.rpqName = 'TWO';
    oversize.rows = 5;
    driver.established().feed(`fffd28fffd27${sub('27', '01')}${sub('28', '0802')}`);
    expect(driver.output).toContain(ascii('LU1'));
    expect(driver.output).toContain(`00${ascii('USER')}0141`);
    expect(driver.output).toContain(`03${ascii('DEVNAME')}01${ascii('D1')}`);
    expect(driver.output).not.toContain(ascii('JOB'));
    driver.feed(`${sub('28', `0204${ascii('IBM-DYNAMIC')}01${ascii('LU1')}`)}`);
    expect(driver.output.endsWith(sub('28', '030702'))).toBe(true);
    driver.feed(sub('28', '030402')).feed(`0000000000f3000501ffff02ffef`);
    expect(driver.session.screen.alternateSize).toEqual({ rows: 30, columns: 90 });
    expect(driver.output).toContain(toHex(Uint8Array.of(0xd6, 0xd5, 0xc5))); // ONE
  });

  it('[SEC-044] nor is a session changed by another made from the same options', () => {
    const options: TerminalOptions = Object.freeze({ tls: 'required' });
    const one = terminal(options)
      .feed(WIRE.do + WIRE.follows)
      .established();
    const other = terminal(options);
    expect([one.session.security, other.session.security]).toEqual(['negotiated', 'none']);
  });
});
