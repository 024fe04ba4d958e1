import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { grasshopperReceptor, heartChannel, humanMotorUnit } from "../../src/course/rigs/recordings.js";
import { nernst } from "../../src/models/channels/reversal-potential.js";
import { fanoFactor, psth } from "../../src/spikes/counts.js";
import { coefficientOfVariation, interspikeIntervals, localVariation } from "../../src/spikes/intervals.js";

// Every number of Sections 2.8 and 6.8.

describe("the locust's receptor", () => {
  const { spikes, level, duration, source, licence } = grasshopperReceptor();
  test("fires 929 spikes in 10 s, none within 3.2 ms of another, with a CV of 0.53 and a local variation of 0.27", () => {
    expect([spikes.length, duration, level.length]).toEqual([929, 10000, 10000]);
    expect(Math.min(...interspikeIntervals(spikes)).toFixed(1)).toBe("3.2");
    expect([coefficientOfVariation(spikes).toFixed(2), localVariation(spikes).toFixed(2)]).toEqual(["0.53", "0.27"]);
  });
  test("scatters less than chance in windows of 50 ms, more in 500 ms and a second, because it tires", () => {
    const fano = [50, 500, 1000].map((window) => fanoFactor(spikes, { duration, window }).toFixed(2));
    expect(fano).toEqual(["0.36", "1.16", "2.26"]);
    const each = Array.from({ length: 10 }, (_, k) => spikes.filter((t) => Math.floor(t / 1000) === k).length);
    expect(each).toEqual([127, 101, 103, 90, 93, 88, 86, 81, 82, 78]);
  });
  test("waits for a rise: 5.5 dB above the mean 6 ms before a spike, 3.5 dB below it 10 ms before", () => {
    const before = (lag: number): number => {
      const heard = Array.from(spikes, (t) => level[Math.round(t) - lag]).filter((x) => x !== undefined);
      return heard.reduce((sum, x) => sum + x, 0) / heard.length;
    };
    const average = Array.from({ length: 60 }, (_, lag) => before(lag));
    expect(average.indexOf(Math.max(...average))).toBe(6);
    expect([average[6].toFixed(1), average[10].toFixed(1)]).toEqual(["5.5", "-3.5"]);
    expect(Math.max(...average.slice(21).map(Math.abs))).toBeLessThan(0.8);
  });
  test("says where it comes from, and under which licence", () => {
    expect(source).toContain("Rokem");
    expect(licence).toContain("BSD 3-Clause");
    expect(readFileSync("data/recordings/NOTICES.txt", "utf8")).toContain("Copyright (c) 2006-2011, NIPY Developers");
  });
});

test("the motor unit fires at 8 Hz, then at 60 Hz from 25 to 30 ms after the pulse in 30 % of the trials, pauses, and fires a second wave", () => {
  const { trials, stimulus, duration } = humanMotorUnit();
  expect([trials.length, stimulus, duration]).toEqual([469, 250, 500]);
  const rate = (from: number, to: number): number => {
    const n = trials.reduce((sum, trial) => sum + trial.filter((t) => t >= 250 + from && t < 250 + to).length, 0);
    return (1000 * n) / (to - from) / trials.length;
  };
  expect(rate(-250, 0)).toBeCloseTo(7.9, 1);
  expect(rate(25, 30)).toBeGreaterThan(60);
  expect(rate(30, 55)).toBeLessThan(1.3);
  expect(rate(60, 85)).toBeGreaterThan(15);
  const hit = trials.filter((trial) => trial.some((t) => t >= 275 && t < 280)).length;
  expect((hit / trials.length).toFixed(2)).toBe("0.30");
  const { rate: bars } = psth(trials, { duration, bin: 2 });
  expect(bars.findIndex((f) => f > 30)).toBe(138); // 276 ms
});

describe("the channel of the human heart", () => {
  const { time, commands, current, source, licence } = heartChannel();
  const EK = nernst("K", { inside: 130, outside: 4 }, 21.3);
  const within = (k: number, from: number, to: number): Float64Array =>
    current[k].filter((_, i) => time[i] > from && time[i] < to);
  const mean = (x: Float64Array): number => x.reduce((sum, value) => sum + value, 0) / x.length;
  const atEnd = (V: number): number => mean(within(commands.indexOf(V), 4800, 4990));
  const tails = commands.map((_, k) => Math.max(...within(k, 5000, 6000)));

  test("is driven by −88 mV, passes less at the end of the step to +60 than to 0 mV, and more in the tail", () => {
    expect(EK.toFixed(1)).toBe("-88.3");
    expect([atEnd(60).toFixed(3), atEnd(0).toFixed(3)]).toEqual(["0.037", "0.196"]);
    expect([(1000 * atEnd(0)) / (0 - EK), (1000 * atEnd(60)) / (60 - EK)].map((g) => g.toFixed(2))).toEqual([
      "2.22",
      "0.25",
    ]);
    expect([tails[3].toFixed(3), tails[6].toFixed(3)]).toEqual(["0.672", "1.348"]);
    expect(tails[6] / atEnd(60)).toBeGreaterThan(30);
    expect((tails[1] / tails[6]).toFixed(2)).toBe("0.01"); // of the channels that −40 mV opens
    expect(within(6, 5990, 6000).at(-1)).toBeGreaterThan(0.8 * tails[6]); // it fades in seconds
  });
  test("is half open at 0 mV: on a line between the commands, and by the best S-curve within 1 mV", () => {
    const open = tails.map((peak) => peak / tails[6]);
    expect((20 * (0.5 - open[3])) / (open[4] - open[3])).toBeCloseTo(0.1, 1);
    const off = (half: number, slope: number, top: number): number =>
      commands.reduce((sum, V, k) => sum + (open[k] - top / (1 + Math.exp((half - V) / slope))) ** 2, 0);
    let best = { half: 0, off: Infinity };
    for (let half = -10; half <= 10; half += 0.1)
      for (let slope = 4; slope <= 14; slope += 0.2)
        for (let top = 0.9; top <= 1.1; top += 0.01)
          if (off(half, slope, top) < best.off) best = { half, off: off(half, slope, top) };
    expect(Math.abs(best.half)).toBeLessThan(1);
  });
  test("says where it comes from, and under which licence", () => {
    expect(source).toContain("J Physiol 596:1813-1828");
    expect(licence).toContain("CC BY 4.0");
  });
});
