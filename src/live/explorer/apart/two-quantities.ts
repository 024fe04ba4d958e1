import { extremesOf } from "../../../figure/extremes.js";
import { curves } from "../../../figure/plots/curves/curves.js";
import { cutAt, resetsIn } from "../../../figure/plots/dynamics/resets.js";
import { quantityColour } from "../../../figure/quantity-colours.js";
import { light } from "../../../figure/theme.js";
import type { Model } from "../../../model/model.js";
import { momentNear, momentOf } from "../figures/cursor.js";
import { pieceOf } from "../figures/span.js";
import { valueInWords } from "../figures/words.js";
import { ownColour } from "../../page/page-theme.js";
import { twoQuantitiesOutline } from "../panels/apart.js";
import { chosenIn, type PanelDrawing } from "../panels/panel.js";
import type { Recording } from "../runs/snapshot.js";
import { axisOf, courseOf } from "./course-of.js";

/** What is drawn up, and against what. */
const namesIn = (model: Model, option: string | undefined): readonly string[] =>
  chosenIn(twoQuantitiesOutline, model, option);

/** A run whose states are what is drawn, "x" and "y". */
function seenRun(recording: Recording, model: Model, option: string | undefined): Recording {
  const known = remembered.get(recording);
  const key = option ?? "";
  if (known?.key === key) return known.seen;
  const [y, x] = namesIn(model, option).map((name) => courseOf(recording, model, name));
  const seen: Recording = { ...recording, states: { x, y } };
  remembered.set(recording, { key, seen });
  return seen;
}
/** A cursor asks for it at each move. */
const remembered = new WeakMap<Recording, { readonly key: string; readonly seen: Recording }>();

/** Any quantity of the run against any other. */
export const twoQuantitiesDrawing: PanelDrawing = {
  draw({ model, recording }, _answer, option) {
    const [up, across] = namesIn(model, option);
    const { x, y } = seenRun(recording, model, option).states;
    const resets = resetsIn(recording.time, x, y);
    const colour = quantityColour(up, model) ?? light.ink;
    const extremes = [up, across].map((name, k) => extremesInWords([y, x][k], ...axisOf(model, name)));
    return {
      figure: curves(
        { x: cutAt(x, resets), y: cutAt(y, resets), colour },
        { x: axisOf(model, across), y: axisOf(model, up), height: 360 },
      ),
      words: `${extremes.join("; ")}.`,
    };
  },
  marks({ model, recording }, option, cursor, span) {
    const seen = seenRun(recording, model, option);
    const piece = span === undefined ? [] : [pieceOf(seen, span, "x", "y")];
    if (cursor === undefined) return piece;
    const { x, y } = momentOf(seen, cursor);
    return [...piece, { kind: "dot", axes: "xy", x, y, colour: ownColour(light.ink) ?? light.ink }];
  },
  momentAt({ model, recording }, option, point) {
    const seen = seenRun(recording, model, option);
    const { x, y } = seen.states;
    return momentNear(seen, { x: point.x, y: point.y }, { x: widthOf(x), y: widthOf(y) });
  },
};

function widthOf(values: Float64Array): number {
  const [low, high] = extremesOf(values);
  return high - low || 1;
}

/** "V between −75.2 and 41 mV". */
function extremesInWords(values: Float64Array, symbol: string, unit: string): string {
  const [low, high] = extremesOf(values);
  return `${symbol.replace(/<[^>]*>/g, "")} between ${valueInWords(low, "1")} and ${valueInWords(high, unit)}`;
}
