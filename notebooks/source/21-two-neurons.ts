// %% [markdown]
// # 21. Two neurons
//
// **One idea:** a neuron that fires by itself is a clock. How a kick moves its spikes is one curve, and the curve foretells what two such clocks make of each other.
//
// | afterwards you can | section | minutes |
// |---|---|---|
// | measure how a kick moves the spikes that follow | 21.1 A clock and a kick | 25 |
// | tell two types of curve apart, and say where their shape comes from | 21.2 Two types | 25 |
// | foretell which rhythms a neuron can follow | 21.3 In step with a rhythm | 25 |
// | foretell how two cells fire, from the curve of one | 21.4 Two cells | 30 |
// | say where such a forecast ends | 21.5 Where the rule ends | 15 |
//
// **Prerequisites:** [5. Bifurcations](05-bifurcations.ipynb); [20. Synapses and plasticity](20-synapses-and-plasticity.ipynb); helpful: [8. Hodgkin-Huxley](08-hodgkin-huxley.ipynb).
// About 120 min with exercises. All activity is simulated; nothing here is measured data.

// %%
import { check, hodgkinHuxley, leakyIntegrateAndFire, persistentSodiumPotassium, phaseKick, phaseLocking, phaseResponse, phaseShifts, plot, predict, pulses, setup, show, simulate, simulatePair, student, variant, withSynapses } from "nullcline";
student("self-study"); // your student id: some numbers below are yours alone
setup();

// %% [markdown]
// ## 21.1 A clock and a kick (25 min)
//
// In February 1665 Christiaan Huygens lay ill in bed and watched two of his pendulum clocks, which hung from one beam. They swung exactly against each other, left and right. He disturbed them, and within half an hour they were back. He called it an odd kind of sympathy. The clocks felt each other through tiny shakes of the beam.
//
// Nerve cells can be clocks, too: some fire by themselves, and the circuits that pace breathing and walking tick on without a conductor. They feel each other through synapses. What will two of them do? Before we let two meet, look at one, and give it a kick.
//
// The clock is the neuron of [5. Bifurcations](05-bifurcations.ipynb), the one that loses rest by a saddle-node on an invariant circle. With 6 µA/cm² it fires for ever.

// %%
const clock = persistentSodiumPotassium.with({ I: 6 }); // rest is lost at 4.51
const free = simulate(clock, { duration: 150 });
const period = free.spikes[6] - free.spikes[5];
console.log(`a spike every ${period.toFixed(2)} ms`);

// %% [markdown]
// The **phase** of a clock says how far it has come on its way to the next spike: 0 at a spike, 0.5 after half of the period, 1 at the next spike. The kick is a current so brief that the membrane potential jumps by some mV. After it the neuron falls back onto its cycle, but it may be ahead of time, or behind.
//
// **Before you run the cell:** a kick of 3 mV upward. When in the cycle does it move the spikes that follow the most?

// %% [predict 21.1]
// ✎ your prediction: "just after a spike", "a little past the middle" or "just before a spike"
predict("21.1", "", () => {
  phaseKick();
});

// %% [explain 21.1]
// A little past the middle: at the phase 0.6 all later spikes come 1.92{= period * shiftBy(Array.from(free.spikes), Array.from(kickedAt(0.6, 3).spikes), period)} ms earlier. At 0.1 the kick moves them by less than 0.01{> Math.abs(period * shiftBy(Array.from(free.spikes), Array.from(kickedAt(0.1, 3).spikes), period))} ms, for potassium channels stand open and swallow it. At 0.95 it moves them by 0.16{= period * shiftBy(Array.from(free.spikes), Array.from(kickedAt(0.95, 3).spikes), period)} ms: the next spike is already on its way and could not come much earlier. Drag the point along the cycle (in the first picture), along the run or along the curve; try kicks downward, and then the other clock in the menu.

// %% [markdown]
// All three pictures show one experiment, and it is done in three steps: kick at a phase, wait until the cycle is found again, compare the spikes with those that would have come. Do it yourself. The next cell kicks the clock after its sixth spike.

// %%
const kickedAt = (phase: number, size: number) =>
  simulate(clock, { duration: 150, stimulus: pulses(10 * size, { width: 0.1, at: [free.spikes[5] + phase * period] }) });
show(plot.trace({ "left alone": free, "3 mV at phase 0.6": kickedAt(0.6, 3) }, { panels: ["V"] }));

// %% [markdown]
// **Exercise 21.1** (3 points). *Build.* Write the **shift**: by how much of a period do the late spikes come earlier? You get the spike times of the run that was left alone, those of the kicked run, and the period, all in ms. Compare the *last* spikes. The kicked run may hold a spike more or less, so whole periods do not count: give a number from −½ to ½, negative if the spikes come later.

// %% [exercise 21.1]
const shiftBy = (alone: number[], kicked: number[], T: number): number => {
  // BEGIN SOLUTION
  const earlier = (alone[alone.length - 1] - kicked[kicked.length - 1]) / T;
  return earlier - Math.round(earlier);
  // STUB
  // return NaN; // periods
  // END SOLUTION
};

// %% [check 21.1]
check("21.1", shiftBy);

// %% [solution 21.1]
// The first spike after the kick may still be on its way back to the cycle; the last one has forgotten all but the shift. `Math.round` takes the whole periods out.

// %% [markdown]
// Now go through the cycle, phase by phase, with your function. What comes out is the **phase response curve**.

// %%
const phases = Array.from({ length: 24 }, (_, k) => (k + 0.5) / 24);
const curveOf = (size: number) => ({ x: phases, y: phases.map((phase) => shiftBy(Array.from(free.spikes), Array.from(kickedAt(phase, size).spikes), period)), style: "points and line" } as const);
show(plot.curves({ "3 mV": curveOf(3), "1 mV": curveOf(1), "−3 mV": curveOf(-3) }, { x: ["phase of the kick", "1"], y: ["spikes earlier by (periods)", "1"] })); // yours

// %% [markdown]
// **Exercise 21.2** (3 points). *Measure.* The kick of `variant("21.2")` has a size and a phase of its own. What is its shift, in periods?

// %%
const mine = variant("21.2");
console.log(`your kick: ${mine.size} mV at the phase ${mine.phase}, ${mine.size > 0 ? "upward" : "downward"}`);

// %% [exercise 21.2]
// BEGIN SOLUTION
const shift = shiftBy(Array.from(free.spikes), Array.from(kickedAt(mine.phase, mine.size).spikes), period);
// STUB
// const shift = NaN; // periods
// END SOLUTION

// %% [check 21.2]
check("21.2", shift);

// %%
show(plot.curves({ "this size": curveOf(mine.size), "yours": { x: [mine.phase], y: [shift], style: "place" } }, { x: ["phase of the kick", "1"], y: ["spikes earlier by (periods)", "1"] }));

// %% [solution 21.2]
// Upward kicks bring the spikes forward nearly everywhere, downward ones put them off. Where the curve falls, before the spike, a stronger kick gains little: nothing comes earlier than at once.

// %% [markdown]
// ## 21.2 Two types (25 min)
//
// Twenty-four kicks for one curve, and all over again for another size. For kicks too small to see there is a faster way. Every point near the cycle belongs to a phase, and `phaseResponse` computes in one go by how much the phase grows with each mV, all along the cycle. (It follows the linearised flow backward; mathematicians call the result the *adjoint*.)

// %%
const small = phaseResponse(clock);
const perMillivolt = (size: number) => {
  const kicks = phaseShifts(clock, { size: size });
  return { x: kicks.phase, y: kicks.shift.map((s) => s / size), style: "points" } as const;
};
show(plot.curves({ "kicks of 0.2 mV": perMillivolt(0.2), "from the flow": { x: small.phase, y: small.response.V } }, { x: ["phase of the kick", "1"], y: ["periods per mV", "1/mV"] }));

// %% [markdown]
// The points are kicks, measured one by one with `phaseShifts`, which is your experiment in one call. The line has seen none of them. They agree: a mV is worth 0.066{= Math.max(...small.response.V)} of a period at most.
//
// **Before you run the cell:** how much is it for a kick of 10 mV, at most? Give a number of periods.

// %% [predict 21.2]
// ✎ your prediction: a number, such as 0.1
predict("21.2", NaN, () => {
  show(plot.curves({ "1 mV": perMillivolt(1), "5 mV": perMillivolt(5), "10 mV": perMillivolt(10), "from the flow": { x: small.phase, y: small.response.V } }, { x: ["phase of the kick", "1"], y: ["periods per mV", "1/mV"] }));
});

// %% [explain 21.2]
// 0.46{= Math.max(...phaseShifts(clock, { size: 10 }).shift)}, not 0.66{= 10 * Math.max(...small.response.V)}. The curve per mV becomes lower, and its top moves forward, to the phase 0.45{= topOf(clock, 10)}. A kick that fires the cell at once cannot do more than that: at the phase 0.8 no kick gains more than 0.2{= 1 - 0.8}. The line from the flow holds for small kicks only; up to 2 mV it is right about the height of the top to 2{> 100 * (1 - Math.max(...phaseShifts(clock, { size: 2 }).shift) / 2 / Math.max(...small.response.V))} %.

// %% [markdown]
// Why does the curve have this shape? Take the simplest clock of all, the leaky integrate-and-fire neuron of [12. Integrate and fire](12-integrate-and-fire.ipynb). It has one variable, so a kick of 1 mV takes it forward on its own way. What is gained is the time that it would have needed for that mV.
//
// **Exercise 21.3** (2 points). Write the time that a small kick at `V` saves, in ms for each mV, for the input `I` (pA). The neuron is $C\,\dot V = I - g_L (V - E_L)$ with $C = 100$ pF, $g_L = 10$ nS, $E_L = -75$ mV.

// %% [exercise 21.3]
const savedAt = (V: number, I: number): number => {
  // BEGIN SOLUTION
  return 100 / (I - 10 * (V + 75));
  // STUB
  // return NaN; // ms/mV
  // END SOLUTION
};

// %% [check 21.3]
check("21.3", savedAt);

// %%
const leaky = phaseResponse(leakyIntegrateAndFire.with({ I: 300 }));
const fromSpeed = leaky.states.V.map((V) => savedAt(V, 300) / leaky.period);
show(plot.curves({ "from the flow": { x: leaky.phase, y: leaky.response.V }, "yours": { x: leaky.phase, y: fromSpeed, style: "dashed" } }, { x: ["phase of the kick", "1"], y: ["periods per mV", "1/mV"] }));

// %% [solution 21.3]
// At the speed $\dot V$ a mV takes $1/\dot V$ ms. **Where a clock is slow, a kick saves most.** The leaky neuron is slowest just before it fires. (The flat piece at the beginning is its refractory period: a kick then is kept for what comes after.)

// %% [markdown]
// So the curve shows where a clock lingers. Near a saddle-node on an invariant circle it lingers where the saddle-node was, for most of the period, and the curve comes ever closer to $1 - \cos 2\pi\varphi$: a push never delays, and matters most half-way. The closer to 4.51{= bifurcations(clock, "I", [0, 8], { cycles: false }).points[0].parameter} µA/cm², the more.

// %%
const scaled = (I: number) => {
  const near = phaseResponse(clock.with({ I: I }));
  const top = Math.max(...near.response.V);
  return { x: near.phase, y: near.response.V.map((z) => z / top) };
};
const ideal = { x: small.phase, y: small.phase.map((p) => (1 - Math.cos(2 * Math.PI * p)) / 2), style: "dashed" } as const;
show(plot.curves({ "6 µA/cm²": scaled(6), "4.6": scaled(4.6), "4.514": scaled(4.514), "1 − cos": ideal }, { x: ["phase of the kick", "1"], y: ["response, top = 1", "1"] }));

// %% [markdown]
// And a neuron that begins to fire by an Andronov-Hopf bifurcation, such as the squid's axon? It is a resonator: what comes at the wrong moment works against it.
//
// **Before you run the cell:** the axon fires under 10 µA/cm². A small kick *upward*, at the phase 0.55. The spikes that follow come …

// %% [predict 21.3]
const squid = phaseResponse(hodgkinHuxley.with({ I: 10 }));
// ✎ your prediction: "earlier", "as they would have" or "later"
predict("21.3", "", () => {
  show(plot.curves({ "I_Na,p + I_K, 6 µA/cm²": { x: small.phase, y: small.response.V }, "Hodgkin-Huxley": { x: squid.phase, y: squid.response.V } }, { x: ["phase of the kick", "1"], y: ["periods per mV", "1/mV"] }));
});

// %% [explain 21.3]
// Later. In the middle of the cycle the kick opens potassium channels and inactivates sodium channels, and that outweighs the head start. At most it delays by 0.017{= -Math.min(...squid.response.V)} of a period per mV, at the phase 0.59{= squid.phase[squid.response.V.indexOf(Math.min(...squid.response.V))]}; after 0.68{= squid.phase.findLast((_, k) => squid.response.V[k] < 0)} it advances, by up to 0.035{= Math.max(...squid.response.V)}. A curve that only advances is called **type 1**, one that delays early and advances late **type 2**.

// %% [markdown]
// Close to a saddle-node on an invariant circle the curve must be of type 1, and a small cycle that has just grown out of an Andronov-Hopf bifurcation has type 2. What about all that lies further away? Is type 1 a law for class 1? Ask our clock, which is of class 1 whatever its current.

// %%
[6, 20, 40, 100].map((I) => ({ I: I, type: phaseResponse(clock.with({ I: I })).type }));

// %% [markdown]
// It is a habit, not a law. With more current the same cell changes over to type 2: the area of its delays is 0.2{= delays(clock, 6)} % of that of its advances under 6 µA/cm², 4{= delays(clock, 20)} % under 20, 12{= delays(clock, 40)} % under 40 and 39{= delays(clock, 100)} % under 100. (No curve is quite free of delays, as the spike itself leaves a trace. The course counts less than 5{= 100 * small.evidence["type 2 from a share of"]} % as none.)
//
// ## 21.3 In step with a rhythm (25 min)
//
// Now kick the clock again and again, every $P$ ms. Each kick shifts it, and between kicks it runs on by $P/T$ of a period. If the kick comes at the phase $\varphi$ and shifts by $\Delta(\varphi)$, the next comes at
//
// $$\varphi' = \varphi + \Delta(\varphi) + P/T,$$
//
// less whole periods. From phase to phase: this is a *map*, and it needs no differential equation any more.
//
// **Exercise 21.4** (3 points). *Build.* Write the phases at which the first `count` kicks come. The first comes at `first`; `ratio` is $P/T$. The curve is $\Delta(\varphi) = a\,(1 - \cos 2\pi\varphi)$, a type 1 of the simplest kind. Phases lie from 0 up to, but not including, 1.

// %% [exercise 21.4]
const phasesOfKicks = (a: number, ratio: number, first: number, count: number): number[] => {
  // BEGIN SOLUTION
  const list = [first];
  while (list.length < count) {
    const phase = list[list.length - 1];
    const next = phase + a * (1 - Math.cos(2 * Math.PI * phase)) + ratio;
    list.push(next - Math.floor(next));
  }
  return list;
  // STUB
  // return [];
  // END SOLUTION
};

// %% [check 21.4]
check("21.4", phasesOfKicks);

// %%
const numbers = Array.from({ length: 30 }, (_, k) => k + 1);
const mapped = (ratio: number) => {
  const list = phasesOfKicks(0.1, ratio, 0.2, 30);
  return { x: numbers.slice(0, list.length), y: list, style: "points and line" } as const;
};
show(plot.curves({ "P = 0.9 T": mapped(0.9), "1.1 T": mapped(1.1) }, { x: ["kick", "1"], y: ["phase of the kick", "1"] })); // yours

// %% [solution 21.4]
// With $P = 0.9\,T$ and $a = 0.1$ the phases settle at 0.75{= phasesOfKicks(0.1, 0.9, 0.2, 60).at(-1)}, where a kick gains just the tenth of a period that is missing, $\Delta(\varphi) = 1 - P/T$: the clock is **locked** to the rhythm. With $1.1\,T$ they never settle.

// %% [markdown]
// **Before you run the cell:** your real clock fires every 10.5{= period} ms. It gets a kick of 3 mV every 9 ms, or every 12 ms. Which of the two rhythms will it follow, a spike for each kick?

// %% [predict 21.4]
const trainOf = (P: number, size: number) => {
  const at = Array.from({ length: 40 }, (_, k) => 20 + k * P);
  const run = simulate(clock, { duration: 20 + 40 * P, stimulus: pulses(10 * size, { width: 0.1, at: at }) });
  const last = at.map((t) => Math.max(...run.spikes.filter((s) => s <= t))); // the spike before each kick
  return { x: at.map((_, k) => k + 1), y: at.map((t, k) => (t - last[k]) / period), style: "points" } as const;
};
// ✎ your prediction: "both", "the faster one only" or "the slower one only"
predict("21.4", "", () => {
  show(plot.curves({ "every 9 ms": trainOf(9, 3), "every 12 ms": trainOf(12, 3) }, { x: ["kick", "1"], y: ["since the last spike (periods)", "1"] }));
});

// %% [explain 21.4]
// The faster one only. Every 9 ms: after a few kicks each comes 0.741{= trainOf(9, 3).y.at(-1)} of a period after a spike, for ever. Every 12 ms: the phases wander about. A type 1 curve has advances only, and a clock that can only be hurried cannot be slowed down. (With kicks downward it is the other way round.)

// %% [markdown]
// How fast may the rhythm be? A lock needs a phase at which a kick gains what is missing, $\Delta(\varphi) = 1 - P/T$. The most that a kick can gain is the top of the curve. So your curve foretells where locking ends.
//
// **Exercise 21.5** (3 points). *Measure, and foretell.* For kicks of the size in `variant("21.5")`: what is the shortest interval $P$ between kicks, in ms, at which the clock still fires a spike for each? (The curve at this size comes from your own experiment, or from `phaseShifts`.)

// %%
const yours = variant("21.5");
console.log(`your kicks: ${yours.size} mV`);

// %% [exercise 21.5]
// BEGIN SOLUTION
const largest = Math.max(...phaseShifts(clock, { size: yours.size, count: 80 }).shift);
const shortest = period * (1 - largest);
// STUB
// const shortest = NaN; // ms
// END SOLUTION

// %% [check 21.5]
check("21.5", shortest);

// %%
const limit = shortest > 4 ? shortest : period; // your forecast, tried on the neuron itself
show(plot.curves({ "2 % slower": trainOf(1.02 * limit, yours.size), "4 % faster": trainOf(0.96 * limit, yours.size) }, { x: ["kick", "1"], y: ["since the last spike (periods)", "1"] }));

// %% [solution 21.5]
// $P = T\,(1 - \max\Delta)$: 8.53{= period * (1 - Math.max(...phaseShifts(clock, { size: 3, count: 80 }).shift))} ms for 3 mV. A little slower and the phases settle; a little faster and they slip, kick by kick, until one kick is left without a spike.

// %% [markdown]
// Draw the border for kicks of all sizes, and you have a wedge: the **Arnold tongue** of the rhythm one to one. Inside it the neuron follows. There are others, thinner, where it fires two spikes for each three kicks, and so on.

// %%
const sizes = [0.01, 0.25, 0.5, 0.75, 1]; // yours lies where the border goes on
const tongueOf = (model: typeof clock, T: number) => {
  const shifts = sizes.map((size) => phaseShifts(model, { size: size }).shift);
  return [shifts.map((s) => T * (1 - Math.max(...s))), shifts.map((s) => T * (1 - Math.min(...s)))];
};
const [fastest, slowest] = tongueOf(clock, period);
show(plot.curves({ "shortest": { x: fastest, y: sizes }, "longest": { x: slowest, y: sizes }, "yours": { x: [shortest], y: [yours.size], style: "place" } }, { x: ["interval between kicks", "ms"], y: ["kick", "mV"] }));

// %% [markdown]
// The wedge leans to the left: type 1. For the axon it opens to both sides.
//
// ## 21.4 Two cells (30 min)
//
// Let the kicks come from another neuron. Two copies of the clock, each with a synapse from the other: whenever one fires, it adds a weight to the conductance $g$ of the other, as in [20. Synapses and plasticity](20-synapses-and-plasticity.ipynb). The conductance is a state of the cell. So it has a phase response curve, too, and that curve answers for the *whole* of what a spike does through the synapse, from its beginning to its end.

// %%
const synapse = (reversal: number, tau: number, I: number = 6) =>
  withSynapses(persistentSodiumPotassium.with({ I: I }), [{ name: "syn", kind: "exponential", tau: tau, reversal: reversal }]);
const exciting = synapse(0, 5); // mV, ms
const inhibiting = synapse(-75, 5);
const excited = phaseResponse(exciting).response.gsyn;
const inhibited = phaseResponse(inhibiting).response.gsyn;
show(plot.curves({ "excitation": { x: small.phase, y: excited }, "inhibition": { x: small.phase, y: inhibited } }, { x: ["phase at which the spike arrives", "1"], y: ["periods per mS/cm²", "1"] }));

// %% [markdown]
// Say the second cell is ahead by $\varphi$. One round has two kicks. The first cell fires: then the second stands at the phase $\varphi$, and is shifted by $w Z(\varphi)$. The second cell fires: then the first stands at $1 - \varphi$, and is shifted by $w Z(1 - \varphi)$. Whoever gains more gets ahead.
//
// **Exercise 21.6** (2 points). *Build.* Write by how much the lead $\varphi$ of the second cell changes in a round, for a weight of 1. You get the curve as a list of its values at the phases 0, 1/N, 2/N, … 1, as `phaseResponse` gives it, and the place `k`: $\varphi = k/N$.

// %% [exercise 21.6]
const changeAt = (curve: ArrayLike<number>, k: number): number => {
  // BEGIN SOLUTION
  return curve[k] - curve[curve.length - 1 - k];
  // STUB
  // return NaN; // periods in a round
  // END SOLUTION
};

// %% [check 21.6]
check("21.6", changeAt);

// %%
const changeOf = (curve: Float64Array) => ({ x: small.phase, y: curve.map((_, k) => changeAt(curve, k)) });
const zero = { x: [0, 1], y: [0, 0], style: "dotted" } as const;
show(plot.curves({ "excitation": changeOf(excited), "inhibition": changeOf(inhibited), "no change": zero }, { x: ["lead φ of the second cell", "1"], y: ["change in a round", "1"] })); // yours

// %% [solution 21.6]
// Of the curve only the *odd part* is left: what is the same at $\varphi$ and $1 - \varphi$ hurries both cells alike. A list with the indices 0 to N has $N + 1$ entries, so the partner of `k` stands at `curve.length - 1 - k`.

// %% [markdown]
// Read it like a flow on a line ([3. Flows on a line](03-flows-on-a-line.ipynb)). Where your curve is above zero, the lead grows; below, it shrinks. Where it crosses zero *downward*, it comes back from both sides: there the two cells lock.
//
// **Before you run the cell:** two cells that *excite* each other, the weights small. They begin with a lead of 0.05, of 0.3 or of 0.45. Where do they end up?

// %% [predict 21.5]
const by = (weight: number) => ({ kind: "synaptic", onto: "gsyn", weight: weight }) as const;
const lead = (cell: typeof exciting, weight: number, ahead: number, second: { I?: number } = {}) => {
  const pair = simulatePair(cell, by(weight), { ahead: ahead, duration: 1000, second: second });
  return { x: pair.at, y: pair.difference };
};
// ✎ your prediction: "in step", "a fifth of a period apart" or "half a period apart"
predict("21.5", "", () => {
  show(plot.curves({ "from 0.05": lead(exciting, 0.01, 0.05), "0.3": lead(exciting, 0.01, 0.3), "0.45": lead(exciting, 0.01, 0.45) }, { x: ["time", "ms"], y: ["lead of the second cell (periods)", "1"], window: { y: [0, 0.5] } }));
});

// %% [explain 21.5]
// A fifth of a period apart, from all three beginnings. Excitation drives these cells *out* of step! Your curve has it: at 0 it crosses zero upward, and downward at 0.20{= phaseLocking(exciting, by(1)).locked.find((one) => one.stable).phase}. The run with weights of 0.01 mS/cm² settles at 0.19{= lead(exciting, 0.01, 0.3).y.at(-1)}.

// %% [markdown]
// Here are the two of them at the end of such a run. `phaseLocking` foretells it in one call: the curve, its odd part, the zeros, and which of them are stable.

// %%
const both = simulatePair(exciting, by(0.01), { duration: 1000 });
const late = both.time.findIndex((t) => t > 950);
const seen = (V: Float64Array) => ({ x: both.time.slice(late), y: V.slice(late) });
show(plot.curves({ "first": seen(both.first), "second": seen(both.second) }, { x: ["time", "ms"], y: ["V", "mV"] }));
phaseLocking(exciting, by(1)).locked;

// %% [markdown]
// **Exercise 21.7** (3 points). *Foretell.* Your own pair, with the current `I` and the time constant `tau` of `variant("21.7")`, excites each other weakly (reversal potential 0 mV). By how much of a period will the one be ahead of the other? Give the stable lead between 0 and 0.5, to 0.001. (The figure runs the pair with weights of 0.005 mS/cm². They are small, but they are there: the run may settle a hundredth or two beside a forecast that is right.)

// %%
const pairOf = variant("21.7");
console.log(`I = ${pairOf.I} uA/cm^2, tau = ${pairOf.tau} ms`);

// %% [exercise 21.7]
// BEGIN SOLUTION
const stableOnes = phaseLocking(synapse(0, pairOf.tau, pairOf.I), by(1)).locked.filter((one) => one.stable);
const apart = stableOnes[0].phase;
// STUB
// const apart = NaN; // periods
// END SOLUTION

// %% [check 21.7]
check("21.7", apart);

// %%
const ownRun = lead(synapse(0, pairOf.tau, pairOf.I), 0.005, 0.12);
show(plot.curves({ "run": ownRun, "yours": { x: [0, 1000], y: [apart, apart], style: "dashed" } }, { x: ["time", "ms"], y: ["lead of the second cell (periods)", "1"], window: { y: [0, 0.5] } }));

// %% [solution 21.7]
// The longer the synapse stays open, the further apart they are: with 6 µA/cm² about 0.086{= phaseLocking(synapse(0, 2), by(1)).locked.find((one) => one.stable).phase} of a period at 2 ms and 0.20{= phaseLocking(exciting, by(1)).locked.find((one) => one.stable).phase} at 5 ms. A brief synapse does its work before the other cell is far; a long one reaches into the slow part of the cycle, where it counts.

// %% [markdown]
// Inhibition is the same with the sign turned, or nearly.
//
// **Before you run the cell:** two cells that *inhibit* each other, with a lead of 0.1 at first. What becomes of it?

// %% [predict 21.6]
// ✎ your prediction: "in step", "a fifth of a period apart" or "half a period apart"
predict("21.6", "", () => {
  show(plot.curves({ "from 0.1": lead(inhibiting, 0.04, 0.1), "0.3": lead(inhibiting, 0.04, 0.3) }, { x: ["time", "ms"], y: ["lead of the second cell (periods)", "1"], window: { y: [-0.02, 0.52] } }));
});

// %% [explain 21.6]
// In step. **Inhibition, not excitation, brings them together.** But there are two stable leads: from 0.3 the same pair ends half a period apart, and the border between both fates lies at 0.16{= phaseLocking(inhibiting, by(1)).locked.find((one) => !one.stable && one.phase > 0).phase}. It depends on how long the inhibition lasts. With 1 ms only half a period is stable; the border appears with longer synapses and moves up, from 0.04{= phaseLocking(synapse(-75, 2), by(1)).locked.find((one) => !one.stable && one.phase > 0).phase} at 2 ms to 0.24{= phaseLocking(synapse(-75, 20), by(1)).locked.find((one) => !one.stable && one.phase > 0).phase} at 20 ms.

// %% [markdown]
// Carl van Vreeswijk, Larry Abbott and Bard Ermentrout found this in 1994, and it turned an old belief on its head. Fast rhythms of the cortex may live on it: in a network that X.-J. Wang and G. Buzsáki published in 1996, a hundred interneurons inhibit each other, with a decay of 10{@ Wang and Buzsáki 1996} ms, and find a common beat.
//
// And the axon, whose curve is of type 2? There excitation gathers:

// %%
const axons = withSynapses(hodgkinHuxley.with({ I: 10 }), [{ name: "syn", kind: "exponential", tau: 2, reversal: 0 }]);
phaseLocking(axons, by(1)).locked;

// %% [markdown]
// **Exercise 21.8** (1 point). *In your own words.* The same lasting conductance takes two cells apart if it excites, and brings them into step if it inhibits. Why? Look at who gets the other's spike early in the cycle, and who gets it late. Two or three sentences, at least 25 words. The check only sees that you have written something to the point; your teacher reads it.

// %% [exercise 21.8]
// BEGIN SOLUTION
const explained = "The cell that is ahead gets the other's spike just after its own, so the conductance acts through its whole cycle; the cell behind gets it just before its spike, where part of it is lost. Excitation therefore helps the one ahead more, and inhibition holds it back more.";
// STUB
// const explained = ``; // your text between the two marks, on as many lines as you like
// END SOLUTION

// %% [check 21.8]
check("21.8", explained);

// %% [solution 21.8]
// The lead is small, so one kick comes early in a cycle and the other late. A synapse that lasts does more if it comes early. The sign decides whether that helps the one ahead or holds it back.

// %% [markdown]
// ## 21.5 Where the rule ends (15 min)
//
// The forecast rests on two things: the kicks are weak, and the clocks are alike. Give up the first.
//
// **Before you run the cell:** inhibition again, with a weight of 0.5 mS/cm² instead of 0.04. What do the two cells do?

// %% [predict 21.7]
const strong = simulatePair(inhibiting, by(0.5), { ahead: 0.1, duration: 150 });
// ✎ your prediction: "they fire in step", "they take turns" or "only one fires"
predict("21.7", "", () => {
  show(plot.curves({ "first": { x: strong.time, y: strong.first }, "second": { x: strong.time, y: strong.second } }, { x: ["time", "ms"], y: ["V", "mV"] }));
});

// %% [explain 21.7]
// Only one fires. The second was ahead by a tenth of a period, and fired first; that was enough. Its inhibition now holds the first cell at rest for good. The curve of small kicks knows nothing of this, for in it every kicked clock goes on ticking. Strong excitation spoils the forecast, too: with 0.1 mS/cm² the pair fires 1.4{= hurried(exciting, by(0.1)).spikes * period / 1000} times as fast as one cell alone, 0.14{= hurried(exciting, by(0.1)).lead} of a period apart instead of 0.20{= phaseLocking(exciting, by(1)).locked.find((one) => one.stable).phase}.

// %% [markdown]
// Now give up the second: let the second cell have more current, and so a faster clock of its own. The synapses can make up for a difference, but not for every one.

// %%
const unlike = (I: number) => lead(exciting, 0.05, 0.2, { I: I });
show(plot.curves({ "6 and 6.2 µA/cm²": unlike(6.2), "6 and 6.5": unlike(6.5), "6 and 7": unlike(7) }, { x: ["time", "ms"], y: ["lead of the second cell (periods)", "1"] }));

// %% [markdown]
// With 6.2 and 6.5 µA/cm² they lock: the faster cell is further ahead, until the slower one is helped enough to keep up. With 7 no lead is enough, and the second cell laps the first again and again.
//
// **Exercise 21.9** (4 points). *Investigate.* Let two cells with 6 and 7 µA/cm² fire together: a spike for each spike, less than 0.05 of a period apart, and the second no faster than a tenth above its own 67{= simulate(clock.with({ I: 7 }), { duration: 600 }).spikes.length} spikes in 600 ms. Choose the reversal potential (−90 to 20 mV), the time constant (0.2 to 30 ms) and the weight (up to 2 mS/cm²) of their synapses. Try what you like with `tried`; hand in the record.

// %%
const tried = (reversal: number, tau: number, weight: number) => {
  const pair = simulatePair(synapse(reversal, tau), by(weight), { duration: 600, second: { I: 7 } });
  return { spikes: pair.spikes.map((train) => train.length), lead: pair.difference[pair.difference.length - 1] };
};
tried(0, 5, 0.1);

// %% [exercise 21.9]
// BEGIN SOLUTION
const together = { reversal: 0, tau: 1, weight: 1 };
// STUB
// const together = { reversal: NaN, tau: NaN, weight: NaN }; // mV, ms, mS/cm^2
// END SOLUTION

// %% [check 21.9]
check("21.9", together);

// %% [solution 21.9]
// Brief, strong excitation: the spike of the one fires the other at once, and is over before it can do more. They fire 0.04{= tried(0, 1, 1).lead} of a period apart. For weak coupling the curve says that excitation parts the cells; here it holds them together. Each rule of this notebook has its place.

// %% [markdown]
// ## What these models cannot do
//
// - Real cells do not tick evenly: noise shakes the phase, and a lock slips now and then.
// - Each kick here meets a clock that has forgotten the one before. A cell that adapts remembers.
// - Two cells are not a network. With many, groups can form, each in step within itself.
// - The brain's clocks are seldom alone in being clocks: often the rhythm belongs to the circuit, as in [18. Many neurons](18-many-neurons.ipynb), and no cell of it would tick by itself.
//
// ## Summary
//
// - The phase response curve says by how much of a period a kick moves the spikes that follow, at each phase.
// - Where a clock is slow, a kick saves most. Type 1 only advances, near a saddle-node on an invariant circle like $1 - \cos 2\pi\varphi$; type 2 delays early and advances late.
// - A rhythm is followed if some phase of the kick gains $\Delta(\varphi) = 1 - P/T$. A clock of type 1 can only be hurried.
// - Two weakly coupled cells lock where $Z(\varphi) - Z(1 - \varphi)$ crosses zero downward.
// - In our clock of class 1, lasting and weak excitation parts two cells (by 0.20{= phaseLocking(exciting, by(1)).locked.find((one) => one.stable).phase} of a period), lasting inhibition brings them into step. In the axon excitation gathers.
// - Weak, and alike: strong inhibition lets one cell win, and unlike cells drift apart.
//
// ## References
//
// - C. Huygens (1665), letters to R. Moray and R. F. de Sluse, in *Oeuvres Complètes* 5: the two clocks.
// - A. T. Winfree (1980) *The Geometry of Biological Time*, Springer: phase, and kicks of any size.
// - D. Hansel, G. Mato, C. Meunier (1995) *Neural Comput.* 7:307: the two types, and excitation that parts.
// - B. Ermentrout (1996) *Neural Comput.* 8:979: class 1, and $1 - \cos$.
// - C. van Vreeswijk, L. F. Abbott, G. B. Ermentrout (1994) *J. Comput. Neurosci.* 1:313: inhibition brings into step.
// - X.-J. Wang, G. Buzsáki (1996) *J. Neurosci.* 16:6402: interneurons that inhibit each other into a fast rhythm.
// - Y. Kuramoto (1984) *Chemical Oscillations, Waves, and Turbulence*, Springer: weakly coupled clocks.
// - E. M. Izhikevich (2007) *Dynamical Systems in Neuroscience*, MIT Press, chapter 10.
