import type { Figure } from "../../../figure/figure.js";
import { linePath } from "../../../figure/svg/svg-lines.js";
import { fonts, widths, type Palette } from "../../../figure/theme.js";
import { inside, type Mark } from "../../page/marks.js";
import { marksOfRun } from "../figures/cursor.js";
import type { Panel } from "../panels/panel.js";
import { panels } from "../panels/panels.js";
import { figureOf } from "../pictures/time-course.js";
import { offeredModel, present, snapshotInSight, type ExplorerState } from "../state/state.js";
import { imageOf } from "../views/files.js";
import { composed, inset, type Composition } from "./composition.js";

/** A film's canvas. */
interface Filmed {
  readonly canvas: HTMLCanvasElement;
  /** Draws the frame of a moment of the run, ms. */
  draw(at: number): void;
}

/** Pixels of a film for each px of its pictures: 1280 by 720. */
const fineness = 1.6;

/**
 * The pictures of a film are drawn twice, with the curves of the run and without: of a frame, what has passed is taken
 * from the one, and all else from the other. Over them move a line, the dots and the path beside the run.
 * @param upright the pictures one above the other @throws Error in words where the browser can not draw them
 */
export async function filmed(state: ExplorerState, palette: Palette, upright: boolean): Promise<Filmed> {
  const [snapshot, run, panel] = [snapshotInSight(state), figureOf(state), leading(state)];
  if (snapshot === undefined || run === undefined) throw new Error("there is no run in sight");
  const composition = composed(state, run, panel && besideRun(panel, state), palette, upright);
  const [passed, ahead] = await Promise.all([true, false].map((withRun) => layer(composition, withRun)));
  const { canvas, ink } = sheet(composition.size);
  const { recording } = snapshot;
  const own = present(state);
  return {
    canvas,
    draw(at) {
      ink.drawImage(ahead, 0, 0, ...composition.size);
      const { run: place, beside } = composition;
      cut(ink, place, at);
      ink.drawImage(passed, 0, 0, ...composition.size);
      ink.restore();
      drawMarks(ink, marksOfRun(recording, at), place, palette);
      if (panel !== undefined && beside !== undefined) {
        const marks = panel.marks?.(snapshot, own.options[panel.name], at, [recording.time[0], at], own) ?? [];
        drawMarks(ink, marks, beside, palette);
      }
      ink.font = `${fonts.title}px ${fonts.family}`;
      ink.fillStyle = palette.soft;
      ink.fillText(`${at.toFixed(1)} ms`, inset, composition.size[1] - 10);
    },
  };
}

/** The picture that stands next to the run, if one does. */
function leading(state: ExplorerState): Panel | undefined {
  const { model } = offeredModel(state);
  const { panels: open } = present(state);
  return panels.find(
    (each): each is Panel => "draw" in each && each.leads === true && each.suits(model) && open.includes(each.name),
  );
}

/** What stands next to the run, without the run in it. */
function besideRun(panel: Panel, state: ExplorerState): Figure | undefined {
  const snapshot = snapshotInSight(state);
  if (snapshot === undefined) return undefined;
  const own = present(state);
  const option = own.options[panel.name];
  const question = panel.question?.(snapshot, option);
  const found = (panel.further?.(snapshot, own, option) ?? []).map(({ key }) => state.answers.get(key));
  const { figure } = panel.draw(snapshot, question && state.answers.get(question.key), option, own, found);
  const isRun = ({ legendgroup = "" }: { readonly legendgroup?: string }): boolean =>
    ["trajectory", "reset"].includes(legendgroup);
  return figure && { data: figure.data.filter((trace) => !isRun(trace as object)), layout: figure.layout };
}

/** A canvas on which one draws in px of the pictures. */
function sheet(size: Composition["size"]): {
  readonly canvas: HTMLCanvasElement;
  readonly ink: CanvasRenderingContext2D;
} {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = size.map((px) => Math.round(fineness * px));
  const ink = canvas.getContext("2d", { alpha: false });
  if (ink === null) throw new Error("this browser draws no pictures of that size");
  ink.scale(fineness, fineness);
  return { canvas, ink };
}

async function layer(composition: Composition, withRun: boolean): Promise<HTMLCanvasElement> {
  const { canvas, ink } = sheet(composition.size);
  ink.drawImage(await imageOf(composition.picture(withRun)), 0, 0, ...composition.size);
  return canvas;
}

type Place = Composition["run"];

/** Leaves of what is drawn from here on, until it is restored, what has passed of the run. */
function cut(ink: CanvasRenderingContext2D, { x, y, frames }: Place, at: number): void {
  const [{ x: across }] = frames.values();
  const ends = [...frames.values()].flatMap((each) => [each.y.from, each.y.to]);
  const top = Math.min(...ends);
  ink.save();
  ink.beginPath();
  ink.rect(x + across.from, y + top, across.at(at) - across.from, Math.max(...ends) - top);
  ink.clip();
}

/** Marks as `marksOver` has them in the page; a path ends at the dot after it. */
function drawMarks(ink: CanvasRenderingContext2D, marks: readonly Mark[], place: Place, palette: Palette): void {
  const { frames } = place;
  ink.save();
  ink.translate(place.x, place.y);
  ink.lineJoin = "round";
  for (const mark of marks) {
    if (mark.kind === "band") continue;
    if (mark.kind === "rule") {
      const ends = [...frames.values()].flatMap((each) => [each.y.from, each.y.to]);
      const [{ x: across }] = frames.values();
      ink.strokeStyle = palette.soft;
      ink.lineWidth = widths.hair;
      ink.setLineDash([2, 3]);
      ink.beginPath();
      ink.moveTo(across.at(mark.x), Math.min(...ends));
      ink.lineTo(across.at(mark.x), Math.max(...ends));
      ink.stroke();
      ink.setLineDash([]);
      continue;
    }
    const frame = frames.get(mark.axes);
    if (frame === undefined) continue;
    if (mark.kind === "piece") {
      ink.strokeStyle = palette.ink;
      ink.lineWidth = widths.line;
      ink.stroke(new Path2D(linePath(inside(mark.x, mark.y, frame), frame)));
      continue;
    }
    ink.beginPath();
    ink.arc(frame.x.at(mark.x), frame.y.at(mark.y), 5, 0, 2 * Math.PI);
    ink.fillStyle = colourIn(palette, mark.colour);
    ink.fill();
    ink.strokeStyle = palette.paper;
    ink.lineWidth = 1.5;
    ink.stroke();
  }
  ink.restore();
}

/** A mark's colour, "var(--nc-blue)", of a palette. */
const colourIn = (palette: Palette, colour: string): string =>
  palette[/--nc-(\w+)/.exec(colour)?.[1] as keyof Palette] ?? palette.ink;
