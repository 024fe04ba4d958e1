import { light } from "../../../figure/theme.js";
import type { Model } from "../../../model/model.js";
import { ownColour } from "../../page/page-theme.js";
import { momentNear, momentOf } from "../figures/cursor.js";
import { unsureInWords } from "../figures/words.js";
import { cornerOfSpace, curveIn, placeIn, spaceFigure, spaceOf, type Turn } from "./space-figure.js";
import { pieceOf } from "../figures/span.js";
import type { Recording } from "../runs/snapshot.js";
import { spaceOutline, writtenTurn } from "../panels/apart.js";
import type { PanelDrawing } from "../panels/panel.js";

const [ink, soft] = [light.ink, light.soft].map((colour) => ownColour(colour) ?? colour);
/** Degrees by a key, and by a drag over half of the cube. */
const [step, byDrag] = [5, 60];

const words =
  "Drag the picture to turn it, or its ring by the arrows of the keyboard. The thin line is the shadow of the run.";

const opening: Turn = { azimuth: -40, elevation: 25 };

/** The turn that an option says, as it opens where it says none. */
function turnOf(option: string | undefined): Turn {
  const [, azimuth, elevation] = writtenTurn.exec(option ?? "") ?? [];
  return azimuth === undefined ? opening : { azimuth: Number(azimuth), elevation: Number(elevation) };
}

/** As an option: azimuths go round, elevations end above and below. */
function optionOf({ azimuth, elevation }: Turn): string {
  const round = ((((azimuth + 180) % 360) + 360) % 360) - 180;
  return `${Math.round(round)},${Math.round(Math.min(90, Math.max(-90, elevation)))}`;
}

/** A run as it is seen: its states are "x" and "y". */
const seenRun = (model: Model, recording: Recording, option: string | undefined): Recording => ({
  ...recording,
  states: { ...curveIn(model, spaceOf(model), turnOf(option), recording.states) },
});

/** Three states of a model that has them, in a space that the reader turns. */
export const spaceDrawing: PanelDrawing<"orbits"> = {
  draw(snapshot, answer, option) {
    const { cycles, incomplete } =
      answer !== undefined && "result" in answer ? answer.result : { cycles: [], incomplete: [] };
    const all = [words, ...unsureInWords(incomplete)].join(" ");
    return { figure: spaceFigure(snapshot, cycles, turnOf(option)), words: all };
  },
  marks({ model, recording }, option, cursor, span) {
    const piece = span === undefined ? [] : [pieceOf(seenRun(model, recording, option), span, "x", "y")];
    if (cursor === undefined) return piece;
    const [moment, names] = [momentOf(recording, cursor), spaceOf(model)];
    const [x, y] = placeIn(model, names, turnOf(option))(moment[names[0]], moment[names[1]], moment[names[2]]);
    return [...piece, { kind: "dot", axes: "xy", x, y, colour: ink }];
  },
  momentAt: ({ model, recording }, option, { x, y }) =>
    momentNear(seenRun(model, recording, option), { x, y }, { x: 1, y: 1 }),
  handles(_, option) {
    const { azimuth, elevation } = turnOf(option);
    return [
      {
        name: "turn the space",
        at: { axes: "xy", ...cornerOfSpace },
        colour: soft,
        by: byDrag,
        across: { name: "azimuth", value: azimuth, range: [-360, 360], step },
        up: { name: "elevation", value: elevation, range: [-90, 90], step },
        said: `turned by ${azimuth}°, seen from ${Math.abs(elevation)}° ${elevation < 0 ? "below" : "above"}`,
        change: (values) => ({
          kind: "choose option",
          panel: spaceOutline.name,
          option: optionOf({ azimuth: values["azimuth"], elevation: values["elevation"] }),
        }),
      },
    ];
  },
};
