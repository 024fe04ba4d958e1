import type { Model } from "../../model/model.js";
import {
  isList,
  kindOf,
  recognised,
  right,
  wrong,
  type Answer,
  type Misconception,
  type Part,
  type Verdict,
} from "./verdict.js";

/** Something that is true of every right answer; that it is not is a misconception with its own words. */
export interface Property<A> {
  /** A claim: "rests below -70 mV". */
  readonly name: string;
  holds(answer: A): boolean;
  /** An answer of which this is not true, but all properties before it are. */
  readonly wrong: A;
  readonly feedback: string;
}

/** What an answer must be and do where many different ones are right. */
export interface FreeAnswer<A> {
  /** "a Model", "a stimulus of at most 5 ms". */
  readonly shape: string;
  /** Whether something is the kind of thing that was asked for: `isModel`, `isRecordWith("time", "spikes")`. */
  readonly is: (given: unknown) => given is A;
  /** One of the many right answers. */
  readonly right: NoInfer<A>;
  /** Whether it is still what the notebook hands out, where that is something to begin with: no answer yet. */
  readonly untouched?: (answer: NoInfer<A>) => boolean;
  /** Asked in order; the first that does not hold answers. */
  readonly properties: readonly Property<NoInfer<A>>[];
  /** What has points of its own. What the notebook hands out must not hold. */
  readonly parts?: readonly { readonly name: string; readonly points: number; holds(answer: NoInfer<A>): boolean }[];
}

/** Any answer that has the properties: a Model with a certain behaviour, a stimulus, a run. */
export function freeAnswer<A>(expected: FreeAnswer<A>): Answer {
  return {
    shape: expected.shape,
    right: expected.right,
    misconceptions: expected.properties.map(lacking),
    ...(expected.parts && {
      parts: expected.parts.map(
        (part): Part => ({
          ...part,
          holds: (given) => expected.is(given) && part.holds(given),
        }),
      ),
    }),
    judge(given) {
      if (!expected.is(given)) return wrong(`You gave ${kindOf(given)}.`);
      if (expected.untouched?.(given)) return stillAsGiven;
      const open = withoutNumber(given);
      if (open.length > 0) return wrong(`There is no number yet for ${open.join(", ")}.`);
      const broken = expected.properties.find((property) => !property.holds(given));
      return broken ? recognised(lacking(broken)) : right;
    },
  };
}

/** The names in a record of numbers, none other than those, behind which the NaN still stands. */
function withoutNumber(given: unknown): readonly string[] {
  if (typeof given !== "object" || given === null || isList(given)) return [];
  const entries = Object.entries(given);
  const ofNumbers = entries.every(([, value]) => typeof value === "number");
  return ofNumbers ? entries.filter(([, value]) => Number.isNaN(value)).map(([name]) => name) : [];
}

const stillAsGiven: Verdict = { kind: "unanswered", feedback: "This is still what the cell began with: change it." };

const lacking = <A>({ name, wrong: example, feedback }: Property<A>): Misconception => ({
  name,
  wrong: example,
  feedback,
  lacks: true,
});

/** For `is` of a free answer: a Model is known by what it has. */
export const isModel = (given: unknown): given is Model =>
  isRecordWith<Model>("kernels", "stateNames", "parameters")(given);

/** An object that has these names, such as a Trajectory, `isRecordWith<Trajectory>("time", "states", "spikes")`. */
export const isRecordWith =
  <A>(...names: readonly (keyof A & string)[]) =>
  (given: unknown): given is A =>
    typeof given === "object" && given !== null && names.every((name) => name in given);
