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
// | ask trains that were recorded what they listen to, and why their counts scatter | 2.8 Two real neurons | 28 |
//
// **Prerequisites:** what a spike is; mean and standard deviation. No earlier notebook is needed.
// About 120 min with exercises. The trains of Section 2.8 were recorded from living neurons; all others are simulated.

// %%
import { adaptiveExponential, bernoulliBinError, check, coefficientOfVariation, explore, fanoFactor, grasshopperReceptor, humanMotorUnit, interspikeIntervals, kernelRate, leakyIntegrateAndFire, localVariation, neuralResponse, ornsteinUhlenbeck, plot, predict, poissonSpikes, poissonTrain, psth, setup, show, simulate, spikeCountHistogram, student, variant, whiteNoise } from "nullcline";
student("self-study"); // your student id: some numbers below are yours alone
setup();

// %% [markdown]
// ## 2.1 A list of times (8 min)
//
// A spike lasts about a millisecond and looks like the one before. So its shape tells the next neuron nothing. All that can differ is the time at which it
// arrives. We keep the times and throw the voltage away.
//
// Here is a simple model neuron with some noise in its input. It gets the same mean current, 180 pA, eight times; the noise differs.
// (How the model works is told in [12. Integrate and fire](12-integrate-and-fire.ipynb). It draws no spikes: it marks their times. And since noise jumps about, it is stepped forward in short steps of 0.1 ms, each with its own dose of noise. This is what the method `"eulerMaruyama"` does.)
//
// **Before you run the cell:** will the eight trials have their spikes at the same times? Will they have about the same number?

// %% [predict 2.1]
const driven = leakyIntegrateAndFire.with({ I: 180 });
const runs = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => simulate(driven,
  { duration: 600, stimulus: whiteNoise(150, seed), method: "eulerMaruyama", dt: 0.1 })); // noise: 150 pA √ms
// ✎ your prediction: "the same times", "nearly the same number" or "neither"
predict("2.1", "", () => {
  show(plot.trace(runs[0]));
  show(plot.raster(runs.map((run) => run.spikes)));
  console.log("first trial, in ms:", Array.from(runs[0].spikes, (t) => t.toFixed(1)).join(", "));
});

// %% [explain 2.1]
// The times differ from trial to trial, the numbers much less: 11{= Math.min(...runs.map((run) => run.spikes.length))} to 17{= Math.max(...runs.map((run) => run.spikes.length))} spikes. The second figure is a **raster**: one row for each trial, one tick for each spike.
// Cortical neurons, shown the same picture many times, give rasters like this one. They are often more ragged still.

// %% [markdown]
// A row is a **spike train**: times $t_1 < t_2 < \dots$ in ms. Its simplest summary is the **firing rate**, spikes per second, in hertz (Hz).
//
// **Exercise 2.1** (1 point). *Measure.* Your own train lasts 1500 ms. What is its firing rate, in Hz?

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
// The area of one is the whole point. It makes the integral of $\rho$ count: over any stretch of time, $\int \rho\,dt$ is the number of spikes in it. And since it counts
// spikes per time, the unit of $\rho$ is 1/ms.
//
// The impulse $\delta$ is named after Paul Dirac. No ordinary function does this job. But on a grid of bins of width $dt$ you can come as near as you
// like: give the bin of the spike the value $1/dt$.
//
// **Before you run the cell:** three spikes, in bins of 4, 2 and 1 ms. What happens to the peaks as the bins shrink, and what to the area?

// %% [predict 2.2]
const three = [12, 31, 43];
const grids = [4, 2, 1].map((dt) => neuralResponse(three, { duration: 60, dt: dt }));
const drawn = grids.map((g) => ({ x: g.time, y: g.rho, style: "steps" as const }));
const areas = grids.map((g, k) => [4, 2, 1][k] * g.rho.reduce((sum, rho) => sum + rho, 0));
// ✎ your prediction: "higher peaks, the same area", "higher peaks, a larger area"
// or "the same peaks, a smaller area"
predict("2.2", "", () => {
  show(plot.curves({ "dt = 4 ms": drawn[0], "dt = 2 ms": drawn[1], "dt = 1 ms": drawn[2] },
    { x: ["time", "ms"], y: ["ρ", "1/ms"] }));
  console.log("area:", areas.join(", "));
});

// %% [explain 2.2]
// Half the width, twice the height: 0.25{= Math.max(...grids[0].rho)}, 0.5{= Math.max(...grids[1].rho)}, 1{= Math.max(...grids[2].rho)} per ms. The area stays at 3{= areas[0]}, the number of spikes.

// %% [markdown]
// In the limit the peaks are
// infinitely high and have no width; their areas are still one. That limit is what $\delta$ stands for:
//
// $$\delta(t) = 0 \ \text{ for } t \ne 0, \qquad \int_{-\infty}^{\infty} \delta(t)\,dt = 1.$$
//
// There is another delta, named after Leopold Kronecker, which is 1 where two *whole numbers* are equal and 0 elsewhere. It belongs in sums, Dirac's
// in integrals. On a grid, Dirac's is Kronecker's divided by $dt$.
//
// **Exercise 2.2** (2 points). A text writes $\rho(t) = \sum_i \delta(t - t_i)$ for continuous time and explains: "where δ(t) = 1 if t = 0, and 0 otherwise". Is that a delta that can count? Take it at its word, on a grid: each spike of your train is a bar of height 1 and width $dt$. Both the number of spikes and
// the width are those of `variant("2.2")`. Which `area` have all bars together, in ms? And how high, in 1/ms, would a bar have to be so that the area counts spikes? Call that `height`.

// %%
const bars = variant("2.2");
console.log(`your train: ${bars.n} spikes, in bins of ${bars.dt} ms, no two in one bin`);

// %% [exercise 2.2]
// BEGIN SOLUTION
const bar = { area: bars.n * bars.dt, height: 1 / bars.dt };
// STUB
// const bar = { area: NaN, height: NaN }; // ms, 1/ms
// END SOLUTION

// %% [check 2.2]
check("2.2", bar);

// %%
const widths = [0, 1, 2, 3, 4].map((part) => (part / 4) * bars.dt);
show(plot.curves({ x: widths, y: widths.map((dt) => (bar.area / bars.dt) * dt), style: "points and line" },
  { x: ["width of the bars", "ms"], y: ["area, height 1", "ms"] })); // by your area: what becomes of it in finer bins?
console.log(`with your height: ${(bar.area * bar.height).toFixed(2)}`); // is it the number of spikes?

// %% [solution 2.2]
// A bar of height 1 has the area $dt$, so the area is a time, and no number of spikes. Halve the bins, and it is halved. In the limit the bars are lines of height 1 and width 0: their area is 0, however many there are. The text has printed
// Kronecker's delta where Dirac's is needed, whose bar has the height $1/dt$ and the area 1.

// %% [markdown]
// **Exercise 2.3** (2 points). *Build.* Write the response on a grid: a list of `bins` values in 1/ms, for spike times in ms and bins of width `dt`. Bin $k$ runs from
// $k\,dt$ up to, but not including, $(k + 1)\,dt$. There may be several spikes in a bin. (`new Array(bins).fill(0)` is a list of that many zeros; `list[k] += 1` adds to an entry; `Math.floor(x)` rounds down.)

// %% [exercise 2.3]
const response = (spikes: Float64Array | number[], dt: number, bins: number): number[] => {
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
show(plot.curves({ x: coarse.map((_, k) => 50 * k), y: coarse, style: "steps" },
  { x: ["time", "ms"], y: ["ρ", "1/ms"] })); // the first trial of 2.1

// %% [solution 2.3]
// Each spike adds `1 / dt` to its bin, with `+=`, so that two spikes count as two. With bins of 50 ms the values are small multiples of 0.02{= 1 / 50}
// per ms: 20{= 1000 / 50}, 40{= 2 * 1000 / 50} or 60{= 3 * 1000 / 50} Hz. A response in wide bins is already an estimate of the rate.

// %% [markdown]
// ## 2.3 Spikes that know nothing of each other (20 min)
//
// What would a train look like that carries a rate and nothing else? Each spike would fall where it likes, whatever the others do. In a very short
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

// %% [predict 2.3]
const clock = Float64Array.from({ length: 50 }, (_, k) => 25 + 50 * k);
const tossed = poissonTrain(20, { duration: 2500, seed: 21, method: "bins", dt: 1 });
const spaced = poissonTrain(20, { duration: 2500, seed: 22 });
const thinned = poissonTrain(() => 20, { duration: 2500, seed: 23, maximum: 60 });
// ✎ your prediction: "spread out evenly" or "in bunches"
predict("2.3", "", () => {
  show(plot.raster({ "clock": clock, "bins": tossed, "intervals": spaced, "thinning": thinned }));
});

// %% [explain 2.3]
// They bunch, with gaps between. Many people take such clusters for a hidden cause. There is none. A train that knows nothing of its last spike cannot keep
// its distance from it. An even spread would need a memory. Nor can you tell the three recipes apart: they make the same process.

// %% [markdown]
// How many spikes fall into a window of length $\Delta t$? On average $r\,\Delta t$. The probability of exactly $n$ is
//
// $$P(n) = \frac{(r\,\Delta t)^n}{n!}\,e^{-r\,\Delta t}.$$
//
// **Exercise 2.4** (3 points). Write it, for a count `n`, a rate `r` in Hz and a window of `T` ms. The sign $n!$, "n factorial", is the product $1 \cdot 2 \cdots n$, and $0! = 1$. TypeScript has no sign for it: multiply in a loop.

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
// At 20 Hz a window of 100 ms expects 2{= 20 * 0.1} spikes. It is empty with probability $e^{-2}$ = 0.135{= countProbability(0, 20, 100)}, and that is the left-most point.
//
// ## 2.4 How small is small? (12 min)
//
// The coin is a popular recipe, because it takes one line of code. But it is an approximation. A Poisson process has at least one spike in the bin with probability
// $1 - e^{-r\,dt}$, and $r\,dt$ is larger than that.
//
// **Before you run the cell:** some texts ask only that $r\,dt < 1$. How large, do you think, is the error at 0.9?

// %% [predict 2.4]
const chance = Float64Array.from({ length: 90 }, (_, k) => 0.01 * (k + 1));
const excess = chance.map((p) => 100 * bernoulliBinError(1000 * p, { dt: 1 })); // 1000 p Hz in bins of 1 ms
// ✎ your prediction: the error in %
predict("2.4", NaN, () => {
  show(plot.curves({ x: chance, y: excess }, { x: ["r dt", "1"], y: ["error of r dt", "%"] }));
  for (const p of [0.01, 0.05, 0.1, 0.5, 0.9]) {
    console.log(`r dt = ${p}: ${(100 * bernoulliBinError(1000 * p, { dt: 1 })).toFixed(1)} %`);
  }
});

// %% [explain 2.4]
// 52{= 100 * bernoulliBinError(900, { dt: 1 })} % at 0.9. For small $r\,dt$ the error is about half of it: 2.5{= 100 * bernoulliBinError(50, { dt: 1 })} % at 0.05. The rule of this course is $r\,dt \le 0.05$.
// A better rule is not to use bins at all, for the exponential intervals are exact and faster.

// %% [markdown]
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

// %% [predict 2.5]
const wide = poissonTrain(90, { duration: 1000, seed: 31, method: "bins", dt: 10 });
const narrow = poissonTrain(90, { duration: 1000, seed: 32, method: "bins", dt: 0.5 });
const exact = poissonTrain(90, { duration: 1000, seed: 33 });
// ✎ your prediction: "0.9", "0.045" or "exact"
predict("2.5", "", () => {
  show(plot.raster({ "0.9": wide, "0.045": narrow, "exact": exact }));
});

// %% [explain 2.5]
// The first row. No two of its spikes come in the same bin, so nothing bunches; and nearly every bin has its spike, so nothing is far apart either. It is half a clock. The other two cannot be told apart by eye.

// %% [markdown]
// **Exercise 2.6** (1 point). *In your own words.* A text says: "Generate a random number r in a sufficiently small time interval and check whether r < firing rate · Δt. Make sure that firing rate · Δt < 1." With $r\,dt = 0.9$ this is obeyed, and the mean rate is right. Yet the first row above is no Poisson train. What is wrong with it, and why? Two to four sentences, at least 25 words. The check only sees that you have written something to the point; your teacher reads it.

// %% [exercise 2.6]
// BEGIN SOLUTION
const whyNotPoisson = "A bin of the recipe holds one spike at most. At r dt = 0.9 nine bins of ten have one, so the counts hardly vary, and nearly all intervals are one bin long: a clock that now and then misses a beat. In a Poisson train of this rate nearly a quarter of such bins hold two spikes or more, and many hold none.";
// STUB
// const whyNotPoisson = ``; // your text between the two marks, on as many lines as you like
// END SOLUTION

// %% [check 2.6]
check("2.6", whyNotPoisson);

// %% [solution 2.6]
// No bin can hold two spikes, and nine{= 10 * 90 * 0.01} of ten hold one: it is a clock that sometimes misses a beat, with the right mean rate. The condition should be $r\,dt \ll 1$. Exponential intervals need no bins, and make no error. (The text also uses
// one letter for the random number and the rate; call the number $U$.)

// %% [markdown]
// ## 2.5 Between the spikes (15 min)
//
// The time from one spike to the next is an **interspike interval** (ISI). Take the 200 s train of 20 Hz from Section 2.3. Its mean interval is 50{= 1000 / 20} ms.
//
// **Before you run the cell:** which intervals are the most frequent: those near 50 ms, or others?

// %% [predict 2.6]
// ✎ your prediction: "the shortest", "those near 50 ms" or "the longest"
predict("2.6", "", () => {
  show(plot.isiHistogram(interspikeIntervals(long), { bin: 5, density: (t) => 0.02 * Math.exp(-0.02 * t) }));
});

// %% [explain 2.6]
// The shortest. The density is $r e^{-rt}$, an exponential, highest at zero. After a spike the next is as likely at one moment as at any other, so it
// often comes at once. Real neurons cannot do that: within 1 to 2 ms of a spike their sodium channels are inactivated. So a real histogram has a
// hole at the left, which the Poisson process lacks.

// %% [markdown]
// Two numbers say how regular a train is.
//
// - The **coefficient of variation** (CV) of the intervals: their standard deviation over their mean.
// - The **Fano factor** of the counts: cut time into windows, count, and take the variance of the counts over their mean.
//
// Both are 0 for a clock and 1 for a Poisson process. (The clock's windows must be whole periods, or long: if some hold one tick more than others, that counts as scatter.) Both are estimates from a sample, so the variance is the sum of squares
// divided by $n - 1$: the mean was taken from the same $n$ numbers.
//
// **Exercise 2.7** (3 points). *Build.* Write the CV of a list of intervals.

// %% [exercise 2.7]
const variation = (intervals: Float64Array | number[]): number => {
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
// Divide by $n - 1$, take the root, divide by the mean. The CV has no unit. From few intervals it is a poor estimate: see how long it takes to settle.

// %% [markdown]
// Now give the process a pause: leave out each spike that comes within a **refractory period** of the last. At 100 Hz with a pause of 5 ms the mean interval
// grows from 10 to 15{= 1000 / 100 + 5} ms.
//
// **Before you touch the sliders:** set the rate to 100 Hz and the refractory period to 5 ms. Will CV and Fano factor go up, go down, or stay?

// %% [predict 2.7]
// ✎ your prediction: "both go up", "both stay" or "both go down"
predict("2.7", "", () => {
  poissonSpikes();
});

// %% [explain 2.7]
// Both go down. A pause is a memory, and a memory makes a train more regular. The mean interval is 15 ms. Its standard deviation is still the 10 ms of the
// exponential, since a pause that is always the same adds no scatter. So the CV is 10/15 = 0.67{= 10 / 15}. In long windows the Fano factor tends to its
// square, 0.44{= (10 / 15) ** 2}.

// %% [markdown]
// Now compare four trains: a clock, a Poisson train, the noisy neuron of Section 2.1, and a neuron that fires in bursts.
//
// Here is how they begin. Put them in order by eye, from the most regular to the least.

// %%
const noisy = simulate(driven,
  { duration: 10000, stimulus: whiteNoise(150, 1), method: "eulerMaruyama", dt: 0.1 }).spikes;
const bursts = simulate(adaptiveExponential.preset("regular bursting"), { duration: 10000 }).spikes;
const four = { "clock": clock, "noisy neuron": noisy, "Poisson": long, "bursts": bursts };
const beginning = (train: Float64Array) => train.filter((t) => t < 1500);
const rows = Object.entries(four).map((e) => [e[0], beginning(e[1])]);
show(plot.raster(Object.fromEntries(rows)));

// %% [markdown]
// **Before you run the cell:** a Poisson train has a CV of 1. Which of the other three comes closest to that?

// %% [predict 2.8]
const fanoNoisy = fanoFactor(noisy, { duration: 10000, window: 200 });
const fanoPoisson = fanoFactor(long, { duration: 200000, window: 200 });
// ✎ your prediction: "clock", "noisy neuron" or "bursts"
predict("2.8", "", () => {
  for (const e of Object.entries(four)) {
    const [cv, local] = [coefficientOfVariation(e[1]), localVariation(e[1])];
    console.log(`${e[0]}: CV ${cv.toFixed(2)}, local variation ${local.toFixed(2)}`);
  }
  console.log(`Fano factor, windows of 200 ms: noisy ${fanoNoisy.toFixed(2)}, Poisson ${fanoPoisson.toFixed(2)}`);
});

// %% [explain 2.8]
// The noisy neuron lies between clock and Poisson. The bursts are a trap. Their CV is close to 1, as if they were Poisson, and yet the train is strictly periodic:
// 5.4{= interspikeIntervals(bursts).at(-1)} ms, 133.2{= interspikeIntervals(bursts).at(-2)} ms, 5.4 ms, 133.2 ms, again and again. The CV looks at the *sizes* of the intervals and forgets their *order*. The **local variation** compares each interval with
// the next, and is not fooled: it is 1 for a Poisson process and 2.54{= localVariation(bursts)} for these bursts. **A CV of 1 does not make a train Poisson.**

// %% [markdown]
// ## 2.6 A rate that moves (15 min)
//
// Neurons speak by changing their rate. Let it rise from 10 Hz to 60 Hz and fall again within a few hundred milliseconds, and record 40 trials.
//
// **Before you run the cell:** will you see the rise in a single row?

// %% [predict 2.9]
const moving = (t: number): number => 10 + 50 * Math.exp(-(((t - 200) / 40) ** 2)); // Hz at t ms
const trains = Array.from({ length: 40 }, (_, k) => poissonTrain(moving,
  { duration: 500, seed: 100 + k, maximum: 60 }));
// ✎ your prediction: "yes" or "no"
predict("2.9", "", () => {
  show(plot.raster(trains));
});

// %% [explain 2.9]
// No single row shows the bump. Together they do.

// %% [markdown]
// Cut time into bins, count the spikes of all trials in each, and divide by the number of trials and the
// width of the bin. That is the **PSTH**, the peristimulus time histogram.
//
// **Before you run the cell:** bins of 2, 20 and 125 ms. Which comes closest to the true rate, the smooth line?

// %% [predict 2.10]
// ✎ your prediction: "2 ms", "20 ms" or "125 ms"
predict("2.10", "", () => {
  for (const bin of [2, 20, 125]) {
    show(plot.psth(psth(trains, { duration: 500, bin: bin }),
      { rate: moving, title: `bins of ${bin} ms`, height: 240 }));
  }
});

// %% [explain 2.10]
// The middle one. Narrow bins hold a handful of spikes each and are mostly noise. Wide bins are calm and wrong: they average the peak away. Noise
// against blur is the choice in every estimate of a rate.

// %% [markdown]
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

// %% [predict 2.11]
const pooled = Float64Array.from(trains.flatMap((train) => Array.from(train))).sort();
const smooth = [3, 15, 80].map((width) => kernelRate(pooled,
  { duration: 500, kernel: "gaussian", width: width, dt: 2 }));
const perTrial = smooth.map((k) => ({ x: k.time, y: k.rate.map((r) => r / 40) }));
const truth = { x: smooth[0].time, y: smooth[0].time.map(moving), style: "dashed" } as const;
// ✎ your prediction: which one misses the peak, "3 ms", "15 ms" or "80 ms"
predict("2.11", "", () => {
  show(plot.curves({ "3 ms": perTrial[0], "15 ms": perTrial[1], "80 ms": perTrial[2], "true rate": truth },
    { x: ["time", "ms"], y: ["rate", "Hz"] }));
});

// %% [explain 2.11]
// The same choice again: 3 ms is noise, 80 ms is blur, 15 ms is about right. The curves sag at both ends, since part of each outer bump falls outside.
// A Gaussian also looks into the future: it begins before the spike. A neuron cannot, so a model of what it *reads* uses a kernel that begins at the spike, such as an exponential.

// %% [markdown]
// ## 2.7 Where the noise comes in (10 min)
//
// Give a neuron a steady current and it fires like a clock. Give it thousands of synapses that push up and down, and its voltage jitters. Is its train then a
// clock, or nearly Poisson? That depends on one thing: what takes the voltage to threshold, the *mean* input or its *fluctuations*?
//
// The neuron of Section 2.1 needs 200{= rheobaseOfTheLeaky} pA of steady current to fire. Here it is live, with a noise of 100 pA and a mean of 300 pA: the slider $I$ is the mean. **Before you move it:** will a mean of 150 pA
// make the train more regular or less?

// %% [predict 2.12]
const jitter = ornsteinUhlenbeck({ mean: 0, deviation: 100, tau: 5, seed: 1 }); // pA, and ms from one swing to the next
// ✎ your prediction: "more regular" or "less regular"
predict("2.12", "", () => {
  explore(leakyIntegrateAndFire.with({ I: 300 }), { duration: 800, stimulus: jitter, sliders: ["I"] });
});

// %% [explain 2.12]
// Less. At 300 pA the mean brings the voltage to threshold again and again, and the noise only shifts the spikes a little. At 150 pA the mean alone would never get there. Each spike waits for a lucky
// run of noise, and luck keeps no time.

// %% [markdown]
// **Exercise 2.9** (3 points). *Investigate.* Choose the mean (pA) and the noise (in pA √ms, the unit of noise that jumps at every instant; only its size matters here) so that in 10 s the neuron fires at the rate of `variant("2.9")`, to within 0.5 Hz, with a CV of at least 0.8.

// %%
const wished = variant("2.9").rate;
const firedBy = (mean: number, noise: number) => simulate(leakyIntegrateAndFire.with({ I: mean }),
  { duration: 10000, stimulus: whiteNoise(noise, 1), method: "eulerMaruyama", dt: 0.1 }).spikes;
console.log(`your rate: ${wished} Hz`);

// %% [exercise 2.9]
// BEGIN SOLUTION
const ends = [800, 1400]; // of the noise: too slow, too fast, at a mean of −200 pA
for (let k = 0; k < 8; k++) {
  const middle = (ends[0] + ends[1]) / 2;
  ends[firedBy(-200, middle).length / 10 < wished ? 0 : 1] = middle;
}
const input = { mean: -200, noise: ends[1] };
// STUB
// const input = { mean: 300, noise: 0 }; // change both
// END SOLUTION

// %% [check 2.9]
check("2.9", input);

// %%
const result = firedBy(input.mean, input.noise);
console.log(`${(result.length / 10).toFixed(1)} Hz, CV ${coefficientOfVariation(result).toFixed(2)}`);
show(plot.raster({ "your neuron": result.filter((t) => t < 2000),
  "Poisson": poissonTrain(20, { duration: 2000, seed: 9 }) }));

// %% [solution 2.9]
// With a mean below 200 pA the voltage waits under threshold, and each spike is an accident of the noise. How irregular such accidents are depends on where the reset puts the voltage, here at −75 mV. With a mean of 100 pA the voltage wanders about −65{= leakyLevel(100)} mV. So after a reset it has to climb first: a short pause, a memory, and a CV of
// 0.82{= cv(100, 400)} (measured over 200 s, with a noise of 400 pA √ms). With a mean of 0 it wanders about −75{= leakyLevel(0)} mV itself, and the CV is 0.98{= cv(0, 600)}. With a mean of −500 pA and a noise of 1300 pA √ms the reset lies far *above* the level of −125{= leakyLevel(-500)} mV. Just after a spike the next is then nearer than usual, spikes come in clusters, and the CV is 1.26{= cv(-500, 1300)}.

// %% [markdown]
// ## 2.8 Two real neurons (28 min)
//
// So far every train came out of a computer. Here are two that did not.
//
// A locust hears with its flanks. In each of its two ears some seventy cells turn sound into spikes. Ariel Rokem and his colleagues recorded from the axon of one of them, in the laboratory of Andreas Herz in Berlin, while a tone swelled and faded at random. (`data/recordings/README.md` tells where these data come from, and under which licence.)
//
// **Before you run the cell:** there are 929{= receptor.spikes.length} spikes in 10 s. Compared with a Poisson train of the same rate, will the intervals scatter more, less or equally?

// %% [predict 2.13]
const receptor = grasshopperReceptor();
const heardIntervals = interspikeIntervals(receptor.spikes);
const poissonDensity = (t: number): number => 0.0929 * Math.exp(-0.0929 * t);
// ✎ your prediction: "less", "equally" or "more"
predict("2.13", "", () => {
  show(plot.isiHistogram(heardIntervals, { bin: 1, density: poissonDensity }));
  const [cv, local] = [coefficientOfVariation(receptor.spikes), localVariation(receptor.spikes)];
  console.log(`CV ${cv.toFixed(2)}, local variation ${local.toFixed(2)}`);
});

// %% [explain 2.13]
// Less. The CV is 0.53{= coefficientOfVariation(receptor.spikes)}, and the local variation 0.27{= localVariation(receptor.spikes)}. There is the hole at the left that a Poisson train lacks: no interval is shorter than 3.2{= Math.min(...heardIntervals)} ms. And beyond 10 ms the histogram falls faster than an exponential.

// %% [markdown]
// **Exercise 2.10** (3 points). *Build.* Now the counts. Write the Fano factor for a list of spike times, a `window` and a `duration` (all in ms): cut the duration into whole windows, count the spikes in each, and divide the variance of the counts (with $n - 1$) by their mean. A piece at the end that is shorter than a window is left out.

// %% [exercise 2.10]
const fano = (spikes: Float64Array | number[], window: number, duration: number): number => {
  // BEGIN SOLUTION
  const counts: number[] = new Array(Math.floor(duration / window)).fill(0);
  for (const t of Array.from(spikes)) {
    const k = Math.floor(t / window);
    if (k < counts.length) counts[k] += 1;
  }
  const mean = counts.reduce((sum, n) => sum + n, 0) / counts.length;
  return counts.reduce((sum, n) => sum + (n - mean) ** 2, 0) / (counts.length - 1) / mean;
  // STUB
  // return NaN; // without a unit
  // END SOLUTION
};

// %% [check 2.10]
check("2.10", fano);

// %% [solution 2.10]
// The loop that counts is that of Exercise 2.3, with 1 in place of 1/dt. The function `fanoFactor` of the package does the same.

// %% [markdown]
// In windows of 50 ms the locust's Fano factor is 0.36{= fano(receptor.spikes, 50, receptor.duration)}: the train is regular, so its counts scatter little. **Before you run the cell:** what will it be in windows of 500 ms?

// %% [predict 2.14]
const windows = [10, 20, 50, 100, 200, 500, 1000];
const spread = windows.map((window) => fano(receptor.spikes, window, receptor.duration));
// ✎ your prediction: "smaller", "about the same" or "larger than 1"
predict("2.14", "", () => {
  show(plot.curves({ "your Fano factor": { x: windows, y: spread, style: "points and line" } },
    { x: ["window", "ms"], y: ["Fano factor", "1"], log: "x" }));
});

// %% [explain 2.14]
// 1.16{= fano(receptor.spikes, 500, receptor.duration)}, and 2.26{= fano(receptor.spikes, 1000, receptor.duration)} in windows of a second: more than chance! How can a train that is more regular than Poisson scatter more than Poisson? Look at its ten seconds one by one: 127{= heardIn(0)}, 101{= heardIn(1)}, 103{= heardIn(2)}, 90{= heardIn(3)}, 93{= heardIn(4)}, 88{= heardIn(5)}, 86{= heardIn(6)}, 81{= heardIn(7)}, 82{= heardIn(8)}, 78{= heardIn(9)} spikes. The cell tires. Short windows compare neighbours, and see a regular train. Long windows compare the fresh cell with the tired one, and what they see
// is not chance but a rate that moves.

// %% [markdown]
// What does this cell listen for? You need not know anything about its ear to find out. Take the sound just before each spike, and average over all spikes: the **spike-triggered average**.
//
// **Exercise 2.11** (3 points). *Build.* Write it, for one `lag`: the mean of the level `lag` ms before the spikes. `level` has one entry for each millisecond, beginning at 0; take the entry nearest to the spike, `Math.round(t)`. Spikes for which there is no entry do not count.

// %% [exercise 2.11]
const triggered = (level: Float64Array | number[], spikes: Float64Array | number[], lag: number): number => {
  // BEGIN SOLUTION
  const before = Array.from(spikes, (t) => level[Math.round(t) - lag]).filter((x) => x !== undefined);
  return before.reduce((sum, x) => sum + x, 0) / before.length;
  // STUB
  // return NaN; // dB
  // END SOLUTION
};

// %% [check 2.11]
check("2.11", triggered);

// %% [solution 2.11]
// An entry that does not exist is `undefined`; `filter` keeps the others. The mean level of the whole sound is 0 dB, so whatever is left after averaging has to do with the spikes.

// %% [markdown]
// **Before you run the cell:** the sound swells and fades. Where, before a spike, will it have been louder than usual?

// %% [predict 2.15]
const lags = Array.from({ length: 31 }, (_, k) => k);
const heardBefore = lags.map((lag) => triggered(receptor.level, receptor.spikes, lag));
// ✎ your prediction: "at the spike", "a few ms before" or "20 ms before"
predict("2.15", "", () => {
  show(plot.curves({ "mean level": { x: lags.map((lag) => -lag), y: heardBefore } },
    { x: ["time before the spike", "ms"], y: ["level", "dB"] }));
});

// %% [explain 2.15]
// A few ms before. Six{= heardBefore.indexOf(Math.max(...heardBefore))} milliseconds before a spike the sound was 5.5{= heardBefore[6]} dB above its mean, and ten{= heardBefore.indexOf(Math.min(...heardBefore))} milliseconds before 3.5{= -heardBefore[10]} dB below it. So this cell waits for a *rise* from soft to loud. The six milliseconds are the way from the loudspeaker to the electrode. Earlier than 20 ms before the spike there is hardly anything left: the cell has forgotten.

// %% [markdown]
// The second neuron is a human's. In Oxford, S. J. Boniface listened to a single motor unit, that is, to the spikes of one motor neuron, while a magnetic pulse over the head woke up the brain's motor area. There are 469{= motorUnit.trials.length} trials of half a second. The pulse comes in the middle, at 250 ms.
//
// **Before you run the cell:** from the head to the muscle is a good metre. How long after the pulse will it show in the spikes, in ms?

// %% [predict 2.16]
const motorUnit = humanMotorUnit();
const answered = psth(motorUnit.trials, { duration: motorUnit.duration, bin: 2 });
// ✎ your prediction: the time in ms
predict("2.16", NaN, () => {
  show(plot.raster(motorUnit.trials.slice(0, 60)));
  show(plot.psth(answered, { title: "469 trials, pulse at 250 ms" }));
});

// %% [explain 2.16]
// After 26{= 2 * answered.rate.indexOf(Math.max(...answered.rate)) - 250} ms. Before the pulse the unit fires at 8{= unitRate(0, 250)} Hz, and rather regularly. From 25 to 30 ms after it the rate is 60{~ unitRate(250 + 25, 250 + 30)} Hz: in 30{~ unitRate(250 + 25, 250 + 30) * 0.5} % of the trials there is a spike in just these five milliseconds. Then comes a pause, at hardly more than 1{= unitRate(280, 305)} Hz until 55 ms, and a second, broader wave at 60{= secondWave().from} to 85{= secondWave().to} ms. In single rows you would have seen little of all this.
//
// Why the pause, and why the second wave? A PSTH says *when*, never *why*. The neurons that fired may just not be ready again; or the pulse may have woken up inhibition as well. To decide between such answers one needs a model.

// %% [markdown]
// ## What this model cannot do
//
// - A Poisson process has no refractory period. It may fire twice within a tenth of a millisecond; a neuron cannot.
// - It has no memory, so it cannot burst, adapt or keep a rhythm. All of these are in real trains.
// - It says nothing about causes. It describes a train. The models that begin with [3. Flows on a line](03-flows-on-a-line.ipynb) explain one.
// - A moving rate and a memory look alike in a CV. Keep the rate constant before you call a train irregular.
//
// ## Summary
//
// - A spike train is a list of times (ms). The firing rate is spikes over time (Hz).
// - $\rho(t) = \sum_i \delta(t - t_i)$ with Dirac's delta: zero away from the spike, area 1. On a grid its height is $1/dt$.
// - Poisson process: independent spikes, $P(n) = (r\,\Delta t)^n e^{-r\,\Delta t}/n!$; intervals with density $r e^{-rt}$; CV = Fano factor = 1.
// - Recipes: exponential intervals (exact), thinning (exact, any rate), a coin for each bin (only for $r\,dt \le 0.05$).
// - $r\,dt$ exceeds $1 - e^{-r\,dt}$ by 0.5{= 100 * bernoulliBinError(0.01 * 1000, { dt: 1 })} % at 0.01, 2.5{= 100 * bernoulliBinError(0.05 * 1000, { dt: 1 })} % at 0.05, 5.1{= 100 * bernoulliBinError(0.1 * 1000, { dt: 1 })} % at 0.1, 27{= 100 * bernoulliBinError(0.5 * 1000, { dt: 1 })} % at 0.5, 52{= 100 * bernoulliBinError(0.9 * 1000, { dt: 1 })} % at 0.9. The Fano factor of the recipe is $1 - r\,dt$.
// - CV: standard deviation (with $n - 1$) over mean of the intervals. It ignores their order; the local variation does not.
// - PSTH: spikes / (trials × bin). Its standard error is $\sqrt{r/(N b)}$: narrow bins are noisy, wide bins blur.
// - Driven by its mean input a neuron is a clock; driven by fluctuations it is irregular, with a CV near 1.
// - A locust's auditory receptor: CV 0.53{= coefficientOfVariation(receptor.spikes)}, no interval below 3.2{= Math.min(...heardIntervals)} ms; Fano factor 0.36{= fano(receptor.spikes, 50, receptor.duration)} in windows of 50 ms and 1.16{= fano(receptor.spikes, 500, receptor.duration)} in 500 ms, as its rate falls from 127{= heardIn(0)} to 78{= heardIn(9)} Hz. It answers a rise of the sound, 6{= heardBefore.indexOf(Math.max(...heardBefore))} ms later.
// - A human motor unit answers a magnetic pulse over the brain after 26{= 2 * answered.rate.indexOf(Math.max(...answered.rate)) - 250} ms, pauses, and fires a second wave.
//
// ## References
//
// - P. Dayan, L. F. Abbott (2001) *Theoretical Neuroscience*, MIT Press, chapter 1: the neural response function, rates, Poisson trains.
// - F. Rieke, D. Warland, R. de Ruyter van Steveninck, W. Bialek (1997) *Spikes*, MIT Press: what a train can tell; a pleasure to read.
// - P. A. W. Lewis, G. S. Shedler (1979) *Naval Res. Logist. Q.* 26:403: thinning.
// - W. R. Softky, C. Koch (1993) *J. Neurosci.* 13:334: cortical neurons are more irregular than integration should allow.
// - A. Rokem, S. Watzl, T. Gollisch, M. Stemmler, A. V. M. Herz, I. Samengo (2006) *J. Neurophysiol.* 95:2541: the locust of Section 2.8.
// - A. C. Davison, D. V. Hinkley (1997) *Bootstrap Methods and Their Application*, Cambridge University Press: the motor unit of Section 2.8.
// - S. Shinomoto, K. Shima, J. Tanji (2003) *Neural Comput.* 15:2823: the local variation.
// - W. Gerstner, W. M. Kistler, R. Naud, L. Paninski (2014) *Neuronal Dynamics*, Cambridge University Press, chapters 7 and 8: variability and noisy input.
