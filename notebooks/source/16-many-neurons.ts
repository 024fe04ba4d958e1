// %% [markdown]
// # 16. Many neurons
//
// **One idea:** put a thousand simple neurons together, and something appears that is in none of them: a rhythm.
//
// | afterwards you can | section | minutes |
// |---|---|---|
// | say what a synapse does to its target, in this model | 16.1 A thousand neighbours | 10 |
// | read a raster and a population rate | 16.2 A raster | 12 |
// | test whether a rhythm is real, and what it needs | 16.3 Where does the rhythm come from? | 18 |
// | choose what to read and where to find data | 16.4 What next | 5 |
//
// **Prerequisites:** [2. Spike trains](02-spike-trains.ipynb), [11. The simple model](11-the-simple-model.ipynb). About 50 min with exercises.
// All activity is simulated; nothing here is measured data.

// %%
import { check, coefficientOfVariation, corticalNetwork, izhikevich, plot, populationRate, rhythm, setup, show, student, variant } from "nullcline";
student("self-study"); // your student id: some numbers below are yours alone
setup();

// %% [markdown]
// ## 16.1 A thousand neighbours (10 min)
//
// A synapse turns a spike of one neuron into a push for another: up if it is excitatory, down if it is inhibitory. In the simplest of all models the push is an instant one: each spike adds a number, the *weight*, to the input of the target for one step of 1 ms.
//
// The network of this notebook has 800 excitatory cells, mostly of the regular spiking kind, and 200 fast inhibitory cells, about the proportion in the cortex. Every cell is joined to every other. The weights are drawn at random, excitatory ones between 0 and 0.5, inhibitory ones between 0 and −1.
// No two cells have the same parameters. Each gets noise of its own, for all that reaches it from elsewhere.
//
// **Exercise 16.1** (1 point). In the network each cell has 800 excitatory and 200 inhibitory inputs with the mean weights 0.25 and −0.5. If every cell fires at the same rate, what is the ratio of total excitation to total inhibition that a cell receives?

// %% [exercise 16.1]
// BEGIN SOLUTION
const balance = (800 * 0.25) / (200 * 0.5);
// STUB
// const balance = NaN;
// END SOLUTION

// %% [check 16.1]
check("16.1", balance);

// %% [solution 16.1]
// Two to one. In fact inhibitory cells fire faster than excitatory ones, so that the two come closer to a balance.

// %% [markdown]
// ## 16.2 A raster (12 min)
//
// **Before you run the cell:** each cell gets its own noise, independent of all others. Will their spikes be independent, too?

// %%
const network = corticalNetwork(izhikevich);
const everyFifth = Array.from({ length: 200 }, (_, k) => network.spikesOf(5 * k).filter((t) => t < 600));
show(plot.raster(everyFifth, { height: 420 }));
console.log(`${network.raster.time.length} spikes of ${network.count} cells in ${network.duration} ms`);

// %% [markdown]
// They are not. Every row is a cell (every fifth one is drawn), each tick a spike; the lowest rows, beyond 160, are the inhibitory cells. Look for vertical bands: times at which many cells fire together, about eight in a second, with quiet stretches between.
//
// One cell alone does not show it: it takes part in some of the bands and lets others pass. The rhythm belongs to the crowd.

// %%
const rate = populationRate(network, 5);
show(plot.curves({ x: rate.time, y: rate.rate }, { x: ["time", "ms"], y: ["population rate", "Hz"] }));

// %% [markdown]
// **Exercise 16.2** (2 points). Compute the mean rate of a cell, in Hz, from `network.raster.time`, `network.count` and `network.duration` (ms).

// %% [exercise 16.2]
// BEGIN SOLUTION
const meanRate = (1000 * network.raster.time.length) / network.count / network.duration;
// STUB
// const meanRate = NaN; // Hz
// END SOLUTION

// %% [check 16.2]
check("16.2", meanRate);

// %%
const cell = network.spikesOf(7);
console.log(`cell 7: ${cell.length} spikes, CV of its intervals ${coefficientOfVariation(cell).toFixed(2)}`);

// %% [solution 16.2]
// Number of spikes per cell and second. It is close to the eight bands per second, but that is a coincidence: most cells skip some bands, and some fire twice in one.

// %% [markdown]
// ## 16.3 Where does the rhythm come from? (18 min)
//
// An eye finds patterns everywhere. So measure: how much of the activity goes up and down at each frequency, compared with as many independent Poisson cells? For those the answer is 1, at every frequency.

// %%
const frequencies = Array.from({ length: 60 }, (_, k) => k + 3);
const power = rhythm(network, frequencies);
show(plot.curves({ x: frequencies, y: power, style: "points and line" }, { x: ["frequency", "Hz"], y: ["power over independent cells", "1"], log: "y" }));

// %% [markdown]
// A peak at 8 Hz, more than 700 times as high as chance. It is real.
//
// **Before you run the cell:** what will be left of it if the cells are (a) uncoupled, (b) coupled half as strongly, (c) coupled, but without inhibition?

// %%
const changes = { "as published": {}, "uncoupled": { coupling: 0 }, "half the weights": { coupling: 0.5 }, "no inhibition": { inhibition: 0 } };
const variants = Object.entries(changes).map(([name, change]) => [name, corticalNetwork(izhikevich, change)] as const);
for (const [name, activity] of variants) {
  const measured = rhythm(activity, frequencies);
  const strongest = Math.max(...measured);
  console.log(`${name}: ${(activity.raster.time.length / 1000).toFixed(1)} Hz per cell, strongest at ${frequencies[measured.indexOf(strongest)]} Hz, ${strongest.toFixed(0)} times chance`);
}

// %% [markdown]
// Uncoupled, nothing remains; the noise has no rhythm. With half the weights little is left. Without inhibition the cells drive each other to nearly a hundred spikes per second each, all together: not a brain rhythm but a seizure. **The rhythm needs excitation to gather the cells and inhibition to stop them.**
//
// **Exercise 16.3** (2 points). Take the seed of `variant("16.3")`: another draw of weights, cells and noise. At which of the frequencies 3, 4, … 62 Hz is its rhythm strongest? Use `rhythm(mineNetwork, frequencies)`.

// %%
const mine = variant("16.3");
const mineNetwork = corticalNetwork(izhikevich, { seed: mine.seed });
console.log(`your seed: ${mine.seed}`);

// %% [exercise 16.3]
// BEGIN SOLUTION
const measuredPower = rhythm(mineNetwork, frequencies);
const best = frequencies[measuredPower.indexOf(Math.max(...measuredPower))];
// STUB
// const best = NaN; // Hz
// END SOLUTION

// %% [check 16.3]
check("16.3", best);

// %%
show(plot.curves({ x: frequencies, y: rhythm(mineNetwork, frequencies), style: "points and line" }, { x: ["frequency", "Hz"], y: ["power over independent cells", "1"], log: "y" }));

// %% [solution 16.3]
// Find the largest entry of the list and take the frequency with the same number. Other draws give 7 or 8 Hz: the rhythm is a property of the kind of network, its exact frequency is not.

// %% [markdown]
// **Exercise 16.4** (2 points). *Find the mistakes.* Which sentences are wrong? Give their letters.
//
// - **a.** "Since each cell's noise is independent, the spikes of the network are independent."
// - **b.** "A rhythm of the population at 8 Hz means that each cell fires eight times a second, regularly."
// - **c.** "Without inhibition this network fires in a runaway."
// - **d.** "In this model a synapse has no delay and no time course of its own."

// %% [exercise 16.4]
// BEGIN SOLUTION
const wrongOnes: string[] = ["a", "b"];
// STUB
// const wrongOnes: string[] = []; // letters of the wrong sentences
// END SOLUTION

// %% [check 16.4]
check("16.4", wrongOnes);

// %% [solution 16.4]
// (a) Coupling makes them depend on each other. (b) A cell may take part in every second or third band only; the crowd keeps the time, not the cell.

// %% [markdown]
// ## 16.4 What next (5 min)
//
// You can build a neuron from channels, find out by which bifurcation it begins to fire, and put a thousand of them together. From here the field goes many ways.
//
// - *Synapses* with a time course, and with plasticity: Dayan and Abbott, chapters 5 and 8.
// - *Networks* in theory: Gerstner and colleagues, part IV.
// - *Cells of flesh*: the Allen Cell Types Database holds recordings and shapes of thousands of cortical neurons, with models fitted to them; ModelDB holds the programs of over a thousand published models; NeuroMorpho.Org holds shapes.
// - *Simulators* for larger things: NEURON, Brian and NEST. Models of this course can be written out for Brian and NeuroML.
//
// ## What this network cannot do
//
// - It has no space: everybody is joined to everybody, without delay.
// - Its synapses are pushes of current for 1 ms. Real ones change a conductance, for several ms, and tire or grow with use.
// - It is stepped at 1 ms, as published. A finer method moves single spikes, though the rhythm stays.
// - It computes nothing. It is a medium, like a string before anybody plays it.
//
// ## Summary
//
// - 800 excitatory and 200 inhibitory cells, all to all, weights up to 0.5 and −1, independent noise: about 7.7 Hz per cell and a common rhythm near 8 Hz (seed 1).
// - Uncoupled: no rhythm. Without inhibition: runaway at about 93 Hz per cell.
// - A raster shows bands to the eye; the power over independent cells says whether they are real.
//
// ## References
//
// - E. M. Izhikevich (2003) *IEEE Trans. Neural Netw.* 14:1569: this network, on one page of code.
// - P. Dayan, L. F. Abbott (2001) *Theoretical Neuroscience*, MIT Press: synapses, networks, learning.
// - W. Gerstner, W. M. Kistler, R. Naud, L. Paninski (2014) *Neuronal Dynamics*, Cambridge University Press: populations and their theory.
// - X.-J. Wang (2010) *Physiol. Rev.* 90:1195: rhythms of the cortex, where they come from and what they may be for.
