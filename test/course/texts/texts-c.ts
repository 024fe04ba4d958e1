import type { Examined } from "./examined.js";

/** Exercises 16.5 to 22.7. */
export const examined: Readonly<Record<string, Examined>> = {
  "16.5": {
    right: [
      "Some of its potassium channels are open at rest. Inhibition shuts them, and they come back late: so it " +
        "resonates and rebounds. The rule holds in the limit, close enough to the saddle-node the peak vanishes; " +
        "here only in the last 0.0004 µA/cm².",
      "The potassium channels of this neuron open early (Vn = −31 mV, gently), so already at rest a part of " +
        "the slow potassium current flows. When the cell is inhibited they close, and when the inhibition ends " +
        "there's less outward current than before and the cell overshoots and fires; for the same reason it " +
        "pushes back against slow input and so prefers a frequency. The books are right asymptotically: " +
        "arbitrarily near the saddle-node one real eigenvalue goes to zero and slow inputs win.",
      "A delayed K+ current that's partly activated at the resting potential, which hyperpolarisation can " +
        "deactivate. The textbook statement is an asymptotic one, valid in a neighbourhood of the bifurcation " +
        "whose size it doesn't tell; here it's tiny.",
      "In this neuron potassium channels are already open in rest, and slow. Inhibition closes them, then when " +
        "it stops the voltage goes over. The rule is true only when one is very near to the saddle-node, in the " +
        "limit.",
      "At 4.38, 0.04 below the fold at 4.421, n is about 0.1 at rest: open potassium that −2 µA/cm² can shut, " +
        "hence the rebound and the peak at 46 Hz. The peak is gone only 0.0004 before the fold, so the rule is " +
        "true as a limit.",
      "At rest a part of its K channels conducts. These react late, so they oppose slow input but not medium " +
        "fast ones, and if inhibition has closed them the cell overshoots when it's released. Very close to the " +
        "saddle-node the resonance does disappear, so as a limiting statement the rule is fine.",
      "Partly activated potassium current is the reason. The rule becomes exact as the current approaches the " +
        "bifurcation; it does not say how near you have to be.",
      "Its n gate is not at zero at rest, it can be turned down by inhibition and that leads to a rebound. The " +
        "rule is an asymptotic one.",
      "What makes it so is its low-threshold potassium current. It's partly on at rest, and its slow reaction " +
        "gives both a resonance and a rebound. The books describe what happens as you come ever closer to the " +
        "saddle-node.",
    ],
    wrong: {
      "words without sentences":
        "Potassium channels open at rest shut inhibition delay saddle-node limit rule close resonance rebound " +
        "peak frequency integrator neuron exception true.",
      "the two confused":
        "Some of its potassium channels are shut at rest, and inhibition opens them, so it fires. The rule of " +
        "the books is true far from the saddle-node, but not in the limit, where the neuron always prefers a " +
        "frequency.",
      "all denied":
        "Its potassium channels are not open at rest and inhibition does not shut any, so they have nothing to " +
        "do with it. The rule of the books is not true in any sense, not even in the limit near the saddle-node.",
      "another cause":
        "It loses its rest in an Andronov-Hopf bifurcation in reality, only the program calls it a saddle-node " +
        "by mistake. So the rule of the good books is true without exception, and this neuron is a resonator " +
        "like the others.",
      sodium:
        "Its sodium channels are inactivated at rest and inhibition removes the inactivation, so it fires a " +
        "rebound. The rule is true for neurons without sodium inactivation, and this one is an exception because " +
        "of its h gate.",
      "from the text nearby":
        "Good books say that a neuron near a saddle-node is an integrator, and that only neurons near an " +
        "Andronov-Hopf bifurcation fire a rebound spike. It loses its rest in a saddle-node, at 4.421. By the " +
        "rule, an integrator.",
      "afresh, first":
        "Its potassium channels are closed at rest and inhibition opens them, which makes the rebound. The rule " +
        "of the books is true far from the saddle-node and wrong close to it.",
      "afresh, second":
        "Hyperpolarisation opens its potassium channels and these drive it over the threshold. The rule does not " +
        "hold in the limit, it holds only for large distances.",
      "once more":
        "It does so since its sodium channels are open at rest and close during the inhibition. The books are " +
        "right as long as the neuron is not too close to the saddle-node.",
    },
  },
  "17.5": {
    right: [
      "The dendrite must be charged: its capacitance takes up a brief current before the voltage at the far " +
        "end has risen, and then it leaks away. A long one has time to charge it all. One compartment has a " +
        "single voltage, no place and no distance.",
      "A brief current deposits a small charge, and on its way to the soma the charge spreads along the cable, " +
        "charging the membrane capacitance of every piece, while a part of it leaks out; so at the soma only a " +
        "small, late and broad bump arrives. A long current fills up all the capacitors and then only the leak " +
        "matters. In a model with one compartment the voltage is the same everywhere, so there is no way for the " +
        "signal to go and it can't be attenuated.",
      "The cable acts as a low-pass filter: fast signals are lost into membrane capacitance, steady ones " +
        "suffer only the leak. An isopotential point neuron has no spatial extent, so input at dendrite and at " +
        "soma are one and the same.",
      "Brief current has no time to charge the membrane of whole dendrite, so it is spread and becomes small. " +
        "The long current charges until the end. One compartment has only one voltage so there's no 'far away'.",
      "Over 600 µm 62 % of a steady current's effect arrives, but 25 % of one of 2 ms: that is far less than " +
        "tau = 10 ms, too short to charge the capacitance on the way. One compartment has one V, so no distance " +
        "over which it could fall.",
      "A short pulse carries little charge and most of it is used to charge the dendrite's membrane before " +
        "anything gets to the soma. A long pulse fills it up. With one compartment there's just one voltage, so " +
        "nothing can be lost along the way.",
      "High frequencies are damped more by the RC chain of the cable, because at high frequencies the " +
        "capacitance short-circuits the membrane. One compartment has no extension.",
      "It takes time to charge up the cable to the soma and the brief current is over too soon. A point neuron " +
        "can't tell near from far since there's only one V.",
      "The membrane needs time to charge, and the brief current is gone by then, so its charge is smeared out " +
        "over the dendrite and lost through the leak. A single compartment has no dendrite that is apart from " +
        "its soma.",
    ],
    wrong: {
      "words without sentences":
        "Brief long current dendrite soma capacitance charge leak time constant spread one compartment voltage " +
        "everywhere distance attenuate small late broad.",
      "the two confused":
        "The long current has more time to leak out, so less of it arrives; a brief one is over before it can " +
        "leak, but it has less charge. One compartment has many voltages and therefore mixes up both of them.",
      "all denied":
        "The capacitance of the membrane does not matter and need not be charged, and the brief current does not " +
        "spread. One compartment could show it as well, since where the current enters makes no difference to " +
        "the soma.",
      "another cause":
        "The brief current meets a higher axial resistance, because the resistance of the salt water depends on " +
        "how long the current lasts. A model of one compartment has no resistance at all, so it shows no current.",
      speed:
        "The brief current is slower than the long one and does not reach the soma before it ends. The long one " +
        "is faster because it has more strength. One compartment cannot show it as its dendrite is too thick.",
      "from the text nearby":
        "Brief signals arrive smaller, later and broader: over 600 µm, 25 % is left of a current of 2 ms, 62 % " +
        "of a steady one. Where an input arrives matters. One compartment cannot tell the two apart. Its " +
        "dendrites are passive.",
      "afresh, first":
        "Less arrives of the long current, because it has more time to leak out and to charge the membrane. One " +
        "compartment has many voltages, so it cannot show it.",
      "afresh, second":
        "The brief current does not have to charge anything, the capacitance is too small to matter. One " +
        "compartment could show it with a different time constant.",
      "once more":
        "The brief current is faster and so it meets a larger resistance of the cytoplasm. The model of one " +
        "compartment has a resistance of zero and so everything arrives.",
    },
  },
  "18.8": {
    right: [
      "Excitation excites itself and, a little later, the inhibitory cells. Their inhibition then shuts " +
        "excitation down; when it has decayed, excitation comes back. The speed is set by how slow the " +
        "inhibition is.",
      "The excitatory cells drive each other and so the activity rises. With it rise the inhibitory cells, " +
        "with a delay, and they switch off the excitatory ones, and since nobody drives them any longer the " +
        "inhibition dies away as well, and all begins anew. How fast it goes depends above all on the time " +
        "constant of inhibition, and on the drive: the longer inhibition lasts, the slower the rhythm.",
      "It's negative feedback with a lag: E recruits I, I silences E, I wears off, E recovers. The period " +
        "follows the decay time of the inhibitory synapses (tauI), and more drive speeds it up.",
      "Excitation makes inhibition, the inhibition comes later and stops the excitation, then inhibition " +
        "becomes weak and excitation can start again. The time constant of inhibition decides how quick is the " +
        "rhythm.",
      "E rises, I follows 3 ms later and pulls E down, I decays, E rises again. With an inhibition of 8 ms a " +
        "beat takes 40 ms, with 12 ms it takes 94: slow inhibition, slow rhythm.",
      "Activity of the E cells grows explosively, after some ms this recruits the I cells, which shut " +
        "everything down; when the inhibition is gone the E cells take off again. The inhibitory decay time " +
        "mostly determines the period.",
      "Because the inhibition comes with a delay, it overshoots: excitation is killed completely, then " +
        "inhibition has no drive and fades, and excitation returns. The slower the synapse of inhibition, the " +
        "slower the rhythm.",
      "When excitatory cells become active they also activate inhibitory cells, which then suppress them for " +
        "as long as the inhibition lasts. Afterwards it starts again. So the duration of inhibition is what " +
        "decides about the frequency.",
    ],
    wrong: {
      "words without sentences":
        "Excitation inhibition loop rhythm speed slow delay time constant rises falls follows cells drive decay " +
        "period shuts down anew.",
      "the two confused":
        "Inhibition excites itself, and the excitatory cells follow a little later and shut inhibition down. " +
        "When the excitation has decayed, the inhibition comes back. The rhythm is faster the slower the " +
        "excitation decays, which sets its speed.",
      "all denied":
        "Inhibition does not follow excitation, and does not shut it down. The loop makes no rhythm by itself, " +
        "and the time constant of inhibition does not set its speed; the rhythm comes from the noise in the " +
        "drive.",
      "another cause":
        "Each cell of the network has its own pacemaker, and the excitatory and inhibitory synapses bring all of " +
        "them into step. The speed of the rhythm is the rate of the fastest cell, as in the heart.",
      faster:
        "Excitation drives inhibition and inhibition stops excitation, again and again. The slower the " +
        "inhibition decays, the faster the rhythm becomes, as there is then more inhibition in the network to " +
        "drive it.",
      "from the text nearby":
        "Take the blue nullcline first. Its middle branch rises: there excitation breeds more excitation. To the " +
        "right of it E runs up. The only equilibrium, where the curves cross, is an unstable focus on the middle " +
        "branch. Around it runs a limit cycle of 40 ms.",
      "afresh, first":
        "Inhibition excites itself and then excitation shuts inhibition down after a delay. The slower the " +
        "excitation decays, the faster the rhythm.",
      "afresh, second":
        "Excitatory cells silence the inhibitory ones after a delay, and inhibition drives excitation again. The " +
        "time constant of the excitation makes it slow.",
      "once more":
        "Inhibitory cells activate the excitatory ones, which then suppress the inhibitory cells for as long as " +
        "the excitation lasts. The drive alone decides about the frequency, and the inhibition does not matter.",
    },
  },
  "19.8": {
    right: [
      "Held so high by the current, the neuron's sodium channels stay inactivated, so no upstroke is possible. " +
        "The model has no sodium inactivation: its spike is a rule, V is put back whatever happened before, and " +
        "so it fires on.",
      "In the real cell a strong current keeps the membrane depolarised after the first spikes; the sodium " +
        "channels can't recover from inactivation and there's no further spike. In the model the voltage is " +
        "always reset by hand to a low value as soon as it passes the threshold, there are no sodium channels " +
        "which could be inactivated. So more current simply means faster firing.",
      "Depolarisation block: Na+ channels remain inactivated as V never repolarises far enough. An " +
        "integrate-and-fire model repolarises by fiat at each spike, hence can't be blocked.",
      "The neuron is silent because its sodium channels are inactivated, they don't recover since the voltage " +
        "is always high. The model don't have such channels, it has only the reset, so after every spike it " +
        "begins from low voltage.",
      "At 2000 pA V stays near −20 mV after 7.5 ms and sodium is inactivated. The model is reset to −60 mV " +
        "every time it reaches the threshold, and having no h gate it goes on at 500 Hz.",
      "Because V stays high the Na+ channels never get out of inactivation. In the model spikes aren't made by " +
        "channels, there's just a threshold and a reset, so V always comes back down.",
      "Nothing in the model corresponds to h. After each spike it's set back artificially, whereas the neuron " +
        "itself would have to repolarise before its sodium channels are available again.",
      "In the cell the strong current prevents repolarisation, therefore sodium inactivation isn't removed. In " +
        "the model you don't need sodium for the next spike: V is reset and rises again until it crosses " +
        "threshold.",
    ],
    wrong: {
      "words without sentences":
        "Sodium channels inactivated reset model neuron silent block depolarisation voltage current spike " +
        "recover rule fires on no gate high.",
      "the two confused":
        "The neuron has a reset that brings its voltage down after each spike, and in the end holds it there. " +
        "The model has sodium channels that inactivate, so they recover after each spike and it goes on firing.",
      "all denied":
        "The sodium channels of the neuron are not inactivated under a strong current. The model has sodium " +
        "channels too, they do not recover either, and its reset does not help; so the model falls silent at " +
        "2000 pA as well.",
      "another cause":
        "The neuron dies from so much current, its membrane breaks, so it falls silent. The model is only a " +
        "program and cannot die. With a fresh cell one would see as many spikes as in the model.",
      adaptation:
        "The neuron falls silent because its potassium channels close and it is hyperpolarised below its " +
        "threshold. The model does not fall silent because its adaptation current w is too weak, one would have " +
        "to raise b.",
      "from the text nearby":
        "Recorded spikes shrink and broaden along a train. A reset knows no shape. One recovery variable has one " +
        "time constant. Under 2000 pA the real neuron fires two spikes, at 1.6 and 7.5 ms, and then never again " +
        "while the current lasts.",
      "afresh, first":
        "The neuron is reset after each spike and stays there when the current is large. The model has sodium " +
        "channels that recover from inactivation quickly.",
      "afresh, second":
        "The model has sodium channels and they inactivate more slowly than those of the neuron. The neuron has " +
        "a reset that is not strong enough for such a current.",
      "once more":
        "In the cell the reset is prevented by the strong current. In the model sodium channels are not " +
        "inactivated because the current is not strong enough for that.",
    },
  },
  "20.9": {
    right: [
      "Inputs that come just before the cell's spike are strengthened, those after it weakened. So earlier " +
        "inputs grow until they fire the cell alone, sooner; then still earlier ones come before the spike and " +
        "grow in turn.",
      "The rule is local: whichever synapse was active shortly before the cell fired gets potentiated. As " +
        "these early inputs become stronger the cell reaches threshold earlier in the volley, and now inputs " +
        "which used to come before the spike come after it, and are depressed. This repeats itself, so the spike " +
        "moves forward to the beginning of the volley without any teacher.",
      "STDP rewards causes: pre before post means LTP, post before pre means LTD. The early afferents in the " +
        "sequence precede the spike, get stronger, make it happen sooner, and so the latency creeps toward the " +
        "first input.",
      "When input comes before the spike, the weight goes up, when it comes after, it goes down. So early " +
        "inputs become strong and the cell fires earlier, and the late ones become weak because they come after " +
        "the spike.",
      "Inputs within 20 ms before the spike gain, those after lose. After 50 volleys the first ones are at " +
        "their maximum of 1 nS, and the spike comes at 12 instead of 25 ms.",
      "The synapses active right before the cell's spike get potentiated. So next time the cell will reach " +
        "threshold with fewer inputs, i.e. earlier, and then it's again the ones before this earlier spike that " +
        "are potentiated.",
      "Spikes that arrive before the postsynaptic spike make their synapse stronger and those that arrive " +
        "later make it weaker. So the early ones take over and the spike moves to the front.",
      "Each time, the inputs that came just before the spike become more effective, so the spike happens a " +
        "little sooner at the next volley. Then inputs even further forward are the ones just before it, and so " +
        "on.",
    ],
    wrong: {
      "words without sentences":
        "Input before spike strengthened after weakened early late synapse weight earlier cell fires volley STDP " +
        "grows rule timing learns.",
      "the two confused":
        "Inputs that come after the cell's spike are strengthened, and those that come before it are weakened. " +
        "So the late inputs grow, and as they are strong the cell answers earlier and earlier, in each volley.",
      "all denied":
        "Inputs before the spike are not strengthened, and those after it are not weakened. The rule does not " +
        "care which comes first; the cell answers earlier since all of its weights do not change.",
      "another cause":
        "The cell answers earlier because it expects the volley, it has stored the time of the last one and gets " +
        "ready before it comes. So it is a reward which it gets from the brain for a good prediction.",
      latest:
        "The inputs that come last in the volley are nearest to the spike and so are strengthened most. They " +
        "fire the cell, and the first inputs become weaker with each volley because they are too early, so the " +
        "spike comes later.",
      "afresh, first":
        "Inputs that come after the spike grow stronger and inputs that come before it are weakened, so it fires " +
        "earlier and earlier.",
      "afresh, second":
        "The late inputs grow most since they are the last before the spike, the first ones lose. So the spike " +
        "comes later in each volley.",
      "once more":
        "Each time, the inputs that came too late become more effective because they get closer to the spike. So " +
        "the first inputs are not needed any more and the cell learns to wait.",
    },
  },
  "21.8": {
    right: [
      "The leader gets the follower's spike early in its cycle, the follower gets the leader's late. With type " +
        "1 cells a late input shifts more. Excitation advances, by a lot if it is early for a lasting one, so " +
        "the leader gains and they part; inhibition delays the leader more, and the follower catches up.",
      "Say A fires a little before B. Then B's spike meets A right at the beginning of A's new cycle, and the " +
        "long conductance acts during the rest of it; A's spike meets B just before B fires, when most of it is " +
        "lost, as B has nearly finished. So A, the one ahead, is influenced more. If the synapse excites, A is " +
        "hurried and gets further ahead. If it inhibits, A is delayed and B can catch up, so they end in step.",
      "A lasting conductance has its greatest effect on the cell that has its whole cycle before it: the " +
        "leader, hit early. Excitatory: leader advanced further, lead grows, antiphase. Inhibitory: leader held " +
        "back, lead shrinks, synchrony.",
      "The first cell gets the spike of the second early in its cycle, so the conductance works long on it; " +
        "the second gets it late, just before it fires. Excitation pushes the first more forward so they go " +
        "apart, inhibition slows the first more so they come together.",
      "With a lead of 0.1 the leader is hit at phase 0.1, the follower at 0.9. A conductance of 5 ms acts on " +
        "the leader for the whole of its cycle, on the follower for a tenth. Exciting: lead grows to 0.5; " +
        "inhibiting: lead shrinks to 0.",
      "The one ahead is hit when its cycle has just started, and has to live with the conductance for nearly " +
        "all of it; the one behind is hit shortly before it fires. So excitation speeds up the one ahead more " +
        "than the other and inhibition slows it more than the other.",
      "The leading cell receives the input early, the lagging cell receives it late. An early lasting input " +
        "has more time to act. Excitatory: the leader runs away. Inhibitory: the leader is held back until the " +
        "other is level.",
      "Because of the resets the conductance that arrives late has little effect on that cell. The first cell " +
        "gets it early and feels it fully: delayed by inhibition (they get together), advanced by excitation " +
        "(they separate).",
      "The cell that fired first receives the spike of the second at the beginning of its new cycle, when the " +
        "conductance can act for long. So it's this cell that is changed most: hastened by excitation, so the " +
        "gap grows, slowed by inhibition, so it closes.",
    ],
    wrong: {
      "words without sentences":
        "Leader follower early late cycle excitation inhibition advance delay synchrony apart step conductance " +
        "spike phase cell other lead grows shrinks.",
      "the two confused":
        "The leader gets the other's spike early. Excitation delays the leader, so that the two come together " +
        "and into step; inhibition hurries the leader, so its lead grows and the two cells are taken apart.",
      "all denied":
        "It does not matter who gets the other's spike early and who late. Excitation does not advance the " +
        "leader and inhibition does not delay it; both act alike on the two cells, and the lead does not change.",
      "another cause":
        "Excitation makes both cells fire more often, so they have no time to wait for each other and lose the " +
        "step. Inhibition calms both cells down, they fire more slowly, and slow cells can be synchronised more " +
        "easily.",
      "late leader":
        "The leader gets the spike of the follower late in its cycle, and the follower gets the leader's early. " +
        "Inhibition hurries the follower then, so that it catches up, and excitation slows it down so that it is " +
        "left behind.",
      "from the text nearby":
        "Inhibition, not excitation, brings them together. But there are two stable leads: from 0.3 the same " +
        "pair ends half a period apart, and the border between both fates lies at 0.16. It depends on how long " +
        "the inhibition lasts.",
      "afresh, first":
        "The leader gets it early. Inhibition speeds up the leader, which comes round to the other, and " +
        "excitation slows the leader down so that they are taken apart.",
      "afresh, second":
        "The leader gets the spike late in its cycle and the follower gets it early in its cycle. So inhibition " +
        "hurries the follower, and excitation holds it back.",
      "once more":
        "The cell that fired first receives the spike at the end of its cycle. Excitation slows it down so that " +
        "the gap grows, and inhibition makes it faster so the gap closes.",
    },
  },
  "22.7": {
    right: [
      "While it fires, the slow variable (potassium) builds up until the firing cycle ends: the upper border. " +
        "While it is silent, the slow variable decays until rest is lost in a fold: the lower border. As they " +
        "differ, it goes to and fro between them instead of stopping on one.",
      "The fast part can both rest and fire for a range of the slow variable (bistability). Each spike makes " +
        "the slow potassium gate rise; at one border the limit cycle disappears in a homoclinic and the cell " +
        "falls silent. During silence the gate closes slowly until the rest state vanishes in a saddle-node, and " +
        "firing begins again. If both borders were at the same place, there would be no hysteresis and it would " +
        "fire steadily instead of bursting.",
      "A hysteresis loop: spiking drives the slow current up to where spiking terminates, quiescence lets it " +
        "decay to where rest disappears, and between these two values both states coexist. With no gap there " +
        "would be no bursts, only slow tonic firing.",
      "When it fires the slow variable increases, until the cycle ends and it becomes silent. When it is " +
        "silent the slow variable decreases until the rest vanishes by saddle-node. The two borders are " +
        "different so it always goes between them.",
      "Rest is lost at n_M = 0.02 (fold) and firing ends at 0.06 (homoclinic). Firing raises n_M, silence " +
        "lowers it, so it shuttles between 0.02 and 0.06 for ever; with one border it would sit on it.",
      "Spiking makes the M gate open further and further until the spiking cycle disappears. Then at rest the " +
        "M gate closes until rest disappears. Because there's a region where both exist, it doesn't stop at one " +
        "border but goes round.",
      "One border is where rest vanishes in a fold, the other where spiking vanishes in a homoclinic orbit. " +
        "Spiking raises nM, rest lowers it. Were they the same, the cell couldn't stay in one state for a while.",
      "The slow potassium gate drifts up in the burst and down in the pause. There's hysteresis: it switches " +
        "on at a lower value than it switches off.",
      "Firing opens the slow gate and silence closes it. At the border where firing is no longer possible the " +
        "burst ends, at the other border where rest is no longer possible it begins. With a gap between them the " +
        "cell alternates.",
    ],
    wrong: {
      "words without sentences":
        "Slow variable fires silent border rest lost fold firing ends homoclinic hysteresis burst rises falls " +
        "between two different cycle.",
      "the two confused":
        "While it fires, the slow potassium variable falls until the firing ends, and while it is silent the " +
        "slow variable rises until rest is lost. The two borders are the same, and so it goes on bursting for " +
        "ever.",
      "all denied":
        "The slow variable does not rise while it fires and does not fall while it is silent. The two borders do " +
        "not matter, and it makes no difference if they are the same; the cell bursts since nothing holds it.",
      "another cause":
        "The cell bursts because of noise which from time to time kicks it over its threshold. The two borders " +
        "are the resting potential and the threshold, and they must not be the same as otherwise the spikes " +
        "would be too small.",
      battery:
        "During a burst the ions run out, so the cell must be silent until the pumps have refilled its " +
        "batteries. The borders are the full and the empty battery; if they were the same there would be no " +
        "energy for a spike.",
      "from the text nearby":
        "Two or three sentences. Bursts to order: find the conductance and the time constant with which the cell " +
        "of 22.1 gives as many spikes in each burst, and is silent between two bursts for at least so many ms, " +
        "and 10 ms more at most.",
      "afresh, first":
        "While it fires the slow gate closes until both borders are reached. While it is silent the gate opens. " +
        "The two borders are the same, which makes it burst.",
      "afresh, second":
        "Firing lowers the slow potassium gate until rest disappears, and rest raises it until firing begins. " +
        "Both borders are the same, so it goes on bursting.",
      "once more":
        "Firing closes the slow gate and silence opens it. At one border it is full and at the other it is " +
        "empty; since they are at the same value the cell alternates quickly.",
    },
  },
};
