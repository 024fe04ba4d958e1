// %% [markdown]
// # 4. The phase plane
//
// **One idea:** with two variables the neuron's state is a point in a plane, and two curves, the nullclines, tell where that point must turn.
//
// | afterwards you can | section | minutes |
// |---|---|---|
// | read a state and its velocity as a point and an arrow | 4.1 A point and an arrow | 10 |
// | find, draw and use nullclines | 4.2 Where one variable pauses | 20 |
// | tell the five kinds of equilibria apart, by picture and by Jacobian | 4.3 Five kinds of rest | 25 |
// | see the threshold as a curve | 4.4 A border in the plane | 20 |
// | recognise repetitive firing as a limit cycle | 4.5 Round and round | 16 |
//
// **Prerequisites:** [3. Flows on a line](03-flows-on-a-line.ipynb); the derivative of a function. (Eigenvalues of a 2 × 2 matrix are worked out in Section 4.3.)
// About 91 min with exercises. All curves are computed from the models; nothing here is measured data.

// %%
import { check, constant, draggableNullclines, equations, equilibria, explore, limitCycles, manifolds, nullclines, persistentSodiumPotassium, plot, predict, setup, show, simulate, statements, student, traceDeterminantPlane, variant } from "nullcline";
student("self-study"); // your student id: some numbers below are yours alone
setup();

// %% [markdown]
// ## 4.1 A point and an arrow (10 min)
//
// In [3. Flows on a line](03-flows-on-a-line.ipynb) a membrane with persistent sodium climbed to its excited state and stayed there. What it lacks is
// something that brings it back. Give it potassium channels that open when the membrane depolarises, but take their time. How many of them are
// open is a number between 0 and 1, called $n$.

// %%
const neuron = persistentSodiumPotassium.preset("saddle-node on invariant circle");
equations(neuron);

// %% [markdown]
// To know what happens next you now need two numbers, $V$ and $n$. Put $V$ to the right and $n$ up: the state of the neuron is a **point in a plane**. The
// two equations give two velocities there, $dV/dt$ and $dn/dt$. Together they make an **arrow**. As time passes the point follows
// the arrows, and the path it draws is a *trajectory*. The picture of all arrows and all paths is the *phase portrait*.
//
// **Before you run the cell:** the membrane starts at −40 mV with nearly all potassium channels shut ($n = 0.05$). In which direction does the point set out,
// and will it come back the same way?

// %% [predict 4.1]
const run = simulate(neuron, { duration: 12, initial: { V: -40, n: 0.05 } });
// ✎ your prediction: "to the right, and back the same way",
// "to the right, and back another way" or "to the left"
predict("4.1", "", () => {
  show(plot.trace(run, { panels: ["V", "n"] }));
  show(plot.phasePlane({ model: neuron, trajectories: [run] }));
});

// %% [explain 4.1]
// It sets out to the right: sodium wins, the voltage rises. That opens potassium channels, so the point moves up as well. Then potassium wins: the
// voltage falls, while $n$ is still high. Only with the voltage low do the channels shut, and the point comes down on the left. Out and back are
// different paths, because on the way back more potassium channels are open at the same voltage. **The second variable remembers.**

// %% [markdown]
// Time is not drawn in the plane. Compare the two pictures: the point goes nearly all the way round in the first 2 ms, and spends the other 10 ms
// creeping along the last stretch at the bottom left.
//
// Trajectories never cross here either. Through each point of the plane goes exactly one, since each point has one arrow.
//
// ## 4.2 Where one variable pauses (20 min)
//
// The arrows are many. Two curves summarise them.
//
// - On the **V-nullcline** $dV/dt = 0$: the voltage pauses, and the arrow points straight up or straight down.
// - On the **n-nullcline** $dn/dt = 0$: the gate pauses, and the arrow points straight left or right.
//
// On one side of the V-nullcline the voltage rises, on the other it falls. A trajectory that crosses it turns from right to left, or back.
// Where the two curves cross, both variables pause: an equilibrium.
//
// **Before you run the cell:** the n-nullcline is the set of points with $n = n_\infty(V)$, so it is S-shaped. The V-nullcline goes down, up and down again, as
// the velocity of the persistent sodium membrane did. How often will the two cross?

// %% [predict 4.2]
const curves = nullclines(neuron);
const points = equilibria(neuron);
// ✎ your prediction: how often
predict("4.2", NaN, () => {
  show(plot.phasePlane({ model: neuron, nullclines: curves, equilibria: points, trajectories: [run] }));
});

// %% [explain 4.2]
// Three{= points.length} times, and each crossing is an equilibrium. Follow the trajectory and watch how it crosses the nullclines: the V-nullcline where it is furthest
// to the right, the n-nullcline where it is highest.

// %% [markdown]
// **Exercise 4.1** (1 point). Stand on the n-nullcline at the voltage of `variant("4.1")`. Which arrow do you find there? Give $dV/dt$, in mV/ms. The model tells: `neuron.field({ V: -40, n: 0.1 })` is the list of $dV/dt$ and $dn/dt$ at that point, and
// `neuron.quantity("nInf", { V: -40, n: 0 })` is $n_\infty$ at −40 mV.

// %%
const place = variant("4.1");
console.log(`your voltage: ${place.V} mV`);

// %% [exercise 4.1]
// BEGIN SOLUTION
const arrow = neuron.field({ V: place.V, n: neuron.quantity("nInf", { V: place.V, n: 0 }) })[0];
// STUB
// const arrow = NaN; // mV/ms
// END SOLUTION

// %% [check 4.1]
check("4.1", arrow);

// %%
const up = Array.from({ length: 10001 }, (_, k) => k / 10000);
const pauses = up.find((n) => neuron.field({ V: place.V, n: n })[1] <= 0) ?? 1; // going up: there n pauses
const away = simulate(neuron, { duration: 1, initial: { V: place.V, n: pauses } });
show(plot.phasePlane({ model: neuron, nullclines: curves, trajectories: [away] })); // one ms from there

// %% [solution 4.1]
// At your point $dn/dt$ is zero: $n$ pauses, so the arrow lies flat, and its length is $dV/dt$. Positive is to the right, negative to the left. In the figure the path leaves the n-nullcline sideways, and then bends. On the V-nullcline it is the other way round: there the arrows stand upright. A nullcline is not a trajectory: the state
// passes through it.

// %% [markdown]
// **Exercise 4.2** (3 points). Set $dV/dt = 0$ and solve for $n$: that is the V-nullcline. Write it as a function of `V` (mV) and the input `I` (µA/cm²). You may use
// `neuron.parameters` and `neuron.quantity("mInf", { V: V, n: 0 })`.

// %% [exercise 4.2]
const p = neuron.parameters;
const nullclineOfV = (V: number, I: number): number => {
  // BEGIN SOLUTION
  const mInf = neuron.quantity("mInf", { V: V, n: 0 });
  return (I - p.gL * (V - p.EL) - p.gNa * mInf * (V - p.ENa)) / (p.gK * (V - p.EK));
  // STUB
  // return NaN; // your formula here
  // END SOLUTION
};

// %% [check 4.2]
check("4.2", nullclineOfV);

// %%
const V = Float64Array.from({ length: 100 }, (_, i) => -80 + i);
const own = { V: V, n: V.map((v) => nullclineOfV(v, 0)) };
show(plot.phasePlane({ model: neuron, nullclines: curves,
  trajectories: [{ states: own }] })); // yours, on the blue one

// %% [solution 4.2]
// The current through potassium channels must equal what all the others leave over. Divide that by $g_K(V - E_K)$, the potassium current when every
// channel is open. An input lifts the whole curve, most where $V$ is close to $E_K$.

// %% [markdown]
// The next figure is live: drag the blue nullcline up and down, which is what an input does, or the green one to the side. **Before you drag:** lift the blue curve
// a little. Which two crossings will meet? And what will the voltage do, to the right, when they are gone?

// %% [predict 4.3]
// ✎ your prediction: "rest and saddle" or "saddle and upper equilibrium"
predict("4.3", "", () => {
  draggableNullclines(neuron.with({ I: 4 }), "Vn");
});

// %% [explain 4.3]
// Rest and saddle meet at 4.51{= foldOf()} µA/cm², as rest and threshold did on the line. Beyond, nothing holds the voltage back, and it fires again and again. Section 4.5
// follows it. Now set $I$ to 5, where it fires, and drag the green curve to the left until $V_n$ is −35{< restsWith(5)} mV. Potassium channels that open at lower voltages hold the neuron at rest.

// %% [markdown]
// **Exercise 4.3** (2 points). *Find the mistakes.* The next cell shows five sentences, in an order and a wording that are yours alone. Which of them are wrong? Give a list of their letters, such as `["a", "d"]`.

// %%
const sentences = statements("4.3");

// %% [exercise 4.3]
// BEGIN SOLUTION
const wrongOnes: string[] = Object.keys(sentences).filter((letter) =>
  /partial derivatives|straight lines|and the other is not|gradient|cannot cross/.test(sentences[letter]));
// STUB
// const wrongOnes: string[] = []; // letters of the wrong sentences
// END SOLUTION

// %% [check 4.3]
check("4.3", wrongOnes);

// %% [solution 4.3]
// Nullclines are curves, and only by chance straight. What vanishes on them is $dV/dt$ or $dn/dt$, a derivative in time; where both do, at a crossing, nothing moves. A vector
// field is in general not the gradient of anything: a gradient points uphill and cannot lead round in a circle, as the path of this neuron does. And on the $V$-nullcline only
// the voltage pauses: the path crosses it upright.

// %% [markdown]
// ## 4.3 Five kinds of rest (25 min)
//
// What does the flow look like close to an equilibrium? Zoom in far enough, and the curved arrows become straight: the flow is that of a linear
// system,
//
// $$\frac{d}{dt}\begin{pmatrix}x\\y\end{pmatrix} = J\begin{pmatrix}x\\y\end{pmatrix},\qquad
// J = \begin{pmatrix}\partial \dot V/\partial V & \partial \dot V/\partial n\\ \partial \dot n/\partial V & \partial \dot n/\partial n\end{pmatrix},$$
//
// where $x$ and $y$ are the distances from the equilibrium. The matrix $J$ is the **Jacobian**. Each of its entries is a slope: $\partial \dot V/\partial V$, for one, says by how much the velocity of $V$ grows when $V$ grows a little and $n$ stays. On a line there was a single slope, $\lambda$.
//
// The product in front of the bracket means: $\dot x = J_{11}x + J_{12}y$ and $\dot y = J_{21}x + J_{22}y$. Take
//
// $$J = \begin{pmatrix}-3 & 2\\ 1 & -2\end{pmatrix}, \qquad \dot x = -3x + 2y, \quad \dot y = x - 2y.$$
//
// Start where $x = y$, say at (1, 1). The velocity is (−1, −1): straight back to the equilibrium. Start at (2, −1), and it is (−8, 4), minus four times the place: straight back as well, and four times as fast. On these two lines the plane behaves like a line. The factors, $\lambda = -1$ and
// $\lambda = -4$, are the **eigenvalues** of $J$; from anywhere else a path is a mixture of the two.
//
// So an eigenvalue is a rate, in 1/ms, at which the flow shrinks (negative) or stretches (positive) along a certain direction. How it is computed stands below. The result may be complex: then there is no such direction and the flow turns, at the speed of the imaginary part. That makes five kinds:
//
// | eigenvalues | kind | what a small push does |
// |---|---|---|
// | two real, both negative | **stable node** | comes straight back |
// | two real, both positive | **unstable node** | leaves straight |
// | complex, real part negative | **stable focus** | spirals back |
// | complex, real part positive | **unstable focus** | spirals away |
// | two real, one of each sign | **saddle** | comes back along one line and leaves along another |
//
// (With a real part of exactly zero the linear picture cannot decide. That happens only at a bifurcation, and
// [5. Bifurcations](05-bifurcations.ipynb) is about it.)

// %% [markdown]
// You need not compute the eigenvalues to tell the kind. The **trace** of $J$, $T = J_{11} + J_{22}$, is the sum of the eigenvalues and the
// **determinant**, $\Delta = J_{11}J_{22} - J_{12}J_{21}$, is their product. (Above, −5 and 4.)
//
// - $\Delta < 0$: opposite signs, a saddle;
// - $\Delta > 0$ and $T < 0$: stable; $\Delta > 0$ and $T > 0$: unstable;
// - $T^2 < 4\Delta$: complex, a focus; $T^2 > 4\Delta$: real, a node.
//
// The eigenvalues themselves are $T/2 \pm \sqrt{T^2/4 - \Delta}$. At the middle one of our three equilibria, with $V$ in mV and $t$ in ms,
//
// $$J = \begin{pmatrix}2.048{= saddleJacobian()[0][0]} & -338.6{= saddleJacobian()[0][1]}\\ 0.000393{= saddleJacobian()[1][0]} & -1{= saddleJacobian()[1][1]}\end{pmatrix}.$$
//
// The trace is 1.048{= saddleJacobian()[0][0] + saddleJacobian()[1][1]}, the determinant 2.048 · (−1) − (−338.6) · 0.000393 = −1.91{= points[1].eigenvalues[0].re * points[1].eigenvalues[1].re}: negative, so this is a saddle. Along one direction the distance grows at a rate of 2.00{= points[1].eigenvalues[0].re} per ms, by a factor $e$ in 0.5{= 1 / points[1].eigenvalues[0].re} ms; along the other it shrinks, at −0.96{= points[1].eigenvalues[1].re} per ms.
//
// So every linear system is a point in a map of trace and determinant. The live figure draws this map with the flow and one trajectory in time. The point stands on a stable focus; click into the map to move it.
// **Before you move it:** it goes right across the dashed line, then down across the parabola, then down across the axis. Which three kinds will you meet?

// %% [predict 4.4]
// ✎ your prediction: "unstable focus, unstable node, saddle",
// "unstable node, unstable focus, saddle" or "saddle, unstable node, unstable focus"
predict("4.4", "", () => {
  traceDeterminantPlane();
});

// %% [explain 4.4]
// Unstable focus, unstable node, saddle. On the dashed line the trace is zero, and the spirals become closed loops: they lead neither in nor out. On the parabola the spirals
// straighten, since the imaginary part is zero. On the horizontal axis one eigenvalue is zero. Two of these borders matter for a neuron. Crossing the
// dashed line is an Andronov-Hopf bifurcation and crossing the axis a saddle-node: both take the stability of rest away
// ([5. Bifurcations](05-bifurcations.ipynb)). The parabola is harmless: a stable node becomes a stable focus and still attracts. Rest of our neuron is such a focus
// between 2.13{= focusFrom()} and 3.85{= focusTo()} µA/cm², and turns so little while it decays that you would never notice.

// %% [markdown]
// **Exercise 4.4** (3 points). *Build.* Write a function that names the kind of equilibrium from trace `T` and determinant `D`, in the words of the table above.

// %% [exercise 4.4]
const kindOf = (T: number, D: number): string => {
  // BEGIN SOLUTION
  if (D < 0) return "saddle";
  const shape = T * T < 4 * D ? "focus" : "node";
  return T < 0 ? `stable ${shape}` : `unstable ${shape}`;
  // STUB
  // return ""; // "saddle", "stable node", …
  // END SOLUTION
};

// %% [check 4.4]
check("4.4", kindOf);

// %%
for (const point of points) {
  const [[a, b], [c, d]] = neuron.jacobian(point.state);
  console.log(`${point.state.V.toFixed(2)} mV: ${point.kind}; you say:`,
    kindOf(a + d, a * d - b * c) || "nothing yet");
}

// %% [solution 4.4]
// First the sign of the determinant: negative means a saddle, whatever the trace. Then the sign of the trace tells stable from unstable, and the
// discriminant $T^2 - 4\Delta$ tells node from focus.

// %% [markdown]
// **Exercise 4.5** (2 points). Take the input of `variant("4.5")`. Give trace (1/ms) and determinant (1/ms²) of the Jacobian at **rest**, the leftmost equilibrium.
// `model.jacobian(state)` gives the matrix as a list of rows.

// %%
const mine = variant("4.5");
const held = neuron.with({ I: mine.I });
console.log(`your input: I = ${mine.I} uA/cm^2`);

// %% [exercise 4.5]
// BEGIN SOLUTION
const J = held.jacobian(equilibria(held)[0].state);
const atRest = { T: J[0][0] + J[1][1], D: J[0][0] * J[1][1] - J[0][1] * J[1][0] };
// STUB
// const atRest = { T: NaN, D: NaN }; // trace in 1/ms, determinant in 1/ms²
// END SOLUTION

// %% [check 4.5]
check("4.5", atRest);

// %%
const low = { V: [-72, -50], n: [-0.01, 0.03] } as const;
show(plot.phasePlane({ model: held, nullclines: nullclines(held, low), equilibria: equilibria(held),
  window: low }));

// %% [solution 4.5]
// The trace is negative and the determinant positive, so rest is stable; $T^2 > 4\Delta$ makes it a node. The closer the input comes to 4.51{= foldOf()} µA/cm², the
// smaller the determinant: one eigenvalue goes to zero while rest and saddle approach each other.

// %% [markdown]
// ## 4.4 A border in the plane (20 min)
//
// Look again at the middle equilibrium of the neuron, at −56.14{= points[1].state.V} mV. It is a **saddle**: along one direction states come in, along another they leave. The
// two trajectories that come in exactly are its **stable manifold**. They divide the plane like a watershed. States on one side go
// straight to rest, states on the other side take a detour. The detour is the action potential.
//
// **Before you run the cell:** two neurons start at the same voltage, −52 mV, one with 3 % and one with 6 % of its potassium channels open. The threshold voltage
// of the textbooks would treat them alike. Will they share the same fate?

// %% [predict 4.5]
const saddle = points[1];
const watershed = manifolds(neuron, saddle);
const pair = [0.03, 0.06].map((n) => simulate(neuron, { duration: 10, initial: { V: -52, n: n } }));
const near = { V: [-70, -40], n: [-0.01, 0.12] } as const;
const local = { nullclines: nullclines(neuron, near), equilibria: points, window: near };
// ✎ your prediction: "yes" or "no"
predict("4.5", "", () => {
  show(plot.phasePlane({ model: neuron, manifolds: watershed, trajectories: pair, ...local }));
  show(plot.trace({ "n = 0.03": pair[0], "n = 0.06": pair[1] }));
});

// %% [explain 4.5]
// No: the one with 3 % fires, the other falls back. Between them runs the dashed blue curve, the stable manifold of the saddle; at −52 mV it passes through
// $n = 0.044{= watershedAt(-52)}$. So the threshold of this neuron is not a voltage but a curve. A curve that divides one fate from the other is called a **separatrix**. With more potassium channels open
// it takes more voltage. When a textbook gives a threshold as one number, it has silently fixed the other variables.

// %% [markdown]
// Note also what the saddle does *not* do: it does not attract along two directions and repel along two others. In the plane it has one line of
// each, which makes two rays of each.
//
// The live figure draws both pictures for any start; it opens with the one that fired. Click or tap into the phase plane to begin elsewhere, or drag the ring. **Before you move it:** start 2 mV higher, at −50 mV, but with 20 % of the potassium channels open. Spike or no spike? And with 2 %?

// %% [predict 4.6]
// ✎ your prediction: "both fire", "only the one with 2 %" or "neither fires"
predict("4.6", "", () => {
  explore(neuron, { duration: 20, stimulus: constant(0), initial: { V: -52, n: 0.03 }, sliders: ["I", "tau"], story: [
    { say: "Begin at −50 mV, with n = 0.2. Does it fire?", until: { start: true, spikes: [0, 0] } },
    { say: "And with n = 0.02?", until: { start: true, spikes: [1, 9] } },
    { say: "Now find two starts, as close together as you can, of which only one fires. What runs between them?" },
  ] });
});

// %% [explain 4.6]
// Only the one with 2 %. With 20 % the start lies far to the left of the separatrix, higher voltage or not. Where do the two starts of the last task have to lie? On either side of that curve, anywhere along it.

// %% [markdown]
// **Exercise 4.6** (3 points). *Investigate.* From rest at the input of `variant("4.6")`, a brief shock lifts the voltage by $k$ mV and leaves $n$ where it is. What is
// the smallest $k$ that causes an action potential, to within 0.1 mV? The cell gives you `fires(k)`. Halve the interval, by hand or in a loop like that of Section 3.6. If both traces below fire,
// your $k$ is too large; if neither does, it is too small.

// %%
const shock = variant("4.6");
const shocked = neuron.with({ I: shock.I });
const home = equilibria(shocked)[0].state;
const after = (k: number) => simulate(shocked, { duration: 20, initial: { V: home.V + k, n: home.n } });
const fires = (k: number): boolean => after(k).spikes.length > 0;
console.log(`I = ${shock.I} uA/cm^2. Does a shock of 5 mV fire? ${fires(5)}. One of 15 mV? ${fires(15)}.`);

// %% [exercise 4.6]
// BEGIN SOLUTION
const bounds = [0, 40]; // too small, large enough
for (let step = 0; step < 12; step++) {
  const middle = (bounds[0] + bounds[1]) / 2;
  bounds[fires(middle) ? 1 : 0] = middle;
}
const smallest = bounds[1];
// STUB
// const smallest = NaN; // mV
// END SOLUTION

// %% [check 4.6]
check("4.6", smallest);

// %%
show(plot.trace({ "0.3 mV less": after((smallest || 0) - 0.3),
  "0.3 mV more": after((smallest || 0) + 0.3) }));

// %% [solution 4.6]
// The shock moves the point to the right, along the horizontal line through rest, until that line meets the separatrix. At rest fewer potassium channels are
// open than at the saddle, and the separatrix leans. So they meet slightly to the left of the saddle, 0.1{< Math.min(...[-6, -1.5, 3].map(before))} to 0.3{> Math.max(...[-6, -1.5, 3].map(before))} mV before it.

// %% [markdown]
// ## 4.5 Round and round (16 min)
//
// Add an input of 10 µA/cm². The V-nullcline is lifted until it no longer meets the n-nullcline on the left: rest and saddle are gone.
//
// **Before you run the cell:** one equilibrium is left, and it is an unstable focus. Trajectories leave it, and they cannot run off to infinity.
// Where do they go?

// %% [predict 4.7]
const driven = neuron.with({ I: 10 });
const inside = simulate(driven, { duration: 30, initial: { V: -30, n: 0.36 } });
const outside = simulate(driven, { duration: 30, initial: { V: -80, n: 0.6 } });
const around = { model: driven, nullclines: nullclines(driven), equilibria: equilibria(driven) };
// ✎ your prediction: "to the equilibrium", "to a closed curve" or "to rest"
predict("4.7", "", () => {
  show(plot.phasePlane({ ...around, trajectories: [inside, outside] }));
  show(plot.trace({ "from inside": inside, "from outside": outside }));
});

// %% [explain 4.7]
// To a closed curve. It is a **limit cycle**: a trajectory that bites its own tail, with others winding onto it from both sides. Each turn is one action potential,
// and a turn takes 7.07{= limitCycles(driven)[0].period} ms, a firing rate of 141{= 1000 / limitCycles(driven)[0].period} Hz. From wherever it starts, but for the equilibrium itself, the neuron ends up in the same rhythm: that is why firing is so reproducible.

// %% [markdown]
// In a plane this is all there can be. A trajectory that stays bounded ends at an equilibrium, at a limit cycle, or at a chain of saddles and the paths
// between them (the theorem of Poincaré and Bendixson). Chaos needs a third variable, or something that breaks the smooth flow, such as the reset of [12. Integrate and fire](12-integrate-and-fire.ipynb).
//
// Go back to the live figure of Section 4.4 and raise $I$ to 10 µA/cm². The cycle is the broad grey band. Start inside it, then outside.
//
// **Exercise 4.7** (2 points). *Measure.* What is left of the start, once a neuron is on its limit cycle? Two of them fire at 10 µA/cm². The first began at −30 mV, as above; the second begins where `variant("4.7")` puts it. Take their late spikes. By how many ms does a spike of the second come after the last one
// of the first before it? To within 0.05 ms.

// %%
const start = variant("4.7");
const two = [{ V: -30, n: 0.36 }, { V: start.V, n: start.n }].map((initial) =>
  simulate(driven, { duration: 60, initial: initial }));
console.log(`your neuron begins at ${start.V} mV, with n = ${start.n}`);
console.log(`${two[0].spikes.length} and ${two[1].spikes.length} spikes: their times are two[0].spikes and two[1].spikes`);

// %% [exercise 4.7]
// BEGIN SOLUTION
const ofFirst = two[0].spikes;
const oneOfYours = two[1].spikes[4];
const lag = oneOfYours - Math.max(...ofFirst.filter((t) => t < oneOfYours));
// STUB
// const lag = NaN; // ms
// END SOLUTION

// %% [check 4.7]
check("4.7", lag);

// %%
const moved = { x: two[1].time.map((t) => t - (lag || 0)), y: two[1].states.V };
show(plot.curves({ "the first": { x: two[0].time, y: two[0].states.V }, "yours, moved by your answer": moved },
  { x: ["time", "ms"], y: ["V", "mV"] })); // if you are right, the late spikes agree

// %% [solution 4.7]
// Take a late spike of yours and subtract the last one of the first that came before it. Both neurons fire at the same rate and with the same spikes, wherever they began. What the cycle keeps of the start is only *when* it fires: its **phase**. [21. Two neurons](21-two-neurons.ipynb) is about what two such
// neurons do when they listen to each other.

// %% [markdown]
// Every limit cycle in the plane surrounds an equilibrium. Go once around a closed path: the arrows turn once as well, and that takes a point inside at which they have no direction. At 10 µA/cm² this equilibrium is unstable. So does a neuron that can fire for ever have to give up its rest?
//
// **Before you run the cell:** here potassium channels are fast ($\tau = 0.152$ ms), the input is 3 µA/cm², and one run begins at −62 mV, the other at −40 mV. How many of the two end up firing?

// %% [predict 4.8]
const bistable = persistentSodiumPotassium.preset("saddle-node off invariant circle").with({ I: 3 });
const [quiet, firing] = [-62, -40].map((V) => simulate(bistable,
  { duration: 10, initial: { V: V, n: 0.05 } }));
const both = { model: bistable, equilibria: equilibria(bistable), cycles: limitCycles(bistable) };
// ✎ your prediction: "none", "one" or "both"
predict("4.8", "", () => {
  show(plot.phasePlane({ ...both, trajectories: [quiet, firing] }));
  show(plot.trace({ "from −62 mV": quiet, "from −40 mV": firing }));
});

// %% [explain 4.8]
// One. A stable rest and a stable limit cycle, of period 1.26{= limitCycles(bistable).find((cycle) => cycle.stable).period} ms, exist side by side, and the start decides. So to fire for ever a neuron need not lose its rest. What divides the two you will see in [5. Bifurcations](05-bifurcations.ipynb).

// %% [markdown]
// **Exercise 4.8** (1 point). *In your own words.* "At which voltage does this neuron fire?" asks a friend who has read Section 3.3. Why has a neuron with two variables no such number? Say what divides firing from not firing, and what else has to be known. Two to four sentences, at least 25 words. The check only sees that you have written something to the point; your teacher reads it.

// %% [exercise 4.8]
// BEGIN SOLUTION
const noNumber = "In the plane a state is a pair, the voltage and n. What divides firing from not firing is the separatrix, the curve of states that end in the saddle. It leans: from one and the same voltage the neuron fires if few potassium channels are open, and falls back if many are. So only for a given n is there a voltage.";
// STUB
// const noNumber = ``; // your text between the two marks, on as many lines as you like
// END SOLUTION

// %% [check 4.8]
check("4.8", noNumber);

// %% [solution 4.8]
// A voltage is a vertical line in the plane, and on a vertical line there are states on both sides of the separatrix: fewer open potassium channels, and the neuron fires; more, and it falls back. The shocks of Exercise 4.6 found one number only because $n$ was the same each time, that of rest.

// %% [markdown]
// ## What this model cannot do
//
// - Sodium channels open at once here and never inactivate. There is no separate refractory period due to inactivation.
// - Two variables allow rest, periodic firing and coexistence of both. Without a reset, bursts and chaos need a third.
// - A phase plane is exact only for two variables. For the four of [8. Hodgkin-Huxley](08-hodgkin-huxley.ipynb) a picture of two of them is a shadow, in which trajectories do seem to cross.
//
// ## Summary
//
// - State = point, velocity = arrow, history = trajectory. Trajectories do not cross.
// - V-nullcline: $dV/dt = 0$, arrows vertical. n-nullcline: $dn/dt = 0$, arrows horizontal. They cross at the equilibria.
// - The Jacobian at an equilibrium decides its kind. $\Delta < 0$: saddle. $\Delta > 0$: stable if $T < 0$, focus if $T^2 < 4\Delta$.
// - $I_{\mathrm{Na,p}}+I_{\mathrm{K}}$, high threshold, $\tau = 1$ ms, $I = 0$: stable node at −65.95{= points[0].state.V} mV, saddle at −56.14{= points[1].state.V} mV, unstable focus at −27.28{= points[2].state.V} mV.
// - The stable manifold of the saddle is the threshold: a curve, not a voltage. At −52 mV it lies at $n = 0.044{= watershedAt(-52)}$.
// - A stable limit cycle is repetitive firing: at $I = 10$ µA/cm² a turn takes 7.07{= limitCycles(driven)[0].period} ms (141{= 1000 / limitCycles(driven)[0].period} Hz).
//
// ## References
//
// - S. H. Strogatz (1994) *Nonlinear Dynamics and Chaos*, chapters 5 to 7: linear systems, phase planes, limit cycles.
// - E. M. Izhikevich (2007) *Dynamical Systems in Neuroscience*, MIT Press, chapter 4: the same model, with many portraits (Fig. 4.1 gives the parameters).
// - R. FitzHugh (1961) *Biophys. J.* 1:445: two variables instead of four, and the phase plane as the way to understand excitability.
