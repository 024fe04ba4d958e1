import { writtenAnswer } from "../../answers/written-answer.js";
import { exercise, type Exercise } from "../../exercise.js";

/** Why one of two currents has to be late, told in words. */
export const raceInWords: Exercise = exercise({
  id: "11.7",
  title: "The race, in your own words",
  points: 1,
  answer: () =>
    writtenAnswer({
      of: "why a spike needs potassium's channels to be slower than sodium's",
      mentions: [
        {
          name: "says what sodium does",
          words: "sodium|amplif|regenerat|positive feedback|inward|na |na-",
          feedback: "Who brings the voltage up, and why does it go faster and faster?",
        },
        {
          name: "says what comes of being late",
          words:
            "late|lag|delay|slow|behind|catch|overtak|after|first|follow|head start|time scale|" +
            "timescale|fast|quick|before|race",
          feedback: "When do the gates of potassium arrive, seen from the peak? And when do they leave?",
        },
        {
          name: "says what would be without it",
          words:
            "cancel|no spike|line|settle|stay|no loop|one variable|balance|together|without a spike|" +
            "could not|equilibrium|only v |ends at rest|back to rest|to a fixed point|fixed point|" +
            "rest |kill|stop|never|" +
            "immediately|instantly|one-dimension|one dimension|nothing happens|disappear|not fire|no oscillat",
          feedback:
            "With n at its place at every moment, how many variables are left? What have you seen a state do on " +
            "a line?",
        },
      ],
      opposites: [
        {
          claim: "Potassium brings the voltage up.",
          says: ["potassium … voltage rise|voltage up|lifts|depolari", "sodium … voltage fall|voltage down|repolari"],
          feedback: "Which of the two is quick, and which way does it drive the voltage?",
        },
        {
          claim: "The spikes would be higher and higher.",
          says: ["n∞ … faster", "higher and higher|faster and faster"],
          feedback: "With n in its place at every moment, one variable is left: what can a state do on a line?",
        },
      ],
      right:
        "Sodium's current amplifies: it lifts the voltage, and that opens more of its channels. Potassium's " +
        "current undoes this, but late: n lags behind on the way up, and is still large when the voltage has " +
        "come down. So the state goes round a loop. With n in its place at every moment one variable would be " +
        "left, and on a line the voltage can only settle at an equilibrium.",
    }),
  hints: [
    "Follow the loop in the plane: where is n too small for the voltage, and where too large?",
    "What can a state do on a line, and what not?",
  ],
  because: "Two variables and one delay: that makes a loop.",
});
