import { leakyIntegrateAndFire } from "../../models/leaky-integrate-and-fire.js";
import { withSynapses } from "../../models/synapses/with-synapses.js";
import { simulatePopulation } from "../../solve/population/population.js";
import { checkedRule, type SpikeTimingPlasticity } from "../../solve/population/spike-timing-plasticity.js";
import { simulate } from "../../solve/simulate.js";

/** What became of a cell that heard the same volley again and again. */
export interface VolleyLearner {
  /** Spike times of each input, ms. */
  readonly inputs: readonly Float64Array[];
  /** Spike times of the cell, ms. */
  readonly spikes: Float64Array;
  /** For each volley, in which place it came and how long after its first input the cell fired first, ms. */
  readonly volley: Float64Array;
  readonly latency: Float64Array;
  /** Conductance of each synapse at the end, nS, that of the earliest input first. */
  readonly weights: Float64Array;
}

/** Inputs; conductance at first, nS; ms. */
const [inputs, atFirst, duration, dt] = [20, 2.5, 4000, 0.1];
/** pA: near the rheobase of 200 pA, so that the inputs fire every 55 ms. */
const drive = 201;

/**
 * A leaky integrate-and-fire neuron with 20 synapses of 2.5 nS at first. Their inputs are neurons that fire in turn, 1
 * ms apart, every 55 ms for 4 s; the synapses learn by the rule.
 */
export function volleyLearner(rule: SpikeTimingPlasticity): VolleyLearner {
  checkedRule("volleyLearner", rule);
  const cell = withSynapses(leakyIntegrateAndFire, [{ name: "AMPA", kind: "exponential", tau: 3, reversal: 0 }]);
  const way = simulate(leakyIntegrateAndFire.with({ I: drive }), { duration: 60 });
  const from = Array.from({ length: inputs }, (_, k) => k);
  const run = simulatePopulation(cell, {
    count: inputs + 1,
    duration,
    dt,
    parameters: { I: (k) => (k < inputs ? drive : 0) },
    initial: { V: (k) => (k < inputs ? way.at(50 - k).V : leakyIntegrateAndFire.parameters.EL) },
    coupling: {
      onto: "gAMPA",
      weights: { from, to: from.map(() => inputs), weight: from.map(() => atFirst) },
      spikeTiming: rule,
    },
  });
  const spikes = run.spikesOf(inputs);
  const beginnings = run.spikesOf(0);
  const answers = Array.from(beginnings, (begin, k) => {
    const answer = spikes.find((t) => t >= begin && t < (beginnings[k + 1] ?? Infinity));
    return [k + 1, (answer ?? NaN) - begin] as const;
  }).filter(([, late]) => !Number.isNaN(late));
  return {
    inputs: from.map((k) => run.spikesOf(k)),
    spikes,
    volley: Float64Array.from(answers, ([k]) => k),
    latency: Float64Array.from(answers, ([, late]) => late),
    weights: run.weights[0],
  };
}
