import { curves } from "../../../figure/plots/curves/curves.js";
import { quantityColour } from "../../../figure/quantity-colours.js";
import { light } from "../../../figure/theme.js";
import { fourier } from "../../../numerics/fourier.js";
import { numberText } from "../../../text/number.js";
import { spectrumOutline } from "../panels/apart.js";
import { chosenIn, type PanelDrawing } from "../panels/panel.js";
import { axisOf, courseOf } from "./course-of.js";

/** Moments at equal distances, of which a spectrum is taken: a power of two. */
const samples = 8192;
/** Of the largest power, what is seen; and the share of all power that lies below the last frequency seen. */
const [floor, share] = [1e-6, 0.99];

/**
 * The power of a course at each frequency, Hz, less its mean and under Hann's window: per Hz and of one side, so that
 * its integral is the variance.
 */
export function powerOf(
  time: Float64Array,
  values: Float64Array,
): { readonly frequency: Float64Array; readonly power: Float64Array; readonly variance: number } {
  const [from, to] = [time[0], time[time.length - 1]];
  const dt = (to - from) / samples;
  const [re, im] = [new Float64Array(samples), new Float64Array(samples)];
  for (let j = 0, k = 0; j < samples; j++) {
    const t = from + j * dt;
    while (k + 2 < time.length && time[k + 1] <= t) k++;
    const part = time[k + 1] > time[k] ? (t - time[k]) / (time[k + 1] - time[k]) : 1;
    re[j] = values[k] + part * (values[k + 1] - values[k]);
  }
  const mean = re.reduce((sum, value) => sum + value, 0) / samples;
  const variance = re.reduce((sum, value) => sum + (value - mean) ** 2, 0) / samples;
  let weight = 0;
  for (let j = 0; j < samples; j++) {
    const hann = Math.sin((Math.PI * j) / samples) ** 2;
    weight += hann ** 2;
    re[j] = (re[j] - mean) * hann;
  }
  fourier(re, im);
  const seconds = dt / 1000;
  const half = samples / 2;
  return {
    frequency: Float64Array.from({ length: half - 1 }, (_, k) => (k + 1) / (samples * seconds)),
    power: Float64Array.from(
      { length: half - 1 },
      (_, k) => (2 * seconds * (re[k + 1] ** 2 + im[k + 1] ** 2)) / weight,
    ),
    variance,
  };
}

/** How much of each frequency is in a quantity of the run. */
export const spectrumDrawing: PanelDrawing = {
  draw({ model, recording }, _answer, option) {
    const [name] = chosenIn(spectrumOutline, model, option);
    const { frequency, power, variance } = powerOf(recording.time, courseOf(recording, model, name));
    const [symbol, unit] = axisOf(model, name);
    if (!(variance > 0)) return { words: `${name} does not change: it has no spectrum.` };
    const best = power.reduce((most, value, k) => (value > power[most] ? k : most), 0);
    const end = lastSeen(power);
    const squared = unit === "1" ? "1/Hz" : `${unit.includes("/") || unit.includes("*") ? `(${unit})` : unit}^2/Hz`;
    return {
      figure: curves(
        { x: frequency.subarray(0, end), y: power.subarray(0, end), colour: quantityColour(name, model) ?? light.ink },
        {
          x: ["frequency", "Hz"],
          y: [`power of ${symbol}`, squared],
          log: "y",
          window: { x: [0, frequency[end - 1]], y: [floor * power[best], 2 * power[best]] },
          height: 320,
        },
      ),
      words:
        `Most power at ${numberText(frequency[best], 3)} Hz, ` +
        `a period of ${numberText(1000 / frequency[best], 3)} ms. ` +
        `A run of this length tells frequencies ${numberText(frequency[0], 2)} Hz apart.`,
    };
  },
};

/** Behind the frequencies below which nearly all power lies. */
function lastSeen(power: Float64Array): number {
  const all = power.reduce((total, value) => total + value, 0);
  let [sum, k] = [0, 0];
  while (k < power.length && sum < share * all) sum += power[k++];
  return Math.min(power.length, Math.max(8, Math.ceil(1.5 * k)));
}
