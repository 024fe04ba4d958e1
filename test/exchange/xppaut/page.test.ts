import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { fromXppaut } from "../../../src/exchange/xppaut/read.js";
import { plot } from "../../../src/figure/plot.js";
import { svg } from "../../../src/figure/svg/svg.js";
import { simulate } from "../../../src/solve/simulate.js";

/** The file of docs/exchange.md. */
const page = readFileSync("docs/exchange.md", "utf8");
const ode = /```text\n(# a cell[\s\S]*?\ndone\n)```/.exec(page)?.[1] ?? "";

/** Its v every 5 ms, as XPPAUT 6.11b prints it. */
// biome-ignore format: numbers are read in rows
const theirs = [
  -60.860001, -60.857697, -60.856411, -60.855724, -60.846214, -38.87849, -22.294146, 15.51005, 42.2439, 30.317532,
  18.891428, 9.0247917, -9.2287054, -40.818783, -48.620663, -47.531075, -44.078976, -59.032082, -64.15406,
  -65.547844, -65.515984, -64.959732, -64.256271, -63.567879, -62.960598, -62.454952, -62.049736, -61.73402,
  -61.493439, -61.313435, -61.176247, -50.245434, -43.485565, -39.27409, -36.752041, -35.443462, -35.031193,
  -35.24202, -35.815216, -36.523659, -37.204079, -37.766335, -38.18029, -49.49437, -55.855282, -59.121796,
  -60.695053, -61.377773, -61.606827, -61.616631, -61.531277,
];

const { model, remarks } = fromXppaut(ode);
const run = simulate(model, { duration: 250 });

test("the file of the page on exchange gives XPPAUT's run: within 0.03 mV, of which most is its step at a jump", () => {
  expect(remarks).toHaveLength(1);
  const differences = theirs.map((v, k) => Math.abs(run.at(5 * k).v - v));
  expect(Math.max(...differences)).toBeLessThan(0.03);
});

test("the picture of the page is of that run, with XPPAUT's numbers on it", async () => {
  const trace = plot.trace(run, {
    panels: ["v", "I"],
    title: "an .ode file: our run, and XPPAUT's numbers every 5 ms",
  });
  const points = {
    x: theirs.map((_, k) => 5 * k),
    y: theirs,
    mode: "markers",
    name: "XPPAUT",
    type: "scatter",
  } as const;
  const both = { ...trace, data: [...trace.data, { ...points, marker: { size: 5, color: "#d55e00" } }] };
  await expect(`${svg(both)}\n`).toMatchFileSnapshot("../../../docs/pictures/xppaut-run.svg");
});
