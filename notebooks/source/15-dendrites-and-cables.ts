// %% [markdown]
// # 15. Dendrites and cables
//
// **One idea:** a dendrite is a leaky pipe: what goes in far out arrives smaller, later and broader, and a single compartment hides all of it.
//
// | afterwards you can | section | minutes |
// |---|---|---|
// | compute how far a steady signal reaches | 15.1 A leaky pipe | 12 |
// | say what the ends of a dendrite do | 15.2 Ends matter | 10 |
// | predict what becomes of a brief input on its way | 15.3 Smaller, later, broader | 12 |
// | tell what one compartment hides | 15.4 Two compartments | 12 |
//
// **Prerequisites:** [1. The neuron](01-the-neuron.ipynb), [3. Flows on a line](03-flows-on-a-line.ipynb), [6. Conductance-based models](06-conductance-based-models.ipynb).
// About 60 min with exercises. All curves are computed from the models; nothing here is measured data.

// %%
import { cable, check, hodgkinHuxley, lengthConstant, passiveMembrane, plot, setup, show, simulateCable, steadyResponse, step, student, twoCompartments, variant } from "nullcline";
student("self-study"); // your student id: some numbers below are yours alone
setup();

// %% [markdown]
// ## 15.1 A leaky pipe (12 min)
//
// So far every neuron was a point: one voltage for the whole cell. A dendrite is not a point. It is a thin tube, filled with salt water and wrapped in a membrane that leaks. Current that enters at one place can go on along the tube, against the *axial resistivity* $R$ of the salt water, or out through the
// membrane, whose conductance per area is $g$. Kirchhoff's law for a short piece of a tube of radius $a$ is the **cable equation**,
//
// $$C\,\frac{\partial V}{\partial t} = \frac{a}{2R}\,\frac{\partial^2 V}{\partial x^2} - g\,(V - E_L) + I.$$
//
// Two of its terms compete, the axial one and the leak. Their balance sets a length,
//
// $$\lambda = \sqrt{\frac{a}{2Rg}},$$
//
// the **length constant**: in a long cable a steady signal falls to 37 % ($1/e$) over each $\lambda$.
//
// **Before you run the cell:** a dendrite of radius 1 µm, $R = 150$ Ω cm, $g = 0.1$ mS/cm². Is $\lambda$ closer to 5 µm, 50 µm, 500 µm or 5 mm?

// %%
const lambda = lengthConstant({ radius: 1, axialResistivity: 150, conductance: 0.1 });
console.log(`λ = ${lambda.toFixed(1)} um`);
const dendrite = cable({ length: 3000, radius: 1, compartments: 300, membrane: passiveMembrane, axialResistivity: 150 });
const far = steadyResponse(dendrite, 0);
show(plot.curves({ x: far.position, y: far.attenuation }, { x: ["distance", "um"], y: ["change of V, relative", "1"] }));

// %% [markdown]
// 577 µm, the size of a real dendrite. So dendrites are neither so short that every place has the same voltage, nor so long that nothing arrives.
//
// **Exercise 15.1** (3 points). Write the length constant in µm as a function of `radius` (µm), `R` (Ω cm) and `g` (mS/cm²). Mind the units: 1 cm = 10⁴ µm, and a conductance in S is the inverse of a resistance in Ω.

// %% [exercise 15.1]
const reach = (radius: number, R: number, g: number): number => {
  // BEGIN SOLUTION
  return 1e4 * Math.sqrt((radius * 1e-4) / (2 * R * g * 1e-3));
  // STUB
  // return NaN; // um
  // END SOLUTION
};

// %% [check 15.1]
check("15.1", reach);

// %%
const radii = Float64Array.from({ length: 40 }, (_, i) => 0.1 + 0.1 * i);
show(plot.curves({ x: radii, y: radii.map((r) => reach(r, 150, 0.1)) }, { x: ["radius", "um"], y: ["length constant", "um"] }));

// %% [solution 15.1]
// In cm: $\lambda = \sqrt{a/(2Rg)}$ with $a$ in cm, $R$ in Ω cm and $g$ in S/cm². Four times the radius gives twice the reach.

// %% [markdown]
// **Exercise 15.2** (2 points). In a very long dendrite with the radius of `variant("15.2")` (other numbers as above): at which distance, in µm, is a steady signal down to **one half**?

// %%
const mine = variant("15.2");
console.log(`your radius: ${mine.radius} um`);

// %% [exercise 15.2]
// BEGIN SOLUTION
const half = Math.LN2 * lengthConstant({ radius: mine.radius, axialResistivity: 150, conductance: 0.1 });
// STUB
// const half = NaN; // um
// END SOLUTION

// %% [check 15.2]
check("15.2", half);

// %%
const long = cable({ length: 12000, radius: mine.radius, compartments: 600, membrane: passiveMembrane, axialResistivity: 150 });
const falls = steadyResponse(long, 0);
const within = falls.position.filter((x) => x < 2000);
const marked = { x: [half || 0, half || 0], y: [0, 0.5], style: "dashed" } as const;
show(plot.curves({ "the cable": { x: within, y: falls.attenuation.slice(0, within.length) }, "your half": marked }, { x: ["distance", "um"], y: ["change of V, relative", "1"] }));

// %% [solution 15.2]
// $e^{-x/\lambda} = \frac12$ at $x = \lambda \ln 2 = 0.69\,\lambda$.

// %% [markdown]
// ## 15.2 Ends matter (10 min)
//
// Real dendrites end. At a sealed end no current can go on, so it has to leave through the membrane on the way.
//
// **Before you run the cell:** two dendrites, one three length constants long, one only half a length constant. In which does the signal fall more over the first 250 µm? Which one is easier to polarise with the same current?

// %%
const short = cable({ length: lambda / 2, radius: 1, compartments: 100, membrane: passiveMembrane, axialResistivity: 150 });
const near = steadyResponse(short, 0);
const first = far.position.filter((x) => x < 300);
show(plot.curves({ "3 λ long": { x: first, y: far.attenuation.slice(0, first.length) }, "λ/2 long": { x: near.position, y: near.attenuation } }, { x: ["distance", "um"], y: ["change of V, relative", "1"] }));
console.log(`input resistance: ${far.inputResistance.toFixed(0)} Mohm (3 λ), ${near.inputResistance.toFixed(0)} Mohm (λ/2)`);

// %% [markdown]
// In the long one. The short one stays nearly at one voltage, and the same current changes it about twice as much: its **input resistance** is larger, because it has less membrane to leak through. In a small cell a single synapse can be heard.
//
// ## 15.3 Smaller, later, broader (12 min)
//
// A synapse acts for a millisecond or two. **Before you run the cell:** a brief current enters 600 µm from the soma. Sketch the voltage at the place of entry and at the soma ($x = 0$), one above the other.

// %%
const pulse = simulateCable(dendrite, { duration: 60, dt: 0.02, inject: [{ at: 600, current: step(0.2, 5, 6) }] });
show(plot.curves({ "where it enters": { x: pulse.time, y: pulse.trace(600) }, "300 µm on": { x: pulse.time, y: pulse.trace(300) }, "at the soma": { x: pulse.time, y: pulse.trace(0) } }, { x: ["time", "ms"], y: ["V", "mV"] }));

// %% [markdown]
// The peak is smaller, comes later and is broader with every step of the way. Fast changes suffer most: they have to charge the membrane of each piece that they pass, and have leaked away before they are through. A dendrite lets slow signals pass and holds back fast ones.
//
// **Exercise 15.3** (2 points). For an entry at the place of `variant("15.3")`: by how many ms does the peak at the soma come later than the **end** of the current, at $t = 6$ ms? (To within 0.3 ms.)

// %%
const place = variant("15.3");
const yours = simulateCable(dendrite, { duration: 80, dt: 0.02, inject: [{ at: place.x, current: step(0.2, 5, 6) }] });
const atSoma = yours.trace(0);
console.log(`your entry: ${place.x} um from the soma`);

// %% [exercise 15.3]
// BEGIN SOLUTION
const late = yours.time[atSoma.indexOf(Math.max(...atSoma))] - 6;
// STUB
// const late = NaN; // ms
// END SOLUTION

// %% [check 15.3]
check("15.3", late);

// %%
show(plot.curves({ "at the soma": { x: yours.time, y: atSoma } }, { x: ["time", "ms"], y: ["V", "mV"] }));

// %% [solution 15.3]
// `atSoma.indexOf(Math.max(...atSoma))` is the place of the peak in the list; `yours.time` has its time. The further out, the later.

// %% [markdown]
// ## 15.4 Two compartments (12 min)
//
// One compartment has no "where". Two are enough to have one: a soma that fires, and a passive dendrite, joined by a resistance.
//
// **Before you run the cell:** the same current of 0.5 nA goes once into the soma, once into the dendrite. Where does it cause more spikes?

// %%
const pair = twoCompartments({ soma: hodgkinHuxley, dendrite: passiveMembrane, coupling: 0.3, share: 0.5, area: 3000 });
const into = ["soma", "dendrite"].map((section) => simulateCable(pair, { duration: 100, inject: [{ at: { section: section }, current: step(0.5, 10, 90) }] }));
show(plot.curves({ "into the soma": { x: into[0].time, y: into[0].trace({ section: "soma" }) }, "into the dendrite": { x: into[1].time, y: into[1].trace({ section: "soma" }) } }, { x: ["time", "ms"], y: ["V of the soma", "mV"] }));
console.log(`spikes: ${into[0].spikes[0].length} and ${into[1].spikes[0].length}`);

// %% [markdown]
// Into the soma. On the way from the dendrite part of the current leaks out. The same input gives another answer, depending on where it arrives; and a dendrite that takes the spike's current slows the soma down in return.
//
// **Exercise 15.4** (2 points). *Find the mistakes.* Which sentences are wrong? Give their letters, such as `["a", "d"]`.
//
// - **a.** "A thicker dendrite has a shorter length constant."
// - **b.** "Fast signals are attenuated more than slow ones."
// - **c.** "In a single-compartment model it makes no difference where a synapse sits."
// - **d.** "Over one length constant a steady signal in a long cable falls by 37 %."
// - **e.** "A short sealed dendrite has a larger input resistance than a long one of the same radius."

// %% [exercise 15.4]
// BEGIN SOLUTION
const wrongOnes: string[] = ["a", "d"];
// STUB
// const wrongOnes: string[] = []; // letters of the wrong sentences
// END SOLUTION

// %% [check 15.4]
check("15.4", wrongOnes);

// %% [solution 15.4]
// (a) $\lambda$ grows as the root of the radius. (d) It falls *to* 37 %, that is, by 63 %.

// %% [markdown]
// ## What this model cannot do
//
// - Its dendrites are passive. Real ones have channels of their own, and may fire.
// - Its synapses are currents. Real ones are conductances, and get in each other's way where they sit close together.
// - Branching changes the numbers, not the picture; trees can be built with `cable({ sections: … })`.
//
// ## Summary
//
// - Cable equation: axial current against leak. $\lambda = \sqrt{a/(2Rg)}$; 577 µm for a radius of 1 µm, $R = 150$ Ω cm, $g = 0.1$ mS/cm².
// - Steady signals fall as $e^{-x/\lambda}$ in a long cable, less near a sealed end.
// - Brief signals arrive smaller, later and broader.
// - Where an input arrives matters; one compartment can not say so.
//
// ## References
//
// - W. Rall (1969) *Biophys. J.* 9:1483: time constants and electrotonic length of cables and dendrites.
// - C. Koch (1999) *Biophysics of Computation*, Oxford University Press, chapters 2 and 3: linear cable theory, worked through.
// - P. F. Pinsky, J. Rinzel (1994) *J. Comput. Neurosci.* 1:39: a neuron of two compartments.
