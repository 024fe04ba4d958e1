import type { MathJs } from "../../host/host.js";
import { host } from "../../host/node.js";

let loaded: MathJs | undefined;

/** mathjs, loaded when the first text is read: it takes as long as the rest of the package. */
export function math(): MathJs {
  if (loaded === undefined) {
    loaded = host.mathjs();
    // Two copies of this module in one process, as of the package's sources and of its build, share one mathjs.
    const molar = { definition: "1000 mol/m^3", prefixes: "short", aliases: ["M"] };
    loaded.createUnit("molar", molar, { override: true });
  }
  return loaded;
}
