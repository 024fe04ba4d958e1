// docs/benchmark.md, written from what one run of the benchmark has measured.
import { execFileSync } from "node:child_process";
import { cpus, loadavg } from "node:os";
import { quantile, type Timing } from "./server.js";

/** One table of the page. */
export interface Table {
  readonly title: string;
  readonly timings: readonly Timing[];
  /** The ratio that is aimed at, for `engine` and `simulate`. */
  readonly goal: number;
}

const meaning = `Each row is a process of its own that stays; all are asked by turns, round by round, and a ratio is taken in each round, since a machine is faster
at one time than at another. Processor time of 1 s of a Hodgkin-Huxley neuron at 10 uA/cm2: medians, with quartiles of the ratios.

- **C**: \`bench/hodgkin-huxley.c\`, \`gcc -O3 -march=native\`, exp of libm, everything in locals, V kept at every step, spikes counted.
- **engine**: the program that nullcline generates for the model, alone: V kept at every step.
- **simulate**: what a user calls, with \`states: ["V"]\`: memory for the result, spikes located on the dense output.
- **all states**: the same, asked for all of them. **readable**: the same numbers by the stepper that reads its method from a table.
`;

const profiles = `What is known of the way there, as of 2026-11-27; not all of it is explained:

- **RK4.** A stage takes 17 ns. By a count of latencies by hand, an estimate, some 50 of its 68 cycles are waiting. Tables without bounds checks gained nothing
  that could be measured, an exponential of its own for the steep slope was slower; constants folded into the quotients gave 8 %, by trial, and are not built.
- **Dormand-Prince.** The verdict on each step took 18 % by \`node --cpu-prof\` and now is part of the program, with a logarithm as fine as it needs: 0.96 to 0.74
  of C, by paired medians at a load of 2 to 3. An earlier claim that \`simulate\` had gained by another change was not borne out.
- **simulate.** Some 72 closer looks at the threshold a run, and 8 to 10 % of the profile is collecting garbage. Fresh memory for 100 000 numbers takes 0.3 ms.
- **The first run.** The program of the default method comes compiled, as WebAssembly. Of what is left about 4 ms go into its instance and 4 into the code of \`simulate\`, which runs for
  the first time; the rest is the run, and closer looks at the threshold by code that is not warm.`;

const notHere = `## What is not here

Noise, live figures and NEURON. Cells that are coupled or noisy are run by the readable stepper, but for those by the method of 2003; none of
them by worker threads. The grader beside nbgrader is measured in [grading.md](grading.md), the kernel beside stock tslab, Deno and ipykernel in [kernels.md](kernels.md).`;

/** What is written beside the tables. */
export interface Measured {
  readonly rounds: number;
  readonly load: number;
  readonly first: readonly number[];
  /** The section about populations. */
  readonly populations: string;
}

/** The page with another section about populations. */
export function withPopulations(text: string, section: string): string {
  const [from, to] = ["\n## Populations\n", "\n## Where we lose\n"].map((title) => text.indexOf(title));
  if (from < 0 || to < from) throw new Error("docs/benchmark.md lacks its sections: write all of it once");
  return `${text.slice(0, from + 1)}${section}\n${text.slice(to)}`;
}

export function page(tables: readonly Table[], { rounds, load, first, populations }: Measured): string {
  const missed = tables.flatMap(({ title, timings, goal }) =>
    timings
      .filter(({ name, ratios }) => ["engine", "simulate"].includes(name) && quantile(ratios, 0.5) > goal)
      .map(({ name, ratios }) => `- ${title}, ${name}: ${ratio(quantile(ratios, 0.5))} of C, the goal is ${goal}.`),
  );
  return `${[
    "# Benchmark",
    `Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: ${cpus()[0]?.model.trim()}, ${cpus().length} threads, ` +
      `load ${load.toFixed(1)} before and ${loadavg()[0].toFixed(1)} after, Node ${process.versions.node}, ${gcc()}; ${rounds} rounds.`,
    meaning.trim(),
    ...tables.flatMap(({ title, timings, goal }) => [
      `## ${title}`,
      `Goal for engine and simulate: ${goal} of C.`,
      rows(timings),
    ]),
    "## The first run",
    `The first 100 ms by dormandPrince in a fresh process, after import, the generation of code included: ` +
      `${quantile(first, 0.5).toFixed(1)} ms (quartiles ${quantile(first, 0.25).toFixed(1)} and ${quantile(first, 0.75).toFixed(1)}; the goal is 15).`,
    populations,
    "## Where we lose",
    missed.length === 0 ? "In none of these." : missed.join("\n"),
    profiles,
    notHere,
    "",
  ]
    .join("\n\n")
    .trimEnd()}\n`;
}

function rows(timings: readonly Timing[]): string {
  const lines = timings.map(({ name, times, ratios, last }) => {
    const [low, middle, high] = [0.25, 0.5, 0.75].map((q) => ratio(quantile(ratios, q)));
    return `| ${name} | ${quantile(times, 0.5).toFixed(2)} | ${middle} | ${low} … ${high} | ${last.spikes ?? "not counted"} |`;
  });
  return ["| | ms | ratio | quartiles | spikes |", "|---|---|---|---|---|", ...lines].join("\n");
}

const ratio = (value: number): string => value.toFixed(2);

function gcc(): string {
  return execFileSync("gcc", ["--version"], { encoding: "utf8" }).split("\n")[0];
}

/** What `bench/diagrams.ts` writes begins with this, and goes on to the end of the page. */
export const diagramsTitle = "## Bifurcation diagrams, beside AUTO-07p";

/** The page without that part. */
export const withoutDiagrams = (text: string): string => text.split(diagramsTitle)[0];
