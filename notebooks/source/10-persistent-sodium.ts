// %% [markdown]
// # 10. Persistent sodium
//
// **One idea:** a single amplifying current makes a threshold and an upstroke; all that is missing for repetitive firing is something that brings the voltage back.
//
// | afterwards you can | section | minutes |
// |---|---|---|
// | find the two currents between which a membrane is bistable, and write a model of your own | 10.1 Two folds | 30 |
// | make a one-variable membrane fire, and say what the reset stands for | 10.2 A reset by hand | 14 |
// | predict rate and latency from the bottleneck | 10.3 Waiting at the ghost | 25 |
// | turn the same membrane into one that goes on firing without input | 10.4 Where the reset lands | 14 |
//
// **Prerequisites:** [3. Flows on a line](03-flows-on-a-line.ipynb), [5. Bifurcations](05-bifurcations.ipynb). About 83 min with exercises.
// All curves are computed from the model; nothing here is measured data.

// %%
import { bifurcations, check, defineModel, equations, equilibria, explore, fiCurve, persistentSodium, plot, predict, setup, show, simulate, state, step, student, variant, type Model } from "nullcline";
student("self-study"); // your student id: some numbers below are yours alone
setup();

// %% [markdown]
// ## 10.1 Two folds (30 min)
//
// You met this membrane in [3. Flows on a line](03-flows-on-a-line.ipynb): a leak, and a sodium current that opens at once and never inactivates. It rests, or it sits in an excited state; an unstable
// equilibrium between the two is the threshold.

// %%
const membrane = persistentSodium.preset("without reset");
equations(membrane);

// %% [markdown]
// **Before you run the cell:** an input of $I = 15.776{= fold(1)}$ µA/cm² removes rest and threshold. Which input, do you think, removes threshold and *excited state*: a positive or a negative one, and a small or a large one?

// %% [predict 10.1]
const diagram = bifurcations(membrane, "I", [-1000, 100]);
// ✎ your prediction: "a positive one", "a small negative one" or "a large negative one"
predict("10.1", "", () => {
  for (const point of diagram.points) {
    console.log(point.kind, "at I =", point.parameter.toFixed(3), "uA/cm^2, V =", point.state.V.toFixed(3), "mV");
  }
  show(plot.bifurcationDiagram(diagram));
});

// %% [explain 10.1]
// A negative and a very large one: −890{= fold(0)} µA/cm². The curve of equilibria is an S. Its lower branch is rest, its upper branch the excited state, the dashed piece the threshold. At each turn a stable and an unstable equilibrium meet:
// two saddle-node bifurcations, also called folds, because the curve is folded there. **Between the two the membrane is bistable.**

// %% [markdown]
// **Before you move the slider:** the next figure is live. A step of current is switched on at 20 ms and off at 160 ms. After a step of 10 µA/cm², does the voltage come back to rest? And after a step of 20? If it does not: would a
// step of −100 bring it down?

// %% [predict 10.2]
// ✎ your prediction: after 20 µA/cm², "it comes back" or "it stays up"
predict("10.2", "", () => {
  explore(membrane, { duration: 200, sliders: ["I"] });
});

// %% [explain 10.2]
// Up to 15.8{= fold(1)} µA/cm² the voltage comes back. Beyond, it passes the fold, jumps to the excited state near +31{= equilibria(persistentSodium.preset("without reset").with({ I: 16 })).at(-1).state.V} mV, and stays when the step is over. No step that you can set brings it down: the way back begins at −890{= fold(0)} µA/cm², and no
// current in an animal is as strong. To go up at one input and down at another is **hysteresis**. The membrane, once excited, is stuck.
// (Each run begins at rest. With the button "run on" the figure goes on from where it is while you move the slider.)

// %% [markdown]
// **Exercise 10.1** (2 points). Your membrane has another number of sodium channels: `variant("10.1")` gives $g_\mathrm{Na}$. At which input, in µA/cm², does its **rest** disappear?

// %%
const mine = variant("10.1");
console.log(`your membrane: gNa = ${mine.gNa} mS/cm^2`);

// %% [exercise 10.1]
// BEGIN SOLUTION
const folds = bifurcations(membrane.with({ gNa: mine.gNa }), "I", [-2000, 300]).points;
const upper = folds[folds.length - 1].parameter;
// STUB
// const upper = NaN; // uA/cm^2
// END SOLUTION

// %% [check 10.1]
check("10.1", upper);

// %%
const atFold = membrane.with({ gNa: mine.gNa, I: upper || 0 });
show(plot.flow(atFold, { window: [-62, -30] })); // if you are right, the curve touches the axis

// %% [solution 10.1]
// `bifurcations` lists its points by ascending input; rest is lost at the last. More sodium channels make rest more fragile.

// %% [markdown]
// Until now the models were there already. It is time to write one yourself. A model is its equations, as text, and its numbers, with units:

// %%
const leakAlone = defineModel({
  name: "a leak",
  source: "written by hand",
  equations: `
    C dV/dt = I - IL
    IL = gL*(V - EL)`,
  states: { V: state(-60, "mV") }, // where a run starts
  parameters: { C: [10, "uF/cm^2"], I: [0, "uA/cm^2"], gL: [19, "mS/cm^2"], EL: [-67, "mV"] },
});
show(plot.trace(simulate(leakAlone, { duration: 4 }), { height: 220 }));

// %% [markdown]
// A line for each derivative, a line for each shorthand, in any order. If the units of an equation do not balance, `defineModel` says so.
//
// **Exercise 10.2** (3 points). *Build.* Write down the membrane with persistent sodium, as the equations above print it (without the reset). Call the state `V` and the input `I`, and give the parameters the numbers that `membrane.parameters` holds, all but two: your $g_\mathrm{Na}$ and $E_L$ are those of `variant("10.2")`. A text elsewhere prints this model as $C\dot V = -g_L(V-E_L) - g_\mathrm{Na}\,m_\infty(V)\,(V-E)$. Do not copy its mistakes.

// %%
const numbers = variant("10.2");
console.log(`your membrane: gNa = ${numbers.gNa} mS/cm^2, EL = ${numbers.EL} mV`);

// %% [exercise 10.2]
// BEGIN SOLUTION
const own: Model = defineModel({
  name: "my membrane",
  source: "Izhikevich (2007), chapter 3",
  equations: `
    C dV/dt = I - gL*(V - EL) - gNa*mInf*(V - ENa)
    mInf = 1/(1 + exp((Vm - V)/k))`,
  states: { V: state(-60, "mV") },
  parameters: {
    C: [10, "uF/cm^2"], I: [0, "uA/cm^2"], gL: [19, "mS/cm^2"], EL: [numbers.EL, "mV"],
    gNa: [numbers.gNa, "mS/cm^2"], ENa: [60, "mV"], Vm: [1.5, "mV"], k: [16, "mV"] },
});
// STUB
// const own = undefined as unknown as Model; // defineModel({ … })
// END SOLUTION

// %% [check 10.2]
check("10.2", own);

// %%
show(plot.flow(own ?? leakAlone, { window: [-75, 42] }));

// %% [solution 10.2]
// The printed line lacks the input, so that nothing could be changed from outside; and its $E$ without an index might be any battery, where sodium's is meant. Everything that this course does with a model, `equilibria`, `bifurcations`, `explore`, works on yours as well.

// %% [markdown]
// ## 10.2 A reset by hand (14 min)
//
// In a real neuron potassium channels open, and sodium channels inactivate, and the voltage comes down. This membrane has neither. So we put the return in by hand: when the voltage has climbed to $V_\mathrm{peak} = 20$ mV the spike counts as done, and the voltage is
// set to $V_\mathrm{reset} = -60$ mV.
//
// **Before you run the cell:** steps to 10, 17 and 40 µA/cm². Which of them make the membrane fire? By what factor, do you think, do the intervals differ?

// %% [predict 10.3]
const fromRest = { duration: 150, initial: { V: -52.5 } };
const answerTo = (I: number) => simulate(persistentSodium, { ...fromRest, stimulus: step(I, 10) });
// ✎ your prediction: the factor
predict("10.3", NaN, () => {
  for (const I of [10, 17, 40]) show(plot.trace(answerTo(I), { title: `${I} µA/cm²`, panels: ["V"], height: 190 }));
});

// %% [explain 10.3]
// At 10 the membrane rests. At 17 it fires every 41.5{= beat(17)} ms, at 40 every 7.9{= beat(40)} ms: little more than twice the current, five{= beat(17) / beat(40)} times the rate. Look at the shape: a long creep near −46{= foldVoltage(1)} mV, then a sudden take-off. It creeps where rest and
// threshold used to be.

// %% [markdown]
// **Exercise 10.3** (1 point). *In your own words.* In a real neuron nobody sets the voltage by hand. What does the reset of this model stand for? And if you took it away, what would the membrane do once it is past its threshold, and why? Two to four sentences, at least 25 words. The check only sees that you have written something to the point; your teacher reads it.

// %% [exercise 10.3]
// BEGIN SOLUTION
const whatTheResetDoes = "The reset does by hand what potassium channels do in a real neuron, with a delay and together with the inactivation of sodium channels: it brings the spike down. Neither is in this equation. Without the reset the voltage would climb to the excited state and stay there, for that is stable, and the leak is far too weak to undo a spike.";
// STUB
// const whatTheResetDoes = ``; // your text between the two marks, on as many lines as you like
// END SOLUTION

// %% [check 10.3]
check("10.3", whatTheResetDoes);

// %% [solution 10.3]
// The delayed outward current of potassium repolarises the membrane (with the inactivation of sodium channels, which this model also lacks). The leak is in the equation, but far too weak to undo a spike: without a reset the voltage stays in the excited state, as in [3. Flows on a line](03-flows-on-a-line.ipynb).

// %% [markdown]
// ## 10.3 Waiting at the ghost (25 min)
//
// **Before you move the slider:** the figure opens at 20 µA/cm², with 21{= beat(20)} ms between the spikes. Lower $I$ towards 15.8 µA/cm². Does the interval grow step by step, or more and more?

// %% [predict 10.4]
// ✎ your prediction: "step by step" or "more and more"
predict("10.4", "", () => {
  explore(persistentSodium, { duration: 400, sliders: ["I"], story: [
    { say: "Lower I to 17. How long is the interval now?", until: { parameters: { I: [16.9, 17.1] } } },
    { say: "And at 16?", until: { parameters: { I: [15.95, 16.05] } } },
    { say: "Go on until it never fires.", until: { spikes: [0, 0] } },
    { say: "Open the f-I curve: the same, for every I.", until: { view: "f-I curve" } },
  ] });
});

// %% [explain 10.4]
// More and more: 41.5{= beat(17)} ms at 17 µA/cm², 100{= beat(16)} ms at 16, and without limit as 15.776 is approached. Where does all that time go?

// %% [markdown]
// **Before you run the cell:** below the fold the velocity near −46 mV is zero at two voltages, rest and threshold. What does the curve look like just above the fold?

// %% [predict 10.5]
const aroundTheFold = [14, 15.776, 17, 20].map((I) => persistentSodium.with({ I: I }));
// ✎ your prediction: "it touches the axis", "it lies close above the axis"
// or "it lies far above the axis"
predict("10.5", "", () => {
  show(plot.flow(aroundTheFold, { window: [-56, -37] }));
});

// %% [explain 10.5]
// It no longer touches the axis, but it comes close, and where the velocity is nearly zero the voltage nearly stands still. This is the **ghost** of the two equilibria that you met in Section 3.6, also called a bottleneck. How long does it take to pass?

// %% [markdown]
// Close to the fold at $V^* = -46.196{= foldVoltage(1)}$ mV the velocity is a parabola. With $z = V - V^*$,
//
// $$\frac{dz}{dt} = \frac{I - I_\mathrm{SN}}{C} + a\,z^2,\qquad a = 0.04247\ \mathrm{mV^{-1}ms^{-1}},\quad C = 10\ \mathrm{\mu F/cm^2}.$$
//
// Passing it from far left to far right takes
//
// $$T = \frac{\pi}{\sqrt{a\,(I - I_\mathrm{SN})/C}}.$$
//
// (Divide by the right-hand side and integrate: the result is an arctangent, which runs from $-\pi/2$ to $\pi/2$.) Nothing else takes long: climb and reset are over in a few milliseconds. So $T$ is nearly the whole interval between spikes.
//
// **Exercise 10.4** (3 points). Write the firing rate in Hz as a function of `I` in µA/cm², with $I_\mathrm{SN} = 15.776$ µA/cm². At and below that input it is 0.

// %% [exercise 10.4]
const rate = (I: number): number => {
  // BEGIN SOLUTION
  if (I <= 15.776) return 0;
  return (1000 * Math.sqrt((0.04247 * (I - 15.776)) / 10)) / Math.PI;
  // STUB
  // return NaN; // Hz
  // END SOLUTION
};

// %% [check 10.4]
check("10.4", rate);

// %%
const inputs = Float64Array.from({ length: 22 }, (_, i) => 15 + 0.5 * i);
const law = { current: inputs, rate: inputs.map(rate) };
show(plot.fiCurve({ "simulated": fiCurve(persistentSodium, inputs, { duration: 1500 }), "your law": law }));

// %% [solution 10.4]
// $f = 1000/T = \frac{1000}{\pi}\sqrt{a(I - I_\mathrm{SN})/C} \approx 20.7{= 1000 / Math.PI * Math.sqrt(0.04247 / 10)}\sqrt{I - I_\mathrm{SN}}$ Hz.

// %% [markdown]
// At the onset law and simulation agree: 9.8{= 20.744 * Math.sqrt(16 - 15.776)} and 10.0{= 1000 / beat(16)} Hz at 16 µA/cm². Further away the simulation is *faster*, 72{= 1000 / beat(25)} Hz against 63{= 20.744 * Math.sqrt(25 - 15.776)} at 25 µA/cm². The reset to −60 mV and the peak at 20 mV cut the two ends off a journey that the law counts from
// $-\infty$ to $+\infty$.
//
// A rate that grows from zero like a square root: this membrane is **class 1** ([15. Classes of excitability](15-classes-of-excitability.ipynb)). The same bottleneck also sets the **latency**, the time from the onset of a step to the first spike.
//
// **Exercise 10.5** (2 points). *Measure.* The membrane rests at $I = 0$. How long after the onset of a step to the input of `variant("10.5")` does the first spike come, in ms?

// %%
const late = variant("10.5");
const rest = equilibria(persistentSodium)[0].state;
const stepped = simulate(persistentSodium, { duration: 400, stimulus: step(late.I, 10), initial: rest });
console.log(`your step: ${late.I} uA/cm^2, from t = 10 ms`);

// %% [exercise 10.5]
// BEGIN SOLUTION
const latency = stepped.spikes[0] - 10;
// STUB
// const latency = NaN; // ms
// END SOLUTION

// %% [check 10.5]
check("10.5", latency);

// %%
show(plot.trace(stepped));

// %% [solution 10.5]
// `spikes` holds the times of the spikes; the step begins at 10 ms. A weak step passes the bottleneck slowly. The long latency near threshold is one way in which a neuron can tell the strength of an input by a single spike.

// %% [markdown]
// ## 10.4 Where the reset lands (14 min)
//
// Until now the reset put the voltage below the threshold of −40.29{= thresholdAt(0)} mV, and when the current was switched off, the membrane rested.
//
// **Before you move the slider:** here is a step of 20 µA/cm² again, which ends at 160 ms. Raise $V_\mathrm{reset}$ slowly from −60 to −30 mV. What becomes of the rate, and what happens when the step is over?

// %% [predict 10.6]
// ✎ your prediction: "firing stops with the step" or "firing goes on for ever"
predict("10.6", "", () => {
  explore(persistentSodium, { sliders: ["Vreset", "I"] });
});

// %% [explain 10.6]
// At first the spikes only come closer together, as the journey is shorter. When the reset passes −40.29 mV the firing no longer stops at the end of the step. **A reset above the threshold puts the voltage where it climbs again by itself.** Rest is still there
// and stable, and so is firing: bistability again, now with spikes, and a jump in the f-I curve. The same equation and the same fold make another **class** of neuron ([15. Classes of excitability](15-classes-of-excitability.ipynb)), because the reset decides whether the orbit passes the ghost.

// %% [markdown]
// **Exercise 10.6** (3 points). *Investigate.* At the input of `variant("10.6")`, find the **lowest** reset, in mV, with which firing goes on for ever once it has started. Give it to within 0.1 mV.

// %%
const held = variant("10.6");
console.log(`your input: I = ${held.I} uA/cm^2`);

// %% [exercise 10.6]
// BEGIN SOLUTION
const border = equilibria(persistentSodium.with({ I: held.I }))[1].state.V;
// STUB
// const border = NaN; // mV
// END SOLUTION

// %% [check 10.6]
check("10.6", border);

// %%
const resets = [border - 0.3, border + 0.3].map((V) => persistentSodium.with({ I: held.I, Vreset: V || -60 }));
const goesOn = resets.map((model) => simulate(model, { duration: 60, initial: { V: 0 } }));
show(plot.trace({ "0.3 mV lower": goesOn[0], "0.3 mV higher": goesOn[1] }));

// %% [solution 10.6]
// It is the unstable equilibrium. Reset just below it and the voltage falls back to rest; reset just above it and it climbs.

// %% [markdown]
// ## What this model cannot do
//
// - It has no mechanism to end a spike: the reset is a rule, not physics. Height and width of its spikes mean nothing.
// - It cannot resonate, ring, rebound or burst: one variable is too few.
// - It has no refractory period. A strong pulse fires it again at once after a reset.
//
// ## Summary
//
// - Equilibria against input: an S with folds at $I = 15.776{= fold(1)}$ µA/cm² ($V = -46.196{= foldVoltage(1)}$ mV) and $I = -890.13{= fold(0)}$ µA/cm² ($V = 6.018{= foldVoltage(0)}$ mV); bistable between.
// - Reset below threshold: class 1, $f \approx 20.7\sqrt{I - I_\mathrm{SN}}$ Hz near the onset.
// - Reset above threshold: firing that goes on by itself beside a stable rest.
// - Latency and interval are set by the bottleneck where rest and threshold have vanished.
//
// ## References
//
// - E. M. Izhikevich (2007) *Dynamical Systems in Neuroscience*, MIT Press, chapter 3: the model, its folds (Fig. 3.25) and its quadratic form.
// - W. E. Crill (1996) *Annu. Rev. Physiol.* 58:349: persistent sodium current in real neurons.
// - S. H. Strogatz (1994) *Nonlinear Dynamics and Chaos*, section 4.3: ghosts and bottlenecks.
