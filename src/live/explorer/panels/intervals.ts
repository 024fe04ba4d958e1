import { curves } from "../../../figure/plots/curves/curves.js";
import { interspikeIntervals } from "../../../spikes/intervals.js";
import { numberText } from "../../../text/number.js";
import type { Panel } from "./panel.js";

/** The run's interspike intervals, one after the other: does the neuron adapt? */
export const intervalsPanel: Panel = {
  name: "intervals",
  suits: (model) => model.spiking.threshold,
  opens: () => false,
  draw({ recording }) {
    const intervals = interspikeIntervals(recording.spikes);
    const n = intervals.length;
    if (n === 0) return { words: "There is no interval to measure: that takes two spikes." };
    const order = intervals.map((_, k) => k + 1);
    const [first, last] = [intervals[0], intervals[n - 1]];
    const window = { x: [0.5, n + 0.5], y: [0, 1.1 * Math.max(...intervals)] } as const;
    return {
      figure: curves(
        { x: order, y: intervals, style: "points and line" },
        { x: ["interval, counted from the first", "1"], y: ["interspike interval", "ms"], window, height: 300 },
      ),
      words:
        n === 1
          ? `One interval, of ${numberText(first)} ms.`
          : `The first interval is ${numberText(first)} ms, the last ${numberText(last)} ms: ` +
            `${numberText(last / first)} times the first.`,
    };
  },
};
