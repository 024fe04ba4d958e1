/** Draws figures of a master, in a thread of its own: where they are somebody's, they are an example's. */
import { parentPort, workerData } from "node:worker_threads";
import { present } from "../../checks/present.js";
import { compact } from "../../figure/compact.js";
import type { Figure } from "../../figure/figure.js";
import { svg } from "../../figure/svg/svg.js";
import { ownThread } from "../processes/meter.js";
import { beginCourse } from "../student/course.js";
import type { StudentRequest } from "../wire/messages.js";
import { explain } from "../wire/explain.js";
import { drawWith } from "./figure-module.js";

/** What comes of an exercise's figure: a drawing as SVG, or why there is none. */
export type Drawn = { readonly exercise: string } & ({ readonly picture: string } | { readonly why: string });

/** What this thread is started with. */
export interface FigureData extends Pick<Extract<StudentRequest, { kind: "begin" }>, "variants" | "sentences"> {
  /** Address of the module that draws. */
  readonly url: string;
  /** Where it writes its number. */
  readonly thread: Int32Array;
}

/** px: as wide as it is on a page beside another one; and how high, of the height that it has in a notebook. */
const [width, lowest, share] = [480, 260, 0.7];
/** Points of all lines of a figure. */
const points = 800;

/** What `show` is in the module, while it draws. */
const here = globalThis as unknown as Record<string, unknown>;
let shown: Figure | undefined;
here[`${drawWith}Show`] = (figure: Figure): void => {
  shown ??= figure;
};
here[drawWith] = async (exercise: string, draw: () => Promise<void>): Promise<void> => {
  shown = undefined;
  try {
    await draw();
    const { data, layout } = present<Figure>(shown, "a figure");
    const height = Math.max(lowest, Math.round(share * (layout?.height ?? 400)));
    drawn.push({ exercise, picture: svg(compact({ data, layout: { ...layout, height } }, points), width) });
  } catch (error) {
    drawn.push({ exercise, why: explain(error) });
  }
};
const drawn: Drawn[] = [];
console.log = console.info = console.warn = () => {}; // what else a cell shows is not for the grader's reader

const { url, variants, sentences, thread } = workerData as FigureData;
Atomics.store(thread, 0, ownThread());
beginCourse("", variants, sentences);
await import(url);
present(parentPort, "a thread that started this one").postMessage(drawn);
