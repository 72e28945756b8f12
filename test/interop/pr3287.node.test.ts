import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { buildScreen } from '../../src/datastream/index.js';
import { cp037, FUNCTIONS, type HostOptions, REJECT_REASONS } from '../../src/index.js';
import { requirePeer } from '../support/peers.js';
import { type HostSide, TestHost } from './support/host.js';
import { endAll, Program, temporaryFolder } from './support/processes.js';
import { MODEL_2 } from './support/screens.js';

afterEach(endAll);

const { bindImage, dataStreamControl, responses, scsControlCodes, sysreq } = FUNCTIONS;

/** A page as LU type 3 has it: a 3270 write that starts the printer. */
const PAGE = buildScreen(
  {
    ...MODEL_2,
    fields: [
      { row: 1, column: 2, text: 'FIRST LINE', length: 10, protected: true },
      { row: 3, column: 5, text: 'third line', length: 10, protected: true },
    ],
    writeControlCharacter: { startPrinter: true, lineLength: 80 },
  },
  cp037,
);

/** Connects pr3287 to a host of ours; what it prints goes to a file. */
async function connect(
  options: HostOptions,
  ...parameters: readonly ((port: number) => string)[]
): Promise<{ side: HostSide; program: Program; printed: () => string }> {
  const host = await TestHost.start(options);
  const paper = `${temporaryFolder()}/paper`;
  const program = new Program('pr3287', [
    ...['-noverifycert', '-command', `cat >>${paper}`],
    ...parameters.map((parameter) => parameter(host.port)),
  ]);
  return { side: await host.connected(), program, printed: () => readFileSync(paper, 'latin1') };
}

describe.runIf(requirePeer('pr3287'))('pr3287 against our host', () => {
  it.each<HostOptions>([
    { tls: 'basic', functions: [dataStreamControl, responses] },
    { tls: 'basic', functions: [bindImage, dataStreamControl, responses, scsControlCodes, sysreq] },
    { tls: 'negtSecure', functions: [dataStreamControl, responses] },
  ])(
    '[TNE-019] is given the printer that it asks for, and prints: $tls, functions $functions',
    async (options) => {
      const { side, program, printed } = await connect(options, (port) => `PRT00001@127.0.0.1:${port}`);
      expect(await side.log.next('negotiated')).toEqual({
        type: 'negotiated',
        protocol: 'tn3270e',
        terminalType: 'IBM-3287-1',
        luName: 'PRT00001',
        functions: options.functions,
      });
      expect(side.session.security).toBe(options.tls === 'basic' ? 'none' : 'negotiated');
      const number = side.act((session) => session.write(PAGE, { response: 'always' }));
      expect(await side.log.next('response')).toMatchObject({
        to: 'data3270',
        sequenceNumber: number,
        positive: true,
      });
      side.act((session) => session.close());
      await program.exit();
      const lines = printed().split('\n');
      expect(lines.map((line) => line.trimEnd()).filter((line) => line !== '')).toEqual([
        ' FIRST LINE',
        '    third line',
      ]);
      expect(side.log.all('violation')).toEqual([]);
    },
  );

  it('[TNE-023] is given the partner of a terminal', async () => {
    const { side } = await connect(
      {
        tls: 'basic',
        functions: [dataStreamControl, responses],
        assignDevice: ({ associate, resourceName }) =>
          associate && resourceName === 'TERM0001'
            ? { accept: 'PRT00007' }
            : { reject: REJECT_REASONS.invAssociate },
      },
      () => '-assoc',
      () => 'TERM0001',
      (port) => `127.0.0.1:${port}`,
    );
    expect(await side.log.next('negotiated')).toMatchObject({ protocol: 'tn3270e', luName: 'PRT00007' });
  });

  it('[TNE-023] learns that the terminal has no partner', async () => {
    const { program } = await connect(
      {
        tls: 'basic',
        functions: [dataStreamControl, responses],
        assignDevice: () => ({ reject: REJECT_REASONS.invAssociate }),
      },
      () => '-assoc',
      () => 'TERM0001',
      (port) => `127.0.0.1:${port}`,
    );
    await program.printed('Cannot associate with specified LU: INV-ASSOCIATE');
  });
});
