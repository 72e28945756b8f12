/** Milliseconds that a test waits for one thing before it fails. */
export const PATIENCE = 20_000;

/** Keeps what happened, and waits for what is to happen. */
export class EventLog<Event extends { readonly type: string }> {
  readonly events: Event[] = [];
  /** Events before this one have been waited for. */
  #taken = 0;
  #changed: () => void = () => {};

  readonly add = (event: Event): void => {
    this.events.push(event);
    this.#changed();
  };

  /** All events of one type so far. */
  all<Type extends Event['type']>(type: Type): Extract<Event, { type: Type }>[] {
    return this.events.filter((event): event is Extract<Event, { type: Type }> => event.type === type);
  }

  /** The next event of a type behind the one that was waited for last. Rejects when it does not come in time. */
  async next<Type extends Event['type']>(
    type: Type,
    accept: (event: Extract<Event, { type: Type }>) => boolean = () => true,
    patience: number = PATIENCE,
  ): Promise<Extract<Event, { type: Type }>> {
    const end = Date.now() + patience;
    let from = this.#taken;
    for (;;) {
      for (; from < this.events.length; from++) {
        const event = this.events[from] as Event;
        if (event.type !== type || !accept(event as Extract<Event, { type: Type }>)) continue;
        this.#taken = from + 1;
        return event as Extract<Event, { type: Type }>;
      }
      const left = end - Date.now();
      if (left <= 0) throw new Error(`no '${type}' within ${patience} ms, only ${this.#rest()}`);
      await this.#change(left);
    }
  }

  #change(patience: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, patience);
      this.#changed = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #rest(): string {
    return this.events.map(({ type }) => type).join(' ') || 'nothing';
  }
}

/** Asks again and again until the answer is yes. Rejects when that takes too long. */
export async function until(what: string, test: () => boolean, patience: number = PATIENCE): Promise<void> {
  const end = Date.now() + patience;
  while (!test()) {
    if (Date.now() > end) throw new Error(`${what}: not within ${patience} ms`);
    await sleep(10);
  }
}

export function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
