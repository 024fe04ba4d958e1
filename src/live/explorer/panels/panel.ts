import type { Equilibrium } from "../../../dynamics/equilibria/equilibria.js";
import type { Figure } from "../../../figure/figure.js";
import type { Model } from "../../../model/model.js";
import type { Trajectory } from "../../../solve/trajectory.js";
import type { Analyst } from "../analysis/analyst.js";

/** The moment that a view shows. */
export interface Moment {
  /** Under the current that lasts. */
  readonly model: Model;
  readonly resting: readonly Equilibrium[];
  readonly trajectory: Pick<Trajectory, "states" | "time" | "spikes">;
  readonly duration: number;
  readonly ask: Analyst["ask"];
  /** Of the view's options; undefined: the first. */
  readonly chosen: string | undefined;
}

/** What a view has to show: a figure, words about it, or words in its place. */
export interface Shown {
  readonly figure?: Figure;
  readonly words?: string;
}

/** A picture beside the run. */
export interface View {
  readonly name: string;
  /** Whether it is open when an explorer opens. */
  open(model: Model): boolean;
  suits(model: Model): boolean;
  /** A menu of the view's own. */
  readonly choice?: { readonly label: string; options(model: Model): readonly string[] };
  draw(moment: Moment): Shown;
}
