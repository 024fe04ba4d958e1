import type { Examined } from "./examined.js";

/** Exercises 0.8 to 7.6. */
export const examined: Readonly<Record<string, Examined>> = {
  "0.8": {
    right: [
      "Sodium channels let positive charge in and drive the voltage up. Potassium channels open a little " +
        "later, let charge out and bring it back down, so that the next spike can come.",
      "When I lowered gNa from 120 to 100, only the first of the five spikes was left, so I think it is the " +
        "sodium that makes the upstroke of the spike: it flows in, and the membrane gets more positive. Without " +
        "potassium (gK = 0) the voltage went up but never returned to rest, which tells me that potassium is " +
        "there for the repolarisation, i.e. for ending the spike.",
      "The Na channels are responsible for the depolarisation: with too few of them the cell can not fire " +
        "repeatedly. The K channels repolarise the membrane; if they are missing, nothing pulls the potential " +
        "back to −65 mV.",
      "Sodium channel make voltage go up very fast, this is the rise of spike. Potassium channel make it go " +
        "down again after, if there is no potassium channel the voltage stay high near zero and cannot return.",
      "Sodium raises the potential by about 100 mV, from −65 to +40 mV. Potassium lowers it again within 1 or " +
        "2 ms. Take potassium away, and it is stuck near 0 mV; take a sixth of the sodium, and 4 of 5 spikes are " +
        "gone.",
      "When the sodium channels open, positive ions pour in and the membrane potential shoots up to a peak. " +
        "After that the potassium channels let positive ions out again, and the potential comes down to where it " +
        "was.",
      "Sodium is responsible for the rising phase. Potassium is responsible for the falling phase: in the run " +
        "with gK = 0 there was no falling phase at all and V hung around 0 mV.",
      "You need enough Na channels or else the spike can't be started again. You need K channels because they " +
        "end a spike and make the cell negative, ready for another one.",
      "A spike needs sodium channels for going upwards, they let sodium ions enter the cell. The potassium " +
        "channels finish the spike, because the potassium ions go out and take the positive charge away.",
    ],
    wrong: {
      "words without sentences":
        "Sodium potassium channels spike voltage up down rise fall in out membrane charge open close sodium up " +
        "potassium down spike channel voltage rest threshold sodium potassium current.",
      "the two confused":
        "The potassium channels let positive charge in and drive the voltage up at the beginning of the spike. " +
        "The sodium channels open later, let charge out again and bring the voltage back down to rest.",
      "all denied":
        "Sodium channels do not raise the voltage, they have nothing to do with the upstroke. Potassium channels " +
        "do not bring the voltage down after a spike either; both kinds only keep the rest where it is.",
      "the wrong direction":
        "Sodium flows out of the cell and thereby pulls the voltage down; potassium flows into the cell and " +
        "pushes the voltage up. So a spike begins with potassium and ends with sodium.",
      "another cause":
        "Both kinds of channels are pumps: they use energy to make the spike higher. With fewer sodium channels " +
        "and without potassium channels the fibre has less energy, so it gets tired and there are fewer spikes.",
      "from the text nearby":
        "It matters. Only one of the five spikes remains, the first. The voltage stays within 10 mV of zero from " +
        "beginning to end: nothing pulls it down. An axon that starts at −65 mV fires once, and is stuck there " +
        "too.",
      "afresh, first":
        "Potassium makes the spike rise because it rushes into the cell. Sodium makes it fall because it flows " +
        "out of the cell, and that is why fewer sodium channels give fewer spikes.",
      "afresh, second":
        "During a spike the sodium channels pull the voltage down to rest. The potassium channels are the ones " +
        "that lift the voltage at the start, so without them the voltage stays near zero.",
      "once more":
        "The potassium channels let the spike rise and the sodium channels let it fall. Without potassium there " +
        "was no rise, and with little sodium the fall took too long.",
    },
  },
  "1.6": {
    right: [
      "The conductances change, not the concentrations. Sodium channels open first and pull V towards E_Na; " +
        "then they inactivate, potassium channels open, and V is pulled back towards E_K.",
      "What changes is how permeable the membrane is for each of the ions. At the beginning of the spike very " +
        "many sodium channels open, so the sodium battery dominates and the voltage is dragged up almost to its " +
        "Nernst potential. A moment later these channels shut and potassium's are open, and so it goes down to " +
        "potassium's battery. Only a tiny amount of ions has to move.",
      "It is the permeability of the membrane which is altered: first for Na⁺, so that the potential moves " +
        "towards the sodium equilibrium potential (depolarisation), afterwards for K⁺, which repolarises it. The " +
        "batteries stay the same.",
      "The channels they open and close, concentration is always the same. When channels of sodium open the " +
        "voltage goes to the Nernst potential of sodium and it rises; after, sodium channels close and the " +
        "potassium channels open, so it falls back.",
      "gNa grows some hundredfold within 1 ms, so V goes from −70 mV towards +62 mV; then gNa falls, gK grows, " +
        "and V drops towards −89 mV. The concentrations change by less than 0.1 %.",
      "The resistance of the membrane changes. Sodium channels open for a short moment so that V rushes up to " +
        "ENa. They shut by themselves and the slower potassium channels take V back down to EK.",
      "Neither battery changes, only which of them has its switch closed: at first sodium's, which takes the " +
        "voltage up, then potassium's, which takes it down. The switches are ion channels.",
      "It's the opening and closing of channels. With Na+ channels open the membrane potential is near +60 mV, " +
        "with K+ channels open and Na+ channels inactivated it's near −90 mV.",
      "The membrane becomes leaky for sodium first, so the voltage approaches sodium's equilibrium value. Very " +
        "soon that leak is plugged and the membrane becomes leaky for potassium instead, so the voltage drops to " +
        "potassium's value.",
    ],
    wrong: {
      "words without sentences":
        "Channels conductance sodium potassium Nernst potential open close inactivate up down voltage battery " +
        "permeability sodium potassium membrane concentrations pump spike towards channel opens.",
      "the two confused":
        "The conductances change. First the potassium channels open and pull the voltage up towards potassium's " +
        "Nernst potential; then the sodium channels open and pull the voltage down again towards sodium's Nernst " +
        "potential.",
      "all denied":
        "The conductances do not change at all during a spike, channels neither open nor close. Sodium and " +
        "potassium keep their batteries, and the voltage does not follow the Nernst potentials; it goes up and " +
        "down by itself.",
      "another cause":
        "The sodium concentration inside rises until it is as high as outside, and this brings the voltage up. " +
        "Then the sodium-potassium pump carries all the sodium out again, and this brings the voltage down.",
      "the wrong direction":
        "Sodium channels open, so sodium leaves the cell and the voltage rises towards sodium's potential. Then " +
        "potassium channels open, potassium enters the cell, and so the voltage comes down to potassium's " +
        "potential.",
      "from the text nearby":
        "Sodium's battery points the other way: +62.5 mV. Calcium's is the strongest, +125.5 mV. So the membrane " +
        "has several batteries. Each ion pulls the voltage towards its own as soon as its channels open.",
      "afresh, first":
        "The channels for potassium open first, and potassium enters and makes the inside positive. Later the " +
        "sodium channels open and sodium leaves the cell, so the inside becomes negative again.",
      "afresh, second":
        "Channels open and sodium flows out of the cell, which lifts the voltage. Afterwards potassium flows " +
        "into the cell through its own channels, and the voltage falls back.",
      "once more":
        "What changes is the concentration of sodium inside, which becomes larger and larger until it equals the " +
        "one outside. Then channels close and the pump brings sodium out, so the voltage falls.",
    },
  },
  "2.6": {
    right: [
      "With r dt = 0.9 almost every bin holds exactly one spike and none can hold two. The train is nearly a " +
        "clock: intervals are multiples of dt, much too regular. The bin must be so small that two spikes in it " +
        "are unlikely, r dt far below 1.",
      "In a real Poisson process there may be two, three or more spikes in one interval, or zero, but this " +
        "recipe gives at most one spike per bin. With a probability of 0.9 in each bin there is a spike in " +
        "nearly every bin, so the spikes come with nearly the same interval of 10 ms and the variance is far too " +
        "small, although the mean is correct. It would need r dt much smaller than 1 and not just < 1.",
      "A coin toss per bin cannot yield more than one event, so the counts are binomial with a variance of p(1 " +
        "− p) instead of p. For p = 0.9 this means an almost periodic sequence, CV far below one; the condition " +
        "should be r·Δt ≪ 1.",
      "The train is too regular. In each bin can be only one spike, but Poisson can have also two or more in " +
        "the same bin, and can have short intervals shorter than the bin. It must be r dt very small against 1.",
      "At 90 Hz a bin of 10 ms has a spike with probability 0.9, where Poisson has none in 41 %, one in 37 % " +
        "and two or more in 23 %. The bins allow at most one. So the intervals are 10 or 20 ms, hardly ever " +
        "other, and the CV is about 0.3 instead of 1.",
      "Real Poisson spikes can come arbitrarily close together, here they're always at least one bin apart. " +
        "And with p = 0.9 nearly every bin gets a spike, so the train ticks along like a clock. The probability " +
        "per bin has to be tiny.",
      "In a 10 ms bin with 0.9 expected spikes a Poisson process would often give 0, 2 or 3 of them; the " +
        "recipe gives 0 or 1. That makes the intervals much less variable than they should be.",
      "It's much too regular, since one bin may contain just one event. r dt must be small compared with 1 so " +
        "that double events are negligible.",
      "The recipe only decides between spike and no spike in each bin, whereas in a Poisson process several " +
        "spikes can fall in one. As nearly all bins are filled, the train looks like a metronome.",
    ],
    wrong: {
      "words without sentences":
        "Poisson bins dt small rate spike two spikes one bin regular clock interval variance probability r dt " +
        "much smaller than one random mean rate train row.",
      "the two confused":
        "With r dt = 0.9 the train is far too irregular: in a bin there can be two or more spikes, whereas a " +
        "Poisson process has at most one spike in each bin. That is why the bins must be larger.",
      "all denied":
        "Nothing is wrong with it. Even with r dt = 0.9 the train is a Poisson train, as the mean rate is right; " +
        "that a bin cannot hold two spikes does not matter, and the intervals are not too regular.",
      "another cause":
        "The random numbers of a computer are not really random but come from a formula, so the spikes are " +
        "predictable. With a real random number generator the first row would be a Poisson train, whatever the " +
        "bin and the rate.",
      rate:
        "The mean rate is too low, because in each bin a spike is lost with a probability of 0.1. So the train " +
        "has fewer spikes than a Poisson train with the same rate should have, and the rate must be raised.",
      "from the text nearby":
        "Generate a random number r in a sufficiently small time interval and check whether r < firing rate · " +
        "Δt. Make sure that firing rate · Δt < 1. How many spikes fall into a window of length Δt? On average r " +
        "Δt.",
      "afresh, first":
        "The first row is much more irregular than a Poisson train, since two or more spikes can fall into the " +
        "same bin. A Poisson train would have exactly one spike in a bin.",
      "afresh, second":
        "The first row is a Poisson train like the others, because the mean rate is right. One cannot see a " +
        "difference between rows with only a single second of spikes.",
      "once more":
        "It is too irregular because with a probability of 0.9 per bin there are long gaps. A Poisson train of " +
        "this rate would have a single spike in each bin.",
    },
  },
  "3.4": {
    right: [
      "dV/dt comes down through zero at the first, so it is negative just after it; it must be positive just " +
        "before the second. A continuous curve can only get from below zero to above by crossing it: there is " +
        "the third. It is unstable, any nudge drives the voltage away.",
      "Between two downward crossings of a continuous curve there has to be an upward one, because the curve " +
        "is below zero after the first and above zero before the second one. At this crossing the slope is " +
        "positive: if V is slightly above, dV/dt is positive and V moves further up, if it's slightly below V " +
        "falls. So the point repels and the smallest bit of noise will carry the membrane away from there.",
      "By the intermediate value theorem the velocity must vanish once more in between, now with a rising " +
        "slope. That fixed point repels: it's the threshold, and the tiniest disturbance makes V leave it in one " +
        "or the other direction.",
      "The curve of dV/dt is going down at rest, so it becomes negative, and before the peak it must be " +
        "positive to come down again. So it must cross zero going upward. This point is unstable so the membrane " +
        "never stays there, small deviation grow.",
      "After −53 mV dV/dt < 0, before 30 mV dV/dt > 0, so near −40 mV it goes up through zero. There an error " +
        "of 0.1 mV grows, as f′ > 0, and V runs off to one of the other two points.",
      "A curve which goes through zero downwards twice has to go through zero upwards once in between. On the " +
        "upward crossing, right of the point V increases and left of it V decreases, so any disturbance is " +
        "amplified and V runs off.",
      "In between, dV/dt has to change from minus to plus, hence a zero. It's an unstable fixed point: like a " +
        "pencil balanced on its tip.",
      "Since the velocity is a continuous function and has opposite signs next to the two stable points, it " +
        "vanishes somewhere between them. But that one is a repeller, the state flees from it to one of its " +
        "neighbours.",
      "If it goes from plus to minus at the first and again at the second, then it has to go from minus to " +
        "plus in between. At that point V moves away to either side, so only by an infinitely precise start " +
        "could you sit there.",
    ],
    wrong: {
      "words without sentences":
        "Fixed point stable unstable zero crossing curve dV/dt positive negative slope threshold rest peak third " +
        "between continuous voltage away membrane two three points.",
      "the two confused":
        "Between the two the curve must come down through zero once more, with a negative slope. The third point " +
        "attracts the voltage from both sides, it is stable, so the membrane settles there only after a very " +
        "long time.",
      "all denied":
        "There need not be a third fixed point between the two: the curve can go from below zero to above zero " +
        "without crossing zero. And if there is one, it is not unstable, so the membrane may well stay there.",
      "wrong stable":
        "The curve has to cross zero upwards between the two, and where it crosses upwards the point is stable. " +
        "The rest and the peak are unstable, so the membrane leaves these and would go to the third, but it is " +
        "too slow.",
      "another cause":
        "There must be a third because every cubic equation has three solutions. You never see the membrane stay " +
        "there because the spike is too fast for our eyes and for the electrode, which cannot follow the voltage " +
        "there.",
      "from the text nearby":
        "Below a certain input current there are two fixed points, one at rest and one at the peak of the spike. " +
        "At both the curve of dV/dt comes down through zero. A text says this of this model, with two points.",
      "afresh, first":
        "In between the curve must cross zero upwards, and so the third point is stable. The membrane would stay " +
        "there if it ever came near, but it is attracted by the spike.",
      "afresh, second":
        "There is a third point because the curve crosses zero upwards. It attracts the voltage from below and " +
        "from above, and you never see it because the voltmeter is too slow.",
      "once more":
        "At the third point dV/dt crosses zero from below, so it is attracting. The membrane goes there after " +
        "every spike but only for a time too short to be seen.",
    },
  },
  "4.8": {
    right: [
      "Whether it fires depends on V and n together. What divides is a curve in the plane, the stable manifold " +
        "of the saddle, the separatrix; at each n it lies at another voltage. So you must also know n.",
      "With one variable the threshold was a point on the line. Now the state is a point in a plane with two " +
        "coordinates, V and n, and the border between the starts that fire and those that do not is a whole " +
        "curve (the separatrix). If many potassium channels are open, a higher voltage is needed. So you'd have " +
        "to ask: at which voltage for which n, or how far are the potassium channels open?",
      "There's no single threshold voltage because the boundary is a line in the phase plane: the separatrix, " +
        "which consists of the two trajectories running into the saddle. The same −50 mV can lead to a spike " +
        "with 2 % of K channels open and to none with 20 %, so the gating variable matters as well.",
      "The neuron with two variables has not one number because it depend also of n, the potassium gate. The " +
        "separatrix divides the plane in two part: on one side it make a spike, on the other side return to rest.",
      "At −50 mV it fires with n = 0.02, not with n = 0.2. So no V alone decides: the border is a curve " +
        "through the saddle, one threshold for each n.",
      "It depends on n too: if a lot of K+ channels are open the same voltage won't be enough. The set of " +
        "states that separates the two outcomes is the stable manifold of the saddle point, a curve and not a " +
        "vertical line.",
      "A single number would be a vertical line in the phase plane. But the real boundary, the separatrix, is " +
        "slanted. You must say how open the potassium gates are.",
      "Because firing depends on two numbers. If many potassium channels are open you need more voltage to " +
        "fire than if few are open. The two regions of the plane are divided by the separatrix of the saddle.",
    ],
    wrong: {
      "words without sentences":
        "Separatrix saddle curve plane voltage n gate threshold potassium fires rest number two variables stable " +
        "manifold divides spike neuron state side.",
      "the two confused":
        "The V-nullcline divides firing from not firing: wherever the state is, what counts is only V. The " +
        "variable n has to be known only for the height of the spike, since the saddle attracts all trajectories.",
      "all denied":
        "It has such a number: the neuron always fires at the voltage of the saddle, and n does not matter. The " +
        "separatrix does not divide anything, it is only a curve which somebody has drawn into the plane.",
      "another cause":
        "Because the neuron is noisy, the threshold is a little different every time. So one can only give the " +
        "mean voltage at which it fires, with an error. For that one has to know the temperature and the noise " +
        "of its channels.",
      "all or none":
        "Firing is divided from not firing by the limit cycle around the saddle. Inside it the neuron fires and " +
        "outside it does not, so you need to know the period of the cycle, and the input current, but not the " +
        "gate.",
      "from the text nearby":
        "The arrows are many. Two curves summarise them. On the V-nullcline the voltage pauses, and the arrow " +
        "points straight up or down. On the n-nullcline the gate pauses. Where the two curves cross, both " +
        "variables pause: an equilibrium.",
      "afresh, first":
        "The neuron fires above the V-nullcline and rests below it, so the nullcline divides firing from not " +
        "firing. One has to know also the current that flows in the gate.",
      "afresh, second":
        "The separatrix is a vertical line at the voltage of the saddle, so only V counts. The gate n has to be " +
        "known for the height of the spike alone.",
      "once more":
        "The neuron fires as soon as V is to the right of the saddle, whatever the gate is. The saddle is the " +
        "threshold and its voltage is the number that the friend wants.",
    },
  },
  "5.5": {
    right: [
      "Just past the saddle-node the field is still almost zero where rest was: the ghost. The trajectory " +
        "creeps through there, longer the closer to the bifurcation, so the period has no bound. Past a Hopf the " +
        "neuron turns around an unstable focus, and its pace is set by ω, the imaginary part of the eigenvalues, " +
        "which is not zero.",
      "In the SNIC case node and saddle have just disappeared, but in their place the velocity is still very " +
        "small, there's a bottleneck that each turn has to pass. As the current comes down to its critical value " +
        "the passage takes infinitely long. At the Andronov-Hopf bifurcation nothing gets slow: the state " +
        "spirals out of the equilibrium with the frequency of its complex eigenvalues, so the rate begins with a " +
        "finite value.",
      "The circle still contains the spot at which the equilibria annihilated each other, and the flow nearly " +
        "stops there, so the interspike interval diverges like one over the square root of the distance. In the " +
        "other the rhythm inherits the frequency of the damped oscillation at rest (imaginary part), which stays " +
        "finite.",
      "After saddle-node on circle, the neuron must pass always by the place where the rest was, and there it " +
        "is very slow because dV/dt nearly zero. In the Hopf case it rotate around the focus, and the frequency " +
        "of rotation come from the imaginary part of eigenvalues.",
      "SNIC: at 4.52, just above 4.513, it spends almost all of its period near the ghost of the saddle-node, " +
        "T grows like 1/√ΔI, f goes to 0. Hopf: eigenvalues ±iω, so it starts with ω/2π, some 100 Hz.",
      "After a SNIC the flow is nearly stationary at the point where the two equilibria collided, and every " +
        "cycle must squeeze through this bottleneck. After a Hopf the cycle is a rotation around an unstable " +
        "focus, whose angular speed is not small.",
      "The first lingers at the place where its rest used to be and the lingering gets longer without limit as " +
        "you approach the bifurcation. The second oscillates with the imaginary part of the eigenvalue.",
      "Because the fixed points only just disappeared, dV/dt is tiny there. The Hopf neuron has a frequency of " +
        "its own, that of the ringing of rest.",
      "Near the vanished equilibrium the vector field stays close to zero, so the trajectory needs very long " +
        "to get past and the period tends to infinity. After a Hopf it circles at the frequency of the " +
        "eigenvalues, which is finite.",
    ],
    wrong: {
      "words without sentences":
        "Ghost saddle-node slow bottleneck frequency imaginary part eigenvalues omega Andronov-Hopf focus circle " +
        "period rest slowly pace bifurcation rate rotation node saddle vanish.",
      "the two confused":
        "Just past an Andronov-Hopf bifurcation the neuron has to creep past the ghost of its rest, so it fires " +
        "as slowly as you like. On the invariant circle the imaginary part of the eigenvalues sets the pace, " +
        "which is never zero.",
      "all denied":
        "There is no ghost and no bottleneck after the saddle-node, the neuron does not slow down there. And " +
        "after an Andronov-Hopf bifurcation the pace is not set by the imaginary part of the eigenvalues; both " +
        "are slow because the current is small.",
      "cause effect":
        "It is slow because it fires rarely. As the rate is low, the ghost appears where rest was, and the " +
        "eigenvalues become complex since the neuron oscillates. The Hopf one is quicker since its spikes are " +
        "smaller and take less time.",
      "another cause":
        "A saddle-node neuron has slower channels than a Hopf neuron: its sodium channels need longer to recover " +
        "from inactivation. The time constant of the channels sets the pace of both, and it grows near the " +
        "bifurcation.",
      "from the text nearby":
        "SNIC: meets a saddle and vanishes, eigenvalue 0, full amplitude, rate zero. Supercritical: becomes " +
        "unstable, plus or minus i omega, zero amplitude, finite rate. Two questions sort them: does a " +
        "saddle-node or a pair of complex eigenvalues end rest?",
      "afresh, first":
        "Past an Andronov-Hopf bifurcation the state must creep through the place where rest was, so the period " +
        "is very long. Past the saddle-node on the circle it turns at the imaginary part of the eigenvalues.",
      "afresh, second":
        "At the saddle-node the eigenvalues are complex and set the pace. At the Andronov-Hopf bifurcation there " +
        "is a ghost in which the neuron lingers, so it could fire as slowly as you like.",
      "once more":
        "On the circle the neuron turns with the imaginary part of its eigenvalues, which goes to zero. At the " +
        "Hopf it is held up by the ghost of its rest, so it cannot be slow.",
    },
  },
  "6.6": {
    right: [
      "Each spike opens a few more M channels, so p goes up a step, and their outward potassium current slows " +
        "the neuron down. Between spikes p falls again. It levels off where what a spike adds equals what is " +
        "lost in the interval, so firing goes on.",
      "Every time the neuron fires, the voltage is high for a moment and p increases a little; because the " +
        "channels close only within 100 ms, these steps pile up and more outward current works against the " +
        "input, which makes the intervals longer. But if the intervals get longer, p has more time to decay " +
        "before the next spike, so in the end there is a balance and the cell keeps firing at a lower rate.",
      "It adapts as p accumulates: M channels are opened by depolarisation and shut slowly. The longer the " +
        "pause, the more of them shut, and when the brake is loose enough the input wins and there's another " +
        "spike; were it silent, p would decay to almost zero.",
      "A spike makes p bigger, and this is a brake because potassium current goes out. Between two spikes p " +
        "becomes smaller slowly. If neuron would be silent, p would go down and then the neuron can fire again, " +
        "so it doesn't stop.",
      "p climbs by about 0.02 per spike and relaxes with tau of 100 ms. At first intervals are 20 ms, later 60 " +
        "ms: then the gain by a spike and the loss in between cancel, and the rate stays constant above 0.",
      "A spike makes p jump by a small amount, and since p only decays slowly the potassium current through " +
        "the M channels gets stronger from spike to spike. Once the decay in one interval is as big as the jump, " +
        "nothing changes any more.",
      "The M current builds up during the train because its gates open at each spike and are slow to close. If " +
        "the neuron stopped, the gates would close and the input would drive it to threshold again.",
      "With every spike more M gates are open, they counteract the input and so the intervals become longer; " +
        "during a longer interval p has time to fall. These two effects reach an equilibrium at a lower rate.",
      "The variable p increases a bit during each spike and relaxes back with a slow time constant. So p is " +
        "higher on average when firing is fast, which brakes the neuron; if it is slower p gets lower, so a " +
        "steady state is found.",
    ],
    wrong: {
      "words without sentences":
        "Spike p M channel opens closes potassium current brake slow rises falls between two spikes adds up " +
        "levels off silent rate interval tire neuron.",
      "the two confused":
        "Each spike shuts a few M channels, so p falls with every spike, and between two spikes it rises again " +
        "slowly. As p falls, the neuron gets slower and slower, and it does not stop since p rises in between.",
      "all denied":
        "A spike does not change p, and between spikes p does not decay either. The M channels do not slow the " +
        "neuron; it tires only at the beginning, and does not fall silent since the M current does not act.",
      "another cause":
        "The neuron tires because its ions are used up: each spike lets sodium in and potassium out, so the " +
        "batteries run down. It does not fall silent altogether because the pumps restore the ions between two " +
        "spikes.",
      inward:
        "Each spike raises p and opens M channels, which carry an inward sodium current. This excites the neuron " +
        "more and more until it is tired. Between spikes p rises further, and that is why it does not fall " +
        "silent.",
      "afresh, first":
        "With every spike p becomes smaller because M channels close. Between two spikes they open again, and " +
        "this outward current makes the neuron tired, but it never stops.",
      "afresh, second":
        "Each spike opens M channels which let sodium in, an inward current which uses up the battery of the " +
        "neuron. Between the spikes p decays and so it does not fall silent.",
      "once more":
        "A spike reduces p, and p recovers between two spikes. When p is small the neuron has few open sodium " +
        "channels and tires, but since p recovers it never falls silent.",
    },
  },
  "7.6": {
    right: [
      "At strong depolarisation the channels open, but also inactivate, and faster than they activate, so few " +
        "conduct and the current is small. On stepping back they recover from inactivation at once while closing " +
        "is slow: for a while many are open, and the tail is large.",
      "The hERG channel has two gates. The stronger command opens more activation gates, but it also shuts the " +
        "inactivation gates, and these are quicker, so most of the channels are inactivated and little current " +
        "passes. When the voltage is brought back the inactivation is removed within milliseconds whereas " +
        "deactivation takes much longer, so all those channels that had been activated now conduct - that's the " +
        "big tail.",
      "Depolarising more inactivates more, which outweighs the extra activation: hence less current. After " +
        "repolarisation inactivation disappears quickly and the channels, still activated, shut slowly; so you " +
        "see the hidden ones in the tail.",
      "Strong command opens first gate more, but the second gate (inactivation) closes more, therefore small " +
        "current. When we go back, the inactivation gate opens again very fast, but first gate closes slowly, so " +
        "the current is big for some time.",
      "At +40 mV nearly all activation gates are open, but some 90 % of the channels are inactivated; at 0 mV " +
        "fewer. Stepping to −50 mV frees them in 10 ms, while they take 500 ms to close: so the tail after +40 " +
        "mV is the largest.",
      "With a strong depolarisation the channels go quickly to the inactivated state, so not many conduct. " +
        "Going back to −40 mV, they come out of inactivation much faster than they close, which gives a large " +
        "transient current: the tail.",
      "Two gates in series: the slow one opens with depolarisation, the fast one shuts with depolarisation. " +
        "During the strong step the fast gate is shut. Afterwards it reopens immediately while the slow one is " +
        "still open.",
      "Because inactivation grows with voltage more than activation does, the step current gets smaller. The " +
        "tail shows how many channels had activated, once inactivation has been lifted.",
      "The channels inactivate more strongly at the higher voltage, that is why the current is smaller. When " +
        "the voltage is brought down the inactivation ends before the channels have time to close, so a lot of " +
        "current flows for a moment.",
    ],
    wrong: {
      "words without sentences":
        "Gate inactivation activation open shut fast slow tail current channel command stronger recover close " +
        "voltage smaller larger deactivation hERG.",
      "the two confused":
        "At the stronger command the channels activate fast and inactivate slowly, so the current is small. When " +
        "the voltage goes back, they close quickly, and recover from inactivation only slowly, so that the tail " +
        "is large.",
      "all denied":
        "The channels do not inactivate at the stronger command, and they do not recover when the voltage goes " +
        "back. The current is smaller and the tail larger only since the amplifier subtracts the leak.",
      "another cause":
        "The stronger command is nearer to the reversal potential of potassium, so the driving force is smaller " +
        "and the current smaller. In the tail the driving force is larger, because the voltage is further away " +
        "from the reversal potential.",
      fewer:
        "The stronger command closes more of the channels, so fewer are open during the step. After the step " +
        "these closed channels have been saved up, and now they are all opened by the negative voltage, which " +
        "makes the larger tail.",
      "from the text nearby":
        "A current vanishes at its reversal potential while its channels are open. Sodium's conductance comes " +
        "and goes while the voltage is held: inactivation. A plateau and a time constant give the rates. The " +
        "powers were chosen from such curves.",
      "afresh, first":
        "The stronger command opens the channels fast but inactivation is slow, so the current is small at " +
        "first. Afterwards the channels close quickly and the current of the tail is large.",
      "afresh, second":
        "During the strong command the channels recover slowly from inactivation. On return they inactivate, and " +
        "this inactivation is slow, so that there is a larger tail.",
      "once more":
        "At the stronger command fewer channels open, so the current is smaller. After it all channels open " +
        "since the voltage is more negative, and therefore the tail is larger.",
    },
  },
};
