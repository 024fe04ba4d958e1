// %% [markdown]
// # 19. A real neuron
//
// **One idea:** a model is worth what it foretells about data that it has not seen.
//
// | afterwards you can | section | minutes |
// |---|---|---|
// | read resistance and sag from the answer to a small step | 19.1 A nudge | 25 |
// | compare cells by the slope of their f-I curves | 19.2 Two cells, two slopes | 20 |
// | fit a model to spikes, and say what the fit has used up | 19.3 Fit one file | 20 |
// | score foretold spikes against chance, and against the neuron itself | 19.4 Foretell the other | 25 |
// | give a model noise of its own | 19.5 Chance | 10 |
// | say where models of this kind end | 19.6 What one compartment cannot follow | 18 |
//
// **Prerequisites:** [2. Spike trains](02-spike-trains.ipynb); [6. Conductance-based models](06-conductance-based-models.ipynb); [12. Integrate and fire](12-integrate-and-fire.ipynb);
// [13. The simple model](13-the-simple-model.ipynb). About 118 min with exercises. The spikes and potentials called *recorded* were; all others are simulated.

// %%
import { adaptiveExponential, check, coincidenceFactor, explore, fastSpikingNeuron, fitModel, izhikevich2007, plot, predict, realNeuron, setup, show, simulate, step, student, sum, variant, whiteNoise, type Model } from "nullcline";
student("self-study"); // your student id: some numbers below are yours alone
setup();

// %% [markdown]
// ## 19.1 A nudge (25 min)
//
// On 16 November 2017 somebody sealed a glass pipette to a neuron and pushed current into it. The file is public; S. W. Harden put it into a library that reads such files. It does not say which animal the cell came from, nor which part of the brain. So we know this neuron as an engineer
// knows a sealed box: by what it does.
//
// Begin gently. A small negative current for half a second, and no spike. In [3. Flows on a line](03-flows-on-a-line.ipynb) the leaky membrane answered with an exponential and stayed where it ended.
//
// **Before you run the cell:** −100 pA from 0 to 500 ms. What will the potential do?

// %% [predict 19.1]
const cell = realNeuron();
const trace = (k: number) => ({ x: cell.small.time, y: cell.small.V[k] });
const small = Object.fromEntries([0, 1, 2, 4, 5].map((k) => [`${cell.small.current[k]} pA`, trace(k)]));
// ✎ your prediction: "it falls and stays there", "it falls, then comes back a little"
// or "it goes on falling"
predict("19.1", "", () => {
  show(plot.curves(small, { x: ["time after the step", "ms"], y: ["V, recorded", "mV"] }));
});

// %% [explain 19.1]
// It falls by 14{= nudged().rest - nudged().lowest} mV in a tenth of a second, then comes back by 3{= nudged().late - nudged().lowest} mV while the current still flows. This **sag** is the cell pushing back. Channels that open when the membrane is hyperpolarised let positive charge in; $I_h$ is their usual name. When the step ends the potential overshoots for the same reason. A leaky membrane, with
// its one variable, can do neither.
//
// But look closely before you believe the 3{= nudged().late - nudged().lowest} mV. Most of it comes in one jump of 4.4{= level(0, 180, 200) - level(0, 140, 160)} mV, a sixth of a second after the onset, and the answer to −50 pA has several of them. Gates that open by and by do not jump. Neighbours that are still talking may be behind it, or the seal around the pipette; the file does not say. The answer to −75 pA is free of jumps, and comes back by 1.3{= level(1, 400, 500) - level(1, 180, 200)} mV. There is a sag, then, and it is smaller than the largest trace makes it.

// %% [markdown]
// How large is the answer? Ohm's law gives the **input resistance**: the change of the potential over the current. As there is a sag, say when you look. (Some 13{@ the header of the recording} MΩ of what you will find belong to the pipette.)
//
// **Exercise 19.1** (2 points). *Build.* Write the input resistance in MΩ. Given are lists of times (ms, the step begins at 0) and potentials (mV), the `current` in pA, and a window from `from` up to, not including, `to` (ms). Take the mean potential in the window, less the mean before time 0.

// %% [exercise 19.1]
const resistance = (time: number[], V: number[], current: number, from: number, to: number): number => {
  // BEGIN SOLUTION
  const mean = (values: number[]) => values.reduce((total, x) => total + x, 0) / values.length;
  const before = mean(V.filter((_, i) => time[i] < 0));
  const during = mean(V.filter((_, i) => time[i] >= from && time[i] < to));
  return (1000 * (during - before)) / current;
  // STUB
  // return NaN; // MOhm
  // END SOLUTION
};

// %% [check 19.1]
check("19.1", resistance);

// %%
const times = Array.from(cell.small.time);
const windows = Array.from({ length: 48 }, (_, k) => 10 + 10 * k);
const along = (k: number) =>
  ({ x: windows, y: windows.map((t) => resistance(times, Array.from(cell.small.V[k]), cell.small.current[k], t, t + 10)) });
show(plot.curves({ "−100 pA": along(0), "−75 pA": along(1), "−50 pA": along(2) }, { x: ["window begins", "ms"], y: ["R", "MOhm"] })); // yours

// %% [solution 19.1]
// 1 mV for 1 pA is 1 GΩ, hence the 1000. With −100 pA you meet 143{= Math.max(...along(0).y)} MΩ where the potential is lowest, and 109{= resistance(times, Array.from(cell.small.V[0]), -100, 400, 500)} MΩ in the last 100 ms: a quarter less, jump and all. With −75 pA, where nothing jumps, it is 141{= Math.max(...along(1).y)} and 124{= resistance(times, Array.from(cell.small.V[1]), -75, 400, 500)} MΩ: the open channels have taken an eighth off.

// %% [markdown]
// **Exercise 19.2** (1 point). *Measure.* Your window is 50 ms long: `variant("19.2")` names the step in pA and where the window begins.

// %%
const yours = variant("19.2");
console.log(`your step: ${yours.current} pA; your window: ${yours.from} to ${yours.from + 50} ms`);

// %% [exercise 19.2]
// BEGIN SOLUTION
const record = cell.small.V[cell.small.current.indexOf(yours.current)];
const found = resistance(Array.from(cell.small.time), Array.from(record), yours.current, yours.from, yours.from + 50);
// STUB
// const found = NaN; // MOhm
// END SOLUTION

// %% [check 19.2]
check("19.2", found);

// %% [solution 19.2]
// Once the membrane is charged, an earlier window gives the larger resistance, as a rule; where the record jumps it may be the other way round. A number for "the" input resistance of a cell means little without the moment at which it was read.

// %% [markdown]
// ## 19.2 Two cells, two slopes (20 min)
//
// Now enough current to fire it. Here are three of its answers.

// %%
const answers = cell.firing.current.map((I, k) => [`${I} pA`, { x: cell.firing.time, y: cell.firing.V[k] }]);
show(plot.curves(Object.fromEntries(answers.slice(1)), { x: ["time after the step", "ms"], y: ["V, recorded", "mV"] }));

// %% [markdown]
// It tires: the intervals grow. And there is a second cell, recorded in July 2019. Its file is named `fsi`, for *fast-spiking interneuron*. Such cells are inhibitory, and quick to answer.
//
// **Before you run the cell:** how much steeper is the f-I curve of the fast-spiking cell?

// %% [predict 19.2]
const fast = fastSpikingNeuron();
const firing = (responses: { current: Float64Array; rate: Float64Array }) =>
  ({ current: responses.current.filter((I) => I >= 0), rate: responses.rate.filter((_, k) => responses.current[k] >= 0), unit: "pA" });
// ✎ your prediction: "about as steep", "three times as steep" or "nine times as steep"
predict("19.2", "", () => {
  show(plot.fiCurve({ "regular": firing(cell.first), "fast-spiking": firing(fast.steps) }));
});

// %% [explain 19.2]
// Nine{= between(25, 150, fast.steps) / between(100, 300, cell.first)} times. From 100 to 300 pA the regular cell gains 0.057{= between(100, 300, cell.first)} Hz for each pA. The fast-spiking one gains 0.51{= between(25, 150, fast.steps)} Hz for each pA between 25 and 150 pA, and passes 100{< Math.max(...fast.steps.rate)} Hz. It tires little, and only at first: at 300 pA its intervals grow from 6{= intervals(fast.steps, 300)[0]} to 8{= mean(intervals(fast.steps, 300).slice(-10))} ms, while those of the regular cell grow from 17{= intervals(cell.first, 300)[0]} to 86{= intervals(cell.first, 300).at(-1)} ms.

// %% [markdown]
// **Exercise 19.3** (2 points). To say "0.057{= between(100, 300, cell.first)} Hz for each pA" one lays a line through points that do not lie on one. Write the slope of the line that misses the points $(x_i, y_i)$ by the smallest sum of squares:
//
// $$\text{slope} = \frac{\sum_i (x_i - \bar x)(y_i - \bar y)}{\sum_i (x_i - \bar x)^2},$$
//
// where $\bar x$ and $\bar y$ are the means.

// %% [exercise 19.3]
const slopeOf = (x: number[], y: number[]): number => {
  // BEGIN SOLUTION
  const mean = (values: number[]) => values.reduce((total, v) => total + v, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  const above = x.reduce((total, xi, i) => total + (xi - mx) * (y[i] - my), 0);
  return above / x.reduce((total, xi) => total + (xi - mx) ** 2, 0);
  // STUB
  // return NaN;
  // END SOLUTION
};

// %% [check 19.3]
check("19.3", slopeOf);

// %%
const between = (low: number, high: number, { current, rate }: { current: Float64Array; rate: Float64Array }) => {
  const kept = Array.from(current.keys()).filter((k) => current[k] >= low && current[k] <= high);
  return slopeOf(kept.map((k) => current[k]), kept.map((k) => rate[k]));
};
console.log(`regular, 100 to 300 pA: ${between(100, 300, cell.first).toFixed(3)} Hz/pA`);
console.log(`fast-spiking, 25 to 150 pA: ${between(25, 150, fast.steps).toFixed(2)} Hz/pA`);

// %% [solution 19.3]
// Both curves bend, so the slope depends on the points that one takes. Say which.

// %% [markdown]
// ## 19.3 Fit one file (20 min)
//
// Take two models with a spike and a memory: the adaptive exponential neuron of [12. Integrate and fire](12-integrate-and-fire.ipynb) and Izhikevich's neuron of 2007, the simple model in real units. Can one of them *be* this cell?
//
// Start from a guess. Rest is measured, −61.8{= mean(cell.small.V[cell.small.current.indexOf(0)].slice(0, times.findIndex((t) => t > 0)))} mV; the leak follows from the resistance, about 1/(143{= Math.max(...along(0).y)} MΩ) = 7{= 1000 / Math.max(...along(0).y)} nS, the pipette's share not taken off. The figure has that guess under 300 pA, where the cell fired 9{= cell.first.spikes.at(-1).length} spikes, the first at 17{= cell.first.spikes.at(-1)[0]} ms and the last at 452{= cell.first.spikes.at(-1).at(-1)} ms. Move the sliders until your spikes come close.

// %%
const guess = adaptiveExponential.with({ C: 150, gL: 7, EL: -61.8, VT: -48, DeltaT: 2, a: 2, tauW: 150, b: 60, Vreset: -55 });
explore(guess, { duration: 500, stimulus: step(300, 0), sliders: ["VT", "b", "tauW", "C", "Vreset"] });

// %% [markdown]
// By hand you can please one step. A fit has to please all twelve{= fitSteps.length} that the first file holds, from 25{= cell.first.current[fitSteps[0]]} to 300{= cell.first.current[fitSteps.at(-1)]} pA. So say what *pleasing* means, as one number to be made small. Here each step adds the squared difference of the counts, and three times the mean squared distance, in units of 10 ms, between the $k$-th recorded and the $k$-th modelled spike, 12 at most.
// `fitModel` then changes the parameters, keeps what helps, and tries again.

// %%
const fires = (model: Model, I: number) => simulate(model, { duration: 500, stimulus: step(I, 0) }).spikes;
const fitSteps = Array.from(cell.first.current.keys()).filter((k) => cell.first.current[k] >= 25);
const misfit = (model: Model): number => fitSteps.reduce((total, k) => {
  const [recorded, modelled] = [cell.first.spikes[k], fires(model, cell.first.current[k])];
  const pairs = Math.min(recorded.length, modelled.length);
  const late = Array.from({ length: pairs }, (_, i) => Math.min(4, ((modelled[i] - recorded[i]) / 10) ** 2));
  return total + (modelled.length - recorded.length) ** 2 + (pairs > 0 ? (3 * late.reduce((a, b) => a + b, 0)) / pairs : 0);
}, 0);
const short = fitModel(guess, misfit, { ranges: { VT: [-55, -40], b: [10, 200], tauW: [30, 400], C: [80, 300] }, trials: 80 });
console.log(`misfit of the guess: ${misfit(guess).toFixed(0)}, after 80 trials: ${short.error.toFixed(0)}`);

// %% [markdown]
// We have let it run longer, from a dozen beginnings for each model, with eight{= chosen(adaptive, adaptiveExponential) - 1} free parameters for the one and seven{= chosen(simple, izhikevich2007) - 1} for the other: rest stays where it was measured. These came out:

// %%
const adaptive = adaptiveExponential.with({ C: 199, gL: 4.45, EL: -61.8, VT: -47.1, DeltaT: 3.38, a: -1.66, tauW: 199, b: 73.9, Vreset: -51.5 });
const simple = izhikevich2007.with({ C: 154, k: 0.545, vr: -61.8, vt: -41.9, a: 0.0039, b: -3.77, c: -52.4, d: 71.8 });
const spikesAt = (model: Model, currents: number[]) => currents.map((I) => fires(model, I).length).join(", ");
const first = [50, 100, 150, 200, 250, 300];
console.log(`neuron: ${first.map((I) => cell.first.spikes[cell.first.current.indexOf(I)].length).join(", ")}`);
console.log(`adaptive: ${spikesAt(adaptive, first)}, misfit ${misfit(adaptive).toFixed(0)}`);
console.log(`Izhikevich: ${spikesAt(simple, first)}, misfit ${misfit(simple).toFixed(0)}`);

// %% [markdown]
// Both are within one{= Math.max(...[adaptive, simple].flatMap((model) => fitSteps.map((k) => Math.abs(fires(model, cell.first.current[k]).length - cell.first.spikes[k].length))))} spike of the neuron at every step. But look at the price: a leak of 4.45{= adaptive.parameters.gL} nS, where we had measured 7{= 1000 / Math.max(...along(0).y)}. A fit bends any parameter that helps, and does not care what it once meant.
//
// ## 19.4 Foretell the other (25 min)
//
// Two minutes after the first file a second one was recorded from the same cell. Neither model has seen it. Its steps go to 600 pA and beyond.
//
// **Before you run the cell:** the neuron fired 14{= recordedAt(600).length} spikes at 600 pA, twice the largest current of the fit. What do the models foretell?

// %% [predict 19.3]
const second = [100, 200, 300, 400, 500, 600];
const real = second.map((I) => cell.second.spikes[cell.second.current.indexOf(I)].length);
const counted = (model: Model) => ({ x: second, y: second.map((I) => fires(model, I).length), style: "points and line" } as const);
// ✎ your prediction: "too few spikes", "about right" or "too many spikes"
predict("19.3", "", () => {
  const recorded = { x: second, y: real, style: "points and line" } as const;
  show(plot.curves({ "neuron, recorded": recorded, "adaptive": counted(adaptive), "Izhikevich": counted(simple) }, { x: ["I", "pA"], y: ["spikes in 500 ms", "1"] }));
});

// %% [explain 19.3]
// The neuron fires 3{= real[0]}, 6{= real[1]}, 9{= real[2]}, 11{= real[3]}, 13{= real[4]} and 14{= real[5]} spikes. Up to 300 pA, where the fit has been, both models are within one{= Math.max(...[adaptive, simple].flatMap((model) => [0, 1, 2].map((k) => Math.abs(fires(model, second[k]).length - real[k]))))} spike. At 600 pA the adaptive model says 22{= fires(adaptive, 600).length} and Izhikevich's 20{= fires(simple, 600).length}. The cell's f-I curve bends over, and nothing in the first file has told the models so. **Inside the data a fit is a ruler; outside it is a hope.**

// %% [markdown]
// Counts are a coarse test. Do the spikes come at the right *times*? Call a recorded spike *met* if the model has one within a few ms.
//
// **Exercise 19.4** (2 points). *Build.* Write how many of the `recorded` spikes are met by one of the `modelled` spikes, at a distance of at most `precision` (all in ms).

// %% [exercise 19.4]
const met = (recorded: number[], modelled: number[], precision: number): number => {
  // BEGIN SOLUTION
  return recorded.filter((t) => modelled.some((s) => Math.abs(s - t) <= precision)).length;
  // STUB
  // return NaN;
  // END SOLUTION
};

// %% [check 19.4]
check("19.4", met);

// %%
const recordedAt = (I: number) => cell.second.spikes[cell.second.current.indexOf(I)];
for (const I of [100, 300, 600])
  console.log(`${I} pA: ${met(Array.from(recordedAt(I)), Array.from(fires(adaptive, I)), 6)} of ${recordedAt(I).length} met by the adaptive model`);

// %% [solution 19.4]
// At 600 pA seven{= met(Array.from(recordedAt(600)), Array.from(fires(adaptive, 600)), 6)} of 14{= recordedAt(600).length} are met. Is that good? The model fires 22{= fires(adaptive, 600).length} times in 500 ms, and each of its spikes reaches 6 ms to either side. Together they cover half of the time, so half of the spikes would be met by a model that knows nothing.

// %% [markdown]
// So take off what chance would meet. A Poisson train with the model's rate $\nu$ meets $2\nu\Delta$ of the $n$ recorded spikes, where $\Delta$ is the precision. The **coincidence factor** is
//
// $$\Gamma = \frac{N - 2\nu\Delta\,n}{\tfrac12 (n + m)}\cdot\frac{1}{1 - 2\nu\Delta},$$
//
// with $N$ spikes met and $m$ spikes of the model. 1 is perfect, 0 is chance.
//
// How near to 1 can one come? Ask the neuron itself. It was given 200 pA in both files.
//
// **Before you run the cell:** how well does the neuron foretell *itself*, two minutes later, at 8 ms precision?

// %% [predict 19.4]
const itself = (I: number) => coincidenceFactor(recordedAt(I), cell.first.spikes[cell.first.current.indexOf(I)], { precision: 8, duration: 500 });
const earlier = cell.first.spikes[cell.first.current.indexOf(200)];
// ✎ your prediction: "below 0.1", "about 0.4" or "above 0.9"
predict("19.4", "", () => {
  show(plot.raster({ "first file": earlier, "second file": recordedAt(200), "adaptive": fires(adaptive, 200), "Izhikevich": fires(simple, 200) }));
  console.log([100, 200, 300].map((I) => `${I} pA: ${itself(I).toFixed(2)}`).join("; "));
});

// %% [explain 19.4]
// About 0.4{= itself(200)}: 0.38{= itself(200)} at 200 pA, 0.26{= itself(100)} at 100 pA and 0.69{= itself(300)} at 300 pA. Under a steady current a neuron does not repeat itself to the millisecond. The first spike comes 1{= recordedAt(200)[0] - earlier[0]} ms later, the last one 18{= recordedAt(200).at(-1) - earlier.at(-1)} ms. No model can be asked for more than the cell gives, so read every score beside the cell's own. The adaptive model has 0.33{= scoreOf(fires(adaptive, 200), recordedAt(200))} at 200 pA, nearly as much as the
// neuron; Izhikevich's has 0.13{= scoreOf(fires(simple, 200), recordedAt(200))}.

// %% [markdown]
// **Exercise 19.5** (2 points). *Measure.* Score the adaptive model on the second file, at the current (pA) and with the precision (ms) of `variant("19.5")`: the coincidence factor of the recorded spikes and those of `adaptive`.

// %%
const asked = variant("19.5");
console.log(`your current: ${asked.current} pA; your precision: ${asked.precision} ms`);

// %% [exercise 19.5]
// BEGIN SOLUTION
const score = coincidenceFactor(recordedAt(asked.current), fires(adaptive, asked.current), { precision: asked.precision, duration: 500 });
// STUB
// const score = NaN;
// END SOLUTION

// %% [check 19.5]
check("19.5", score);

// %% [solution 19.5]
// `coincidenceFactor(recorded, modelled, …)`: the recorded train first. With a coarser precision more is met, and more by chance as well.

// %% [markdown]
// ## 19.5 Chance (10 min)
//
// The cell is noisy: its channels open at random, and its neighbours may still be talking. A model that always does the same is wrong in a way that no parameter mends. There are two ways out. One adds noise to the current. The other leaves the voltage alone and makes the *threshold* soft: at each potential there is a
// **rate of escape**,
//
// $$\rho(V) = \rho_0\, e^{(V - \vartheta)/\Delta},$$
//
// small below the threshold $\vartheta$, large above it. A short time $dt$ then holds a spike with a certain chance.
//
// **Exercise 19.6** (2 points). Write the chance of at least one spike in `dt` ms at the potential `V` (mV), if $\rho_0 = 1$ per ms, $\vartheta = -47$ mV and $\Delta = 3$ mV. While `dt` lasts, `V` stays. (How likely is it that a Poisson process of rate $\rho$ stays silent?)

// %% [exercise 19.6]
const chance = (V: number, dt: number): number => {
  // BEGIN SOLUTION
  const rate = Math.exp((V + 47) / 3);
  return 1 - Math.exp(-rate * dt);
  // STUB
  // return NaN;
  // END SOLUTION
};

// %% [check 19.6]
check("19.6", chance);

// %%
const potentials = Array.from({ length: 81 }, (_, i) => -60 + i / 4);
const soft = { x: potentials, y: potentials.map((V) => chance(V, 1)) };
show(plot.curves({ "in 1 ms": soft, "in 0.1 ms": { x: potentials, y: potentials.map((V) => chance(V, 0.1)) } }, { x: ["V", "mV"], y: ["chance of a spike", "1"] })); // yours

// %% [solution 19.6]
// Silence has the chance $e^{-\rho\,dt}$. For a small $dt$ the rest is $\rho\,dt$, but a chance must never pass 1.

// %% [markdown]
// **Before you run the cell:** the adaptive model at 200 pA, twelve times, each with its own noise in the current. Which spikes will scatter most from trial to trial?

// %% [predict 19.5]
const noisy = Array.from({ length: 12 }, (_, seed) => simulate(adaptive,
  { duration: 500, stimulus: sum(step(200, 0), whiteNoise(60, seed + 1)), method: "eulerMaruyama", dt: 0.05 }).spikes);
// ✎ your prediction: "the first spikes", "the last spikes" or "all alike"
predict("19.5", "", () => {
  show(plot.raster(noisy));
});

// %% [explain 19.5]
// The last. Each interval adds its own luck to all that came before. So it is with the neuron: 1{= recordedAt(200)[0] - earlier[0]} ms between the first spikes of the two files, 18{= recordedAt(200).at(-1) - earlier.at(-1)} ms between the last.

// %% [markdown]
// ## 19.6 What one compartment cannot follow (18 min)
//
// **Exercise 19.7** (4 points). *Investigate.* Is there any choice of parameters with which one of the two models fires 3{= real[0]}, 6{= real[1]}, 9{= real[2]}, 11{= real[3]}, 13{= real[4]} and 14{= real[5]} spikes at 100 to 600 pA, not one more or less? Try by hand, with `explore`, or let `fitModel` search. Hand in the model.

// %% [exercise 19.7]
// BEGIN SOLUTION
const bent: Model = izhikevich2007.with({ C: 380, k: 0.605, vr: -61.8, vt: -43.45, a: 0.0728, b: -4, c: -64.45, d: 222 });
// STUB
// const bent: Model = undefined as never; // such as izhikevich2007.with({ … })
// END SOLUTION

// %% [check 19.7]
check("19.7", bent);

// %%
if (bent) show(plot.curves({ "neuron, recorded": { x: second, y: real, style: "points" }, "yours": counted(bent) }, { x: ["I", "pA"], y: ["spikes in 500 ms", "1"] }));

// %% [solution 19.7]
// A larger capacitance, three{= bent.parameters.d / simple.parameters.d} times the jump, and a recovery that is forgotten nineteen{= bent.parameters.a / simple.parameters.a} times sooner: then the cell tires most where it fires fast. But at 100 pA its second spike comes at 246{= fires(bent, 100)[1]} ms, where the neuron's came at 94{= recordedAt(100)[1]}, and with both files used up there is none left to test it on. Always keep one back.

// %% [markdown]
// Push further. Under 2000 pA the real neuron fires two{= crossings(2000).length} spikes, at 1.6{= crossings(2000)[0]} and 7.5{= crossings(2000)[1]} ms, and then never again while the current lasts. From 1500{= blockedFrom()} pA on it is in **depolarisation block**. The adaptive model under 2000 pA:

// %%
show(plot.trace(simulate(adaptive, { duration: 100, stimulus: step(2000, 0) }), { panels: ["V", "w"] }));

// %% [markdown]
// **Exercise 19.8** (1 point). *In your own words.* Why does the neuron fall silent, and why does the model not? Two or three sentences, at least 25 words. The check only sees that you have written something to the point; your teacher reads it.

// %% [exercise 19.8]
// BEGIN SOLUTION
const explained = "Under 2000 pA the membrane stays depolarised after a spike, so the sodium channels remain inactivated and no further spike can start. In the model nothing inactivates: a reset puts the potential down by decree, and the strong current lifts it again at once.";
// STUB
// const explained = ``; // your text between the two marks, on as many lines as you like
// END SOLUTION

// %% [check 19.8]
check("19.8", explained);

// %% [solution 19.8]
// What the neuron lacks under so much current is the way down. A reset is a way down that never fails.

// %% [markdown]
// What else these models leave out:
//
// - **The shape.** Recorded spikes shrink and broaden along a train. A reset knows no shape.
// - **Other speeds.** One recovery variable has one time constant. The sag takes 100{~ nudged().at} ms, the tiring of a cell goes on for seconds.
// - **Places.** Synapses lie on branches, and a branch can fire by itself ([17. Dendrites and cables](17-dendrites-and-cables.ipynb)).
// - **The day.** Two minutes later the cell was a little different. A recording is a few minutes in the life of one cell.
//
// ## Summary
//
// - Input resistance: change of the potential over the current. This cell: 143{= Math.max(...along(0).y)} MΩ at the lowest point, 109{= resistance(times, Array.from(cell.small.V[0]), -100, 400, 500)} MΩ at the end. The difference is a sag, and a jump that is no sag.
// - f-I slopes: 0.057{= between(100, 300, cell.first)} Hz/pA for the regular cell, 0.51{= between(25, 150, fast.steps)} Hz/pA for the fast-spiking one.
// - Fitted to one file, both models are within one spike of it. On the other file they are up to 300 pA; at 600 pA they foretell 20{= fires(simple, 600).length} and 22{= fires(adaptive, 600).length} spikes instead of 14{= recordedAt(600).length}.
// - $\Gamma$ takes off what chance would meet. The neuron itself reaches 0.26{= itself(100)} to 0.69{= itself(300)} under a steady current: that is the measure.
// - Noise in the current, or a rate of escape, makes spikes scatter as the cell's do: the later, the more.
//
// ## References
//
// - W. M. Kistler, W. Gerstner, J. L. van Hemmen (1997) *Neural Comput.* 9:1015: the coincidence factor.
// - R. Jolivet and others (2008) *J. Neurosci. Methods* 169:417: models in competition, and how to score them.
// - Z. F. Mainen, T. J. Sejnowski (1995) *Science* 268:1503: a steady current leaves a neuron's spikes to chance, a fluctuating one does not.
// - E. M. Izhikevich (2007) *Dynamical Systems in Neuroscience*, MIT Press, chapter 8: the model in units.
// - W. Gerstner, W. M. Kistler, R. Naud, L. Paninski (2014) *Neuronal Dynamics*, Cambridge University Press, chapters 9 to 11: escape rates and fits.
// - J. A. Nelder, R. Mead (1965) *Comput. J.* 7:308: the search behind `fitModel`.
