// One variant of the benchmark of populations in a process of its own: `population.ts VARIANT` answers each line "MODEL,METHOD,COUNT,STEPS,DT
// REPETITIONS", or "network REPETITIONS", with the CPU time of one run in ms and the number of spikes. The variants of `clocked` tell the time
// by the clock instead: threads spend no less of the processor.
import { createInterface } from "node:readline";
import type { Model } from "../src/model/model.js";
import { hodgkinHuxley } from "../src/models/hodgkin-huxley.js";
import { izhikevich } from "../src/models/izhikevich.js";
import { corticalNetwork } from "../src/networks/cortical-network.js";
import { simulatePopulation, type PopulationOptions } from "../src/solve/population/population.js";

/** Options of the variants that are timed by the clock. */
const clocked: Readonly<Record<string, Pick<PopulationOptions, "threads" | "precision">>> = {
  "one thread": { threads: 1 },
  "two threads": { threads: 2 },
  "one thread, single": { threads: 1, precision: "single" },
  "two threads, single": { threads: 2, precision: "single" },
};
const variant = process.argv[2];
// Without it every cell is run by itself.
if (variant === "cell by cell") Reflect.deleteProperty(globalThis, "WebAssembly");
const most = 20; // inputs lie between 0 and this

for await (const line of createInterface({ input: process.stdin })) {
  const [asked, repetitions] = line.split(" ");
  const [name, method, ...numbers] = asked.split(",");
  const [count, steps, dt] = numbers.map(Number);
  const model: Model = name === "izhikevich" ? izhikevich : hodgkinHuxley;
  const I =
    name === "network" ? [] : Float64Array.from({ length: count }, (_, k) => (most * k) / Math.max(1, count - 1));
  const how = clocked[variant] ?? { threads: 1 };
  const options = { count, duration: steps * dt, dt, method, parameters: { I }, ...how } as PopulationOptions;
  const run = () => (name === "network" ? corticalNetwork(izhikevich) : simulatePopulation(model, options));
  const [before, began] = [process.cpuUsage(), performance.now()];
  let spikes = 0;
  for (let k = 0; k < Number(repetitions); k++) spikes = run().raster.time.length;
  const { user, system } = process.cpuUsage(before);
  const taken = variant in clocked ? performance.now() - began : (user + system) / 1000;
  console.log(JSON.stringify({ ms: taken / Number(repetitions), spikes, V: null }));
}
