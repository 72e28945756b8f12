import { describe, expect, it } from 'vitest';
import { OTHERS_SAY } from '../../examples/others-say.js';
import { readArguments } from '../../examples/terminal/arguments.js';
import { wrapped } from '../../examples/text.js';
import { run } from './process.js';

/** What `npm start` promises. */
const LIMIT = 40_000;

describe('the demonstration', () => {
  it('ends by itself with status 0, and shows what was said', { timeout: LIMIT + 5000 }, async () => {
    const start = performance.now();
    const { status, output, errors } = await run('examples/demo.ts');
    expect(performance.now() - start).toBeLessThan(LIMIT);
    expect(errors).toBe('');
    expect(status).toBe(0);
    const lines = output.split('\n');
    const place = (text: string): number => lines.findIndex((line) => line.includes(text));
    const inOrder = [
      'NEGTSECURE',
      'host → terminal  IAC DO STARTTLS',
      'terminal → host  IAC WILL STARTTLS',
      'terminal → host  IAC SB STARTTLS FOLLOWS IAC SE',
      'host → terminal  IAC SB STARTTLS FOLLOWS IAC SE',
      'terminal → host  TLS ClientHello',
      'TLS is up: TLSv1.',
      'host → terminal  IAC DO TN3270E',
      'DEVICE-TYPE REQUEST IBM-3278-2-E',
      'FUNCTIONS REQUEST',
      'FUNCTIONS IS',
      'BIND-IMAGE |',
      '│ SANS3270                     DEMONSTRATION HOST',
      'AID ENTER',
      'Welcome, ibmuser.',
      'This came over TLSv1.',
      'AID PF3',
      'HOST_NEGOTIATES: The ClientHello met DO STARTTLS',
      'on the terminal   Turn implicit TLS off',
      'on the host       On z/OS set CONNTYPE SECURE',
      'Users of other products read here',
      ...OTHERS_SAY.map(({ product, text }) => `${product.padEnd(29)}${text.split(' ', 5).join(' ')}`),
      'CLIENT_IMPLICIT_TLS',
      'The diagnosis advises `required`: the terminal connects once more, by itself',
    ].map(place);
    expect(new Set(OTHERS_SAY.map(({ product }) => product)).size).toBe(4);
    expect(inOrder).not.toContain(-1);
    expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
  });

  it('does not print the password', { timeout: LIMIT }, async () => {
    expect((await run('examples/demo.ts')).output).not.toContain('secret');
  });
});

describe('the command line of the terminal', () => {
  it('reads host, port and options', () => {
    expect(readArguments([])).toEqual({ type: 'demonstrate' });
    expect(readArguments(['--help', '--tls', 'no matter'])).toEqual({ type: 'help' });
    expect(readArguments(['zos.example'])).toEqual({
      type: 'connect',
      host: 'zos.example',
      port: 23,
      session: { tls: 'auto', allowClear: false, acceptUnverified: false },
    });
    expect(
      readArguments([
        '[::1]:2323',
        '--tls',
        'implicit',
        '--trust',
        '--lu',
        'A,B',
        '--model',
        '3278-4',
        '--no-tn3270e',
      ]),
    ).toEqual({
      type: 'connect',
      host: '::1',
      port: 2323,
      session: {
        tls: 'implicit',
        allowClear: false,
        acceptUnverified: true,
        luNames: ['A', 'B'],
        model: '3278-4',
        tn3270e: false,
      },
    });
    expect(readArguments(['zos.example', '--tls', 'implicit'])).toMatchObject({ port: 992 });
  });

  it.each([
    [['--tls', 'perhaps', 'host'], '--tls must be one of plain, implicit, negotiated, required, auto'],
    [['--trust'], 'name a host to connect to'],
    [['one', 'two'], 'one host at a time'],
    [['host:0'], "'host:0' is not HOST or HOST:PORT"],
    [['host:70000'], "'host:70000' is not HOST or HOST:PORT"],
    [['::1'], "'::1' is not HOST or HOST:PORT"],
    [['host', '--ca', '/does/not/exist'], 'no such file'],
  ] as const)('says what is wrong with %j', (args, message) => {
    expect(readArguments(args)).toEqual({ type: 'wrong', message: expect.stringContaining(message) });
  });
});

describe('the programs', () => {
  it.each([
    ['examples/demo.ts', '--help', 0, 'Usage: npm start', ''],
    ['examples/demo.ts', '--colour', 2, '', "Unknown option '--colour'"],
    ['examples/demo.ts', 'localhost', 2, '', 'needs a terminal window'],
    ['examples/host.ts', '--help', 0, 'Usage: npm run host', ''],
    ['examples/host.ts', '--nonsense', 2, '', "Unknown option '--nonsense'"],
    ['examples/host.ts', '--tls=ssl', 2, '', '--tls must be one of basic, vmNever'],
    ['examples/host.ts', '--port=70000', 2, '', '--port must be 0 to 65535'],
  ] as const)('%s %s ends with status %i', async (file, option, status, output, errors) => {
    const outcome = await run(file, [option]);
    expect(outcome.status).toBe(status);
    expect(outcome.output).toContain(output);
    expect(outcome.errors).toContain(errors);
  });
});

it('closing in the middle of a TLS handshake, at either end, neither aborts the process nor hangs it', async () => {
  const { status, signal, output, errors } = await run('test/support/close-in-handshake.ts');
  expect(errors).toBe('');
  expect({ status, signal }).toEqual({ status: 0, signal: null });
  expect(output).toBe('still here\n');
});

it('breaks texts between words', () => {
  expect(wrapped('> ', 'one two three fourfive', 9, '  ')).toEqual(['> one two', '  three', '  fourfive']);
  expect(wrapped('', 'muchtoolong a', 5, '')).toEqual(['muchtoolong', 'a']);
});
