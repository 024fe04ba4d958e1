// %% [markdown]
// # 0. Start here
//
// **One idea:** everything in this course can be run, moved and checked on the spot. You learn by predicting first.
//
// | afterwards you can | section | minutes |
// |---|---|---|
// | say what this course is about | 0.1 Why neurons? | 5 |
// | run a cell and mend an error | 0.2 A cell | 6 |
// | predict, and play with a figure that is alive | 0.3 A figure | 10 |
// | read and write the little TypeScript that the course needs | 0.4 Ten lines of TypeScript | 35 |
// | answer an exercise, ask for a hint, see your progress | 0.5 An exercise | 10 |
// | choose your path | 0.6 Three paths | 13 |
//
// **Prerequisites:** none, in biology, in mathematics or in programming. About 80 min.

// %%
import { check, hint, hodgkinHuxley, playground, plot, predict, progress, setup, show, simulate, step, statements, student, variant } from "nullcline";
student("self-study"); // put your student id here: some numbers in the exercises are yours alone
setup();

// %% [markdown]
// ## 0.1 Why neurons? (5 min)
//
// While you read this line, some 86{@ Azevedo and others 2009} billion nerve cells in your head are at work. Each is a bag of salt water, wrapped in a film of fat. Most of the time it does nothing but listen to thousands of others. Then, every so often, its voltage leaps up by a tenth of a volt and is back a thousandth of a second later. That leap is called a **spike**, and it is almost all that
// most of them ever say. Whatever you have seen, wanted, feared or remembered was told in such leaps, and in who listens to whom.
//
// How can a bag of salt water decide when to leap? In 1952 Alan Hodgkin and Andrew Huxley answered that for one nerve fibre of a squid, in four equations. You will run them in a few minutes. Since then people have learnt that nerve cells come in kinds. Some report how strong their input is. Some answer only to their own rhythm. Some notice nothing but change. Which kind a cell is can be seen
// in a few pictures, without solving a single equation.
//
// This course leads from the salt to those pictures, and on to a thousand cells that find a rhythm together. It never asks you to believe anything. At each step you say what you expect; then you turn a knob on the model, and see.
//
// ## 0.2 A cell (6 min)
//
// The grey boxes are cells. Click into one and press **Shift + Enter**: the cell runs, and what it has to say appears below it. Cells run in the order in which you run them, not in the order in which they stand. So go from top to bottom. If a notebook behaves strangely, choose
// *Kernel → Restart Kernel and Run All Cells*.
//
// A star, `[*]`, beside a cell says that it is still at work. If it does not come to an end, because a loop goes round for ever, the square ■ above stops it. A double click turns a page of text like this one into its raw form; Shift + Enter turns it back. Ctrl + S keeps what you have written.

// %%
const rest = -65; // mV: what stands after two slashes is for people, the computer skips it
const peak = 40; // mV
console.log(`the spike rises by ${peak - rest} mV`);

// %% [markdown]
// When something is wrong, the answer says what and where. The next cell has a slip in it. It asks a model nerve cell to begin at a voltage of −60 mV, and misspells the voltage, which the model calls `V`. Run it, read the message, mend
// the slip, and run it again.

// %%
try {
  const mended = simulate(hodgkinHuxley, { duration: 20, initial: { v: -60 } });
  console.log(`it runs, and begins at ${mended.states.V[0]} mV`);
} catch (mistake) {
  console.log(String(mistake)); // it names the thing, what was expected, and the likely mistake
}

// %% [markdown]
// ## 0.3 A figure (10 min)
//
// The model in that cell is the squid's nerve fibre, in the equations of Hodgkin and Huxley. Its voltage rests at −65{= equilibria(hodgkinHuxley)[0].state.V} mV. Now it gets a weak current for 80{= lasts(weak)} ms.
//
// **Before you run the cell**, commit yourself: no spike, one spike, or many? Write your prediction between the quotation marks. As long as they are empty, the cell shows nothing. Nobody marks a prediction. But one that fails teaches more than a page of text, and one that was never made teaches nothing.

// %% [predict 0.1]
const weak = simulate(hodgkinHuxley, { duration: 100, stimulus: step(5, 10, 90) });
// ✎ your prediction: "nothing", "one" or "many"
predict("0.1", "", () => {
  show(plot.trace(weak));
});

// %% [explain 0.1]
// One{= weak.spikes.length}. The current lasts for 80{= lasts(weak)} ms, and the fibre answers only its beginning. Why only one is a question for [8. Hodgkin-Huxley](08-hodgkin-huxley.ipynb) and [15. Classes of excitability](15-classes-of-excitability.ipynb).

// %% [markdown]
// In a picture like this you can move the pointer over the curve to read values, drag to zoom, and double-click to go back. Explanations are folded, as above, until you open them.
//
// The next figure is alive. It is the **playground**, with all models of the course in the menu at the top; it opens with the same fibre under twice the current. Watch the voltage, the blue curve. The picture to its right belongs to notebook 4, and its words are explained there. A line above asks you to try this and that; do, or press *skip*. Each slider runs the model again, in your browser. It goes on working in a saved or exported page.
//
// **Before you move a slider**, say what each of these will do. Put your answer to the first into the cell, and the figure comes; keep those to the others in mind. Put the slider back in between, by its number or by *preset: as opened*.
//
// 1. Raise the current $I$ from 10{= opens} to 60 µA/cm². More spikes, higher spikes, or both?
// 2. Lower the sodium conductance $g_\mathrm{Na}$ from 120{= hodgkinHuxley.parameters.gNa} to 100 mS/cm². A few channels fewer: does it matter?
// 3. Set the potassium conductance $g_\mathrm{K}$ to 0. What does potassium do for a spike?

// %% [predict 0.2]
// ✎ your prediction: of 1, "more spikes", "higher spikes" or "both"
predict("0.2", "", () => {
  playground();
});

// %% [explain 0.2]
// What you have seen:
//
// 1. More spikes, nine{= inThePlayground({ I: 60 }).spikes.length} instead of five{= inThePlayground({}).spikes.length}. But they are *lower*: the last ones reach only 2{= lastPeak(inThePlayground({ I: 60 }))} mV. There is too little time between two spikes for the fibre to recover.
// 2. It matters. Only one{= inThePlayground({ gNa: 100 }).spikes.length} of the five{= inThePlayground({}).spikes.length} spikes remains, the first. To go on firing, the fibre needs enough sodium channels.
// 3. The voltage stays within 10{> farthest(inThePlayground({ gK: 0 }))} mV of zero from beginning to end: nothing pulls it down. (An axon that starts at −65{= equilibria(hodgkinHuxley)[0].state.V} mV fires once, and is stuck there too. You will see that in notebook 8.)

// %% [markdown]
// Under the picture are buttons. *Predict first* hides each new run until you have said what it will be. *Keep this trace* holds a curve for comparison. Others save a picture or the numbers, and *as code* shows the line that
// reproduces what you see. Now choose another model from the menu, and find out what makes it fire.
//
// ## 0.4 Ten lines of TypeScript (35 min)
//
// The language of the cells is TypeScript. Here is nearly all of it that you will need, in ten lines. Run them, and compare each line with what it prints.

// %%
const radius = 10; // a name for a number; it never changes
const volume = (4 / 3) * Math.PI * radius ** 3; // + - * / as usual, and ** for a power
const double = (x: number): number => 2 * x; // a function: what goes in, what comes out
const times = [12, 31, 43, 60]; // a list; its entries are counted from 0
const last = times[times.length - 1]; // so the last one has the number length - 1
let sum = 0; // a name for a number that will change
for (const t of times) sum += t; // for each t of the list, add t to the sum
const halves = times.map((t) => t / 2); // a new list, made from each entry
const cell = { name: "squid axon", rest: -65 }; // a record: values with names
console.log(volume, double(4), last, sum, halves, cell.rest);

// %% [markdown]
// Three habits from paper do not work here. A number has a point and never a comma: `0.5`. It stands without its unit, which goes into a comment: `51; // ms`. And nothing is multiplied without its star: `2 * x`, not `2 x`.
//
// Four short exercises, one for each thing that is new. The cells to write in are marked with a pencil, ✎. Write your answer, run the cell, then run the cell with `check` below it. The answer comes at once. It tells right from wrong and recognises the usual mistakes; it does not give the number away. You may try as often as you like.
//
// **Exercise 0.1** (1 point). *A power.* The body of your nerve cell is a ball with the radius of `variant("0.1")`. A ball has the volume $\frac43\pi r^3$. What is it, in µm³? Let the computer do the sum: write a formula for the number.

// %%
const ball = variant("0.1");
console.log(`your radius: ${ball.r} um`); // some numbers are yours alone: a neighbour has others

// %% [exercise 0.1]
// BEGIN SOLUTION
const yourVolume = (4 / 3) * Math.PI * ball.r ** 3;
// STUB
// const yourVolume = NaN; // replace NaN, "not a number", by your formula
// END SOLUTION

// %% [check 0.1]
check("0.1", yourVolume);

// %% [solution 0.1]
// `ball.r` is the entry `r` of the record `ball`. The power goes with `**`; in TypeScript `^` means something else altogether.

// %% [markdown]
// **Exercise 0.2** (1 point). *A function.* If spikes come every 20 ms, there are 50{= rateOf(20)} in a second: a rate of 50{= rateOf(20)} Hz. Write the function that gives the rate in Hz for any `interval` in ms.

// %% [exercise 0.2]
const rateOf = (interval: number): number => {
  // BEGIN SOLUTION
  return 1000 / interval;
  // STUB
  // return NaN; // what comes out
  // END SOLUTION
};

// %% [check 0.2]
check("0.2", rateOf);

// %% [solution 0.2]
// A second has 1000 ms. A function that needs more than one line has its lines between braces, and says with `return` what comes out.

// %% [markdown]
// **Exercise 0.3** (1 point). *A loop.* Write the mean of a `list` of numbers: add up all entries, and divide by how many there are, `list.length`.

// %% [exercise 0.3]
const meanOf = (list: number[]): number => {
  // BEGIN SOLUTION
  let total = 0;
  for (const x of list) total += x;
  return total / list.length;
  // STUB
  // return NaN; // begin with a line like `let total = 0;`
  // END SOLUTION
};

// %% [check 0.3]
check("0.3", meanOf);

// %% [solution 0.3]
// `total += x` is short for `total = total + x`. The division comes after the loop, once.

// %% [markdown]
// **Exercise 0.4** (1 point). *A record.* A run of a model is a record. Among much else it has `spikes`, the list of its spike times, and `duration`, in ms. Write the function that gives the firing rate of a run, in Hz: spikes per *second*.

// %% [exercise 0.4]
const rateOfRun = (run: { spikes: number[]; duration: number }): number => {
  // BEGIN SOLUTION
  return (1000 * run.spikes.length) / run.duration;
  // STUB
  // return NaN; // made from run.spikes and run.duration
  // END SOLUTION
};

// %% [check 0.4]
check("0.4", rateOfRun);

// %% [solution 0.4]
// `run.spikes` is a list, `run.spikes.length` the number of its entries. Divided by the duration in ms that is spikes per ms; times 1000, spikes per second.

// %% [markdown]
// Other cells, above all those that draw, use more of the language than this. You need not read them: run them, and look at what they show. What you have to write is always in these ten lines and the six that follow, or is explained on the spot.
//
// That is all for today. Six more lines are needed from notebook 2 on. Run them, see what each does, and come back when an exercise wants one of them.

// %%
const intervals: number[] = []; // an empty list of numbers, to be filled
for (let i = 1; i < times.length; i++) { // count: i is 1, then 2, then 3
  const interval = times[i] - times[i - 1]; // the entry with the number i, less the one before
  if (interval > 15) intervals.push(interval); // only if this holds, it is put at the end of the list
}
const late = times.filter((t) => t > 20); // a list of those entries for which this holds
const kind = late.length === 3 ? "three" : "not three"; // if so, the first; otherwise the second
console.log(intervals, late, kind, Math.sqrt(2), Math.exp(1), Math.log(10), Math.max(...times));

// %% [markdown]
// A test for equality has three signs, `===`; one alone gives a name its value. What a calculator has is in `Math`: the root, $e^x$, and `Math.log`, the *natural* logarithm. Three dots spread a list out, so that `Math.max` finds its largest entry.
//
//
// ## 0.5 An exercise (10 min)
//
// **Exercise 0.5** (1 point). *Measure.* The weak current was 5 µA/cm² for 80{= lasts(weak)} ms. Here it is stronger, and lasts longer: how strong and how long is yours alone. How many spikes does it make? Predict; then answer with what the run says: `strong.spikes.length`, or count them in the picture below.

// %%
const push = variant("0.5");
const strong = simulate(hodgkinHuxley, { duration: push.ms + 20, stimulus: step(push.I, 10, 10 + push.ms) });
console.log(`your push: ${push.I} uA/cm^2 for ${push.ms} ms`);

// %% [exercise 0.5]
// BEGIN SOLUTION
const howMany = strong.spikes.length;
// STUB
// const howMany = NaN; // replace NaN by your answer
// END SOLUTION

// %% [check 0.5]
check("0.5", howMany);

// %%
show(plot.trace(strong));

// %% [solution 0.5]
// `strong.spikes` is a list of the times of all spikes, in ms. Its `length` is their number.

// %% [markdown]
// Stuck? Open a hint, and another one if you need it. The first only nudges, the last nearly tells. In all other notebooks you make a cell for it yourself: click on the cell of your answer, then on the **+** above, and write `hint` with the number of the exercise, as here.

// %%
hint("0.5");

// %% [markdown]
// **Exercise 0.6** (2 points). *Measure.* At which time, in ms, does the **third** spike come when the step has the strength of `variant("0.6")`, and begins at its time?

// %%
const mine = variant("0.6");
const yours = simulate(hodgkinHuxley, { duration: 100, stimulus: step(mine.I, mine.from, 90) });
console.log(`your step: ${mine.I} uA/cm^2 from ${mine.from} ms on`);

// %% [exercise 0.6]
// BEGIN SOLUTION
const thirdSpike = yours.spikes[2];
// STUB
// const thirdSpike = NaN; // ms
// END SOLUTION

// %% [check 0.6]
check("0.6", thirdSpike);

// %%
show(plot.trace(yours));

// %% [solution 0.6]
// The first entry of a list has the number 0, so the third has the number 2.

// %% [markdown]
// `progress()` shows what is done and what is open, in all notebooks of this folder. It also counts your predictions: those that you made, not those that came true. After a right answer, or three different tries, `solution("0.6")` shows a worked solution, if your copy of the course has them.

// %%
progress();

// %% [markdown]
// ## 0.6 Three paths (13 min)
//
// A short quiz to find your starting point. Answer without looking anything up.
//
// **Exercise 0.7** (2 points). *Find the mistakes.* The next cell shows six sentences, in an order and a wording that are yours alone. Which of them are wrong? Give a list of their letters, such as `["a", "d"]`.

// %%
const quiz = statements("0.7");

// %% [exercise 0.7]
// BEGIN SOLUTION
const wrongOnes: string[] = Object.keys(quiz).filter((letter) =>
  /outside minus|no ion|V is negative|steepest|a variance|grow without/.test(quiz[letter]));
// STUB
// const wrongOnes: string[] = []; // letters of the wrong sentences
// END SOLUTION

// %% [check 0.7]
check("0.7", wrongOnes);

// %% [solution 0.7]
// Ions do cross a membrane at rest, but their currents cancel. A negative $dV/dt$ says that $V$ falls, wherever it is. Of spike counts, a variance divided by a mean is the Fano factor; the CV is a standard deviation divided by a mean. And what shrinks along both eigenvectors dies away.

// %% [markdown]
// | if you were unsure about | begin with |
// |---|---|
// | inside and outside, or what happens at rest | [1. The neuron](01-the-neuron.ipynb) |
// | derivatives and slopes | 1, then [3. Flows on a line](03-flows-on-a-line.ipynb); have a book on derivatives at hand |
// | the coefficient of variation | nothing is lost: [2. Spike trains](02-spike-trains.ipynb) needs no earlier notebook |
// | eigenvalues | 3, then [4. The phase plane](04-the-phase-plane.ipynb), which explains it |
// | nothing | 3, read quickly, then 4 |
//
// Each notebook says at its top what it builds on. Three ways through that respect this:
//
// | path | notebooks, in this order |
// |---|---|
// | **biologist**: cells first | [1](01-the-neuron.ipynb), [2](02-spike-trains.ipynb), [3](03-flows-on-a-line.ipynb), [6](06-conductance-based-models.ipynb), [7](07-the-voltage-clamp.ipynb), [17](17-dendrites-and-cables.ipynb), [4](04-the-phase-plane.ipynb), [5](05-bifurcations.ipynb), [8](08-hodgkin-huxley.ipynb), [9](09-repetitive-firing.ipynb), [12](12-integrate-and-fire.ipynb), [13](13-the-simple-model.ipynb), [19](19-a-real-neuron.ipynb), [20](20-synapses-and-plasticity.ipynb), [21](21-two-neurons.ipynb), [18](18-many-neurons.ipynb) |
// | **physicist**: pictures first | [1](01-the-neuron.ipynb), quickly, [3](03-flows-on-a-line.ipynb), [4](04-the-phase-plane.ipynb), [5](05-bifurcations.ipynb), [10](10-persistent-sodium.ipynb), [11](11-persistent-sodium-potassium.ipynb), [12](12-integrate-and-fire.ipynb), [13](13-the-simple-model.ipynb), [15](15-classes-of-excitability.ipynb), [16](16-integrators-and-resonators.ipynb), [6](06-conductance-based-models.ipynb), [20](20-synapses-and-plasticity.ipynb), [21](21-two-neurons.ipynb), [22](22-bursting.ipynb) |
// | **a weekend** | [1](01-the-neuron.ipynb), [3](03-flows-on-a-line.ipynb), [12](12-integrate-and-fire.ipynb) up to Section 12.3, [14](14-artificial-neurons.ipynb) |
//
// *Investigate.* To go on with, without points: go back to the playground of Section 0.3 and choose a model that you have not met. Look for a setting at which it changes its ways: from silence to spikes, from single spikes to bursts, from spikes to silence. Move one slider at a time, and note the last setting before the change and the first one after. Does the number of spikes go first, their height, or their pace? Keep your note. Notebook 5 gives such changes their names.
//
// **Exercise 0.8** (1 point). *In your own words.* Each notebook has an exercise that asks for words and not for a number. Here is a short one. In Section 0.3 the fibre with fewer sodium channels fired once instead of five times, and without potassium channels it stayed near zero. What do the two kinds of channels do for a spike? Two to four sentences, at least 25 words. The check only sees that you have written something to the point; your teacher reads it.

// %% [exercise 0.8]
// BEGIN SOLUTION
const twoKinds = "Sodium channels drive the voltage up: with fewer of them the fibre cannot do so again and again. Potassium channels bring it down afterwards, so that the next spike can begin; without them the voltage goes up once and stays there.";
// STUB
// const twoKinds = ``; // your text between the two marks, on as many lines as you like
// END SOLUTION

// %% [check 0.8]
check("0.8", twoKinds);

// %% [solution 0.8]
// Sodium channels make the upstroke, potassium channels the way down. A spike needs both, and so does the next one: [1. The neuron](01-the-neuron.ipynb) and [8. Hodgkin-Huxley](08-hodgkin-huxley.ipynb) tell how.

// %% [markdown]
// ## What this course promises
//
// - Every model is simulated before your eyes, from the equations that are printed. Parameters and units stand beside each number.
// - Simulated data is called simulated. Where data was measured, the page says by whom, and how it came here.
// - Each notebook ends with what its model **cannot** do.
//
// ## Summary
//
// - Shift + Enter runs a cell; run from top to bottom; restart when in doubt.
// - Predict, then see, then explain. `predict` shows the run once you have said what you expect.
// - `const`, `**`, `=>`, `[ ]`, `for … of`, `{ }`: a name, a power, a function, a list, a loop, a record.
// - `check("8.2", answer)` answers at once, `hint("8.2")` helps, `variant("8.2")` gives your own numbers, `progress()` shows the rest.
// - Terms and their one spelling: [glossary](glossary.md).
//
// ## References
//
// - E. M. Izhikevich (2007) *Dynamical Systems in Neuroscience*, MIT Press: the book closest in spirit to this course.
// - P. Dayan, L. F. Abbott (2001) *Theoretical Neuroscience*, MIT Press: the wider field, with more on coding and learning.
// - F. A. C. Azevedo and others (2009) *J. Comp. Neurol.* 513:532: 86 billion neurons, counted.
