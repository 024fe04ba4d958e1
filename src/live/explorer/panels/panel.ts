import type { Figure } from "../../../figure/figure.js";
import type { Model } from "../../../model/model.js";
import type { AnalysisKind, Answer } from "../analysis/analyses.js";
import type { Question } from "../analysis/question.js";
import type { Snapshot } from "../runs/snapshot.js";

/** A picture beside the run, of a run's snapshot; one file each, listed in panels.ts. */
export interface Panel<K extends AnalysisKind = AnalysisKind> {
  /** On its button, and in links. */
  readonly name: string;
  /** Whether it has something to show of a model. */
  suits(model: Model): boolean;
  /** Whether it is open when an explorer opens. */
  opens(model: Model): boolean;
  /** A menu of the panel's own; the first option is chosen until the reader chooses. */
  readonly choice?: { readonly label: string; options(model: Model): readonly string[] };
  /** What has to be computed elsewhere; it is drawn without until the answer is there. @param option chosen */
  question?(snapshot: Snapshot, option: string | undefined): Question<K>;
  draw(snapshot: Snapshot, answer: Answer<K> | undefined, option: string | undefined): PanelContent;
}

/** A figure, words about it, or words in its place. */
export interface PanelContent {
  readonly figure?: Figure;
  readonly words?: string;
}
