import { knownOptions } from "../../checks/require.js";
import { type Figure, type FigureOptions, figure, type Line, line, note, figureOptions } from "../figure.js";
import { fonts, light } from "../theme.js";
import { coordinates, filled, hover, named, outward, type Point, pointer, ring, sheet } from "./drawing.js";

/** Of the sheet. */
const [across, up] = [720, 320];
const soma: Point = [190, 165];
const somaRadius = 26;
const axonLevel = 165;

/** Direction in degrees and length of the dendrites where they leave the soma. */
const stems: readonly Point[] = [
  [98, 48],
  [140, 56],
  [182, 58],
  [224, 56],
  [266, 48],
];
const sheaths = { from: 266, length: 66, gap: 12, count: 4, radius: 9 } as const;
const terminals: readonly Point[] = [
  [672, 232],
  [690, 190],
  [686, 140],
  [664, 96],
];
const fork: Point = [606, axonLevel];

/**
 * A drawing of a neuron, not to scale: dendrites with spines, soma, axon hillock, a myelinated axon with its nodes of
 * Ranvier, and the terminals. Pointing at a part's outline tells what it does.
 */
export function neuron(options: FigureOptions = {}): Figure {
  knownOptions("plot.neuron", options, figureOptions);
  const branches = stems.flatMap(([degrees, length]) =>
    dendrite(outward(soma, degrees, somaRadius - 3), degrees, length, 8),
  );
  const thicknesses = [...new Set(branches.map(({ width }) => width))];
  const twigs = branches.filter(({ width }) => width < 4);
  return figure(
    [
      ...thicknesses.map((width) =>
        line(
          ...coordinates(strokes(branches, width)),
          light.blue,
          hover("Dendrites gather the signals of other neurons."),
          { width },
        ),
      ),
      line(
        ...coordinates(twigs.flatMap(spines)),
        light.blue,
        hover("Spines are the small bumps on which other neurons end."),
        { width: 1.5 },
      ),
      body(),
      hillock(),
      line(
        ...coordinates([[soma[0] + somaRadius + 20, axonLevel], fork]),
        light.vermillion,
        hover("The axon carries the spike away. Between the sheaths it is bare: the nodes of Ranvier."),
        { width: 5 },
      ),
      ...Array.from({ length: sheaths.count }, (_, k) => sheath(sheaths.from + k * (sheaths.length + sheaths.gap))),
      ...terminals.map((end) =>
        line(...coordinates(bend(fork, end)), light.vermillion, hover("The axon branches near its end."), { width: 3 }),
      ),
      knobs(),
    ],
    "Drawing of a neuron: branched dendrites with spines on the left lead to the soma; " +
      "from its axon hillock the axon runs to the right, wrapped in four sheaths of myelin with bare nodes of " +
      "Ranvier between them, and branches into terminals that touch the next neurons",
    up,
    {
      ...sheet(across, up, options),
      annotations: [
        named("dendrites", [48, 296], [88, 258]),
        named("spines", [48, 24], [86, 66]),
        named("soma", [250, 285], [204, 184]),
        named("axon hillock", [262, 40], [228, 158]),
        named("myelin", [368, 240], [376, 175]),
        named("node of Ranvier", [470, 90], [416, 160]),
        named("axon", [560, 240], [590, 169]),
        named("terminals", [640, 300], [672, 240]),
        note(330, 128, "the spike runs this way", { font: { size: fonts.small, color: light.soft } }),
        pointer([264, 112], [396, 112], light.soft),
      ],
    },
    options,
  );
}

interface Branch {
  readonly from: Point;
  readonly to: Point;
  readonly width: number;
}

/** A branch and, while there is room, the two into which it divides. */
function dendrite(from: Point, degrees: number, length: number, width: number): readonly Branch[] {
  const to = outward(from, degrees, length);
  const branch = { from, to, width };
  if (width < 2) return [branch];
  return [
    branch,
    ...dendrite(to, degrees + 24, length * 0.68, width * 0.58),
    ...dendrite(to, degrees - 21, length * 0.74, width * 0.58),
  ];
}

const strokes = (branches: readonly Branch[], width: number): readonly Point[] =>
  branches
    .filter((branch) => branch.width === width)
    .flatMap(({ from, to }): readonly Point[] => [from, to, [NaN, NaN]]);

/** Short strokes across a branch, as one broken line. */
function spines({ from, to }: Branch): readonly Point[] {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const along = Math.hypot(dx, dy);
  return Array.from({ length: Math.floor(along / 8) }, (_, k): readonly Point[] => {
    const [x, y] = [from[0] + (dx * (k + 0.6) * 8) / along, from[1] + (dy * (k + 0.6) * 8) / along];
    const side = k % 2 === 0 ? 4 : -4;
    return [
      [x, y],
      [x - (dy * side) / along, y + (dx * side) / along],
      [NaN, NaN],
    ];
  }).flat();
}

const body = (): Line =>
  filled(
    ring(soma, somaRadius, somaRadius),
    light.blue,
    "The soma, the cell's body, holds the nucleus. Here the signals of all dendrites meet.",
  );

const hillock = (): Line => {
  const [x, y] = soma;
  return filled(
    [
      [x + somaRadius - 6, y + 16],
      [x + somaRadius + 24, y + 2.5],
      [x + somaRadius + 24, y - 2.5],
      [x + somaRadius - 6, y - 16],
    ],
    light.vermillion,
    "The axon hillock: with the first stretch of the axon the place where most spikes begin.",
  );
};

function sheath(x: number): Line {
  const { length, radius } = sheaths;
  const left = ring([x + radius, axonLevel], radius, radius).slice(0, 25);
  const right = left.map(([px, py]): Point => [2 * x + length - px, py]).reverse();
  return filled(
    [...left, ...right],
    light.orange,
    "Myelin: a glia cell, wrapped many times round the axon, insulates it.",
  );
}

/** A curve that leaves `from` along the axon and arrives at `to`. */
const bend = (from: Point, to: Point): readonly Point[] =>
  Array.from(
    { length: 17 },
    (_, k): Point => [
      from[0] + ((to[0] - from[0]) * k) / 16,
      from[1] + (to[1] - from[1]) * (k / 16) ** 2 * (3 - k / 8),
    ],
  );

function knobs(): Line {
  return line(...coordinates(terminals), light.green, {
    mode: "markers",
    marker: { color: light.green, size: 13 },
    ...hover("Terminals: the spike releases transmitter, which crosses the synapse to the next neuron."),
  });
}
