import type { BifurcationDiagram, BifurcationPoint } from "../dynamics/system/diagram.js";
import type { OnsetRate, StepResponse } from "./firing-onset.js";

/**
 * Hodgkin's classes: 1 fires at any low rate, 2 only above some rate, 3 answers a step with a spike or a few and falls
 * silent.
 */
export type ExcitabilityClass = 1 | 2 | 3;

interface Verdict {
  readonly class: ExcitabilityClass | undefined;
  readonly reasons: readonly string[];
}

/** Rate near the onset over that a hundred times farther away, below which it is taken to go to zero. */
const lowRate = 0.75;

/** The class that follows from how rest is lost, from the rates at the onset and from the response to steps. */
export function classify(
  { parameter: input, range }: BifurcationDiagram,
  lost: BifurcationPoint | undefined,
  onset: readonly OnsetRate[],
  steps: readonly StepResponse[],
): Verdict {
  if (lost === undefined) return withoutLoss(`rest stays stable under a slow ramp up to ${input} = ${range[1]}`, steps);
  const [near, far] = [onset[0], onset[onset.length - 1]];
  const law =
    onset.length < 2 || near.rate === 0
      ? ""
      : `; the rate falls from ${far.rate.toPrecision(3)} Hz to ${near.rate.toPrecision(3)} Hz ` +
        `as ${input} nears ${lost.parameter.toPrecision(5)}`;
  const where = `a slow ramp loses rest at ${input} = ${lost.parameter.toPrecision(6)} in a ${lost.kind}`;
  if (lost.kind === "saddle-node on invariant circle")
    return { class: 1, reasons: [`${where}: the cycle that appears has an infinite period there${law}`] };
  if (lost.kind === "saddle-node") {
    const fires = onset.some(({ rate }) => rate > 0) || steps.some(({ sustained }) => sustained);
    return fires
      ? { class: 2, reasons: [`${where} off the cycle: it jumps to spiking at a finite rate${law}`] }
      : { class: undefined, reasons: [`${where} and goes to where it does not spike`] };
  }
  if (lost.kind.endsWith("Andronov-Hopf") && lost.period !== undefined)
    return {
      class: 2,
      reasons: [`${where}: oscillations start at a finite rate, ${(1000 / lost.period).toPrecision(3)} Hz${law}`],
    };
  if (near === undefined) return { class: undefined, reasons: [where] };
  return near.rate < lowRate * far.rate
    ? { class: 1, reasons: [`${where}${law}`] }
    : { class: 2, reasons: [`${where}, and starts to fire at ${near.rate.toPrecision(3)} Hz`] };
}

/** Rest that a slow ramp does not lose: class 3 if a step evokes a spike, class 2 if one evokes lasting firing. */
function withoutLoss(stays: string, steps: readonly StepResponse[]): Verdict {
  const sustained = steps.find((step) => step.sustained);
  if (sustained) {
    const reason = `${stays}, but a step to ${sustained.current.toPrecision(4)} evokes sustained firing beside it`;
    return { class: 2, reasons: [reason] };
  }
  const brief = steps.find(({ spikes }) => spikes > 0);
  if (brief) {
    const spikes = `${brief.spikes} spike${brief.spikes > 1 ? "s" : ""}`;
    return { class: 3, reasons: [`${stays}; a step to ${brief.current.toPrecision(4)} evokes ${spikes} and no more`] };
  }
  return { class: undefined, reasons: [`${stays}, and no step in the range evokes a spike`] };
}
