// Programs that are timed, each a process of its own that stays: it answers a line that asks for some runs with a line
// of JSON. Compilers in one process disturb each other, and what is warm stays warm.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** What a program says of a run: processor time in ms, number of spikes, last V. */
export interface Answer {
  readonly ms: number;
  readonly spikes: number | null;
  readonly V: number;
}

export interface Server {
  readonly name: string;
  ask(line: string): Promise<Answer>;
  end(): void;
}

export function server(name: string, command: string, args: readonly string[] = []): Server {
  const program = spawn(command, args, { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: program.stdout })[Symbol.asyncIterator]();
  return {
    name,
    async ask(line) {
      program.stdin.write(`${line}\n`);
      const { value, done } = await lines.next();
      if (done) throw new Error(`${name} ended instead of answering "${line}"`);
      return JSON.parse(value) as Answer;
    },
    end: () => program.stdin.end(),
  };
}

/** Times of a program, and their ratio to those of the first in the same rounds, in ascending order. */
export interface Timing {
  readonly name: string;
  readonly times: readonly number[];
  readonly ratios: readonly number[];
  readonly last: Answer;
}

/**
 * Asks all by turns, round by round, since the machine is faster at one time than at another.
 * @param run what they are asked for, without the number of repetitions at its end
 */
export async function compare(
  servers: readonly Server[],
  run: string,
  { rounds, repetitions, warmUp }: { readonly rounds: number; readonly repetitions: number; readonly warmUp: number },
): Promise<Timing[]> {
  for (const each of servers) await each.ask(`${run} ${warmUp}`);
  const answers = servers.map((): Answer[] => []);
  for (let round = 0; round < rounds; round++)
    for (const [k, each] of servers.entries()) answers[k].push(await each.ask(`${run} ${repetitions}`));
  const ascending = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);
  return servers.map(({ name }, k) => ({
    name,
    times: ascending(answers[k].map(({ ms }) => ms)),
    ratios: ascending(answers[k].map(({ ms }, round) => ms / answers[0][round].ms)),
    last: answers[k][rounds - 1],
  }));
}

export function quantile(ascending: readonly number[], q: number): number {
  return ascending[Math.min(ascending.length - 1, Math.floor(q * ascending.length))];
}
