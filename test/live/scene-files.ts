import { vi } from "vitest";
import type { Preparation, Scene } from "../../src/live/scenes/scene.js";
import * as scenes from "../../src/live/scenes/scenes.js";

export type SceneName = keyof typeof scenes;
export const sceneNames = Object.keys(scenes) as SceneName[];

/** What the file of a scene has beside the function that a cell calls. */
export interface SceneFile {
  readonly scene: Scene;
  /** With the default of each argument. */
  prepare(): Preparation;
}

/** "two-pulses" of `twoPulses`. */
export const fileName = (scene: string): string => scene.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Prepares once for all tests and all that they ask: some scenes follow cycles through a whole diagram first. */
function preparedOnce(file: SceneFile): SceneFile {
  const { scene, prepare } = file;
  let prepared: Preparation | undefined;
  const once = (): Preparation => (prepared ??= prepare());
  vi.spyOn(file, "prepare").mockImplementation(once);
  return { scene, prepare: once };
}

/** Every scene that the browser knows, from the file that bears its name. */
export const sceneFiles = Object.fromEntries(
  await Promise.all(
    sceneNames.map(async (name) => {
      const file = new URL(`../../src/live/scenes/${fileName(name)}.ts`, import.meta.url);
      return [name, preparedOnce((await import(/* @vite-ignore */ file.href)) as SceneFile)] as const;
    }),
  ),
) as Readonly<Record<SceneName, SceneFile>>;
