// Public names of `nullcline/kernel`: cells of TypeScript, for Jupyter or for a process of your own.

export { createSession, type CellRun, type Session } from "./kernel/session.js";
export type { CellError } from "./kernel/errors.js";
export type { DisplayContent } from "./kernel/cell.js";

/**
 * The kernel as a process: serves the notebook of the working directory until Jupyter asks it to end.
 * @param file the connection file that Jupyter writes
 * @throws Error if tslab or zeromq is not installed, `file` is not a connection file or a port of it is taken
 */
export async function runKernel(file: string): Promise<void> {
  const { runKernel: run } = await import("./kernel/front/start.js");
  await run(file);
}
