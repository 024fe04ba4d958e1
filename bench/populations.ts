// The part of docs/benchmark.md about populations: tables against C of the same width, and growth with the number of cells.
import { execFileSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { hodgkinHuxley } from "../src/models/hodgkin-huxley.js";
import { izhikevich } from "../src/models/izhikevich.js";
import type { BatchMethod } from "../src/solve/batch/step-formulas.js";
import { batchInC } from "./batch-c.js";
import { compare, quantile, server, type Server, type Timing } from "./server.js";

const most = 20; // inputs lie between 0 and this
/** Where `bench/peers.sh` puts Brian 2. */
const python = fileURLToPath(new URL("../.venv-peers/bin/python", import.meta.url));

const obstacles = `### What stands in the way

As of 2026-11-29, by V8's own listing of its machine code, by times within one process and by \`node --cpu-prof\`:

- **The loop.** Some 240 instructions of Euler's step, where gcc has 190: V8 does not take constants from memory in the operation that needs them, and its order of
  operations leaves more alive than there are registers, so that 43 are written to the stack and 91 read from it (98 and 266 in RK4). The loop itself takes 0.98 of
  all of C for Euler's method, 1.12 for RK4, 0.74 for exponential Euler (best of 14 runs).
- **Two threads.** Together they take 1.05 of the processor time of one by Euler's method (15 rounds in turns, load 30), as much with calls of 1000 steps as with calls of 250, so
  that handing over is not what is missing. By the clock both processors have to be free: at a load of 1.8 quartiles of the ratio were 0.58 and 0.85.
- **Around it.** 15 to 17 ms of a run of Hodgkin-Huxley neurons, half of it in finding 5571 crossings, 1.4 us each; C only lists their steps.
- **10 000 neurons of Izhikevich.** Rounds are of two kinds, 1.3 and 2.5 of C, 2 wide: in some the code around the loop is compiled anew, which counts too, since V8 throws
  machine code away with the last function that shares it.
  Brian 2's one step of Euler's method, which gcc spreads over wide vectors, is less work than two half steps and a reset in each of ours.
- **The network.** Of a million weights the run copies none before they are read, and adds eight rows at once, which waits less for memory than four: 7.5 ms instead of 13.3
  for 7728 rows (load 25). Together 0.84 of the time before (25 rounds in turns, load 25; quartiles 0.75 and 0.94). Alone, in runs of their own, a million normal numbers take
  8 ms, a million weights drawn 2.4, a look whether they are finite 2.5, and 5 ms the 8 MB of fresh memory in which they stand: C has its memory from before.`;

interface Case {
  readonly title: string;
  readonly model: "hodgkinHuxley" | "izhikevich";
  readonly method: BatchMethod;
  readonly count: number;
  readonly steps: number;
  readonly dt: number;
}
const hundredMs = { model: "hodgkinHuxley", count: 1000, steps: 10_000, dt: 0.01 } as const;
const cases: readonly Case[] = [
  { title: "1000 Hodgkin-Huxley neurons, 100 ms, Euler, dt 0.01 ms", method: "euler", ...hundredMs },
  { title: "1000 Hodgkin-Huxley neurons, 100 ms, RK4, dt 0.01 ms", method: "rk4", ...hundredMs },
  {
    title: "1000 Hodgkin-Huxley neurons, 100 ms, exponential Euler, dt 0.01 ms",
    method: "exponentialEuler",
    ...hundredMs,
  },
  {
    title: "10 000 neurons of Izhikevich, 1 s, his method of 2003, dt 1 ms",
    model: "izhikevich",
    method: "izhikevich2003",
    count: 10_000,
    steps: 1000,
    dt: 1,
  },
];

/**
 * Measures and tells; skips C where g++ is missing, and Brian 2 where its environment is.
 * @param bundle of population.ts
 * @param folder for what is compiled
 */
export async function populationSection(bundle: string, folder: string, rounds: number): Promise<string> {
  const parts: string[] = [];
  const node = (name: string): Server => server(name, process.execPath, [bundle, name]);
  if (!existsSync(python)) console.log("SKIPPED: comparison with Brian 2, for bench/peers.sh has not been run.");
  for (const one of cases) {
    const servers = [...inC(one, folder), node("batch"), node("cell by cell"), ...brian(one)];
    const asked = [one.model, one.method, one.count, one.steps, one.dt].join(",");
    const timings = await compare(servers, asked, { rounds, repetitions: 1, warmUp: 10 });
    for (const each of servers) each.end();
    parts.push(titled(one.title, timings));
  }
  const coupled = [...networkInC(folder), node("batch"), node("cell by cell")];
  const timings = await compare(coupled, "network", { rounds, repetitions: 1, warmUp: 10 });
  for (const each of coupled) each.end();
  parts.push(titled("1000 coupled cells, the network of Izhikevich (2003), 1 s", timings));
  for (const { title, model, method, count, steps, dt } of cases.filter(({ model: of }) => of === "hodgkinHuxley")) {
    const names = ["one thread", "two threads", "one thread, single", "two threads, single"];
    const servers = names.map(node);
    const asked = [model, method, count, steps, dt].join(",");
    const clocked = await compare(servers, asked, { rounds, repetitions: 1, warmUp: 10 });
    for (const each of servers) each.end();
    parts.push(titled(`By the clock: ${title}`, clocked));
  }
  const one = node("batch");
  const sizes = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000];
  const growth: string[] = [];
  for (const count of sizes) {
    const asked = `hodgkinHuxley,rk4,${count},100,0.01`;
    await one.ask(`${asked} 1`);
    const { ms } = await one.ask(`${asked} 1`);
    growth.push(`| ${count} | ${ms.toFixed(1)} | ${((ms * 1e6) / (count * 100)).toFixed(0)} |`);
  }
  one.end();
  const grown = ["| cells | ms | ns for a cell and step |", "|---|---|---|", ...growth].join("\n");
  console.log(`\n${grown}`);
  const [day, load] = [new Date().toISOString().slice(0, 10), loadavg()[0].toFixed(1)];
  return `## Populations

Processor time, as above, on ${day}: ${rounds} rounds, load ${load} at the end. The inputs lie evenly between 0 and ${most}. **batch** is \`simulatePopulation\`, all of it: cells set up, spikes located within their
steps and sorted. **C, 2 wide** is the same step from the same graph on gcc's vectors of two doubles (\`bench/batch-c.ts\`,
\`g++ -O3 -march=native -ffp-contract=off\`); it only lists steps with spikes. **C, 8 wide** is the same with \`-ffast-math\` on vectors of eight, which
WebAssembly does not have: what we lose. **cell by cell** is \`simulatePopulation\` without vectors, to the same bits.
C works out both arms of each choice, as gcc's vectors do; the batch leaves an arm out that no lane takes.
**Brian 2** is C++ standalone, as it comes, on one thread (\`bench/peers.sh\` installs it, \`bench/brian.py\` runs it): its loop alone, by the clock, or the processor time
of its program if that is less. For the cells of Izhikevich it takes one step of Euler's method a millisecond, where all others take the two half steps of 2003.
By the clock the first row is the batch on one thread, of numbers of 64 bits; **single** has numbers of 32. Goal for two threads: 1.8 times as fast, 0.56.
Goal for the batch: 1.15 of C, 2 wide; and a fourth of Brian 2. Goal for the network: 2.5 of C (\`bench/network.c\`, the
same random numbers, \`gcc -O3 -march=native -ffp-contract=off\`); cells and weights set up are in its time.

${parts.join("\n\n")}

### Growth

100 steps of RK4, Hodgkin-Huxley neurons, one run of each after one before.

${grown}

${obstacles}`;
}

function titled(title: string, timings: readonly Timing[]): string {
  const rows = timings.map(({ name, times, ratios, last }) => {
    const [low, middle, high] = [0.25, 0.5, 0.75].map((q) => quantile(ratios, q).toFixed(2));
    return `| ${name} | ${quantile(times, 0.5).toFixed(1)} | ${middle} | ${low} … ${high} | ${last.spikes} |`;
  });
  const table = ["| | ms | ratio | quartiles | spikes |", "|---|---|---|---|---|", ...rows].join("\n");
  console.log(`\n${title}\n${table}`);
  return `### ${title}\n\n${table}`;
}

function networkInC(folder: string): Server[] {
  const source = fileURLToPath(new URL("network.c", import.meta.url));
  const program = join(folder, "network");
  try {
    execFileSync("gcc", ["-O3", "-march=native", "-ffp-contract=off", "-o", program, source, "-lm"], { stdio: "pipe" });
    return [server("C", program)];
  } catch (error) {
    console.log(
      `SKIPPED: the network in C, for gcc is not there or failed (${(error as Error).message.slice(0, 80)}).`,
    );
    return [];
  }
}

function inC({ model, method, count, steps, dt }: Case, folder: string): Server[] {
  const neuron = model === "izhikevich" ? izhikevich : hodgkinHuxley;
  try {
    return [2, 8].map((lanes) => {
      const program = join(folder, `${model}-${method}-${lanes}`);
      writeFileSync(`${program}.cc`, batchInC(neuron, method, lanes, { count, steps, dt, most }));
      const headers = `-I${fileURLToPath(new URL(".", import.meta.url))}`;
      const flags = ["-O3", "-march=native", "-w", headers, lanes === 2 ? "-ffp-contract=off" : "-ffast-math"];
      execFileSync("g++", [...flags, "-o", program, `${program}.cc`], { stdio: "pipe" });
      return server(`C, ${lanes} wide`, program);
    });
  } catch (error) {
    console.log(
      `SKIPPED: populations in C, for g++ is not there or failed (${(error as Error).message.slice(0, 80)}).`,
    );
    return [];
  }
}

function brian({ model, method }: Case): Server[] {
  if (!existsSync(python)) return [];
  return [server("Brian 2", python, [fileURLToPath(new URL("brian.py", import.meta.url)), model, method])];
}
