import { hasParts, isModel, isRun, likelyCall, shown } from "./recognise.js";

/** What one public function makes and another takes. */
export interface Made {
  /** In words, as in "a run". */
  readonly what: string;
  /** The names by which it is known. */
  readonly parts: readonly string[];
  /** How it is made, as in "simulate(…)". */
  readonly by: string;
}

/** What `simulate` returns, as far as figures read it. */
export const run: Made = { what: "a run", parts: ["time", "states"], by: "simulate(…)" };
/** What `bifurcations` returns. */
export const diagram: Made = { what: "a diagram", parts: ["branches", "cycles"], by: "bifurcations(…)" };

/** @throws TypeError unless `value` is what it should be, with the likely mistake */
export function requireMade(where: string, value: unknown, made: Made): void {
  if (!hasParts(value, made.parts)) throw refusal(where, value, made, "");
}

/** As `requireMade`, of one thing, or a list or record of several, which may be empty. */
export function requireMadeOrSeveral(where: string, value: unknown, made: Made): void {
  if (hasParts(value, made.parts)) return;
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value) || isModel(value) || isRun(value))
    throw refusal(where, value, made, ", or several in a list or by name");
  for (const [name, one] of Object.entries(value))
    if (!hasParts(one, made.parts)) throw refusal(where, one, made, "", ` as '${name}'`);
}

function refusal(where: string, value: unknown, { what, parts, by }: Made, also: string, place = ""): TypeError {
  const several = Array.isArray(value) && value.some((one) => hasParts(one, parts));
  const likely = several
    ? " Give one at a time."
    : isModel(value) && by.endsWith("(…)")
      ? ` Did you mean ${by.replace("…", "model, …")}?`
      : likelyCall(value);
  const example = by.endsWith("(…)") ? `${by} returns` : by;
  return new TypeError(`${where} takes ${what}, such as ${example}${also}; got ${shown(value)}${place}.${likely}`);
}
