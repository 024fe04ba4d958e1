// %% [markdown]
// # 17. Dendrites and cables
//
// **One idea:** a dendrite is a leaky pipe. What enters far from the soma arrives there smaller, later and broader, and a model with a single compartment hides all of it.
//
// | afterwards you can | section | minutes |
// |---|---|---|
// | compute how far a steady signal reaches | 17.1 A leaky pipe | 15 |
// | say what the ends of a dendrite do | 17.2 Ends matter | 12 |
// | predict what becomes of a brief input on its way | 17.3 Smaller, later, broader | 19 |
// | tell what one compartment hides | 17.4 Two compartments | 19 |
//
// **Prerequisites:** [1. The neuron](01-the-neuron.ipynb), [3. Flows on a line](03-flows-on-a-line.ipynb), [6. Conductance-based models](06-conductance-based-models.ipynb).
// About 65 min with exercises. All curves are computed from the models; nothing here is measured data.

// %%
import { cable, check, hodgkinHuxley, lengthConstant, passiveMembrane, plot, predict, setup, show, simulateCable, steadyResponse, step, student, twoCompartments, variant, voltageAlongCable } from "nullcline";
student("self-study"); // your student id: some numbers below are yours alone
setup();

// %% [markdown]
// ## 17.1 A leaky pipe (15 min)
//
// So far every neuron has been a point: one voltage for the whole cell. A dendrite is not a point. It is a thin tube, filled with salt water and wrapped in a membrane that leaks. Current that enters at one place can go on along the tube, against the *axial resistivity* $R$ of the salt water, or out through the
// membrane, whose conductance per area is $g$. Kirchhoff's law for a short piece of a tube of radius $a$ is the **cable equation**,
//
// $$C\,\frac{\partial V}{\partial t} = \frac{a}{2R}\,\frac{\partial^2 V}{\partial x^2} - g\,(V - E_L) + I.$$
//
// (A round ∂ stands for a derivative where there are two variables, time $t$ and place $x$, and the other is kept fixed.) Two of its terms compete, the axial one and the leak. Their balance sets a length,
//
// $$\lambda = \sqrt{\frac{a}{2Rg}},$$
//
// the **length constant**: in a long cable a steady signal falls to 37{= 100 / Math.E} % ($1/e$) over each $\lambda$.
//
// **Before you run the cell:** a dendrite of radius 1 µm, $R = 150$ Ω cm, $g = 0.1$ mS/cm². Is $\lambda$ closer to 5 µm, 50 µm, 500 µm or 5 mm?

// %% [predict 17.1]
const lambda = lengthConstant({ radius: 1, axialResistivity: 150, conductance: 0.1 });
const dendrite = cable({ length: 3000, radius: 1, compartments: 300, membrane: passiveMembrane, axialResistivity: 150 });
const far = steadyResponse(dendrite, 0);
const axes = { x: ["distance", "um"], y: ["change of V, relative", "1"] } as const;
// ✎ your prediction: "5 um", "50 um", "500 um" or "5 mm"
predict("17.1", "", () => {
  console.log(`λ = ${lambda.toFixed(1)} um`);
  show(plot.curves({ x: far.position, y: far.attenuation }, axes));
});

// %% [explain 17.1]
// 577{= lambda} µm. The curve is a steady current's effect on $V$, as a part of that at $x = 0$ where the current enters: 0.37{= left(far, lambda)} after 577{= lambda} µm, and 0.14{= left(far, 2 * lambda)} after twice that. Real dendrites are some hundreds of µm long. So they are neither so short that every place has the same voltage, nor so long that nothing arrives.

// %% [markdown]
// **Exercise 17.1** (3 points). How thick must a dendrite be to reach as far as you like? Write the radius in µm as a function of the length constant `lambda` (µm), of `R` (Ω cm) and of `g` (mS/cm²). Mind the units: 1 cm = 10⁴ µm, and a conductance in S is the inverse of a resistance in Ω.

// %% [exercise 17.1]
const thickness = (lambda: number, R: number, g: number): number => {
  // BEGIN SOLUTION
  return 1e4 * 2 * R * (g * 1e-3) * (lambda * 1e-4) ** 2;
  // STUB
  // return NaN; // um
  // END SOLUTION
};

// %% [check 17.1]
check("17.1", thickness);

// %%
const lengths = Float64Array.from({ length: 40 }, (_, i) => 30 * (i + 1));
show(plot.curves({ x: lengths, y: lengths.map((length) => thickness(length, 150, 0.1)) }, { x: ["length constant", "um"], y: ["radius", "um"] }));

// %% [solution 17.1]
// $a = 2Rg\lambda^2$, with $a$ and $\lambda$ in cm, $R$ in Ω cm and $g$ in S/cm². Twice the reach needs four times the radius.

// %% [markdown]
// **Exercise 17.2** (2 points). In a very long dendrite with the radius of `variant("17.2")` (other numbers as above): at which distance, in µm, is a steady signal down to **one half**?

// %%
const mine = variant("17.2");
console.log(`your radius: ${mine.radius} um`);

// %% [exercise 17.2]
// BEGIN SOLUTION
const half = Math.LN2 * lengthConstant({ radius: mine.radius, axialResistivity: 150, conductance: 0.1 });
// STUB
// const half = NaN; // um
// END SOLUTION

// %% [check 17.2]
check("17.2", half);

// %%
const long = cable({ length: 12000, radius: mine.radius, compartments: 600, membrane: passiveMembrane, axialResistivity: 150 });
const falls = steadyResponse(long, 0);
const within = falls.position.filter((x) => x < 2000);
const marked = { x: [half || 0, half || 0], y: [0, 0.5], style: "dashed" } as const;
const fall = { x: within, y: falls.attenuation.slice(0, within.length) };
show(plot.curves({ "the cable": fall, "your half": marked }, axes));

// %% [solution 17.2]
// $e^{-x/\lambda} = \frac12$ at $x = \lambda \ln 2 = 0.69{= Math.LN2}\,\lambda$.

// %% [markdown]
// ## 17.2 Ends matter (12 min)
//
// Real dendrites end. At a sealed end no current can go on, so all of it has to leave through the membrane on the way.
//
// **Before you run the cell:** two dendrites, one more than five length constants long (the one above), the other only half of one. In which does the signal fall more over the length of the short one? In which does the same current change $V$ more at the place where it enters?

// %% [predict 17.2]
const short = cable({ length: lambda / 2, radius: 1, compartments: 100, membrane: passiveMembrane, axialResistivity: 150 });
const near = steadyResponse(short, 0);
const first = far.position.filter((x) => x < 300);
// ✎ your prediction: where does the same current change V more, in "the long one"
// or "the short one"
predict("17.2", "", () => {
  show(plot.curves({
    "5.2 λ long": { x: first, y: far.attenuation.slice(0, first.length) },
    "λ/2 long": { x: near.position, y: near.attenuation },
  }, axes));
  console.log(`input resistance: ${far.inputResistance.toFixed(0)} Mohm (5.2 λ), ${near.inputResistance.toFixed(0)} Mohm (λ/2)`);
});

// %% [explain 17.2]
// $V$ changes more in the short one, though the signal falls more in the long one. The short one stays nearly at one voltage: at its tip there are still 89{= 100 * near.attenuation[99]} %, and the curve ends level, since no current flows there. And the same current changes its $V$ 2.2{= near.inputResistance / far.inputResistance} times as much: its **input resistance** is 596{= near.inputResistance} MΩ against 273{= far.inputResistance} MΩ, because it has less membrane to leak through. In a small cell, a single synapse counts for a great deal.

// %% [markdown]
// ## 17.3 Smaller, later, broader (19 min)
//
// A fast synapse acts for a millisecond or two. **Before you run the cell:** a brief current enters 600 µm from the soma. Sketch the voltage at the place of entry and at the soma ($x = 0$), one above the other.

// %% [predict 17.3]
const pulse = simulateCable(dendrite, { duration: 60, dt: 0.02, inject: [{ at: 600, current: step(0.2, 5, 6) }] });
const seen = [600, 300, 0].map((x) => ({ x: pulse.time, y: pulse.trace(x) }));
const times = { x: ["time", "ms"], y: ["V", "mV"] } as const;
// ✎ your prediction: at the soma, "as high, and later", "smaller, and at once"
// or "smaller, and later"
predict("17.3", "", () => {
  show(plot.curves({ "where it enters": seen[0], "300 µm on": seen[1], "at the soma": seen[2] }, times));
});

// %% [explain 17.3]
// With every step of the way the peak is smaller, comes later and is broader. Fast changes suffer most. They have to charge the membrane of each piece that they pass, and have leaked away before they are through.

// %% [markdown]
// In the next figure a current of 0.1{= injected()} nA enters 600{= opens("site")} µm from the soma, in a dendrite of 1500{= reaches()} µm, and lasts 2{= opens("lasts")} ms. **Before you make it last** 50 ms: what part of the change at the place of entry reaches the soma now, and what part will then?

// %% [predict 17.4]
// ✎ your prediction: of 50 ms, "less than a tenth", "about a quarter" or "more than half"
predict("17.4", "", () => {
  voltageAlongCable();
});

// %% [explain 17.4]
// 25{= arrives({})} % of the brief one, and 62{= arrives({ lasts: 50 })} % of the long one. That is what the dashed curve says, which belongs to a current that never ends. A dendrite lets slow signals pass and holds back fast ones. Now move the place where the current enters out to the tip, 1500{= reaches()} µm. There $V$ changes nearly twice as much, because at a sealed end the current can go only one way, and yet only 3{= arrives({ site: 1500 })} % of the change arrives.

// %% [markdown]
// **Exercise 17.3** (2 points). *Measure.* For an entry at the place of `variant("17.3")`: by how many ms does the peak at the soma come later than the **end** of the current, at $t = 6$ ms? (To within 0.1 ms.)

// %%
const place = variant("17.3");
const yours = simulateCable(dendrite, { duration: 80, dt: 0.02, inject: [{ at: place.x, current: step(0.2, 5, 6) }] });
const atSoma = yours.trace(0);
console.log(`your entry: ${place.x} um from the soma`);

// %% [exercise 17.3]
// BEGIN SOLUTION
const late = yours.time[atSoma.indexOf(Math.max(...atSoma))] - 6;
// STUB
// const late = NaN; // ms
// END SOLUTION

// %% [check 17.3]
check("17.3", late);

// %%
const top = { x: [6 + (late || 0), 6 + (late || 0)], y: [-65, Math.max(...atSoma)], style: "dashed" } as const;
show(plot.curves({ "at the soma": { x: yours.time, y: atSoma }, "your peak": top }, times));

// %% [solution 17.3]
// `atSoma.indexOf(Math.max(...atSoma))` is the place of the peak in the list; `yours.time` has its time. The further out, the later.

// %% [markdown]
// ## 17.4 Two compartments (19 min)
//
// One compartment has no "where". Two are enough to have one: a soma that fires (Hodgkin and Huxley's membrane) and a passive dendrite, each of 1500{= joined(0.1).area[0]} µm², joined by a resistance. The *coupling* is the inverse of that resistance, per area.
//
// **Before you run the cell:** a current of 0.15 nA flows for 2 ms, once into the soma, once into the dendrite. What will the soma do? And what if the coupling is so strong that the two are one compartment?

// %% [predict 17.5]
const joined = (coupling: number) =>
  twoCompartments({ soma: hodgkinHuxley, dendrite: passiveMembrane, coupling: coupling, share: 0.5, area: 3000 });
const run = (coupling: number, section: string, current: number) =>
  simulateCable(joined(coupling), { duration: 30, inject: [{ at: { section: section }, current: step(current, 5, 7) }] });
const somaOf = (coupling: number, section: string) => run(coupling, section, 0.15).trace({ section: "soma" });
const clock = run(0.1, "soma", 0).time;
// ✎ your prediction: "it fires both times", "only from the soma" or "never"
predict("17.5", "", () => {
  for (const [name, coupling] of [["two compartments", 0.1], ["as good as one", 1000]] as const) {
    const into = ["soma", "dendrite"].map((section) => ({ x: clock, y: somaOf(coupling, section) }));
    show(plot.curves({ "into the soma": into[0], "into the dendrite": into[1] }, { ...times, title: name, height: 260 }));
  }
});

// %% [explain 17.5]
// With two compartments the soma fires only if the current enters there. On the way from the dendrite part of it leaks out, part stays behind to charge the dendrite, and what is left is too little. In one compartment both runs are the same: it fires, wherever the synapse sits. That is what one compartment hides.

// %% [markdown]
// **Exercise 17.4** (3 points). *Investigate.* For the coupling of `variant("17.4")`: find the **least** current into the dendrite, in nA, that makes the soma spike when it lasts 2 ms. (To within 0.003 nA.) The function `run` of the last cell gives a run, and `spikes[0]` of that the spikes of the soma: `run(link, "dendrite", 0.2).spikes[0].length` is their number with 0.2 nA. Try, and close in from both sides: halve the gap between a current that is too weak and one that is strong enough.

// %%
const link = variant("17.4").coupling;
console.log(`your coupling: ${link} mS/cm^2`);

// %% [exercise 17.4]
// BEGIN SOLUTION
let weak = 0;
let strong = 1;
while (strong - weak > 0.002) {
  const middle = (weak + strong) / 2;
  if (run(link, "dendrite", middle).spikes[0].length > 0) strong = middle;
  else weak = middle;
}
const least = strong;
// STUB
// const least = NaN; // nA
// END SOLUTION

// %% [check 17.4]
check("17.4", least);

// %%
const both = [-0.003, 0.003].map((more) => run(link, "dendrite", (least || 0.05) + more).trace({ section: "soma" }));
show(plot.curves({ "0.003 nA less": { x: clock, y: both[0] }, "0.003 nA more": { x: clock, y: both[1] } }, times));

// %% [solution 17.4]
// Halve the interval between a current that fires the soma and one that does not. The weaker the coupling, the more current it takes. For a current into the soma itself it is the other way round, because a dendrite that is well coupled takes part of the current away.

// %% [markdown]
// **Exercise 17.5** (1 point). *In your own words.* A brief current and a long one, of the same strength, enter a dendrite far from the soma. Why does so much less of the brief one arrive? And why can a model of one compartment not show it? Two to four sentences, at least 25 words. The check only sees that you have written something to the point; your teacher reads it.

// %% [exercise 17.5]
// BEGIN SOLUTION
const whyLess = "On its way the current has to charge the capacitance of each piece of membrane that it passes, and part of it leaks out. A long current has charged the membrane after a while, and then only the leak is lost. A brief one is over before that: most of its charge stays on the way, and leaks out there. One compartment has one voltage, the same everywhere: it has no distance over which anything could get lost.";
// STUB
// const whyLess = ``; // your text between the two marks, on as many lines as you like
// END SOLUTION

// %% [check 17.5]
check("17.5", whyLess);

// %% [solution 17.5]
// Fast signals lose more on their way, because they charge the capacitance as they go; a steady one has done so, and loses only what leaks. Over one $\lambda$ of a long cable it falls *to* 37{= 100 / Math.E} %, that is, *by* 63{= 100 - 100 / Math.E} %. One compartment has one voltage, and no distances.

// %% [markdown]
// ## What this model cannot do
//
// - Its dendrites are passive. Real ones have channels of their own, and may fire.
// - Its synapses are currents. Real ones are conductances, and get in each other's way where they sit close together.
// - Branching changes the numbers, not the picture; trees can be built with `cable({ sections: … })`.
//
// ## Summary
//
// - Cable equation: axial current against leak. $\lambda = \sqrt{a/(2Rg)}$; 577{= lambda} µm for a radius of 1 µm, $R = 150$ Ω cm, $g = 0.1$ mS/cm².
// - Steady signals fall as $e^{-x/\lambda}$ in a long cable, to one half at $0.69{= Math.LN2}\,\lambda$; less near a sealed end.
// - The shorter the dendrite, the larger its input resistance: 273{= far.inputResistance} MΩ for $5.2{= 3000 / lambda}\,\lambda$, 596{= near.inputResistance} MΩ for $\lambda/2$.
// - Brief signals arrive smaller, later and broader: over 600 µm, 25{= arrives({})} % is left of a current of 2 ms, 62{= arrivesAtLast({})} % of a steady one.
// - Where an input arrives matters: 0.15 nA for 2 ms fires the soma of two compartments from the soma, not from the dendrite. One compartment cannot tell the two apart.
//
// ## References
//
// - W. Rall (1969) *Biophys. J.* 9:1483: time constants and electrotonic length of cables and dendrites.
// - C. Koch (1999) *Biophysics of Computation*, Oxford University Press, chapters 2 and 3: linear cable theory, worked through.
// - G. Stuart, N. Spruston (1998) *J. Neurosci.* 18:3501: how much voltage is lost in the dendrites of real pyramidal cells.
// - P. F. Pinsky, J. Rinzel (1994) *J. Comput. Neurosci.* 1:39: a neuron of two compartments.
