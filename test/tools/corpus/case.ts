/** One case of the corpus, as far as it is played; the schema stands in the corpus' README. */
export interface CorpusCase {
  readonly name: string;
  readonly options: CorpusOptions;
  readonly steps: readonly CorpusStep[];
  readonly probes?: readonly {
    readonly name: string;
    readonly hostHex: string;
    readonly clientHex: string;
  }[];
}

export interface CorpusOptions {
  readonly model?: string;
  readonly oversize?: string;
  readonly codepage?: string;
  readonly luname?: string;
  readonly termName?: string;
  readonly devName?: string;
  readonly prefix?: string;
  readonly set?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string | null>>;
  readonly utenv?: boolean;
}

export interface CorpusStep {
  readonly kind: 'connect' | 'host' | 'actions' | 'tls';
  readonly hostHex: string;
  readonly clientHex: string;
  readonly dribble?: boolean;
  readonly actions: readonly { readonly name: string; readonly args: readonly string[] }[];
  readonly screen?: { readonly rows: number; readonly cols: number };
}
