import type { TransitionTable } from '../../machine/index.js';

/** `asked`: a SEND stands open. `answered`: an IS came, so that INFO has something to change. */
export type EnvironmentHostState = 'idle' | 'asked' | 'answered' | 'askedAgain';

/** `ask` is the embedder's; the others say what the terminal sent. */
export type EnvironmentHostInput = 'ask' | 'is' | 'info' | 'malformed';

/** `send`: send SEND. `take`: check and hand on what came. */
export type EnvironmentHostStep = 'send' | 'take' | 'misuse' | 'faultUnasked' | 'faultMalformed';

/** The host's side of NEW-ENVIRON (RFC 1572 §2, TEL-101, SEC-057). */
export const ENVIRONMENT_HOST_TABLE: TransitionTable<
  EnvironmentHostState,
  EnvironmentHostInput,
  EnvironmentHostStep
> = {
  idle: {
    ask: ['asked', 'send'],
    is: ['idle', 'faultUnasked'],
    info: ['idle', 'faultUnasked'],
    malformed: ['idle', 'faultMalformed'],
  },
  asked: {
    ask: ['asked', 'misuse'],
    is: ['answered', 'take'],
    info: ['asked', 'faultUnasked'],
    malformed: ['asked', 'faultMalformed'],
  },
  answered: {
    ask: ['askedAgain', 'send'],
    is: ['answered', 'faultUnasked'],
    info: ['answered', 'take'],
    malformed: ['answered', 'faultMalformed'],
  },
  askedAgain: {
    ask: ['askedAgain', 'misuse'],
    is: ['answered', 'take'],
    info: ['askedAgain', 'take'],
    malformed: ['askedAgain', 'faultMalformed'],
  },
};
