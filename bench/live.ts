// node --loader ts-node/esm bench/live.ts: ms of work per move of a slider, in a real browser: median and 95th percentile of 200 moves.
import { explorer } from "../src/live/explore.js";
import { catalogue } from "../src/models/catalogue.js";
import { pages } from "../test/e2e/pages.js";

const site = await pages();
for (const name of ["hodgkinHuxley", "persistentSodiumPotassium", "izhikevich", "leakyIntegrateAndFire"]) {
  const { page } = await site.open(site.setup + explorer([catalogue[name]!], {}, "").html, {}, "");
  await page.waitForSelector(".nc-panel svg");
  const times = await page.evaluate(async () => {
    const input = document.querySelector<HTMLInputElement>(".nc-settings input[type=range]")!;
    const [low, high] = [Number(input.min), Number(input.max)];
    const found: number[] = [];
    for (let k = 0; k < 220; k++) {
      input.value = String(low + (high - low) * (0.5 + 0.4 * Math.sin(k / 7)));
      input.dispatchEvent(new Event("input", { bubbles: true }));
      await new Promise((done) => requestAnimationFrame(done));
      found.push(Number(document.querySelector<HTMLElement>(".nullcline-host")!.dataset["work"]));
    }
    return found.slice(20).sort((a, b) => a - b);
  });
  console.log(`${name.padEnd(28)} median ${times[100]!.toFixed(1)} ms, 95th percentile ${times[190]!.toFixed(1)} ms`);
}
await site.close();
