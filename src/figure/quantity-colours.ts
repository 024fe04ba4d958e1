import { light } from "./theme.js";

/** What is known of the model whose quantity is drawn. */
export interface ColouredModel {
  readonly stateNames?: readonly string[];
  readonly input?: string | undefined;
}

/** Gates and the ions that they let through, which belong together. */
const families: Readonly<Record<string, string>> = {
  m: light.vermillion,
  Na: light.vermillion,
  NaP: light.vermillion,
  Ca: light.vermillion,
  h: light.purple,
  n: light.green,
  w: light.green,
  u: light.green,
  K: light.green,
  L: light.brown,
};

/** Of states that belong to no family, by their place. */
const byPlace = [light.blue, light.green, light.vermillion, light.purple, light.sky, light.brown] as const;

/**
 * The one colour of a quantity in the run, the plane, the curves, the equations and on its slider: V blue, what lets
 * sodium in vermillion, what holds back green, inactivation purple, the input amber. A steady state, a rate, a
 * conductance, a reversal potential and a current have the colour of the gate or the ion whose they are. Undefined for
 * what belongs to none.
 */
export function quantityColour(name: string, { stateNames = [], input }: ColouredModel = {}): string | undefined {
  if (name === "input" || name === input) return light.orange;
  if (name === stateNames[0]) return light.blue;
  const family = families[rootOf(name)];
  if (family !== undefined) return family;
  const place = stateNames.indexOf(name);
  return place < 0 ? undefined : byPlace[place % byPlace.length];
}

/** Whose quantity it is: "n" of nInf, tauN, alphaN, Vn and kn, "Na" of INa, gNa and ENa. */
function rootOf(name: string): string {
  const rate = /^(?:tau|alpha|beta)([A-Z])$/.exec(name)?.[1].toLowerCase();
  return rate ?? /^[gEI]([A-Z]\w*)$/.exec(name)?.[1] ?? /^[Vk]([a-z])$/.exec(name)?.[1] ?? name.replace(/Inf$/, "");
}
