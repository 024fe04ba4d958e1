import { izhikevich } from "../../models/izhikevich.js";
import { corticalNetwork, rhythm } from "../../spikes/cortical-network.js";
import { selectionAnswer } from "../choice-answer.js";
import { exercise, type Exercise } from "../exercise.js";
import { numberAnswer } from "../number-answer.js";
import { percent } from "../tolerance.js";

const frequencies = Array.from({ length: 60 }, (_, k) => k + 3);

export const manyNeuronsExercises: readonly Exercise[] = [
  exercise({
    id: "16.1",
    title: "Excitation over inhibition",
    points: 1,
    answer: () =>
      numberAnswer({
        unit: "",
        right: 2,
        tolerance: percent(1),
        misconceptions: [
          { name: "numbers of cells only", wrong: 4, say: "Four times as many cells; but an inhibitory weight counts for more." },
          { name: "weights only", wrong: 0.5, say: "That compares the weights. How many inputs are there of each kind?" },
        ],
      }),
    hints: ["Total excitation: number of inputs times mean weight.", "800 · 0.25 against 200 · 0.5."],
    because: "Few strong inhibitory synapses hold many weak excitatory ones.",
  }),
  exercise({
    id: "16.2",
    title: "The mean rate",
    points: 2,
    answer: () => {
      const { raster, count, duration } = corticalNetwork(izhikevich);
      const spikes = raster.time.length;
      return numberAnswer({
        unit: "Hz",
        right: (1000 * spikes) / count / duration,
        tolerance: percent(0.5),
        misconceptions: [
          { name: "of the whole population", wrong: (1000 * spikes) / duration, say: "That is the rate of all cells together. What is it for one?" },
          { name: "per ms", wrong: spikes / count / duration, say: "Your duration is in ms: that gives spikes per ms." },
        ],
      });
    },
    hints: ["Spikes, divided by cells, divided by seconds.", "`1000 * network.raster.time.length / network.count / network.duration`"],
    because: "Slow cells, and a fast-looking crowd.",
  }),
  exercise({
    id: "16.3",
    title: "The rhythm of your network",
    points: 2,
    variant: (draw) => ({ seed: draw.between(2, 9, 1) }),
    answer: ({ seed }) => {
      const power = rhythm(corticalNetwork(izhikevich, { seed }), frequencies);
      const at = power.indexOf(Math.max(...power));
      return numberAnswer({
        unit: "Hz",
        right: frequencies[at],
        tolerance: 0.1,
        misconceptions: [
          { name: "its place in the list", wrong: at, say: "That is its place in the list, counted from 0. The list begins at 3 Hz." },
          { name: "the power", wrong: Math.max(...power), say: "That is how strong it is. At which frequency?" },
        ],
      });
    },
    hints: ["`Math.max(...list)` is the largest entry, `list.indexOf(x)` its place.", "`frequencies[place]` is the frequency."],
    because: "Seven or eight hertz, whatever the draw.",
  }),
  exercise({
    id: "16.4",
    title: "Find the mistakes: networks",
    points: 2,
    answer: () =>
      selectionAnswer({
        from: ["a", "b", "c", "d"],
        right: ["a", "b"],
        misconceptions: [
          { name: "runaway doubted", wrong: ["a", "b", "c"], say: "Look at the rate per cell without inhibition." },
          { name: "crowd taken for cell", wrong: ["a"], say: "One more: compare the intervals of cell 7 with those of the bands." },
          { name: "independence believed", wrong: ["b"], say: "One more: what joins cells whose noise is independent?" },
        ],
      }),
    hints: ["Compare the network with the uncoupled one.", "How many bands does a single cell take part in?"],
    because: "Rhythm is a property of the crowd.",
  }),
];
