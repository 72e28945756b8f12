import { demonstrate } from './demonstration.js';
import { readArguments, USAGE } from './terminal/arguments.js';

/** Milliseconds: the demonstration must end by itself, whatever happens. */
const LIMIT = 35_000;

async function main(): Promise<number> {
  const command = readArguments(process.argv.slice(2));
  switch (command.type) {
    case 'help':
      console.log(USAGE);
      return 0;
    case 'wrong':
      console.error(`${command.message}\n\n${USAGE}`);
      return 2;
    case 'connect': {
      const { runTerminal } = await import('./terminal/interactive.js');
      return runTerminal(command);
    }
    case 'demonstrate': {
      setTimeout(() => {
        console.error('The demonstration hangs.');
        process.exit(1);
      }, LIMIT).unref();
      return (await demonstrate(console.log)) ? 0 : 1;
    }
  }
}

process.exitCode = await main();
