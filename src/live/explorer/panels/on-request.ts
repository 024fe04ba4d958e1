import type { Model } from "../../../model/model.js";

/** What a phase plane shows on request. */
export const onRequest = {
  backward: "backward in time",
  eigenvectors: "eigenvectors",
  flow: "flow from a grid",
  basins: "basins",
} as const;

/** What of that a model has: a plane of more states is a projection, and a reset crosses the edges of basins. */
export const onRequestOf = ({ stateNames, spiking }: Model): readonly string[] =>
  stateNames.length !== 2
    ? []
    : [onRequest.backward, onRequest.eigenvectors, onRequest.flow, ...(spiking.reset ? [] : [onRequest.basins])];
