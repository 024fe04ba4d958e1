// npm run bench [-- ROUNDS [neuron | populations]]: how long one Hodgkin-Huxley neuron takes, 1 s of model time, and populations, against C and
// against other packages: medians of ratios taken round by round, with quartiles. Writes docs/benchmark.md where gcc is
// there; with a word only that part of it.
//
//   C           hodgkin-huxley.c: exp of libm, V kept at every step, spikes counted
//   engine      the program that nullcline makes for the model, alone: V kept at every step
//   simulate    what a user calls, asked for V: spikes located, dense output
//   all states  the same, asked for all
//   readable    the same numbers by the stepper that reads its method from a table
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type PluginBuild } from "esbuild";
import { growthSection, sizesSection } from "./growth.js";
import { matchedSection } from "./matched.js";
import { noiseSection } from "./noise.js";
import { populationSection } from "./populations.js";
import { othersOf, page, populationsOf, warmUp, withPopulations, type Table } from "./page.js";
import { compare, quantile, server, type Server } from "./server.js";

const here = fileURLToPath(new URL(".", import.meta.url));
const rounds = Number(process.argv[2] ?? 15);
const load = loadavg()[0];
const folder = mkdtempSync(join(here, "..", "node_modules", ".nullcline-bench-")); // where mathjs is found
const servers: Server[] = [];
const document = join(here, "..", "docs", "benchmark.md");
const before = existsSync(document) ? readFileSync(document, "utf8") : "";
try {
  if (process.argv[3] === "populations")
    writeFileSync(
      document,
      withPopulations(before, await populationSection(await bundled("population"), folder, rounds)),
    );
  else await everything(process.argv[3] === "neuron" ? populationsOf(before) : undefined);
} finally {
  for (const each of servers) each.end();
  rmSync(folder, { recursive: true });
}

/** @param measured the section about populations, where that is to stay as it is */
async function everything(measured: string | undefined): Promise<void> {
  const bundle = await bundled("neuron");
  const node = (name: string): Server => started(server(name, process.execPath, [bundle, name]));
  const compiled = compileC(join(folder, "neuron"));
  const own = [
    ...(compiled === undefined ? [] : [started(server("C", compiled))]),
    ...["engine", "simulate", "all states"].map(node),
  ];
  const readable = node("readable");
  const peers = ["ode45-cash-karp", "odex"].map(node);
  const tables = [
    await table("Euler, dt 0.01 ms", 0.5, "euler 1000 0.01", [...own, readable]),
    await table("RK4, dt 0.01 ms", 0.5, "rk4 1000 0.01", [...own, readable]),
    await table("Exponential Euler, dt 0.01 ms", 0.75, "exponentialEuler 1000 0.01", [...own, ...inNeuron()]),
    await table("Dormand-Prince 5(4), tolerance 1e-6", 0.8, "dormandPrince 1000 1e-6", [...own, readable, ...peers]),
  ];
  const first: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const fresh = node("simulate");
    first.push((await fresh.ask("dormandPrince 100 1e-6 1")).ms);
    fresh.end();
  }
  first.sort((x, y) => x - y);
  const more = [
    await noiseSection((name) => started(server(name, process.execPath, [bundle, name])), rounds),
    await matchedSection(
      own.filter(({ name }) => ["C", "simulate"].includes(name)),
      rounds,
    ),
    await growthSection(node("simulate")),
    await sizesSection(),
  ];
  for (const each of servers) each.end();
  const populations = measured ?? (await populationSection(await bundled("population"), folder, rounds));
  console.log(`\nThe first 100 ms in a fresh process, program and all: ${quantile(first, 0.5).toFixed(1)} ms.`);
  if (compiled !== undefined) {
    const others = othersOf(before);
    writeFileSync(document, page(tables, { rounds, load, first, populations, more }) + (others && `\n${others}`));
  }
}

function inNeuron(): readonly Server[] {
  const python = join(here, "..", ".venv-peers", "bin", "python");
  if (existsSync(python)) return [started(server("NEURON", python, [join(here, "in_neuron.py")]))];
  console.log("SKIPPED: comparison with NEURON, for bench/peers.sh has not been run.");
  return [];
}

/** The file of a program and all it imports. */
async function bundled(name: string): Promise<string> {
  const outfile = join(folder, `${name}.mjs`);
  await build({
    entryPoints: [join(here, `${name}.ts`)],
    bundle: true,
    platform: "node",
    format: "esm",
    outfile,
    mainFields: ["module", "main"],
    plugins: [{ name: "as installed", setup: asInstalled }],
    banner: { js: 'import { createRequire as cjs } from "node:module"; const require = cjs(import.meta.url);' },
  });
  return outfile;
}

/** What is measured is the build, where models are data: their texts, and mathjs to read them, no user loads. */
function asInstalled({ onResolve }: PluginBuild): void {
  onResolve({ filter: /^\.\.\/src\// }, ({ path }) => {
    const built = join(here, "..", path.replace(/^\.\.\/src/, "dist"));
    if (!existsSync(built)) throw new Error(`${built} is not there: npm run build`);
    return { path: built };
  });
}

function started(one: Server): Server {
  servers.push(one);
  return one;
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

async function table(title: string, goal: number, run: string, entries: readonly Server[]): Promise<Table> {
  const timings = await compare(entries, run, { rounds, repetitions: 2, warmUp });
  console.log(`\n${title}\n${"".padEnd(18)}${"ms".padStart(9)}${"ratio".padStart(8)}  quartiles     spikes`);
  for (const { name, times, ratios, last } of timings) {
    const [low, middle, high] = [0.25, 0.5, 0.75].map((q) => quantile(ratios, q).toFixed(2));
    console.log(
      name.padEnd(18) +
        quantile(times, 0.5).toFixed(2).padStart(9) +
        middle.padStart(8) +
        `  ${low} … ${high}`.padEnd(16) +
        (last.spikes ?? "not counted"),
    );
  }
  return { title, timings, goal };
}
