import { interspikeIntervals, simulate, type HiddenChecks, type Model } from "nullcline";

export const hidden: HiddenChecks = {
  "12.6": [
    {
      name: "adapts by what its spikes leave behind: not with b = 0",
      holds: (model: Model) => {
        const intervals = interspikeIntervals(simulate((model as Model<"b">).with({ b: 0 }), { duration: 500 }).spikes);
        return intervals[intervals.length - 1] < 1.5 * intervals[0];
      },
    },
  ],
};
