import { buffer } from "node:stream/consumers";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { leakyIntegrateAndFire } from "../../src/models/leaky-integrate-and-fire.js";
import { persistentSodiumPotassium } from "../../src/models/persistent-sodium-potassium.js";
import { noBrowser } from "./browser.js";
import { deaf, html, open, slide } from "./explorer-page.js";
import { pages, policy, type Pages } from "./pages.js";

const wide = { viewport: { width: 1300, height: 900 } };

/** What a browser finds in the file of a film. */
interface Seen {
  readonly seconds: number;
  readonly size: readonly [number, number];
  /** Of each of three frames: what is neither paper nor grey in the run and beside it, as parts of all pixels. */
  readonly coloured: readonly number[];
  /** Parts of all pixels that change from one of them to the next. */
  readonly changed: readonly number[];
  /** Of a corner: red, green, blue. */
  readonly paper: readonly number[];
}

/** Decodes a film by the browser that has made it, in another page. */
async function seenIn(page: Page, name: string, file: Buffer): Promise<Seen> {
  const other = await page.context().newPage();
  const seen = await other.evaluate(
    async ([base64, type]) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const video = document.createElement("video");
      video.muted = true;
      const whenIt = (does: string): Promise<unknown> =>
        new Promise((resolve, reject) => {
          video.addEventListener(does, resolve, { once: true });
          video.addEventListener("error", () => reject(new Error(video.error?.message ?? "no film")), { once: true });
        });
      const loaded = whenIt("loadeddata");
      video.src = URL.createObjectURL(new Blob([bytes], { type }));
      await loaded;
      if (video.duration === Infinity) {
        const found = whenIt("durationchange"); // a file that was recorded does not say
        video.currentTime = 1e9;
        await found;
      }
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [video.videoWidth, video.videoHeight];
      const ink = canvas.getContext("2d", { willReadFrequently: true });
      if (ink === null) throw new Error("no canvas");
      const frames: Uint8ClampedArray[] = [];
      for (const part of [0.15, 0.45, 0.98]) {
        const sought = whenIt("seeked");
        video.currentTime = part * video.duration;
        await sought;
        ink.drawImage(video, 0, 0);
        frames.push(ink.getImageData(0, 0, canvas.width, canvas.height).data);
      }
      const pixels = canvas.width * canvas.height;
      const count = (is: (k: number) => boolean): number => {
        let n = 0;
        for (let k = 0; k < 4 * pixels; k += 4) if (is(k)) n++;
        return n / pixels;
      };
      return {
        seconds: video.duration,
        size: [canvas.width, canvas.height] as const,
        coloured: frames.map((at) =>
          count((k) => Math.max(at[k], at[k + 1], at[k + 2]) - Math.min(at[k], at[k + 1], at[k + 2]) > 60),
        ),
        changed: [0, 1].map((n) => count((k) => Math.abs(frames[n][k + 1] - frames[n + 1][k + 1]) > 40)),
        paper: [...frames[0].slice(0, 3)],
      };
    },
    [file.toString("base64"), name.endsWith("mp4") ? "video/mp4" : "video/webm"] as const,
  );
  await other.close();
  return seen;
}

/** Asks for a film, and for what the page says then. */
async function filmOf(page: Page): Promise<{ readonly name: string; readonly file: Buffer; readonly said: string }> {
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "film", exact: true }).click();
  const download = await saved;
  const file = await buffer(await download.createReadStream());
  const said = page.locator(".nc-about[role=status]").filter({ hasText: "The film is saved" });
  return { name: download.suggestedFilename(), file, said: await said.innerText() };
}

describe.skipIf(noBrowser())("a film of the run", () => {
  let site: Pages;
  beforeAll(async () => {
    site = await pages();
  });
  afterAll(() => site?.close());

  test("is WebM of the length that is said, in which run and path are drawn on, at the chosen speed", async () => {
    const { page, problems } = await open(site, html(persistentSodiumPotassium), wide);
    await page.getByText("save and share").click();
    await page.getByLabel("speed").selectOption("run in 1 s");
    const { name, file, said } = await filmOf(page);
    expect(name).toBe("I_Na-p-I_K.webm");
    expect(said).toMatch(/^The film is saved: I_Na-p-I_K\.webm, 2 s, 0\.\d+ MB\.$/);
    const seen = await seenIn(page, name, file);
    expect(seen.seconds).toBe(2); // one at that speed, and one in which the end is seen
    expect(seen.size).toEqual([1280, 720]);
    expect(seen.paper.every((each) => each > 245)).toBe(true);
    const [first, middle, last] = seen.coloured;
    expect(middle).toBeGreaterThan(1.02 * first);
    expect(last).toBeGreaterThan(1.02 * middle);
    for (const part of seen.changed) expect(part).toBeGreaterThan(0.001);
    expect(problems).toEqual([]);
  });

  test("is upright on a telephone, and dark on a dark page; of a model of one state too", async () => {
    const { page, problems } = await open(site, html(leakyIntegrateAndFire), {
      viewport: { width: 390, height: 844 },
      colorScheme: "dark",
    });
    await page.evaluate(() => document.body.style.setProperty("background", "#111418"));
    await page.getByText("save and share").click();
    await page.getByLabel("speed").selectOption("run in 1 s");
    const { name, file } = await filmOf(page);
    const seen = await seenIn(page, name, file);
    expect(seen.size).toEqual([720, 1280]);
    expect(seen.paper.every((each) => each < 40)).toBe(true);
    for (const part of seen.changed) expect(part).toBeGreaterThan(0.001);
    expect(problems).toEqual([]);
  });

  test("is recorded while it plays where the browser encodes no single frames", async () => {
    const without = "<script>delete window.VideoEncoder;</script>";
    const { page, problems } = await open(site, html(persistentSodiumPotassium), wide, policy + deaf + without);
    await page.getByText("save and share").click();
    await page.getByLabel("speed").selectOption("run in 1 s");
    const { name, file } = await filmOf(page);
    const seen = await seenIn(page, name, file);
    expect(seen.seconds).toBeGreaterThan(1.5); // by the browser's clock, which begins with the first frame it has
    for (const part of seen.changed) expect(part).toBeGreaterThan(0.001);
    expect(problems).toEqual([]);
  });

  test("can be stopped; says so where the browser makes none, and where there is no end of the run", async () => {
    const { page, problems } = await open(site, html(persistentSodiumPotassium), wide);
    const button = (name: string): ReturnType<Page["getByRole"]> => page.getByRole("button", { name, exact: true });
    const says = (text: string): Promise<void> => page.locator(".nc-about[role=status]", { hasText: text }).waitFor();
    await page.getByText("save and share").click();
    await page.getByLabel("speed").selectOption("run in 16 s");
    await button("film").click();
    await page.waitForFunction(() => (document.querySelector("progress")?.value ?? 0) > 0);
    await button("stop the film").click();
    await says("There is no film: it was stopped.");
    await slide(page, "moment of the run", 0);
    await page.evaluate("delete window.VideoEncoder; delete window.MediaRecorder");
    await button("film").click();
    await says("There is no film: this browser records no films");
    await button("run on").click();
    await button("film").click();
    await says("There is no film: a run that goes on has no end");
    expect(problems).toEqual([]);
  });
});
