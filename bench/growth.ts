// The parts of docs/benchmark.md about the number of steps, and about sizes.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build, type BuildResult } from "esbuild";
import { browserCode, figureLibrary } from "../scripts/bundle.mjs";
import { partNames } from "../src/live/parts.js";
import type { Server } from "./server.js";

const root = fileURLToPath(new URL("..", import.meta.url));

/** @param one runs `simulate`, asked for one state */
export async function growthSection(one: Server): Promise<string> {
  const lines: string[] = [];
  for (let steps = 1; steps <= 1e8; steps *= 10) {
    await one.ask(`rk4 ${Math.min(steps, 1e4) * 0.01} 0.01 1`);
    const { ms } = await one.ask(`rk4 ${steps * 0.01} 0.01 1`);
    lines.push(`| ${steps} | ${ms.toFixed(2)} | ${((ms * 1e6) / steps).toFixed(0)} |`);
    console.log(lines[lines.length - 1]);
  }
  return `## Steps

RK4, dt 0.01 ms, V kept of every step up to 10 million, of every thousandth beyond; one run of each after one of at most 10 000 steps.

| steps | ms | ns a step |
|---|---|---|
${lines.join("\n")}`;
}

/** What a page has to load, and parts of it. */
export async function sizesSection(): Promise<string> {
  const { runtime, parts } = await browserCode();
  const engine = await bundleOf("compiled/compiled-steps");
  const rows: readonly (readonly [string, string])[] = [
    ["figure library (part of Plotly)", figureLibrary()],
    ["runtime: models, engine, figures, explorer", runtime],
    ["analyses, which a worker loads at the first question", parts.analyses],
    ["scenes, which a page loads with the first of them", parts.scenes],
    ["of these, the engine: a model's graph to programs that take its steps", textOf(engine)],
    ["with options, stimuli, recording, noise and all methods: `simulate`", textOf(await bundleOf("simulate"))],
    ["batches: vectors for populations", textOf(await bundleOf("batch/batch"))],
  ];
  const kB = (text: string): string => (gzipSync(text, { level: 9 }).length / 1000).toFixed(1);
  const setUp = ["plotly", "runtime", ...partNames].map((name) =>
    readFileSync(join(root, "dist", "live", `${name}.gz.b85.txt`)),
  );
  const inNotebook = setUp.reduce((sum, { length }) => sum + length, 0) / 1000;
  return `## Sizes

| | kB, by gzip |
|---|---|
${rows.map(([what, text]) => `| ${what} | ${kB(text)} |`).join("\n")}

Goal for the engine: 12 kB. What \`setup()\` puts into a notebook, once: ${inNotebook.toFixed(0)} kB of text.

What the engine is made of, minified, without gzip. To reach the goal a third would have to go, and none of the five is a third. The package's own models
bring the program of the default method compiled, so that these run without the third and most of the fourth; the other methods, stimuli that vary and
equations that are typed need all.

| | kB |
|---|---|
${partsOf(engine)
  .map(([what, bytes]) => `| ${what} | ${(bytes / 1000).toFixed(1)} |`)
  .join("\n")}`;
}

/** What the engine does, and where: the first pattern that fits a file counts. */
const engineParts: readonly (readonly [string, RegExp])[] = [
  ["a graph as short code: exponentials shared, chains short, divisions saved, derivatives", /src\/model\//],
  ["exp, log, pow and their like, to the same bits everywhere", /src\/numerics\//],
  ["that code as WebAssembly", /text-compiler|text-expressions|webassembly|batch\/encoder|base64/],
  ["the steps of each method as code", /compiled\/(?:adaptive|fixed|program|relaxation|noise)|solve\/methods\//],
  ["what calls it, and hands over what it needs", /src\//],
];

function partsOf({ metafile }: Bundle): readonly (readonly [string, number])[] {
  const files = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.entries(inputs));
  const partOf = (file: string): number => engineParts.findIndex(([, pattern]) => pattern.test(file));
  return engineParts.map(([what], k) => [
    what,
    files.reduce((sum, [file, { bytesInOutput }]) => sum + (partOf(file) === k ? bytesInOutput : 0), 0),
  ]);
}

type Bundle = BuildResult<{ write: false; metafile: true }>;

const textOf = ({ outputFiles }: Bundle): string => outputFiles[0].text;

function bundleOf(file: string): Promise<Bundle> {
  return build({
    entryPoints: [join(root, "src", "solve", `${file}.ts`)],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
  });
}
