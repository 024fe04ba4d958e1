import { extremesOf } from "../../../figure/extremes.js";
import { axis, figure, line, note, type Figure } from "../../../figure/figure.js";
import { axisTitle, printUnit } from "../../../figure/label.js";
import { quantityColour } from "../../../figure/quantity-colours.js";
import { fonts, light, widths } from "../../../figure/theme.js";
import { numberText } from "../../../text/number.js";
import type { Mark } from "../../page/marks.js";
import { ownColour } from "../../page/page-theme.js";
import type { Recording } from "../runs/snapshot.js";
import { momentOf } from "./cursor.js";
import { differences } from "./differences.js";
import { inWords } from "./words.js";

const between = 0.06; // of the height, from one picture to the next, where its name stands

const key = (k: number): string => (k === 0 ? "" : String(k + 1));

/** The first state of several runs of one model, each in a picture of its own over the same time, the last lowest. */
export function sideBySide(runs: readonly Recording[], range: readonly [number, number]): Figure {
  const names = differences(runs);
  const [{ model }] = runs;
  if (model === undefined) throw new Error("an explorer draws runs of models alone");
  const [first] = model.stateNames;
  const colour = quantityColour(first, model) ?? light.ink;
  const longest = Math.max(...runs.map(({ time }) => time[time.length - 1]));
  const share = 1 / runs.length;
  const top = (k: number): number => 1 - k * share - between;
  const upright = Object.fromEntries(
    runs.map((_, k) => [
      `yaxis${key(k)}`,
      axis(k === 0 ? axisTitle(first, model) : "", {
        domain: [Math.max(0, 1 - (k + 1) * share), top(k)],
        range: [...range],
        nticks: 4,
      }),
    ]),
  );
  return figure(
    runs.map(({ time, states }, k) => {
      const row = { yaxis: `y${key(k)}` as "y", name: names[k] };
      return line(time, states[first], colour, row, { width: widths.line });
    }),
    `${first} of ${runs.length} runs, one below the other: ${sideBySideInWords(runs)}`,
    330,
    {
      xaxis: axis("time (ms)", { range: [0, longest], anchor: `y${key(runs.length - 1)}` as "y" }),
      ...upright,
      annotations: names.map((name, k) =>
        note(0, top(k), k === runs.length - 1 ? `${name} (now)` : name, {
          xref: "paper",
          yref: "paper",
          xanchor: "left",
          yanchor: "bottom",
          font: { size: fonts.small, color: light.ink },
        }),
      ),
    },
  );
}

/** "I = 6: no spike in 100 ms, V between −66 and −58 mV; I = 10: …", for each run. */
export function sideBySideInWords(runs: readonly Recording[]): string {
  const names = differences(runs);
  return runs
    .map((run, k) => {
      const { model, states } = run;
      if (model === undefined) return names[k];
      const [first] = model.stateNames;
      const [low, high] = extremesOf(states[first]);
      const unit = model.units[first] === "1" ? "" : ` ${printUnit(model.units[first])}`;
      const span = `${first} between ${numberText(low, 3)} and ${numberText(high, 3)}${unit}`;
      return `${names[k]}: ${inWords(run).replace(";", ",")}, ${span}`;
    })
    .join("; ");
}

/** A line through all of them at a moment, and a dot on each. */
export function marksOfRuns(runs: readonly Recording[], at: number): readonly Mark[] {
  const dots = runs.flatMap((run, k): Mark[] => {
    const { model, time } = run;
    if (model === undefined || at > time[time.length - 1]) return [];
    const [first] = model.stateNames;
    const colour = ownColour(quantityColour(first, model)) ?? "currentColor";
    return [{ kind: "dot", axes: `xy${key(k)}`, x: at, y: momentOf(run, at)[first], colour }];
  });
  return [{ kind: "rule", x: at }, ...dots];
}
