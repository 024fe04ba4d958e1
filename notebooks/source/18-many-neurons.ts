// %% [markdown]
// # 18. Many neurons
//
// **One idea:** put a thousand simple neurons together, and something appears that none of them has alone: rhythm, or a noise that nobody made.
// Which of the two you get is settled between excitation and inhibition.
//
// | afterwards you can | section | minutes |
// |---|---|---|
// | say what a synapse does to its target, in this model | 18.1 A thousand neighbours | 14 |
// | read a raster and a population rate | 18.2 A raster | 18 |
// | test whether a rhythm is real, and say what inhibition does to it | 18.3 Which rhythm, and why? | 27 |
// | say what balances a network, and know its four states by sight | 18.4 Balance | 32 |
// | see the same rhythm in a phase plane, with two equations for two crowds | 18.5 Two crowds in a plane | 22 |
// | choose what to read and where to find data | 18.6 What next | 4 |
//
// **Prerequisites:** [2. Spike trains](02-spike-trains.ipynb), [5. Bifurcations](05-bifurcations.ipynb), [12. Integrate and fire](12-integrate-and-fire.ipynb), [13. The simple model](13-the-simple-model.ipynb). About 117 min with exercises.
// All activity is simulated; nothing here is measured data.

// %%
import { balancedNetwork, check, coefficientOfVariation, constant, corticalNetwork, equations, explore, izhikevich, networkRaster, plot, populationRate, predict, rhythm, setup, show, simulate, statements, student, variant, wilsonCowan } from "nullcline";
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
// How strong is one such push? The figure holds a single regular spiking cell, at rest. Choose *pulses*, set their width to 1 ms, and find the smallest $I$ with which a pulse fires the cell. **Before you look for it:** an excitatory weight is 0.25 on average. How many of the 800 neighbours must fire in the same millisecond: 2, 20, or more than 50?

// %% [predict 18.1]
// ✎ your prediction: "2", "20" or "more than 50"
predict("18.1", "", () => {
  explore(izhikevich, { duration: 100 });
});

// %% [explain 18.1]
// More than 50. It takes an $I$ of 17{> thresholdCurrent(izhikevich, { width: 1 })} on the slider, or 16.73{> thresholdCurrent(izhikevich, { width: 1 })} if you type it, which is 67{= thresholdCurrent(izhikevich, { width: 1 }) / 0.25} neighbours at once. One neighbour alone is hardly ever heard. In the network the noise keeps a cell closer to its threshold than rest is, and fewer will do.

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
// In the network of this notebook, with 800 inputs of 0.25 against 200 of −0.5, it is two{= 800 * 0.25 / (200 * 0.5)} to one. You would expect such a network to run away. Section 18.3 shows what holds it back.

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
// They are not. Every row is a cell, each tick a spike. The lowest rows, beyond 160{= 200 * 800 / 1000}, are the inhibitory cells. Look for vertical bands: moments at which many cells fire together, with quiet stretches between.

// %% [markdown]
// A single cell does not show it: it joins in one band and sits out the next. The rhythm belongs to the crowd. Count the spikes of all cells in bins of 5 ms:

// %%
const rate = populationRate(network, { bin: 5 });
show(plot.curves({ x: rate.time, y: rate.rate }, { x: ["time", "ms"], y: ["population rate", "Hz"], window: { x: [0, 1500] } }));

// %% [markdown]
// The tallest peak, just before 40{> rate.time[rate.rate.indexOf(Math.max(...rate.rate))]} ms, is an artefact: all cells start alike, at −65 mV, and so their first spikes come together. It takes a few hundred milliseconds for that to be forgotten. The smaller peaks after it are the network's own.
//
// **Exercise 18.2** (3 points). *Build.* `network.raster.cell` holds, for each spike, the number of the cell that fired it. Write a function that gives the mean rate per cell, in Hz, of the cells from number `first` up to, but not including, `end`. The `duration` is in ms.

// %% [exercise 18.2]
const rateOf = (cell: Int32Array | number[], duration: number, first: number, end: number): number => {
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

// %% [predict 18.3]
const fired = network.raster.cell;
const rates = [rateOf(fired, 6000, 0, 800), rateOf(fired, 6000, 800, 1000)];
// ✎ your prediction: "the excitatory ones", "the inhibitory ones" or "both about alike"
predict("18.3", "", () => {
  console.log(`excitatory: ${rates[0].toFixed(1)} Hz, inhibitory: ${rates[1].toFixed(1)} Hz`);
});

// %% [explain 18.3]
// Both about alike: 7.4{= rates[0]} Hz and 6.7{= rates[1]} Hz. Their rates hardly differ; their numbers and their weights do.

// %% [solution 18.2]
// Spikes, divided by cells, divided by seconds. A cell that has never fired counts as well: divide by all cells of the range, not by those that occur in the list.

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
// Two rhythms. One has a peak at 8{= frequencies[power.indexOf(Math.max(...power))]} Hz, 136{= Math.max(...power)} times as high as chance. The other is weaker and broader, around 30 Hz. In the brain such bands are called *alpha* (8 to 12 Hz) and *gamma* (30 Hz and more). In this network they take turns: now one is stronger, now the other.
//
// The next figure runs a smaller network, 300{= 240 + 60} cells with weights made larger to match, for 600 ms at each move. **Before you move the sliders:** will the rhythm be weaker or stronger if the cells are (a) uncoupled: *coupling* 0, (b) coupled half as strongly: 0.5, (c) coupled, but without *inhibition*?

// %% [predict 18.4]
// ✎ your prediction: without inhibition, "weaker" or "stronger"
predict("18.4", "", () => {
  networkRaster();
});

// %% [explain 18.4]
// (a) Nothing is left. The strongest of forty frequencies reaches 2.6{= ofSeeds(0, 0.05)} to 6.6{= ofSeeds(0, 0.95)} times chance for nine seeds in ten, and chance alone reaches as much. (b) Little is left, mostly 7{= ofSeeds(0.5, 0.05)} to 28{= ofSeeds(0.5, 0.95)} times chance. (c) A surprise: without inhibition the rhythm is *stronger* than ever. The cells drive each other to some 90{~ unrestrained(600)} spikes per second each, in bursts, all together. That
// is less like a brain at work than like a seizure.

// %% [markdown]
// Excitation alone is enough to gather the cells. What, then, is inhibition for? **Before you run the cell:** it compares the whole network without inhibition, with the inhibition as published, and with twice as much. Sketch the three curves.

// %% [predict 18.5]
const none = corticalNetwork(izhikevich, { inhibition: 0, duration: 2000 });
const twice = corticalNetwork(izhikevich, { inhibition: 2, duration: 4000 });
const spectra = [none, network, twice].map((run) => ({ x: frequencies, y: rhythm(run, frequencies, settled) }));
// ✎ your prediction: with twice the inhibition, "a slower rhythm", "a faster rhythm" or "none"
predict("18.5", "", () => {
  show(plot.curves({ "no inhibition": spectra[0], "as published": spectra[1], "twice": spectra[2] }, axes));
});

// %% [explain 18.5]
// Without inhibition the power at 9{= loudest(spectra[0])} Hz is some 70 000{~ Math.max(...spectra[0].y)} times chance. With the published inhibition the highest peak is 500{~ Math.max(...spectra[0].y) / Math.max(...power)} times lower, and the crowd wavers between the slow rhythm and a faster one. With twice as much, the slow rhythm has all but gone, and one rhythm near 40{~ loudest(spectra[2])} Hz is left.
// **Excitation gathers the cells; inhibition breaks up the slow, violent rhythm and makes a fast, gentle one.**

// %% [markdown]
// Look closer at the fast one. Count the spikes of the excitatory cells and those of the inhibitory cells separately, millisecond by millisecond.
//
// **Before you run the cell:** which of the two curves will run ahead of the other?

// %% [predict 18.6]
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
predict("18.6", "", () => {
  show(plot.curves({ "excitatory": part(excited), "inhibitory": part(inhibited) },
    { x: ["time", "ms"], y: ["rate per cell", "Hz"] }));
});

// %% [explain 18.6]
// The excitatory cells lead, and the inhibitory ones follow a moment later.

// %% [markdown]
// By how much? No eye can tell. Shift one curve along the other, millisecond by millisecond, and ask each time how well they match: multiply the two, value by value, and add up. The shift with the largest sum is the **lag**.
//
// **Exercise 18.3** (3 points). *Build.* Write the lag: by how many places must the list `later` be moved to the left to match the list `earlier` best? Try the shifts 0 to `most`. Entries that have no partner do not count. (Subtract each list's mean first. Otherwise the shift with the most pairs wins, which is 0.)

// %% [exercise 18.3]
const lagOf = (earlier: Float64Array | number[], later: Float64Array | number[], most: number): number => {
  // BEGIN SOLUTION
  const aboveMean = (list: Float64Array | number[]): number[] => {
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
// Two{= lagOf(settledPart(excited), settledPart(inhibited), 15)} milliseconds, and one to three whatever the seed. Excitatory cells fire, the inhibitory ones fire because of them, and a moment later silence everybody for some 20 ms. Then the next round begins. Change the seed and see what stays: the rhythm lies between 36{= slowestOf(20, frequencies)} and 50{= fastestOf(20, frequencies)} Hz, and never in exactly the same place, but the order of the two is always the same. Many believe that the gamma rhythms of the brain arise in this way.

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
// Coupling makes the spikes depend on each other. With twice the inhibition a cell fires six{= twice.raster.time.length / twice.count / 4} times a second, and the crowd keeps a rhythm of some 40{~ loudest(spectra[2])} Hz: a cell takes part in one band of
// seven{= loudest(spectra[2]) / (twice.raster.time.length / twice.count / 4)} or so. The rhythm is strongest without inhibition. A synapse here is one number, added for one step. And the uncoupled network has peaks, too: ask how high they are against chance,
// and whether they stay in the next seconds.

// %% [markdown]
// ## 18.4 Balance (32 min)
//
// A cell of the cortex listens to thousands of others and yet fires seldom, and as if by chance. How can that be? Add up so many inputs, and chance should average out.
//
// Nicolas Brunel answered in 2000 with the plainest network there is: leaky integrate-and-fire cells, four excitatory for each inhibitory one, joined at random. A spike reaches its targets after a **delay** of 1.5 ms, the time that it takes along the axon. There it makes $V$ jump, by $J = 0.1$ mV if it excites and by $-gJ$ if it inhibits. Each cell has $C = 1000$ excitatory inputs and 250{= 1000 / 4} inhibitory ones. A thousand more excitatory inputs come from outside the network, each a Poisson train; what they bring is the *drive*. At a drive of 1 these alone would hold the mean potential just at the threshold, 20 mV above rest.
//
// First do the sum. If every cell fires at a rate $\nu$, the inputs of one cell pull its potential towards
//
// $$\mu = 20\,\mathrm{mV}\cdot\mathrm{drive} + C J \tau\,\nu\,(1 - g/4), \qquad \tau = 20\ \mathrm{ms}.$$
//
// The 4 is there because inhibitory cells are four times fewer. Excitation and inhibition balance at $g = 4$.
//
// **Exercise 18.5** (2 points). Write $\mu$ in mV, for `g`, the `drive` and the `rate` in Hz.

// %% [exercise 18.5]
const meanInput = (g: number, drive: number, rate: number): number => {
  // BEGIN SOLUTION
  const [C, J, tau] = [1000, 0.1, 20]; // inputs, mV, ms
  return 20 * drive + C * J * tau * (rate / 1000) * (1 - g / 4);
  // STUB
  // return NaN; // mV
  // END SOLUTION
};

// %% [check 18.5]
check("18.5", meanInput);

// %% [solution 18.5]
// The rate is in Hz and $\tau$ in ms, so one of them has to be divided by 1000.

// %% [markdown]
// `balancedNetwork` runs Brunel's network. His had 12 500{@ Brunel 2000} cells. Here it has 5000{= 4000 * 5 / 4}, so that a run takes about a second. Each cell still has all of its 1250{= 1000 + 250} inputs; only the crowd from which they are drawn is smaller. So any two cells share more of their inputs, and the crowd wavers more than his did.
//
// The next cell runs four networks: strong excitation ($g = 3$); inhibition a little stronger ($g = 5$); both inhibition and drive strong ($g = 6$, drive 4); and a drive below 1, which cannot fire a cell by itself. **Before you run it:** in which of them do single cells fire irregularly?

// %% [predict 18.7]
const size = { excitatory: 4000, probability: 0.25 };
const states = {
  "g 3, drive 2": balancedNetwork({ ...size, g: 3, drive: 2, duration: 100 }),
  "g 5, drive 2": balancedNetwork({ ...size, g: 5, drive: 2, duration: 300 }),
  "g 6, drive 4": balancedNetwork({ ...size, g: 6, drive: 4, duration: 300 }),
  "g 4.5, drive 0.9": balancedNetwork({ ...size, g: 4.5, drive: 0.9, duration: 500 }),
};
const meanOf = (list: number[]) => list.reduce((sum, x) => sum + x, 0) / list.length;
// ✎ your prediction: "in none", "only without a common rhythm" or "in all but the first"
predict("18.7", "", () => {
  for (const [title, run] of Object.entries(states)) {
    const from = run.duration < 200 ? 50 : 100; // ms: the start is forgotten
    const trains = Array.from({ length: 100 }, (_, k) => run.spikesOf(50 * k).filter((t) => t > from));
    show(plot.raster(trains, { title, height: 230, rows: "every fiftieth cell" }));
    const rate = run.raster.time.filter((t) => t > from).length / run.count / (run.duration - from);
    const irregular = meanOf(trains.map(coefficientOfVariation).filter((cv) => !Number.isNaN(cv)));
    console.log(`${title}: ${(1000 * rate).toFixed(0)} Hz per cell, CV ${irregular.toFixed(1)}`);
  }
});

// %% [explain 18.7]
// In all but the first. These are Brunel's four states.
//
// - **Synchronous and regular** ($g = 3$). Excitation wins. All cells fire together, every 3{= 1000 / settledRate(states["g 3, drive 2"])} ms, which is 330{~ settledRate(states["g 3, drive 2"])} Hz: nearly as fast as their refractory period lets them.
// - **Asynchronous and irregular** ($g = 5$). Each cell fires at 37{= settledRate(states["g 5, drive 2"])} Hz, at moments of its own, and the crowd has no rhythm that lasts. This is the state most like a cortex that is awake.
// - **Synchronous and irregular, fast** ($g = 6$, drive 4). The crowd beats at some 180{= beat(states["g 6, drive 4"])} Hz, while each cell fires at 60{= settledRate(states["g 6, drive 4"])} Hz, irregularly: it takes part in one beat of three{= beat(states["g 6, drive 4"]) / settledRate(states["g 6, drive 4"])}.
// - **Synchronous and irregular, slow** ($g = 4.5$, drive 0.9). Some 20{~ slowBeat()} volleys a second; between them silence. A cell joins one volley in four{= slowBeat() / settledRate(states["g 4.5, drive 0.9"])}, and fires at 5{= settledRate(states["g 4.5, drive 0.9"])} Hz.
//
// How irregular is irregular? A clock has a CV of 0, a Poisson train of 1. The asynchronous cells stand half-way, at 0.4{= irregularity(states["g 5, drive 2"])}: as you will see, their mean input is just above the threshold, and does a part of the work. In the fast state it is 1.0{= irregularity(states["g 6, drive 4"])}. The 0.5{= irregularity(states["g 4.5, drive 0.9"])} of the slow state says little, for few of its cells have three spikes in 400 ms, and a CV of two intervals mostly comes out too low. In four seconds it comes to 0.7{= slowIrregularity()}.

// %% [markdown]
// Why irregular? Put the rates into your sum.

// %%
for (const [g, drive, rate] of [[3, 2, 330], [5, 2, 37], [6, 4, 60], [4.5, 0.9, 5]])
  console.log(`g ${g}, drive ${drive}: ${meanInput(g, drive, rate).toFixed(0)} mV on average; the threshold is at 20 mV`);

// %% [markdown]
// At $g = 5$ excitation alone would pull a cell to 114{= 20 * 2 + 2 * 37} mV, nearly six{> (20 * 2 + 2 * 37) / 19} times its threshold. Inhibition takes 93{= 2 * 37 * 5 / 4} mV of it away. What is left is 22{= meanInput(5, 2, 37)} mV: just about the threshold. The network has brought itself there. If it fired more, inhibition would grow faster than excitation and quieten it; if less, the drive would wake it. Near threshold a mean decides nothing. A spike comes when chance brings a few excitatory inputs more, or a few inhibitory ones fewer: **where the means cancel, the fluctuations fire the cell.** And those fluctuations are made by the other cells' irregular spikes. No clock is needed, and no noise beyond that of the drive.
//
// With $g = 3$ the mean is at 205{= meanInput(3, 2, 330)} mV. Chance has no say, and the cell is a clock.
//
// The next figure runs a thousand such cells. Find the synchronous regular state and the asynchronous one by $g$ alone. Then set $g$ to 6 and the drive to 4, and raise the *decay*: until now an inhibitory spike did its work at once, but real inhibitory currents last for 5 to 10 ms.

// %%
networkRaster("balanced");

// %% [markdown]
// Inhibition that lasts makes the rhythm slow and violent: a volley, then silence until inhibition has worn off. **A rhythm is as slow as the inhibition that ends each of its beats.**
//
// In the fast state nothing lasts but the delay: 1.5 ms from a spike to its effect. **Before you run the cell:** twice the delay. What becomes of the rhythm of 180 Hz?

// %% [predict 18.8]
const tens = Array.from({ length: 30 }, (_, k) => 10 * (k + 1)); // Hz
const later = balancedNetwork({ ...size, g: 6, drive: 4, delay: 3, duration: 300 });
const inWindows = { from: 100, window: 100 }; // ms
// ✎ your prediction: "slower", "as fast" or "faster"
predict("18.8", "", () => {
  show(plot.curves({
    "1.5 ms": { x: tens, y: rhythm(states["g 6, drive 4"], tens, inWindows) },
    "3 ms": { x: tens, y: rhythm(later, tens, inWindows) },
  }, axes));
});

// %% [explain 18.8]
// Slower: 100{= beat(later)} Hz instead of 180{= beat(states["g 6, drive 4"])}. A surplus of spikes returns as inhibition one delay later, and the lull that this makes is felt one delay after that. Once up and down takes 3{< 1000 / beat(later) / 3} to 4{> 1000 / beat(states["g 6, drive 4"]) / 1.5} delays. Each cell fires as often as before, at 60{= settledRate(later)} Hz.

// %% [markdown]
// **Exercise 18.6** (2 points). *Measure.* Run `balancedNetwork` with `excitatory: 400`, `probability: 0.25`, `duration: 400`, and the `g`, `drive` and `seed` of `variant("18.6")`. How irregular is it? From 100 ms on, take the CV of each cell's intervals, and give the mean over all 500 cells that have one: two intervals or more. Hand over the number as it is computed, not rounded.

// %%
const own = variant("18.6");
console.log(`g ${own.g}, drive ${own.drive}, seed ${own.seed}`);

// %% [exercise 18.6]
// BEGIN SOLUTION
const ownRun = balancedNetwork({ excitatory: 400, probability: 0.25, duration: 400, g: own.g, drive: own.drive, seed: own.seed });
const ownTrains = Array.from({ length: 500 }, (_, k) => ownRun.spikesOf(k).filter((t) => t >= 100));
const irregularity = meanOf(ownTrains.map(coefficientOfVariation).filter((cv) => !Number.isNaN(cv)));
// STUB
// const irregularity = NaN;
// END SOLUTION

// %% [check 18.6]
check("18.6", irregularity);

// %% [solution 18.6]
// A CV near 1, like that of a Poisson train, though no dice were thrown within the network. It is higher than in the network of 5000, because each cell has 100 strong excitatory inputs here instead of 1000 weak ones: fewer and larger jumps leave more to chance.

// %% [markdown]
// ## 18.5 Two crowds in a plane (22 min)
//
// We ran five thousand cells, and yet all that we said was about two crowds: excitation starts a beat, inhibition follows and ends it. Then two variables should do. Hugh Wilson and Jack Cowan wrote them down in 1972: $E$ and $I$ are the parts of the excitatory and of the inhibitory cells that are active.

// %%
equations(wilsonCowan);

// %% [markdown]
// Read the first line. Activity dies away with the time constant $\tau_e$. It grows with the cells that are still free, $1 - E$, and with $S_E$, the part of them that their input fires. That input is excitation from one's own crowd, $c_1 E$, minus inhibition, $c_2 I$, plus what comes from outside, $P$. The sigmoid $S$ is shifted so that without input there is no activity.
//
// **Exercise 18.7** (2 points). *Build.* `share` is given. Write one step of Euler's method for both: from `E` and `I` at the input `P` to a list of the two values `dt` ms later. Use $c_1 = 16$, $c_2 = 12$, $c_3 = 15$, $c_4 = 3$, $Q = 0$ and time constants of 8 ms; $a$ and $\theta$ are 1.3 and 4 for excitatory, 2 and 3.7 for inhibitory cells.

// %%
const share = (x: number, a: number, theta: number) => 1 / (1 + Math.exp(-a * (x - theta))) - 1 / (1 + Math.exp(a * theta));

// %% [exercise 18.7]
const crowdsAfter = (E: number, I: number, P: number, dt: number): number[] => {
  // BEGIN SOLUTION
  const [SE, SI] = [share(16 * E - 12 * I + P, 1.3, 4), share(15 * E - 3 * I, 2, 3.7)];
  return [E + (dt / 8) * (-E + (1 - E) * SE), I + (dt / 8) * (-I + (1 - I) * SI)];
  // STUB
  // return [NaN, NaN]; // E and I
  // END SOLUTION
};

// %% [check 18.7]
check("18.7", crowdsAfter);

// %% [solution 18.7]
// Both velocities are taken at the old $E$ and $I$. Whoever puts the new $E$ into the second has another method, and another result.

// %%
const crowd = { x: [0], y: [0.05] };
for (let t = 0, E = 0.05, I = 0.05; t < 200; t += 0.1) {
  [E, I] = crowdsAfter(E, I, 1.25, 0.1);
  crowd.x.push(t + 0.1);
  crowd.y.push(E);
}
const exact = simulate(wilsonCowan, { duration: 200 });
show(plot.curves({ "your steps": crowd, "the model": { x: exact.time, y: exact.states.E } },
  { x: ["time", "ms"], y: ["E", "1"] }));

// %% [markdown]
// With steps of 0.1 ms your crowds beat every 43{= beatBySteps(crowdsAfter, 0.1)} ms, the model every 40{= limitCycles(wilsonCowan)[0].period}. Each straight step leads a little outward, as in [3. Flows on a line](03-flows-on-a-line.ipynb), and a wider swing takes longer. With steps of 0.01 ms you come to 40.3{= beatBySteps(crowdsAfter, 0.01)} ms.
//
// A rhythm of 25{= 1000 / limitCycles(wilsonCowan)[0].period} Hz, from two equations without noise and without delay. You know where to look for the reason: in the phase plane.

// %%
explore(wilsonCowan, { duration: 200, stimulus: constant(0), sliders: ["P", "tauI", "c2"] });

// %% [markdown]
// Take the blue nullcline first. Its middle branch rises: there excitation breeds more excitation. To the right of it $E$ runs up. Inhibition, whose nullcline is green, is slow to follow; when it does, $E$ falls, then $I$, and all begins anew. The only equilibrium, where the curves cross, is an unstable focus on the middle branch. Around it runs a limit cycle of 40{= limitCycles(wilsonCowan)[0].period} ms. $I$ has its peak 3{= behind()} ms after $E$: inhibitory cells follow, as they did in Section 18.3.
//
// **Before you move the slider:** more drive, $P$ from 1.25 to 1.5 and on to 1.8. What becomes of the rhythm?

// %% [predict 18.9]
// ✎ your prediction: "slower", "as fast" or "faster"
predict("18.9", "", () => {
  const drives = [1.25, 1.5, 1.8];
  const curveAt = (P: number) => {
    const run = simulate(wilsonCowan.with({ P }), { duration: 200 });
    return { x: run.time, y: run.states.E };
  };
  show(plot.curves(Object.fromEntries(drives.map((P) => [`P = ${P}`, curveAt(P)])), { x: ["time", "ms"], y: ["E", "1"] }));
});

// %% [explain 18.9]
// Faster: its period is 40{= limitCycles(wilsonCowan)[0].period} ms, then 27{= limitCycles(wilsonCowan.with({ P: 1.5 }))[0].period}, then 20{= limitCycles(wilsonCowan.with({ P: 1.8 }))[0].period}. At $P = 1.91{= endOfTheRhythm()}$ the focus becomes stable by an Andronov-Hopf bifurcation, and the rhythm dies of too much drive. Move `tauI` too: with inhibition of 12 instead of 8 ms a beat lasts 94{= limitCycles(wilsonCowan.with({ tauI: 12 }))[0].period} ms. The network said the same: as slow as the inhibition that ends it. With inhibition of 4 ms there is no rhythm at all, as inhibition comes too soon.

// %% [markdown]
// Two equations cannot say everything. They know means and no fluctuations, so the asynchronous state, in which fluctuations fire the cells, is to them a point at rest. And they have no single cells: nobody in them can fire at 60{= settledRate(states["g 6, drive 4"])} Hz in a rhythm of 180{= beat(states["g 6, drive 4"])} Hz.
//
// **Exercise 18.8** (1 point). *In your own words.* In three sentences or so: why does a loop of excitation and inhibition make a rhythm, and what sets its speed?

// %% [exercise 18.8]
// BEGIN SOLUTION
const explained = "Excitatory cells excite each other, so their activity grows, and it excites the inhibitory cells too. These follow a little later and silence everybody; without excitation inhibition dies away as well, and the next beat can begin. The longer the delay and the time constant of inhibition, the longer a beat lasts.";
// STUB
// const explained = ``; // your text between the two marks, on as many lines as you like
// END SOLUTION

// %% [check 18.8]
check("18.8", explained);

// %% [solution 18.8]
// What matters is that inhibition comes late. At once, it would hold excitation in check; late, it lets excitation overshoot, and then cuts it down too far.

// %% [markdown]
// *Investigate.* To go on with, without points: go back to the two crowds in their plane, and move the drive `P`, the slowness `tauI` of inhibition and its weight `c2`, one at a time. Which of them decides *whether* there is a rhythm, and which only how fast it is? Find a border of the rhythm. Is the swing small just inside, or of full size at once? Say in the words of [5. Bifurcations](05-bifurcations.ipynb) which bifurcation that is.
//
// ## 18.6 What next (4 min)
//
// You can build a neuron from channels, find out by which bifurcation it begins to fire, and put a thousand of them together. From here many roads lead on.
//
// To read:
//
// - Izhikevich (2007) *Dynamical Systems in Neuroscience*: the geometry of this course, in full. Bursting is in chapter 9.
// - Ermentrout and Terman (2010) *Mathematical Foundations of Neuroscience*: the same ground for mathematicians, and networks.
// - Börgers (2017) *An Introduction to Modeling Neuronal Dynamics*: short chapters with programs; the rhythm of Section 18.3 at length.
// - Dayan and Abbott (2001) *Theoretical Neuroscience*, chapters 5, 7 and 8: synapses, networks, plasticity.
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
// ## What these networks cannot do
//
// - They have no space: who is joined to whom does not depend on where they are.
// - Their synapses are pushes of current, or jumps. Real ones change a conductance, for several ms, and tire or grow with use ([20. Synapses and plasticity](20-synapses-and-plasticity.ipynb)).
// - Izhikevich's is stepped at 1 ms, as published: a coarse method, in the sense of [13. The simple model](13-the-simple-model.ipynb).
// - They compute nothing: no signal comes in, and no one reads what comes out.
//
// ## Summary
//
// - 800 excitatory and 200 inhibitory cells, all to all, weights up to 0.5 and −1, independent noise: 7.3{= network.raster.time.length / network.count / 6} Hz per cell.
// - Two common rhythms: near 8{= frequencies[power.indexOf(Math.max(...power))]} Hz, and a broader one around 30 Hz (seed 1, seconds 1 to 6).
// - Uncoupled: no rhythm. Without inhibition: the strongest rhythm of all, at 9{= loudest(spectra[0])} Hz, with 84{= none.raster.time.length / none.count / 2} spikes a second from each cell. Twice the inhibition: one rhythm, between 36{= slowestOf(20, frequencies)} and 50{= fastestOf(20, frequencies)} Hz, in which inhibitory cells lag by 1 to 3 ms.
// - A balanced network (5000 cells of 1000 excitatory and 250 inhibitory inputs, delay 1.5 ms) has four states: synchronous regular (330{~ settledRate(states["g 3, drive 2"])} Hz), asynchronous irregular (37{= settledRate(states["g 5, drive 2"])} Hz), synchronous irregular and fast (a rhythm of 180{= beat(states["g 6, drive 4"])} Hz, cells at 60{= settledRate(states["g 6, drive 4"])} Hz) or slow (some 20{~ slowBeat()} volleys a second, cells at 5{= settledRate(states["g 4.5, drive 0.9"])} Hz).
// - Irregular firing needs no noise but that of the drive: where excitation and inhibition cancel to about the threshold, fluctuations fire the cells.
// - A loop of excitation and late inhibition makes a rhythm; the longer the delay and the decay of inhibition, the slower it is. Wilson and Cowan's two equations show it as a limit cycle: 40{= limitCycles(wilsonCowan)[0].period} ms at P = 1.25.
// - A raster shows bands to the eye; the power over independent cells, averaged over windows, says whether they are real.
// - The start of a simulation is no part of the answer: leave it out.
//
// ## References
//
// - E. M. Izhikevich (2003) *IEEE Trans. Neural Netw.* 14:1569: this network, on one page of code.
// - N. Brunel (2000) *J. Comput. Neurosci.* 8:183: the balanced network and its four states.
// - H. R. Wilson, J. D. Cowan (1972) *Biophys. J.* 12:1: two equations for two crowds.
// - C. van Vreeswijk, H. Sompolinsky (1996) *Science* 274:1724: chaos in networks in which excitation and inhibition balance.
// - M. A. Whittington, R. D. Traub, J. G. R. Jefferys (1995) *Nature* 373:612: inhibitory cells set the pace of a 40 Hz rhythm, in slices of brain.
// - X.-J. Wang (2010) *Physiol. Rev.* 90:1195: rhythms of the cortex, where they come from and what they may be for.
