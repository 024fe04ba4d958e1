// node --loader ts-node/esm bench/cold.ts [ROUNDS [FOLDER ...]]: what the first call in a fresh process takes, where all is
// compiled for the first time: import, `limitCycles` and `excitability` of the Hodgkin-Huxley model. Each is a process
// of its own; those of this build and of the ones in FOLDER, clones that are built, are taken by turns, round by round.
// Medians, by the clock and of the processor, V8's own threads included, and of the ratios of a build to this one.
import { execFileSync } from "node:child_process";
import { loadavg } from "node:os";
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { quantile } from "./server.js";

const rounds = Number(process.argv[2] ?? 15);
const folders = [fileURLToPath(new URL("..", import.meta.url)), ...process.argv.slice(3)].map((one) => resolve(one));

const calls = {
  "limitCycles at 8 uA/cm2": "limitCycles(hodgkinHuxley.with({ I: 8 }))",
  excitability: "excitability(hodgkinHuxley)",
};

/** What is timed, in ms. */
interface Took {
  readonly clock: number;
  readonly processor: number;
}

/** A fresh process: its import of a build, and one call. */
function fresh(folder: string, call: string): { readonly import: Took; readonly call: Took } {
  const program = `
    const now = () => { const { user, system } = process.cpuUsage(); return [performance.now(), (user + system) / 1000]; };
    const since = ([clock, processor]) => { const [c, p] = now(); return { clock: c - clock, processor: p - processor }; };
    const start = now();
    const { limitCycles, excitability, hodgkinHuxley } = await import(${JSON.stringify(built(folder))});
    const imported = since(start);
    const called = now();
    ${call};
    console.log(JSON.stringify({ import: imported, call: since(called) }));`;
  const answer = execFileSync(process.execPath, ["--input-type=module", "-e", program], { encoding: "utf8" });
  return JSON.parse(answer) as ReturnType<typeof fresh>;
}

/** The file that `import "nullcline"` loads in Node. */
const built = (folder: string): string => pathToFileURL(resolve(folder, "dist", "node", "nullcline.js")).href;

const median = (values: readonly number[]): number =>
  quantile(
    [...values].sort((a, b) => a - b),
    0.5,
  );

function tell(what: string, times: readonly (readonly Took[])[]): void {
  const [own] = times;
  folders.forEach((folder, k) => {
    const [clock, processor] = (["clock", "processor"] as const).map((by) => {
      const ms = median(times[k].map((took) => took[by])).toFixed(0);
      const ratio = median(times[k].map((took, round) => took[by] / own[round][by])).toFixed(2);
      return `${ms.padStart(7)} ms${k > 0 ? ` (${ratio})` : ""}`;
    });
    console.log(`${what.padEnd(26)}${clock} by the clock${processor} of the processor  ${folder}`);
  });
}

console.log(`${rounds} rounds, at a load of ${loadavg()[0].toFixed(1)}`);
const imports = folders.map((): Took[] => []);
for (const [what, call] of Object.entries(calls)) {
  const times = folders.map((): Took[] => []);
  for (let round = 0; round < rounds; round++)
    for (let turn = 0; turn < folders.length; turn++) {
      const k = (turn + round) % folders.length;
      const took = fresh(folders[k], call);
      times[k].push(took.call);
      imports[k].push(took.import);
    }
  tell(what, times);
}
tell("import", imports);
