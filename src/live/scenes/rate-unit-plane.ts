import { axis, figure, line } from "../../figure/figure.js";
import { curves } from "../../figure/plots/curves/curves.js";
import { light, widths } from "../../figure/theme.js";
import { activations, rateUnit } from "../../networks/rate-unit.js";
import { numberText } from "../../text/number.js";
import type { Preparation, Scene } from "./scene.js";
import { showScene } from "../cell/scene-output.js";

/** Cells along each input. */
const side = 15;
const reach = 3;

/** A rate unit of two inputs: what it makes of their weighted sum, and the line on which the sum is zero. */
export const scene: Scene<null> = {
  name: "rateUnitPlane",
  controls: () => [
    {
      name: "activation",
      unit: "1",
      range: [0, activations.length - 1],
      initial: activations.indexOf("sigmoid"),
      options: activations,
    },
    { name: "weight 1", symbol: "\\text{weight }w_1", unit: "1", range: [-4, 4], initial: 2 },
    { name: "weight 2", symbol: "\\text{weight }w_2", unit: "1", range: [-4, 4], initial: 1 },
    { name: "bias", symbol: "\\text{bias }b", unit: "1", range: [-4, 4], initial: -1 },
    { name: "input 1", symbol: "\\text{input }x_1", unit: "1", range: [-reach, reach], initial: 1 },
    { name: "input 2", symbol: "\\text{input }x_2", unit: "1", range: [-reach, reach], initial: 1 },
  ],
  draw({ activation, "weight 1": w1, "weight 2": w2, bias, "input 1": x1, "input 2": x2 }) {
    const unit = rateUnit(activations[activation], [w1, w2], bias);
    const alone = rateUnit(activations[activation], [1], 0);
    const sums = Float64Array.from({ length: 201 }, (_, k) => -6 + (12 * k) / 200);
    const grid = Array.from({ length: side }, (_, k) => -reach + (2 * reach * k) / (side - 1));
    const z = grid.map((y) => grid.map((x) => unit.respond([x, y])));
    const across = Float64Array.of(-reach, reach);
    const border =
      Math.abs(w2) >= Math.abs(w1)
        ? ([across, across.map((x) => -(bias + w1 * x) / w2)] as const)
        : ([across.map((y) => -(bias + w2 * y) / w1), across] as const);
    const sum = w1 * x1 + w2 * x2 + bias;
    const response = unit.respond([x1, x2]);
    return {
      figures: [
        curves(
          {
            "transfer function": { x: sums, y: sums.map((s) => alone.respond([s])) },
            "this input": { x: [Math.max(-6, Math.min(6, sum))], y: [response], style: "place" },
          },
          { x: ["summed input", "1"], y: ["rate", "1"], height: 340 },
        ),
        figure(
          [
            { type: "heatmap", x: grid, y: grid, z, colorscale: shades, showscale: false },
            ...(w1 === 0 && w2 === 0
              ? []
              : [
                  line(
                    ...border,
                    light.vermillion,
                    { name: "decision line", showlegend: true },
                    { width: widths.bold },
                  ),
                ]),
            {
              type: "scatter",
              mode: "markers",
              x: [x1],
              y: [x2],
              name: "this input",
              showlegend: true,
              marker: { size: 11, color: light.ink, line: { color: light.paper, width: 1.5 } },
            },
          ],
          "The rate over the plane of two inputs with the decision line " +
            `${numberText(w1)} x1 + ${numberText(w2)} x2 ${plus(bias)} = 0`,
          340,
          {
            xaxis: axis("input x<sub>1</sub>", { range: [-reach, reach] }),
            yaxis: axis("input x<sub>2</sub>", { range: [-reach, reach] }),
          },
        ),
      ],
      words:
        `Summed input ${numberText(w1)} × ${bracketed(x1)} ${plus(w2)} × ${bracketed(x2)} ${plus(bias)} = ` +
        `${numberText(sum)}, rate ${numberText(response)}: on ` +
        (sum === 0 ? "" : "the side of ") +
        "the decision line" +
        (sum === 0 ? "" : ` where the sum is ${sum > 0 ? "positive" : "negative"}`) +
        ". The bluer, the higher the rate; whatever the activation, the border is a straight line.",
    };
  },
  pick: (index, { x, y }) => (index === 1 ? { "input 1": x, "input 2": y } : undefined),
};

/** Nothing: a rate unit is made as it is shown. */
export const prepare = (): Preparation<null> => ({ models: [], data: null });

/** A rate unit of two inputs: its transfer function, and the plane of its inputs with the decision line. */
export function rateUnitPlane(): void {
  showScene(scene, prepare());
}

const bracketed = (value: number): string => (value < 0 ? `(${numberText(value)})` : numberText(value));
const plus = (value: number): string => (value < 0 ? `− ${numberText(-value)}` : `+ ${numberText(value)}`);

/** From paper to blue. */
const shades: [number, string][] = Array.from({ length: 13 }, (_, k) => [
  k / 12,
  `rgba(0,114,178,${(0.02 + (0.68 * k) / 12).toFixed(3)})`,
]);
