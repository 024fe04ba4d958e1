import type { Examined } from "./examined.js";

/** Exercises 0.8 to 11.7 once more: the first three right ones and the wrong ones written blind. */
export const examined: Readonly<Record<string, Examined>> = {
  "0.8": {
    right: [
      "Sodium gets the spike going: the ions rush in and the inside goes positive. Potassium ends it, leaking " +
        "out and resetting the fibre so it's ready to go again. No K, no return.",
      "For the spike the sodium channels are open and make the voltage high. After this the potassium channels " +
        "make the voltage low again. If no potassium, voltage remain high and no new spike can to come.",
      "Depolarisation is carried by the sodium conductance, and too small a conductance cannot regenerate the " +
        "upstroke repeatedly. Repolarisation is not a passive affair here: without the delayed rectifier the " +
        "membrane would not return to rest, and no second action potential could be elicited.",
      "Potassium channels end the rise of the voltage. Sodium channels shut when it is up, and then the " +
        "voltage falls back; before that the same sodium channels had made the spike shoot upwards.",
      "Na+ influx gives the quick jump to plus values. K+ efflux cuts the spike off, and if you take K " +
        "channels away the fibre hangs at zero and is never ready for a second spike.",
    ],
    wrong: {
      "third, opposite":
        "Potassium channels let potassium rush in, which lifts the voltage to the peak. Sodium channels then " +
        "open and sodium leaves the cell, bringing the voltage back down to rest for the next one.",
      "third, swapped roles":
        "The sodium channels are the brake of the fibre, they pull the voltage back to rest after every spike, " +
        "whereas it is the potassium channels that start the spike and drive it upwards.",
      "third, confused":
        "Sodium and potassium channels are both needed because a spike is a wave of water in the fibre, and the " +
        "voltage is what the channels eat. With fewer of them the fibre has less energy and gets tired.",
    },
  },
  "1.6": {
    right: [
      "The conductances change, not the concentrations. Na channels pop open and the voltage heads for E_Na; " +
        "then they shut themselves off while K channels open and drag it back toward E_K.",
      "It is the permeability who changes. At first the membrane lets pass sodium, so the voltage goes up near " +
        "to sodium Nernst. Later sodium doors close and potassium doors open, potassium goes out and the voltage " +
        "comes down.",
      "It is not that the gradients run down and pumps restore them; rather the relative permeabilities " +
        "switch. A fast rise in sodium conductance depolarises the membrane towards E_Na, whereupon Na channels " +
        "inactivate and the delayed potassium conductance repolarises it.",
      "The membrane switches what it lets through. First the doors for sodium open, and the potential hurries " +
        "to sodium's side. Then these doors lock and the ones for potassium open, so potassium escapes and it " +
        "drops. The concentrations hardly rise at all.",
    ],
    wrong: {
      "third, opposite":
        "What changes are the concentrations inside. So much sodium comes in that its Nernst potential moves, " +
        "which brings the voltage up, and the pumps throw the sodium out within a millisecond and bring it down.",
      "third, swapped roles":
        "The potassium channels open first and potassium flows in, which brings the voltage up. Then the sodium " +
        "channels open and sodium flows out of the cell, which brings the voltage down to rest again.",
    },
  },
  "2.6": {
    right: [
      "You can never get two spikes in one bin, so with bins that long the counts barely vary. Almost every " +
        "bin is full, and it looks like a metronome with the odd gap.",
      "In one interval can be only zero or one spike. With 0.9 almost all intervals have one, so the spikes " +
        "come very regular, like a clock. Real Poisson is irregular, sometimes two or three in such a time.",
      "The condition should be that r dt be much smaller than one, not merely below it. The Bernoulli " +
        "approximation excludes multiple events per bin, so the Fano factor falls to 0.1 and the ISI " +
        "distribution is nearly periodic instead of exponential.",
      "A Poisson train would be more irregular. Here each bin nearly always has its spike, never two, so the " +
        "train ticks along almost without variation, and that is not what chance looks like.",
    ],
    wrong: {
      "third, opposite":
        "The bins of the first row are too narrow, so that many bins get two or three spikes at once. Therefore " +
        "the train is much more irregular than a Poisson train, with too many bursts.",
      "third, wrong cause":
        "The mean rate of the first row is too low, because a spike is missed in every tenth bin. A Poisson " +
        "train needs r dt to be exactly one so that each bin has its spike.",
      "third, confused":
        "The random number r is not random because it is smaller than the firing rate, and so the Poisson " +
        "distribution has a Δt that depends on the spike. With more seeds the row would be exact and the mean " +
        "right.",
    },
  },
  "3.4": {
    right: [
      "dV/dt is negative just above rest and positive just below the peak. It's continuous, so it has to cross " +
        "zero in between. There it pushes away on both sides, so any wobble sends V off.",
      "After the rest the curve is under zero, and before the peak it is over zero. To go from minus to plus " +
        "it must cross the zero once. This point is not stable, a small noise takes the voltage away from it, to " +
        "left or to right.",
      "By the intermediate value theorem a continuous vector field that goes down through zero twice must go " +
        "up through zero in between. That root is a repeller, not an attractor: without infinitely precise " +
        "initial conditions the trajectory would not remain there.",
      "If you walk from rest to the peak, the rate of change begins below zero and ends above zero, so " +
        "somewhere it passes zero. A state put there with the tiniest error is carried off, to rest or to the " +
        "peak, hence nobody sees it.",
    ],
    wrong: {
      "third, opposite":
        "Between two stable points the curve must come down through zero a third time. This third one is the " +
        "most stable of all, and the membrane would stay there if we waited for a longer time.",
      "third, swapped signs":
        "The third is there because at rest and at the peak the equilibria are unstable, and between two " +
        "unstable points there has to be a stable one. We do not see it because the spike is too quick to be " +
        "seen.",
      "third, confused":
        "There are three fixed points because there are three ions, sodium, potassium and leak, and each has a " +
        "Nernst potential. The third one is at the velocity of the spike, and the membrane does not stay since " +
        "its current is fixed.",
    },
  },
  "4.8": {
    right: [
      "The state is V and n together. The line between firing and not is a curve in the plane, the separatrix, " +
        "and it's slanted, so you need to know n too.",
      "With two variables the voltage alone does not say all. There is a border curve in the plane, it goes " +
        "into the saddle. From the same voltage the neuron can fire or not fire, it depends of how much " +
        "potassium channels are open.",
      "The threshold is not a point but a manifold: the stable manifold of the saddle partitions the phase " +
        "plane into two basins. Since it is oblique rather than vertical, the critical voltage is a function of " +
        "the recovery variable.",
      "It depends on the gating variable too. Two states with equal V may have different fates because they " +
        "lie on different sides of a slanted boundary in the plane, namely the stable manifold of the saddle.",
    ],
    wrong: {
      "third, opposite":
        "What divides firing from not firing is a vertical line at the threshold voltage. It is the same for " +
        "every n, so the potassium channels do not matter, and the number is minus 40 mV.",
      "third, swapped":
        "The neuron fires when n crosses the separatrix, and voltage has nothing to do with it. If more " +
        "potassium channels are open it fires more easily, and so one only has to know the number of channels.",
      "third, confused":
        "A neuron with two variables has two voltages, one for each nullcline, and it fires at both. The " +
        "separatrix is the place where the spike separates into two, and one has to know the limit cycle of the " +
        "saddle.",
    },
  },
  "5.5": {
    right: [
      "Just after the saddle-node there's a bottleneck where the rest state used to be, and the voltage crawls " +
        "through it every cycle, slower the closer you are. With Hopf there's no bottleneck; the frequency comes " +
        "from the imaginary part of the eigenvalues.",
      "In the saddle-node the two points disappear, but near this place the speed is still almost zero. So " +
        "every turn the state lose much time there. In the Hopf the state spiral around the rest point, and the " +
        "time of one turn is given by the imaginary part of eigenvalue.",
      "The SNIC leaves a ghost of the vanished equilibrium, and transit past it takes time of order one over " +
        "the square root of the distance to the bifurcation. At a Hopf point it is not the passage near a ghost " +
        "but the angular frequency omega of the complex pair that fixes the period, which is finite from the " +
        "start.",
      "At Hopf there is no ghost, unlike the saddle-node on a circle, where each lap squeezes through the spot " +
        "where the rest was and nearly stops. In the Hopf case the eigenvalues are complex and so the frequency " +
        "is already there, nonzero.",
    ],
    wrong: {
      "third, opposite":
        "At the Andronov-Hopf bifurcation the state has to creep past the ghost of rest, and so it may fire as " +
        "slowly as you like. The saddle-node has a fixed pace given by the imaginary part of its eigenvalues.",
      "third, swapped":
        "Just past the saddle-node the neuron is fastest, because nothing holds it any longer where rest was. " +
        "The Andronov-Hopf neuron is slowed down by its eigenvalues, which are zero at the bifurcation, so that " +
        "it stops.",
      "third, confused":
        "The saddle-node is an invariant circle, so the neuron has a longer way to go round than in the " +
        "Andronov-Hopf bifurcation, where the imaginary part of the current makes a smaller circle and therefore " +
        "a higher rate.",
    },
  },
  "6.6": {
    right: [
      "Every spike bumps p up a bit, and M current is outward, so the next spike takes longer. Between spikes " +
        "p decays, and with longer gaps it decays more, until gain and loss match.",
      "When the neuron makes a spike, p becomes bigger, because some M channels open. They close slowly, so p " +
        "is growing spike after spike and the potassium current makes the firing slower. But in the pause p goes " +
        "down again, so at the end it comes a balance and the neuron fires on.",
      "The M current accumulates: each action potential increments the activation p, and relaxation is too " +
        "slow to undo it within one interspike interval, so the hyperpolarising current lengthens successive " +
        "intervals. It does not silence the cell, because without spikes p would relax again; a steady state is " +
        "reached where increment equals decay.",
      "Each spike opens M channels and then p falls again slowly. As the spikes come quicker than p can fall, " +
        "it mounts up and slows the cell; with the longer pauses p falls more, so it levels out.",
    ],
    wrong: {
      "third, opposite":
        "Each spike closes some of the M channels, so p falls from spike to spike and there is less inward " +
        "current. Between two spikes p grows again, and that is why it does not fall silent altogether.",
      "third, swapped":
        "Between two spikes p rises slowly, and a spike brings it down again. The longer the interval, the more " +
        "M channels open, and so the neuron tires while it waits, and recovers whenever it fires.",
    },
  },
  "7.6": {
    right: [
      "At +60 the channels open but inactivate almost at once, so hardly any current. Step back and they come " +
        "out of inactivation fast while still open, since closing is slow: hence the big tail.",
      "With the strong command the channel activates, but it goes also quickly in the inactivated state, so " +
        "the current is small. When the voltage comes back, the inactivation goes away in short time, and the " +
        "activation gate needs long time for closing. So many channels are conducting and the tail is big.",
      "It is not that fewer channels are activated at the more positive step, but that inactivation is faster " +
        "and more complete, so the steady current shrinks. On repolarisation, recovery from inactivation " +
        "outpaces deactivation, and the channels pass transiently through the open state, which yields the large " +
        "tail.",
      "At +60 the inactivation gate shuts quickly, so the current is small although the activation gate is " +
        "wide open. Going back to -40, the inactivation gate reopens fast and the activation gate shuts slowly, " +
        "so for some time there is much current.",
      "Inactivation is fast and activation is slow. The strong step activates everything but inactivates it " +
        "too, hence little current; on the way back inactivation is lifted before activation is lost, hence a " +
        "large tail.",
    ],
    wrong: {
      "third, opposite":
        "The stronger command opens fewer channels, because the activation gate shuts at +60 mV. At the return " +
        "the channels inactivate quickly, and that is why the tail is larger than the current before.",
      "third, swapped":
        "At the stronger command inactivation is removed, so the current is small. Back at -40 mV the activation " +
        "gate closes at once, whereas the inactivation takes seconds to recover, and therefore the tail is large.",
    },
  },
  "8.6": {
    right: [
      "At 8 ms h hasn't recovered, so few sodium channels are available, and n is still up, so potassium leaks " +
        "out. By 19 ms the undershoot has pushed h above rest and n below, so it's easier.",
      "After the spike the h of sodium is small, so sodium channels can not open, and n of potassium is big, " +
        "the potassium channels still open. So it is hard. At 19 ms h is more than in rest and n is less than in " +
        "rest, so a small push is enough.",
      "Refractoriness at 8 ms reflects residual inactivation of the Na channels (low h) together with residual " +
        "K conductance (elevated n). The afterhyperpolarisation then de-inactivates sodium beyond its resting " +
        "level and deactivates potassium below it; without this overshoot there would be no supernormal period.",
      "It is hard because the potassium channels are still open (n up), and sodium is inactivated (h down). " +
        "The membrane is then hyperpolarised by potassium, which lets h climb over its rest value and n sink " +
        "under it, so that at 19 ms less is needed.",
    ],
    wrong: {
      "third, opposite":
        "At 8 ms h is high and n is low, so the sodium channels are all available but the axon is tired. At 19 " +
        "ms h is low and n high, which makes it easier to fire than at rest.",
      "third, swapped channels":
        "At 8 ms the gate n of the sodium channels is still high and the gate h of the potassium channels is " +
        "still low, so the axon is hard to fire. At 19 ms n is low and sodium can flow again.",
    },
  },
  "9.3": {
    right: [
      "V is stuck around -42 mV because of the big current. There h stays near zero, so sodium can't fire; V " +
        "would have to drop for h to recover before another spike.",
      "The big current keeps the membrane always depolarised. So the sodium channels are inactivated (h is " +
        "small) and the potassium channels are open (n is large). For a new spike the voltage must go down " +
        "first, so that h can grow again.",
      "It is not a lack of drive but an excess: the sustained depolarisation prevents de-inactivation of the " +
        "sodium channels, and the persistent potassium conductance balances the applied current. Without " +
        "repolarisation h would not recover, and no further action potential can be generated.",
      "The axon fires only if h is high. With so much current the voltage is pinned at -42 mV, h is nearly " +
        "zero, and the outward potassium current eats up all the input. It needs to be hyperpolarised first, " +
        "then sodium is available again.",
      "The sodium channels are locked in their inactivated state as the membrane never gets negative enough. " +
        "It would need a pause in the current, so that V gets back to rest and the sodium channels get unlocked.",
    ],
    wrong: {
      "third, opposite":
        "At 180 the current is too weak to open the sodium channels, so h stays high and n low. The voltage " +
        "would have to go up more before the next spike could begin.",
      "third, swapped":
        "The potassium channels are inactivated by the strong current, so n cannot rise, and the sodium channels " +
        "carry the current out again. The potassium would have to recover from inactivation before the next " +
        "spike.",
      "third, confused":
        "The axon does not fire at 180 because the gates move so quickly that the spikes are too small to be " +
        "seen. The current holds h and n at the threshold of the resting potential, and time would have to stop.",
    },
  },
  "10.3": {
    right: [
      "The reset fakes what potassium channels and sodium inactivation do: end the spike. Take it away and V " +
        "runs up to the upper stable state and just sits there.",
      "The reset is in the place of the potassium channels, which in a real neuron bring the voltage down " +
        "after the spike. Without reset the voltage goes up until the high equilibrium and remains there, " +
        "because it is stable and nothing pulls it back.",
      "It is a surrogate for repolarisation, i.e. delayed rectifier activation plus Na inactivation, neither " +
        "of which the one-dimensional equation contains. Without it the trajectory would not return to rest but " +
        "converge to the depolarised attractor, since the persistent current never inactivates.",
      "The reset imitates the job of potassium. Sodium inactivation would help to bring it down in a real " +
        "cell, but this sodium is persistent. So without reset V rises to the upper equilibrium and sits there " +
        "for good rather than fall back to rest.",
    ],
    wrong: {
      "third, opposite":
        "The reset stands for the sodium channels, which open and bring the voltage to the peak. Without it the " +
        "membrane would fall back to rest by itself, because the leak is strong enough to end the spike.",
      "third, swapped":
        "The reset stands for the refractory stimulus that the experimenter gives. Without it, the membrane " +
        "would fire faster and faster, since every spike would begin at the threshold and no potassium channel " +
        "could hold it.",
      "third, confused":
        "The reset stands for the electrode that is drawn out of the real neuron. If you took it away the " +
        "threshold would become stable and the membrane would stay at the bifurcation, because the sodium is " +
        "persistent and has no equilibrium.",
    },
  },
  "11.7": {
    right: [
      "Sodium drives it up and feeds on itself. Potassium drags it down, but only later. If n kept up " +
        "instantly, it'd cancel the rise as it went; there'd be just one variable, V would settle, no spike.",
      "Sodium current is fast and makes the voltage go up, and this opens more sodium channels. Potassium " +
        "comes later and makes the voltage go down. If n was always equal to n infinity, the potassium would " +
        "stop the rise immediately and the voltage goes only to an equilibrium.",
      "The spike requires a separation of time scales: fast regenerative depolarisation by Na, delayed " +
        "repolarisation by K. With n slaved to its steady state the system collapses to one dimension, in which " +
        "no limit cycle is possible; V would relax monotonically to a fixed point rather than oscillate.",
      "Sodium has to win first. It is quick, so the voltage gets up, then potassium follows and carries it " +
        "down. With an instantaneous n the two would fight from the start and the voltage would find a balance " +
        "and rest there.",
    ],
    wrong: {
      "third, opposite":
        "Potassium has to be slower because it lifts the voltage, and sodium brings it down beforehand. If n " +
        "were at n infinity at each moment the spikes would be higher and come more often.",
      "third, swapped":
        "On the way up potassium channels amplify the voltage, on the way down sodium channels open with a delay " +
        "and bring it back. With n at n infinity the voltage would go round the loop twice as fast.",
      "third, confused":
        "Potassium ions are heavier than sodium ions, so the channels have to be slower. On the way up they go " +
        "in and on the way down out, and if n were n infinity the voltage would become infinite too.",
    },
  },
};
