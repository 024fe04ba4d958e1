import type { Parts } from "../src/live/parts.js";

/** The code of the figure library. */
export function figureLibrary(): string;
/** That of src/live, bundled from its sources: the runtime, and what each of its parts alone needs, by its name. */
export function browserCode(): Promise<{ readonly runtime: string; readonly parts: Parts }>;
/** What reads equations that are typed in a page. */
export function equationsCode(): Promise<string>;
/** Writes all into dist/live, packed by what the build has compiled. */
export function packForNotebooks(): Promise<void>;
/** Writes the main entry as one file, dist/node/nullcline.js. */
export function bundleForNode(): void;
