// %% [markdown]
// # 14. Artificial neurons
//
// **One idea:** throw away the spikes and keep the rate: a weighted sum, bent once, is enough to learn with.
//
// | afterwards you can | section | minutes |
// |---|---|---|
// | write an artificial neuron and say what its output stands for | 14.1 Add up and bend | 18 |
// | say what one unit cannot do, and do it with a few | 14.2 A line is not enough | 19 |
// | explain how a network learns, and what it needs for that | 14.3 Downhill in error | 19 |
// | state what one hidden layer can approximate, and when it cannot | 14.4 Enough bends | 19 |
//
// **Prerequisites:** [12. Integrate and fire](12-integrate-and-fire.ipynb) for the f-I curve; the derivative of a function.
// About 75 min with exercises. Everything is computed from the models; nothing here is measured data.

// %%
import { approximationError, check, fiCurve, interpolatingNetwork, leakyIntegrateAndFire, network, plot, predict, rateUnit, rateUnitPlane, setup, show, student, trainNetwork, variant } from "nullcline";
student("self-study"); // your student id: some numbers below are yours alone
setup();

// %% [markdown]
// ## 14.1 Add up and bend (18 min)
//
// A neuron with a steady input settles on a steady firing rate. If the input changes slowly, you may forget the spikes and ask for the rate only. That is its f-I curve.
//
// **Before you run the cell:** the neuron of [12. Integrate and fire](12-integrate-and-fire.ipynb) is silent up to 200{= leakyIntegrateAndFire.parameters.gL * 20} pA. Draw its f-I curve up to 800 pA, and then the simplest shape that could stand in for it.

// %% [predict 14.1]
const currents = Float64Array.from({ length: 41 }, (_, i) => 20 * i);
const simulated = fiCurve(leakyIntegrateAndFire, currents);
const unit = rateUnit("relu", [0.35], -50); // 0.35 Hz per pA, less 50 Hz
const bent = { current: currents, rate: currents.map((I) => unit.respond([I])), unit: "pA" };
// ✎ your prediction: "a straight line", "zero, then a rising line" or "a step"
predict("14.1", "", () => {
  show(plot.fiCurve({ "leaky integrate-and-fire": { ...simulated, unit: "pA" }, "a straight line, cut at zero": bent }));
});

// %% [explain 14.1]
// Zero, then a rising line: a **rectifier**. It misses the steep onset and the bend at high rates, and is close enough to think with.

// %% [markdown]
// With many inputs the
// current is a sum over synapses. So the artificial neuron is
//
// $$v_i = f(I_i), \qquad I_i = \sum_j w_{ij}\,v_j + b_i.$$
//
// Here $v_j$ is the rate of neuron $j$ before the synapse, $w_{ij}$ the strength of the synapse from $j$ to $i$, and $b_i$ a bias: minus the threshold. The
// curve $f$ is a rectifier (ReLU) or a sigmoid, $1/(1 + e^{-x})$. Since it never spikes it is better called a **unit**. The numbers have no units of their own: a rate of 1 may stand for 100 Hz.
//
// **Before you run the cell:** besides these two, a *step* and a *tanh* are in use. Which of the four could not be a firing rate, however you choose its unit? Which one grows without a limit?

// %% [predict 14.2]
const x = Float64Array.from({ length: 121 }, (_, k) => -6 + 0.1 * k);
const rates = (f: "step" | "relu" | "sigmoid" | "tanh") => ({ x: x, y: x.map((sum) => rateUnit(f, [1], 0).respond([sum])) });
const shapes = { step: rates("step"), relu: rates("relu"), sigmoid: rates("sigmoid"), tanh: rates("tanh") };
// ✎ your prediction: what could not be a rate, "step", "relu", "sigmoid" or "tanh"
predict("14.2", "", () => {
  show(plot.curves(shapes, { x: ["summed input", "1"], y: ["rate", "1"], window: { y: [-1.2, 3] } }));
});

// %% [explain 14.2]
// The tanh goes below zero, and no rate does; it is used for its symmetry. The ReLU has no upper limit. A real neuron has one, set by its refractory period, as the step and the sigmoid have.

// %% [markdown]
// **Exercise 14.1** (1 point). What does the sigmoid unit of `variant("14.1")` answer to its inputs?

// %%
const mine = variant("14.1");
console.log(`weights ${mine.w1} and ${mine.w2}, bias ${mine.bias}; inputs ${mine.x1} and ${mine.x2}`);

// %% [exercise 14.1]
// BEGIN SOLUTION
const answer = rateUnit("sigmoid", [mine.w1, mine.w2], mine.bias).respond([mine.x1, mine.x2]);
// STUB
// const answer = NaN; // a rate between 0 and 1
// END SOLUTION

// %% [check 14.1]
check("14.1", answer);

// %% [solution 14.1]
// Weights times inputs, plus bias, then the sigmoid once. A negative weight is an inhibitory synapse.

// %% [markdown]
// **Exercise 14.2** (2 points). *Build.* Write a rectified unit for any number of inputs: `weights` and `inputs` are two lists of the same length.

// %% [exercise 14.2]
const rectified = (weights: number[], bias: number, inputs: number[]): number => {
  // BEGIN SOLUTION
  return Math.max(0, weights.reduce((sum, w, i) => sum + w * inputs[i], bias));
  // STUB
  // return NaN; // a rate
  // END SOLUTION
};

// %% [check 14.2]
check("14.2", rectified);

// %%
const excited = { x: x, y: x.map((v) => rectified([1, -0.5], 1, [v, 0])) };
const inhibited = { x: x, y: x.map((v) => rectified([1, -0.5], 1, [v, 4])) };
const named = { "without inhibition": excited, "inhibitory input of 4": inhibited };
show(plot.curves(named, { x: ["first input", "1"], y: ["your rate", "1"] }));

// %% [solution 14.2]
// Inhibition shifts the curve to the right by 2{= 4 * 0.5}, the input times its weight: in such a unit it is a subtraction.

// %% [markdown]
// ## 14.2 A line is not enough (19 min)
//
// With two inputs a unit divides the plane along the line $w_1 x_1 + w_2 x_2 + b = 0$. **Before you touch the sliders:** which of them turn the line, and which only shifts it?

// %% [predict 14.3]
// ✎ your prediction: "the weights", "the bias" or "all of them"
predict("14.3", "", () => {
  rateUnitPlane();
});

// %% [explain 14.3]
// The weights turn it, the bias shifts it. (Click in the plane to choose an input.)

// %% [markdown]
// Now ask for *exclusive or*: 1 if just one of two inputs is 1. The corners (0, 1) and (1, 0) want one answer, (0, 0) and (1, 1) the other. Try for a minute to put the line between them, in the figure above. **Before you run the cell:** it tries 68 921{= settings.length ** 3} lines. How many of the four corners does the best of them get right?

// %% [predict 14.4]
const exclusive = [[0, 0, 0], [0, 1, 1], [1, 0, 1], [1, 1, 0]]; // two inputs, and the answer wanted
const settings = Array.from({ length: 41 }, (_, k) => (k - 20) / 10);
const rightOf = (w1: number, w2: number, b: number) =>
  exclusive.filter((c) => (w1 * c[0] + w2 * c[1] + b > 0 ? 1 : 0) === c[2]).length;
let best = 0;
for (const w1 of settings) {
  for (const w2 of settings) for (const b of settings) best = Math.max(best, rightOf(w1, w2, b));
}
// ✎ your prediction: a number
predict("14.4", NaN, () => {
  console.log(`the best line: ${best} of 4 corners`);
});

// %% [explain 14.4]
// Three{= best}. No line separates them: each pair lies on a diagonal of the square, and the diagonals cross. With two more units in between it can be done.

// %% [markdown]
// **Exercise 14.3** (2 points). *Build.* Make exclusive or from `relu` of weighted sums of the inputs, and nothing else.

// %% [exercise 14.3]
const relu = (sum: number): number => Math.max(0, sum);
const exclusiveOr = (a: number, b: number): number => {
  // BEGIN SOLUTION
  return relu(a + b) - 2 * relu(a + b - 1);
  // STUB
  // return NaN; // from relu(…) and relu(…)
  // END SOLUTION
};

// %% [check 14.3]
check("14.3", exclusiveOr);

// %%
const along = Float64Array.from({ length: 101 }, (_, k) => 0.01 * k);
const diagonal = { x: along, y: along.map((s) => exclusiveOr(s, s)) };
const edge = { x: along, y: along.map((s) => exclusiveOr(s, 1)) };
show(plot.curves({ "from (0, 0) to (1, 1)": diagonal, "b = 1": edge }, { x: ["a", "1"], y: ["your network", "1"] }));

// %% [solution 14.3]
// The first unit counts the active inputs. The second wakes only when there are two, and takes the 2 away. A layer between input and output is called *hidden*.

// %% [markdown]
// ## 14.3 Downhill in error (19 min)
//
// Nobody sets a million weights by hand. Instead, measure the error (the **loss**: half the squared distance between answer and target, averaged), and
// ask of each weight: if I raise you a little, does the loss go up or down? That is a derivative. Move all weights a little downhill; repeat.
// This is *gradient descent*, and *back-propagation* is the chain rule that finds all the derivatives in one sweep.
//
// **Before you run the cell:** one network has a bend in its hidden units, the other is linear all through. Which one learns exclusive or?

// %% [predict 14.5]
const corners = [[0, 0, 0], [0, 1, 1], [1, 0, 1], [1, 1, 0]].map((c) => ({ input: [c[0], c[1]], output: [c[2]] }));
const learned = (["tanh", "linear"] as const).map((f) =>
  trainNetwork(network([2, 3, 1], f), corners, { learningRate: 0.1, epochs: 300 }).losses);
const losses = learned.map((loss) => ({ x: loss.map((_, k) => k), y: loss }));
// ✎ your prediction: "the one with the bend", "the linear one" or "both"
predict("14.5", "", () => {
  show(plot.curves({ "tanh": losses[0], "linear": losses[1] }, { x: ["steps of training", "1"], y: ["loss", "1"] }));
});

// %% [explain 14.5]
// The one with the bend: after 90{~ learned[0].findIndex((loss) => loss < 0.001)} steps it makes hardly a mistake. The linear one stops at a loss of 0.125{= learned[1].at(-1)}, half of ½ squared: it answers ½ to everything. Layers of straight lines make a straight line, however many you stack.

// %% [markdown]
// **Exercise 14.4** (2 points). Training needs the slope of $f$. Write it for the sigmoid, at summed input `x`.

// %% [exercise 14.4]
const slope = (x: number): number => {
  // BEGIN SOLUTION
  const y = 1 / (1 + Math.exp(-x));
  return y * (1 - y);
  // STUB
  // return NaN; // rate per input
  // END SOLUTION
};

// %% [check 14.4]
check("14.4", slope);

// %%
const sigmoid = rateUnit("sigmoid", [1], 0);
const rises = { x: x, y: x.map((u) => (sigmoid.respond([u + 0.05]) - sigmoid.respond([u - 0.05])) / 0.1) };
const own = { x: x, y: x.map(slope), style: "dashed" } as const;
show(plot.curves({ "from small differences": rises, "yours": own }, { x: ["summed input", "1"], y: ["slope", "1"] }));

// %% [solution 14.4]
// $f' = f\,(1 - f)$, from the chain rule. It needs no new exponential, only the rate that is known already.

// %% [markdown]
// Not every $f$ has a slope everywhere. A step has slope 0 wherever it has one, so there is nothing to descend. **ReLU has a corner at 0, where it is not
// differentiable**; programs take 0 (or 1) there and get away with it, since an input of exactly 0 is rare.
//
// ## 14.4 Enough bends (19 min)
//
// Each rectified unit adds one corner. With enough corners you can follow a curve by chords. **Before you run the cell:** with twice as many units, by
// how much does the largest error fall: for a sine, for a jump from 0 to 1, and for the sine beyond the interval?

// %% [predict 14.6]
const wave = (u: number): number => Math.sin(2 * Math.PI * u);
const jump = (u: number): number => (u < 0.5 ? 0 : 1);
const fit = (f: (u: number) => number, units: number) => interpolatingNetwork(f, { interval: [0, 1], units });
const chords = [4, 8].map((count) => ({ x: along, y: along.map((u) => fit(wave, count).respond([u])[0]) }));
const sine = { x: along, y: along.map(wave), style: "dashed" } as const;
// ✎ your prediction: for the sine, "to a half", "to a quarter" or "not at all"
predict("14.6", "", () => {
  show(plot.curves({ "4 units": chords[0], "8 units": chords[1], "sine": sine }, { x: ["input", "1"], y: ["output", "1"] }));
  for (const count of [8, 16, 32, 64]) {
    const errors = [[wave, [0, 1]], [jump, [0, 1]], [wave, [0, 2]]] as const;
    const largest = errors.map(([f, interval]) => approximationError(fit(f, count), f, { interval }).toFixed(4));
    console.log(`${count} units: sine ${largest[0]}, jump ${largest[1]}, sine on [0, 2] ${largest[2]}`);
  }
});

// %% [explain 14.6]
// For the sine the error falls to a quarter. For the jump it stays near 1{= approximationError(fit(jump, 8), jump, { interval: [0, 1] })}: next to the jump a continuous curve must be wrong. (It is wrong by 1 however many units there are. The numbers above fall a little because the cell compares at a thousand places only, and more units make a steeper rise between two of them.) And beyond the interval, where no
// unit was placed, the network runs straight on: there it is wrong by 6{= approximationError(fit(wave, 64), wave, { interval: [0, 2] })}, and more units do not help.

// %% [markdown]
// **Exercise 14.5** (1 point). *In your own words.* A text says: "networks with just one hidden layer are capable of approximating any function". Any? Explain to a friend why the largest error falls for the sine as units are added, and for the jump does not. Two to four sentences, at least 25 words. The check only sees that you have written something to the point; your teacher reads it.

// %% [exercise 14.5]
// BEGIN SOLUTION
const whyNotAny = "Each rectified unit adds a corner, so the network is a curve of chords. With more units the chords get shorter and lie closer to any continuous curve, such as the sine. But a sum of such units is itself continuous. On its way from 0 to 1 it has to pass through one half, and there it is wrong by one half or more, however steep it is.";
// STUB
// const whyNotAny = ``; // your text between the two marks, on as many lines as you like
// END SOLUTION

// %% [check 14.5]
check("14.5", whyNotAny);

// %% [solution 14.5]
// This is the *universal approximation theorem*. It is about continuous functions, on a closed and bounded set, with enough units that are not polynomials. A sum of continuous units is continuous, so next to a jump it must be wrong. The theorem says that good weights exist, not that training finds them, nor how many units it takes.

// %% [markdown]
// **Exercise 14.6** (3 points). *Investigate.* What is the smallest number of units with which `interpolatingNetwork` stays within the error of `variant("14.6")` of the sine, on [0, 1]?

// %%
const goal = variant("14.6");
const errorWith = (count: number): number =>
  approximationError(fit(wave, count), wave, { interval: [0, 1] });
console.log(`your error: below ${goal.error}`);

// %% [exercise 14.6]
// BEGIN SOLUTION
let units = 1;
while (errorWith(units) >= goal.error) units++;
// STUB
// const units = NaN; // how many
// END SOLUTION

// %% [check 14.6]
check("14.6", units);

// %%
const widths = Array.from({ length: 60 }, (_, k) => k + 4).filter((count) => count <= Math.max(4, units || 4));
const isWidth = Number.isInteger(units) && units > 0;
const yours = { x: [units], y: [isWidth ? errorWith(units) : NaN], style: "points" } as const;
const limit = { x: [4, 63], y: [goal.error, goal.error], style: "dashed" } as const;
const upToYours = { x: widths, y: widths.map(errorWith) };
show(plot.curves({ "fewer": upToYours, "yours": yours, "your limit": limit }, { x: ["units", "1"], y: ["largest error", "1"], log: "xy" }));

// %% [solution 14.6]
// On logarithmic axes the errors fall along a line of slope −2{= Math.log2(errorWith(64) / errorWith(32))}. So you may guess from one width to another, and then try the neighbours.

// %% [markdown]
// ## What this model cannot do
//
// - It has no spikes, so nothing that rests on their timing: no coincidences, no phases, no bursts.
// - It has no state. The same input gives the same output, whatever came before: no refractory period, no adaptation, no bistability.
// - Its synapses may excite one target and inhibit another. Most real neurons do only one of the two.
// - Back-propagation sends errors backwards through the same weights. Nobody has shown that brains do so.
//
// ## Summary
//
// - A unit: $v_i = f(\sum_j w_{ij} v_j + b_i)$. Its output stands for a firing rate; $f$ for an f-I curve.
// - One unit divides its inputs along a line. Exclusive or needs a hidden layer.
// - Layers of linear units are one linear unit. The bend is what makes depth worth having.
// - Training moves the weights downhill in the loss. It needs slopes: sigmoid $f(1 - f)$, step 0, ReLU 0 or 1, and none at its corner.
// - One hidden layer approximates *continuous* functions on *closed and bounded* sets, given *enough* units with a *non-polynomial* $f$.
// - With chords the error for a smooth curve falls as 1/units²; at a jump it does not go to zero.
//
// ## References
//
// - W. S. McCulloch, W. Pitts (1943) *Bull. Math. Biophys.* 5:115: the first artificial neuron, with a step.
// - D. E. Rumelhart, G. E. Hinton, R. J. Williams (1986) *Nature* 323:533: back-propagation.
// - G. Cybenko (1989) *Math. Control Signals Systems* 2:303: one hidden layer of sigmoids is enough, with the conditions.
// - M. Leshno, V. Y. Lin, A. Pinkus, S. Schocken (1993) *Neural Networks* 6:861: exactly the activations that are no polynomials will do.
// - P. Dayan, L. F. Abbott (2001) *Theoretical Neuroscience*, MIT Press, chapter 7: rate models and where they come from.
