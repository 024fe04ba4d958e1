import { knownOptions } from "../../checks/require.js";
import { type Figure, type FigureOptions, figure, figureOptions, type Line, line, note } from "../figure.js";
import { fonts, light } from "../theme.js";
import { coordinates, filled, hover, named, type Point, pointer, ring, sheet } from "./drawing.js";

/** Of the sheet. */
const [width, height] = [720, 360];
const centre = 330;
/** Heights of the two membranes that face each other. */
const [pre, post] = [172, 118];
const receptors = [210, 270, 330, 390, 450] as const;
/** Vesicles: in store, and at the membrane; one of these is open to the cleft. */
const stored: readonly Point[] = [
  [262, 262],
  [304, 286],
  [352, 262],
  [398, 284],
  [330, 236],
  [288, 226],
];
const docked: readonly Point[] = [
  [252, pre + 17],
  [408, pre + 17],
];
const radius = 14;
/** Where the calcium channel sits in the wall. */
const calcium: Point = [centre + 145, pre + 46];
const calciumGap: readonly Point[] = [
  [calcium[0] - 3, calcium[1] + 12],
  [NaN, NaN],
  [calcium[0], calcium[1] - 12],
];

/**
 * A drawing of a chemical synapse, not to scale: an axon's end with vesicles full of transmitter, one of them open to
 * the cleft, a calcium channel, and receptors in the membrane of the cell that receives.
 */
export function synapse(options: FigureOptions = {}): Figure {
  knownOptions("plot.synapse", options, figureOptions);
  return figure(
    [
      line(
        ...coordinates(bouton()),
        light.ink,
        hover("The end of the axon, less than a thousandth of a millimetre wide."),
        {
          width: 2,
        },
      ),
      line(...coordinates(dendrite()), light.ink, hover("The membrane of the cell that receives."), { width: 2 }),
      ...[...stored, ...docked].map((at) => vesicle(at)),
      opened(),
      ...[-1, 1].map((side) =>
        filled(turned(channel(...calcium, side)), light.purple, "A calcium channel: the action potential opens it."),
      ),
      ...receptors.flatMap((x) =>
        [-1, 1].map((side) =>
          filled(channel(x, post, side), light.green, "A receptor: a channel that opens when transmitter binds to it."),
        ),
      ),
      transmitter(),
    ],
    "Drawing of a chemical synapse. Above, the end of an axon holds vesicles full of transmitter; an action " +
      "potential has opened a calcium channel, calcium flows in, and one vesicle empties into the cleft. Below, " +
      "transmitter binds to receptors, channels in the membrane of the cell that receives, and ions flow " +
      "through them",
    height,
    {
      ...sheet(width, height, options),
      showlegend: false,
      annotations: [
        named("1 action potential", [150, 330], [298, 330]),
        named("2 calcium flows in", [600, 262], [500, pre + 50]),
        named("3 a vesicle empties", [112, 214], [centre - 14, pre + 12]),
        named("4 it crosses", [540, 146], [442, 146]),
        named("5 receptors open", [112, 84], [receptors[0] - 12, post - 6]),
        pointer([centre, 352], [centre, 308], light.ink, 2),
        pointer([534, pre + 46], [450, pre + 46], light.purple, 1.6),
        ...[receptors[1], receptors[2], receptors[3]].map((x) =>
          pointer([x, post + 24], [x, post - 40], light.vermillion, 1.6),
        ),
        note(receptors[2], post - 56, "ions", { font: { size: fonts.text, color: light.vermillion } }),
        note(600, 330, "presynaptic", { font: { size: fonts.text, color: light.soft } }),
        note(600, 40, "postsynaptic", { font: { size: fonts.text, color: light.soft } }),
      ],
    },
    options,
  );
}

/** The axon comes from above and widens into its end. */
function bouton(): readonly Point[] {
  const half = (side: number): readonly Point[] => [
    [centre + side * 26, height - 4],
    [centre + side * 28, 316],
    [centre + side * 70, 306],
    [centre + side * 128, 278],
    ...(side < 0 ? ([[centre - 146, pre + 46]] as const) : calciumGap),
    [centre + side * 140, pre + 16],
    [centre + side * 120, pre],
  ];
  return [...half(-1), [centre - 16, pre], [NaN, NaN], [centre + 16, pre], ...[...half(1)].reverse()];
}

/** The membrane that receives, with a hump towards the axon. */
const dendrite = (): readonly Point[] => [
  [40, 60],
  [130, 66],
  [170, 100],
  [190, post],
  [470, post],
  [490, 100],
  [530, 66],
  [620, 60],
];

const vesicle = (at: Point): Line =>
  filled(ring(at, radius, radius), light.sky, "A vesicle: a few thousand molecules of transmitter.");

/** The vesicle that has joined the membrane. */
const opened = (): Line =>
  line(
    ...coordinates(
      Array.from({ length: 25 }, (_, k): Point => {
        const angle = Math.PI * (1 - k / 24);
        return [centre + 16 * Math.cos(angle), pre + 20 * Math.sin(angle)];
      }),
    ),
    light.sky,
    hover("A vesicle that has joined the membrane and empties into the cleft."),
    { width: 5 },
  );

/** Left (−1) or right (1) wall of a channel in a membrane at a height. */
const channel = (x: number, y: number, side: number): readonly Point[] => [
  [x + side * 4, y - 14],
  [x + side * 14, y - 12],
  [x + side * 14, y + 12],
  [x + side * 4, y + 14],
];

/** Turned by a quarter about the calcium channel's place, for a wall that stands upright. */
const turned = (outline: readonly Point[]): readonly Point[] =>
  outline.map(([x, y]): Point => [calcium[0] + y - calcium[1], calcium[1] + x - calcium[0]]);

/** Molecules in the open vesicle and below it in the cleft, spread by the golden ratio. */
function transmitter(): Line {
  const golden = 0.6180339887498949;
  const inCleft = Array.from({ length: 26 }, (_, k): Point => {
    const down = (k + 0.5) / 26;
    return [centre + (2 * ((k * golden) % 1) - 1) * (10 + 105 * down), pre + 8 - 30 * down];
  });
  return line(...coordinates(inCleft), light.orange, {
    mode: "markers",
    marker: { color: light.orange, size: 6 },
    ...hover("Transmitter: glutamate, in most excitatory synapses of the brain; GABA in most inhibitory ones."),
  });
}
