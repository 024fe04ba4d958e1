// %% [markdown]
// # 18. Many neurons
//
// **One idea:** put a thousand simple neurons together, and something appears that none of them has alone: a rhythm.
// Which rhythm it is, excitation and inhibition decide between them.
//
// | afterwards you can | section | minutes |
// |---|---|---|
// | say what a synapse does to its target, in this model | 18.1 A thousand neighbours | 14 |
// | read a raster and a population rate | 18.2 A raster | 18 |
// | test whether a rhythm is real, and say what inhibition does to it | 18.3 Which rhythm, and why? | 27 |
// | choose what to read and where to find data | 18.4 What next | 6 |
//
// **Prerequisites:** [2. Spike trains](02-spike-trains.ipynb), [13. The simple model](13-the-simple-model.ipynb). About 65 min with exercises.
// All activity is simulated; nothing here is measured data.

// %%
import { check, corticalNetwork, explore, izhikevich, networkRaster, plot, populationRate, predict, rhythm, setup, show, statements, student, variant } from "nullcline";
student("self-study"); // your student id: some numbers below are yours alone
setup();

// %% [markdown]
// ## 18.1 A thousand neighbours (14 min)
//
// A synapse turns a spike of one neuron into a push for another: up if it is excitatory, down if it is inhibitory. In the simplest of all models the push is brief: each spike adds a number, the *weight*, to the input of the target for one step of 1 ms.
//
// The network of this notebook is Izhikevich's, of 2003. It has 800 excitatory cells, mostly of the regular spiking kind, and 200 fast inhibitory cells, about the proportion in the cortex. Every cell is joined to every other. The weights are drawn at random, excitatory ones between 0 and 0.5, inhibitory ones between 0 and −1.
// No two cells have the same parameters. Each gets noise of its own, for all that reaches it from elsewhere.
//
// How strong is one such push? The figure has one regular spiking cell at rest. Choose *pulses*, set their width to 1 ms, and find the smallest $I$ with which a pulse fires the cell. **Before you look for it:** an excitatory weight is 0.25 on average. How many of the 800 neighbours must fire in the same millisecond: 2, 20, or more than 50?

// %% [predict 18.1]
// ✎ your prediction: "2", "20" or "more than 50"
predict("18.1", "", () => {
  explore(izhikevich, { duration: 100 });
});

// %% [explain 18.1]
// More than 50. It takes an $I$ of 17 on the slider, or 16.73 if you type it, which is 67 neighbours at once. One neighbour alone is hardly ever heard. In the network the noise keeps a cell closer to its threshold than rest is, and fewer will do.

// %% [markdown]
// **Exercise 18.1** (1 point). A cell has the inputs of `variant("18.1")`: so many excitatory and inhibitory ones, with these mean weights. If every cell fires at the same rate, how many times as large as the total inhibition is the total excitation that a cell receives?

// %%
const inputs = variant("18.1");
console.log(`${inputs.excitatory} excitatory of weight ${inputs.weight}, ${inputs.inhibitory} inhibitory of weight −${inputs.opposite}`);

// %% [exercise 18.1]
// BEGIN SOLUTION
const balance = (inputs.excitatory * inputs.weight) / (inputs.inhibitory * inputs.opposite);
// STUB
// const balance = NaN;
// END SOLUTION

// %% [check 18.1]
check("18.1", balance);

// %% [solution 18.1]
// In the network of this notebook, with 800 inputs of 0.25 against 200 of −0.5, it is two to one. You would expect such a network to run away. Section 18.3 shows what holds it back.

// %% [markdown]
// ## 18.2 A raster (18 min)
//
// **Before you run the cell:** each cell gets its own noise, independent of all others. Will their spikes be independent, too?

// %% [predict 18.2]
const network = corticalNetwork(izhikevich, { duration: 6000 });
const everyFifth = Array.from({ length: 200 }, (_, k) => network.spikesOf(5 * k).filter((t) => t < 600));
// ✎ your prediction: "yes" or "no"
predict("18.2", "", () => {
  show(plot.raster(everyFifth, { height: 420, rows: "every fifth cell" }));
  console.log(`${network.raster.time.length} spikes of ${network.count} cells in ${network.duration} ms`);
});

// %% [explain 18.2]
// They are not. Every row is a cell, each tick a spike. The lowest rows, beyond 160, are the inhibitory cells. Look for vertical bands: moments at which many cells fire together, with quiet stretches between.

// %% [markdown]
// A single cell does not show it: it joins in one band and sits out the next. The rhythm belongs to the crowd. Count the spikes of all cells in bins of 5 ms:

// %%
const rate = populationRate(network, { bin: 5 });
show(plot.curves({ x: rate.time, y: rate.rate }, { x: ["time", "ms"], y: ["population rate", "Hz"], window: { x: [0, 1500] } }));

// %% [markdown]
// The tallest peak, at 40 ms, is an artefact. All cells start alike, at −65 mV, and so their first spikes come together. It takes a few hundred milliseconds for that to be forgotten. The smaller peaks after it are the network's own.
//
// **Exercise 18.2** (3 points). `network.raster.cell` holds, for each spike, the number of the cell that fired it. Write a function that gives the mean rate per cell, in Hz, of the cells from number `first` up to, but not including, `end`. The `duration` is in ms.

// %% [exercise 18.2]
const rateOf = (cell: ArrayLike<number>, duration: number, first: number, end: number): number => {
  // BEGIN SOLUTION
  const spikes = Array.from(cell).filter((k) => k >= first && k < end).length;
  return (1000 * spikes) / (end - first) / duration;
  // STUB
  // return NaN; // Hz
  // END SOLUTION
};

// %% [check 18.2]
check("18.2", rateOf);

// %% [markdown]
// **Before you run the cell:** which cells fire faster, the excitatory or the inhibitory ones?

// %%
const fired = network.raster.cell;
const rates = [rateOf(fired, 6000, 0, 800), rateOf(fired, 6000, 800, 1000)];
console.log(`excitatory: ${rates[0].toFixed(1)} Hz, inhibitory: ${rates[1].toFixed(1)} Hz`);

// %% [solution 18.2]
// Spikes, divided by cells, divided by seconds. It is 7.4 Hz for the excitatory and 6.7 Hz for the inhibitory cells. Their rates hardly differ; their numbers and their weights do.

// %% [markdown]
// ## 18.3 Which rhythm, and why? (27 min)
//
// The eye finds patterns everywhere. So measure. How much of the activity goes up and down at each frequency, compared with as many independent Poisson cells? For those the answer is 1 on average, at every frequency.
//
// The first second is left out, and the next five are averaged: a single second has chance peaks of its own.

// %%
const frequencies = Array.from({ length: 60 }, (_, k) => k + 3);
const settled = { from: 1000, window: 1000 }; // ms
const power = rhythm(network, frequencies, settled);
const axes = { x: ["frequency", "Hz"], y: ["power over independent cells", "1"], log: "y" } as const;
show(plot.curves({ x: frequencies, y: power, style: "points and line" }, axes));

// %% [markdown]
// Two rhythms. One has a peak at 8 Hz, 136 times as high as chance. The other is weaker and broader, around 30 Hz. In the brain such bands are called *alpha* (8 to 12 Hz) and *gamma* (30 to 80 Hz). In this network they take turns: now one is stronger, now the other.
//
// The next figure runs a smaller network, 300 cells with weights made larger to match, for 600 ms at each move. **Before you move the sliders:** will the rhythm be weaker or stronger if the cells are (a) uncoupled: *coupling* 0, (b) coupled half as strongly: 0.5, (c) coupled, but without *inhibition*?

// %% [predict 18.3]
// ✎ your prediction: without inhibition, "weaker" or "stronger"
predict("18.3", "", () => {
  networkRaster();
});

// %% [explain 18.3]
// (a) Nothing is left: for nine seeds in ten the strongest of forty frequencies comes to 2.6 to 6.6 times chance, which is what chance alone can do. (b) Little is left, mostly 7 to 28 times chance. (c) Surprise: without inhibition the rhythm is *stronger* than ever. The cells drive each other to some 90 spikes per second each, in bursts, all together. That
// is less like a brain at work than like a seizure.

// %% [markdown]
// Excitation alone is enough to gather the cells. What, then, is inhibition for? **Before you run the cell:** it compares the whole network without inhibition, with the inhibition as published, and with twice as much. Sketch the three curves.

// %% [predict 18.4]
const none = corticalNetwork(izhikevich, { inhibition: 0, duration: 2000 });
const twice = corticalNetwork(izhikevich, { inhibition: 2, duration: 4000 });
const spectra = [none, network, twice].map((run) => ({ x: frequencies, y: rhythm(run, frequencies, settled) }));
// ✎ your prediction: with twice the inhibition, "a slower rhythm", "a faster rhythm" or "none"
predict("18.4", "", () => {
  show(plot.curves({ "no inhibition": spectra[0], "as published": spectra[1], "twice": spectra[2] }, axes));
});

// %% [explain 18.4]
// Without inhibition the power at 9 Hz is some 70 000 times chance. With the published inhibition the highest peak is 500 times lower, and the crowd wavers between the slow rhythm and a faster one. With twice as much, the slow rhythm has all but gone, and one rhythm near 40 Hz is left.
// **Excitation gathers the cells; inhibition breaks up the slow, violent rhythm and makes a fast, gentle one.**

// %% [markdown]
// Look closer at the fast one. Count the spikes of excitatory and of inhibitory cells apart, millisecond by millisecond.
//
// **Before you run the cell:** which of the two curves will run ahead of the other?

// %% [predict 18.5]
const perMs = (run: typeof network, from: number, end: number) => {
  const counts = new Float64Array(run.duration + 1);
  run.raster.time.forEach((t, k) => {
    if (run.raster.cell[k] >= from && run.raster.cell[k] < end) counts[Math.round(t)] += 1000 / (end - from);
  });
  return counts;
};
const [excited, inhibited] = [perMs(twice, 0, 800), perMs(twice, 800, 1000)];
const stretch = Float64Array.from({ length: 150 }, (_, k) => 1500 + k);
const part = (counts: Float64Array) => ({ x: stretch, y: counts.slice(1500, 1650) });
// ✎ your prediction: "excitatory", "inhibitory" or "neither"
predict("18.5", "", () => {
  show(plot.curves({ "excitatory": part(excited), "inhibitory": part(inhibited) },
    { x: ["time", "ms"], y: ["rate per cell", "Hz"] }));
});

// %% [explain 18.5]
// The excitatory cells lead, and the inhibitory ones follow a moment later.

// %% [markdown]
// No eye can say by how much one lags behind the other. Shift one curve along the other, millisecond by millisecond, and ask each time how well they match: multiply the two, value by value, and add up. The shift with the largest sum is the **lag**.
//
// **Exercise 18.3** (3 points). Write the lag: by how many places must the list `later` be moved to the left to match the list `earlier` best? Try the shifts 0 to `most`. Entries that have no partner do not count. (Subtract each list's mean first, or the tallest list wins.)

// %% [exercise 18.3]
const lagOf = (earlier: ArrayLike<number>, later: ArrayLike<number>, most: number): number => {
  // BEGIN SOLUTION
  const aboveMean = (list: ArrayLike<number>): number[] => {
    const values = Array.from(list);
    const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
    return values.map((x) => x - mean);
  };
  const a = aboveMean(earlier);
  const b = aboveMean(later);
  const match = (shift: number) => a.reduce((sum, x, k) => sum + x * (b[k + shift] ?? 0), 0);
  const matches = Array.from({ length: most + 1 }, (_, shift) => match(shift));
  return matches.indexOf(Math.max(...matches));
  // STUB
  // return NaN; // places, which are ms here
  // END SOLUTION
};

// %% [check 18.3]
check("18.3", lagOf);

// %%
const settledPart = (counts: Float64Array) => counts.slice(1000);
console.log(`inhibitory cells follow ${lagOf(settledPart(excited), settledPart(inhibited), 15)} ms behind`);

// %% [solution 18.3]
// Two milliseconds, and one to three whatever the seed. Excitatory cells fire, the inhibitory ones fire because of them, and a moment later silence everybody for some 20 ms. Then the next round begins. Change the seed and see what stays: the rhythm lies between 36 and 50 Hz, and never in exactly the same place, but the order of the two is always the same. Many believe that the gamma rhythms of the brain arise in this way.

// %% [markdown]
// **Exercise 18.4** (2 points). *Find the mistakes.* The next cell shows five sentences, in an order and a wording that are yours alone. Which of them are wrong? Give a list of their letters, such as `["a", "d"]`.

// %%
const sentences = statements("18.4");

// %% [exercise 18.4]
// BEGIN SOLUTION
const wrongOnes: string[] = Object.keys(sentences).filter((letter) =>
  /^Since|each cell fires|has no rhythm|of its own, as|proves/.test(sentences[letter]));
// STUB
// const wrongOnes: string[] = []; // letters of the wrong sentences
// END SOLUTION

// %% [check 18.4]
check("18.4", wrongOnes);

// %% [solution 18.4]
// Coupling makes the spikes depend on each other. With twice the inhibition a cell fires six times a second, and the crowd keeps a rhythm of some 40 Hz: a cell takes part in one band of
// seven or so. The rhythm is strongest without inhibition. A synapse here is one number, added for one step. And the uncoupled network has peaks, too: ask how high they are against chance,
// and whether they stay in the next seconds.

// %% [markdown]
// ## 18.4 What next (6 min)
//
// You can build a neuron from channels, find out by which bifurcation it begins to fire, and put a thousand of them together. From here the field goes many ways.
//
// To read:
//
// - Izhikevich (2007) *Dynamical Systems in Neuroscience*: the geometry of this course, in full. Bursting is in chapter 9.
// - Ermentrout and Terman (2010) *Mathematical Foundations of Neuroscience*: the same ground for mathematicians, and networks.
// - Börgers (2017) *An Introduction to Modeling Neuronal Dynamics*: short chapters with programs; the rhythm of Section 18.3 at length.
// - Dayan and Abbott (2001) *Theoretical Neuroscience*: synapses (chapter 5), networks (7), plasticity (8).
// - Gerstner and colleagues (2014) *Neuronal Dynamics*, [free to read](https://neuronaldynamics.epfl.ch): populations in part III.
// - Sterratt and colleagues (2011) *Principles of Computational Modelling in Neuroscience*: how to build and fit detailed models.
// - Strogatz *Nonlinear Dynamics and Chaos*: bifurcations, from lasers to insects.
//
// To get data and models:
//
// - [Allen Cell Types Database](https://celltypes.brain-map.org): recordings, shapes and fitted models of cortical neurons, of mouse and human.
// - [NeuroMorpho.Org](https://neuromorpho.org): shapes of neurons, reconstructed, of many species.
// - [NeuroElectro](https://neuroelectro.org): resting potentials, input resistances and the like, collected from papers by cell type.
// - [ModelDB](https://modeldb.science): the programs of well over a thousand published models. Find a paper, run its figure.
// - [Open Source Brain](https://www.opensourcebrain.org): models in NeuroML, to look at and run in the browser.
// - [DANDI](https://dandiarchive.org) and [CRCNS](https://crcns.org): recordings from living brains, spikes included.
//
// To simulate larger things: [NEURON](https://nrn.readthedocs.io) for dendrites, [Brian](https://briansimulator.org) for equations of your own, [NEST](https://www.nest-simulator.org) for large networks. `toBrian2` and `toNeuroML` write the models of this course for others to run.
//
// ## What this network cannot do
//
// - It has no space: everybody is joined to everybody, without delay.
// - Its synapses are pushes of current for 1 ms. Real ones change a conductance, for several ms, and tire or grow with use ([20. Synapses and plasticity](20-synapses-and-plasticity.ipynb)).
// - It is stepped at 1 ms, as published: a coarse method, in the sense of [13. The simple model](13-the-simple-model.ipynb).
// - It computes nothing: no signal comes in, and nobody reads what comes out.
//
// ## Summary
//
// - 800 excitatory and 200 inhibitory cells, all to all, weights up to 0.5 and −1, independent noise: 7.3 Hz per cell.
// - Two common rhythms: near 8 Hz, and a broader one around 30 Hz (seed 1, seconds 1 to 6).
// - Uncoupled: no rhythm. Without inhibition: the strongest rhythm of all, at 9 Hz, with some 90 spikes per second and cell. Twice the inhibition: one rhythm, between 36 and 50 Hz, in which inhibitory cells lag by 1 to 3 ms.
// - A raster shows bands to the eye; the power over independent cells, averaged over windows, says whether they are real.
// - The start of a simulation is no part of the answer: leave it out.
//
// ## References
//
// - E. M. Izhikevich (2003) *IEEE Trans. Neural Netw.* 14:1569: this network, on one page of code.
// - M. A. Whittington, R. D. Traub, J. G. R. Jefferys (1995) *Nature* 373:612: inhibitory cells set the pace of a 40 Hz rhythm, in slices of brain.
// - X.-J. Wang (2010) *Physiol. Rev.* 90:1195: rhythms of the cortex, where they come from and what they may be for.
