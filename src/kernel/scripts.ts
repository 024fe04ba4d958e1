/**
 * The kernel's processes and its watchdog, each in one file of CommonJS that the build makes of its modules: Node has
 * one of them at work in three quarters of the time that it takes with its two dozen modules.
 */
import { fileURLToPath } from "node:url";

const script = (name: string): string => fileURLToPath(new URL(`../node/${name}.cjs`, import.meta.url));

/** The front, which speaks with Jupyter: `node kernel.cjs CONNECTION_FILE`. */
export const kernelScript = script("kernel");
/** The compiler; what a snapshot is made of has to be one file. */
export const compilerScript = script("compiler");
/** Said to the compiler in place of a notebook's folder: the grader asks. */
export const forGrader = "grader";
/** The process that runs cells. */
export const executorScript = script("executor");
/** The thread that watches over it. */
export const watchdogScript = script("watchdog");
/** A Node that waits to become such a process. */
export const spareScript = script("spare");
