import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DemoCertificates } from '../../../examples/certificates.js';
import type { HostOptions, TimerSettings } from '../../../src/index.js';
import { decided, OneHost, type Outcome } from './cell.js';
import { CLIENTS, type ClientName } from './policies.data.js';

/** Milliseconds for which a session in the clear has to last: a client that was refused TLS may leave only then. */
const LASTS = 500;

/** What to run for each client, in a folder of its own; `port` is the host's. */
function commandOf(
  client: ClientName,
  port: number,
  folder: string,
): { parameters: string[]; input: string } {
  switch (client) {
    case 's3270 implicit':
      return { parameters: [], input: `Connect("L:Y:127.0.0.1:${port}")\n` };
    case 's3270 negotiated':
      return { parameters: [], input: `Connect("Y:127.0.0.1:${port}")\n` };
    case 's3270 plain':
      return { parameters: ['-set', 'startTls=false'], input: `Connect("127.0.0.1:${port}")\n` };
    case 'openssl -starttls telnet':
      return {
        parameters: ['s_client', '-starttls', 'telnet', '-quiet', '-connect', `127.0.0.1:${port}`],
        input: '',
      };
    default: {
      const file = join(folder, 'commands.ksc');
      const commands = [
        `set telopt start-tls ${client.slice('kermit '.length)}`,
        'set auth tls verify no',
        `set host 127.0.0.1 ${port} /telnet`,
        'if fail exit 1',
        'input 20 {NEVER}',
        'exit 0',
      ];
      writeFileSync(file, `${commands.join('\n')}\n`);
      return { parameters: ['-Y', '-H', '-C', `take ${file}`], input: '' };
    }
  }
}

/** Lets a client that is not ours connect to a host of ours. */
export async function runClientCell(
  client: ClientName,
  host: HostOptions,
  certificates: DemoCertificates,
  timers: Partial<TimerSettings>,
): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'sans3270-'));
  let secure = false;
  const one = await OneHost.listen(host, certificates, timers, (event) => {
    if (event.type === 'secure') secure = true;
  });
  const { parameters, input } = commandOf(client, one.host.port, folder);
  const env = { PATH: process.env.PATH, HOME: folder, LANG: 'C.UTF-8' };
  // A group of its own: C-Kermit starts helpers.
  const child = spawn(CLIENTS[client], parameters, {
    env,
    cwd: folder,
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  child.on('error', () => {}); // then nobody connects, and the cell says so
  child.stdin?.on('error', () => {});
  child.stdin?.write(input);
  const start = performance.now();
  const ended = (): boolean => one.session?.diagnosis !== undefined;
  try {
    // openssl speaks no telnet inside TLS, so TLS is all that can be asked of a client.
    await decided(() => ended() || secure || one.negotiated);
    if (!ended() && !secure) await lasting(() => ended() || secure);
    const { session } = one;
    const found = ended() && !secure ? session?.diagnosis : undefined;
    const upgrade = session?.security ?? 'none';
    return {
      result: found?.code ?? (upgrade === 'none' ? 'OK_CLEAR' : 'OK_TLS'),
      upgrade,
      version: session?.tlsInfo?.version ?? '',
      diagnosis: found,
      hostDiagnosis: found,
      ms: performance.now() - start,
    };
  } finally {
    kill(child);
    await one.host.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Waits for a while, or until something happens. */
async function lasting(happens: () => boolean): Promise<void> {
  const end = performance.now() + LASTS;
  await decided(() => happens() || performance.now() > end);
}

function kill({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // All of the group are gone already.
  }
}
