import { expect, it } from "vitest";
import {
  changed,
  openedWith,
  readSceneLink,
  sceneLink,
  travelled,
  type SceneSettings,
} from "../../src/live/scene-settings.js";
import { initialValues } from "../../src/live/scenes/scene.js";
import { sceneFiles, sceneNames } from "./scene-files.js";

const here = { figure: 2, choice: "" };

it("a link to any scene sets what was set, and says what is not in it", () => {
  for (const name of sceneNames) {
    const { scene, prepare } = sceneFiles[name];
    const { models, data } = prepare();
    const controls = scene.controls(models, data);
    const opened = initialValues(controls);
    expect(sceneLink(here, name, opened, controls)).toBe(`nullcline=2&scene=${name}`);
    const set = Object.fromEntries(controls.map((each) => [each.name, each.range[1]]));
    const link = sceneLink(here, name, set, controls);
    expect(readSceneLink(link, name, controls), name).toEqual(set);
    expect(() => readSceneLink(`${link}&c.nothing=1`, name, controls)).toThrow('there is no control "nothing" here');
    expect(() => readSceneLink(link, "another", controls)).toThrow(`it is about the scene "${name}", this is another`);
    const [{ name: first, range }] = controls;
    for (const text of ["", "x", "NaN", String(range[1] + 1)])
      expect(() => readSceneLink(`nullcline=2&c.${first}=${text}`, name, controls)).toThrow(
        `${first} must be a number from ${range[0]} to ${range[1]}, it is "${text}"`,
      );
  }
});

const two = ["a", "b"].map((name) => ({ name, unit: "1", range: [0, 10] as const, initial: 1 }));
const after = (...changes: readonly Readonly<Record<string, number>>[]): SceneSettings =>
  changes.reduce((settings, change) => changed(settings, change, two), openedWith({ a: 1, b: 1 }));

it("a slider that is dragged is one step back; undo and redo lead through the steps, a new one forgets those taken back", () => {
  const set = after({ a: 2 }, { a: 3 }, { b: 4 }, { a: 5 });
  expect(set.past).toEqual([
    { a: 1, b: 1 },
    { a: 3, b: 1 },
    { a: 3, b: 4 },
  ]);
  const back = travelled(travelled(set, "undo"), "undo");
  expect(back.values).toEqual({ a: 3, b: 1 });
  expect(travelled(back, "redo").values).toEqual({ a: 3, b: 4 });
  expect(travelled(changed(back, { b: 9 }, two), "redo").values).toEqual({ a: 3, b: 9 });
  expect(travelled(openedWith({ a: 1 }), "undo").values).toEqual({ a: 1 });
});

it("values beyond a range stay at its end, names that nobody has are left out, and what changes nothing is no step", () => {
  expect(after({ a: 99, c: 3 }).values).toEqual({ a: 10, b: 1 });
  expect(after({ a: 1 }).past).toEqual([]);
});
