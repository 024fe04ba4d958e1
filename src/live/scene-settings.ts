import type { Address } from "./explorer/state/link.js";
import type { SceneControl, Values } from "./scenes/scene.js";
import { noSteps, retraced, stepped, type Steps } from "./steps.js";

/** What a reader has set in a scene, what was set before, and what was taken back. */
export interface SceneSettings extends Steps<Values> {
  readonly values: Values;
}

/** The settings with which a scene opens. */
export const openedWith = (values: Values): SceneSettings => ({ values, ...noSteps });

/** With other values, each within its range; names that no control has are left out. */
export function changed(settings: SceneSettings, changes: Values, controls: readonly SceneControl[]): SceneSettings {
  const { values } = settings;
  const within = controls.flatMap(({ name, range }) =>
    changes[name] === undefined ? [] : [[name, Math.min(range[1], Math.max(range[0], changes[name]))] as const],
  );
  const next = { ...values, ...Object.fromEntries(within) };
  if (within.every(([name, value]) => values[name] === value)) return settings;
  const label = within.map(([name]) => name).join(" ");
  return { values: next, ...stepped(settings, values, label) };
}

/** A step back or forward; the same settings where there is none. */
export function travelled(settings: SceneSettings, way: "undo" | "redo"): SceneSettings {
  const step = retraced<Values>(settings, settings.values, way);
  return step === undefined ? settings : { values: step.to, ...step.steps };
}

/** What is set in a scene, as the fragment of an address, without "#": what is not as it opens. */
export function sceneLink(
  { figure, choice }: Address,
  scene: string,
  values: Values,
  controls: readonly SceneControl[],
): string {
  const set = controls
    .filter(({ name, initial }) => values[name] !== initial)
    .map(({ name }) => [`c.${name}`, String(values[name])]);
  return new URLSearchParams({
    nullcline: String(figure),
    ...(choice !== "" && { choice }),
    scene,
    ...Object.fromEntries(set),
  }).toString();
}

/**
 * The values that a link sets in a scene, every name and number of it checked.
 * @throws RangeError that says what is wrong with the link
 */
export function readSceneLink(fragment: string, scene: string, controls: readonly SceneControl[]): Values {
  const link = new URLSearchParams(fragment);
  const named = link.get("scene") ?? scene;
  if (named !== scene) throw new RangeError(`it is about the scene "${named.slice(0, 40)}", this is ${scene}`);
  const values: Record<string, number> = {};
  for (const { name, initial } of controls) values[name] = initial;
  for (const [key, text] of link) {
    if (["nullcline", "choice", "scene"].includes(key)) continue;
    const control = controls.find(({ name }) => key === `c.${name}`);
    if (control === undefined)
      throw new RangeError(`there is no control "${key.replace(/^c\./, "").slice(0, 40)}" here`);
    const [low, high] = control.range;
    const value = text.trim() === "" ? NaN : Number(text);
    const isOption = control.options === undefined || Number.isInteger(value);
    if (!(value >= low && value <= high && isOption))
      throw new RangeError(`${control.name} must be a number from ${low} to ${high}, it is "${text.slice(0, 40)}"`);
    values[control.name] = value;
  }
  return values;
}
