import type { ModelData } from "../../model/model-data.js";
import type { Model } from "../../model/model.js";
import { kernelsAsScript } from "../../model/model-from-data.js";

/** A model's data without the texts that only an editor of its equations reads. */
export function carriedData(model: Model): ModelData {
  const { texts: _, ...carried } = model.data;
  return carried;
}

/**
 * Puts a model's kernels where the runtime finds them, as code of the page: a page's policy may forbid to compile text.
 */
export const kernelScript = (model: Model): string =>
  `(window.nullclineKernels ??= {})[${JSON.stringify(model.data.fingerprint)}] = ${kernelsAsScript(model)};`;
