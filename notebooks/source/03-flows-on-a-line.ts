// %% [markdown]
// # 3. Flows on a line
//
// **One idea:** when a single number describes the neuron, the sign of its rate of change tells you everything that can happen.
//
// | afterwards you can | section | minutes |
// |---|---|---|
// | read the fate of a membrane off one curve | 3.1 A velocity at every voltage | 8 |
// | find equilibria and say which are stable, by eye and by derivative | 3.2 Where nothing moves | 12 |
// | explain threshold and bistability with three equilibria | 3.3 A membrane with two homes | 20 |
// | draw the landscape in which the voltage rolls downhill | 3.4 Downhill | 12 |
// | say how fast a disturbance dies away | 3.5 How fast is fast? | 10 |
// | watch an equilibrium disappear, and search a border by halving | 3.6 When home vanishes | 13 |
// | make a model move with a loop of your own, and say how wrong it is | 3.7 Make it move | 25 |
//
// **Prerequisites:** what a membrane potential and a reversal potential are ([1. The neuron](01-the-neuron.ipynb)); the derivative of a function.
// About 100 min with exercises. All curves are computed from the models; nothing here is measured data.

// %%
import { check, equations, equilibria, explore, persistentSodium, plot, predict, potentialLandscape, setup, show, simulate, step, student, variant } from "nullcline";
student("self-study"); // your student id: some numbers below are yours alone
setup();

// %% [markdown]
// ## 3.1 A velocity at every voltage (8 min)
//
// Take a patch of membrane with nothing in it but a leak: a conductance $g_L$ that pulls the membrane potential towards $E_L$.
// Charge flows in, charge flows out, and the difference charges the capacitance. In one line,
//
// $$C\,\frac{dV}{dt} = I - g_L\,(V - E_L).$$
//
// $C$ is the capacitance, and $I$ the *input*: the current that an electrode sends in. It counts as positive where it carries positive charge into the cell, and so lifts the voltage.
//
// Read the right-hand side as an instruction. At each voltage $V$ it says how fast, and in which direction, the voltage moves next: a *velocity*
// in mV per ms. Nothing else matters: not the time on the clock, and not how the voltage came to be what it is. Such a rule is a
// *dynamical system*, and $V$ is its *state*.
//
// **Before you run the cell:** $E_L = -67$ mV, and there is no input. A membrane starts at −80 mV, another at −40 mV. Which way does each go, and which is
// faster?

// %% [predict 3.1]
const leaky = persistentSodium.preset("without reset").with({ gNa: 0 });
// ✎ your prediction: which is faster, "from -80 mV", "from -40 mV" or "both alike"
predict("3.1", "", () => {
  show(plot.flow(leaky, { window: [-90, -30] }));
});

// %% [explain 3.1]
// The curve is the velocity. Where it lies above the axis the voltage rises, so the arrows point right; where it lies below, they point left.
// At −80 mV the voltage rises by 24.7{= leaky.field([-80])[0]} mV/ms, at −40 mV it falls by 51.3{= -leaky.field([-40])[0]} mV/ms: about twice as fast, because it is twice as far from $E_L$ (27{= -40 + 67} mV
// against 13{= -67 + 80} mV). The curve is a straight line because Ohm's law is one.

// %% [markdown]
// **Before you run the next cell:** both now run for 4 ms. Will one of them pass −67 mV and swing back?

// %% [predict 3.2]
const runs = [-80, -40].map((V) => simulate(leaky, { duration: 4, initial: { V: V } }));
// ✎ your prediction: "one swings past it" or "neither passes it"
predict("3.2", "", () => {
  show(plot.trace({ "from −80 mV": runs[0], "from −40 mV": runs[1] }));
});

// %% [explain 3.2]
// Both end at −67 mV, and neither passes it. **On a line, a trajectory never turns round**: it would need two velocities at the same place.
// Remember this. It is why one variable cannot oscillate.

// %% [markdown]
// **Exercise 3.1** (2 points). Write the velocity of the leaky membrane, in mV/ms, at membrane potential `V` (mV) for an input of `I` µA/cm².
// Use $C = 10$ µF/cm², $g_L = 19$ mS/cm² and $E_L = -67$ mV.

// %% [exercise 3.1]
const velocity = (V: number, I: number): number => {
  // BEGIN SOLUTION
  return (I - 19 * (V + 67)) / 10;
  // STUB
  // return NaN; // your formula here
  // END SOLUTION
};

// %% [check 3.1]
check("3.1", velocity);

// %%
const volts = Float64Array.from({ length: 61 }, (_, i) => -90 + i);
const [without, withInput] = [0, 100].map((I) => ({ x: volts, y: volts.map((V) => velocity(V, I)) }));
show(plot.curves({ "I = 0": without, "I = 100 µA/cm²": withInput },
  { x: ["V", "mV"], y: ["dV/dt", "mV/ms"] }));

// %% [markdown]
// Once your formula is in, the first line is the one that you have seen. The second lies 10{= velocity(-70, 100) - velocity(-70, 0)} mV/ms higher, because 100 µA/cm² charge 10 µF/cm² at that rate.
// Where does it cross zero?

// %% [solution 3.1]
// The current that is left over, $I - g_L(V - E_L)$, is in µA/cm². Divided by the capacitance in µF/cm² it becomes mV/ms: volts per second and
// millivolts per millisecond are the same thing. With 100 µA/cm² the velocity is zero 100/19 = 5.3{= 100 / 19} mV above $E_L$.

// %% [markdown]
// ## 3.2 Where nothing moves (12 min)
//
// A voltage at which the velocity is zero is an **equilibrium**. The leaky membrane has one. Push it a little to the right: the velocity there is
// negative and brings it back. Push it to the left: the velocity is positive and brings it back too. It is **stable**.
//
// Now turn the curve over in your mind, so that it crosses zero on the way *up*. A push to the right meets a positive velocity and is carried away. That
// equilibrium is **unstable**: the voltage can rest there, as a pencil can rest on its tip.
//
// So on a line stability is a slope. Write $\lambda$ for the slope of the velocity at the equilibrium, in 1/ms:
//
// - $\lambda < 0$: stable;
// - $\lambda > 0$: unstable;
// - $\lambda = 0$: the slope does not tell; such a point is about to change its nature, and Section 3.6 meets one.
//
// The number $\lambda$ has a name that will stay with us: it is the *eigenvalue* of the equilibrium.
//
// **Exercise 3.2** (1 point). A velocity is zero at three voltages, those of `variant("3.2")`. It is positive below the lowest, negative between it and the middle one,
// positive between that and the highest, and negative above. Which of the three equilibria are stable? Give a list of voltages.

// %%
const zeros = variant("3.2");
console.log(`zero at ${zeros.low}, ${zeros.middle} and ${zeros.high} mV`);

// %% [exercise 3.2]
// BEGIN SOLUTION
const stableOnes: number[] = [zeros.low, zeros.high];
// STUB
// const stableOnes: number[] = []; // mV
// END SOLUTION

// %% [check 3.2]
check("3.2", stableOnes);

// %% [solution 3.2]
// At the lowest and at the highest of them the velocity passes from positive to negative: pushed either way, the voltage returns. At the middle one it passes
// from negative to positive. Between two stable equilibria of a continuous velocity there is always an unstable one: a curve that comes down through zero twice
// must go up through it in between.

// %% [markdown]
// ## 3.3 A membrane with two homes (20 min)
//
// Now put in a channel that opens when the membrane depolarises: a sodium current that opens at once and never inactivates. It is called
// *persistent*, $I_{\mathrm{Na,p}}$. Opening lets sodium in, which depolarises the membrane, which opens more channels.

// %%
const membrane = persistentSodium.preset("without reset");
equations(membrane);

// %% [markdown]
// Still one variable, still one curve: outward leak and inward sodium added up. The open fraction $m_\infty$ goes with the voltage at once. (The last line is
// a reset for later; here $V_\mathrm{peak}$ is 80 mV, out of reach.)
//
// **Before you run the cell:** the leak alone gave one equilibrium, at −67 mV. Sodium pulls towards $E_\mathrm{Na} = +60$ mV. How many equilibria do you
// expect now, and which of them are stable?

// %% [predict 3.3]
const rest = equilibria(membrane);
// ✎ your prediction: how many equilibria
predict("3.3", NaN, () => {
  show(plot.flow(membrane, { equilibria: rest, window: [-75, 42] }));
});

// %% [explain 3.3]
// Three{= rest.length}. Two stable equilibria, drawn as filled circles: *rest* at −52.51{= rest[0].state.V} mV, and an *excited state* at +30.86{= rest[2].state.V} mV, where open sodium channels and leak
// hold each other. Between them, at −40.29{= rest[1].state.V} mV, is an unstable one, the open circle.

// %% [markdown]
// **Before you run the cell:** six membranes start at the voltages in the list. Which end at rest, and which in the excited state?

// %% [predict 3.4]
const starts = [-60, -48, -41, -39, -20, 50];
const fates = starts.map((V) => simulate(membrane, { duration: 12, initial: { V: V } }));
// ✎ your prediction: how many of the six end at rest
predict("3.4", NaN, () => {
  show(plot.trace(Object.fromEntries(starts.map((V, i) => [`from ${V} mV`, fates[i]]))));
});

// %% [explain 3.4]
// Three{= fates.filter((run) => run.states.V.at(-1) < -50).length} fall back to rest and three{= fates.filter((run) => run.states.V.at(-1) > 25).length} go to the excited state. The dividing line lies between −41{< rest[1].state.V} and −39{> rest[1].state.V} mV, at the open circle. **The unstable equilibrium is the
// threshold.** The membrane is never found there, yet it is the most important point of the three. Past it the voltage climbs by itself, whatever pushed it
// so far. This is "all or none".

// %% [markdown]
// The states that end at rest are its **basin of attraction**: everything below −40.29{= rest[1].state.V} mV. The rest of the line is the basin of the excited
// state. Two attractors side by side are called **bistability**. Nothing in the model brings the voltage back from the excited state, so it
// cannot fire twice. For that it needs a second, slower variable, which arrives in [4. The phase plane](04-the-phase-plane.ipynb), or a reset put in
// by hand, as in [10. Persistent sodium](10-persistent-sodium.ipynb).
//
// The next figure is live: your browser runs the model again at each move. One of its pictures is the flow on the line. **Before you move anything:** tetrodotoxin,
// the poison of the puffer fish, plugs sodium channels one by one. Of the three circles two will meet and vanish. Which two? Now lower $g_\mathrm{Na}$ slowly
// from 74 to 40 mS/cm² and watch.

// %% [predict 3.5]
// ✎ your prediction: "rest and threshold", "threshold and excited state"
// or "rest and excited state"
predict("3.5", "", () => {
  explore(membrane, { duration: 40, sliders: ["I", "gNa"], story: [
    { say: "Lower gNa slowly, to 50. Two of the circles come closer.", until: { parameters: { gNa: [44.6, 55] } } },
    { say: "Go on, below 44.5. Where does the run end now?", until: { parameters: { gNa: [0, 44.4] } } },
    { say: "Put gNa back to 74.", until: { parameters: { gNa: [73.5, 74.5] } } },
    { say: "Drag the ring on the line, to just left of the open circle, then to just right of it.", until: { start: true } },
  ] });
});

// %% [explain 3.5]
// Threshold and excited state approach each other, meet at 44.5{= foldOfSodium()} mS/cm², and are gone. Rest remains, now as the only equilibrium: without enough sodium channels
// there is nothing to be excited to. With $g_\mathrm{Na}$ back at 74, the ring on the line begins the run just below or just above −40.29{= rest[1].state.V} mV; under *initial state* you can type that number.

// %% [markdown]
// **Exercise 3.3** (2 points). `variant("3.3")` gives you your own input $I$. List **all** equilibria of the model at that input, in mV, from left to right.
// One line is enough if you let `equilibria` do the work; check it against the figure. (`membrane.with({ I: 5 })` is the same membrane with an input of 5 µA/cm². `equilibria` gives a list of records; the voltage of the
// first of them is `rest[0].state.V`.)

// %%
const mine = variant("3.3");
console.log(`your input: I = ${mine.I} uA/cm^2`);

// %% [exercise 3.3]
// BEGIN SOLUTION
const yours = equilibria(membrane.with({ I: mine.I })).map((e) => e.state.V);
// STUB
// const yours: number[] = []; // mV
// END SOLUTION

// %% [check 3.3]
check("3.3", yours);

// %%
const atYours = membrane.with({ I: mine.I });
show(plot.flow(atYours, { equilibria: equilibria(atYours), window: [-75, 42] }));

// %% [solution 3.3]
// Each result of `equilibria` holds its `state`, its `kind` and its eigenvalues. At inputs below 15.78{= fold(1)} µA/cm² (and above −890{= fold(0)} µA/cm²) there are three.

// %% [markdown]
// **Exercise 3.4** (1 point). *In your own words.* A text says of this model: "Below a certain input current there are two fixed points, one at rest and one at the peak of the spike." At both the curve of $dV/dt$ comes down through zero. Why must there be a third between the two? And why will you never see the membrane stay there? Two to four sentences, at least 25 words. The check only sees that you have written something to the point; your teacher reads it.

// %% [exercise 3.4]
// BEGIN SOLUTION
const whyThree = "The velocity is continuous: it is negative right of rest and positive left of the excited state, so in between it must rise through zero, and there is the third equilibrium. It is unstable: to its left the voltage falls, to its right it grows, so the smallest push leads away from it. That is the threshold, the border between two basins.";
// STUB
// const whyThree = ``; // your text between the two marks, on as many lines as you like
// END SOLUTION

// %% [check 3.4]
check("3.4", whyThree);

// %% [solution 3.4]
// A continuous velocity cannot come down through zero twice without going up in between: there are three equilibria, and the one in the middle, which is unstable, is the threshold. (The text goes on to mention a "source" between the two,
// and so contradicts its own count.) Too much input takes rest and threshold away, too few sodium channels threshold and excited state.

// %% [markdown]
// ## 3.4 Downhill (12 min)
//
// There is a picture of all this in which nothing has to be calculated. Build a landscape $U(V)$ whose slope is minus the velocity,
//
// $$\frac{dV}{dt} = -\frac{dU}{dV}.$$
//
// Then the voltage always moves downhill, the steeper the faster. Valleys are stable equilibria, and hilltops are unstable ones. On a line such a
// landscape always exists, since every function has an integral. In two dimensions it does not, in general: a vector field is usually not the slope of anything,
// and things may go round in circles.
//
// The next figure is live. It draws the flow, the landscape below it and the voltage in time, with the state as a ball. **Before you run the cell:** the model has two valleys and one
// hilltop. Which valley is deeper, rest or the excited state? And where will a ball roll that begins at −39.7 mV?

// %% [predict 3.6]
// ✎ your prediction: the deeper one, "rest" or "the excited state"
predict("3.6", "", () => {
  potentialLandscape(membrane);
});

// %% [explain 3.6]
// The excited state, by far; and that is where the ball rolls. Move *seen at t* to follow it. Where is the valley of rest? It is so shallow that you cannot see it at this scale. Choose *look at: rest and threshold*.

// %% [markdown]
// From the bottom of this dip to the hilltop are 13{= rise(rest[0].state.V, rest[1].state.V)} mV²/ms, and from there down to the excited state 3459{= -rise(rest[1].state.V, rest[2].state.V)}. Let the ball begin at −40.5{< rest[1].state.V} mV: it rolls back into the
// dip. From anywhere beyond the hilltop it rolls down to +31{= rest[2].state.V} mV. Shallow is not unstable, though: left alone, the membrane stays in its dip for ever.
//
// **Exercise 3.5** (2 points). Write the landscape of the *leaky* membrane of Section 3.1 at input `I`, in mV²/ms. Any constant may be added to it.

// %% [exercise 3.5]
const landscape = (V: number, I: number): number => {
  // BEGIN SOLUTION
  return (19 * (V + 67) ** 2) / 2 / 10 - (I * V) / 10;
  // STUB
  // return NaN; // your formula here
  // END SOLUTION
};

// %% [check 3.5]
check("3.5", landscape);

// %%
const [level, tilted] = [0, 200].map((I) => ({ x: volts, y: volts.map((V) => landscape(V, I)) }));
show(plot.curves({ "I = 0": level, "I = 200 µA/cm²": tilted }, { x: ["V", "mV"], y: ["U", "mV^2/ms"] }));

// %% [solution 3.5]
// Integrate minus the velocity: $U = \frac{g_L}{2C}(V - E_L)^2 - \frac{I}{C}V$. It is a parabola, like a spring's, and a constant input tilts it. The
// valley moves to $E_L + I/g_L$ and keeps its width: a leak answers every input in the same time.

// %% [markdown]
// ## 3.5 How fast is fast? (10 min)
//
// Close to an equilibrium at $V^*$ the velocity is nearly a straight line, $\lambda\,(V - V^*)$, and for a straight line the solution is known, the exponential of radioactive decay,
//
// $$V(t) - V^* = \bigl(V(0) - V^*\bigr)\,e^{\lambda t}.$$
//
// For a stable equilibrium the distance shrinks to 37{= 100 / Math.E} % (that is $1/e$) in the **time constant** $\tau = -1/\lambda$. For the leak alone,
// $\tau = C/g_L = 10/19 = 0.53{= 10 / 19}$ ms.
//
// **Before you run the cell:** two membranes are pushed 1 mV above rest. One has only its leak. The other has sodium channels too, which open a little
// more and pull the other way. Which comes home first?

// %% [predict 3.7]
const sodium = simulate(membrane, { duration: 6, initial: { V: rest[0].state.V + 1 } });
const leak = simulate(leaky, { duration: 6, initial: { V: -67 + 1 } });
const withSodium = { x: sodium.time, y: sodium.states.V.map((V) => V - rest[0].state.V) };
const leakAlone = { x: leak.time, y: leak.states.V.map((V) => V + 67) };
// ✎ your prediction: "the leak alone", "the one with sodium" or "both together"
predict("3.7", "", () => {
  show(plot.curves({ "with sodium": withSodium, "leak alone": leakAlone },
    { x: ["time", "ms"], y: ["distance from rest", "mV"] }));
});

// %% [explain 3.7]
// The leak alone, by far: it is down to 0.37{= Math.exp(-1)} mV after half a millisecond, with sodium after a little more than two. An inward current that grows with depolarisation undoes part
// of what the leak repairs. The two slopes have opposite signs, and what is left over is small. A neuron about to fire is sluggish: its time constant grows
// without limit as threshold and rest approach each other. So a gentle poke tells you how close to its threshold a membrane is.

// %% [markdown]
// **Exercise 3.6** (2 points). What is the time constant at rest, in ms, for the input of `variant("3.6")`? An equilibrium has its `eigenvalues`, each with a real
// part `re` in 1/ms.

// %%
const poke = variant("3.6");
console.log(`your input: I = ${poke.I} uA/cm^2`);

// %% [exercise 3.6]
// BEGIN SOLUTION
const timeConstant = -1 / equilibria(membrane.with({ I: poke.I }))[0].eigenvalues[0].re;
// STUB
// const timeConstant = NaN; // ms
// END SOLUTION

// %% [check 3.6]
check("3.6", timeConstant);

// %%
const resting = equilibria(membrane.with({ I: poke.I }))[0].state.V;
const poked = simulate(membrane.with({ I: poke.I }), { duration: 12, initial: { V: resting + 0.5 } });
const seen = { x: poked.time, y: poked.states.V.map((V) => V - resting) };
const predicted = { x: poked.time, y: poked.time.map((t) => 0.5 * Math.exp(-t / timeConstant)) };
show(plot.curves({ "the model": seen, "your time constant": predicted },
  { x: ["time", "ms"], y: ["distance from rest", "mV"] }));

// %% [solution 3.6]
// The first entry of the list is the leftmost equilibrium, rest. Its eigenvalue is the slope of the velocity there, and $\tau = -1/\lambda$.
// If your exponential lies on the curve of the model, you have it.

// %% [markdown]
// ## 3.6 When home vanishes (13 min)
//
// An input adds the same velocity, $I/C$, at every voltage: it lifts the whole curve. Here is the part around rest and threshold.
//
// **Before you run the cell:** what becomes of rest and threshold when the dip of the curve is lifted to the axis, and past it?

// %% [predict 3.8]
const lifted = [0, 10, 15.776, 25].map((I) => membrane.with({ I: I }));
// ✎ your prediction: "they move apart", "they meet and vanish" or "they change places"
predict("3.8", "", () => {
  show(plot.flow(lifted, { window: [-58, -34] }));
});

// %% [explain 3.8]
// They approach, meet at −46.2{= equilibria(membrane.with({ I: 15.7758 }))[0].state.V} mV when $I = 15.776{= fold(1)}$ µA/cm², and are gone. At that input the curve touches the axis, the slope is zero,
// and stability is decided by the bend of the curve. This is a **saddle-node bifurcation**: a stable and an unstable equilibrium
// annihilate each other. (In the plane the unstable partner is a saddle, hence the name.) The excited state is still there, and now it is
// the only home. The membrane leaves for it from anywhere. You have met the same event before: in Section 3.3 threshold and excited state met as
// sodium channels were taken away.

// %% [markdown]
// Go back to the landscape of Section 3.4, look at rest and threshold, and raise $I$ slowly to 16 µA/cm². The dip becomes flatter, and then it is a slope. Let a ball begin where rest used to be, and see where
// it slows down.
//
// **Before you run the cell:** an input of 16 µA/cm² is just above the bifurcation, 30 µA/cm² well above. At 30 the membrane needs 10{~ arrival(late[3])} ms to reach the excited state.
// How long at 16: 15 ms, 30 ms or 100 ms?

// %% [predict 3.9]
const late = [16, 17, 20, 30].map((I) => simulate(membrane,
  { duration: 130, stimulus: step(I, 1), initial: { V: rest[0].state.V } }));
const names = ["16 µA/cm²", "17 µA/cm²", "20 µA/cm²", "30 µA/cm²"];
// ✎ your prediction: "15 ms", "30 ms" or "100 ms"
predict("3.9", "", () => {
  show(plot.trace(Object.fromEntries(names.map((name, i) => [name, late[i]]))));
});

// %% [explain 3.9]
// About 98{= arrival(late[0])} ms. Where the equilibria used to be the velocity is still small, at 16 µA/cm² as low as 0.02{= (16 - fold(1)) / 10} mV/ms. This **ghost** holds the voltage up. The closer
// the input is to 15.776{= fold(1)} µA/cm², the longer the wait. This delay is what lets a neuron fire slowly; [5. Bifurcations](05-bifurcations.ipynb) turns it into
// a law for the firing rate.

// %% [markdown]
// **Exercise 3.7** (3 points). *Investigate.* With the input of `variant("3.7")`, how far must a brief kick lift the voltage above rest, in mV, to carry the
// membrane over its threshold? Find the smallest such kick to within 0.05 mV.

// %%
const kick = variant("3.7");
console.log(`your input: I = ${kick.I} uA/cm^2`);

// %% [exercise 3.7]
// BEGIN SOLUTION
const three = equilibria(membrane.with({ I: kick.I })).map((e) => e.state.V);
const smallest = three[1] - three[0];
// STUB
// const smallest = NaN; // mV above rest
// END SOLUTION

// %% [check 3.7]
check("3.7", smallest);

// %%
const kicked = membrane.with({ I: kick.I });
const home = equilibria(kicked)[0].state.V;
const tries = [smallest - 0.2, smallest + 0.2].map((d) => simulate(kicked,
  { duration: 20, initial: { V: home + (d || 0) } }));
show(plot.trace({ "0.2 mV less": tries[0], "0.2 mV more": tries[1] }));

// %% [solution 3.7]
// The kick has to reach the unstable equilibrium, so it is the distance between the two lower equilibria. You can also search for it by simulating,
// halving the interval each time; that works for models whose equilibria nobody can compute. A kick that is too small by 0.2 mV fails, one
// that is too large by 0.2 mV succeeds.

// %% [markdown]
// You will look for such a border again and again: here it works, there it does not, and where does it begin? A way that always leads there is to **halve**. Keep one value that is too small and one that is large enough. Try the middle; it takes the place of the one or of the other. Each try halves the gap, and ten tries
// make it a thousand times narrower. Here it is for the membrane without input. `while` goes round as long as what stands in its parentheses holds.

// %%
const carries = (lift: number): boolean => // over the threshold, that is: does it end above 0 mV?
  simulate(membrane, { duration: 100, initial: { V: rest[0].state.V + lift } }).at(100).V > 0;
let tooSmall = 0;
let enough = 40;
while (enough - tooSmall > 0.01) {
  const half = (tooSmall + enough) / 2;
  if (carries(half)) enough = half;
  else tooSmall = half;
}
console.log(`between ${tooSmall.toFixed(3)} and ${enough.toFixed(3)} mV above rest`);

// %% [markdown]
// ## 3.7 Make it move (25 min)
//
// So far `simulate` has done the moving. There is no magic in it. You know the velocity at each voltage, and a velocity says where to go next. In a short time $dt$ the voltage moves by velocity times time. So take a step, look up the velocity there, and take the next. Leonhard Euler did it in 1768:
//
// $$V(t + dt) \approx V(t) + dt\,\frac{dV}{dt}.$$
//
// **Exercise 3.8** (2 points). Write one step of the leaky membrane of Section 3.1: from `V` (mV), with the input `I` (µA/cm²), to the voltage `dt` ms later. You may call your `velocity`.

// %% [exercise 3.8]
const eulerStep = (V: number, I: number, dt: number): number => {
  // BEGIN SOLUTION
  return V + dt * velocity(V, I);
  // STUB
  // return NaN; // mV
  // END SOLUTION
};

// %% [check 3.8]
check("3.8", eulerStep);

// %% [solution 3.8]
// The old voltage, plus what the velocity adds in `dt`. With $V = -40$ mV and $dt = 0.1$ ms that is $-40 - 0.1 \cdot 51.3{= 19 * (-40 + 67) / 10} = -45.13{= eulerStep(-40, 0, 0.1)}$ mV.

// %% [markdown]
// A simulation is this step, again and again. The steps are straight, though, and the true curve bends. **Before you run the cell:** steps of 0.1 ms follow the leak well. The time constant is 0.53{= 10 / 19} ms. What will steps of 0.5 ms do, and steps of 1.1 ms?

// %% [predict 3.10]
const walk = (dt: number) => {
  const path = [-40];
  for (let k = 0; k < 4 / dt; k++) path.push(eulerStep(path[k], 0, dt));
  return { x: path.map((_, k) => k * dt), y: path, style: "points and line" } as const;
};
const truth = { x: runs[1].time, y: runs[1].states.V };
// ✎ your prediction: with 1.1 ms, "it is a little off", "it stops short"
// or "it swings ever further"
predict("3.10", "", () => {
  show(plot.curves({ "true": truth, "0.1 ms": walk(0.1), "0.5 ms": walk(0.5), "1.1 ms": walk(1.1) },
    { x: ["time", "ms"], y: ["V", "mV"] }));
});

// %% [explain 3.10]
// Steps of 0.5 ms get there in one leap, and miss the curve on the way. Steps of 1.1 ms swing about rest, further and further out: a membrane that cannot turn round now oscillates. This is not the membrane, it is the method. Where the velocity is large at the beginning of a step, Euler walks on with it for the whole step, past the place where it should have slowed
// down. Beyond twice the time constant each step overshoots by more than it had to go.

// %% [markdown]
// **Exercise 3.9** (3 points). *Build.* Now the membrane with sodium. Write the march: a list of `steps + 1` voltages that begins with `V0`, each `dt` ms after the one before, at the input `I`. Add the sodium current to the velocity: $g_\mathrm{Na} = 74$ mS/cm², $E_\mathrm{Na} = 60$ mV, and a fraction $m_\infty = 1/(1 + e^{(1.5 - V)/16})$ of the channels is open.

// %% [exercise 3.9]
const march = (V0: number, I: number, dt: number, steps: number): number[] => {
  // BEGIN SOLUTION
  const path = [V0];
  for (let k = 0; k < steps; k++) {
    const V = path[k];
    const open = 1 / (1 + Math.exp((1.5 - V) / 16));
    path.push(V + (dt * (I - 19 * (V + 67) - 74 * open * (V - 60))) / 10);
  }
  return path;
  // STUB
  // return []; // V0 and the voltages after 1, 2, … steps
  // END SOLUTION
};

// %% [check 3.9]
check("3.9", march);

// %%
const exact = simulate(membrane, { duration: 8, initial: { V: -39 } });
const stepped = (dt: number) => {
  const path = march(-39, 0, dt, Math.round(8 / dt));
  return { x: path.map((_, k) => k * dt), y: path };
};
const marches = { "0.4 ms": stepped(0.4), "0.2 ms": stepped(0.2), "0.1 ms": stepped(0.1) };
show(plot.curves({ "simulate": { x: exact.time, y: exact.states.V }, ...marches },
  { x: ["time", "ms"], y: ["V", "mV"] }));
for (const dt of [0.4, 0.2, 0.1, 0.05]) {
  const path = march(-39, 0, dt, Math.round(2 / dt));
  console.log(`dt = ${dt} ms: after 2 ms ${(path[path.length - 1] - exact.at(2).V).toFixed(2)} mV off`);
}

// %% [solution 3.9]
// The velocity is all currents together, divided by the capacitance; leak and sodium both enter with a minus. Halve the step, and the error is nearly halved. After 2 ms it is 0.94{= Math.abs(march(-39, 0, 0.4, 5).at(-1) - exact.at(2).V)}, 0.56{= Math.abs(march(-39, 0, 0.2, 10).at(-1) - exact.at(2).V)}, 0.31{= Math.abs(march(-39, 0, 0.1, 20).at(-1) - exact.at(2).V)} and 0.16{= Math.abs(march(-39, 0, 0.05, 40).at(-1) - exact.at(2).V)} mV. One calls Euler's a method *of first order*. (The march of 0.4 ms does not even settle at the top. There $\lambda = -6.7{= rest[2].eigenvalues[0].re}$ per ms, so it bears steps of at most 0.30{= -2 / rest[2].eigenvalues[0].re} ms: twice the time constant, as with the leak.) `simulate` uses one of fifth order, and chooses each step by itself.

// %% [markdown]
// You can now simulate any model on one line, and in [11. Sodium and potassium](11-persistent-sodium-potassium.ipynb) you will do it in the plane.
//
// ## What this model cannot do
//
// - It cannot oscillate and cannot come back from a spike by itself. One variable moves one way until it stops.
// - Its sodium channels open at once and never inactivate. In real membranes opening takes a fraction of a millisecond, and most sodium channels inactivate.
// - Its threshold is one sharp number. In models with more variables the threshold is a curve, or not sharp at all
//   ([8. Hodgkin-Huxley](08-hodgkin-huxley.ipynb), [16. Integrators and resonators](16-integrators-and-resonators.ipynb)).
//
// ## Summary
//
// - A one-variable model gives each voltage one velocity, $dV/dt$ in mV/ms. Its sign is the whole story of where trajectories go.
// - An equilibrium is a zero of the velocity; a falling zero ($\lambda < 0$) is stable, a rising one ($\lambda > 0$) unstable.
// - Between two stable equilibria lies an unstable one: the threshold, and the border of their basins of attraction.
// - $I_{\mathrm{Na,p}}$ at $I = 0$ (parameters as in this notebook): rest −52.51{= rest[0].state.V} mV, threshold −40.29{= rest[1].state.V} mV, excited state +30.86{= rest[2].state.V} mV.
// - The landscape $U$ with $dV/dt = -dU/dV$ exists on every line; valleys attract.
// - Near a stable equilibrium a disturbance decays with $\tau = -1/\lambda$; inward currents that grow with depolarisation make it slow.
// - At $I = 15.776{= fold(1)}$ µA/cm² rest and threshold annihilate in a saddle-node bifurcation; just above it the voltage lingers at the ghost.
//
// ## References
//
// - S. H. Strogatz (1994) *Nonlinear Dynamics and Chaos*, chapters 2 and 3: flows on the line and their bifurcations, with many more examples.
// - E. M. Izhikevich (2007) *Dynamical Systems in Neuroscience*, MIT Press, chapter 3: the persistent sodium model and its parameters (Figs 3.6, 3.25).
// - C. R. French, P. Sah, K. J. Buckett, P. W. Gage (1990) *J. Gen. Physiol.* 95:1139: the persistent sodium current measured in hippocampal neurons.
