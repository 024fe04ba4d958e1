/** What was set before, and what was taken back: the latest last. */
export interface Steps<Moment> {
  readonly past: readonly Moment[];
  readonly future: readonly Moment[];
  /** What was changed last: a slider that is dragged makes one moment, not a hundred. */
  readonly last: string | undefined;
}

/** Moments to which a reader may go back; the oldest is forgotten first. */
const remembered = 100;

/** Where nothing was set yet. */
export const noSteps: Steps<never> = { past: [], future: [], last: undefined };

/** A step away from a moment. @param label what is changed: with that of the step before, it is one step with it */
export function stepped<Moment>({ past, last }: Steps<Moment>, from: Moment, label: string): Steps<Moment> {
  return {
    past: label === last ? past : [...past.slice(-(remembered - 1)), from],
    future: [],
    last: label,
  };
}

/** A step back or forward from here, and where it leads; undefined where there is none. */
export function retraced<Moment>(
  { past, future }: Steps<Moment>,
  here: Moment,
  way: "undo" | "redo",
): { readonly to: Moment; readonly steps: Steps<Moment> } | undefined {
  const to = way === "undo" ? past.at(-1) : future.at(-1);
  if (to === undefined) return undefined;
  const steps =
    way === "undo"
      ? { past: past.slice(0, -1), future: [...future, here] }
      : { past: [...past, here], future: future.slice(0, -1) };
  return { to, steps: { ...steps, last: undefined } };
}
