import { hasParts, isModel, isRun, likelyCall, modelParts, shown } from "./recognise.js";

/**
 * Refuses what is no model, once, where a public function takes one.
 * @param parts what is read of the model, where that is less than a model has
 * @param taken what the function takes, in words
 * @throws TypeError naming the function, what it was given and the likely mistake
 */
export function requireModel(
  where: string,
  value: unknown,
  parts: readonly string[] = modelParts,
  taken: string = "a model",
): void {
  if (hasParts(value, parts)) return;
  throw new TypeError(`${where} takes ${taken}, such as hodgkinHuxley; got ${shown(value)}.${likely(value)}`);
}

function likely(value: unknown): string {
  if (typeof value === "string")
    return /^[A-Za-z_$][\w$]*$/.test(value)
      ? ` Did you mean ${value}, without quotes?`
      : " Equations become a model by defineModel({ … }).";
  if (Array.isArray(value)) return value.some(isModel) ? " Give one model at a time." : "";
  if (hasParts(value, ["fingerprint", "nodes"])) return " Did you mean modelFromData(…) of it?";
  if (hasParts(value, ["equations"])) return " Did you mean defineModel(…) of it?";
  if (isRun(value)) return " Did you mean the model that was run?";
  return likelyCall(value);
}
