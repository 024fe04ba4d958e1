/** What of an explorer is rarely used: the entry of a part of the browser's code by itself. */

export { membrane } from "./membrane.js";
export type { Membrane } from "./membrane.js";
export { voice } from "./voice.js";
export type { Voice } from "./voice.js";

/** What a page has of it. */
export interface ExtrasCode {
  readonly membrane: typeof import("./membrane.js").membrane;
  readonly voice: typeof import("./voice.js").voice;
}
