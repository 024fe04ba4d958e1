import { ionCurrents } from "./ion-channels.js";
import type { Panel } from "./panel.js";

/** The membrane as it is at the cursor: channels, their gates, and what flows through them. */
export const membranePanel: Panel = {
  name: "membrane",
  suits: (model) => ionCurrents(model).length > 0,
  opens: () => false,
  staged: true,
  draw: () => ({
    words:
      "Each pair of lids is a gate, open as far as its variable says. " +
      "The area of an arrow is its current: in below, out above.",
  }),
};
