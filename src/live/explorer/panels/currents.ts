import { axis, figure, line } from "../../../figure/figure.js";
import { printUnit, symbolText, withUnit } from "../../../figure/label.js";
import { quantityColour } from "../../../figure/quantity-colours.js";
import { light } from "../../../figure/theme.js";
import type { Model } from "../../../model/model.js";
import { numberText } from "../../../text/number.js";
import type { Mark } from "../../page/marks.js";
import { ownColour } from "../../page/page-theme.js";
import { seenWithin, timeWithin } from "../figures/time-window.js";
import type { Recording } from "../runs/snapshot.js";
import { currentsOf, ionCurrents } from "./ion-channels.js";
import type { Panel } from "./panel.js";

/** What is drawn of a model's ions. */
const [currents, conductances] = ["currents", "conductances"] as const;

/** What an ion carries over a run. */
interface Course {
  /** Of the current, INa. */
  readonly name: string;
  readonly symbol: string;
  readonly values: Float64Array;
}

/** Each current of a run, or I/(V − E), the conductance that carries it. */
function coursesOf(recording: Recording, option: string | undefined): readonly Course[] {
  const known = remembered.get(recording) ?? new Map<string, readonly Course[]>();
  remembered.set(recording, known);
  const key = option ?? currents;
  const found = known.get(key) ?? worked(recording, key);
  known.set(key, found);
  return found;
}

/** A cursor asks for them at each move. */
const remembered = new WeakMap<Recording, Map<string, readonly Course[]>>();

function worked(recording: Recording, option: string): readonly Course[] {
  const { model, states } = recording;
  if (model === undefined) return [];
  const V = states[model.stateNames[0]];
  if (option === currents)
    return currentsOf(model).map((name) => ({
      name,
      symbol: symbolText(name, model.symbols),
      values: recording.quantity(name),
    }));
  const parameters: Readonly<Record<string, number>> = model.parameters;
  return ionCurrents(model).map(({ current: name, reversal }) => {
    const turns = parameters[reversal];
    const values = recording.quantity(name).map((I, k) => I / (V[k] - turns)); // NaN lifts the pen, where V = E
    return { name, symbol: symbolText(name, model.symbols).replace("I", "g"), values };
  });
}

/** The currents of a run through each kind of channel, or their conductances, over its time. */
export const currentsPanel: Panel = {
  name: "currents",
  suits: (model) => currentsOf(model).length > 1,
  opens: () => false,
  choices: [
    {
      label: "of ions",
      options: (model) => (ionCurrents(model).length > 1 ? [currents, conductances] : [currents]),
    },
  ],
  draw({ recording, duration }, _answer, option, { windows }) {
    const { model, time } = recording;
    const courses = coursesOf(recording, option);
    if (model === undefined || courses.length === 0) return { words: "This run has no currents with names." };
    const [first] = courses;
    const unit = option === conductances ? unitOfConductance(model) : model.units[first.name];
    const words = inWords(courses, time, unit);
    const what = option ?? currents;
    return {
      figure: seenWithin(
        figure(
          courses.map(({ name, symbol, values }) =>
            line(time, values, quantityColour(name, model) ?? light.soft, { name: symbol, showlegend: true }),
          ),
          `The ${what} of ${model.name} against time: ${words}`,
          330,
          {
            xaxis: axis("time (ms)", { range: [0, time[time.length - 1]] }),
            yaxis: axis(withUnit(what.replace(/s$/, ""), unit)),
          },
        ),
        timeWithin(windows["time"], duration),
      ),
      words: `Largest: ${words}.${option === conductances ? "" : " Above 0 a current flows out, and makes V fall."}`,
    };
  },
  marks({ recording }, option, cursor, span) {
    const { model, time } = recording;
    const band: readonly Mark[] = span === undefined ? [] : [{ kind: "band", from: span[0], to: span[1] }];
    if (cursor === undefined || model === undefined) return band;
    const k = Math.max(
      0,
      time.findLastIndex((t) => t <= cursor),
    );
    const dots = coursesOf(recording, option).map(({ name, values }): Mark => {
      const colour = ownColour(quantityColour(name, model)) ?? "currentColor";
      return { kind: "dot", axes: "xy", x: time[k], y: values[k], colour };
    });
    return [...band, { kind: "rule", x: cursor }, ...dots];
  },
  momentAt: (_snapshot, _option, { x }) => x,
};

/** The unit that a model has for conductances. */
const unitOfConductance = ({ parameterNames, units }: Model): string =>
  parameterNames.map((name) => units[name]).find((unit) => /^[mun]?S(\/|$)/.test(unit)) ?? "1";

/** "INa −812 µA/cm² at 12.6 ms, …": where each is farthest from 0. */
const inWords = (courses: readonly Course[], time: Float64Array, unit: string): string =>
  courses
    .map(({ symbol, values }) => {
      let most = 0;
      for (let k = 1; k < values.length; k++) if (Math.abs(values[k]) > Math.abs(values[most])) most = k;
      const plain = symbol.replace(/<[^>]*>/g, "");
      return `${plain} ${numberText(values[most], 3)} ${printUnit(unit)} at ${numberText(time[most], 3)} ms`;
    })
    .join(", ");
