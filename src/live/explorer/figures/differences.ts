import { numberText } from "../../../text/number.js";
import type { Recording } from "../runs/snapshot.js";

/**
 * What each of several runs of a model has that not all of them have, in words: "I = 6, gK = 30". Where they differ in
 * no parameter and not in how strong their current is, it is where they begin; else the time course of the current.
 */
export function differences(runs: readonly Recording[]): readonly string[] {
  const { model } = runs[0];
  if (model === undefined) return runs.map(() => "");
  const input = model.input ?? "";
  const extreme = ({ input: values }: Recording): number =>
    values.reduce((most, value) => (Math.abs(value) > Math.abs(most) ? value : most), 0);
  const of = runs.map(
    (run): Readonly<Record<string, number>> => ({
      ...run.model?.parameters,
      ...(model.input !== undefined && { [input]: extreme(run) }),
    }),
  );
  const starts = runs.map(({ states }) =>
    Object.fromEntries(model.stateNames.map((name) => [`${name}(0)`, states[name][0]])),
  );
  const named = (values: readonly Readonly<Record<string, number>>[]): readonly string[] | undefined => {
    const names = Object.keys(values[0]).filter((name) => values.some((each) => each[name] !== values[0][name]));
    return names.length === 0
      ? undefined
      : values.map((each) => names.map((name) => `${name} = ${numberText(each[name], 3)}`).join(", "));
  };
  return named(of) ?? named(starts) ?? runs.map((_, k) => `run ${k + 1}`);
}
