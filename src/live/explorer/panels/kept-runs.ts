import { extremesOf } from "../../../figure/extremes.js";
import { marksOfRuns, sideBySide, sideBySideInWords } from "../figures/side-by-side.js";
import { seenWithin, timeWithin } from "../figures/time-window.js";
import type { Recording, Snapshot } from "../runs/snapshot.js";
import type { Look, Panel } from "./panel.js";

/** Those that are kept and the present one, which may be among them. */
const together = ({ recording }: Snapshot, { kept }: Look): readonly Recording[] => [
  ...kept.map((each) => each.recording).filter((each) => each !== recording),
  recording,
];

/** The runs that were kept and the present one, one below the other, with what each has that not all have. */
export const keptRunsPanel: Panel = {
  name: "side by side",
  suits: () => true,
  opens: () => false,
  draw(snapshot, _answer, _option, look) {
    const runs = together(snapshot, look);
    if (runs.length < 2)
      return {
        words:
          'There is one run alone. "keep this trace", below the run, keeps it; then change something, and both stand ' +
          "here with what makes them differ.",
      };
    const { model } = snapshot;
    const [first] = model.stateNames;
    const [low, high] = model.ranges[first];
    const range = extremesOf([low, high, ...runs.flatMap(({ states }) => extremesOf(states[first]))]);
    const time = timeWithin(look.windows["time"], snapshot.duration);
    return { figure: seenWithin(sideBySide(runs, range), time), words: `${sideBySideInWords(runs)}.` };
  },
  marks: (snapshot, _option, cursor, span, look) => {
    const runs = together(snapshot, look);
    return runs.length < 2
      ? []
      : [
          ...(span === undefined ? [] : [{ kind: "band", from: span[0], to: span[1] } as const]),
          ...(cursor === undefined ? [] : marksOfRuns(runs, cursor)),
        ];
  },
  momentAt: (_snapshot, _option, { x }) => x,
};
