// npm run bench [-- ROUNDS]: how long one Hodgkin-Huxley neuron takes, 1 s of model time, against C and against other
// packages.
//
// Each variant is a process of its own, since compilers in one process disturb each other; variants run in turn, and
// ratios are taken round by round, since the machine is faster at one time than at another. Medians over the rounds,
// with quartiles.
//
//   C         hodgkin-huxley.c: V kept at every step, spikes counted
//   engine    the program that nullcline makes for the model, alone: all states kept at every step
//   simulate  what a user calls: memory for the result, spikes located, dense output
//   readable  the same numbers by the stepper that reads its method from a table
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

interface Entry {
  readonly name: string;
  readonly command: string;
  readonly before: readonly string[];
  readonly repetitions: number;
}

interface Result {
  readonly ms: number;
  readonly spikes: number | null;
}

const here = fileURLToPath(new URL(".", import.meta.url));
const rounds = Number(process.argv[2] ?? 7);
const folder = mkdtempSync(join(tmpdir(), "nullcline-bench-"));
try {
  const bundle = join(folder, "neuron.mjs");
  await build({
    entryPoints: [join(here, "neuron.ts")],
    bundle: true,
    platform: "node",
    format: "esm",
    outfile: bundle,
    mainFields: ["module", "main"],
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
  });
  const compiled = compileC(join(folder, "neuron"));
  const node = (name: string, repetitions: number): Entry => ({
    name,
    command: process.execPath,
    before: [bundle, name],
    repetitions,
  });
  const c: readonly Entry[] = compiled ? [{ name: "C", command: compiled, before: [], repetitions: 15 }] : [];

  const own = [...c, node("engine", 30), node("simulate", 30), node("readable", 3)];
  compare("euler, dt = 0.01 ms", ["euler", "1000", "0.01"], own);
  compare("rk4, dt = 0.01 ms", ["rk4", "1000", "0.01"], own);
  compare(
    "dormandPrince, tolerance 1e-6",
    ["dormandPrince", "1000", "1e-6"],
    [...own, node("ode45-cash-karp", 5), node("odex", 5)],
  );
  const first = Array.from(
    { length: rounds },
    () => measure({ ...node("simulate", 1) }, ["dormandPrince", "100", "1e-6"]).ms,
  );
  console.log(`\nThe first 100 ms in a fresh process, program and all: ${quantile(first, 0.5).toFixed(0)} ms.`);
} finally {
  rmSync(folder, { recursive: true });
}

function compileC(out: string): string | undefined {
  try {
    execFileSync("gcc", ["-O3", "-march=native", "-o", out, join(here, "hodgkin-huxley.c"), "-lm"], { stdio: "pipe" });
    return out;
  } catch (error) {
    console.log(
      `SKIPPED: comparison with C, for gcc is not there or failed (${(error as Error).message.split("\n")[0]}); ratios are to the first row instead.`,
    );
    return undefined;
  }
}

function compare(title: string, run: readonly string[], entries: readonly Entry[]): void {
  const results = entries.map((): Result[] => []);
  for (let round = 0; round < rounds; round++) entries.forEach((entry, k) => results[k].push(measure(entry, run)));
  console.log(`\n${title}\n${"".padEnd(18)}${"ms".padStart(9)}${"ratio".padStart(8)}  quartiles     spikes`);
  entries.forEach(({ name }, k) => {
    const ratios = results[k].map((result, round) => result.ms / results[0][round].ms);
    const [low, middle, high] = [0.25, 0.5, 0.75].map((q) => quantile(ratios, q).toFixed(2));
    console.log(
      `${name.padEnd(18)}${quantile(
        results[k].map((r) => r.ms),
        0.5,
      )
        .toFixed(2)
        .padStart(9)}${middle.padStart(8)}  ${`${low} … ${high}`.padEnd(14)}${results[k][0].spikes ?? "not counted"}`,
    );
  });
}

function measure({ command, before, repetitions }: Entry, run: readonly string[]): Result {
  return JSON.parse(execFileSync(command, [...before, ...run, String(repetitions)], { encoding: "utf8" })) as Result;
}

function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))];
}
