import { roundWidth } from "../../../figure/round-width.js";
import { curves } from "../../../figure/plots/curves/curves.js";
import { light } from "../../../figure/theme.js";
import { coefficientOfVariation, intervalHistogram, interspikeIntervals } from "../../../spikes/intervals.js";
import { numberText } from "../../../text/number.js";
import { intervalsDrawn, intervalsOutline } from "../panels/apart.js";
import { chosenIn, type PanelDrawing } from "../panels/panel.js";
import { nextAgainstLast, orderInWords } from "./next-against-last.js";

const quantity = ["interspike interval", "ms"] as const;
/** Bins of a histogram from 0 to the longest interval, about: their width is a round number. */
const bins = 30;

/** The run's interspike intervals: does the neuron adapt? */
export const intervalsDrawing: PanelDrawing = {
  draw({ model, recording }, _answer, option) {
    const [how] = chosenIn(intervalsOutline, model, option);
    const intervals = interspikeIntervals(recording.spikes);
    const n = intervals.length;
    if (n === 0) return { words: "There is no interval to measure: that takes two spikes." };
    const [, histogram, map] = intervalsDrawn;
    if (how === map)
      return n < 2
        ? { words: "There is one interval, and none to compare it with." }
        : {
            figure: nextAgainstLast(intervals, quantity, light.blue),
            words: `${n} intervals (ms): ${orderInWords(intervals)}.`,
          };
    const most = Math.max(...intervals);
    if (how === histogram) {
      const { edges, density } = intervalHistogram(recording.spikes, { bin: roundWidth(most / bins) });
      const mean = intervals.reduce((sum, each) => sum + each, 0) / n;
      const cv = n < 2 ? "" : `, CV ${numberText(coefficientOfVariation(recording.spikes), 3)}`;
      const window = { x: [0, edges[edges.length - 1]], y: [0, 1.1 * Math.max(...density)] } as const;
      return {
        figure: curves(
          { x: edges.subarray(0, -1), y: density, style: "steps", colour: light.blue },
          { x: quantity, y: ["density", "1/ms"], window, height: 300 },
        ),
        words:
          `${n} ${n === 1 ? "interval" : "intervals"}, mean ${numberText(mean, 3)} ms${cv}. ` +
          "A clock has a CV of 0, chance alone 1.",
      };
    }
    const order = intervals.map((_, k) => k + 1);
    const [first, last] = [intervals[0], intervals[n - 1]];
    const window = { x: [0.5, n + 0.5], y: [0, 1.1 * most] } as const;
    return {
      figure: curves(
        { x: order, y: intervals, style: "points and line" },
        { x: ["interval, counted from the first", "1"], y: quantity, window, height: 300 },
      ),
      words:
        n === 1
          ? `One interval, of ${numberText(first)} ms.`
          : `The first interval is ${numberText(first)} ms, the last ${numberText(last)} ms: ` +
            `${numberText(last / first)} times the first.`,
    };
  },
};
