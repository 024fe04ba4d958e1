// %% [markdown]
// # 0. Start here
//
// **One idea:** everything in this course can be run, moved and checked on the spot. You learn by predicting first.
//
// | afterwards you can | section | minutes |
// |---|---|---|
// | run a cell and mend an error | 0.1 A cell | 5 |
// | play with a figure that is alive | 0.2 A figure | 8 |
// | answer an exercise, ask for a hint, see your progress | 0.3 An exercise | 8 |
// | choose where to begin | 0.4 Where to begin | 10 |
//
// **Prerequisites:** none. About 30 min.

// %%
import { check, hint, hodgkinHuxley, playground, plot, progress, setup, show, simulate, step, student, variant } from "nullcline";
student("self-study"); // put your student id here: some numbers in the exercises are yours alone
setup();

// %% [markdown]
// ## 0.1 A cell (5 min)
//
// The grey boxes are cells. Click into one and press **Shift + Enter**: the cell runs, and its answer appears below it. Cells run in the order in which you run them, not in the order in which they stand, so go from top to bottom. If a notebook behaves strangely, choose
// *Kernel → Restart Kernel and Run All Cells*.
//
// The language is TypeScript. You need little of it: names with `const`, functions with `=>`, lists with `[ ]`, and numbers.

// %%
const rest = -65; // mV
const peak = 40; // mV
console.log(`the spike rises by ${peak - rest} mV`);

// %% [markdown]
// When something is wrong, the answer says what and where. The next cell has a slip in it: it asks a model nerve cell to begin at a voltage of −60 mV, and misspells the voltage. Run it, read the message, mend
// the slip, and run it again.

// %%
try {
  const mended = simulate(hodgkinHuxley, { duration: 20, initial: { v: -60 } });
  console.log(`it runs, and begins at ${mended.states.V[0]} mV`);
} catch (mistake) {
  console.log(String(mistake)); // it names the thing, what was expected, and the likely mistake
}

// %% [markdown]
// ## 0.2 A figure (8 min)
//
// The curves below come from the model that you have just used: the nerve fibre of a squid, in the equations of Hodgkin and Huxley. Its voltage rests at −65 mV. Now and then it shoots up by 100 mV and comes back, all within a few
// milliseconds. Such a spike is the word of which a nerve cell's language is made.
//
// **Before you run the cell**, look away and predict: the resting fibre gets a weak current for 80 ms. Nothing, one spike, or many?
//
// Always commit to an answer. A prediction that fails teaches more than a page of text.

// %%
const weak = simulate(hodgkinHuxley, { duration: 100, stimulus: step(5, 10, 90) });
show(plot.trace(weak));

// %% [markdown]
// One. Why only one is a question for [7. Hodgkin-Huxley](07-hodgkin-huxley.ipynb) and [13. Classes of excitability](13-classes-of-excitability.ipynb). Move the pointer over the curve to read values; drag to zoom, double-click to go back.
//
// The next figure is alive: the **playground**. The menu at the top holds all models of the course; it opens with the same fibre under twice the current. Each slider runs the model again, here in your
// browser, with no computing elsewhere. It goes on working in a saved or exported page.
//
// **Before you move a slider**, predict what each of these will do. Put the slider back in between, by its number or by *preset: as opened*.
//
// 1. Raise the current $I$ from 10 to 60 µA/cm². More spikes, higher spikes, or both?
// 2. Lower the sodium conductance $g_\mathrm{Na}$ from 120 to 100 mS/cm². A few channels fewer: does it matter?
// 3. Set the potassium conductance $g_\mathrm{K}$ to 0. What does potassium do for a spike?

// %%
playground();

// %% [markdown]
// What you have seen:
//
// 1. More: nine instead of five. But they are *lower*, the last ones hardly above 0 mV. There is too little time between them to recover.
// 2. It does: of the five spikes the first is left. Firing needs a minimum of sodium channels.
// 3. There are no spikes at all. The voltage stands near 0 mV, since nothing pulls it back down.
//
// Under the picture are buttons. *Predict first* hides each new run until you have said what it will be. *Keep this trace* holds a curve for comparison. Others save a picture or the numbers, and *as code* shows the line that
// reproduces what you see. Now choose another model from the menu, and find out what makes it fire.

// %% [markdown]
// ## 0.3 An exercise (8 min)
//
// Write your answer in the marked cell, run it, then run the cell with `check`. The answer comes at once. It tells right from wrong and recognises the usual mistakes; it does not give the number away. You may try as often as you like.
//
// **Exercise 0.1** (1 point). The weak current was 5 µA/cm². Here it is 12 µA/cm², for the same 80 ms. Predict how many spikes it makes. Then answer with what the run says: `strong.spikes.length`, or count in the picture below.

// %%
const strong = simulate(hodgkinHuxley, { duration: 100, stimulus: step(12, 10, 90) });

// %% [exercise 0.1]
// BEGIN SOLUTION
const howMany = strong.spikes.length;
// STUB
// const howMany = NaN; // replace NaN by your answer
// END SOLUTION

// %% [check 0.1]
check("0.1", howMany);

// %%
show(plot.trace(strong));

// %% [solution 0.1]
// `strong.spikes` is a list of the times of all spikes, in ms. Its `length` is their number.

// %% [markdown]
// Stuck? Ask for a hint; each call gives the next one.

// %%
hint("0.1");

// %% [markdown]
// Some numbers are yours alone: `variant("0.2")` draws them from your student id, so a neighbour's answer does not help you.
//
// **Exercise 0.2** (2 points). At which time, in ms, does the **last** spike come when the step has the strength of `variant("0.2")`?

// %%
const mine = variant("0.2");
const yours = simulate(hodgkinHuxley, { duration: 100, stimulus: step(mine.I, 10, 90) });
console.log(`your step: ${mine.I} uA/cm^2`);

// %% [exercise 0.2]
// BEGIN SOLUTION
const lastSpike = yours.spikes[yours.spikes.length - 1];
// STUB
// const lastSpike = NaN; // ms
// END SOLUTION

// %% [check 0.2]
check("0.2", lastSpike);

// %%
show(plot.trace(yours));

// %% [solution 0.2]
// The first entry of a list has the number 0, so the last has the number `length - 1`.

// %% [markdown]
// `progress()` shows what is done and what is open, in all notebooks of this folder.

// %%
progress();

// %% [markdown]
// ## 0.4 Where to begin (10 min)
//
// A short quiz to find your starting point. Answer without looking anything up.
//
// - **a.** The membrane potential is the voltage inside minus the voltage outside.
// - **b.** At rest no ion crosses the membrane.
// - **c.** If $dV/dt$ is negative, $V$ is negative.
// - **d.** At the top of a smooth hill the slope is zero.
// - **e.** The coefficient of variation is a variance divided by a mean.
//
// **Exercise 0.3** (2 points). Which of these sentences are **true**? Give their letters.

// %% [exercise 0.3]
// BEGIN SOLUTION
const trueOnes: string[] = ["a", "d"];
// STUB
// const trueOnes: string[] = []; // such as ["a", "b"]
// END SOLUTION

// %% [check 0.3]
check("0.3", trueOnes);

// %% [solution 0.3]
// (b) At rest ions do cross, but their currents cancel. (c) A negative $dV/dt$ says that $V$ falls, wherever it is. (e) That is nearly the Fano factor; the CV is a standard deviation divided by a mean.

// %% [markdown]
// | if you were unsure about | begin with |
// |---|---|
// | a or b | [1. The neuron](01-the-neuron.ipynb) |
// | c or d | [3. Flows on a line](03-flows-on-a-line.ipynb) |
// | e | [2. Spike trains](02-spike-trains.ipynb) |
// | none | [4. The phase plane](04-the-phase-plane.ipynb), or straight to [7. Hodgkin-Huxley](07-hodgkin-huxley.ipynb) |
//
// ## What this course promises
//
// - Every model is simulated before your eyes, from the equations that are printed. Parameters and units stand beside each number.
// - Simulated data is called simulated. The only measured data are Hodgkin and Huxley's own, in notebooks 6 and 7.
// - Each notebook ends with what its model **cannot** do.
//
// ## Summary
//
// - Shift + Enter runs a cell; run from top to bottom; restart when in doubt.
// - Predict, then see, then explain.
// - `check("7.2", answer)` answers at once, `hint("7.2")` helps, `variant("7.2")` gives your own numbers, `progress()` shows the rest.
// - Terms and their one spelling: [glossary](glossary.md).
//
// ## References
//
// - E. M. Izhikevich (2007) *Dynamical Systems in Neuroscience*, MIT Press: the book closest in spirit to this course.
// - P. Dayan, L. F. Abbott (2001) *Theoretical Neuroscience*, MIT Press: the wider field, with more on coding and learning.
