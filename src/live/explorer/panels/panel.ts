import type { Figure } from "../../../figure/figure.js";
import type { Model } from "../../../model/model.js";
import type { Handle } from "../../page/handle.js";
import type { Mark } from "../../page/marks.js";
import type { AnalysisKind, Answer } from "../analysis/analyses.js";
import type { Question } from "../analysis/question.js";
import type { Span } from "../figures/span.js";
import type { MadeRun, Snapshot } from "../runs/snapshot.js";

/**
 * How a reader looks at a model: what is seen of its states and of the time, what is shown on request, and which runs
 * are kept, the oldest first.
 */
export interface Look {
  readonly windows: Readonly<Record<string, Extent>>;
  readonly shows: readonly string[];
  readonly kept: readonly MadeRun[];
}

/** All of each window, nothing on request, and no run kept. */
export const plainLook: Look = { windows: {}, shows: [], kept: [] };

/** The ends of a window. */
export type Extent = readonly [number, number];

/** Along one axis of a panel: whose window it is, what is seen of it, and all of it. */
export interface Seen {
  readonly name: string;
  readonly range: Extent;
  readonly whole: Extent;
}

/** What is known of a picture beside the run before it is drawn; listed in panels.ts. */
export interface PanelOutline<K extends AnalysisKind = AnalysisKind> {
  /** On its button, and in links. */
  readonly name: string;
  /** Whether it may stand next to the run: the first that is open and may, does. */
  readonly leads?: boolean;
  /** Whether it has something to show of a model. */
  suits(model: Model): boolean;
  /** Whether it is open when an explorer opens. */
  opens(model: Model): boolean;
  /** Menus of the panel's own; of each the first option is chosen until the reader chooses. */
  readonly choices?: readonly PanelChoice[];
  /** A slider of the panel's own. */
  readonly amount?: PanelAmount;
  /** Whether text of a link is an option, which no menu lists. */
  accepts?(option: string): boolean;
  /** What has to be computed elsewhere; it is drawn without until the answer is there. @param option chosen */
  question?(snapshot: Snapshot, option: string | undefined): Question<K>;
  /** What has to be computed elsewhere for a look, besides. */
  further?(snapshot: Snapshot, look: Look, option: string | undefined): readonly Question[];
  /** What may be drawn in it on request. */
  onRequest?(model: Model): readonly string[];
}

/** How a picture beside the run is drawn, of a run's snapshot. */
export interface PanelDrawing<K extends AnalysisKind = AnalysisKind> {
  /** @param found the answers to the further questions, as far as they are there */
  draw(
    snapshot: Snapshot,
    answer: Answer<K> | undefined,
    option: string | undefined,
    look: Look,
    found: readonly (Answer | undefined)[],
  ): PanelContent;
  /** Across and up, of a panel into which a reader may zoom. */
  seen?(snapshot: Snapshot, option: string | undefined, look: Look): readonly [Seen, Seen];
  /** What lies over the picture: the piece of the run in a span, and where it is at the cursor, ms. */
  marks?(
    snapshot: Snapshot,
    option: string | undefined,
    cursor: number | undefined,
    span: Span | undefined,
    look: Look,
  ): readonly Mark[];
  /** The moment of the run nearest to a point, ms. */
  momentAt?(snapshot: Snapshot, option: string | undefined, point: Place): number;
  /** What a reader may move in it; the first goes to where a picture is clicked or dragged beside the others. */
  handles?(snapshot: Snapshot, option: string | undefined, look: Look): readonly Handle<PanelChange>[];
}

/** A picture beside the run, of a run's snapshot; one file each. */
export interface Panel<K extends AnalysisKind = AnalysisKind> extends PanelOutline<K>, PanelDrawing<K> {
  /** Whether the extras draw it, anew wherever the cursor is, and `draw` gives the words below alone. */
  readonly staged?: boolean;
}

/** A panel whose drawing is a part of the browser's code by itself: one of `apart/drawings.ts`. */
export interface PanelApart extends PanelOutline {
  readonly drawnBy: DrawnApart;
}

/** Of these the drawing is brought when one is first opened. */
export type DrawnApart = "space" | "two quantities" | "section" | "spectrum" | "linear" | "intervals" | "impedance";

/** Any panel, whose drawing may have to be brought. */
export type AnyPanel = Panel | PanelApart;

/** A menu of a panel. */
export interface PanelChoice {
  readonly label: string;
  options(model: Model): readonly string[];
}

/** Between what is chosen in the menus of a panel, and the value of its slider, in its option. */
const between = "|";

/** What an option says of each menu, and of the slider behind them, as a link carries it. */
export const partsOf = (option: string): readonly string[] => option.split(between);

/**
 * What is chosen in each menu of a panel; and last, where a reader has moved its slider, the value of that.
 * @param option of the panel
 */
export function chosenIn({ choices = [] }: PanelOutline, model: Model, option: string | undefined): readonly string[] {
  const parts = option === undefined ? [] : partsOf(option);
  const chosen = choices.map(({ options }, k) => {
    const offered = options(model);
    return offered.includes(parts[k]) ? parts[k] : offered[0];
  });
  return [...chosen, ...parts.slice(choices.length)];
}

/** The option that says what is chosen. */
export const optionOf = (chosen: readonly (string | number)[]): string => chosen.join(between);

/** The value of a panel's slider. */
export function amountIn(panel: PanelOutline, model: Model, option: string | undefined): number {
  const chosen = chosenIn(panel, model, option);
  const said = chosen[panel.choices?.length ?? 0];
  return said === undefined ? (panel.amount?.initial(model, chosen) ?? 0) : Number(said);
}

/** A slider of a panel, by what is chosen: what it is called, how far it goes, where it is at first. */
interface PanelAmount {
  readonly label: string;
  range(model: Model, chosen: readonly string[]): Extent;
  initial(model: Model, chosen: readonly string[]): number;
  unit(model: Model, chosen: readonly string[]): string;
}

/** A point of a panel's picture. */
interface Place {
  readonly x: number;
  readonly y: number;
}

/** What a handle of a picture may set: a change of the explorer's state. */
export type PanelChange =
  | { readonly kind: "set parameters"; readonly values: Readonly<Record<string, number>> }
  | { readonly kind: "set start"; readonly start: Readonly<Record<string, number>> }
  | { readonly kind: "choose option"; readonly panel: string; readonly option: string };

/** A figure, words about it, or words in its place. */
export interface PanelContent {
  readonly figure?: Figure;
  readonly words?: string;
}
