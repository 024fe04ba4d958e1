// node --loader ts-node/esm bench/live.ts [NAME …]: ms of work per move of a slider in a real browser, median and 95th
// percentile of 200 moves, for explorers of some models and for every scene, written into docs/benchmark.md; or for
// those named.
import { readFileSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { browserCode, figureLibrary } from "../scripts/bundle.mjs";
import { explorer } from "../src/live/cell/explore.js";
import { pack } from "../src/live/cell/pack.js";
import { setupHtml } from "../src/live/cell/setup.js";
import { eachPart } from "../src/live/parts.js";
import { sceneOutput } from "../src/live/cell/scene-output.js";
import type { Preparation, Scene } from "../src/live/scenes/scene.js";
import * as scenes from "../src/live/scenes/scenes.js";
import { catalogue } from "../src/models/catalogue.js";
import { launch } from "../test/e2e/browser.js";
import { pages } from "../test/e2e/pages.js";
import { liveTitle, withSection } from "./page.js";

const explorers = ["hodgkinHuxley", "persistentSodiumPotassium", "izhikevich", "leakyIntegrateAndFire"].map(
  (name) => [name, () => explorer([catalogue[name]], {}, "").html] as const,
);
/** What the file of a scene has beside the function that a cell calls. */
interface SceneFile {
  readonly scene: Scene;
  prepare(): Preparation;
}
const fileOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const figures = Object.keys(scenes).map(
  (name) =>
    [
      name,
      async () => {
        const { scene, prepare } = (await import(`../src/live/scenes/${fileOf(name)}.js`)) as SceneFile;
        return sceneOutput(scene, prepare(), "").html;
      },
    ] as const,
);
const asked = process.argv.slice(2);

const { runtime, parts } = await browserCode();
const setup = setupHtml(
  pack(figureLibrary()),
  pack(runtime),
  eachPart((name) => pack(parts[name])),
);
const browser = await launch();
const site = await pages({ browser: Promise.resolve(browser), setup });
const load = loadavg()[0].toFixed(1);
console.log(`load ${load}`);
const rows: string[] = [];
for (const [name, html] of [...explorers, ...figures].filter(([each]) => asked.length === 0 || asked.includes(each))) {
  const { page } = await site.open(site.setup + (await html()), {}, "");
  await page.waitForSelector(".nc-panel svg");
  const { times, whole } = await page.evaluate(async () => {
    const inputs = [
      ...document.querySelectorAll<HTMLInputElement>(
        ".nc-settings input[type=range], .nc-row > :not([hidden]) input[type=range]",
      ),
    ];
    const host = document.querySelectorAll<HTMLElement>(".nullcline-host")[0];
    const frame = async (): Promise<number> => {
      host.dataset["work"] = "0";
      await new Promise((done) => requestAnimationFrame(done));
      return Number(host.dataset["work"]);
    };
    const move = (k: number): void => {
      const input = inputs[host.querySelector(".nc-scene") === null ? 0 : Math.floor(k / 10) % inputs.length]; // a scene's sliders by turns
      const [low, high] = [Number(input.min), Number(input.max)];
      input.value = String(low + (high - low) * (0.5 + 0.4 * Math.sin(k / 7)));
      input.dispatchEvent(new Event("input", { bubbles: true }));
    };
    const found: number[] = [];
    for (let k = 0; k < 220; k++) {
      move(k);
      found.push(await frame());
    }
    const wholes: number[] = [];
    for (let k = 0; k < 20; k++) {
      move(7 * k);
      let sum = 0;
      for (let frames = 0; frames < 15; frames++) sum += await frame();
      wholes.push(sum);
    }
    const sorted = (all: number[]): number[] => all.sort((a, b) => a - b);
    return { times: sorted(found.slice(20)), whole: sorted(wholes)[10] };
  });
  const [median, slow] = [times[100].toFixed(1), times[190].toFixed(1)];
  console.log(`${name.padEnd(28)} median ${median} ms, 95th percentile ${slow} ms, whole ${whole.toFixed(1)} ms`);
  rows.push(`| ${name} | ${median} | ${slow} | ${whole.toFixed(1)} |`);
}
const section = `${liveTitle}

What a move of a slider takes of the page's time until the frame is drawn, by \`bench/live.ts\` on ${new Date().toISOString().slice(0, 10)} in
Chromium ${browser.version()}, load ${load} before: 200 moves each, one in each frame. Goal: a median of 4 ms, and 8 for the slowest twentieth. Pictures for which
a frame has no room (\`src/live/turns.ts\`) follow in the next, each in its turn: while a slider moves on, those of Four bifurcations are drawn in every third or
fourth frame. **Whole** is what all pictures and words take together, in however many frames, after a single move: the median of 20.

| | median, ms | 95th percentile, ms | whole, ms |
|---|---|---|---|
${rows.join("\n")}
`;
await site.close();
if (asked.length === 0) {
  const document = new URL("../docs/benchmark.md", import.meta.url);
  writeFileSync(document, withSection(readFileSync(document, "utf8"), liveTitle, section));
}
