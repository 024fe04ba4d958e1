// docs/benchmark.md, written from what one run of the benchmark has measured.
import { execFileSync } from "node:child_process";
import { cpus, loadavg } from "node:os";
import { quantile, type Timing } from "./server.js";

/** Runs of each row before the first that counts. */
export const warmUp = 100;

/** One table of the page. */
export interface Table {
  readonly title: string;
  readonly timings: readonly Timing[];
  /** The ratio that is aimed at, for `engine` and `simulate`. */
  readonly goal: number;
}

const meaning = `Each row is a process of its own that stays; all are asked by turns, round by round, and a ratio is taken in each round, since a machine is faster
at one time than at another. Processor time of 1 s of a Hodgkin-Huxley neuron at 10 uA/cm2: medians, with quartiles of the ratios,
after ${warmUp} runs of each: compilers are at work for so long.

- **C**: \`bench/hodgkin-huxley.c\`, \`gcc -O3 -march=native\`, exp of libm, everything in locals, V kept at every step, spikes counted.
- **engine**: the program that nullcline generates for the model, alone: V kept at every step.
- **simulate**: what a user calls, with \`states: ["V"]\`: memory for the result, spikes located on the dense output.
- **all states**: the same, asked for all of them. **readable**: the same numbers by the stepper that reads its method from a table.
- **NEURON**: its own mechanism, as it comes (\`bench/peers.sh\` installs it, \`bench/in_neuron.py\` runs it): gates by exponential Euler from tables of rates, V by
  implicit Euler.
`;

const profiles = `What is known of the way there, as of 2026-11-29; not all of it is explained:

- **RK4.** A stage takes 74 cycles of 0.37 ns. It waits: an exponential less, no checks of ranges, negated constants ready made gained nothing, a division less
  4 %. Sums and products that take in last what is there last, and quotients after products, gave 10 %, stages written out 4 %. What is left of the chain
  from V to m and back is an exponential, three squarings, a division and some ten sums and products: 50 cycles by a count of latencies by hand, an
  estimate, of the 65 that are measured. An exponential of its own for the steep slope spares the squarings and gained nothing; a polynomial of fewer
  levels neither; constants folded into the quotients 1 to 2 %, by trial, and are not built.
- **Exponential Euler.** Its rates are shared by the derivatives and the diagonal of the Jacobian, so that no quotient can be put off. φ(z) = (e^z - 1)/z,
  by which each state relaxes, is a polynomial of 16 operations where z^2 < 1/64. It had 22, and took 1.09 to 1.12 of the time for one cell, 1.15 for a thousand (15 to 31
  rounds in turns, load 20 to 30).
- **Dormand-Prince.** Of the states at the ends of steps, every 64th and those around a spike are kept; others are worked out again when they are asked for. A step in which
  the threshold may be crossed is looked at with what the program knows of it at its quarters. Without these two \`simulate\` took 1.17 to 1.22 of its time, the program
  alone 1.02 to 1.15 (25 and 31 rounds in turns, load 20 to 30). Before them, alone in a process, a run of \`simulate\` takes 2.05 ms of the clock (the best tenth of 400), of which the program is 1.63. Closer looks at the
  threshold, 72 a run, take 0.2 (the model with its threshold and without), options and what a run is made of 0.06 (a run of 1 ms), copies from the program and to
  arrays of their length the rest. By \`perf\` 67 % is the program; moving and clearing memory is 4 %, and some 5 % are V8's threads that collect garbage, which count here
  and not by the clock. Of the program, a step of 235 ns, most is the wait of six stages, each for the one before it: without dense output it takes 2 % less, without
  what it keeps 5 %. Stages written out took 7 % less, and would have to be shipped beside the short program, or compiled within a run, for 20 ms: not built.
- **simulate.** By methods of fixed step, closer looks take 0.2 ms of a run, fresh memory and copies 0.25. That is pages which the system has to find, 118 a run: 100 000 numbers
  are written in 0.02 ms where there was memory before, as there is for C, and in 0.36 where there was none (2000 times each, load 15). They are the user's, so that no run
  can have them again; not to fill them with zeros first, as Node can, spares a tenth.
- **The first run.** The program of the default method comes compiled, as WebAssembly. Of what is left about 4 ms are V8's optimising compiler, which makes the program's
  machine code on a thread of its own (9.5 ms instead of 13.9 with \`--liftoff-only\`, 11 runs in turns); by \`node --cpu-prof\`, some 2.5 ms go into its instance, 5 into its
  first call and the run, the rest into the code of \`simulate\`, which runs for the first time.`;

const notHere = `## What is not here

Cells that are coupled or noisy are run by the readable stepper, but for those by the method of 2003; none of
them by several threads. The grader beside nbgrader is measured in [grading.md](grading.md), the kernel beside stock tslab, Deno and ipykernel in [kernels.md](kernels.md).`;

/** What is written beside the tables. */
export interface Measured {
  readonly rounds: number;
  readonly load: number;
  readonly first: readonly number[];
  /** The section about populations. */
  readonly populations: string;
  /** Those about noise, work matched by error, steps and sizes. */
  readonly more: readonly string[];
}

/** The page with another section about populations. */
export function withPopulations(text: string, section: string): string {
  const [from, to] = boundsOfPopulations(text);
  return `${text.slice(0, from)}${section}\n${text.slice(to)}`;
}

/** The section about populations that a page has. */
export const populationsOf = (text: string): string => text.slice(...boundsOfPopulations(text)).trimEnd();

function boundsOfPopulations(text: string): [from: number, to: number] {
  const [from, to] = ["\n## Populations\n", "\n## Where we lose\n"].map((title) => text.indexOf(title));
  if (from < 0 || to < from) throw new Error("docs/benchmark.md lacks its sections: write all of it once");
  return [from + 1, to];
}

export function page(tables: readonly Table[], { rounds, load, first, populations, more }: Measured): string {
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
      markdown(timings),
    ]),
    "## The first run",
    `The first 100 ms by dormandPrince in a fresh process, after import, the generation of code included: ` +
      `${quantile(first, 0.5).toFixed(1)} ms (quartiles ${quantile(first, 0.25).toFixed(1)} and ${quantile(first, 0.75).toFixed(1)}; the goal is 15).`,
    ...more,
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

/** A table of times. */
export function markdown(timings: readonly Timing[]): string {
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

/** What other programs write at the end of the page, each a section: `live.ts`, `site.ts` and `diagrams.ts`. */
export const liveTitle = "## Live figures";
export const siteTitle = "## The course as a site";
export const diagramsTitle = "## Bifurcation diagrams, beside AUTO-07p";
const others = [liveTitle, siteTitle, diagramsTitle];

const sectionsOf = (text: string): readonly string[] => text.split(/^(?=## )/m);
const isOf = (title: string, section: string): boolean => section.startsWith(`${title}\n`);

/** Sections of a page that others write, in their order. */
export const othersOf = (text: string): string =>
  sectionsOf(text)
    .filter((section) => others.some((title) => isOf(title, section)))
    .join("");

/** The page with one of these sections anew. */
export function withSection(text: string, title: string, section: string): string {
  const own = sectionsOf(text).filter((each) => !others.some((other) => isOf(other, each)));
  const rest = sectionsOf(othersOf(text)).filter((each) => !isOf(title, each));
  const all = [...rest, section].sort((a, b) => rank(a) - rank(b));
  return `${[own.join(""), ...all]
    .map((each) => each.trim())
    .filter(Boolean)
    .join("\n\n")}\n`;
}

const rank = (section: string): number => others.findIndex((title) => isOf(title, section));
