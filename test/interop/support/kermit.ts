import { writeFileSync } from 'node:fs';
import { certificates } from './host.js';
import { freePort, Program, temporaryFolder } from './processes.js';

/** Runs C-Kermit with commands of its script language, one a line. */
export function kermit(...commands: readonly string[]): Program {
  const folder = temporaryFolder();
  const file = `${folder}/commands.ksc`;
  writeFileSync(file, `${commands.join('\n')}\n`);
  return new Program('kermit', ['-Y', '-H', '-C', `take ${file}`], folder);
}

/**
 * C-Kermit as a server for one connection, on a port of its own.
 *
 * @param startTls - its setting: `required`, `requested`, `accepted`, `refused`
 * @param conversation - what it does once telnet has been negotiated
 */
export async function kermitServer(
  startTls: string,
  conversation: readonly string[],
): Promise<{ readonly port: number; readonly program: Program }> {
  const folder = temporaryFolder();
  const { cert, key } = await certificates();
  writeFileSync(`${folder}/cert.pem`, cert);
  writeFileSync(`${folder}/key.pem`, key);
  const port = await freePort();
  const program = kermit(
    `set telopt /server start-tls ${startTls}`,
    `set auth tls rsa-cert-file ${folder}/cert.pem`,
    `set auth tls rsa-key-file ${folder}/key.pem`,
    'set auth tls verify no',
    'set tcp address 127.0.0.1',
    `set host * ${port} /telnet`,
    ...conversation,
  );
  return { port, program };
}
