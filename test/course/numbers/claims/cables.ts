import type { SteadyResponse } from "../../../../src/cables/steady-response.js";
import { initialValues } from "../../../../src/live/scenes/scene.js";
import { prepare, scene } from "../../../../src/live/scenes/voltage-along-cable.js";

/** What the live figure says under itself, as other settings than its own have it. */
const said = (settings: Readonly<Record<string, number>>): string => {
  const { models, data } = prepare();
  return scene.draw({ ...initialValues(scene.controls(models, data)), ...settings }, models, data).words;
};
const numberIn = (pattern: RegExp, settings: Readonly<Record<string, number>>): number =>
  Number(pattern.exec(said(settings))?.[1]);

export const cables = {
  /** What is left of a steady signal at a distance, um, from where it enters: between the middles of the pieces. */
  left: ({ position, attenuation }: SteadyResponse, x: number): number => {
    const k = position.findIndex((middle) => middle > x);
    const part = (x - position[k - 1]) / (position[k] - position[k - 1]);
    return attenuation[k - 1] + part * (attenuation[k] - attenuation[k - 1]);
  },
  /** %, of the change where the current enters, at the soma. */
  arrives: (settings: Readonly<Record<string, number>>): number => numberIn(/ ([\d.]+) % of it/, settings),
  /** The same, of a current that never ends. */
  arrivesAtLast: (settings: Readonly<Record<string, number>>): number =>
    numberIn(/ stays on ([\d.]+) % remains/, settings),
  /** nA. */
  injected: (): number => numberIn(/ ([\d.]+) nA for/, {}),
  /** um, of the dendrite in the live figure: the current can enter at either end. */
  reaches: (): number =>
    scene.controls(prepare().models, null).find(({ name }) => name === "site")?.range[1] ?? Number.NaN,
  opens: (name: string): number => initialValues(scene.controls(prepare().models, null))[name],
};
