// One variant of the benchmark in a process of its own: `neuron.ts VARIANT METHOD DURATION CONTROL REPETITIONS`. Prints
// the median CPU time of a run in ms, the number of spikes and the last V, as hodgkin-huxley.c does.
import { modelFromData } from "../src/model/model-from-data.js";
import { hodgkinHuxley } from "../src/models/hodgkin-huxley.js";
import { stepProgram, type StepProgramState } from "../src/solve/compiled/step-program.js";
import { pointsPerStep } from "../src/solve/recording.js";
import { run, simulate } from "../src/solve/simulate.js";
import { constant } from "../src/solve/stimuli/stimulus-shapes.js";
import { errorControlledSteps, gridSteps } from "../src/solve/methods/step-size.js";
import { drivenModel } from "../src/solve/driven-system.js";
import { makeStepper } from "../src/solve/methods/method.js";
import { ode45, Solver } from "./peers.mjs";

interface Result {
  readonly spikes: number;
  readonly V: number;
}

const [variant, method, duration, controlled, repetitions] = process.argv.slice(2);
const T = Number(duration);
const control = Number(controlled);
const input = 10;

const variants: Readonly<Record<string, () => () => Result>> = {
  engine: () => engine(method as "rk4"),
  simulate: () => () => summary(simulate(hodgkinHuxley, options())),
  readable: () => () => summary(run(hodgkinHuxley, options(), { compiled: false })),
  "ode45-cash-karp": () => cashKarp,
  odex: () => bulirschStoer,
};

const once = variants[variant]();
const count = Number(repetitions);
const times: number[] = [];
let result: Result = { spikes: 0, V: NaN };
for (let k = 0; k < 2 * count; k++) {
  const before = process.cpuUsage();
  result = once();
  const { user, system } = process.cpuUsage(before);
  if (k >= count || count === 1) times.push((user + system) / 1000); // the first half warms up
  if (count === 1) break;
}
times.sort((a, b) => a - b);
console.log(JSON.stringify({ ms: times[times.length >> 1], ...result }));

function options() {
  return {
    duration: T,
    stimulus: constant(input),
    method: method as "rk4",
    ...(method === "dormandPrince" ? { tolerance: control } : { dt: control }),
  };
}

function summary({
  spikes,
  states,
}: {
  readonly spikes: Float64Array;
  readonly states: Readonly<Record<string, Float64Array>>;
}): Result {
  return { spikes: spikes.length, V: states.V[states.V.length - 1] };
}

/**
 * The program made for the model alone: steps into arrays that are there already, every state kept at every step; no
 * threshold, no events.
 */
function engine(name: "rk4" | "euler" | "dormandPrince"): () => Result {
  const { data } = hodgkinHuxley.with({ I: input });
  const model = modelFromData({ ...data, roots: { ...data.roots, threshold: null } });
  const program = stepProgram({ model, method: name, inputVaries: false, pointsPerStep });
  if (program === undefined) throw new Error("no program could be compiled");
  const driven = drivenModel(model, undefined);
  const scale = { tolerance: control, floor: Float64Array.of(150, 1, 1, 1) };
  const adaptive = name === "dormandPrince";
  const rows = Math.ceil(T / (adaptive ? 0.05 : control)) + 1;
  const columns = (n: number): Float64Array[] => Array.from({ length: 6 }, () => new Float64Array(n));
  const [stepEnds, output] = [columns(rows), columns(rows * pointsPerStep)];
  const stepper = makeStepper(name, { n: 4, field: driven.field, jacobian: driven.jacobian }, scale);
  return () => {
    const y = model.vectorOf(model.states);
    const stepSize = adaptive ? errorControlledSteps(stepper, driven.field, scale) : gridSteps(0, control);
    stepSize.begin(0, y, T);
    const state: StepProgramState = {
      p: driven.parameters.p,
      input: driven.input,
      y,
      t: 0,
      end: T,
      stepSize,
      scale,
      stepEnds,
      row: 0,
      rows,
      output,
      outputRow: 0,
      rejected: 0,
      evaluations: 0,
    };
    program(state);
    if (state.t !== T) throw new Error(`the program stopped at t = ${state.t} ms`);
    return { spikes: NaN, V: state.y[0] };
  };
}

/** The equations as a user of those packages would write them. */
function field(V: number, m: number, h: number, n: number, dydt: Float64Array | number[]): void {
  const v = V + 65;
  const rate = (x: number): number => (Math.abs(x) < 1e-6 ? 1 - x / 2 : x / (Math.exp(x) - 1));
  dydt[0] = input - 120 * m * m * m * h * (V - 50) - 36 * n * n * n * n * (V + 77) - 0.3 * (V + 54.387);
  dydt[1] = rate((25 - v) / 10) * (1 - m) - 4 * Math.exp(-v / 18) * m;
  dydt[2] = 0.07 * Math.exp(-v / 20) * (1 - h) - h / (Math.exp((30 - v) / 10) + 1);
  dydt[3] = 0.1 * rate((10 - v) / 10) * (1 - n) - 0.125 * Math.exp(-v / 80) * n;
}

function cashKarp(): Result {
  const y = hodgkinHuxley.vectorOf(hodgkinHuxley.states);
  const integrator = ode45(y, (dydt, [V, m, h, n]) => field(V, m, h, n, dydt), 0, 0.01, { tol: control });
  const trace: number[] = [];
  let spikes = 0;
  for (let before = y[0]; ; before = y[0]) {
    const more = integrator.step(T);
    if (before < -20 && y[0] >= -20) spikes++;
    trace.push(y[0]);
    if (!more) return { spikes, V: y[0] };
  }
}

function bulirschStoer(): Result {
  const solver = new Solver(4);
  solver.absoluteTolerance = solver.relativeTolerance = control;
  solver.denseOutput = true;
  const trace: number[] = [];
  let spikes = 0;
  let before = -65;
  const { y } = solver.solve(
    (_x, [V, m, h, n]) => {
      const dydt = [0, 0, 0, 0];
      field(V, m, h, n, dydt);
      return dydt;
    },
    0,
    Object.values(hodgkinHuxley.states),
    T,
    (_n, _x0, _x, [V]) => {
      if (before < -20 && V >= -20) spikes++;
      before = V;
      trace.push(V);
    },
  );
  return { spikes, V: y[0] };
}
