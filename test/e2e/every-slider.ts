import { payloadOf } from "../../src/live/cell/explore.js";
import { catalogue } from "../../src/models/catalogue.js";
import { random } from "../../src/numerics/random.js";
import { html, open } from "./explorer-page.js";
import type { Opened, Pages } from "./pages.js";

/**
 * Moves each slider of each model to its ends, and then all of them to random places, and looks at what is drawn in the
 * next frame.
 * @param ends 1: the sliders by turns to their lower and their upper end; 2: each to both
 * @param settings how many random settings of each model
 * @param head of the page, without a policy, so that the runs are fast
 */
export async function moveEverySlider(
  site: Pages,
  { ends, settings }: { readonly ends: 1 | 2; readonly settings: number },
  head: string,
): Promise<{ readonly found: readonly string[]; readonly problems: Opened["problems"] }> {
  const models = Object.values(catalogue);
  // What is drawn is read, not seen: it is not laid out, and of the rest little is painted.
  const unseen = "<style>.nc-panel svg { display: none }</style>";
  const low = { viewport: { width: 1000, height: 40 } };
  const { page, problems } = await open(site, html(...models), low, head + unseen);
  const { uniform } = random(8);
  const draws = Array.from({ length: settings }, () => Array.from({ length: 40 }, uniform));
  const found: string[] = [];
  for (const { label } of payloadOf(models, {}).models) {
    await page.getByLabel("model", { exact: true }).selectOption(label);
    const bad = await page.evaluate(moveSliders, { ends, draws });
    found.push(...bad.map((what) => `${label}: ${what}`));
  }
  return { found, problems };
}

/** In the page. */
async function moveSliders({
  ends,
  draws,
}: {
  readonly ends: 1 | 2;
  readonly draws: readonly (readonly number[])[];
}): Promise<readonly string[]> {
  const bad: string[] = [];
  const sliders = [...document.querySelectorAll<HTMLInputElement>(".nc-settings input[type=range]")];
  if (sliders.length === 0) bad.push("there are no sliders");
  const set = (input: HTMLInputElement, part: number): void => {
    input.value = String(Number(input.min) + part * (Number(input.max) - Number(input.min)));
    input.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const look = async (what: string): Promise<void> => {
    await new Promise(requestAnimationFrame);
    const drawn = [...document.querySelectorAll(".nc-panel")].map((panel) => panel.innerHTML).join();
    if (/NaN|Infinity|undefined/.test(drawn)) bad.push(`${what}: a point that is no number`);
  };
  for (const [k, input] of sliders.entries()) {
    const name = input.labels?.[0]?.textContent;
    const opened = Number(input.value);
    if (!(Number(input.min) < Number(input.max) && Number(input.min) <= opened && opened <= Number(input.max)))
      bad.push(`${name}: ${input.min} to ${input.max}, opens at ${opened}`);
    for (const part of ends === 2 ? [0, 1] : [k % 2]) {
      set(input, part);
      await look(`${name} at ${input.value}`);
    }
    set(input, (opened - Number(input.min)) / (Number(input.max) - Number(input.min)));
  }
  for (const draw of draws) {
    sliders.forEach((input, k) => set(input, draw[k % draw.length]));
    await look("a random setting");
  }
  return bad;
}
