import { knownOptions } from "../../checks/require.js";
import { type Figure, type FigureOptions, figure, figureOptions, type Line, line, type Note, note } from "../figure.js";
import { fonts, light } from "../theme.js";
import { coordinates, filled, hover, named, type Point, pointer, ring, sheet } from "./drawing.js";

/** Of the sheet. */
const [width, height] = [720, 300];
/** Heights of the heads of the two layers of fat. */
const [inner, outer] = [120, 176];
const middle = (inner + outer) / 2;
const channels = { potassium: 200, sodium: 360, pump: 540 } as const;
/** Half the room that a protein takes up in the membrane. */
const room = 36;

/** Ions of one kind on the two sides: how many dots are drawn, roughly in the proportions of a mammalian neuron. */
const ions = [
  {
    name: "Na⁺",
    colour: light.vermillion,
    outside: 22,
    inside: 3,
    what: "Sodium: ten times as much outside as inside.",
  },
  {
    name: "K⁺",
    colour: light.green,
    outside: 1,
    inside: 24,
    what: "Potassium: about thirty times as much inside as outside.",
  },
  { name: "Cl⁻", colour: light.purple, outside: 18, inside: 2, what: "Chloride: mostly outside." },
  {
    name: "large anions",
    colour: light.soft,
    outside: 0,
    inside: 16,
    what: "Proteins and other large anions, which never leave the cell.",
  },
] as const;

/**
 * A drawing of a patch of membrane, not to scale: two layers of fat, an open potassium channel, a shut sodium channel,
 * a sodium-potassium pump, and the ions on both sides.
 */
export function membrane(options: FigureOptions = {}): Figure {
  knownOptions("plot.membrane", options, figureOptions);
  const { potassium, sodium, pump } = channels;
  return figure(
    [
      ...fat(),
      ...[-1, 1].map((side) =>
        filled(
          wall(potassium, side, 9, 9),
          light.green,
          "A potassium channel, open: a hole that lets nothing but potassium through.",
        ),
      ),
      ...[-1, 1].map((side) =>
        filled(wall(sodium, side, 9, 0.5), light.vermillion, "A sodium channel at rest: its gate is shut."),
      ),
      filled(
        ring([pump, middle], 30, 46),
        light.sky,
        "The sodium-potassium pump: it carries three sodium ions out and two potassium ions in, and spends one ATP.",
      ),
      ...dots(),
    ],
    "Drawing of a membrane between the outside, above, with much sodium and chloride, and the inside, below, " +
      "with much potassium and large anions. " +
      "In its double layer of fat sit an open potassium channel through which potassium " +
      "leaves, a shut sodium channel, and a pump that carries three sodium ions out and two potassium ions in; the " +
      "outside is the positive side",
    height + 30,
    {
      ...sheet(width, height, options, 28),
      showlegend: true,
      annotations: [
        sideName("outside", 286),
        sideName("inside", 12),
        named("open potassium channel", [112, 232], [potassium - 18, outer + 14]),
        named("shut sodium channel", [340, 62], [sodium - 8, inner - 12]),
        named("pump", [640, 232], [pump + 27, outer + 6]),
        pointer([potassium, inner - 26], [potassium, outer + 34], light.ink),
        pointer([pump - 12, inner - 30], [pump - 12, outer + 34], light.vermillion),
        pointer([pump + 12, outer + 30], [pump + 12, inner - 34], light.green),
        note(pump - 18, outer + 46, "3 Na⁺", { font: { size: fonts.text, color: light.vermillion } }),
        note(pump + 18, inner - 46, "2 K⁺", { font: { size: fonts.text, color: light.green } }),
        ...[60, 120, 280, 440, 470, 620, 680].flatMap((x) => [charge("+", x, outer + 16), charge("−", x, inner - 16)]),
      ],
    },
    options,
  );
}

const sideName = (text: string, y: number): Note =>
  note(40, y, text, { font: { size: fonts.text, color: light.soft } });
const charge = (sign: string, x: number, y: number): Note => note(x, y, sign, { font: { size: 17, color: light.ink } });

/** Heads as dots and tails as strokes, with room for the proteins. */
function fat(): readonly Line[] {
  const free = Array.from({ length: 51 }, (_, k) => 10 + 14 * k).filter((x) =>
    Object.values(channels).every((at) => Math.abs(x - at) > room),
  );
  const tails = free.flatMap((x): readonly Point[] =>
    [-3, 3].flatMap((d): readonly Point[] => [
      [x + d, outer - 5],
      [x + d, middle + 3],
      [NaN, NaN],
      [x + d, inner + 5],
      [x + d, middle - 3],
      [NaN, NaN],
    ]),
  );
  const heads = free.flatMap((x): readonly Point[] => [
    [x, outer],
    [x, inner],
  ]);
  return [
    line(...coordinates(tails), light.orange, { hoverinfo: "skip" }, { width: 1.2 }),
    line(...coordinates(heads), light.orange, {
      mode: "markers",
      marker: { color: light.orange, size: 11 },
      ...hover("A molecule of fat: its head likes water, its two tails do not. No ion gets through."),
    }),
  ];
}

/**
 * One wall of a channel, left (−1) or right (1) of the pore, which is `mouth` wide on either side at its ends and
 * `neck` in the middle.
 */
function wall(x: number, side: number, mouth: number, neck: number): readonly Point[] {
  const [low, high] = [inner - 12, outer + 12];
  const out = x + side * 28;
  return [
    [out, low + 8],
    [x + side * 22, low],
    [x + side * mouth, low],
    [x + side * neck, middle],
    [x + side * mouth, high],
    [x + side * 22, high],
    [out, high - 8],
  ];
}

function dots(): readonly Line[] {
  const next = { outside: places("outside"), inside: places("inside") };
  return ions.map(({ name, colour, what, ...counts }) => {
    const taken = (["outside", "inside"] as const).flatMap((where) =>
      Array.from({ length: counts[where] }, () => next[where].next().value),
    );
    return line(...coordinates(taken), colour, {
      mode: "markers",
      name,
      showlegend: true,
      marker: { color: colour, size: name === "large anions" ? 13 : 8 },
      ...hover(what),
    });
  });
}

/** Kept free of dots, for names and arrows: from left to right, from below to above. */
const reserved: readonly (readonly [number, number, number, number])[] = [
  [30, 194, 224, 256],
  [channels.potassium - 14, channels.potassium + 14, 0, height],
  [260, 420, 36, 68],
  [channels.pump - 42, channels.pump + 42, 0, height],
  [612, 668, 224, 256],
];
const apart = 14;

/** Places in the band on one side of the membrane, spread by Weyl's sequences in k and k², none too near to another. */
function* places(where: "outside" | "inside"): Generator<Point, never> {
  const [low, high] = where === "outside" ? [outer + 32, height - 10] : [10, inner - 30];
  const [goldenRatio, plasticRatio] = [0.6180339887498949, 0.7548776662466927];
  const before: Point[] = [];
  for (let k = 1; ; k++) {
    const place: Point = [
      84 + (width - 96) * ((k * goldenRatio) % 1),
      low + (high - low) * ((k * k * plasticRatio) % 1),
    ];
    if (
      reserved.some(
        ([left, right, below, above]) => place[0] > left && place[0] < right && place[1] > below && place[1] < above,
      )
    )
      continue;
    if (before.some(([x, y]) => Math.hypot(x - place[0], y - place[1]) < apart)) continue;
    before.push(place);
    yield place;
  }
}
