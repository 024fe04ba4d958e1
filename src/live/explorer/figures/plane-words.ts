import type { Basins } from "../../../dynamics/plane/basin.js";
import type { Equilibrium } from "../../../dynamics/equilibria/equilibrium.js";
import { basinColour } from "../../../figure/plots/dynamics/basins.js";
import type { Model } from "../../../model/model.js";
import { numberText } from "../../../text/number.js";
import { onRequest } from "../panels/on-request.js";
import { capitalised, placeInWords, unsureInWords } from "./words.js";

/**
 * What is shown of a phase plane on request, in words, and whether that may not be all.
 * @param basins as far as they are there
 * @param incomplete why cycles or equilibria may be missing
 */
export function planeInWords(
  model: Model,
  equilibria: readonly Equilibrium[],
  shows: (name: string) => boolean,
  basins: Pick<Basins, "attractors" | "share" | "cells"> | undefined,
  incomplete: readonly string[],
): string {
  return [
    ...(shows(onRequest.backward) ? ["Dashed: where the run would have come from, under the current that lasts."] : []),
    ...(shows(onRequest.eigenvectors) ? equilibria.map((each) => eigenvaluesInWords(model, each)) : []),
    ...(shows(onRequest.basins)
      ? [basins === undefined ? "The basins are being worked out." : basinsInWords(model, basins)]
      : []),
    ...unsureInWords(incomplete),
  ].join(" ");
}

const placeOf = (model: Model, { kind, state }: Equilibrium): string => `${kind} at ${placeInWords(model, state)}`;

/** "Saddle at −50 mV: λ = 0.3 and −1.2 /ms." */
function eigenvaluesInWords(model: Model, equilibrium: Equilibrium): string {
  const [{ re, im }, second] = equilibrium.eigenvalues;
  const values =
    im === 0
      ? `${numberText(re, 3)} and ${numberText(second.re, 3)}`
      : `${numberText(re, 3)} ± ${numberText(Math.abs(im), 3)} i`;
  return `${capitalised(placeOf(model, equilibrium))}: λ = ${values} /ms.`;
}

/** "Basins: blue (88 %) to the stable node at −66 mV; amber (12 %) to a stable limit cycle." */
function basinsInWords(
  model: Model,
  { attractors, share, cells }: Pick<Basins, "attractors" | "share" | "cells">,
): string {
  const percent = (part: number): string => `${numberText(100 * part, part > 0.1 ? 2 : 1)} %`;
  const parts = attractors.map((attractor, k) => {
    const end = attractor.kind === "cycle" ? "a stable limit cycle" : `the ${placeOf(model, attractor.equilibrium)}`;
    return `${basinColour(k)} (${percent(share[k])}) to ${end}`;
  });
  const lost = cells.reduce((count, label) => count + (label < 0 ? 1 : 0), 0) / cells.length;
  if (lost > 0) parts.push(`no shade (${percent(lost)}) to none of them`);
  return `Basins: ${parts.join("; ")}.`;
}
