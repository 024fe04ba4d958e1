import { plain } from "../../answers/selection-answer.js";
import { writtenAnswer } from "../../answers/written-answer.js";
import { present } from "../../../checks/present.js";
import { bifurcations } from "../../../dynamics/bifurcations.js";
import { persistentSodiumPotassium } from "../../../models/persistent-sodium-potassium.js";
import { freeAnswer, isRecordWith } from "../../answers/free-answer.js";
import { exercise, type Exercise } from "../../exercise.js";
import { blindNeuronParameters } from "../../rigs/blind-neuron.js";

const losses = [
  "saddle-node on invariant circle",
  "saddle-node",
  "supercritical Andronov-Hopf",
  "subcritical Andronov-Hopf",
] as const;

/** The answer to the mystery. */
interface Culprit {
  readonly kind: string;
  /** uA/cm^2. */
  readonly at: number;
}

type Loss = (typeof losses)[number];
const isLoss = (kind: string): kind is Loss => losses.some((loss) => plain(loss) === plain(kind));

/** What to try again for those who name this way and should not. */
const again: Readonly<Record<Loss, string>> = {
  "saddle-node on invariant circle":
    "A little past the border, is its firing as slow as you like? " +
    "And on the way down, does it fall silent where it began?",
  "saddle-node": "Kick it just below the border: does it ring? And once it fires, does it go on below the border?",
  "supercritical Andronov-Hopf": "How large is the swing a little past the border: a few mV, or a whole spike?",
  "subcritical Andronov-Hopf":
    "Kick it just below the border: does it ring? How large is the swing a little past it? " +
    "And does it fire below, on the way down?",
};

/** Which of the four bifurcations it is. */
export const fingerprints: readonly Exercise[] = [
  exercise({
    id: "5.5",
    title: "How slow, in your own words",
    points: 1,
    answer: () =>
      writtenAnswer({
        of: "why firing is as slow as you like past the one bifurcation and not past the other",
        mentions: [
          {
            name: "says where the state is held up",
            words:
              "ghost|bottleneck|creep|crawl|linger|spends|velocity|speed|nearly zero|almost zero|" +
              "hardly mov|nearly stop|almost stop|longer|narrow|tiny|very small|still small|waits|" +
              "squeeze|stops|standstill|very slow|loses time|lose time|much time|passage|remnant|" +
              "trace of|" +
              "stationary|close to zero|very long|to infinity|infinitely long",
            feedback: "Just past the saddle-node: how quickly does the state get past the place where rest was?",
          },
          {
            name: "says what sets the pace of the other",
            words:
              "turn|spiral|rotat|imaginary|complex|frequency|oscillat|period|focus|large cycle|jump|" +
              "rings|ringing|cycle|omega|eigenvalue|circl|rhythm",
            feedback:
              "And at the Andronov-Hopf bifurcation: what does the state do around rest, and what does it jump to?",
          },
        ],
        opposites: [
          {
            claim: "Past the Andronov-Hopf bifurcation the neuron creeps.",
            says: [
              "hopf|andronov-hopf … ghost|creep|crawl|bottleneck|as slowly as",
              "circle|snic|saddle-node … imaginary|complex|omega|fastest",
            ],
            feedback: "Which of the two had a place of rest that vanished together with a saddle?",
          },
          {
            claim: "It is slow because it fires rarely.",
            says: ["because it fires"],
            feedback: "That says the same twice: what holds the state up?",
          },
        ],
        right:
          "Just past the saddle-node the velocity is almost zero where rest was. Each round leads through that " +
          "place, and the closer the input is to the bifurcation, the longer the state takes to creep through. " +
          "At an Andronov-Hopf bifurcation nothing comes to a stop: the state turns around rest at a pace that " +
          "the imaginary part of the eigenvalues sets, or jumps to a cycle that has been there all along.",
      }),
    hints: [
      "How fast does the state move where node and saddle have just met?",
      "How long does one turn around a focus take, and which part of an eigenvalue says so?",
    ],
    because: "Does it say why the one interval has no upper limit, and the other has?",
  }),
  exercise({
    id: "5.6",
    title: "The mystery neuron",
    points: 3,
    variant: (draw) => ({ neuron: draw.between(101, 999, 1) }),
    answer: ({ neuron }) => {
      const mystery = persistentSodiumPotassium.with(blindNeuronParameters(neuron));
      const { points } = bifurcations(mystery, "I", [0, 90], { cycles: false });
      const right = present(
        points.find(({ kind }) => isLoss(kind)),
        "a bifurcation of rest",
      );
      const others = losses.filter((loss) => loss !== right.kind);
      const isAt = (at: number): boolean => typeof at === "number" && Math.abs(at / right.parameter - 1) <= 0.03;
      return freeAnswer<Culprit>({
        shape: "a record { kind, at }: the name of a bifurcation, and a number in µA/cm²",
        is: isRecordWith<Culprit>("kind", "at"),
        right: { kind: right.kind, at: right.parameter },
        parts: [{ name: "at", points: 2, holds: ({ at }) => isAt(at) }],
        properties: [
          {
            name: "one of the four",
            holds: ({ kind }) => isLoss(kind),
            wrong: { kind: "fold of cycles", at: right.parameter },
            feedback: `\`kind\` is one of ${losses.map((loss) => `"${loss}"`).join(", ")}.`,
          },
          ...others.map((loss) => ({
            name: loss,
            holds: ({ kind }: Culprit) => plain(kind) !== plain(loss),
            wrong: { kind: loss, at: right.parameter },
            feedback: again[loss],
          })),
          {
            name: "at its input",
            holds: ({ at }) => isAt(at),
            wrong: { kind: right.kind, at: right.state.V },
            feedback:
              "That is how rest is lost. `at` is the input at which it happens, in µA/cm²: " +
              "hold it a little below, and a little above.",
          },
        ],
      });
    },
    hints: [
      "First the border. `rig.hold(I).swing` is small where the neuron rests. Go up until it is large, then halve. " +
        "Do not begin from far above: under too much current some neurons fall silent again.",
      "Then three experiments: `rig.hold(…)` a little past the border, a little below it with a look at `V` after " +
        "the kick, and a little below it once more, from above: `rig.hold(…, { from: … })`.",
      "A small swing past the border is one kind. Of the other three, one is silent below the border even from " +
        "above. Of the two that go on firing there, one rings when it is kicked.",
    ],
    because: "The way in which rest is lost decides how firing begins.",
  }),
];
