// One variant of the benchmark in a process of its own: `neuron.ts VARIANT` answers each line "METHOD DURATION CONTROL
// REPETITIONS" with the CPU time of one run in ms, the number of spikes and the last V, as hodgkin-huxley.c does.
import { createInterface } from "node:readline";
import { modelFromData } from "../src/model/model-from-data.js";
import { hodgkinHuxley } from "../src/models/hodgkin-huxley.js";
import { adaptiveSteps, fixedSteps, type CompiledRun } from "../src/solve/compiled/compiled-steps.js";
import { drivenModel } from "../src/solve/driven-system.js";
import { choosesSteps, makeStepper, type Method } from "../src/solve/methods/method.js";
import { errorControlledSteps } from "../src/solve/methods/step-size.js";
import type { TakeSteps } from "../src/solve/integrate.js";
import { pointsPerStep, type DenseRecording } from "../src/solve/recording/dense-recording.js";
import type { GridRecording } from "../src/solve/recording/grid-recording.js";
import { SampleBuffer } from "../src/solve/recording/sample-buffer.js";
import { run, simulate } from "../src/solve/simulate.js";
import { sum, type Stimulus } from "../src/solve/stimuli/stimulus.js";
import { ornsteinUhlenbeck, whiteNoise } from "../src/solve/stimuli/stimulus-noise.js";
import { constant } from "../src/solve/stimuli/stimulus-shapes.js";
import { ode45, Solver } from "./peers.mjs";

interface Result {
  readonly spikes: number;
  readonly V: number;
}
type Run = (method: Method, T: number, control: number) => Result;

const input = 10;
const asked = (method: Method, T: number, control: number, states?: string[], noise?: Stimulus) => ({
  duration: T,
  stimulus: noise ? sum(constant(input), noise) : constant(input),
  method,
  ...(choosesSteps(method) ? { tolerance: control } : { dt: control }),
  ...(states && { states }),
  ...(T > 1e5 && { every: 1000 }),
});
const summary = ({ spikes, states }: ReturnType<typeof simulate>): Result => ({
  spikes: spikes.length,
  V: states["V"][states["V"].length - 1],
});

const variants: Readonly<Record<string, Run>> = {
  engine,
  simulate: (...args) => summary(simulate(hodgkinHuxley, asked(...args, ["V"]))),
  "all states": (...args) => summary(simulate(hodgkinHuxley, asked(...args))),
  "white noise": (_method, T, dt) =>
    summary(simulate(hodgkinHuxley, asked("eulerMaruyama", T, dt, ["V"], whiteNoise(2)))),
  "coloured noise": (...args) =>
    summary(simulate(hodgkinHuxley, asked(...args, ["V"], ornsteinUhlenbeck({ mean: 0, deviation: 2, tau: 5 })))),
  readable: (...args) => summary(run(hodgkinHuxley, asked(...args), { compiled: false })),
  "ode45-cash-karp": cashKarp,
  odex: bulirschStoer,
};
let withoutThreshold: ReturnType<typeof modelFromData> | undefined;
/** Where the engine writes: memory that is there already, as it is for C. */
const memory = {
  columns: [new Float64Array(2 ** 18)],
  stepEnds: new SampleBuffer(1, 2 ** 15),
  output: new SampleBuffer(1, 2 ** 17),
};

const once = variants[process.argv[2]];

for await (const line of createInterface({ input: process.stdin })) {
  const [method, T, control, repetitions] = line.split(" ");
  const before = process.cpuUsage();
  let result: Result = { spikes: 0, V: NaN };
  for (let k = 0; k < Number(repetitions); k++) result = once(method as Method, Number(T), Number(control));
  const { user, system } = process.cpuUsage(before);
  console.log(JSON.stringify({ ms: (user + system) / 1000 / Number(repetitions), ...result }));
}

/** The program made for the model alone, which keeps V at every step: no threshold, no events. */
function engine(method: Method, T: number, control: number): Result {
  const { data } = hodgkinHuxley.with({ I: input });
  const model = (withoutThreshold ??= modelFromData({ ...data, roots: { ...data.roots, threshold: null } }));
  const driven = drivenModel(model, undefined);
  const made = { driven, method, kept: [0] };
  const y = model.vectorOf(model.states);
  const takeSteps = choosesSteps(method) ? adaptive(made, y, T, control) : fixed(made, control);
  let t = 0;
  while (t < T - 2e-9 * control) {
    const { t: reached, steps } = takeSteps?.(t, y, T + control) ?? { t: NaN, steps: 0 };
    if (steps === 0) throw new Error(`the program stopped at t = ${t} ms`);
    t = reached;
  }
  return { spikes: NaN, V: y[0] };
}

function fixed(made: CompiledRun, dt: number): TakeSteps | undefined {
  let row = 0;
  const onSteps = (steps: number): void => void (row += steps);
  const { columns } = memory;
  return fixedSteps(made, { room: () => ({ columns, row }), onSteps } as unknown as GridRecording, dt);
}

function adaptive(made: CompiledRun, y: Float64Array, T: number, tolerance: number): TakeSteps | undefined {
  const { stepEnds, output } = memory;
  stepEnds.length = output.length = 0;
  const { driven } = made;
  const scale = { tolerance, floor: Float64Array.of(150, 1, 1, 1) };
  const stepSize = errorControlledSteps(makeStepper(made.method, { ...driven, n: 4 }, scale), driven.field, scale);
  stepSize.begin(0, y, T);
  const onSteps = (steps: number): void => {
    stepEnds.length += steps;
    output.length += steps * pointsPerStep;
  };
  const takeSteps = adaptiveSteps(made, { stepEnds, output, onSteps } as unknown as DenseRecording, stepSize, scale);
  return takeSteps && ((from, at) => takeSteps(from, at, T));
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

function cashKarp(_method: Method, T: number, control: number): Result {
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

function bulirschStoer(_method: Method, T: number, control: number): Result {
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
