import { firingPattern, type FiringPattern, type PatternStimulus } from "./firing-pattern.js";
import { izhikevichAccommodation, izhikevichIntegrator } from "./izhikevich.js";

const step = (amplitude: number, from: number, to: number | null = null): PatternStimulus => ({
  kind: "step",
  amplitude,
  from,
  to,
});
const ramp = (slope: number, from: number, to: number | null = null): PatternStimulus => ({
  kind: "ramp",
  slope,
  from,
  to,
});
const constant = (amplitude: number): PatternStimulus => ({ kind: "constant", amplitude });
const sum = (...terms: readonly PatternStimulus[]): PatternStimulus => ({ kind: "sum", terms });
const pulses = (amplitude: number, width: number, ...at: readonly number[]): PatternStimulus => ({
  kind: "pulses",
  amplitude,
  width,
  at,
});

/** The twenty panels of Fig. 1 in order, A to T. */
export const izhikevichPatterns: readonly FiringPattern[] = [
  firingPattern("A", "tonic spiking", {
    abcd: [0.02, 0.2, -65, 6],
    v0: -70,
    stimulus: step(14, 10),
    duration: 100,
    dt: 0.25,
  }),
  firingPattern("B", "phasic spiking", {
    abcd: [0.02, 0.25, -65, 6],
    v0: -64,
    stimulus: step(0.5, 20),
    duration: 200,
    dt: 0.25,
  }),
  firingPattern("C", "tonic bursting", {
    abcd: [0.02, 0.2, -50, 2],
    v0: -70,
    stimulus: step(15, 22),
    duration: 220,
    dt: 0.25,
  }),
  firingPattern("D", "phasic bursting", {
    abcd: [0.02, 0.25, -55, 0.05],
    v0: -64,
    stimulus: step(0.6, 20),
    duration: 200,
    dt: 0.2,
  }),
  firingPattern("E", "mixed mode", {
    abcd: [0.02, 0.2, -55, 4],
    v0: -70,
    stimulus: step(10, 16),
    duration: 160,
    dt: 0.25,
  }),
  firingPattern("F", "spike frequency adaptation", {
    abcd: [0.01, 0.2, -65, 8],
    v0: -70,
    stimulus: step(30, 8.5),
    duration: 85,
    dt: 0.25,
  }),
  firingPattern("G", "class 1 excitable", {
    model: izhikevichIntegrator,
    abcd: [0.02, -0.1, -55, 6],
    v0: -60,
    stimulus: ramp(0.075, 30),
    duration: 300,
    dt: 0.25,
  }),
  firingPattern("H", "class 2 excitable", {
    abcd: [0.2, 0.26, -65, 0],
    v0: -64,
    stimulus: sum(constant(-0.5), ramp(0.015, 30)),
    duration: 300,
    dt: 0.25,
  }),
  firingPattern("I", "spike latency", {
    abcd: [0.02, 0.2, -65, 6],
    v0: -70,
    stimulus: step(7.04, 10, 13),
    duration: 100,
    dt: 0.2,
    repair: { stimulus: step(6.71, 10, 13), change: "pulse of 6.71, nearer to the threshold of the model itself" },
  }),
  firingPattern("J", "subthreshold oscillations", {
    abcd: [0.05, 0.26, -60, 0],
    v0: -62,
    stimulus: step(2, 20, 25),
    duration: 200,
    dt: 0.25,
  }),
  firingPattern("K", "resonator", {
    abcd: [0.1, 0.26, -60, -1],
    v0: -62,
    stimulus: pulses(0.65, 4, 40, 60, 280, 320),
    duration: 400,
    dt: 0.25,
  }),
  firingPattern("L", "integrator", {
    model: izhikevichIntegrator,
    abcd: [0.02, -0.1, -55, 6],
    v0: -60,
    stimulus: pulses(9, 2, 9.09, 14.09, 70, 80),
    duration: 100,
    dt: 0.25,
  }),
  firingPattern("M", "rebound spike", {
    abcd: [0.03, 0.25, -60, 4],
    v0: -64,
    stimulus: step(-15, 20, 25),
    duration: 200,
    dt: 0.2,
  }),
  firingPattern("N", "rebound burst", {
    abcd: [0.03, 0.25, -52, 0],
    v0: -64,
    stimulus: step(-15, 20, 25),
    duration: 200,
    dt: 0.2,
  }),
  firingPattern("O", "threshold variability", {
    abcd: [0.03, 0.25, -60, 4],
    v0: -64,
    stimulus: sum(step(1, 10, 15), step(-6, 70, 75), step(1, 80, 85)),
    duration: 100,
    dt: 0.25,
  }),
  firingPattern("P", "bistability", {
    abcd: [0.1, 0.26, -60, 0],
    v0: -61,
    stimulus: sum(constant(0.24), pulses(1, 5, 37.5, 216)),
    duration: 300,
    dt: 0.25,
    repair: {
      stimulus: sum(constant(0.24), pulses(1, 5, 37.5, 208)),
      change: "second pulse at 208 ms, in the phase that stops the spiking",
    },
  }),
  firingPattern("Q", "depolarizing afterpotential", {
    abcd: [1, 0.2, -60, -21],
    v0: -70,
    stimulus: step(20, 9, 11),
    duration: 50,
    dt: 0.1,
    repair: { parameters: { b: 0.18 }, change: "b = 0.18" },
  }),
  firingPattern("R", "accommodation", {
    model: izhikevichAccommodation,
    abcd: [0.02, 1, -55, 4],
    v0: -65,
    u0: -16,
    duration: 400,
    dt: 0.5,
    stimulus: sum(ramp(1 / 25, 0, 200), step(-8, 200), ramp(4 / 12.5, 300, 312.5), step(-4, 312.5)),
  }),
  firingPattern("S", "inhibition-induced spiking", {
    abcd: [-0.02, -1, -60, 8],
    v0: -63.8,
    stimulus: sum(constant(80), step(-5, 50, 250)),
    duration: 350,
    dt: 0.5,
    repair: { stimulus: sum(constant(80), step(-5, 50, 220)), change: "inhibition until 220 ms" },
  }),
  firingPattern("T", "inhibition-induced bursting", {
    abcd: [-0.026, -1, -45, -2],
    v0: -63.8,
    stimulus: sum(constant(80), step(-5, 50, 250)),
    duration: 350,
    dt: 0.5,
    repair: { parameters: { d: -0.7 }, change: "d = −0.7" },
  }),
];
