/** A figure that a harness prints, one line of JSON each. */
export interface Result {
  readonly workload: string;
  readonly value: number;
}

/** The lines of a harness that are figures; programs print other things too. */
export function readResults(output: string): Result[] {
  return output
    .split('\n')
    .filter((line) => line.startsWith('{"workload"'))
    .map((line) => JSON.parse(line) as Result);
}
