import type { HostOptions, TerminalOptions } from '../../session/index.js';
import { Channels } from './channels.js';
import { type Inventory, makeInventory } from './inventory.js';
import { LocalStates } from './local-states.js';
import { MessageTable } from './messages.js';

/** What lasts from one pair to the next, so that the steps of each policy are made once. */
export class ExplorerMemory {
  readonly messages: MessageTable = new MessageTable();
  readonly channels: Channels = new Channels(this.messages);
  readonly inventory: Inventory = makeInventory(this.messages);
  readonly #terminals: Map<TerminalOptions, LocalStates> = new Map();
  readonly #hosts: Map<HostOptions, LocalStates> = new Map();

  /** The states of a terminal with these options; the same object means the same states. */
  terminal(options: TerminalOptions): LocalStates {
    return kept(this.#terminals, options, () => {
      return new LocalStates({ role: 'terminal', options }, this.messages, this.channels);
    });
  }

  /** What is known of the steps of a host with these options. */
  host(options: HostOptions): LocalStates {
    return kept(this.#hosts, options, () => {
      return new LocalStates({ role: 'host', options }, this.messages, this.channels);
    });
  }
}

function kept<Key>(map: Map<Key, LocalStates>, key: Key, make: () => LocalStates): LocalStates {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
