// The part of docs/benchmark.md about noise: what a run under noise takes of one without.
import type { Method } from "../src/solve/methods/method.js";
import { markdown } from "./page.js";
import { compare, type Server } from "./server.js";

interface Case {
  readonly title: string;
  readonly method: Method;
  readonly control: number;
  readonly rows: readonly string[];
}

const cases: readonly Case[] = [
  {
    title: "Euler, and Euler-Maruyama for white noise, dt 0.01 ms",
    method: "euler",
    control: 0.01,
    rows: ["simulate", "white noise", "coloured noise"],
  },
  { title: "RK4, dt 0.01 ms", method: "rk4", control: 0.01, rows: ["simulate", "coloured noise"] },
  {
    title: "Dormand-Prince 5(4), tolerance 1e-6",
    method: "dormandPrince",
    control: 1e-6,
    rows: ["simulate", "coloured noise"],
  },
];

/** @param node a row of neuron.ts in a process of its own */
export async function noiseSection(node: (name: string) => Server, rounds: number): Promise<string> {
  const tables: string[] = [];
  for (const { title, method, control, rows } of cases) {
    const servers = rows.map(node);
    const timings = await compare(servers, `${method} 1000 ${control}`, { rounds, repetitions: 2, warmUp: 20 });
    for (const each of servers) each.end();
    console.log(`\n${title}, noise`);
    tables.push(`### ${title}\n\n${markdown(timings)}`);
  }
  return `## Noise

1 s of the same neuron; the first row has no noise. **white noise** has an intensity of 2 uA/cm2 times the root of a ms; each step adds its part of
the path. **coloured noise** has a deviation of 2 uA/cm2 and a correlation time of 5 ms: 4000 straight lines a second, at whose ends steps end.
Goal: at most 20 times the run without.

${tables.join("\n\n")}`;
}
