import { describe, expect, test } from "vitest";
import { curveIn, placeIn, spaceFigure, spaceOf } from "../../../src/live/explorer/apart/space-figure.js";
import type { Handle } from "../../../src/live/page/handle.js";
import { valuesFollowing, valuesOf } from "../../../src/live/page/handle.js";
import { plainLook, type PanelChange } from "../../../src/live/explorer/panels/panel.js";
import { spaceDrawing } from "../../../src/live/explorer/apart/space.js";
import { spaceOutline } from "../../../src/live/explorer/panels/apart.js";
import { hindmarshRose } from "../../../src/models/bursters/hindmarsh-rose.js";
import { hodgkinHuxley } from "../../../src/models/hodgkin-huxley.js";
import { persistentSodiumPotassium } from "../../../src/models/persistent-sodium-potassium.js";
import { simulate } from "../../../src/solve/simulate.js";
import { snapshotOf } from "./snapshot-of.js";

const cube = { ranges: { a: [0, 2], b: [-1, 1], c: [10, 30] } } as const;
const names = ["a", "b", "c"] as const;
const snapshot = snapshotOf(hindmarshRose, simulate(hindmarshRose, { duration: 100 }));
const ring = (option: string | undefined): Handle<PanelChange> =>
  (spaceDrawing.handles?.(snapshot, option, plainLook) ?? [])[0] as Handle<PanelChange>;

describe("a space of three states", () => {
  test("is seen from the front as a plane of the first and the third, from above as one of the first two", () => {
    const [front, above] = [0, 90].map((elevation) => placeIn(cube, names, { azimuth: 0, elevation }));
    expect(front(2, 0.3, 15)).toEqual([1, -0.5]);
    const [x, y] = above(0.5, 0.3, 15);
    expect([x, y]).toEqual([expect.closeTo(-0.5, 12), expect.closeTo(0.3, 12)]);
  });

  test("is turned without being bent: opposite corners stay opposite, and a quarter turn changes two sides", () => {
    const turn = { azimuth: 37, elevation: -20 };
    const place = placeIn(cube, names, turn);
    const [p, q] = [place(2, 1, 30), place(0, -1, 10)];
    expect([p[0] + q[0], p[1] + q[1]]).toEqual([expect.closeTo(0, 12), expect.closeTo(0, 12)]);
    const quarter = placeIn(cube, names, { azimuth: 90, elevation: 0 });
    expect(quarter(1, 1, 20)).toEqual([expect.closeTo(-1, 12), expect.closeTo(0, 12)]);
    const states = { a: Float64Array.of(0, 2), b: Float64Array.of(0, 1), c: Float64Array.of(10, 30) };
    const { x, y } = curveIn(cube, names, turn, states);
    expect([x[1], y[1]]).toEqual([...p]);
  });

  test("shows the run, its shadow, cycles and equilibria, and has the first state and the two last", () => {
    expect(spaceOf(hodgkinHuxley)).toEqual(["V", "h", "n"]);
    const cycle = {
      stable: true,
      states: { x: Float64Array.of(0, 1), y: Float64Array.of(0, 1), z: Float64Array.of(2, 3) },
    };
    const figure = spaceFigure(snapshot, [cycle], { azimuth: 0, elevation: 0 });
    const named = figure.data.map(({ name }) => name).filter((name) => name !== undefined);
    expect(named).toEqual(["stable limit cycle", "trajectory", ...snapshot.equilibria.map(({ kind }) => kind)]);
    expect(figure.layout.annotations?.map(({ text }) => text)).toEqual(
      ["x", "y", "z"].flatMap((name) => [
        name,
        ...hindmarshRose.ranges[name as "x"].map((end) => String(end).replace("-", "−")),
      ]),
    );
    expect(spaceOutline.suits(persistentSodiumPotassium)).toBe(false);
  });

  test("turns by a drag from where it is, and goes round by keys; what a link says is checked", () => {
    const turned = ring("170,80");
    const values = valuesFollowing(turned, valuesOf(turned), { x: 0, y: 0 }, { x: 0.5, y: -0.5 });
    expect(turned.change(values)).toEqual({ kind: "choose option", panel: "in space", option: "-160,90" });
    expect(ring(undefined).change(valuesOf(ring(undefined)))).toMatchObject({ option: "-40,25" });
    expect(["-40,25", "400", "<b>", "1,2,3"].map((option) => spaceOutline.accepts?.(option))).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
