// %% [markdown]
// # 1. The neuron
//
// **One idea:** a neuron is a small electric machine; it runs on salt, and all its signals are ions that pass through a membrane.
//
// | afterwards you can | section | minutes |
// |---|---|---|
// | name the parts of a neuron and what each is for | 1.1 The shape of a neuron | 8 |
// | say what keeps ions apart, and calculate the voltage at which one of them is in balance | 1.2 A film with salt on both sides, 1.3 The battery of one ion | 27 |
// | explain why rest is a steady state that costs energy | 1.4 Rest | 25 |
// | name the six phases of an action potential and what drives each | 1.5 The action potential | 20 |
// | say how a spike travels, and what myelin is good for | 1.6 Down the axon | 25 |
//
// **Prerequisites:** none in biology; from physics, what a voltage, a current and a resistance are; the logarithm.
// About 105 min with exercises. All voltages and currents are simulated. Nothing here is measured data.

// %%
import { cable, check, conductanceModel, conductionVelocity, equations, equilibria, explore, goldmanHodgkinKatz, hodgkinHuxley, myelinated, nernst, passiveMembrane, phasesOfASpike, plot, predict, setup, show, simulate, simulateCable, step, student, variant } from "nullcline";
student("self-study"); // your student id: some numbers below are yours alone
setup();

// %% [markdown]
// ## 1.1 The shape of a neuron (8 min)
//
// A neuron listens, decides and tells others. You can see it in its shape.
//
// **Before you run the cell:** a neuron in your spine reaches down to your big toe, a metre away. One of its ends has to collect thousands of signals, the other has to deliver
// one, far off. How would you build it?

// %% [predict 1.1]
// ✎ your prediction: "a ball", "a net" or "a tree with a long cable"
predict("1.1", "", () => {
  show(plot.neuron());
});

// %% [explain 1.1]
// On the left are the **dendrites**, branched like a tree. Other neurons end on them, many on small bumps called **spines**. The champion is the Purkinje cell of the cerebellum:
// by an estimate of 1988, others end on a single one, in the rat, at some 175 000{@ R. M. Napper, R. J. Harvey (1988) J. Comp. Neurol. 274:168} places. What arrives on all branches runs together in the **soma**, the cell's body.

// %% [markdown]
// Where the soma narrows into the **axon** lies the axon hillock. Here, or a little further out, the cell decides whether to fire. The axon carries the spike away to its **terminals**. There the message crosses
// narrow clefts, the **synapses**, to the next neurons.
//
// The drawing is not to scale. Drawn with a soma of 20 µm, the axon to your toe would be 50 000{= 1e6 / 20} somas long. And not every axon wears the sheaths you see here. They are called
// **myelin**; many axons of vertebrates have it, most axons of other animals do not. Section 1.6 shows what it does.
//
// ## 1.2 A film with salt on both sides (7 min)
//
// Zoom in until the wall of the cell fills the view.

// %%
show(plot.membrane());

// %% [markdown]
// A double layer of fat, 4 nm thin, with sea water on one side and something like potato juice on the other. Outside there is plenty of sodium (Na⁺) and chloride (Cl⁻), inside plenty of potassium (K⁺). In a
// mammal, in mM:
//
// | ion | inside | outside |
// |---|---|---|
// | K⁺ | 140 | 5 |
// | Na⁺ | 14 | 145 |
// | Cl⁻ | 7 | 120 |
// | Ca²⁺, free | 0.0001{= Ca.inside} | 1.2{= Ca.outside} |
//
// Ions cannot cross fat. Two kinds of protein let them through all the same:
//
// - **Channels** are holes. Most kinds let only one sort of ion pass. Through an open channel run millions a second, always *downhill*.
// - **Pumps** carry ions *uphill*, a few hundred a second, and need fuel for that. The one in the picture takes three sodium ions out and two potassium ions in, for one molecule
//   of ATP.
//
// The pumps fill the batteries, slowly, and the channels use them, fast. If all pumps stopped now, a thick axon could still fire many thousands of times.
//
// Across so thin a film even a small voltage makes a strong field. At rest the inside is some 70 mV more negative than the outside. Over 4 nm that is more than 17{< 70e-3 / 4e-9 / 1e6} million volts per metre, several times what makes a spark jump in air. No wonder
// that proteins in this film change their shape when the voltage changes.
//
// ## 1.3 The battery of one ion (20 min)
//
// Take potassium alone. There is a lot of it inside and little outside, and a few channels are open.
//
// **Before you run the cell:** potassium leaks out along its gradient. Each ion carries a positive charge out with it. What does that do to the voltage inside? And why does it stop long before the two
// concentrations are equal?

// %% [predict 1.2]
// concentrations, in mM
const [K, Na] = [{ inside: 140, outside: 5 }, { inside: 14, outside: 145 }];
const [Cl, Ca] = [{ inside: 7, outside: 120 }, { inside: 1e-4, outside: 1.2 }];
const concentrations = { K: K, Na: Na, Cl: Cl, Ca: Ca };
// ✎ your prediction: "it falls below zero", "it stays at zero" or "it rises above zero"
predict("1.2", "", () => {
  for (const ion of ["K", "Na", "Cl", "Ca"] as const) {
    console.log(`${ion}: ${nernst(ion, concentrations[ion], 37).toFixed(1)} mV`);
  }
});

// %% [explain 1.2]
// The inside becomes negative and pulls potassium back. At −89.1{= nernst("K", K, 37)} mV the pull just balances the leak: as many ions come in as go out.

// %% [markdown]
// This is potassium's **Nernst potential**, its
// equilibrium. Walther Nernst found the formula in 1889:
//
// $$E = \frac{RT}{zF}\,\ln\frac{[\text{outside}]}{[\text{inside}]}, \qquad \frac{RT}{F} = 26.7{= 1000 * 8.314463 * 310.15 / 96485.33}\ \text{mV at 37 °C}.$$
//
// $z$ is the charge of the ion: 1 for sodium and potassium, 2 for calcium, −1 for chloride. $T$ is the absolute temperature.
//
// How many ions must leave for that? Hardly any. A membrane is a capacitor: it holds charge in proportion to the voltage across it, 1 µC/cm² for each volt. That is its **capacitance**, 1 µF/cm². So 89 mV take 0.09{= 0.001 * 89} µC/cm², about 5600{~ 0.0891e-6 / 1.602e-19 / 1e8} ions from each square micrometre. The concentrations do not notice.
//
// **Exercise 1.1** (2 points). Write the Nernst potential in mV, for concentrations `inside` and `outside` (mM), charge number `z` and temperature `T` in **°C**. $R = 8.314463$ J/(mol K),
// $F = 96485.33$ C/mol. The natural logarithm, ln, is `Math.log`.

// %% [exercise 1.1]
const nernstPotential = (inside: number, outside: number, z: number, T: number): number => {
  // BEGIN SOLUTION
  return ((1000 * 8.314463 * (T + 273.15)) / (z * 96485.33)) * Math.log(outside / inside);
  // STUB
  // return NaN; // mV
  // END SOLUTION
};

// %% [check 1.1]
check("1.1", nernstPotential);

// %%
const outside = Float64Array.from({ length: 101 }, (_, i) => 10 ** (i / 50)); // from 1 to 100 mM
const ofPotassium = { x: outside, y: outside.map((c) => nernstPotential(140, c, 1, 37)) };
const ofSodium = { x: outside, y: outside.map((c) => nernstPotential(14, c, 1, 37)) };
show(plot.curves({ "K⁺": ofPotassium, "Na⁺": ofSodium },
  { x: ["concentration outside", "mM"], y: ["E", "mV"], log: "x" })); // yours

// %% [solution 1.1]
// $RT/F$ comes out in volts, so the factor 1000; kelvins are °C + 273.15. On a logarithmic axis the curves are straight: ten times the concentration is worth 61.5{= nernstPotential(1, 10, 1, 37)} mV.

// %% [markdown]
// Sodium's battery points the other way: +62.5{= nernst("Na", Na, 37)} mV. Calcium's is the strongest, +125.5{= nernst("Ca", Ca, 37)} mV. So the membrane has several batteries. Each ion pulls the voltage towards its own as soon as its channels open.
//
// **Exercise 1.2** (1 point). Kidneys that fail let potassium pile up outside the cells. At which concentration outside, in mM, is $E_\mathrm{K}$ the potential that is yours? Inside it stays at 140 mM; 37 °C. (`Math.exp(x)` is $e^x$.)

// %%
const mine = variant("1.2");
console.log(`your potential: ${mine.V} mV`);

// %% [exercise 1.2]
// BEGIN SOLUTION
const piledUp = 140 * Math.exp(mine.V / 26.727);
// STUB
// const piledUp = NaN; // mM
// END SOLUTION

// %% [check 1.2]
check("1.2", piledUp);

// %%
const found = { x: [piledUp], y: [mine.V], style: "points" } as const;
const wanted = { x: [1, 100], y: [mine.V, mine.V], style: "dashed" } as const;
show(plot.curves({ "E of K⁺": ofPotassium, "wanted": wanted, "yours": found },
  { x: ["concentration outside", "mM"], y: ["E", "mV"], log: "x" }));

// %% [solution 1.2]
// Turn the formula round: outside = inside · $e^{zEF/RT}$. Your point should lie where the two lines cross.

// %% [markdown]
// ## 1.4 Rest (25 min)
//
// A resting membrane lets potassium through, some chloride, and a little sodium. Each pulls towards its battery. Where does the voltage settle?
//
// Here is such a membrane as a model. Its batteries are calculated from the concentrations, by Nernst's formula.

// %%
const restingMembrane = conductanceModel({
  name: "resting membrane", capacitance: 1, temperature: 37, initial: -89, channels: [
    { ion: "K", conductance: 0.1, reversal: K },
    { ion: "Na", conductance: 0.015, reversal: Na },
    { ion: "Cl", conductance: 0.03, reversal: Cl }] });
equations(restingMembrane, ["V", "IK", "INa", "ICl", "EK", "ENa", "ECl"]);

// %% [markdown]
// **Before you run the cell:** the membrane starts at potassium's own potential, −89 mV. Will it stay? Then use the sliders: more potassium outside, more sodium conductance, a colder room. Say each time which way the
// voltage will go.

// %% [predict 1.3]
// ✎ your prediction: "it stays", "it falls" or "it rises"
predict("1.3", "", () => {
  explore(restingMembrane, { initial: restingMembrane.states, duration: 40, stimulus: step(0, 0),
    sliders: ["gK", "gNa", "gCl", "KOut", "NaOut", "T"] });
});

// %% [explain 1.3]
// It does not stay. A trickle of sodium is enough to lift it by 18{= rest.state.V - nernst("K", K, 37)} mV, to −70.7{= rest.state.V} mV, and there it rests. That is *near* potassium's battery, since potassium's conductance is by far the largest, but it is not *at* it. The
// temperature matters little; potassium outside matters much: at 10 mM it rests at −57.9{= equilibria(restingMembrane.with({ KOut: 10 }))[0].state.V} mV.

// %% [markdown]
// Look at the three currents at rest. A current counts as positive where positive charge leaves the cell; chloride is negative, and flows the other way:

// %%
const [rest] = equilibria(restingMembrane);
for (const name of ["IK", "INa", "ICl"]) {
  console.log(`${name}: ${restingMembrane.quantity(name, rest.state).toFixed(2)} uA/cm^2`);
}

// %% [markdown]
// **Exercise 1.3** (1 point). Now turn it round. Which sodium conductance, in mS/cm², makes this membrane rest at the voltage of `variant("1.3")`? All else stays as it is. The slider of the figure above shows the way; for the exact number let the three currents
// add up to zero at your voltage. (A current is its conductance times $V - E$. The model knows the others: `restingMembrane.quantity("IK", { V: -60 })` is potassium's at −60 mV.)

// %%
const own = variant("1.3");
console.log(`your voltage: ${own.V} mV`);

// %% [exercise 1.3]
// BEGIN SOLUTION
const others = restingMembrane.quantity("IK", { V: own.V }) + restingMembrane.quantity("ICl", { V: own.V });
const yourSodium = others / (nernst("Na", Na, 37) - own.V);
// STUB
// const yourSodium = NaN; // mS/cm^2
// END SOLUTION

// %% [check 1.3]
check("1.3", yourSodium);

// %%
const settling = simulate(restingMembrane.with({ gNa: yourSodium || 0 }), { duration: 60 });
const goal = { x: [0, 60], y: [own.V, own.V], style: "dashed" } as const;
show(plot.curves({ "with your sodium": { x: settling.time, y: settling.states.V }, "your voltage": goal },
  { x: ["time", "ms"], y: ["V", "mV"] })); // if you are right, it ends there

// %% [solution 1.3]
// At your voltage potassium and chloride carry charge out of the cell, and sodium has to bring in as much. In the membrane as it was that is +1.84{= restingMembrane.quantity("IK", rest.state)} (potassium) and +0.16{= restingMembrane.quantity("ICl", rest.state)} (chloride) against −2.00{= restingMembrane.quantity("INa", rest.state)} µA/cm² (sodium): together zero, and none of the three is zero by itself.

// %% [markdown]
// Potassium flows out, sodium flows in, chloride hardly at all. They add up to zero, so the voltage stands still. But nothing stands still *behind* it: ions keep trading places, and the batteries would run down if the pumps did
// not carry the ions back. Rest is not the equilibrium of any ion. It is a **steady state**, kept up by spending energy. A dead cell is at equilibrium.
//
// There is a formula for the resting potential that you will meet in every textbook. It comes from David Goldman, and from Alan Hodgkin and Bernard Katz. It asks not for conductances but for
// **permeabilities** $P$: how easily an ion gets through, whatever the voltage. For potassium and sodium,
//
// $$V = \frac{RT}{F}\,\ln\frac{P_\mathrm{K}[\mathrm{K}]_\text{out} + P_\mathrm{Na}[\mathrm{Na}]_\text{out}}{P_\mathrm{K}[\mathrm{K}]_\text{in} + P_\mathrm{Na}[\mathrm{Na}]_\text{in}}.$$
//
// Set $P_\mathrm{Na} = 0$ and it is Nernst's formula for potassium. Only ratios count, so let $P_\mathrm{K} = 1$ and call sodium's part $p$.
//
// **Exercise 1.4** (2 points). Write the resting potential in mV as a function of `p`, with the concentrations of the table and $RT/F = 26.727$ mV.

// %% [exercise 1.4]
const restsAt = (p: number): number => {
  // BEGIN SOLUTION
  return 26.727 * Math.log((5 + p * 145) / (140 + p * 14));
  // STUB
  // return NaN; // mV
  // END SOLUTION
};

// %% [check 1.4]
check("1.4", restsAt);

// %%
const ps = Float64Array.from({ length: 101 }, (_, i) => 10 ** (-3 + i / 20));
const level = (E: number) => ({ x: [1e-3, 100], y: [E, E], style: "dashed" as const });
const levels = { "E of K⁺": level(nernst("K", K, 37)), "E of Na⁺": level(nernst("Na", Na, 37)) };
const axes = { x: ["permeability for Na⁺, relative to K⁺", "1"], y: ["V", "mV"], log: "x" } as const;
show(plot.curves({ "yours": { x: ps, y: ps.map(restsAt) }, ...levels }, axes));

// %%
const permeable = { K: { permeability: 1, ...K }, Na: { permeability: 0.04, ...Na },
  Cl: { permeability: 0.45, ...Cl } };
console.log(`with chloride at 0.45 as well, p = 0.04 gives ${goldmanHodgkinKatz(permeable, 37).toFixed(1)} mV`);

// %% [solution 1.4]
// Outside concentrations stand above, inside ones below, each with its permeability. Negative ions such as chloride go the other way round, which is why `goldmanHodgkinKatz` wants to know the name of each.

// %% [markdown]
// At $p = 0.04{@ A. L. Hodgkin, B. Katz (1949) J. Physiol. 108:37}$, what Hodgkin and Katz found in the resting squid axon in 1949, your membrane rests at −68.6{= restsAt(0.04)} mV. At the peak of a spike they found $p = 20{@ A. L. Hodgkin, B. Katz (1949) J. Physiol. 108:37}$: that gives +51.7{= restsAt(20)} mV. **An action potential is a trip along your curve and back.** No pump is
// quick enough for that. It takes nothing but channels that open and shut.

// %% [markdown]
// ## 1.5 The action potential (20 min)
//
// Some channels watch the voltage. Sodium channels open when the membrane is depolarised, within a fraction of a millisecond, and then shut by themselves, which is called inactivation. Potassium channels open too, more slowly.
//
// The membrane below is that of a squid's axon, in the equations of Hodgkin and Huxley ([8. Hodgkin-Huxley](08-hodgkin-huxley.ipynb)). It rests at −65{= equilibria(hodgkinHuxley)[0].state.V} mV.
//
// **Before you run the cell:** a push of 1 ms depolarises it. Sodium channels open, sodium flows in, and that depolarises it further. Where will this stop, and what brings it back?
// And with a push twice as strong, or half as strong, how high will the spike be? The first slider is the push.

// %% [predict 1.4]
// ✎ your prediction: "twice as high", "hardly higher" or "lower"
predict("1.4", "", () => {
  phasesOfASpike(hodgkinHuxley);
});

// %% [explain 1.4]
// One spike. It has six phases.
//
// 1. **Rest.** All currents flow a little, and cancel.
// 2. **Depolarisation.** The push lifts the voltage, against the membrane's own current.
// 3. **Upstroke.** Enough sodium channels are open: their current now outweighs all others, and opens still more of them. It takes 1.6{= phase("upstroke")} ms from here to the peak at +39{= peak(10)} mV. That is *below* sodium's battery, +50{= hodgkinHuxley.parameters.ENa} mV: the channels
//    already inactivate, and potassium channels are opening.
// 4. **Repolarisation.** Potassium flows out and brings the voltage back in 2.2{= phase("repolarisation")} ms.
// 5. **Hyperpolarisation.** Potassium channels are slow to shut, so the voltage dips to −76{= Math.min(...pushed(10).states.V)} mV, close to potassium's battery at −77{= hodgkinHuxley.parameters.EK} mV, and takes 14{= phase("hyperpolarisation")} ms to come back.
// 6. **Refractory period.** From the upstroke on, sodium channels are spent until their inactivation is undone. At first no stimulus, however strong, makes a second spike (**absolute**), as most of them are inactivated. Then a strong one does
//    (**relative**).
//
// The lower panel shows the gates: $m$ and $h$ say how far the sodium channels are open and *not* inactivated, $n$ how far the potassium channels are open. Follow them through the phases.
//
// With 20 µA/cm² instead of 10 the spike is hardly higher: 40.5{= peak(20)} mV instead of 39.1{= peak(10)}. With 5{< weakestPush()} µA/cm² there is none. A spike is **all or none**. The weakest push that works lies between 6.9{< weakestPush()} and 7{> weakestPush()} µA/cm²; find it. Then take away potassium channels, and see which
// phases become longer.

// %% [markdown]
// A steady current gives a train of spikes. It is in the *times* of its spikes that a neuron tells what it has to tell ([2. Spike trains](02-spike-trains.ipynb)).
//
// What does one spike cost, at the very least? To move 1 µF/cm² by 100 mV takes 0.1{= 1 * 100 / 1000} µC/cm², a millionth of a millionth of a mole of ions per square centimetre. In the squid's axon, half a millimetre thick, that is one potassium ion in five{= 0.025 / 2 * 4e-4 / (1e-7 / 96485) / 1e6} million. In a mammal's fibre of 1 µm it is one in 3400{~ 0.5e-4 / 2 * 1.4e-4 / (1e-7 / 96485)}. Thin
// fibres live from hand to mouth, and pumps are a large part of what a brain spends.
//
// Not every account in print gets this right. **Exercise 1.6**, at the end of this page, asks you for a better one.
//
// ## 1.6 Down the axon (25 min)
//
// A spike in one place depolarises its neighbour, through the salt water inside the axon. The neighbour fires, and depolarises the next. A fuse burns like this, and like a fuse's flame the spike does not get smaller on its way.
//
// Here is a bare fibre, 10 mm long and 10 µm thick, cut into 200 pieces. Each has the membrane of the squid, at 18.5 °C. It is kicked at its left end.
//
// **Before you run the cell:** the four curves are the voltages 2, 4, 6 and 8 mm from there. What will be equal in them, and what will differ?

// %% [predict 1.5]
const membrane = hodgkinHuxley.preset("18.5 °C");
const bare = cable({ length: 10000, radius: 5, compartments: 200, membrane: membrane,
  axialResistivity: 110 }); // lengths in um, 110 ohm cm
const slow = simulateCable(bare, { duration: 8, inject: [{ at: 0, current: step(50, 0.2, 0.4) }] }); // 50 nA, for 0.2 ms
const along = (mm: number) => ({ x: slow.time, y: slow.trace(1000 * mm) });
// ✎ your prediction: "the size differs", "the shape differs" or "only the time differs"
predict("1.5", "", () => {
  show(plot.curves({ "2 mm": along(2), "4 mm": along(4), "6 mm": along(6), "8 mm": along(8) },
    { x: ["time", "ms"], y: ["V", "mV"] }));
});

// %% [explain 1.5]
// The same spike, four times, at equal intervals. It runs at 1.5{= conductionVelocity(slow, { from: 2000, to: 8000 })} m/s. To your toe it would need two thirds of a second.

// %% [markdown]
// **Exercise 1.5** (2 points). *Measure.* Read off how fast a spike runs in your fibre, in m/s. The figure shows the voltage 2 mm and 6 mm from the beginning; pointing at a curve gives its numbers.

// %%
const fibre = variant("1.5");
const yourFibre = cable({ length: 8000, radius: fibre.radius, compartments: 160, membrane: membrane,
  axialResistivity: 110 });
const run = simulateCable(yourFibre, { duration: 8,
  inject: [{ at: 0, current: step(10 * fibre.radius ** 1.5, 0, 0.2) }] });
console.log(`your fibre has a radius of ${fibre.radius} um`);
const [near, far] = [2000, 6000].map((um) => ({ x: run.time, y: run.trace(um) }));
show(plot.curves({ "2 mm": near, "6 mm": far }, { x: ["time", "ms"], y: ["V", "mV"] }));

// %% [exercise 1.5]
// BEGIN SOLUTION
const yourSpeed = conductionVelocity(run, { from: 2000, to: 6000 });
// STUB
// const yourSpeed = NaN; // m/s
// END SOLUTION

// %% [check 1.5]
check("1.5", yourSpeed);

// %%
const radii = Float64Array.from({ length: 41 }, (_, i) => i ** 2 / 160);
const root = { x: radii, y: radii.map((r) => yourSpeed * Math.sqrt(r / fibre.radius)) };
const dot = (radius: number, y: number) => ({ x: [radius], y: [y], style: "points" } as const);
const thick = dot(5, conductionVelocity(slow, { from: 2000, to: 8000 })); // the fibre that you saw first
const speeds = { "root of the radius, through yours": root, "yours": dot(fibre.radius, yourSpeed), "5 µm": thick };
show(plot.curves(speeds, { x: ["radius", "um"], y: ["speed", "m/s"] }));

// %% [solution 1.5]
// The peaks are 4 mm apart; 4 mm divided by the time between them in ms is the speed in m/s. The curve is drawn through your point. It should meet the fibre of 5 µm as well.

// %% [markdown]
// Thicker is faster, but only as the root: for ten times the speed the fibre must be a hundred times as thick. The squid did just that, with axons of half a millimetre. Vertebrates need a million fast fibres, and no room for such pipes.
//
// Their way out is **myelin**. Glia cells wrap the axon in layer upon layer of membrane, a millimetre long, and leave bare gaps of a few µm, the **nodes of Ranvier**. The wrapping insulates, and it lowers the capacitance two-hundredfold, so hardly any charge is lost on the way to the
// next node.
//
// **Before you run the cell:** the same axon, wrapped. Only its nodes have channels, packed ten times as densely as in the squid's membrane, and still there are forty times fewer in all. Will it be faster or slower?

// %% [predict 1.6]
const nodeMembrane = membrane.with({ gNa: 1200, gK: 360, gL: 3 });
const internode = { length: 1000, membrane: passiveMembrane.preset("myelin"), compartments: 10 };
const sections = myelinated({ nodes: 21, radius: 5, node: { length: 2.5, membrane: nodeMembrane },
  internode: internode });
const fast = simulateCable(cable({ sections: sections, axialResistivity: 110 }),
  { duration: 3, inject: [{ at: 0, current: step(5, 0.2, 0.4) }] });
const atNode = (k: number) => ({ x: fast.time, y: fast.trace({ section: `node ${k}` }) });
const speed = conductionVelocity(fast, { from: { section: "node 5" }, to: { section: "node 15" } });
// ✎ your prediction: "slower", "a little faster" or "more than ten times as fast"
predict("1.6", "", () => {
  show(plot.curves({ "2 mm": atNode(2), "4 mm": atNode(4), "6 mm": atNode(6), "8 mm": atNode(8) },
    { x: ["time", "ms"], y: ["V", "mV"] }));
  console.log(`${speed.toFixed(1)} m/s`);
});

// %% [explain 1.6]
// More than thirteen{< speed / conductionVelocity(slow, { from: 2000, to: 8000 })} times as fast: 20.8{= speed} m/s. The spike is made anew at each node and *jumps*, or nearly, to the next. It costs less as well, since fewer channels open. The crowding at the nodes is needed: with the squid's density a spike would shrink from node to node. (The best
// fibres in your nerves reach 100{@ E. R. Kandel and others (2021) Principles of Neural Science} m/s. They are warmer and thicker.)

// %% [markdown]
// Which way does a spike run? As on a fuse, wherever there is something left to burn.
//
// **Before you run the cells:** now the bare fibre is kicked in the *middle*. And the second figure: at *both ends* at once. What happens when the two spikes meet?

// %%
const kick = (at: number) => ({ at: at, current: step(50, 0.2, 0.4) });
const middle = simulateCable(bare, { duration: 6, inject: [kick(5000)] });
const ends = simulateCable(bare, { duration: 6, inject: [kick(0), kick(9999)] });
const shape = (of: typeof middle, ms: number) => {
  const from = of.time.findIndex((t) => t >= ms) * of.position.length;
  return { x: of.position, y: of.V.slice(from, from + of.position.length) };
};

// %% [predict 1.7]
// ✎ your prediction: "they pass each other", "they bounce back" or "both vanish"
predict("1.7", "", () => {
  for (const run of [middle, ends]) {
    const shapes = [0.6, 1.5, 2.5, 3.2, 3.7, 4.5].map((ms) => [`${ms} ms`, shape(run, ms)]);
    show(plot.curves(Object.fromEntries(shapes), { x: ["place", "um"], y: ["V", "mV"] }));
  }
});

// %% [explain 1.7]
// From the middle two spikes set out, one each way: an axon has no built-in direction. In life they start at one end. They do not turn round, since behind each the membrane is refractory. And two that meet **annihilate**: each runs into the ashes of the other.

// %% [markdown]
// **Exercise 1.6** (1 point). *In your own words.* In two milliseconds the voltage of an axon goes from near potassium's Nernst potential almost to sodium's, and back. Some books say that sodium comes in and pumps then carry it out again. But no pump is as quick as that, and the concentrations hardly move at all. So what does change, and how does it bring the voltage up, and then down? Two to four sentences, at least 25 words. The check only sees that you have written something to the point; your teacher reads it.

// %% [exercise 1.6]
// BEGIN SOLUTION
const upAndDown = "What changes is how easily each ion crosses. Sodium channels open first: sodium flows in and pulls the voltage towards its Nernst potential. Within a millisecond they inactivate, more potassium channels open, and potassium flows out, which brings the voltage down again. So few ions are enough for this that pumps can make up for them later.";
// STUB
// const upAndDown = ``; // your text between the two marks, on as many lines as you like
// END SOLUTION

// %% [check 1.6]
check("1.6", upAndDown);

// %% [solution 1.6]
// The batteries stay as they are; the channels change. At rest it is mostly potassium that can cross, so the voltage is near its Nernst potential, though above it, here by 18{= rest.state.V - nernst("K", K, 37)} mV, because other ions leak: zero is the net current, and no single one. Then sodium channels open, and sodium flows in. The peak stays short of sodium's potential, by 11{= hodgkinHuxley.parameters.ENa - peak(10)} mV in Section 1.5: its channels inactivate, and potassium flows out. That, and no pump,
// brings the voltage back, which is called *repolarisation*, for a membrane at rest is polarised already. Pumps are far too slow. They keep the concentrations as they are, sodium high outside.

// %% [markdown]
// *Investigate.* To go on with, without points: kidneys that fail let potassium pile up outside. In the figure of Section 1.4 raise it step by step, and note where the membrane rests. Draw rest against the *logarithm* of the concentration, and $E_\mathrm{K}$ with it. Does rest follow potassium's own potential? Where does it stay behind, and which ion holds it? Then do it once more with less sodium conductance.
//
// ## What this model cannot do
//
// - Its batteries never run down: concentrations are constant, and the pumps that keep them so are left out of the equations.
// - Its membrane is that of one squid axon. Your neurons have dozens of kinds of channels ([6. Conductance-based models](06-conductance-based-models.ipynb)).
// - Goldman's formula assumes a constant field and ions that ignore each other. Conductances, as used in the rest of this course, are the simpler way to say nearly the same.
// - Its fibres lead nowhere: no synapses, no transmitter, no learning. Dendrites get their own notebook ([17. Dendrites and cables](17-dendrites-and-cables.ipynb)).
//
// ## Summary
//
// - Dendrites gather, the soma sums up, the axon carries the spike, terminals pass it on across synapses. Some axons are myelinated, many are not.
// - The membrane is 4 nm of fat: 1 µF/cm². Channels let ions run downhill, pumps carry them uphill: 3 Na⁺ out, 2 K⁺ in, per ATP.
// - Nernst: $E = \frac{RT}{zF}\ln\frac{\text{out}}{\text{in}}$; 26.7{= nernst("K", { inside: 1, outside: Math.E }, 37)} mV is $RT/F$ at 37 °C, 61.5{= nernstPotential(1, 10, 1, 37)} mV a tenfold ratio. With the table's concentrations: K⁺ −89.1{= nernst("K", K, 37)}, Na⁺ +62.5{= nernst("Na", Na, 37)}, Cl⁻ −75.9{= nernst("Cl", Cl, 37)}, Ca²⁺ +125.5{= nernst("Ca", Ca, 37)} mV.
// - Rest is a steady state: the *net* current is zero, no single one is. It lies above $E_\mathrm{K}$, as sodium leaks in. Pumps pay for it.
// - Six phases: rest, depolarisation, upstroke, repolarisation, hyperpolarisation, and across them the refractory period. The peak stays below $E_\mathrm{Na}$.
// - A spike travels without getting smaller. Bare fibre: speed grows with the root of the radius (1.5{= conductionVelocity(slow, { from: 2000, to: 8000 })} m/s at 5 µm, 18.5 °C). Myelin makes the same axon more than ten{< speed / conductionVelocity(slow, { from: 2000, to: 8000 })} times as fast.
// - Spikes that meet annihilate, as each leaves refractory membrane behind.
//
// ## References
//
// - E. R. Kandel and others (2021) *Principles of Neural Science*, 6th edition, McGraw-Hill: the big textbook; its parts on cells and signalling cover this page at length.
// - B. Hille (2001) *Ion Channels of Excitable Membranes*, 3rd edition, Sinauer: from Nernst's formula to single channels.
// - D. E. Goldman (1943) *J. Gen. Physiol.* 27:37, and A. L. Hodgkin, B. Katz (1949) *J. Physiol.* 108:37: the formula of Section 1.4, and sodium found to be the cause of the spike.
// - A. L. Hodgkin (1964) *The Conduction of the Nervous Impulse*, Liverpool University Press: a short book by one who was there.
// - A. F. Huxley, R. Stämpfli (1949) *J. Physiol.* 108:315: that spikes jump from node to node, measured on single fibres.
// - D. Attwell, S. B. Laughlin (2001) *J. Cereb. Blood Flow Metab.* 21:1133: what signals cost the brain.
