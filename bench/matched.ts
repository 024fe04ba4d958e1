// The part of docs/benchmark.md about work matched by error: the coarsest steps by which each method brings the last of 69 spikes
// within 1e-3 ms, and what they take.
import { hodgkinHuxley } from "../src/models/hodgkin-huxley.js";
import { choosesSteps, type Method } from "../src/solve/methods/method.js";
import { SimulationError } from "../src/solve/simulation-error.js";
import { simulate } from "../src/solve/simulate.js";
import { constant } from "../src/solve/stimuli/stimulus-shapes.js";
import { compare, quantile, type Server } from "./server.js";

const allowed = 1e-3; // ms
const methods: readonly Method[] = ["dormandPrince", "rk4", "exponentialEuler", "euler"];
/** From coarse to fine; the finest takes 1e6 steps. */
const steps = [0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001];
const tolerances = [1e-3, 3e-4, 1e-4, 3e-5, 1e-5, 3e-6, 1e-6, 3e-7, 1e-7, 3e-8, 1e-8, 1e-9];

/** @throws SimulationError */
function spikesBy(method: Method, control: number): Float64Array {
  const options = { duration: 1000, stimulus: constant(10), method, states: ["V"] };
  return simulate(hodgkinHuxley, { ...options, ...(choosesSteps(method) ? { tolerance: control } : { dt: control }) })
    .spikes;
}

/** @param servers for simulate, and C where it is there */
export async function matchedSection(servers: readonly Server[], rounds: number): Promise<string> {
  const truth = spikesBy("dormandPrince", 1e-12);
  const last = truth[68];
  const lines: string[] = [];
  for (const method of methods) {
    const controls = choosesSteps(method) ? tolerances : steps;
    const errorAt = (by: number): number => {
      try {
        return Math.abs((spikesBy(method, by)[68] ?? Infinity) - last);
      } catch (error) {
        if (error instanceof SimulationError) return Infinity; // the step is too long for the model
        throw error;
      }
    };
    const control = controls.find((each) => errorAt(each) <= allowed);
    const finest = controls[controls.length - 1];
    const asked = `${method} 1000 ${control ?? finest}`;
    const off = errorAt(control ?? finest);
    const timings = await compare(servers, asked, { rounds, repetitions: 1, warmUp: 10 });
    const times = timings.map(({ name, times: all }) => `${name} ${quantile(all, 0.5).toFixed(2)}`).join(", ");
    const what = choosesSteps(method) ? "tolerance" : "dt, ms,";
    lines.push(
      `| ${method} | ${what} ${control ?? `${finest}, the finest tried`} | ${off.toExponential(1)} | ${times} |`,
    );
    console.log(lines[lines.length - 1]);
  }
  return `## Work matched by error

The coarsest of ${steps.length} steps, or of ${tolerances.length} tolerances, by which a method brings the last of 69 spikes, at ${last.toFixed(4)} ms, within
${allowed} ms of a run at tolerance 1e-12, and what 1 s takes of the processor then. C takes the same steps.

| method | control | error, ms | ms |
|---|---|---|---|
${lines.join("\n")}`;
}
