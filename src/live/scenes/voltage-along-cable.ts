import { cable, lengthConstant } from "../../cables/cable.js";
import { simulateCable } from "../../cables/simulate-cable.js";
import { steadyResponse } from "../../cables/steady-response.js";
import { curves } from "../../figure/plots/curves/curves.js";
import { light } from "../../figure/theme.js";
import { passiveMembrane } from "../../models/passive-membrane.js";
import { step } from "../../solve/stimuli/stimulus-shapes.js";
import { numberText } from "../../text/number.js";
import { type Preparation, parameterControl, type Scene } from "./scene.js";
import { showScene } from "../cell/scene-output.js";

/** um, and so many pieces of it. */
const [length, compartments] = [1500, 75];
/** ohm cm. */
const axialResistivity = 150;
/** ms. */
const [duration, onset, dt] = [60, 5, 0.2];
/** nA. */
const injected = 0.1;

const [siteColour, somaColour] = [light.vermillion, light.green];

/**
 * A passive dendrite whose end at x = 0 is the soma's: the potential along it as time goes, and over time at both
 * places.
 */
export const scene: Scene<null> = {
  name: "voltageAlongCable",
  controls: ([membrane]) => [
    { name: "site", symbol: "\\text{injected at }x", unit: "um", range: [0, length], initial: 600 },
    { name: "lasts", symbol: "\\text{the current lasts}", unit: "ms", range: [0.5, 50], initial: 2 },
    { name: "time", symbol: "\\text{seen at }t", unit: "ms", range: [0, duration], initial: 8 },
    { name: "radius", unit: "um", range: [0.2, 3], initial: 1 },
    { ...parameterControl(membrane, "gL", [0.02, 0.5]), symbol: "\\text{leak }g_{\\mathrm{L}}" },
  ],
  draw({ site, lasts, time, radius, gL }, [membrane]) {
    const leaky = membrane.with({ gL });
    const dendrite = cable({ length, radius, compartments, membrane: leaky, axialResistivity });
    const run = simulateCable(dendrite, {
      duration,
      dt,
      output: dt,
      inject: [{ at: site, current: step(injected, onset, onset + lasts) }],
    });
    const steady = steadyResponse(dendrite, site);
    const rest = leaky.parameters["EL"];
    const here = steady.attenuation.indexOf(1);
    const row = Math.min(run.time.length - 1, Math.round(time / dt));
    const along = (at: number): Float64Array =>
      run.V.subarray(at * compartments, (at + 1) * compartments).map((V) => V - rest);
    const over = (k: number): Float64Array => run.time.map((_, at) => run.V[at * compartments + k] - rest);
    const peaks = run.position.map((_, k) => Math.max(...over(k)));
    const [atSite, atSoma] = [over(here), over(0)];
    const later = run.time[atSoma.indexOf(peaks[0])] - run.time[atSite.indexOf(peaks[here])];
    const lambda = lengthConstant({ radius, axialResistivity, conductance: gL });
    const tau = leaky.parameters["C"] / gL;
    const now = along(row);
    const brief = peaks[0] / peaks[here] < 0.95 * steady.attenuation[0];
    return {
      figures: [
        curves(
          {
            [`at t = ${numberText(time)} ms`]: { x: run.position, y: now },
            "largest value of each place": { x: run.position, y: peaks, style: "dotted", colour: light.soft },
            "of a current that stays on, scaled": {
              x: run.position,
              y: steady.attenuation.map((part) => part * peaks[here]),
              style: "dashed",
              colour: light.soft,
            },
            "injected here": { x: [run.position[here]], y: [now[here]], style: "place", colour: siteColour },
            soma: { x: [run.position[0]], y: [now[0]], style: "place", colour: somaColour },
          },
          { x: ["distance x", "um"], y: ["V above rest", "mV"], window: { x: [0, length] }, height: 380 },
        ),
        curves(
          {
            "where it is injected": { x: run.time, y: atSite, colour: siteColour },
            "at the soma, x = 0": { x: run.time, y: atSoma, colour: somaColour },
            now: { x: [run.time[row], run.time[row]], y: [now[here], now[0]], style: "place" },
          },
          { x: ["time t", "ms"], y: ["V above rest", "mV"], window: { x: [0, duration] }, height: 380 },
        ),
      ],
      words:
        `Length constant ${numberText(lambda)} µm, time constant ${numberText(tau)} ms. ` +
        `${numberText(injected)} nA for ${numberText(lasts)} ms raises V by ${numberText(peaks[here])} mV ` +
        `where it enters and by ${numberText(peaks[0])} mV at the soma, ` +
        `${numberText((100 * peaks[0]) / peaks[here])} % of it` +
        (lasts < tau && later > dt ? `, ${later.toFixed(1)} ms later` : "") +
        `. Of a current that stays on ${numberText(100 * steady.attenuation[0])} % remains` +
        `${brief ? ": what is brief is lost sooner" : ""}.`,
    };
  },
  pick: (index, { x }) => (index === 0 ? { site: x } : { time: x }),
};

/** A passive membrane, of which the dendrite is made. */
export const prepare = (): Preparation<null> => ({ models: [passiveMembrane], data: null });

/**
 * A passive dendrite: a current at one place, the potential along the cable as time goes, and over time there and at
 * the soma. Sliders move the injection, the moment, the radius and the leak.
 */
export function voltageAlongCable(): void {
  showScene(scene, prepare());
}
