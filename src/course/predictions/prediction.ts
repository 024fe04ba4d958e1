import { printUnit } from "../../figure/label.js";
import type { Card } from "../card.js";
import { isBlank, kindOf } from "../answers/verdict.js";

/** One of several outcomes, a number, or a curve: what a reader says before a run. */
export type Said = string | number | readonly (readonly number[])[];

/** What a notebook asks its reader to predict. Nobody is marked for it: that one has said something is what counts. */
export interface Prediction {
  /** "7.2": the notebook's number and the place in it, counted apart from the exercises. */
  readonly id: string;
  /** What is wanted, in words, with the outcomes to choose from. */
  readonly asks: string;
  /** What the run does, in the same words or the same unit. */
  readonly does: string;
  /** The prediction of somebody who knew, for a copy with solutions. */
  readonly right: Said;
  /** Whether something is of the kind that was asked for. */
  accepts(said: Said): boolean;
  /** Whether it is what the run does; undefined where the eye decides. */
  agrees(said: Said): boolean | undefined;
}

/** One of several outcomes, in the order in which they are offered. */
export function choose(id: string, options: readonly string[], does: string): Prediction {
  if (!options.includes(does)) throw new RangeError(`prediction ${id}: "${does}" is not among its outcomes`);
  return {
    id,
    asks: `one of ${options.map((option) => `"${option}"`).join(", ")}`,
    does,
    right: does,
    accepts: (said) => options.some((option) => plain(option) === plain(said)),
    agrees: (said) => plain(said) === plain(does),
  };
}

/** A number in a unit; `factor` is how far off, upwards or downwards, is still a good guess. */
export function estimate(id: string, unit: string, does: number, factor: number = 1.5): Prediction {
  const inUnit = unit === "" ? "" : ` ${printUnit(unit)}`;
  return {
    id,
    asks: unit === "" ? "a number" : `a number in ${printUnit(unit)}`,
    does: `${does}${inUnit}`,
    right: does,
    accepts: (said) => typeof said === "number" && Number.isFinite(said),
    // A ratio below 0 is a number on the other side of 0, however near or far.
    agrees: (said) => typeof said === "number" && said / does >= 1 / factor && said / does <= factor,
  };
}

/** A curve, given by a few of its points. It is drawn beside the run, and the eye compares. */
export function sketch(id: string, of: string, does: string, right: readonly (readonly number[])[]): Prediction {
  const all = right.map(([x]) => x);
  const around = [Math.floor(Math.min(...all) / 10) * 10, Math.ceil(Math.max(...all) / 10) * 10];
  return {
    id,
    // Round numbers about the curve: where it begins and ends is for the reader to say.
    asks: `a few points of ${of}, such as ${JSON.stringify(around.map((x) => [x, 0]))}`,
    does,
    right,
    accepts: (said) =>
      Array.isArray(said) &&
      said.length > 1 &&
      said.every((point) => Array.isArray(point) && point.length === 2 && point.every(Number.isFinite)),
    agrees: () => undefined,
  };
}

/** What is said before there is a prediction, or undefined if one is there. */
export function openCard({ id, asks, right, accepts }: Prediction, said: Said): Card | undefined {
  if (!isBlank(said) && accepts(said)) return undefined;
  const stray = isBlank(said) ? [] : [`You gave ${typeof said === "string" ? `"${said}"` : kindOf(said)}.`];
  return {
    tone: "neutral",
    heading: `Prediction ${id}: what do you expect?`,
    lines: [...stray, `Write ${asks} ${where(right)}, and run the cell again. Then you will see.`],
  };
}

/** "You said, it does." */
export function keptCard(prediction: Prediction, said: Said): Card {
  const agrees = prediction.agrees(said);
  const yours = typeof said === "object" ? "the points that are drawn" : String(said);
  const verdict =
    agrees === undefined
      ? "Compare the two."
      : agrees
        ? "As you said."
        : "Not as you said: here is something to learn.";
  return {
    tone: "done",
    heading: `Prediction ${prediction.id} is kept`,
    lines: [`You said: ${yours}. In fact: ${prediction.does}.`, verdict],
  };
}

/** Where a prediction of this kind is written in `predict("8.2", "", () => …)`. */
const where = (right: Said): string =>
  typeof right === "string"
    ? "between the quotation marks before () =>"
    : typeof right === "number"
      ? "in place of NaN, before () =>"
      : "in place of [], before () =>";

/** Without what tells print from a keyboard: a minus copied from a text is the keyboard's. */
const plain = (said: Said): string =>
  String(said)
    .normalize("NFKC")
    .replace(/[\u2012-\u2015\u2212]/g, "-")
    .replace(/[\u2018\u2019]/g, "'")
    .trim()
    .toLowerCase()
    .replace(/\s+/g, " ");
