import { describe, expect, test } from "vitest";
import { bifurcations } from "../../src/dynamics/bifurcations.js";
import type { BifurcationDiagram } from "../../src/dynamics/system/diagram.js";
import { bifurcationDiagram } from "../../src/figure/plots/dynamics/bifurcation-diagram.js";
import { drawing } from "../../src/figure/svg/svg.js";
import { textWidth } from "../../src/figure/svg/svg-text.js";
import { labelPlaces, type PlotPlace } from "../../src/figure/plots/dynamics/label-places.js";
import { fonts } from "../../src/figure/theme.js";
import { fitzHughNagumo } from "../../src/models/fitzhugh-nagumo.js";
import { hodgkinHuxley } from "../../src/models/hodgkin-huxley.js";
import { morrisLecar } from "../../src/models/morris-lecar.js";
import { present } from "../../src/checks/present.js";

const diagonal: readonly PlotPlace[] = Array.from({ length: 101 }, (_, k) => [k / 100, k / 100]);

describe("labels of points", () => {
  test("stand off the curve where there is room: above a rising one to the left, below it to the right", () => {
    const [offset] = labelPlaces([{ text: "AH 9.7754", at: [0.5, 0.5] }], diagonal);
    const [right, down] = present(offset, "a place for the label");
    expect(right * down).toBeGreaterThan(0); // px downwards: left and up, or right and down
  });

  test("turn inwards at the edges", () => {
    const [left, right] = labelPlaces(
      [
        { text: "SN −890.13", at: [0, 0.5] },
        { text: "AH 154.52", at: [1, 0.5] },
      ],
      [],
    );
    expect(left?.[0]).toBeGreaterThan(0);
    expect(right?.[0]).toBeLessThan(0);
  });

  test("are left out rather than put over each other", () => {
    const crowd = Array.from({ length: 60 }, (_, k) => ({ text: `PD ${k}`, at: [0.5 + k * 1e-3, 0.5] as const }));
    const placed = labelPlaces(crowd, []).filter((offset) => offset !== undefined);
    expect(placed.length).toBeGreaterThan(5);
    expect(placed.length).toBeLessThan(60);
  });
});

describe.each([hodgkinHuxley, morrisLecar, fitzHughNagumo])("the diagram of $name", (model) => {
  const result: BifurcationDiagram = bifurcations(model, "I");
  const figure = bifurcationDiagram(result, { height: 430 });

  test.each([330, 500, 900])("has no label over a marker, over another label or beyond its axes at %i px", (width) => {
    const { x, y } = present(drawing(figure, width).frames.get("xy"), "axes");
    const boxes = present(figure.layout.annotations, "labels").map(({ x: px, y: py, ax, ay, text }) => {
      const [edge, middle] = [x.at(Number(px)) + Number(ax), y.at(Number(py)) + Number(ay)];
      const long = textWidth(present(text, "words in the label"), fonts.small);
      return {
        text,
        left: Number(ax) > 0 ? edge : edge - long,
        right: Number(ax) > 0 ? edge + long : edge,
        top: middle - 8,
        bottom: middle + 8,
      };
    });
    expect(boxes.length).toBeGreaterThanOrEqual(result.points.length - 2);
    for (const box of boxes) {
      expect(box.left, box.text).toBeGreaterThanOrEqual(x.from - 4);
      expect(box.right, box.text).toBeLessThanOrEqual(x.to + 4);
      for (const { parameter, state } of result.points) {
        const [px, py] = [x.at(parameter), y.at(state[model.stateNames[0]])];
        expect(
          px > box.left - 4 && px < box.right + 4 && py > box.top - 4 && py < box.bottom + 4,
          `${box.text} over the marker at ${parameter}`,
        ).toBe(false);
      }
      for (const other of boxes)
        if (other !== box)
          expect(
            box.left < other.right &&
              other.left < box.right &&
              box.top + 2 < other.bottom &&
              other.top + 2 < box.bottom,
            `${box.text} over ${other.text}`,
          ).toBe(false);
    }
  });

  test.each([330, 500, 900])("shows its whole legend at %i px", (width) => {
    const rows = [
      ...drawing(figure, width).picture.matchAll(
        /<text x="([\d.-]+)" y="([\d.-]+)"[^>]*>([^<]*(?:equilibrium|cycles?|Hopf|doubling)[^<]*)<\/text>/g,
      ),
    ].map(([, px, py, text]) => ({ px: Number(px), py: Number(py), text: text }));
    expect(rows.length).toBe(figure.data.length);
    const { y } = present(drawing(figure, width).frames.get("xy"), "axes");
    for (const { px, py, text } of rows) {
      expect(py, text).toBeGreaterThan(10);
      expect(py, text).toBeLessThan(y.to);
      expect(px + 0.85 * textWidth(text, fonts.small), text).toBeLessThan(width);
    }
    expect(y.from - y.to).toBeGreaterThan(200); // what is left for the diagram itself
  });
});
