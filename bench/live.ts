// node --loader ts-node/esm bench/live.ts [NAME …]: ms of work per move of a slider in a real browser, median and 95th
// percentile of 200 moves, for explorers of some models and for every scene; or for those named.
import { loadavg } from "node:os";
import { browserCode, figureLibrary } from "../scripts/bundle.mjs";
import { explorer } from "../src/live/cell/explore.js";
import { pack } from "../src/live/cell/pack.js";
import { setupHtml } from "../src/live/cell/setup.js";
import { sceneOutput } from "../src/live/cell/scene-output.js";
import { catalogue } from "../src/models/catalogue.js";
import { launch } from "../test/e2e/browser.js";
import { pages } from "../test/e2e/pages.js";
import { sceneFiles } from "../test/live/scene-files.js";

const explorers = ["hodgkinHuxley", "persistentSodiumPotassium", "izhikevich", "leakyIntegrateAndFire"].map(
  (name) => [name, () => explorer([catalogue[name]], {}, "").html] as const,
);
const figures = Object.entries(sceneFiles).map(
  ([name, { scene, prepare }]) => [name, () => sceneOutput(scene, prepare(), "").html] as const,
);
const asked = process.argv.slice(2);

const { runtime, analyses } = await browserCode();
const setup = setupHtml(pack(figureLibrary()), pack(runtime), pack(analyses));
const site = await pages({ browser: launch(), setup });
console.log(`load ${loadavg()[0].toFixed(1)}`);
for (const [name, html] of [...explorers, ...figures].filter(([each]) => asked.length === 0 || asked.includes(each))) {
  const { page } = await site.open(site.setup + html(), {}, "");
  await page.waitForSelector(".nc-panel svg");
  const times = await page.evaluate(async () => {
    const inputs = [
      ...document.querySelectorAll<HTMLInputElement>(
        ".nc-settings input[type=range], .nc-row > :not([hidden]) input[type=range]",
      ),
    ];
    const host = document.querySelectorAll<HTMLElement>(".nullcline-host")[0];
    const found: number[] = [];
    for (let k = 0; k < 220; k++) {
      const input = inputs[host.querySelector(".nc-scene") === null ? 0 : Math.floor(k / 10) % inputs.length]; // a scene's sliders by turns
      const [low, high] = [Number(input.min), Number(input.max)];
      input.value = String(low + (high - low) * (0.5 + 0.4 * Math.sin(k / 7)));
      input.dispatchEvent(new Event("input", { bubbles: true }));
      await new Promise((done) => requestAnimationFrame(done));
      found.push(Number(host.dataset["work"]));
    }
    return found.slice(20).sort((a, b) => a - b);
  });
  console.log(`${name.padEnd(28)} median ${times[100].toFixed(1)} ms, 95th percentile ${times[190].toFixed(1)} ms`);
}
await site.close();
