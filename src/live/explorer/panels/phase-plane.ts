import { followInPlane } from "../../../dynamics/plane/follow.js";
import { nullclines } from "../../../dynamics/plane/nullclines.js";
import { vectorFieldFamily } from "../../../dynamics/system/vector-field-family.js";
import { phasePlane } from "../../../figure/plots/dynamics/phase-plane.js";
import { light } from "../../../figure/theme.js";
import type { Model } from "../../../model/model.js";
import { ownColour } from "../../page/page-theme.js";
import { withBordersAcross } from "../figures/borders.js";
import { overKeptPaths } from "../figures/kept-paths.js";
import { planeInWords } from "../figures/plane-words.js";
import { pieceOf } from "../figures/span.js";
import { question } from "../analysis/question.js";
import { momentNear, momentOf } from "../figures/cursor.js";
import { untilGone, type Snapshot } from "../runs/snapshot.js";
import { borderHandles } from "./border-handles.js";
import { onRequest, onRequestOf } from "./on-request.js";
import type { Look, Panel, Seen } from "./panel.js";
import { startHandle } from "./start-handle.js";

/** The states that span the plane: the first, and the one that is chosen. */
const spanned = ({ stateNames }: Model, option: string | undefined): readonly [string, string] => [
  stateNames[0],
  option ?? stateNames[stateNames.length - 1],
];

/**
 * A range that holds the values, too, if they are within its own width of it: longer by quarters of its width, so that
 * it stays where it is while a slider moves.
 */
function stretched(range: readonly [number, number], values: readonly ArrayLike<number>[]): readonly [number, number] {
  const quarter = (range[1] - range[0]) / 4;
  let [below, above] = [0, 0];
  for (const list of values)
    for (let k = 0; k < list.length; k++) {
      const [under, over] = [Math.ceil((range[0] - list[k]) / quarter), Math.ceil((list[k] - range[1]) / quarter)];
      if (under > below && under <= 4) below = under;
      if (over > above && over <= 4) above = over;
    }
  return [range[0] - below * quarter, range[1] + above * quarter];
}

const ink = ownColour(light.ink) ?? light.ink;

/** Across and up: what is seen of each state, and what would be seen of it whole, as far as the run goes. */
function seenOf(
  { model, equilibria, recording }: Snapshot,
  option: string | undefined,
  { windows }: Look,
): readonly [Seen, Seen] {
  const [across, up] = spanned(model, option).map((name): Seen => {
    const places = [recording.states[name], equilibria.map(({ state }) => state[name])];
    const whole = stretched(model.ranges[name], places);
    return { name, whole, range: windows[name] ?? whole };
  });
  return [across, up];
}

const windowOf = (seen: readonly Seen[], which: "range" | "whole"): Readonly<Record<string, Seen["range"]>> =>
  Object.fromEntries(seen.map((each) => [each.name, each[which]]));

/**
 * The plane of two states, into which a run of more is projected; a place in it is a state in which runs begin.
 */
export const phasePlanePanel: Panel<"orbits"> = {
  name: "phase plane",
  leads: true,
  suits: (model) => model.stateNames.length >= 2,
  opens: () => true,
  choice: {
    label: "against",
    options: ({ stateNames }) => [...stateNames.slice(1)].reverse(),
  },
  onRequest: onRequestOf,
  seen: seenOf,
  question: ({ model, duration }) => question("orbits", model, duration),
  /** Of the whole plane, which a closer look is coarse of, and of what is seen. */
  further(snapshot, look) {
    if (!look.shows.includes(onRequest.basins)) return [];
    const { model, duration } = snapshot;
    const seen = seenOf(snapshot, undefined, look);
    return (["whole", "range"] as const).map((which) =>
      question("basins", model, duration, undefined, windowOf(seen, which)),
    );
  },
  draw(snapshot, answer, option, look, [coarse, fine]) {
    const { model, equilibria, recording } = snapshot;
    const shows = (name: string): boolean => look.shows.includes(name) && onRequestOf(model).includes(name);
    const names = spanned(model, option);
    const trajectories = [untilGone(model, recording)];
    const flat = model.stateNames.length === 2;
    const window = windowOf(seenOf(snapshot, option, look), "range");
    const orbits =
      answer !== undefined && "result" in answer ? answer.result : { cycles: [], manifolds: [], incomplete: [] };
    const found = fine ?? coarse;
    const basins = found !== undefined && "result" in found && "cells" in found.result ? found.result : undefined;
    const start = names.map((name) => recording.states[name][0]);
    const box = names.map((name) => window[name]);
    const plane = phasePlane(
      {
        model,
        window,
        equilibria,
        trajectories,
        ...(flat && { nullclines: nullclines(model, window) }),
        ...orbits,
        ...(shows(onRequest.backward) && {
          backward: [followInPlane(vectorFieldFamily(model, [], []), start, box, -1)],
        }),
        ...(shows(onRequest.eigenvectors) && { eigenvectors: equilibria }),
        ...(basins !== undefined && { basins }),
      },
      { height: 430, arrows: flat },
    );
    const words = planeInWords(model, equilibria, shows, basins, orbits.incomplete);
    const kept = look.kept.map((each) => each.recording);
    return { figure: withBordersAcross(overKeptPaths(plane, kept, recording, names), model, names, window), words };
  },
  marks({ model, recording }, option, cursor, span) {
    const [across, up] = spanned(model, option);
    const piece = span === undefined ? [] : [pieceOf(recording, span, across, up)];
    if (cursor === undefined) return piece;
    const moment = momentOf(recording, cursor);
    return [...piece, { kind: "dot", axes: "xy", x: moment[across], y: moment[up], colour: ink }];
  },
  momentAt: ({ model, recording }, option, { x, y }) => {
    const [across, up] = spanned(model, option);
    const width = (name: string): number => model.ranges[name][1] - model.ranges[name][0];
    return momentNear(recording, { [across]: x, [up]: y }, { [across]: width(across), [up]: width(up) });
  },
  handles({ model, recording }, option, { windows }) {
    const [across, up] = spanned(model, option);
    const borders = borderHandles(model, (state, value) =>
      state === across ? { axes: "xy", x: value } : state === up ? { axes: "xy", y: value } : undefined,
    );
    return [startHandle(model, recording, across, up, ink, { ...model.ranges, ...windows }), ...borders];
  },
};
