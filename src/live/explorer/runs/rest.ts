import { restingEquilibrium } from "../../../dynamics/equilibria/rest.js";
import type { NamedState } from "../../../dynamics/system/kinds.js";
import type { Model } from "../../../model/model.js";

const known = new Map<string, NamedState | undefined>();
/** Sliders move one model at a time. */
const remembered = 40;

/** The state in which a model rests, or undefined, as `restingEquilibrium` finds it; remembered by its parameters. */
export function rememberedRest(model: Model): NamedState | undefined {
  const key = `${model.data.fingerprint} ${model.vector.join(" ")}`;
  if (!known.has(key)) {
    const [oldest] = known.keys();
    if (known.size >= remembered) known.delete(oldest);
    known.set(key, restingEquilibrium(model)?.state);
  }
  return known.get(key);
}
