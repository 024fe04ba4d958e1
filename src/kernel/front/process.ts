/** The front as the process that `kernel.json` names. Its last argument is the connection file that Jupyter writes. */
import { runKernel } from "./start.js";

runKernel(process.argv.at(-1) as string).catch((error: Error) => {
  console.error(`nullcline kernel: ${error.message}`);
  process.exit(1);
});
