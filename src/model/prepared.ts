import type { KernelFactories } from "./code/kernels.js";

/** What is compiled of a model when the package is built, so that its first run need not wait. */
export interface Prepared {
  readonly kernels: KernelFactories;
  /** By what they are made for. */
  readonly programs: Readonly<Record<string, PreparedProgram>>;
}

/** A step program in WebAssembly. */
export interface PreparedProgram {
  /** The bytes of the module, in base64. */
  readonly module: string;
  /** Names of the functions that it imports, as f0, f1, … */
  readonly functions: readonly string[];
  /** Arrays of its own by name: their numbers, or how many zeros. */
  readonly arrays: Readonly<Record<string, number | readonly number[]>>;
}
