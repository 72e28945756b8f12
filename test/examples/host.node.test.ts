import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { requirePeer } from '../support/peers.js';
import { eventually } from './loopback.js';
import { commandOf } from './process.js';

let program: ChildProcess | undefined;

afterEach(async () => {
  if (program === undefined) return;
  const ended = once(program, 'close');
  program.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  program = undefined;
});

/** Runs the host as a user would, on a free port. */
async function startProgram(args: readonly string[]): Promise<{ port: string; output: () => string }> {
  const [command, all] = commandOf('examples/host.ts', ['--port', '0', ...args]);
  // Not by way of the tsx program, which would take the signal for itself.
  const child = spawn(process.execPath, [command.replace(/\.bin\/tsx$/, 'tsx/dist/cli.mjs'), ...all]);
  program = child;
  let output = '';
  child.stdout.on('data', (bytes: Buffer) => {
    output += bytes.toString();
  });
  await eventually(() => /Listening on [^ ]+:(\d+),/.test(output), 'the host');
  return { port: /Listening on [^ ]+:(\d+),/.exec(output)?.[1] as string, output: () => output };
}

/** Lets s3270 carry out actions; returns all that it answers. */
function emulate(actions: readonly string[]): Promise<string> {
  const child = spawn('s3270', ['-model', '3279-4-E', '-utf8'], { stdio: 'pipe' });
  let output = '';
  child.stdout.on('data', (bytes: Buffer) => {
    output += bytes.toString();
  });
  child.stdin.end(`${[...actions, 'Quit()'].join('\n')}\n`);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => resolve(output));
  });
}

describe.runIf(requirePeer('s3270'))('s3270 and the smallest host', () => {
  it('is asked for a name, and greeted by it', { timeout: 60_000 }, async () => {
    const [command, args] = commandOf('examples/smallest-host.ts', ['0']);
    const child = spawn(process.execPath, [command.replace(/\.bin\/tsx$/, 'tsx/dist/cli.mjs'), ...args]);
    let output = '';
    child.stdout.on('data', (bytes: Buffer) => {
      output += bytes.toString();
    });
    await eventually(() => /port: \d+/.test(output), 'the host');
    const answers = await emulate([
      `Connect("127.0.0.1:${/port: (\d+)/.exec(output)?.[1]}")`,
      'Wait(10,InputField)',
      'String("Anna")',
      'Enter()',
      'Wait(10,Unlock)',
      'Ascii()',
    ]);
    child.kill('SIGKILL');
    expect(answers).toContain('Good day, Anna.');
  });
});

describe.runIf(requirePeer('s3270'))('s3270 and the host that is run by hand', () => {
  it.each([
    ['negtSecure', 'Y:', [], 'TLS is up (negotiated)'],
    ['secure', 'L:Y:', [], 'TLS is up (sniffed)'],
    ['implicit', 'L:Y:', [], 'TLS is up (implicit)'],
    ['any', 'Y:', ['--offer-first'], 'TLS is up (negotiated)'],
    ['vmPreferred', 'Y:', ['--no-tn3270e'], 'negotiated tn3270:'],
    ['basic', '', [], 'goes on without TLS'],
  ] as const)('log in with TLS policy %s', { timeout: 60_000 }, async (tls, prefix, more, logged) => {
    const { port, output } = await startProgram(['--tls', tls, ...more]);
    const answers = await emulate([
      `Connect("${prefix}127.0.0.1:${port}")`,
      'Wait(10,InputField)',
      'Ascii()',
      'String("ibmuser")',
      'Tab()',
      'String("secret")',
      'Enter()',
      'Wait(10,InputField)',
      'Ascii()',
      'String("2")',
      'Enter()',
      'Wait(10,Unlock)',
      'Ascii()',
      'PF(3)',
      'Wait(10,InputField)',
      'PF(3)',
      'Wait(10,InputField)',
      'PF(3)',
      'Wait(10,Disconnect)',
    ]);
    expect(answers).toContain('DEMONSTRATION HOST');
    expect(answers).toContain('Welcome, ibmuser.');
    expect(answers).toContain('this is turquoise');
    expect(answers).not.toContain('error');
    await eventually(() => output().includes('closed by'), 'the end of the session');
    expect(output()).toContain(logged);
    expect(output()).toContain('ENDED: The session ended.');
    expect(output()).not.toContain('violation');
  });
});
