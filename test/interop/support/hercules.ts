import { writeFileSync } from 'node:fs';
import { freePort, Program, temporaryFolder } from './processes.js';

/** Hercules with no system loaded, and the port of its console: four 3270 devices, a printer and two typewriters. */
export async function hercules(): Promise<{ readonly port: number; readonly program: Program }> {
  const folder = temporaryFolder();
  const port = await freePort();
  const configuration = [
    'ARCHMODE ESA/390',
    'CPUSERIAL 000001',
    'CPUMODEL 3090',
    'MAINSIZE 16',
    'NUMCPU 1',
    `CNSLPORT 127.0.0.1:${port}`,
    '0009 3215-C /',
    '001F 3215',
    '0700.4 3270',
    '0720 3287',
  ];
  writeFileSync(`${folder}/hercules.cnf`, `${configuration.join('\n')}\n`);
  const program = new Program('hercules', ['-d', '-f', `${folder}/hercules.cnf`], folder);
  await program.printed('Waiting for console connection');
  return { port, program };
}
