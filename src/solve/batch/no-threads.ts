import type { Crew } from "./threads.js";

/** A browser's side of threads: a page may not wait for them, and most pages may not share memory with them. */
export const crew = (_size: number): Crew | undefined => undefined;

/** One, for all that a population runs on. */
export const processors = (): number => 1;
