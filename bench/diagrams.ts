// node --loader ts-node/esm bench/diagrams.ts: how long bifurcation diagrams take, beside AUTO-07p on the same equations,
// in seconds of the processor. Writes its part of docs/benchmark.md where AUTO is there.
import { readFileSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { bifurcations } from "../src/dynamics/bifurcations.js";
import { autoDiagram, whyNoAuto } from "../test/dynamics/auto-07p/auto.js";
import { diagrams, type Compared } from "../test/dynamics/auto-07p/diagrams.js";
import { diagramsTitle, withSection } from "./page.js";

const rounds = 3;
const path = new URL("../docs/benchmark.md", import.meta.url);

function seconds(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

function row({ name, model, parameter, from, steps }: Compared): string {
  const range = [Math.min(...from), Math.max(...from)] as const;
  const first = seconds(() => bifurcations(model, parameter, range));
  const again = Math.min(...Array.from({ length: rounds }, () => seconds(() => bifurcations(model, parameter, range))));
  const found = bifurcations(model, parameter, range).points.length;
  const coarse = autoDiagram(model, parameter, from);
  const fine = autoDiagram(model, parameter, from, steps);
  const told = (d: typeof fine): string => `${d.seconds.toFixed(2)} (${d.points.length})`;
  return `| ${name} | ${first.toFixed(2)} (${found}) | ${again.toFixed(2)} | ${told(coarse)} | ${told(fine)} |`;
}

if (whyNoAuto !== undefined) console.log(`SKIPPED: ${whyNoAuto}.`);
else {
  const load = loadavg()[0];
  const rows = diagrams.map((one) => {
    const text = row(one);
    console.log(text);
    return text;
  });
  const section = `${diagramsTitle}

Seconds of the processor, and in brackets how many points are found, by \`bench/diagrams.ts\` at a load of ${load.toFixed(1)}. Both
programs have the equations from the same graph. AUTO is run on one thread, without the time of compiling, from one end of the range
along one branch of equilibria and from its Hopf points, at steps of 0.05 on 60 intervals and at finer ones (0.01 to 0.02 on 100); it
is told where its branches end. \`bifurcations\` has other branches, homoclinic orbits and saddle-nodes on invariant circles besides.
That the points are the same is a test (\`test/dynamics/auto-07p\`); AUTO's coarse ones are now and then none.

| | \`bifurcations\`, first | again | AUTO, coarse | AUTO, fine |
|---|---|---|---|---|
${rows.join("\n")}
`;
  writeFileSync(path, withSection(readFileSync(path, "utf8"), diagramsTitle, section));
}
