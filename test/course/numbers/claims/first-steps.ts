import { plainSetting, run } from "../../../../src/live/explorer/runs/setting.js";
import { payloadOf } from "../../../../src/live/cell/explore.js";
import { hodgkinHuxley } from "../../../../src/models/hodgkin-huxley.js";
import type { Trajectory } from "../../../../src/solve/trajectory.js";

const { opening } = payloadOf([hodgkinHuxley], {}).models[0];

/** The run that the playground shows when it opens, with other parameters. */
const inThePlayground = (changed: Readonly<Record<string, number>>): Trajectory =>
  run(hodgkinHuxley.with({ I: opening.input, ...changed }), plainSetting(opening.duration));

export const firstSteps = {
  opens: opening.input,
  inThePlayground,
  /** ms, for which something flows in. */
  lasts: ({ time, input }: Trajectory): number => {
    const driven = time.filter((_, i) => input?.[i] !== 0);
    return driven[driven.length - 1] - driven[0];
  },
  /** mV, of the last spike. */
  lastPeak: ({ spikes, time, states: { V } }: Trajectory): number =>
    Math.max(...V.filter((_, i) => time[i] > spikes[spikes.length - 1])),
  /** mV, the farthest from zero. */
  farthest: ({ states: { V } }: Trajectory): number => Math.max(...V.map(Math.abs)),
};
