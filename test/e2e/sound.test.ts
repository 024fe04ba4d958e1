import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run, plainSetting } from "../../src/live/explorer/runs/setting.js";
import type { voice } from "../../src/live/explorer/extras/voice.js";
import { hodgkinHuxley } from "../../src/models/hodgkin-huxley.js";
import { noBrowser } from "./browser.js";
import { pages, type Pages } from "./pages.js";

/** samples/s, and s of the run that pass in one of sound. */
const [rate, seconds] = [48_000, 1];
const duration = 100; // ms
const model = hodgkinHuxley.with({ I: 10 });
const recording = run(model, plainSetting(duration));

/** What is told of a sound: each sample is taken from what the browser renders. */
interface Rendered {
  /** s, where it begins to be heard after at least 5 ms of silence. */
  readonly onsets: readonly number[];
  readonly peak: number;
  /** Of all samples. */
  readonly mean: number;
  /** Of the first and the last ms, and the largest step from one sample to the next. */
  readonly ends: readonly [number, number];
  readonly step: number;
}

describe.skipIf(noBrowser())("a run as sound, rendered", () => {
  let site: Pages;
  let code = "";
  beforeAll(async () => {
    site = await pages();
    const { outputFiles } = await build({
      entryPoints: ["src/live/explorer/extras/voice.ts"],
      bundle: true,
      write: false,
      format: "iife",
      globalName: "nullclineVoice",
    });
    code = outputFiles[0].text;
  });
  afterAll(() => site?.close());

  /** Lets the page render a second of sound, as the frames of a page ask for it. */
  const rendered = async (kind: "click" | "sing"): Promise<Rendered> => {
    const { page, problems } = await site.open("<p>a page</p>", {}, "");
    await page.addScriptTag({ content: code });
    const columns = Object.entries(recording.states).map(([name, values]) => [name, [...values]] as const);
    const found = await page.evaluate(
      async (given) => {
        const [perSecond, length] = [given.rate, given.seconds];
        const context = new OfflineAudioContext(1, perSecond * (length + 1), perSecond);
        const made = (window as unknown as { readonly nullclineVoice: { readonly voice: typeof voice } })
          .nullclineVoice;
        const own = made.voice(context as unknown as AudioContext);
        const heard = {
          time: Float64Array.from(given.time),
          input: Float64Array.from(given.input),
          spikes: Float64Array.from(given.spikes),
          states: Object.fromEntries(given.states.map(([name, values]) => [name, Float64Array.from(values)])),
          model: { stateNames: given.names, ranges: { [given.names[0]]: given.range } },
        } as unknown as Parameters<typeof own.click>[0];
        const frames = 60;
        // The clock of the context stands still while it is asked, as between two frames of a page.
        const at = async (moment: number, ask: () => void): Promise<void> => {
          await context.suspend(moment);
          ask();
          await context.resume();
        };
        for (let k = 0; k < frames; k++)
          void at((k * length) / frames, () =>
            own[given.kind](heard, (k * given.duration) / frames, ((k + 1) * given.duration) / frames, length / frames),
          );
        void at(length, () => own.rest());
        const samples = (await context.startRendering()).getChannelData(0);
        const silence = 0.005 * perSecond;
        const onsets: number[] = [];
        let [last, peak, sum, step] = [-Infinity, 0, 0, 0];
        samples.forEach((value, k) => {
          peak = Math.max(peak, Math.abs(value));
          sum += value;
          if (k > 0) step = Math.max(step, Math.abs(value - samples[k - 1]));
          if (Math.abs(value) < 1e-3) return;
          if (k - last > silence) onsets.push(k / perSecond);
          last = k;
        });
        const loudest = (from: number): number =>
          samples.slice(from, from + perSecond / 1000).reduce((most, value) => Math.max(most, Math.abs(value)), 0);
        const ends: [number, number] = [loudest(0), loudest(samples.length - perSecond / 1000)];
        return { onsets, peak, mean: sum / samples.length, ends, step };
      },
      {
        time: [...recording.time],
        input: [...recording.input],
        spikes: [...recording.spikes],
        states: columns,
        names: [...model.stateNames],
        range: [...model.ranges["V"]] as [number, number],
        ...{ rate, seconds, duration, kind },
      },
    );
    expect(problems).toEqual([]);
    return found;
  };

  test("has a click at each spike, to a tenth of a ms, as far apart as the spikes are; it never clips and leaves no offset", async () => {
    const { onsets, peak, mean, ends } = await rendered("click");
    expect(onsets.length).toBe(recording.spikes.length);
    const wanted = Array.from(recording.spikes, (t) => (t / duration) * seconds);
    const late = onsets.map((at, k) => at - wanted[k]);
    for (const each of late) expect(Math.abs(each - late[0])).toBeLessThan(1e-4);
    expect(late[0]).toBeGreaterThan(0);
    expect(late[0]).toBeLessThan(0.05); // what is asked for begins a little later
    expect(peak).toBeGreaterThan(0.2);
    expect(peak).toBeLessThan(0.9);
    expect(Math.abs(mean)).toBeLessThan(1e-3);
    for (const end of ends) expect(end).toBeLessThan(1e-4);
  });

  test("or a tone that comes and goes softly: no sample jumps, nothing clips, and nothing is left of it in the end", async () => {
    const { onsets, peak, mean, ends, step } = await rendered("sing");
    expect(onsets.length).toBe(1);
    expect(peak).toBeGreaterThan(0.08);
    expect(peak).toBeLessThan(0.2);
    expect(Math.abs(mean)).toBeLessThan(1e-3);
    // of a triangle of 0.12 at 880 Hz a sample is 4 · 0.12 · 880 / 48 000 from the next; a jump would be as large as it
    expect(step).toBeLessThan(0.02);
    for (const end of ends) expect(end).toBeLessThan(1e-3);
  });
});
