import { Session } from 'node:inspector/promises';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { fileURLToPath } from 'node:url';

/** The files that read records and carry them out. */
const MEASURED = /\/src\/(?:datastream\/parse-[a-z]+\.ts|screen\/(?:apply|record|read|planes|fields)\.ts)$/;

/** How many of a file's lines with code were run. */
export interface FileCoverage {
  readonly file: string;
  readonly lines: number;
  readonly missed: readonly number[];
}

/**
 * Counts which lines of the sources are run, by the engine's own counters. Start it before the sources are loaded.
 */
export class Coverage {
  readonly #session: Session = new Session();
  /** By script: where its source map is. */
  readonly #maps: Map<string, string> = new Map();

  async start(): Promise<void> {
    const session = this.#session;
    session.connect();
    session.on('Debugger.scriptParsed', ({ params: { scriptId, url, sourceMapURL } }) => {
      if (MEASURED.test(url) && sourceMapURL !== undefined) this.#maps.set(scriptId, sourceMapURL);
    });
    await session.post('Debugger.enable');
    await session.post('Profiler.enable');
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }

  /** @throws Error when a measured file has no source map */
  async take(): Promise<FileCoverage[]> {
    const session = this.#session;
    const { result } = await session.post('Profiler.takePreciseCoverage');
    const files: FileCoverage[] = [];
    for (const { scriptId, url, functions } of result) {
      if (!MEASURED.test(url)) continue;
      const { scriptSource } = await session.post('Debugger.getScriptSource', { scriptId });
      const map = readMap(this.#maps.get(scriptId));
      // Inner ranges come behind those that hold them, so the last word on a character is the innermost.
      const runs = new Uint8Array(scriptSource.length);
      for (const { ranges } of functions) {
        for (const { startOffset, endOffset, count } of ranges)
          runs.fill(count > 0 ? 1 : 0, startOffset, endOffset);
      }
      files.push({ file: fileURLToPath(url), ...linesOf(scriptSource, map, runs) });
    }
    session.disconnect();
    return files.sort((one, other) => (one.file < other.file ? -1 : 1));
  }
}

function readMap(url: string | undefined): SourceMap {
  const encoded = /^data:application\/json;.*?base64,(.*)$/.exec(url ?? '')?.[1];
  if (encoded === undefined) throw new Error('a source without a source map');
  return new SourceMap(JSON.parse(Buffer.from(encoded, 'base64').toString()) as SourceMapPayload);
}

/** A line has been run when something on it was. */
function linesOf(source: string, map: SourceMap, runs: Uint8Array): { lines: number; missed: number[] } {
  const run = new Map<number, boolean>();
  let offset = 0;
  for (const [line, text] of source.split('\n').entries()) {
    for (let column = 0; column < text.length; column++) {
      const entry = map.findEntry(line, column);
      if (!('originalLine' in entry) || entry.generatedLine !== line || entry.generatedColumn !== column)
        continue;
      const original = entry.originalLine + 1;
      run.set(original, run.get(original) === true || runs[offset + column] === 1);
    }
    offset += text.length + 1;
  }
  const missed = [...run].filter(([, covered]) => !covered).map(([line]) => line);
  return { lines: run.size, missed: missed.sort((one, other) => one - other) };
}

/** A line a file, and one for all of them. */
export function coverageLines(files: readonly FileCoverage[]): string[] {
  const lines = files.map(
    ({ file, lines: count, missed }) =>
      `${file.replace(/^.*\/src\//, 'src/')}: ${share(count - missed.length, count)} of ${count} lines${missed.length === 0 ? '' : `, not ${missed.join(' ')}`}`,
  );
  return [...lines, `lines run of all that parse and apply: ${coveredShare(files).toFixed(1)} %`];
}

/** Of a hundred lines. */
export function coveredShare(files: readonly FileCoverage[]): number {
  const all = files.reduce((sum, { lines }) => sum + lines, 0);
  const missed = files.reduce((sum, file) => sum + file.missed.length, 0);
  return (100 * (all - missed)) / all;
}

function share(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}
