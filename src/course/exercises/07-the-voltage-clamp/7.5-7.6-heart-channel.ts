import { numberAnswer } from "../../answers/number-answer.js";
import { writtenAnswer } from "../../answers/written-answer.js";
import { exercise, type Exercise } from "../../exercise.js";
import { heartChannel } from "../../rigs/recordings.js";

type Reading = (time: Float64Array, current: Float64Array) => number;

const within = (from: number, to: number, time: Float64Array, current: Float64Array): Float64Array =>
  current.filter((_, i) => time[i] > from && time[i] < to);
const mean = (values: Float64Array): number => values.reduce((sum, x) => sum + x, 0) / values.length;

/** The peak of the tail at −40 mV. */
const tail: Reading = (time, current) => Math.max(...within(5000, 6000, time, current));
const firstOfTail: Reading = (time, current) => within(5000, 6000, time, current)[0];
const lastOfCommand: Reading = (time, current) => mean(within(4950, 5000, time, current));

/** The command at which a reading first reaches a part of its largest value, on straight lines between the commands. */
function reached(reading: Reading, part: number): number {
  const { time, commands, current } = heartChannel();
  const values = current.map((record) => reading(time, record));
  const level = part * Math.max(...values);
  const k = values.findIndex((value) => value >= level);
  return k === 0
    ? commands[0]
    : commands[k - 1] + ((level - values[k - 1]) / (values[k] - values[k - 1])) * (commands[k] - commands[k - 1]);
}

/** A channel of the heart, as it was recorded. */
export const heartChannelExercises: readonly Exercise[] = [
  exercise({
    id: "7.5",
    title: "Where the channels open",
    points: 3,
    variant: (draw) => ({ percent: draw.between(30, 70, 0.1) }),
    answer: ({ percent }) =>
      numberAnswer({
        unit: "mV",
        tolerance: 0.4,
        right: reached(tail, percent / 100),
        misconceptions: [
          {
            name: "the end of the command",
            wrong: reached(lastOfCommand, percent / 100),
            feedback: "During the command most open channels are inactivated. Which current shows how many are open?",
          },
          {
            name: "the beginning of the tail",
            wrong: reached(firstOfTail, percent / 100),
            feedback: "The first moment at −40 mV comes too early: wait until inactivation is gone. Take the peak.",
          },
          {
            name: "what is still missing",
            wrong: reached(tail, 1 - percent / 100),
            feedback: "That is where so many are still shut. Count those that are open.",
          },
        ].filter(({ wrong }) => Math.abs(wrong - reached(tail, percent / 100)) > 0.8),
      }),
    hints: [
      "For each command take the largest current between 5000 and 6000 ms, and divide it by the largest of the seven.",
      "Look for the two commands between which your part lies. Between them go along a straight line.",
      "On the line from (V₁, y₁) to (V₂, y₂), the value y is at V₁ + (V₂ − V₁)(y − y₁)/(y₂ − y₁).",
    ],
    because: "So many channels are open there, measured at one and the same driving force.",
  }),
  exercise({
    id: "7.6",
    title: "In your own words",
    points: 1,
    answer: () =>
      writtenAnswer({
        of: "why the stronger command gives the smaller current, and the larger tail",
        mentions: [
          {
            name: "speaks of inactivation",
            words:
              "inactivat|plug|block|fast gate|quick gate|second gate|other gate|quicker gate|faster gate|switch|stop",
            feedback: "There is a second gate, as in the sodium channel. What is its name?",
          },
          {
            name: "speaks of what happens at −40 mV",
            words:
              "tail|recover|repolari|return|back|afterwards|after |reopen|40|brought down|goes down|" +
              "moment|deactivat|deinactivat|later|end of|unblock|unplug|then ",
            feedback: "That explains the command. What happens when the membrane goes back to −40 mV?",
          },
          {
            name: "speaks of the command",
            words: "strong|command|step|positive|depolari|mv|60|larger|high",
            feedback: "That is what comes after. What does the stronger command itself do?",
          },
        ],
        opposites: [
          {
            claim: "Inactivation is slow.",
            says: [
              "inactivation is slow|inactivates slow|inactivate slow|inactivated slow|inactivation gate is slow|" +
                "slow inactivation|recover slow|recovers slow|recovery is slow|slow to recover|slow recovery",
            ],
            feedback: "One of the two gates is quick, one is slow. Which is back at once when the voltage goes back?",
          },
          {
            claim: "The activation gate closes quickly.",
            says: ["deactivat|activation gate closes|activation gate shuts|tail closes … quick|fast|at once"],
            feedback: "If it closed quickly, how long would the tail last?",
          },
          {
            claim: "The stronger command opens fewer channels.",
            says: ["command opens fewer|command opens less|strong one opens fewer|stronger one opens fewer"],
            feedback: "What does depolarisation do to the activation gate?",
          },
        ],
        right:
          "At +60 mV all channels activate, but nearly all of them are inactivated at once, so little current flows. " +
          "Back at −40 mV they recover from inactivation within a few ms, while activation is lost only slowly: " +
          "for a while many channels conduct, and the tail is large.",
      }),
    hints: [
      "Two gates: one opens slowly with depolarisation, another shuts quickly with it.",
      "Which of the two is the faster one when the membrane goes back to −40 mV?",
    ],
    because: "Read yours again: does it say which gate is quick, and which is slow?",
  }),
];
