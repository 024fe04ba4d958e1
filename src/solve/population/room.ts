import { mostBytes } from "../simulation-options.js";
import type { Wanted } from "./population-run.js";

/** Numbers kept of each step whatever is recorded: its end and that of its piece, as they grow and finished. */
const ofEachStep = 4;

/** @throws RangeError for a run that keeps more than there is room for, with what to record instead */
export function requireRoomFor({ cells, states }: Wanted, duration: number, dt: number): void {
  const steps = duration / dt;
  const columns = cells.length * states.length;
  const bytes = 8 * steps * (columns + ofEachStep);
  if (bytes <= mostBytes) return;
  const fitting = Math.floor((mostBytes / (8 * steps) - ofEachStep) / Math.max(states.length, 1));
  const names = states.map(({ name }) => name);
  const what = columns === 0 ? "their times" : `${names.join(", ")} of ${cells.length} cells`;
  const instead =
    columns === 0 || fitting < 1
      ? `Run at most ${Math.floor(mostBytes / (8 * (ofEachStep + 1)) / 1e6)} million steps at a time`
      : `Record ${fitting} of the cells at most, as in { record: { states: ${JSON.stringify(names)}, cells: [0] } }`;
  throw new RangeError(
    `simulatePopulation: dt = ${dt} ms makes ${steps.toExponential(0)} steps of ${duration} ms: ${what} would take ` +
      `${(bytes / 2 ** 30).toFixed(1)} GB, ${mostBytes / 2 ** 30} GB at most are kept. ${instead}`,
  );
}
