import { knownOptions } from "../../checks/require.js";
import type { Annotation } from "plotly.js-dist";
import { type Figure, type FigureOptions, figure, type Line, line, note, figureOptions } from "../figure.js";
import { fonts, light, seriesColour, widths } from "../theme.js";
import { coordinates, type Point, pointer } from "./drawing.js";

/** One path for ions through the membrane. */
export interface CircuitBranch {
  /** What flows: "Na", "K", "leak". */
  readonly name: string;
  /** Reversal potential, mV, inside minus outside: its sign says how the battery is turned. */
  readonly reversal: number;
  /** Whether the conductance depends on the membrane potential; drawn as a variable resistor. */
  readonly gated?: boolean;
}

const [inside, outside] = [0, 10];

/**
 * The circuit of a patch of membrane: between the inside (below) and the outside (above), side by side, a capacitor and
 * for each kind of ion a resistor in series with a battery, whose long plate is its plus. An electrode injects the
 * current I.
 */
export function circuit(branches: readonly CircuitBranch[], options: FigureOptions = {}): Figure {
  knownOptions("plot.circuit", options, figureOptions);
  if (!Array.isArray(branches) || branches.length === 0)
    throw new RangeError('plot.circuit needs at least one branch, as in [{ name: "leak", reversal: -54.4 }]');
  const drawn = branches.map((branch, k) => drawBranch(branch, 4.4 + 2.4 * k, seriesColour(k + 1)));
  const end = 4.4 + 2.4 * (branches.length - 1) + 1.7;
  const rails = [wire(light.ink, [0.6, inside], [end, inside]), wire(light.ink, [0.6, outside], [end, outside])];
  const [electrode, capacitor] = [drawElectrode(0.9), drawCapacitor(2.5)];
  const described = branches.map(
    ({ name, reversal, gated }) =>
      `${gated === true ? "a variable" : "a fixed"} conductance for ${name} in series with a battery of ${reversal} mV`,
  );
  return figure(
    [...rails, ...electrode.lines, ...capacitor.lines, ...drawn.flatMap(({ lines }) => lines)],
    "Circuit of a membrane. Between the inside, below, and the outside, above, lie in parallel a capacitor, " +
      `${described.join(", ")}; an electrode injects the current I into the inside; ` +
      "the membrane potential V is that of the inside against the outside",
    340,
    {
      xaxis: { visible: false, range: [-0.6, end + 1], fixedrange: true },
      yaxis: { visible: false, range: [-1.4, 11.4], fixedrange: true },
      margin: { l: 8, r: 8, t: options.title === undefined ? 8 : 34, b: 8 },
      annotations: [
        note(end - 0.6, outside + 0.8, "outside", { font: { size: fonts.text, color: light.soft } }),
        note(end - 0.6, inside - 0.8, "inside", { font: { size: fonts.text, color: light.soft } }),
        ...electrode.notes,
        ...capacitor.notes,
        ...drawn.flatMap(({ notes }) => notes),
        label(end + 0.05, 5, "V", light.ink),
        label(end + 0.05, inside + 0.7, "+", light.ink),
        label(end + 0.05, outside - 0.7, "−", light.ink),
      ],
    },
    options,
  );
}

interface Part {
  readonly lines: readonly Line[];
  readonly notes: readonly Annotation[];
}

function drawBranch({ name, reversal, gated }: CircuitBranch, x: number, colour: string): Part {
  const battery = 2.6;
  const [low, high] = [4.2, 7.2]; // of the resistor
  // plus towards the inside when the inside is the positive side
  const [lower, upper] = reversal >= 0 ? [long, short] : [short, long];
  return {
    lines: [
      wire(colour, [x, inside], [x, battery - 0.25]),
      plate(colour, x, battery - 0.25, lower),
      plate(colour, x, battery + 0.25, upper),
      wire(colour, [x, battery + 0.25], [x, low], ...zigzag(x, low, high), [x, high], [x, outside]),
    ],
    notes: [
      ...(gated === true ? [arrow([x - 0.55, low + 0.1], [x + 0.55, high - 0.1], colour)] : []),
      arrow([x, high + 0.5], [x, outside - 0.3], colour),
      label(x + 0.15, 8.7, `I<sub>${name}</sub>`, colour),
      label(x + 0.5, 5.2, `g<sub>${name}</sub>`, colour),
      label(x + 0.5, battery, `E<sub>${name}</sub>`, colour),
    ],
  };
}

function drawCapacitor(x: number): Part {
  const [low, high] = [4.75, 5.25];
  return {
    lines: [
      wire(light.ink, [x, inside], [x, low]),
      plate(light.ink, x, low, long),
      plate(light.ink, x, high, long),
      wire(light.ink, [x, high], [x, outside]),
    ],
    notes: [label(x + 0.5, 5, "C", light.ink)],
  };
}

function drawElectrode(x: number): Part {
  const radius = 0.3;
  const circle = Array.from(
    { length: 33 },
    (_, k): Point => [x + radius * Math.cos((Math.PI * k) / 16), 5 + 3.4 * radius * Math.sin((Math.PI * k) / 16)],
  );
  return {
    lines: [
      wire(light.ink, [x, inside], [x, 5 - 3.4 * radius]),
      wire(light.ink, ...circle),
      wire(light.ink, [x, 5 + 3.4 * radius], [x, outside]),
    ],
    notes: [arrow([x, 5.8], [x, 4.2], light.ink), label(x - 0.42, 5, "I", light.ink, "right")],
  };
}

interface Plate {
  readonly half: number;
  readonly width: number;
}

const long: Plate = { half: 0.42, width: widths.line };
const short: Plate = { half: 0.22, width: 4 };

const plate = (colour: string, x: number, y: number, { half, width }: Plate): Line =>
  line(Float64Array.of(x - half, x + half), Float64Array.of(y, y), colour, { hoverinfo: "skip" }, { width });

const wire = (colour: string, ...points: readonly Point[]): Line =>
  line(...coordinates(points), colour, { hoverinfo: "skip" });

const zigzag = (x: number, low: number, high: number): readonly Point[] =>
  Array.from({ length: 6 }, (_, k): Point => [x + (k % 2 === 0 ? 0.22 : -0.22), low + ((high - low) * (k + 0.5)) / 6]);

const arrow = (from: Point, to: Point, colour: string): Annotation => pointer(from, to, colour, 1.5);

const label = (x: number, y: number, text: string, colour: string, side: "left" | "right" = "left"): Annotation =>
  note(x, y, text, { xanchor: side, font: { size: fonts.title, color: colour } });
