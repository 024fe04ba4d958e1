// %% [markdown]
// # 2. Spike trains
//
// **One idea:** if all spikes look alike, the message is in *when* they come: a list of times, which we describe with the tools of chance.
//
// | afterwards you can | section | minutes |
// |---|---|---|
// | turn a voltage into a list of times and read off a rate | 2.1 A list of times | 8 |
// | write a train as a function, and say what is wrong with a delta of height 1 | 2.2 An impulse of area one | 12 |
// | make a Poisson train in three ways and predict its counts | 2.3 Spikes that know nothing of each other | 20 |
// | say how small r·dt must be, and what goes wrong if it is not | 2.4 How small is small? | 12 |
// | measure how regular a train is | 2.5 Between the spikes | 15 |
// | estimate a rate that changes, and say how well | 2.6 A rate that moves | 15 |
// | make a neuron as irregular as chance | 2.7 Where the noise comes in | 10 |
//
// **Prerequisites:** what a spike is; mean and standard deviation. No earlier notebook is needed.
// About 90 min with exercises. All trains are simulated; nothing here is measured data.

// %%
import { adaptiveExponential, bernoulliBinError, check, coefficientOfVariation, explore, fanoFactor, interspikeIntervals, kernelRate, leakyIntegrateAndFire, localVariation, neuralResponse, ornsteinUhlenbeck, plot, poissonSpikes, poissonTrain, psth, setup, show, simulate, spikeCountHistogram, student, variant, whiteNoise } from "nullcline";
student("self-study"); // your student id: some numbers below are yours alone
setup();

// %% [markdown]
// ## 2.1 A list of times (8 min)
//
// A spike lasts about a millisecond and looks like the one before. So its shape tells the next neuron nothing. What can differ is the time at which it
// arrives. We keep the times and throw the voltage away.
//
// Here is a simple model neuron with some noise in its input. It gets the same mean current, 180 pA, eight times; the noise differs.
// (How the model works is told in [10. Integrate and fire](10-integrate-and-fire.ipynb). It draws no spikes: it marks their times.)
//
// **Before you run the cell:** will the eight trials have their spikes at the same times? Will they have about the same number?

// %%
const driven = leakyIntegrateAndFire.with({ I: 180 });
const runs = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => simulate(driven,
  { duration: 600, stimulus: whiteNoise(150, seed), method: "eulerMaruyama", dt: 0.1 }));
show(plot.trace(runs[0]));
show(plot.raster(runs.map((run) => run.spikes)));
console.log("first trial, in ms:", Array.from(runs[0].spikes, (t) => t.toFixed(1)).join(", "));

// %% [markdown]
// The times differ from trial to trial, the numbers much less: 11 to 17 spikes. The second figure is a **raster**: one row for each trial, one tick for each spike.
// Cortical neurons, shown the same picture many times, give rasters like this one. They are often more ragged still.
//
// A row is a **spike train**: times $t_1 < t_2 < \dots$ in ms. Its simplest summary is the **firing rate**, spikes per second, in hertz (Hz).
//
// **Exercise 2.1** (1 point). Your own train lasts 1500 ms. What is its firing rate, in Hz?

// %%
const mine = variant("2.1");
const mySpikes = poissonTrain(60, { duration: 1500, seed: mine.seed });
show(plot.raster({ "your train": mySpikes }));
console.log(`${mySpikes.length} spikes`);

// %% [exercise 2.1]
// BEGIN SOLUTION
const rate = mySpikes.length / 1.5;
// STUB
// const rate = NaN; // Hz
// END SOLUTION

// %% [check 2.1]
check("2.1", rate);

// %% [solution 2.1]
// Spikes over seconds. It will be near 60 Hz, the rate from which the train was drawn, but not equal to it: a train is a sample, and its count
// scatters. Section 2.3 says by how much.

// %% [markdown]
// ## 2.2 An impulse of area one (12 min)
//
// A list of times is awkward to do sums with. We would like a *function of time* that holds the train. Think of each spike as an impulse:
// very brief, very high, and with an **area of one**. Add them up and you have the **neural response function**,
//
// $$\rho(t) = \sum_{i} \delta(t - t_i).$$
//
// Area one is the point of it. It makes the integral of $\rho$ count: over any stretch of time, $\int \rho\,dt$ is the number of spikes in it. And since it counts
// spikes per time, the unit of $\rho$ is 1/ms.
//
// The impulse $\delta$ is named after Paul Dirac. No ordinary function does this job. But on a grid of bins of width $dt$ you can come as near as you
// like: give the bin of the spike the value $1/dt$.
//
// **Before you run the cell:** three spikes, in bins of 4, 2 and 1 ms. What happens to the peaks as the bins shrink, and what to the area?

// %%
const three = [12, 31, 43];
const grids = [4, 2, 1].map((dt) => neuralResponse(three, { duration: 60, dt: dt }));
const drawn = grids.map((g) => ({ x: g.time, y: g.rho }));
show(plot.curves({ "dt = 4 ms": drawn[0], "dt = 2 ms": drawn[1], "dt = 1 ms": drawn[2] },
  { x: ["time", "ms"], y: ["ρ", "1/ms"] }));
const areas = grids.map((g, k) => [4, 2, 1][k] * g.rho.reduce((sum, rho) => sum + rho, 0));
console.log("area:", areas.join(", "));

// %% [markdown]
// Half the width, twice the height: 0.25, 0.5, 1 per ms. The area stays at 3, the number of spikes. In the limit the peaks are
// infinitely high and have no width; their areas are still one. That limit is what $\delta$ stands for:
//
// $$\delta(t) = 0 \ \text{ for } t \ne 0, \qquad \int_{-\infty}^{\infty} \delta(t)\,dt = 1.$$
//
// There is another delta, named after Leopold Kronecker, which is 1 where two *whole numbers* are equal and 0 elsewhere. It belongs into sums. Dirac's
// belongs into integrals. On a grid, Dirac's is Kronecker's divided by $dt$.
//
// **Exercise 2.2** (2 points). *Find the mistake.* A text writes $\rho(t) = \sum_i \delta(t - t_i)$ for continuous time and explains: "where δ(t) = 1 if t = 0, and 0 otherwise". With that δ,
// what is the integral of $\rho$ over a train of seven spikes? Answer `"seven"`, `"one"` or `"zero"`.

// %% [exercise 2.2]
// BEGIN SOLUTION
const integral = "zero";
// STUB
// const integral = ""; // "seven", "one" or "zero"
// END SOLUTION

// %% [check 2.2]
check("2.2", integral);

// %% [solution 2.2]
// Height 1 and width 0 make area 0. Seven such lines have area 0 too, so this $\rho$ counts nothing. The text has printed
// Kronecker's delta where Dirac's is needed.

// %% [markdown]
// **Exercise 2.3** (2 points). Write the response on a grid: a list of `bins` values in 1/ms, for spike times in ms and bins of width `dt`. Bin $k$ runs from
// $k\,dt$ up to, but not including, $(k + 1)\,dt$. There may be several spikes in a bin.

// %% [exercise 2.3]
const response = (spikes: ArrayLike<number>, dt: number, bins: number): number[] => {
  // BEGIN SOLUTION
  const rho: number[] = new Array(bins).fill(0);
  for (const t of Array.from(spikes)) rho[Math.floor(t / dt)] += 1 / dt;
  return rho;
  // STUB
  // return []; // one value for each bin
  // END SOLUTION
};

// %% [check 2.3]
check("2.3", response);

// %%
const coarse = response(runs[0].spikes, 50, 12);
show(plot.curves({ x: coarse.map((_, k) => 50 * k), y: coarse },
  { x: ["bin begins at", "ms"], y: ["ρ", "1/ms"] })); // the first trial of 2.1

// %% [solution 2.3]
// Each spike adds `1 / dt` to its bin, with `+=`, so that two spikes count as two. With bins of 50 ms the values are small multiples of 0.02
// per ms: 20, 40 or 60 Hz. A response in wide bins is already an estimate of the rate.

// %% [markdown]
// ## 2.3 Spikes that know nothing of each other (20 min)
//
// What would a train look like that carries a rate and nothing else? Each spike should fall where it likes, whatever the others do. In a very short
// time $dt$ there is a spike with probability $r\,dt$, and that is all. Such a train is called a **Poisson process** with rate $r$.
// If the rate is constant it is *homogeneous*.
//
// There are three ways to make one.
//
// 1. **Bins.** Toss a coin for each bin of width $dt$: draw $U$, evenly spread between 0 and 1, and put a spike there if $U < r\,dt$.
// 2. **Intervals.** Draw the time to the next spike from the density $r e^{-rt}$, go there, and draw again. No bins, no error.
// 3. **Thinning.** Make a train that is too fast, at rate $r_\mathrm{max}$, and keep each spike with probability $r/r_\mathrm{max}$. The rate may then change in time.
//
// **Before you run the cell:** one of four rows is a clock of 20 Hz, the others are Poisson trains of 20 Hz. Do you expect the spikes of those three to be spread
// out evenly, or to bunch?

// %%
const clock = Float64Array.from({ length: 50 }, (_, k) => 25 + 50 * k);
const tossed = poissonTrain(20, { duration: 2500, seed: 21, method: "bins", dt: 1 });
const spaced = poissonTrain(20, { duration: 2500, seed: 22 });
const thinned = poissonTrain(() => 20, { duration: 2500, seed: 23, maximum: 60 });
show(plot.raster({ "clock": clock, "bins": tossed, "intervals": spaced, "thinning": thinned }));

// %% [markdown]
// They bunch, with gaps between. Many people take such clusters for a hidden cause. There is none. A train that knows nothing of its last spike cannot keep
// a distance from it. An even spread would need a memory. You also cannot tell the three recipes apart: they make the same process.
//
// How many spikes fall into a window of length $\Delta t$? On average $r\,\Delta t$. The probability of exactly $n$ is
//
// $$P(n) = \frac{(r\,\Delta t)^n}{n!}\,e^{-r\,\Delta t}.$$
//
// **Exercise 2.4** (3 points). Write it, for a count `n`, a rate `r` in Hz and a window of `T` ms.

// %% [exercise 2.4]
const countProbability = (n: number, r: number, T: number): number => {
  // BEGIN SOLUTION
  let p = Math.exp((-r * T) / 1000);
  for (let k = 1; k <= n; k++) p *= (r * T) / 1000 / k;
  return p;
  // STUB
  // return NaN; // a probability
  // END SOLUTION
};

// %% [check 2.4]
check("2.4", countProbability);

// %%
const long = poissonTrain(20, { duration: 200000, seed: 4 });
const seen = spikeCountHistogram(long, { duration: 200000, window: 100 });
const counted = { x: seen.count, y: seen.probability, style: "points" } as const;
const formula = { x: seen.count, y: seen.count.map((n) => countProbability(n, 20, 100)) };
show(plot.curves({ "2000 windows of 100 ms": counted, "your formula": formula },
  { x: ["spikes in the window", "1"], y: ["probability", "1"] }));

// %% [solution 2.4]
// Only the expected count $r\,\Delta t$ matters. In the loop each factor $m/k$ takes you from $P(k-1)$ to $P(k)$, so no large factorial is needed. Some texts print
// $(rt)^n$ for a window called $\Delta T$: the $t$ in the formula is the length of the window, not the time on the clock.

// %% [markdown]
// At 20 Hz a window of 100 ms expects 2 spikes. It is empty with probability $e^{-2}$ = 0.135, and that is the left-most point.
//
// ## 2.4 How small is small? (12 min)
//
// The coin is a popular recipe because it is one line of code. It is an approximation, though. A Poisson process has at least one spike in the bin with probability
// $1 - e^{-r\,dt}$, and $r\,dt$ is larger than that.
//
// **Before you run the cell:** some texts ask only that $r\,dt < 1$. How large, do you think, is the error at 0.9?

// %%
const chance = Float64Array.from({ length: 90 }, (_, k) => 0.01 * (k + 1));
const excess = chance.map((p) => 100 * bernoulliBinError(1000 * p, { dt: 1 })); // 1000 p Hz in bins of 1 ms
show(plot.curves({ x: chance, y: excess }, { x: ["r dt", "1"], y: ["error of r dt", "%"] }));
for (const p of [0.01, 0.05, 0.1, 0.5, 0.9]) {
  console.log(`r dt = ${p}: ${(100 * bernoulliBinError(1000 * p, { dt: 1 })).toFixed(1)} %`);
}

// %% [markdown]
// 52 % at 0.9. For small $r\,dt$ the error is about half of it: 2.5 % at 0.05. The rule of this course is $r\,dt \le 0.05$.
// A better rule is not to use bins at all, for the exponential intervals are exact and faster.
//
// **Exercise 2.5** (2 points). By how many percent does *your* $r\,dt$ exceed the probability that a Poisson process has at least one spike in the bin?

// %%
const coin = variant("2.5");
console.log(`your recipe: r = ${coin.r} Hz, dt = ${coin.dt} ms`);

// %% [exercise 2.5]
// BEGIN SOLUTION
const p = (coin.r * coin.dt) / 1000;
const error = 100 * (p / (1 - Math.exp(-p)) - 1);
// STUB
// const error = NaN; // %
// END SOLUTION

// %% [check 2.5]
check("2.5", error);

// %%
const yours = { x: [(coin.r * coin.dt) / 1000], y: [error], style: "points" } as const;
show(plot.curves({ "all": { x: chance, y: excess }, "yours": yours },
  { x: ["r dt", "1"], y: ["error of r dt", "%"] }));

// %% [solution 2.5]
// $P(n \ge 1) = 1 - P(0) = 1 - e^{-r\,dt}$, and the error is taken relative to it. If your point lies on the curve, you have it.

// %% [markdown]
// Strange: the *mean rate* of the recipe is right, since each bin has $r\,dt$ spikes on average. So where does the error go?
//
// **Before you run the cell:** three trains of 90 Hz, with bins of 10 ms ($r\,dt = 0.9$), bins of 0.5 ms ($r\,dt = 0.045$), and exact. Which looks different?

// %%
const wide = poissonTrain(90, { duration: 1000, seed: 31, method: "bins", dt: 10 });
const narrow = poissonTrain(90, { duration: 1000, seed: 32, method: "bins", dt: 0.5 });
show(plot.raster({ "0.9": wide, "0.045": narrow,
  "exact": poissonTrain(90, { duration: 1000, seed: 33 }) }));

// %% [markdown]
// **Exercise 2.6** (2 points). *Find the mistake.* A text says: "Generate a random number r in a sufficiently small time interval and check whether r < firing rate · Δt. Make sure that
// firing rate · Δt < 1." The first row obeys. What is wrong with it?
//
// - `"slow"`: it has too few spikes
// - `"regular"`: it is far too regular
// - `"nothing"`: it is a Poisson train

// %% [exercise 2.6]
// BEGIN SOLUTION
const flaw = "regular";
// STUB
// const flaw = ""; // "slow", "regular" or "nothing"
// END SOLUTION

// %% [check 2.6]
check("2.6", flaw);

// %% [solution 2.6]
// No bin can hold two spikes, and nine of ten hold one: it is a clock that sometimes misses a beat. The condition should be $r\,dt \ll 1$. (The text also uses
// one letter for the random number and the rate; call the number $U$.)

// %% [markdown]
// ## 2.5 Between the spikes (15 min)
//
// The time from one spike to the next is an **interspike interval** (ISI). Take the 200 s train of 20 Hz from Section 2.3. Its mean interval is 50 ms.
//
// **Before you run the cell:** which intervals are the most frequent: those near 50 ms, or others?

// %%
show(plot.isiHistogram(interspikeIntervals(long), { bin: 5, density: (t) => 0.02 * Math.exp(-0.02 * t) }));

// %% [markdown]
// The shortest. The density is $r e^{-rt}$, an exponential, highest at zero. After a spike the next is due at any moment with the same probability, so it
// often comes at once. Real neurons cannot do that: within 1 to 2 ms of a spike their sodium channels are inactivated. So a real histogram has a
// hole at the left, which the Poisson process lacks.
//
// Two numbers say how regular a train is.
//
// - The **coefficient of variation** (CV) of the intervals: their standard deviation over their mean.
// - The **Fano factor** of the counts: cut time into windows, count, and take the variance of the counts over their mean.
//
// Both are 0 for a clock and 1 for a Poisson process. Both are estimates from a sample, so the variance is the sum of squares
// divided by $n - 1$: the mean was taken from the same $n$ numbers.
//
// **Exercise 2.7** (3 points). Write the CV of a list of intervals.

// %% [exercise 2.7]
const variation = (intervals: ArrayLike<number>): number => {
  // BEGIN SOLUTION
  const T = Array.from(intervals);
  const mean = T.reduce((sum, x) => sum + x, 0) / T.length;
  const squares = T.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  return Math.sqrt(squares / (T.length - 1)) / mean;
  // STUB
  // return NaN; // without a unit
  // END SOLUTION
};

// %% [check 2.7]
check("2.7", variation);

// %%
const sizes = Array.from({ length: 40 }, (_, k) => 5 * (k + 1));
const converging = sizes.map((n) => variation(interspikeIntervals(long).slice(0, n)));
show(plot.curves({ x: sizes, y: converging, style: "points and line" },
  { x: ["intervals used", "1"], y: ["your CV", "1"] })); // settles near 1

// %% [solution 2.7]
// Divide by $n - 1$, take the root, divide by the mean. The CV has no unit. From few intervals it is a poor estimate: look how long it takes to settle.

// %% [markdown]
// Now give the process a pause: leave out each spike that comes within a **refractory period** of the last. At 100 Hz with a pause of 5 ms the mean interval
// grows from 10 to 15 ms.
//
// **Before you touch the sliders:** set the rate to 100 Hz and the refractory period to 5 ms. Will CV and Fano factor go up, go down, or stay?

// %%
poissonSpikes();

// %% [markdown]
// Both go down. A pause is a memory, and a memory makes a train more regular. The mean interval is 15 ms. Its standard deviation is still the 10 ms of the
// exponential, since a pause that is always the same adds no scatter. So the CV is 10/15 = 0.67. In long windows the Fano factor tends to its
// square, 0.44.
//
// Now compare four trains: a clock, a Poisson train, the noisy neuron of Section 2.1, and a neuron that fires in bursts.
//
// **Before you run the cell:** put them in order, from the most regular to the least.

// %%
const noisy = simulate(driven,
  { duration: 10000, stimulus: whiteNoise(150, 1), method: "eulerMaruyama", dt: 0.1 }).spikes;
const bursts = simulate(adaptiveExponential.preset("regular bursting"), { duration: 10000 }).spikes;
const four = { "clock": clock, "noisy neuron": noisy, "Poisson": long, "bursts": bursts };
const beginning = (train: Float64Array) => train.filter((t) => t < 1500);
const rows = Object.entries(four).map((e) => [e[0], beginning(e[1])]);
show(plot.raster(Object.fromEntries(rows)));

// %%
for (const e of Object.entries(four)) {
  const [cv, local] = [coefficientOfVariation(e[1]), localVariation(e[1])];
  console.log(`${e[0]}: CV ${cv.toFixed(2)}, local variation ${local.toFixed(2)}`);
}
const fanoNoisy = fanoFactor(noisy, { duration: 10000, window: 200 });
const fanoPoisson = fanoFactor(long, { duration: 200000, window: 200 });
console.log(`Fano factor, windows of 200 ms: noisy ${fanoNoisy.toFixed(2)}, Poisson ${fanoPoisson.toFixed(2)}`);

// %% [markdown]
// The noisy neuron lies between clock and Poisson. The bursts are a trap. Their CV is close to 1, as if they were Poisson, and yet the train is strictly periodic:
// 5.4 ms, 133.2 ms, 5.4 ms, 133.2 ms, again and again. The CV looks at the *sizes* of the intervals and forgets their *order*. The **local variation** compares each interval with
// the next, and it tells: 1 for a Poisson process, 2.54 for these bursts. **A CV of 1 does not make a train Poisson.**
//
// ## 2.6 A rate that moves (15 min)
//
// Neurons speak by changing their rate. Let it rise from 10 Hz to 60 Hz and fall again within a few hundred milliseconds, and record 40 trials.
//
// **Before you run the cell:** will you see the rise in a single row?

// %%
const moving = (t: number): number => 10 + 50 * Math.exp(-(((t - 200) / 40) ** 2)); // Hz at t ms
const trains = Array.from({ length: 40 }, (_, k) => poissonTrain(moving,
  { duration: 500, seed: 100 + k, maximum: 60 }));
show(plot.raster(trains));

// %% [markdown]
// No single row shows the bump. Together they do. Cut time into bins, count the spikes of all trials in each, and divide by the number of trials and the
// width of the bin. That is the **PSTH**, the peristimulus time histogram.
//
// **Before you run the cell:** bins of 2, 20 and 125 ms. Which comes closest to the true rate, the smooth line?

// %%
for (const bin of [2, 20, 125]) {
  show(plot.psth(psth(trains, { duration: 500, bin: bin }),
    { rate: moving, title: `bins of ${bin} ms`, height: 240 }));
}

// %% [markdown]
// The middle one. Narrow bins hold a handful of spikes each and are mostly noise. Wide bins are calm and wrong: they average the peak away. Noise
// against blur is the choice in every estimate of a rate.
//
// You can say how large the noise is. Over $N$ trials a bin of width $b$ expects $N r b$ spikes. The count is Poisson, so its standard deviation is $\sqrt{N r b}$.
// Divide by $N b$, as the PSTH does, and the rate has the standard error
//
// $$\sigma_r = \sqrt{\frac{r}{N\,b}}.$$
//
// **Exercise 2.8** (2 points). How many trials do you need, for the rate, the bin and the standard error of `variant("2.8")`? (A fraction is fine.)

// %%
const trials = variant("2.8");
console.log(`your rate: ${trials.r} Hz, bin: ${trials.bin} ms, wanted standard error: ${trials.error} Hz`);

// %% [exercise 2.8]
// BEGIN SOLUTION
const needed = trials.r / ((trials.bin / 1000) * trials.error ** 2);
// STUB
// const needed = NaN; // trials
// END SOLUTION

// %% [check 2.8]
check("2.8", needed);

// %%
const enough = Array.from({ length: Math.round(needed) || 1 },
  (_, k) => poissonTrain(trials.r, { duration: 300, seed: 1000 + k }));
const heights = psth(enough, { duration: 300, bin: trials.bin }).rate;
const points = { x: heights.map((_, k) => trials.bin * (k + 0.5)), y: heights, style: "points" } as const;
const flat = (y: number) => ({ x: [0, 300], y: [y, y] });
const band = { "rate + error": flat(trials.r + trials.error), "rate − error": flat(trials.r - trials.error) };
show(plot.curves({ "PSTH": points, ...band }, { x: ["time", "ms"], y: ["rate", "Hz"] }));

// %% [solution 2.8]
// Square and solve: $N = r/(b\,\sigma_r^2)$ with $b$ in seconds. About two thirds of the points should lie between the two lines.

// %% [markdown]
// Bins have edges, and a spike jumps from one to the next when you shift them. Replace each spike by a smooth bump of area one instead and add the bumps up: a **kernel** estimate of the rate.
// Its width plays the part of the bin.
//
// **Before you run the cell:** Gaussian bumps of 3, 15 and 80 ms. Which curve will be ragged, and which will miss the peak?

// %%
const pooled = Float64Array.from(trains.flatMap((train) => Array.from(train))).sort();
const smooth = [3, 15, 80].map((width) => kernelRate(pooled,
  { duration: 500, kernel: "gaussian", width: width, dt: 2 }));
const perTrial = smooth.map((k) => ({ x: k.time, y: k.rate.map((r) => r / 40) }));
const truth = { x: smooth[0].time, y: smooth[0].time.map(moving), style: "dashed" } as const;
show(plot.curves({ "3 ms": perTrial[0], "15 ms": perTrial[1], "80 ms": perTrial[2], "true rate": truth },
  { x: ["time", "ms"], y: ["rate", "Hz"] }));

// %% [markdown]
// The same choice again: 3 ms is noise, 80 ms is blur, 15 ms is about right. The curves sag at both ends, since part of each outer bump falls outside.
// A Gaussian also looks into the future. A neuron cannot, so a model of what it *reads* uses a kernel that begins at the spike, such as an exponential.
//
// ## 2.7 Where the noise comes in (10 min)
//
// Give a neuron a steady current and it fires like a clock. Give it thousands of synapses that push up and down, and its voltage jitters. Whether its train is a
// clock or nearly Poisson depends on one thing: does the *mean* input reach threshold, or only its *fluctuations*?
//
// The neuron of Section 2.1 needs 200 pA of steady current to fire. Here it is live, with a noise of 100 pA and a mean of 300 pA: the slider $I$ is the mean. **Before you move it:** will a mean of 150 pA
// make the train more regular or less?

// %%
const jitter = ornsteinUhlenbeck({ mean: 0, deviation: 100, tau: 5, seed: 1 }); // pA, and ms from one swing to the next
explore(leakyIntegrateAndFire.with({ I: 300 }), { duration: 800, stimulus: jitter, sliders: ["I"] });

// %% [markdown]
// Less. At 300 pA the mean brings the voltage to threshold again and again, and the noise only shifts the spikes a little. At 150 pA the mean alone would never get there. Each spike waits for a lucky
// run of noise, and such runs come when they like.
//
// **Exercise 2.9** (3 points). *Investigate.* Choose the mean (pA) and the noise (pA √ms) so that in 10 s the neuron fires at 5 to 30 Hz with a CV of at least 0.8.

// %% [exercise 2.9]
// BEGIN SOLUTION
const input = { mean: 100, noise: 400 };
// STUB
// const input = { mean: 300, noise: 0 }; // change both
// END SOLUTION

// %% [check 2.9]
check("2.9", input);

// %%
const result = simulate(leakyIntegrateAndFire.with({ I: input.mean }),
  { duration: 10000, stimulus: whiteNoise(input.noise, 1), method: "eulerMaruyama", dt: 0.1 }).spikes;
console.log(`${(result.length / 10).toFixed(1)} Hz, CV ${coefficientOfVariation(result).toFixed(2)}`);
show(plot.raster({ "your neuron": result.filter((t) => t < 2000),
  "Poisson": poissonTrain(20, { duration: 2000, seed: 9 }) }));

// %% [solution 2.9]
// With a mean below 200 pA the voltage waits under threshold and each spike is an accident of the noise. The more noise is needed for it, the less does the neuron remember of its last spike. The CV
// stays a little below 1, for after each reset the membrane needs time to climb, and that is a memory.

// %% [markdown]
// ## What this model cannot do
//
// - A Poisson process has no refractory period. It may fire twice within 0.1 ms; a neuron cannot.
// - It has no memory, so it cannot burst, adapt or keep a rhythm. All of these are in real trains.
// - It says nothing about causes. It describes a train; the models from [3. Flows on a line](03-flows-on-a-line.ipynb) on explain one.
// - A moving rate and a memory look alike in a CV. Keep the rate constant before you call a train irregular.
//
// ## Summary
//
// - A spike train is a list of times (ms). The firing rate is spikes over time (Hz).
// - $\rho(t) = \sum_i \delta(t - t_i)$ with Dirac's delta: zero away from the spike, area 1. On a grid its height is $1/dt$.
// - Poisson process: independent spikes, $P(n) = (r\,\Delta t)^n e^{-r\,\Delta t}/n!$; intervals with density $r e^{-rt}$; CV = Fano factor = 1.
// - Recipes: exponential intervals (exact), thinning (exact, any rate), a coin for each bin (only for $r\,dt \le 0.05$).
// - $r\,dt$ exceeds $1 - e^{-r\,dt}$ by 0.5 % at 0.01, 2.5 % at 0.05, 5.1 % at 0.1, 27 % at 0.5, 52 % at 0.9. The Fano factor of the recipe is $1 - r\,dt$.
// - CV: standard deviation (with $n - 1$) over mean of the intervals. It ignores their order; the local variation does not.
// - PSTH: spikes / (trials × bin). Its standard error is $\sqrt{r/(N b)}$: narrow bins are noisy, wide bins blur.
// - Driven by its mean input a neuron is a clock; driven by fluctuations it is nearly Poisson.
//
// ## References
//
// - P. Dayan, L. F. Abbott (2001) *Theoretical Neuroscience*, MIT Press, chapter 1: the neural response function, rates, Poisson trains.
// - F. Rieke, D. Warland, R. de Ruyter van Steveninck, W. Bialek (1997) *Spikes*, MIT Press: what a train can tell; a pleasure to read.
// - P. A. W. Lewis, G. S. Shedler (1979) *Naval Res. Logist. Q.* 26:403: thinning.
// - W. R. Softky, C. Koch (1993) *J. Neurosci.* 13:334: cortical neurons are more irregular than integration should allow.
// - S. Shinomoto, K. Shima, J. Tanji (2003) *Neural Comput.* 15:2823: the local variation.
// - W. Gerstner, W. M. Kistler, R. Naud, L. Paninski (2014) *Neuronal Dynamics*, Cambridge University Press, chapters 7 and 8: variability and noisy input.
