import { writtenAnswer } from "../../answers/written-answer.js";
import { exercise, type Exercise } from "../../exercise.js";

/** What two kinds of channels do for a spike, told in words. */
export const channelsInWords: Exercise = exercise({
  id: "0.8",
  title: "In your own words",
  points: 1,
  answer: () =>
    writtenAnswer({
      of: "what sodium channels and potassium channels do for a spike",
      mentions: [
        {
          name: "says what sodium channels do",
          words:
            "goes up|go up|voltage up|rise|rises|rising|raise|lift|upward|upstroke|increas|drive|positive|" +
            "higher|depolari|shoot|climb|be started|started again|starts a |start a |starts the|begins a |" +
            "begins the|first half|high|top|fire|firing|trigger|going|explo|peak|plus |jump|influx|" +
            "inflow|make the spike|makes the spike",
          evenDenied: true,
          feedback: "Where does the voltage go at the beginning of a spike, and which channels are open then?",
        },
        {
          name: "says what potassium channels do",
          words:
            "down|back|return|fall|repolari|lower|pull|negative|drop|sink|ends|end the|end a|end of|" +
            "finish|cut |cuts |efflux|low |reset|stop|recover|calm|terminat|go out|goes out|flow out|" +
            "flows out|leave|outward|downstroke|second half",
          feedback: "And at the end of a spike: what did the fibre without potassium channels not manage?",
        },
      ],
      opposites: [
        {
          claim: "Potassium brings the voltage up.",
          says: ["potassium|k channel … up|raise|rise|lift|depolari", "potassium … flows in|enters|into the cell"],
          feedback: "Which of the two comes first, and what did the fibre without potassium not manage?",
        },
        {
          claim: "Sodium brings the voltage down.",
          says: ["sodium|na channel … down|lower|repolari|negative", "sodium … out of the cell|leaves|outward"],
          feedback: "Which way does sodium go, from where there is much of it to where there is little?",
        },
      ],
      right:
        "Sodium channels drive the voltage up: with fewer of them the fibre cannot do so again and again. " +
        "Potassium channels bring it down afterwards, so that the next spike can begin; without them the " +
        "voltage goes up once and stays there.",
    }),
  hints: [
    "A spike has two halves. Which channels make the first?",
    "Without potassium channels the spike had no second half: what was missing?",
  ],
  because: "More of this in notebooks 1 and 8.",
});
