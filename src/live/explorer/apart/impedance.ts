import type { Equilibrium } from "../../../dynamics/equilibria/equilibrium.js";
import { impedance, resonance, type Resonance } from "../../../experiments/impedance.js";
import { impedance as impedanceFigure } from "../../../figure/plots/curves/impedance.js";
import type { Model } from "../../../model/model.js";
import { numberText } from "../../../text/number.js";
import { restInWords } from "../figures/words.js";
import type { PanelDrawing } from "../panels/panel.js";

const points = 240;
/** The part of the largest |Z| at which the figure ends. */
const small = 0.1;
const decadesAbove = 8;
/** From here on a response to a steady current is rounding. */
const blind = 1e6;

/** How a model at rest follows small currents of each frequency. */
export const impedanceDrawing: PanelDrawing = {
  draw({ model, equilibria }) {
    if (model.input === undefined) return { words: `${model.name} has no input whose frequency could be varied.` };
    const rest = equilibria.find(({ stable }) => stable);
    if (rest === undefined) {
      const at = `${model.input} = ${numberText(model.parameters[model.input])}`;
      return {
        words:
          `At ${at} nothing is stable to rest at, so there is no small response to measure: ` +
          "choose a current at which the neuron rests.",
      };
    }
    const found = resonance(model, { rest });
    const [low, high] = decades(model, rest, found.frequency);
    const frequency = Float64Array.from({ length: points + 1 }, (_, k) => 10 ** (low + (k * (high - low)) / points));
    const Z = impedance(model, frequency, { rest });
    const peak = found.resonates
      ? { frequency: found.frequency, magnitude: impedance(model, [found.frequency], { rest }).magnitude[0] }
      : undefined;
    return {
      figure: impedanceFigure(Z, { ...(peak && { peak }), height: 360 }),
      words: `Small currents about rest, the ${restInWords(model, [rest])}. ${inWords(found)}`,
    };
  },
};

/** Powers of ten (Hz) from a tenth of the slowest rate of return to where little is left of the response. */
function decades(model: Model, rest: Equilibrium, best: number): readonly [number, number] {
  const slowest = (1000 * Math.min(...rest.eigenvalues.map(({ re, im }) => Math.hypot(re, im)))) / (2 * Math.PI);
  const low = Math.floor(Math.log10(slowest / 10));
  const size = (f: number): number => impedance(model, [f], { rest }).magnitude[0];
  const largest = size(best);
  const above = Array.from({ length: decadesAbove }, (_, k) => low + 1 + k);
  return [low, above.find((k) => 10 ** k > best && size(10 ** k) < small * largest) ?? low + decadesAbove];
}

function inWords({ resonates, frequency, quality, natural }: Resonance): string {
  const back =
    natural === 0
      ? "it returns to rest without oscillation"
      : `its own damped oscillation is at ${numberText(natural)} Hz`;
  const steady =
    quality < blind
      ? `where |Z| is ${numberText(quality)} times that of a steady current`
      : "while a steady current leaves the potential where it was";
  return resonates
    ? `Resonance at ${numberText(frequency)} Hz, ${steady}; ${back}.`
    : `No resonance: |Z| is largest for a steady current; ${back}.`;
}
