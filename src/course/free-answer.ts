import { recognised, right, type Answer, type Misconception } from "./verdict.js";

/** Something that is true of every right answer; that it is not is a misconception with its own words. */
export interface Property<A> {
  /** A claim: "rests below -70 mV". */
  readonly name: string;
  holds(answer: A): boolean;
  /** An answer of which this is not true, but all properties before it are. */
  readonly wrong: unknown;
  readonly say: string;
}

export interface FreeAnswer<A> {
  /** "a Model", "a Trajectory of at least 100 ms". */
  readonly shape: string;
  /** One of the many right answers. */
  readonly right: A;
  /** Asked in order; the first that does not hold answers. The first one makes sure that it is the kind of thing that was asked for. */
  readonly properties: readonly Property<A>[];
}

/** Any answer that has the properties: a Model with a certain behaviour, a stimulus, a run. */
export function freeAnswer<A>(expected: FreeAnswer<A>): Answer {
  return {
    shape: expected.shape, right: expected.right,
    misconceptions: expected.properties.map(({ name, wrong, say }): Misconception => ({ name, wrong, say })),
    judge(given) {
      const broken = expected.properties.find((property) => !property.holds(given as A));
      return broken ? recognised({ name: broken.name, wrong: broken.wrong, say: broken.say }) : right;
    },
  };
}
