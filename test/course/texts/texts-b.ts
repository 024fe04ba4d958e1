import type { Examined } from "./examined.js";

/** Exercises 8.6 to 15.4. */
export const examined: Readonly<Record<string, Examined>> = {
  "8.6": {
    right: [
      "At 8 ms h is still low, sodium channels are inactivated, and n is high, potassium channels are open and " +
        "leak current out. At 19 ms h is back, and n has undershot its resting value: less outward potassium " +
        "current than at rest, so it fires more easily.",
      "Right after a spike the sodium channels are still inactivated (h is small) and many potassium channels " +
        "are open (n is large), both work against a new spike. Later h has recovered. Because the membrane has " +
        "been hyperpolarised for some time, n has even dropped below its value at rest and h is above it, so " +
        "that there's less potassium current to overcome and more sodium available, and the axon is more " +
        "excitable than before.",
      "h belongs to sodium, n to potassium. 8 ms: Na channels not yet recovered from inactivation, K channels " +
        "not yet shut. 19 ms: the afterhyperpolarisation has lowered n below rest and lifted h above it, so the " +
        "threshold is lower.",
      "h is the gate of sodium and it is too small at 8 ms, n is the gate of potassium and it is too big, so " +
        "the axon hard to fire. At 19 ms n is smaller than in rest and h is recovered, so it is easier.",
      "After 8 ms h is near 0.3 instead of 0.6 and n is 0.5 instead of 0.32: sodium inactivated, potassium " +
        "open. After 19 ms n has sunk to 0.30, below rest, and h has climbed to 0.62, so that less current is " +
        "enough.",
      "Na channels: h has dropped during the spike and at 8 ms it's still well under its resting level. K " +
        "channels: n is still raised. At 19 ms, after the undershoot, n is under its resting level, so the " +
        "outward current is weaker and it's easy to fire.",
      "The sodium gate h needs time to recover, and the potassium gate n needs time to close. At 8 ms neither " +
        "is done. At 19 ms n has even closed further than at rest while h is fully back.",
      "The variable h of the Na channel is still low after 8 ms and n of the K channel still elevated, which " +
        "makes it harder to reach threshold. After 19 ms h is normal again but n is lower than normal, thus a " +
        "smaller stimulus suffices.",
    ],
    wrong: {
      "words without sentences":
        "h n sodium potassium channels inactivated open rest low high spike threshold recovered undershoot fire " +
        "easier hard 8 ms 19 ms gate.",
      "the two confused":
        "h belongs to the potassium channels and n to the sodium channels. At 8 ms h is low, so the potassium " +
        "channels are inactivated, and n is high, so the sodium channels are open. At 19 ms it is the other way " +
        "round.",
      opposite:
        "At 8 ms h is high, so many sodium channels are inactivated, and n is low, so the potassium channels are " +
        "shut. At 19 ms h is low and n is above its value at rest, and so the axon fires more easily.",
      "all denied":
        "At 8 ms sodium's h is not low and potassium's n is not high; the channels have nothing to do with it. " +
        "At 19 ms n has not fallen below its rest and h has not recovered, the axon is only warmer.",
      "another cause":
        "At 8 ms the pumps have not yet pumped the sodium out and the potassium in, so the concentrations are " +
        "wrong. At 19 ms they have pumped too much, and the axon is overcharged, so it fires more easily than at " +
        "rest.",
      "from the text nearby":
        "At rest: m = 0.05, h = 0.60, n = 0.32; time constants 0.24, 8.5 and 5.5 ms. h is the fraction not " +
        "inactivated. In real sodium channels inactivation waits for activation, and a short gating current " +
        "flows when the gates move.",
      "afresh, first":
        "At 8 ms h is high and n is low, so sodium and potassium channels are both closed. At 19 ms h is low and " +
        "n is high, which makes it easier to fire.",
      "afresh, second":
        "h is the gate of the potassium channels, and n the gate of the sodium channels. At 8 ms h is low and n " +
        "is high; at 19 ms both are back, and so it is easier.",
      "once more":
        "After 8 ms n is low and h is high: potassium channels are closed and sodium channels open, so the axon " +
        "is hard to fire. After 19 ms n is high and h low.",
    },
  },
  "9.3": {
    right: [
      "The strong current holds V near −42 mV. There h stays low, so sodium is inactivated, and n stays high, " +
        "so potassium is open. Before the next spike the voltage would have to come down, for h to recover and n " +
        "to shut.",
      "Because the current is so strong the membrane can not repolarise after the first spike: it remains " +
        "depolarised at about −42 mV. At that voltage most of the sodium channels are inactivated, h is near " +
        "zero, and potassium channels remain open. To fire again the membrane would need to hyperpolarise for a " +
        "while so that inactivation is removed, but the current does not let it.",
      "Depolarisation block: the steady depolarisation keeps Na channels inactivated (small h) and K channels " +
        "activated (large n). Only repolarisation would de-inactivate them, and the input prevents it.",
      "The current is too big and holds the voltage up, so h is nearly closed and sodium channels can not " +
        "work, and n is open. For next spike the voltage must go down that h can open again, but it can't.",
      "At −42 mV h is about 0.1 and n about 0.65; only a tenth of the sodium channels is available. V would " +
        "have to fall to some −60 mV for h to come back, but 180 µA/cm² hold it up.",
      "Since V never comes down far enough, the sodium channels stay inactivated: h is stuck near zero while n " +
        "is stuck high. To fire again the membrane would first have to repolarise so h could recover.",
      "The large current clamps the membrane at a depolarised level. h is small there, so there's no sodium " +
        "available for an upstroke, and it would need a lower voltage to recover.",
      "h can't rise because V is too high, and V can't fall because of the current. If V fell, h would grow " +
        "and there'd be a new spike.",
      "It stays depolarised, and in this state the sodium channels can't work since h is nearly 0. The next " +
        "spike would require that the membrane is first repolarised, which takes away the inactivation.",
    ],
    wrong: {
      "words without sentences":
        "h n m sodium inactivated potassium open voltage high low recover depolarisation block current spike " +
        "gates hold down next fire axon.",
      "the two confused":
        "The strong current holds the voltage up, where h stays high, so sodium channels are ready, and n stays " +
        "low, so the potassium channels are shut. Before the next spike h would have to fall and n would have to " +
        "rise.",
      "all denied":
        "The sodium channels are not inactivated at 180, and h is not low. The voltage does not have to come " +
        "down before the next spike, and h does not have to recover; the axon does not fire since it has lost " +
        "its sodium.",
      "another cause":
        "The axon is in its absolute refractory period all the time because the spikes come so fast that they " +
        "run into each other. It would fire again if it had more energy, since the pumps cannot keep up with so " +
        "many spikes.",
      down:
        "The current pulls the voltage so far down that the sodium channels stay shut. The axon is " +
        "hyperpolarised, and before the next spike it would have to be depolarised so that m can open the sodium " +
        "channels and the voltage rises.",
      "from the text nearby":
        "Faster at first, and lower all the way. Of repetitive firing at 50 the peaks are still at +7.5 mV; near " +
        "100 they sink below −20 mV. At 180 there is one spike, a few ripples, and then nothing, at −42 mV.",
      "afresh, first":
        "At 180 h stays high and m stays low because the current pulls the voltage down below rest. The voltage " +
        "would have to rise before the next spike.",
      "afresh, second":
        "The axon is hyperpolarised by so much current and the sodium channels are shut, h is high. It would " +
        "have to be depolarised to fire again, and n would have to rise.",
      "once more":
        "At 180 the sodium channels are all open because m is high and h is high, so the axon cannot open any " +
        "more of them. They would have to close first, by m going down.",
    },
  },
  "10.3": {
    right: [
      "The reset stands for the potassium channels that open and the sodium channels that inactivate, and so " +
        "bring the voltage down. Without it V would climb to the upper stable equilibrium and stay there, since " +
        "nothing in this membrane pulls it back.",
      "In a real cell the downstroke is made by potassium current and by sodium inactivation; the model has " +
        "none of these, so one puts V back by hand. If you left out the reset the persistent sodium would carry " +
        "the voltage up to the high rest state near sodium's reversal potential, and it would remain there for " +
        "ever, because this equilibrium is stable and a single variable can't go round.",
      "It replaces repolarisation (K+ channels, Na+ inactivation). Remove it and the membrane goes to its " +
        "second, depolarised fixed point and sticks: the sodium current never inactivates, and only the leak " +
        "opposes it.",
      "The reset is in place of potassium channels which bring the voltage down. If we take away the reset, " +
        "the voltage goes up until the upper fixed point and it stays there, because sodium is not inactivating " +
        "and there is no potassium.",
      "The reset from 20 to −60 mV does what potassium channels do in a neuron. Without it V settles at about " +
        "31 mV, where inward sodium and outward leak cancel and the slope is negative: stable, so it never comes " +
        "back.",
      "It stands for repolarisation by potassium current, which this model doesn't have. Without a reset V " +
        "would run up to the upper fixed point and sit there, because it's stable.",
      "In place of delayed potassium channels and sodium inactivation there's this rule. If you removed it the " +
        "membrane would latch in the up state: the persistent sodium current keeps it there.",
      "The reset imitates the downstroke. Remove it, and V ends in the excited equilibrium where the " +
        "persistent inward current is balanced by the leak; there's nothing to kick it out again.",
      "The reset represents what K+ channels would do after a spike. Take it away and V converges to the other " +
        "stable fixed point around +30 mV, because no current in the model would make dV/dt negative below it.",
    ],
    wrong: {
      "words without sentences":
        "Reset potassium channels sodium inactivate voltage down upper equilibrium stable stays membrane " +
        "threshold spike climb by hand leak peak.",
      "the two confused":
        "The reset stands for the sodium channels that open at the end of the spike and bring the voltage down, " +
        "after potassium has brought it up. Without it the membrane would fall back to its rest below threshold, " +
        "which attracts it.",
      "all denied":
        "The reset does not stand for anything in a real neuron, certainly not for potassium channels. Without " +
        "it the membrane would not stay at the upper equilibrium; it would come down by itself and fire again, " +
        "as before.",
      "another cause":
        "The reset stands for the sodium-potassium pump, which restores the ions after each spike. Without the " +
        "reset the voltage would grow without bound to infinity, because sodium amplifies itself more and more " +
        "and nothing can stop it.",
      back:
        "The reset stands for the refractory period of the neuron. Without it, once past the threshold the " +
        "membrane would oscillate around the threshold with growing amplitude, since both equilibria are " +
        "unstable and it cannot rest anywhere.",
      "from the text nearby":
        "This membrane has neither. So we put the return in by hand: when the voltage has climbed to 20 mV the " +
        "spike counts as done, and the voltage is set to −60 mV. At 10 the membrane rests. At 17 it fires every " +
        "41.5 ms.",
      "afresh, first":
        "The reset stands for the sodium current which brings the voltage down. Without the reset potassium " +
        "would bring the voltage up and the membrane would stay there for ever.",
      "afresh, second":
        "The reset replaces the potassium current. Without it the voltage would come back by itself a bit later, " +
        "because the leak repolarises the membrane, and it would remain at rest.",
      "once more":
        "The reset represents the closing of the potassium channels. Take it away and V goes back to rest " +
        "slowly, because the leak is stronger than the sodium above threshold.",
    },
  },
  "11.7": {
    right: [
      "Sodium opens at once and drives V up; potassium, later, opens and brings it down, and must lag so that " +
        "the upstroke is done first. If n were always n∞(V), the potassium current would cancel sodium's at " +
        "every moment: V would settle, with one variable it cannot go round.",
      "On the way up the fast sodium current enters and depolarises the membrane, on the way down the slow " +
        "potassium current flows out and repolarises it. If potassium were just as fast it would start to oppose " +
        "the sodium immediately and there'd be no time for the voltage to shoot up. With n = n∞(V) the model is " +
        "one-dimensional, so the voltage would just go to an equilibrium and stay, no repeated spikes.",
      "The delay gives sodium a head start: inward current amplifies the depolarisation, then outward K " +
        "current terminates it. Instantaneous potassium leaves dV/dt a function of V alone, i.e. a flow on a " +
        "line, so the potential moves monotonically to a rest state and can't spike.",
      "Sodium must be quick to make the voltage rise, and potassium slow to make it fall after. If potassium " +
        "is as quick it stops the rise directly. With n = n_inf the voltage only go to a fixed point and stay " +
        "there, there is no spike.",
      "Sodium acts within 0.1 ms and lifts V to about 0 mV, potassium follows with tau = 1 ms and lowers it " +
        "below −60 mV. With tau → 0, n = n∞(V), only V is left, and V ends at rest.",
      "Na activates instantly and drives the upstroke, K lags and drives the downstroke. Were K immediate too, " +
        "there'd be only one variable and V would settle at a stable point with no spikes.",
      "If the outward current came as early as the inward one they'd nearly cancel. Because it comes later, V " +
        "has time to rise, and because it stays on for a while, V falls below where it started. With n = n∞(V) " +
        "the system lives on a line, where there is no oscillation.",
      "First the sodium channels let V climb, and afterwards potassium makes it drop. The delay is essential. " +
        "Otherwise the voltage just goes monotonically to an equilibrium.",
      "Sodium opens first so that V can rise, potassium opens second and lets V fall. If both were " +
        "instantaneous, then V alone would determine everything, and V would go to a fixed point where inward " +
        "and outward current are equal.",
    ],
    wrong: {
      "words without sentences":
        "Sodium fast potassium slow up down n voltage spike equilibrium rest one variable line opens delay " +
        "channels n infinity stays rises falls.",
      "the two confused":
        "Potassium is slow, and it makes the voltage rise on the way up; sodium is fast, and makes it fall on " +
        "the way down. If n were at n∞(V) at every moment, the neuron would fire without a pause, faster than " +
        "before.",
      "all denied":
        "A spike does not need potassium to be slower than sodium. Sodium does not drive the voltage up and " +
        "potassium does not bring it down; and if n were n∞(V) at every moment the voltage would not come to " +
        "rest, it would spike all the same.",
      "another cause":
        "Potassium ions are larger than sodium ions and therefore move more slowly through the membrane. If n " +
        "were n∞(V) the potassium would be used up at once, and the voltage would be higher since sodium would " +
        "not be disturbed.",
      explode:
        "Sodium lifts the voltage and potassium lowers it later. If n were n∞(V) at every moment potassium would " +
        "never open, nothing would bring the voltage down, and the spikes would be higher and higher and come " +
        "faster and faster.",
      "from the text nearby":
        "Fast amplification (sodium) and slow undoing (potassium) are enough for spikes; two variables, one " +
        "plane. Upstroke below the V-nullcline, downstroke above it, recovery along its left branch. High " +
        "threshold: fold at 4.513.",
      "afresh, first":
        "Potassium drives the voltage up and must be slow so that the spike is wide. Sodium brings the voltage " +
        "down. With n = n∞(V) the neuron would fire faster and faster.",
      "afresh, second":
        "Sodium is quick and lifts the voltage, potassium is slow. If n were n∞(V) the spikes would be higher " +
        "and higher, since potassium would help sodium to lift the voltage together.",
      "once more":
        "Potassium raises V slowly and sodium reduces it quickly. If potassium were instantaneous, V would " +
        "oscillate at a very high frequency, as there would be no delay any more.",
    },
  },
  "12.7": {
    right: [
      "By the reset: at threshold V jumps back down, it does not flow back, and that breaks the line into a " +
        "loop. The spike itself is not computed, so nothing about its height, width or shape can be learnt.",
      "A continuous flow in one dimension can't return to where it was, but the leaky neuron cheats: when it " +
        "reaches the threshold, somebody sets the voltage back to the reset value by a rule. So it goes up, " +
        "jumps, goes up again. Since the whole spike is replaced by that jump, the model says nothing about the " +
        "upstroke, its amplitude or how long it lasts, nor about the channels behind it.",
      "It's discontinuous: after each threshold crossing the potential is put back by hand, which the theorem " +
        "about flows doesn't forbid. The price: no spike waveform, no duration, no after-hyperpolarisation by " +
        "real currents.",
      "The model makes a reset, the voltage jump from threshold to the reset value, this is not a flow. " +
        "Because of this we can not learn the form of spike, how high is it and how wide, because it's not " +
        "calculated.",
      "At −50 mV it is set to −65 mV, a jump and no flow, and starts anew. A real spike takes 1 ms and is 100 " +
        "mV high; here both are missing, so its shape and its channels stay unknown.",
      "It is discontinuous: when V hits the threshold it's teleported to the reset value. Hence no information " +
        "on what a spike looks like or how long it takes.",
      "A hand-made rule sends V back as soon as it reaches threshold, so V doesn't have to go back along the " +
        "line. The spike's waveform is therefore not part of the model.",
      "The reset does it. The equation is just the charging of a capacitor up to threshold, and so the ion " +
        "channels' role in the spike can't be studied.",
      "Whenever the threshold is reached, the voltage is moved to its start value by hand. That is a " +
        "discontinuity, so the argument about the line does not apply, but the action potential itself (its " +
        "amplitude, its duration) isn't described.",
    ],
    wrong: {
      "words without sentences":
        "Reset jump threshold line voltage spike shape height width one variable flow round leaky neuron fires " +
        "again rule put back.",
      "the two confused":
        "It does not jump: the voltage flows smoothly back down the line after each spike, since potassium " +
        "channels open. The reset is only drawn. So one can learn from it the height and the width of a real " +
        "spike, but not when it comes.",
      "all denied":
        "There is no reset in the leaky neuron, and its voltage does not jump. It goes round on the line without " +
        "any rule, and there is nothing that you cannot learn from it about the shape of a real spike.",
      "another cause":
        "It gets round that because its input current changes all the time and pushes the voltage up and down. " +
        "What you cannot learn is the noise of a real spike, since the model is deterministic and has no random " +
        "numbers.",
      times:
        "The leaky neuron has a hidden second variable, its threshold, with which it goes round in a plane. For " +
        "this reason you cannot learn from it when a real spike comes; its times are meaningless, only its " +
        "height is right.",
      "from the text nearby":
        "The leaky, quadratic and exponential neurons have one variable: they cannot resonate, nor fire after " +
        "inhibition ends. AdEx can, thanks to w. The threshold of the leaky neuron does not depend on how fast " +
        "the input rises.",
      "afresh, first":
        "The voltage flows smoothly round because the leak brings it back after each spike, no reset is needed " +
        "on the line. What you cannot learn is the threshold.",
      "afresh, second":
        "It has a reset, so the line becomes a circle. Therefore you can learn the height and the width of a " +
        "real spike from it, but nothing about its time.",
      "once more":
        "The line is closed to a ring by the leak, so the voltage flows round without a jump. What we cannot " +
        "learn is when a real spike happens, as the threshold is arbitrary.",
    },
  },
  "13.6": {
    right: [
      "Putting v to c stands for the downstroke, potassium opening and sodium inactivating; u up by d for slow " +
        "outward channels that the spike has opened. A larger d makes u larger, it subtracts from dv/dt, so the " +
        "next interval is longer.",
      "The reset of v to c replaces the repolarisation of the membrane after the spike, which in a real cell " +
        "is done by K channels. The jump of u stands for the slow potassium (or inactivated sodium) currents " +
        "that each spike activates and which outlast it. When d is bigger, u is bigger after each spike; since u " +
        "enters with a minus sign it holds v back and it takes longer until the next spike, i.e. the cell adapts " +
        "more.",
      "c is where the membrane lands once repolarisation is over. d is the amount of recovery current turned " +
        "on by a spike; more of it brakes harder, hence a greater interspike interval.",
      "The first rule is falling of the voltage after spike by potassium. The second rule is the after-effect: " +
        "channels of potassium which stay open. With d bigger the u pulls v down more, and next spike comes " +
        "later.",
      "v from 30 to −65 mV: the downstroke. u + 8 instead of u + 2: four times the slow potassium current, so " +
        "v climbs more slowly and the next interval is longer, say 50 ms instead of 20.",
      "Resetting v mimics the fast repolarisation by K+ channels. Increasing u mimics slower K+ currents that " +
        "are switched on by the spike. Bigger d means more u to be overcome, so the next spike is delayed.",
      "First rule = end of the spike, second rule = after-hyperpolarisation. Since −u appears in dv/dt, a " +
        "larger d makes v grow more slowly and the interval gets longer.",
      "They stand for the ionic currents which bring a spike down and for those that persist after it. If d is " +
        "large the cell has to wait longer until u has decayed.",
      "The first is the repolarisation of the spike. The second is the activation of slow currents that make " +
        "it harder to fire again. So the larger d the more u has to decay before the next spike can occur, and " +
        "the interval grows.",
    ],
    wrong: {
      "words without sentences":
        "v c u d reset potassium channels downstroke recovery slow current longer interval spike after-effect " +
        "larger outward adaptation brake open rule.",
      "the two confused":
        "The reset of v to c stands for the slow potassium current that stays after a spike, and u up by d " +
        "stands for the upstroke of sodium. A larger d pushes v up more, so the next interval becomes shorter.",
      shorter:
        "v to c stands for the downstroke of the spike by potassium, u up by d for the slow channels that a " +
        "spike opens. A larger d makes the next interval shorter, because u excites the cell and v climbs faster.",
      "all denied":
        "The two rules do not stand for anything in a real neuron, neither for the downstroke nor for slow " +
        "potassium channels. A larger d does not make the next interval longer; d does not act on v at all.",
      "another cause":
        "c stands for the refractory period and d for the temperature of the cell. With a larger d the cell is " +
        "warmer, so all its channels are quicker and the spikes become narrower, while the interval depends only " +
        "on the input.",
      "from the text nearby":
        "There is no absolute refractory period: right after a reset, a strong input fires the neuron again. a " +
        "speed of recovery, b its coupling below threshold, c landing voltage (bursts), d after-effect of a " +
        "spike (adaptation).",
      "afresh, first":
        "v to c stands for the downstroke, u up by d for a slow current. A bigger d makes the next spike come " +
        "sooner, since u pushes v up and the cell is more excited.",
      "afresh, second":
        "The rule for v stands for the slow after-effect. The rule for u stands for the upstroke, and a larger d " +
        "makes the next interval shorter because it is an inward current.",
      "once more":
        "The first is the afterhyperpolarisation and the second the upstroke. The larger d is, the more current " +
        "flows in, and the sooner the next spike comes.",
    },
  },
  "14.5": {
    right: [
      "Not any, only continuous ones, on a bounded interval. For the sine, more units mean shorter chords that " +
        "lie closer to the curve. A jump is not continuous, the network's output is: next to it the output must " +
        "pass through all values in between, and there the error stays near 1.",
      "The network's output is a continuous curve made of straight pieces. With more pieces a smooth function " +
        "such as the sine is followed better and better, with twice as many the error is a quarter. But at a " +
        "jump the target goes from 0 to 1 without anything in between, whereas the network has to climb through, " +
        "so just beside the jump it's wrong by up to one however steep it is. So 'any' should be 'any continuous " +
        "function on a closed interval'.",
      "Sum of ReLUs = broken line, thus continuous. It can hug a continuous function as tightly as you please " +
        "when corners are added, but can't reproduce a discontinuity: the rise gets steeper, never vertical, and " +
        "the maximum error doesn't shrink.",
      "The function must be continuous. The sine is continuous so many small lines can follow it and error " +
        "becomes small. The jump is not continuous, the network can only make steep line, and near the jump is " +
        "always big error.",
      "For the sine the error goes 0.07, 0.02, 0.005: a quarter for each doubling, as chords shorten. At the " +
        "jump from 0 to 1 a continuous output lies at 0.5 somewhere, so it is wrong by half at least, with 8 " +
        "units or 8000.",
      "Only continuous functions. The network draws a polyline; with more vertices it hugs the sine more " +
        "closely. At the jump the polyline has to climb from 0 to 1 over some small distance and is off by up to " +
        "1 there.",
      "Since each unit is continuous, so is the sum. The sine's error shrinks as the chords get shorter, but a " +
        "step would need an infinitely steep chord.",
      "More units give more, shorter straight pieces, so the sine is matched ever better. But no continuous " +
        "curve can be close to 0 just left of a point and close to 1 just right of it.",
      "Any continuous one, to be exact. A sine is nearly straight over short distances so many short line " +
        "segments fit it. A jump can't be approximated because line segments that are connected always pass " +
        "through the values in the middle.",
    ],
    wrong: {
      "words without sentences":
        "Continuous jump sine error units network corner chord straight line any function approximation steep " +
        "discontinuous hidden layer interval falls.",
      "the two confused":
        "The sine is not continuous, so each further unit helps a bit. The jump is continuous, and a network's " +
        "output is made of jumps, so its largest error cannot fall: the network would need a smooth function for " +
        "that.",
      "all denied":
        "Yes, any function: one hidden layer is enough, also for the jump. The error for the jump does not stay, " +
        "it falls like that for the sine if one takes enough units; it need not be continuous.",
      "another cause":
        "The largest error for the jump does not fall because the network gets stuck in a local minimum while " +
        "learning. With a better learning rate and longer training it would learn the jump as well as the sine, " +
        "with few units.",
      data:
        "The sine is easier since it is symmetric about zero and the jump is not. The jump has fewer points, so " +
        "the network overfits with more units. With more data the largest error at the jump would fall to a " +
        "quarter as well.",
      "from the text nearby":
        "Each rectified unit adds one corner. With enough corners you can follow a curve by chords. For the sine " +
        "the error falls to a quarter. And beyond the interval, where no unit was placed, the network runs " +
        "straight on: there it is wrong by 6.",
      "afresh, first":
        "The jump is continuous and the sine is not, so the chords of the network fit the sine better with more " +
        "units, but not the jump.",
      "afresh, second":
        "Any function. With more units the chords at the jump become steeper and the largest error at the jump " +
        "becomes small like that of the sine; it is only slower.",
      "once more":
        "Any, as the text says. The jump only needs exponentially more units because its slope is infinite; with " +
        "a million units the largest error would be as small as for the sine.",
    },
  },
  "15.4": {
    right: [
      "One rate tells nothing of the class. A class 2 neuron may begin with a jump to 6 Hz, as the regular " +
        "spiking cell of 2003 does at 5.4 Hz. Find the bifurcation by which it loses rest, or whether its f-I " +
        "curve starts at zero or with a jump.",
      "He may be wrong because what defines the class is not how low the rate is, but whether it can be made " +
        "arbitrarily low at the onset. A slow class 2 cell also exists: its rest is lost in an Andronov-Hopf " +
        "bifurcation and still the first rate is only 5.4 Hz. I would lower the current step by step and see if " +
        "the frequency goes to zero continuously or stops at a finite value, and best look for the kind of " +
        "bifurcation.",
      "A low rate isn't proof: Izhikevich's RS neuron (2003) is class two and fires at about five hertz, as " +
        "its Hopf comes before the fold. You'd need the f–I curve near threshold, continuous from zero or " +
        "discontinuous, i.e. the type of the bifurcation.",
      "The friend is wrong perhaps, because also neuron of class 2 can have small frequency at the beginning, " +
        "for example 5 Hz. We must find how the rest disappears: saddle-node on circle or Hopf or other " +
        "bifurcation.",
      "5.4 Hz is the lowest rate of the 2003 regular spiking cell, and it is class 2: a Hopf at 3.7975 before " +
        "the fold at 4. So 6 Hz proves nothing; what counts is if the f-I curve begins at 0 Hz.",
      "Class 2 just means that the f-I curve starts at a nonzero rate, and that rate can be as low as 5 Hz. He " +
        "should lower the current to see if the rate goes to zero or if firing stops abruptly, and find out " +
        "which bifurcation it is.",
      "Because the minimal frequency of a class 2 neuron might be small as well. It is decisive how the " +
        "resting state is lost: by a saddle-node on an invariant circle (class 1) or for example by a Hopf " +
        "(class 2).",
      "It may be class 2 with a low minimum rate. I would decrease the current in tiny steps to look whether " +
        "the rate can be made as small as one likes, and determine the bifurcation in which the resting state is " +
        "lost.",
    ],
    wrong: {
      "words without sentences":
        "Class 1 class 2 rate 6 Hz bifurcation saddle-node Andronov-Hopf f-I curve onset jump zero rest lost " +
        "slow neuron friend wrong.",
      "the two confused":
        "A class 1 neuron begins with a jump in an Andronov-Hopf bifurcation, and a class 2 neuron on an " +
        "invariant circle at rate zero. As 6 Hz is slow it must be class 2. I would find out the bifurcation to " +
        "prove it.",
      "all denied":
        "The friend is not wrong: a class 2 neuron can not fire so slowly, at 6 Hz it must be class 1. Nothing " +
        "else has to be found out, neither its bifurcation nor the onset of its f-I curve.",
      "another cause":
        "6 Hz may be the mean of a noisy train, and the neuron could be bursting. I would have to find out its " +
        "CV and its Fano factor: if the CV is below 0.5 it is class 1, and else it is class 2.",
      thirty:
        "He may be wrong since class 1 means below 30 Hz only if the current is weak. I would have to measure " +
        "the rate more exactly, at many temperatures, and call the neuron class 2 if its rate is above 30 Hz at " +
        "20 µA/cm².",
      "from the text nearby":
        "The squid axon is class 2: its rest is lost in a subcritical Andronov-Hopf bifurcation. So is regular " +
        "spiking of 2003, at I = 3.7975, just before its fold at 4. In 2007 Izhikevich fitted the model to a " +
        "real cell, and now the fold comes first.",
      "afresh, first":
        "He is right if the rate is below 30 Hz. Class 1 neurons begin with a jump, by a Hopf bifurcation, and " +
        "class 2 neurons begin at zero, so I would find out the bifurcation.",
      "afresh, second":
        "Class 2 begins on an invariant circle at rate zero, so this is class 2. I would look at the onset of " +
        "the f-I curve to see if class 1 begins with a jump.",
      "once more":
        "Since class 2 neurons fire at rates that go to zero and class 1 neurons jump to 6 Hz at once, it must " +
        "be class 2. I would look at the bifurcation to confirm it.",
    },
  },
};
