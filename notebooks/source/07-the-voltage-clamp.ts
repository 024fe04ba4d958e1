// %% [markdown]
// # 7. The voltage clamp
//
// **One idea:** hold the voltage still, and the current tells what the channels do.
//
// | afterwards you can | section | minutes |
// |---|---|---|
// | take a current apart into those of its channels, and each into battery and conductance | 7.1 The voltage clamp | 25 |
// | get rate constants out of measured curves, and say where they miss | 7.2 The curves of 1952 | 30 |
// | find what an unknown membrane is made of | 7.3 A patch in the dark | 25 |
// | read the gates of a real channel from its currents | 7.4 A channel of the human heart | 25 |
//
// **Prerequisites:** channels, gates and their powers ([6. Conductance-based models](06-conductance-based-models.ipynb)). About 105 min with
// exercises. The points in Section 7.2 were measured in 1952, the currents in Section 7.4 were published in 2018; everything else is simulated.

// %%
import { blindPatch, check, clampedMembrane, equations, fitGate, fitInactivatingGate, heartChannel, hodgkinHuxley, nernst, plot, predict, setup, show, simulate, step, student, variant, voltageClamp, voltageClamp1952, type ConductanceRecord } from "nullcline";
student("self-study"); // your student id: some numbers below are yours alone
setup();

// %% [markdown]
// ## 7.1 The voltage clamp (25 min)
//
// How does one know a channel? In a neuron everything depends on everything: the voltage opens the channels, and the channels move the voltage. Kenneth Cole and George Marmont cut that loop in
// the 1940s. An amplifier compares the membrane potential with the one you want, and supplies whatever current it takes to hold it there. The voltage is now yours, and the current of the amplifier tells
// what the channels do.
//
// `voltageClamp` does this to any model. Here it is with the axon of a squid, `hodgkinHuxley`: a leak, a sodium current with $m^3h$ and a potassium current with $n^4$, as in the neuron that you
// have built, with numbers of its own. The line for $dV/dt$ is gone, and `Iclamp` is what the amplifier supplies.

// %%
const axon = voltageClamp(hodgkinHuxley);
equations(axon, ["Iclamp", "INa", "IK", "n"]);

// %% [markdown]
// The axon is held at −65 mV, and after 2 ms at −9{= -65 + 56} mV.
//
// **Before you run the cell:** the axon would fire, if it could. What must the amplifier do in the first millisecond, push current in or draw it off? And later?

// %% [predict 7.1]
const seaWater = simulate(axon, { duration: 14, dt: 0.02, stimulus: step(56, 2) });
// ✎ your prediction: "push current in" or "draw current off"
predict("7.1", "", () => {
  show(plot.trace(seaWater, { panels: ["Iclamp", "input"] }));
});

// %% [explain 7.1]
// First the current is *inward*: the membrane wants to go up, and the amplifier has to draw off almost 1300{~ -Math.min(...seaWater.quantity("Iclamp"))} µA/cm² to stop it. Two milliseconds after the step it turns, and ends at 1460{~ seaWater.quantity("Iclamp").at(-1)} µA/cm² outward. (A brief
// surge at the step itself, which charges the capacitor, is left out.)

// %% [markdown]
// One current that changes its mind, or two? In 1952 Hodgkin and Huxley swapped most of the sodium in the water for choline, which channels do not let through. Today one adds the poison of the
// puffer fish, which plugs them.
//
// **Before you move a slider:** which part of the clamp current will be gone with $g_\mathrm{Na} = 0$? And which with sodium put back and $g_\mathrm{K} = 0$? In the figure the *command* is the voltage of the step, and the *holding potential* the one before it.

// %% [predict 7.2]
// ✎ your prediction: without sodium, "the early, inward part", "the late, outward part"
// or "all of it"
predict("7.2", "", () => {
  clampedMembrane(hodgkinHuxley);
});

// %% [explain 7.2]
// Two currents. Without sodium only the late, outward one is left; without potassium only the early, inward one, which shuts itself off. What you see in sea water is their sum. Note that the potassium current begins slowly: this is the hesitation
// of four gates that must all open. Put both back and move the command: the right panel gathers what the amplifier meets early and late, for every command.

// %% [markdown]
// **Exercise 7.1** (2 points). *Measure.* Clamp the axon in sea water to the membrane potential that is yours, for 8 ms, with the step at 2 ms. What is the most inward current, in µA/cm², that the amplifier meets? (To a clamped model a stimulus is a change of the voltage: `step(56, 2)` took it from −65 to −9 mV. Inward current is negative.)

// %%
const mine = variant("7.1");
console.log(`your membrane potential: ${mine.V} mV (the axon is held at −65 mV before)`);

// %% [exercise 7.1]
// BEGIN SOLUTION
const clamped = simulate(axon, { duration: 8, stimulus: step(mine.V + 65, 2) });
const mostInward = Math.min(...clamped.quantity("Iclamp"));
// STUB
// const mostInward = NaN; // uA/cm^2
// END SOLUTION

// %% [check 7.1]
check("7.1", mostInward);

// %%
const line = { x: [0, 14], y: [mostInward, mostInward], style: "dashed" } as const;
const before = { x: seaWater.time, y: seaWater.quantity("Iclamp") };
const ofTime = { x: ["time", "ms"], y: ["I<sub>clamp</sub>", "uA/cm^2"] } as const;
show(plot.curves({ "at −9 mV": before, "yours": line }, ofTime)); // how far from the bottom of that one?

// %% [solution 7.1]
// The stimulus of a clamped model is a change of the voltage, so its height is `mine.V + 65`.

// %% [markdown]
// **Before you run the cell:** now step to many voltages and plot, for each, the peak of the sodium current alone and the end of the potassium current alone. Potassium's will grow and grow. And sodium's?

// %% [predict 7.3]
const commands = Float64Array.from({ length: 29 }, (_, i) => -70 + 5 * i);
const family = Array.from(commands, (V) => simulate(axon, { duration: 12, stimulus: step(V + 65, 2) }));
const largest = (I: Float64Array) => I.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a));
const peak = { x: commands, y: family.map((run) => largest(run.quantity("INa"))) };
const late = { x: commands, y: family.map((run) => run.quantity("IK")[run.time.length - 1]) };
const named = { "I<sub>Na</sub>, peak": peak, "I<sub>K</sub>, after 10 ms": late };
// ✎ your prediction: "it grows and grows", "it levels off" or "it grows, shrinks and turns round"
predict("7.3", "", () => {
  show(plot.curves(named, { x: ["V", "mV"], y: ["current", "uA/cm^2"] }));
});

// %% [explain 7.3]
// Sodium's current grows to −1462{= Math.min(...peak.y)} µA/cm² at −5{= commands[peak.y.indexOf(Math.min(...peak.y))]} mV, then *shrinks*, is zero at +50{= hodgkinHuxley.parameters.ENa} mV and turns outward. Not because channels shut: more of them are open than ever. It is the driving force that runs out.
// **A current shows a channel through its battery.** To see the channel itself, divide by the driving force.

// %% [markdown]
// **Exercise 7.2** (2 points). Write the sodium conductance, in mS/cm², from two clamp currents at the same moment (µA/cm²): `total` in sea water, and `without` with sodium channels blocked. Both at
// membrane potential `V` (mV); $E_\mathrm{Na} = 50$ mV.

// %% [exercise 7.2]
const sodiumConductance = (total: number, without: number, V: number): number => {
  // BEGIN SOLUTION
  return (total - without) / (V - 50);
  // STUB
  // return NaN; // mS/cm^2
  // END SOLUTION
};

// %% [check 7.2]
check("7.2", sodiumConductance);

// %%
const sides = [hodgkinHuxley, hodgkinHuxley.with({ gNa: 0 })].map((model) => voltageClamp(model));
const stepTo = (V: number) => ({ duration: 8, dt: 0.05, stimulus: step(V + 65, 0) });
const runs = (V: number) => sides.map((side) => simulate(side, stepTo(V)));
const apart = (V: number) => {
  const [total, blocked] = runs(V).map((run) => run.quantity("Iclamp"));
  return { x: runs(V)[0].time, y: total.map((I, i) => sodiumConductance(I, blocked[i], V)) };
};
const yours = Object.fromEntries([-40, -20, 0, 20, 80].map((V) => [`${V} mV`, apart(V)]));
show(plot.curves(yours, { x: ["time after the step", "ms"], y: ["g<sub>Na</sub>", "mS/cm^2"] }));

// %% [solution 7.2]
// With sodium channels blocked, potassium and leak remain; the difference is sodium's current. Divided by its driving force it is a conductance, and positive at +80 mV too, where the current is outward.

// %% [markdown]
// Now all curves have one shape: up, and down again while the voltage is still held. The stronger the step, the higher and the earlier the peak, up to 49{= Math.max(...apart(80).y)} mS/cm² at +80 mV. No trace is left of the reversal. Curves like these,
// measured, are where the equations come from.
//
// ## 7.2 The curves of 1952 (30 min)
//
// Alan Hodgkin and Andrew Huxley did in 1952 with an axon what you have just done with a model: hold the voltage, measure the current, take sodium's part and potassium's part apart, and divide each by its driving force. What is left is a
// conductance, as a function of time after the step.
//
// These are their own points, from one axon (number 17{@ Hodgkin and Huxley 1952}, at 6 to 7{@ Hodgkin and Huxley 1952} °C). Others read them off the printed figures; `data/README.md` tells how.
// Steps are given in mV above rest.
//
// **Before you run the cell:** if a channel had a single gate, its conductance would rise like $1 - e^{-t/\tau}$: steepest at the very start.
// Look at the first millisecond. Is it?

// %% [predict 7.4]
const { potassium, sodium } = voltageClamp1952();
// ✎ your prediction: "yes" or "no"
predict("7.4", "", () => {
  show(plot.conductance([0, 2, 4, 6, 8, 10].map((k) => potassium[k]), { name: "g<sub>K</sub>" }));
});

// %% [explain 7.4]
// It is not. The conductance hesitates, then rises: an S. In notebook 6 you took one such record apart by eye. Now let a computer do it, for all eleven. Let $g = \bar g\,n^k$, where $n$ rises exponentially, and fit plateau and time constant for several powers $k$.
// Before the step the conductance of this axon was 0.24 mS/cm².

// %%
const fits = [1, 2, 4, 6].map((power) => fitGate(potassium[4], { power: power, from: 0.24 }));
show(plot.conductance([potassium[4]], { name: "g<sub>K</sub>", fits: fits }));

// %% [markdown]
// Power 1 starts too early and bends too soon. Power 4 passes through nearly all the points, and so does power 6. Which is best? Do it for all eleven
// records, and look at the distance of the points from the curves (root of the mean square).

// %%
const powers = [1, 2, 3, 4, 5, 6];
const fit = (record: ConductanceRecord, power: number) => fitGate(record, { power: power, from: 0.24 });
const distances = (power: number) => potassium.map((record) => fit(record, power).rms);
const misfit = powers.map((power) => Math.hypot(...distances(power)) / Math.sqrt(potassium.length));
const axes = { x: ["power of n", "1"], y: ["distance from the points", "mS/cm^2"] } as const;
show(plot.curves({ x: powers, y: misfit, style: "points and line" }, axes));

// %% [markdown]
// From 1.08{= misfit[0]} mS/cm² at power 1 the distance falls to 0.34{= misfit[3]} at power 4. It goes on falling, to 0.31{= misfit[4]} and 0.29{= misfit[5]}. So the fourth power is **not** the best fit. It is
// where it stops paying: the next step gains 0.03{= misfit[3] - misfit[4]} mS/cm², less than one can read off a printed page. Hodgkin and Huxley saw that a fifth or sixth power would do better and
// judged it not worth the trouble: they had to solve the equations on a hand-cranked calculator. That real potassium channels have four identical parts
// was found decades later. The measured curves alone do not prove it.
//
// **Exercise 7.3** (2 points). A fit gives a plateau (mS/cm²) and a time constant `tau` (ms). Write the function that turns them into
// $[\alpha_n, \beta_n]$ in 1/ms. The largest possible conductance of this axon was about a sixth above the highest plateau: take $\bar g = 24.3$ mS/cm².

// %% [exercise 7.3]
const rates = (plateau: number, tau: number): number[] => {
  // BEGIN SOLUTION
  const steady = (plateau / 24.3) ** 0.25;
  return [steady / tau, (1 - steady) / tau];
  // STUB
  // return [NaN, NaN]; // alpha and beta, in 1/ms
  // END SOLUTION
};

// %% [check 7.3]
check("7.3", rates);

// %% [markdown]
// Now lay your rates over the functions that the paper prints, and that the model uses. Points are yours, lines are the paper's. (The paper counts $V$ from rest, and so does
// `hodgkinHuxley.preset("1952")`, the same axon on that scale.)

// %%
const paper = hodgkinHuxley.preset("1952");
const steps = potassium.map((record) => record.depolarisation);
const fromFits = potassium.map((record) => rates(fit(record, 4).plateau, fit(record, 4).tau));
const [alpha, beta] = [0, 1].map((k) => ({ x: steps, y: fromFits.map((both) => both[k]) }));
const points = { alphaN: alpha, betaN: beta };
show(plot.quantities(paper, ["alphaN", "betaN"], { window: [0, 115], points: points, pointsName: "yours" }));

// %% [solution 7.3]
// The plateau is $\bar g\,n_\infty^4$, so $n_\infty$ is the fourth root of plateau over $\bar g$. Since $\tau = 1/(\alpha + \beta)$ and $n_\infty = \alpha/(\alpha + \beta)$,
// $\alpha = n_\infty/\tau$ and $\beta = (1 - n_\infty)/\tau$.

// %% [markdown]
// From +51 mV upwards your $\alpha_n$ is within 7{> worstAlpha(paper, fromFits, steps, 51)} % of the printed line. Look where the two part:
//
// - **Weak steps.** At +10 mV your rates are 0.055{= fromFits[steps.indexOf(10)][0]} and 0.039{= fromFits[steps.indexOf(10)][1]} per ms, the printed ones 0.100{= paper.quantity("alphaN", [10, 0, 0, 0])} and 0.110{= paper.quantity("betaN", [10, 0, 0, 0])}. The record ends at 12 ms, long before its
//   plateau, so plateau and time constant hide behind each other. Hodgkin and Huxley had a second experiment to separate them, the fall of the conductance *after* a step; they report 0.095{@ A. L. Hodgkin, A. F. Huxley (1952) J. Physiol. 117:500, Table 1} and 0.096{@ A. L. Hodgkin, A. F. Huxley (1952) J. Physiol. 117:500, Table 1} per ms for this record.
// - **The strongest step.** At +109 mV you find 0.94{= fromFits[steps.indexOf(109)][0]}, the line says 0.99{= paper.quantity("alphaN", [109, 0, 0, 0])}. The line is one smooth formula for many axons, not a fit to this one.
//
// Measured numbers enter a model through choices like these. Keep that in mind when a model prints five digits.
//
// **Before you run the cell:** sodium's conductance will rise too, and faster. What will it do then, while the voltage is still held?

// %% [predict 7.5]
const held = [5, 6, 7, 8].map((k) => sodium[k]);
const cubes = held.map((record) => fitInactivatingGate(record, { power: 3 }));
// ✎ your prediction: "it stays up", "it goes away again" or "it turns negative"
predict("7.5", "", () => {
  show(plot.conductance(held, { name: "g<sub>Na</sub>", fits: cubes }));
});

// %% [explain 7.5]
// It goes away again. That is inactivation, and no function of the present voltage alone can do it. The curves are $\bar g\,m^3 h$ with $m$ rising and $h$
// falling exponentially. Does the cube have to be? Over these four{= held.length} records the distance from the points is 0.67{= misfitOfM(held, 1)} mS/cm² for $m h$, 0.310{= misfitOfM(held, 2)} for $m^2 h$, 0.306{= misfitOfM(held, 3)} for
// $m^3 h$ and 0.35{= misfitOfM(held, 4)} for $m^4 h$. Two gates and three do equally well here.

// %% [markdown]
// (Stronger steps are left out: their rise is over by the second point, and points read off a printed page are not sure to 0.1 ms. The last points stay a little above zero,
// as inactivation is not quite complete; the curves neglect that.)
//
// The time constants are what matters for the spike. Yours against the paper's:

// %%
const at = held.map((record) => record.depolarisation);
const tauM = { x: at, y: cubes.map((cube) => cube.tau) };
const tauH = { x: at, y: cubes.map((cube) => cube.tauInactivation) };
const measured = { tauM: tauM, tauH: tauH };
show(plot.quantities(paper, ["tauM", "tauH"], { window: [0, 115], points: measured, pointsName: "fitted" }));

// %% [markdown]
// Within a third of the printed lines, with one axon and no knowledge but the points. At +26 mV activation takes 0.5{= cubes[at.indexOf(26)].tau} ms and inactivation about 2{= cubes[at.indexOf(26)].tauInactivation} ms. In
// between, the sodium channels are open: that is the time a spike has. [8. Hodgkin-Huxley](08-hodgkin-huxley.ipynb) lets the voltage go again and watches one.
//
// ## 7.3 A patch in the dark (25 min)
//
// **Exercise 7.4** (4 points). *Investigate.* There is a patch of membrane in the rig. You know that it has a leak and potassium channels; poison has blocked the rest. You do not know their numbers. Each student has another patch.
//
// `rig.clamp(V)` steps from −80 mV to `V` (mV), holds it for 30 ms and records. The result has `time` (ms), `current` (µA/cm²) and, as `steady`, the mean current of the last 10 ms. The amplifier is noisy, as amplifiers are: each sample is off by some
// 0.15{~ noiseOf(rig)} µA/cm², and no two records are alike. The potassium channels are all shut at −80 mV and below, and all open above +20 mV. Find $g_\mathrm{L}$ and $E_\mathrm{L}$, then $g_\mathrm{K}$ and $E_\mathrm{K}$.

// %%
const own = variant("7.4");
const rig = blindPatch(own.patch);
const seen = (V: number) => ({ x: rig.clamp(V).time, y: rig.clamp(V).current });
const look = Object.fromEntries([-110, -80, -30, 20, 60].map((V) => [`${V} mV`, seen(V)]));
show(plot.curves(look, { x: ["time after the step", "ms"], y: ["clamp current", "uA/cm^2"] }));

// %% [exercise 7.4]
// BEGIN SOLUTION
const [low, high] = [-120, -80].map((V) => rig.clamp(V).steady);
const gL = (high - low) / 40, EL = -120 - low / gL;
const [a, b] = [40, 60].map((V) => rig.clamp(V).steady - gL * (V - EL)); // potassium alone
const gK = (b - a) / 20, EK = 40 - a / gK;
const found = { gL: gL, EL: EL, gK: gK, EK: EK };
// STUB
// const found = { gL: NaN, EL: NaN, gK: NaN, EK: NaN }; // mS/cm^2 and mV
// END SOLUTION

// %% [check 7.4]
check("7.4", found);

// %%
const range = Float64Array.from({ length: 37 }, (_, i) => -120 + 5 * i);
const ofTheRig = { x: range, y: range.map((V) => rig.clamp(V).steady), style: "points" } as const;
const shut = { x: range, y: range.map((V) => found.gL * (V - found.EL)) };
const open = { x: range, y: range.map((V) => found.gL * (V - found.EL) + found.gK * (V - found.EK)) };
const threeCurves = { "from the rig": ofTheRig, "your leak": shut, "your leak and potassium": open };
show(plot.curves(threeCurves, { x: ["V", "mV"], y: ["steady current", "uA/cm^2"] }));

// %% [solution 7.4]
// Where all gates are shut, the current is the leak's straight line, best drawn through two points far apart: then the noise tilts it least. Its slope is $g_\mathrm{L}$ and its zero $E_\mathrm{L}$. Where all are open, subtract the leak, and do the same once more. The points should lie on the one line
// at the left and on the other at the right, and cross over in between.

// %% [markdown]
// Between the two lines the points climb from one to the other. How far they have come, as a fraction of the way, is the fraction of open channels, $n_\infty^4$. So the steady curve holds everything but the time constants, and those are in the
// records.
//
// ## 7.4 A channel of the human heart (25 min)
//
// Now a real one. Your heart beats because a wave of depolarisation ends in time, and a potassium channel that is called hERG helps to end it. Some people are born with too few of them; some drugs plug them. Then the
// wave lasts too long, and the heart may stumble. So every new drug is tried on this channel, in a dish, under voltage clamp.
//
// Kylie Beattie and her colleagues put the human channel into cells that have hardly any other. The membrane was held at −80 mV, stepped to a command for five seconds, then to −40 mV for one second, and at last to −120 mV. (`data/recordings/README.md` tells where the
// data come from.) Which battery drives the current? There are 130 mM of potassium inside and 4 mM outside:

// %%
const heart = heartChannel();
const EKofHeart = nernst("K", { inside: 130, outside: 4 }, 21.3);
console.log(`E_K = ${EKofHeart.toFixed(1)} mV; commands: ${heart.commands.join(", ")} mV`);

// %% [markdown]
// At 0 mV the driving force is 88{= -EKofHeart} mV, at +60 mV it is 148{= 60 - EKofHeart} mV. And depolarisation opens the channel.
//
// **Before you run the cell:** how large will the current be at the end of the command to +60 mV, compared with that at the end of the command to 0 mV?

// %% [predict 7.6]
const shownPart = (from: number, to: number, k: number) => {
  const kept = Array.from(heart.time.keys()).filter((i) => heart.time[i] > from && heart.time[i] < to);
  return { x: kept.map((i) => heart.time[i]), y: kept.map((i) => heart.current[k][i]) };
};
const commandsFrom = (from: number, to: number, ks: number[]) =>
  Object.fromEntries(ks.map((k) => [`${heart.commands[k]} mV`, shownPart(from, to, k)]));
const nA = { x: ["time after the step", "ms"], y: ["current", "nA"] } as const;
// ✎ your prediction: "much larger", "about the same" or "much smaller"
predict("7.6", "", () => {
  show(plot.curves(commandsFrom(-30, 4990, [2, 3, 4, 5, 6]), nA));
});

// %% [explain 7.6]
// Much smaller: 0.037{= endOf(heart, 60)} nA at +60 mV, 0.196{= endOf(heart, 0)} nA at 0 mV. The battery is stronger, and five{= endOf(heart, 0) / endOf(heart, 60)} times less current flows. Divided by the driving force it looks odder still: 2.2{= 1000 * endOf(heart, 0) / -EKofHeart} nS at 0 mV, 0.25{= 1000 * endOf(heart, 60) / (60 - EKofHeart)} nS at +60 mV. Does depolarisation *shut* this channel?

// %% [markdown]
// Watch what comes next. From the command the membrane is put to −40 mV: the driving force falls to a third, and at −40 mV itself hardly any of these channels ever open.
//
// **Before you run the cell:** what will the current do in the first tenth of a second at −40 mV, after the command to +60 mV?

// %% [predict 7.7]
// ✎ your prediction: "it stops at once", "it falls, slowly" or "it grows first"
predict("7.7", "", () => {
  show(plot.curves(commandsFrom(4900, 6000, [2, 3, 4, 5, 6]), nA));
});

// %% [explain 7.7]
// It grows to 1.35{= tails[6]} nA, more than thirty times what flowed at +60 mV, and only then fades. So the channels were not shut at all. They were open *and* plugged: this channel inactivates, as sodium's does, but its inactivation is quicker than its activation.
// Back at −40 mV the plug comes out within some tens of ms. The gate that opened needs seconds to shut. In between, the channel conducts. That is its use: it holds back while the heart is depolarised, and pulls when the way down begins.

// %% [markdown]
// So the current of the command says little about how many channels have opened. The **tail** does: at its peak the plugs are out, and all seven records are at one and the same driving force. Its height counts the open channels.
//
// **Exercise 7.5** (3 points). *Measure.* For each command take the peak of the tail, the largest current between 5000 and 6000 ms, as a part of the largest of the seven. At which command does it reach the part of `variant("7.5")`? Between two commands go along a straight
// line. Give mV.

// %%
const part = variant("7.5");
console.log(`your part: ${part.percent} % of the largest tail`);

// %% [exercise 7.5]
// BEGIN SOLUTION
const tails = heart.current.map((record) => Math.max(...record.filter((_, i) => heart.time[i] > 5000 && heart.time[i] < 6000)));
const parts = tails.map((peakOfTail) => peakOfTail / Math.max(...tails));
const next = parts.findIndex((reached) => reached >= part.percent / 100);
const alongLine = (part.percent / 100 - parts[next - 1]) / (parts[next] - parts[next - 1]);
const opensAt = heart.commands[next - 1] + 20 * alongLine;
// STUB
// const opensAt = NaN; // mV
// END SOLUTION

// %% [check 7.5]
check("7.5", opensAt);

// %%
const beside = Array.from(heart.commands.keys()).filter((k) => Math.abs(heart.commands[k] - opensAt) < 20);
const wanted = (part.percent / 100) * Math.max(...shownPart(5000, 6000, 6).y);
const level = { x: [4950, 5600], y: [wanted, wanted], style: "dashed" } as const;
show(plot.curves({ ...commandsFrom(4950, 5600, beside), "your part of the largest": level }, nA));

// %% [solution 7.5]
// The cell draws the two tails on either side of your command. The dashed line passes between their peaks, as your command lies between theirs. Half of the channels are open at 0.1{= halfOpen(heart.commands, parts)} mV: the tail after 0 mV is 0.672{= tails[heart.commands.indexOf(0)]} nA, the largest 1.348{= Math.max(...tails)} nA. A fitted S-curve of the form $1/(1 + e^{-(V - V_{1/2})/k})$ gives $V_{1/2} = 0$ mV within 1 mV.

// %% [markdown]
// **Exercise 7.6** (1 point). *In your own words.* Explain to somebody who knows gates, but not this channel, why the stronger command gives the smaller current, and yet the larger tail. Two or three sentences, at least 25 words. The check only sees that you have written something to the point; your teacher reads it.

// %% [exercise 7.6]
// BEGIN SOLUTION
const explained = "At +60 mV all channels activate, but nearly all of them are inactivated at once, so little current flows. Back at −40 mV they recover from inactivation within tens of ms, while the activation gate needs seconds to shut. In between many channels conduct, and the tail is large.";
// STUB
// const explained = ``; // your text between the two marks, on as many lines as you like
// END SOLUTION

// %% [check 7.6]
check("7.6", explained);

// %% [solution 7.6]
// Two gates of unlike speed: inactivation is quick, activation is slow. During the command the quick one shuts what the slow one has opened; on the way back it opens first.

// %% [markdown]
// ## What this model cannot do
//
// - Our amplifier is perfect. A real one must charge the membrane through its electrode; that takes time, and the electrode keeps a part of the voltage for itself.
// - It holds a patch. In a neuron with dendrites the voltage is held only near the electrode; what comes from further away comes late and small
//   ([17. Dendrites and cables](17-dendrites-and-cables.ipynb)).
// - It subtracts as if a poison plugged one kind of channel and left all others alone. Few do.
// - Its gates ignore each other. In real sodium channels inactivation depends on activation, and a small current flows while the gates themselves move.
// - Its formulas are fits. They hold where they were measured: one axon at 6{@ Hodgkin and Huxley 1952} to 7{@ Hodgkin and Huxley 1952} °C, one human channel in a cell that is not of the heart.
//
// ## Summary
//
// - A voltage clamp cuts the loop: the current is then that of gates at a known voltage. Block one channel and subtract; divide by $V - E$; that is a conductance.
// - A current vanishes at its reversal potential while its channels are open: in the squid, sodium's at +50 mV.
// - A plateau and a time constant give the rates: $n_\infty$ is the fourth root of plateau over $\bar g$, $\alpha_n = n_\infty/\tau$, $\beta_n = (1 - n_\infty)/\tau$.
// - The powers were chosen from such curves: $n^4$ is where a better fit stops paying, not the best fit. $m^2h$ and $m^3h$ do equally well.
// - Sodium's conductance comes and goes while the voltage is held: inactivation.
// - Where all gates are shut, the steady current is the leak's straight line; where all are open, subtract it and read the channel's own.
// - In the heart's hERG channel inactivation is quicker than activation: 0.037{= endOf(heart, 60)} nA at +60 mV, 1.35{= tails[6]} nA in the tail. Half of the channels open at about 0{= halfOpen(heart.commands, parts)} mV.
//
// ## References
//
// - A. L. Hodgkin, A. F. Huxley, B. Katz (1952) *J. Physiol.* 116:424: how the voltage clamp works.
// - A. L. Hodgkin, A. F. Huxley (1952) *J. Physiol.* 117:500: Part II builds the equations as you did in Section 7.2; it can be read without any other text.
// - A. C. Daly, D. J. Gavaghan, C. Holmes, J. Cooper (2015) *R. Soc. Open Sci.* 2:150499: the points of Section 7.2, and how well they determine the model.
// - K. A. Beattie and others (2018) *J. Physiol.* 596:1813: the currents of Section 7.4, and how eight seconds of a sine wave can tell as much.
// - M. C. Sanguinetti, M. Tristani-Firouzi (2006) *Nature* 440:463: hERG, and what happens to a heart without it.
// - D. Johnston, S. M.-S. Wu (1995) *Foundations of Cellular Neurophysiology*, MIT Press: the voltage clamp and its pitfalls, for those who build a rig.
