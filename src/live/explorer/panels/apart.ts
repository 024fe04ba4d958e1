/** What is known of the panels whose drawings are brought when one of them is first opened. */
import type { Model } from "../../../model/model.js";
import { question } from "../analysis/question.js";
import { currentsOf } from "./ion-channels.js";
import type { Extent, PanelApart, PanelOutline } from "./panel.js";

/** How a turn of the space is written: degrees about its upright axis, and from above. */
export const writtenTurn = /^(-?\d{1,3}),(-?\d{1,2})$/;

const closed = { opens: () => false } as const;
const hasTwo = ({ stateNames }: Model): boolean => stateNames.length >= 2;
const spikes = ({ spiking }: Model): boolean => spiking.threshold;

/** Three states of a model that has them, in a space that the reader turns. */
export const spaceOutline: PanelApart & PanelOutline<"orbits"> = {
  ...closed,
  name: "in space",
  drawnBy: "space",
  suits: (model) => model.stateNames.length >= 3,
  accepts: (option) => writtenTurn.test(option),
  question: ({ model, duration }) => question("orbits", model, duration),
};

/** The states of a run, and its input. */
const states = ({ stateNames, input }: Model): readonly string[] => [
  ...stateNames,
  ...(input === undefined ? [] : [input]),
];
/** Currents first, that of the leak, which is a straight line, behind the others; then what else the equations name. */
function named(model: Model): readonly string[] {
  const currents = currentsOf(model);
  const curved = currents.filter((name) => name !== "IL");
  return [...new Set([...curved, ...currents, ...model.quantities])];
}

/** Any quantity of the run against any other: a current against the voltage, until the reader chooses. */
export const twoQuantitiesOutline: PanelApart = {
  ...closed,
  name: "any two quantities",
  drawnBy: "two quantities",
  suits: (model) => states(model).length + named(model).length >= 2,
  choices: [
    { label: "up", options: (model) => [...named(model), ...states(model).slice(1), model.stateNames[0], time] },
    { label: "against", options: (model) => [...states(model), ...named(model), time] },
  ],
};
/** Of a run, beside its quantities. */
export const time = "time";

/** What a section shows of its crossings: the time between them, a state, or two. */
export const betweenCrossings = "time between";
const middleOf = ([low, high]: Extent): number => Number(((low + high) / 2).toPrecision(3));

/** Poincaré's section: where the run passes a level of a state upward, each time against the time before. */
export const sectionOutline: PanelApart = {
  ...closed,
  name: "section",
  drawnBy: "section",
  suits: () => true,
  choices: [
    { label: "rising through", options: ({ stateNames }) => stateNames },
    {
      label: "next of",
      options: ({ stateNames }) => [betweenCrossings, ...stateNames.slice(1), stateNames[0]],
    },
  ],
  amount: {
    label: "level",
    range: ({ ranges }, [through]) => ranges[through],
    initial: ({ ranges }, [through]) => middleOf(ranges[through]),
    unit: ({ units }, [through]) => units[through],
  },
};

/** How much of each frequency is in a quantity of the run. */
export const spectrumOutline: PanelApart = {
  ...closed,
  name: "spectrum",
  drawnBy: "spectrum",
  suits: () => true,
  choices: [{ label: "of", options: (model) => [...states(model), ...named(model)] }],
};

const nth = ["first", "second", "third", "fourth", "fifth"] as const;

/** The plane of small deviations from an equilibrium, as its linear part alone has it. */
export const linearOutline: PanelApart = {
  ...closed,
  name: "linear at rest",
  drawnBy: "linear",
  suits: hasTwo,
  choices: [{ label: "from the left", options: () => nth }],
};

/** How the intervals of a run are drawn. */
export const intervalsDrawn = ["in order", "as a histogram", "next against last"] as const;

/** The run's interspike intervals: does the neuron adapt? */
export const intervalsOutline: PanelApart = {
  ...closed,
  name: "intervals",
  drawnBy: "intervals",
  suits: spikes,
  choices: [{ label: "drawn", options: () => intervalsDrawn }],
};

/** How a model at rest follows small currents of each frequency. */
export const impedanceOutline: PanelApart = {
  ...closed,
  name: "impedance",
  drawnBy: "impedance",
  suits: () => true,
};
