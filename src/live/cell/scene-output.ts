import { compact } from "../../figure/compact.js";
import { host } from "../../host/node.js";
import { carriedData, kernelScript } from "./carried.js";
import { liveHtml } from "./embed.js";
import { exploreHint } from "./explore.js";
import { isSetUp } from "./setup.js";
import { initialValues, type Preparation, type Scene, type ScenePayload } from "../scenes/scene.js";

/** Points of all lines of one picture: enough for each of a hundred oscillations. */
const pictured = 600;

/** Shows a scene below the running cell: live after `setup()`, and as pictures with their words elsewhere. */
export function showScene<Data>(scene: Scene<Data>, prepared: Preparation<Data>): void {
  const { html, words } = sceneOutput(scene, prepared);
  host.display({ "text/html": html, "text/plain": `[live figure] ${words}` });
}

/** The output of a scene, and in words what its pictures show. @param hint how to make it live, "" for none */
export function sceneOutput<Data>(
  scene: Scene<Data>,
  { models, data }: Preparation<Data>,
  hint: string = isSetUp() ? "" : exploreHint,
): { readonly html: string; readonly words: string } {
  const { figures, words } = scene.draw(initialValues(scene.controls(models, data)), models, data);
  const payload: ScenePayload = { scene: scene.name, models: models.map(carriedData), data };
  const scripts = new Map(models.map((model) => [model.data.fingerprint, kernelScript(model)]));
  const pictures = figures.map((figure) => compact(figure, pictured));
  return { html: liveHtml("scene", pictures, payload, [...scripts.values()].join("\n"), hint, words), words };
}
