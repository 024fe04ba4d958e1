import { followInPlane } from "../../../dynamics/plane/follow.js";
import { nullclines } from "../../../dynamics/plane/nullclines.js";
import { vectorFieldFamily } from "../../../dynamics/system/vector-field-family.js";
import { phasePlane } from "../../../figure/plots/dynamics/phase-plane.js";
import { quantityColour } from "../../../figure/quantity-colours.js";
import { light } from "../../../figure/theme.js";
import type { Model } from "../../../model/model.js";
import { ownColour } from "../../page/page-theme.js";
import { withBordersAcross } from "../figures/borders.js";
import { overKeptPaths } from "../figures/kept-paths.js";
import { planeInWords } from "../figures/plane-words.js";
import { pieceOf } from "../figures/span.js";
import { levelsInWords, overLines, overlayIn, overlayLines } from "../figures/plane-overlay.js";
import type { Answer } from "../analysis/analyses.js";
import { question, type Question } from "../analysis/question.js";
import { momentNear, momentOf } from "../figures/cursor.js";
import { untilGone, type Snapshot } from "../runs/snapshot.js";
import { borderHandles } from "./border-handles.js";
import { onRequest, onRequestOf } from "./on-request.js";
import { chosenIn, type Look, type Panel, type Seen } from "./panel.js";
import { startHandle } from "./start-handle.js";

/** The states that span the plane: the first, and the one that is chosen. */
function spanned(model: Model, option: string | undefined): readonly [string, string] {
  const [up] = chosenIn(phasePlanePanel, model, option);
  return [model.stateNames[0], up];
}

/** In the menu of levels: none are drawn. */
const noLevels = "nothing";

/** The quantity whose levels are drawn. */
function levelled(model: Model, option: string | undefined): string | undefined {
  const [, name] = chosenIn(phasePlanePanel, model, option);
  return name === noLevels ? undefined : name;
}

/**
 * What a worker finds for a plane: its basins, whole, of which a closer look is coarse, and as it is seen; its flow;
 * levels.
 */
function asked(snapshot: Snapshot, look: Look, option: string | undefined): readonly Question[] {
  const { model, duration } = snapshot;
  const seen = seenOf(snapshot, option, look);
  const shows = showing(model, look);
  const of = (kind: "basins" | "flow" | "levels", which: "range" | "whole", along?: string): Question =>
    question(kind, model, duration, along, windowOf(seen, which));
  const levels = levelled(model, option);
  return [
    ...(shows(onRequest.basins) ? [of("basins", "whole"), of("basins", "range")] : []),
    ...(shows(onRequest.flow) ? [of("flow", "range")] : []),
    ...(levels === undefined ? [] : [of("levels", "range", levels)]),
  ];
}

/** Whether something is shown on request. */
const showing =
  (model: Model, { shows }: Look): ((name: string) => boolean) =>
  (name) =>
    shows.includes(name) && onRequestOf(model).includes(name);

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
  choices: [
    { label: "against", options: ({ stateNames }) => [...stateNames.slice(1)].reverse() },
    {
      label: "levels of",
      options: ({ stateNames, quantities }) => [noLevels, ...(stateNames.length === 2 ? quantities : [])],
    },
  ],
  onRequest: onRequestOf,
  seen: seenOf,
  question: ({ model, duration }) => question("orbits", model, duration),
  further: asked,
  draw(snapshot, answer, option, look, answers) {
    const { model, equilibria, recording } = snapshot;
    const shows = showing(model, look);
    const questions = asked(snapshot, look, option);
    const answersTo = (kind: string): readonly (Answer | undefined)[] =>
      answers.filter((_, k) => questions[k].job.kind === kind);
    const [coarse, fine] = answersTo("basins");
    const [[flow], [levels]] = [answersTo("flow"), answersTo("levels")].map((each) => each.flatMap(overlayIn));
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
    const levelsOf = levelled(model, option);
    const words = [
      planeInWords(model, equilibria, shows, basins, orbits.incomplete),
      ...(levelsOf === undefined ? [] : [levelsInWords(model, levelsOf, levels)]),
    ].join(" ");
    const kept = look.kept.map((each) => each.recording);
    const lines = [
      ...overlayLines(flow, names, "flow", light.soft),
      ...overlayLines(levels, names, `levels of ${levelsOf}`, quantityColour(levelsOf ?? "", model) ?? light.brown),
    ];
    const whole = overLines(overKeptPaths(plane, kept, recording, names), lines);
    return { figure: withBordersAcross(whole, model, names, window), words: words.trim() };
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
