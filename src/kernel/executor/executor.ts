/** Runs the cells of one notebook as the kernel's front says. */
import { createAsking, type Waiting } from "./asking.js";
import { createComms } from "./comms.js";
import type { FromExecutor, ToExecutor } from "./messages.js";
import { gatherOutput } from "./output.js";
import { createRunner, type Runner } from "./runner.js";
import type { World } from "./world.js";

/**
 * Defines what cells find beside the language, in this process or worker.
 * @param waiting how a cell's code waits for an answer, where it can
 */
export function createExecutor(
  world: World,
  send: (message: FromExecutor) => void,
  waiting?: Waiting,
): { readonly cells: Runner["cells"]; receive(message: ToExecutor): void } {
  const runner = createRunner(world);
  const asking = createAsking(waiting, send);
  const comms = createComms(send);
  return {
    cells: runner.cells,
    receive(message) {
      if (message.kind === "run") {
        const { run, cell, mayAsk } = message;
        const output = gatherOutput(run, send);
        asking.allow(mayAsk);
        runner.start(cell, output, (outcome) => {
          output.flush();
          send({ kind: "end", run, outcome });
        });
      } else if (message.kind === "interrupt") {
        asking.stop();
        runner.stop(message.all);
      } else if (message.kind === "answer") asking.answer(message);
      else comms.receive(message, gatherOutput(message.run, send));
    },
  };
}
