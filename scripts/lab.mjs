// `npm run lab -- --no-browser --port 8899`: sets the project up and opens its notebooks in JupyterLab.
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import { jupyterEnv, setUp, venvPython } from "./setup.mjs";
import { Missing, root, script } from "./steps.mjs";

await script(async (args) => {
  const port = askedPort(args);
  if (port !== undefined && !(await isFree(port)))
    throw new Missing(`port ${port} is taken: end what uses it, or ask for another one with --port`);
  await setUp();
  const allowRoot = process.getuid?.() === 0 ? ["--allow-root"] : []; // as in a container; JupyterLab refuses otherwise
  const lab = spawn(venvPython, ["-m", "jupyterlab", ...allowRoot, ...args], {
    cwd: join(root, "notebooks"),
    env: jupyterEnv(),
    stdio: "inherit",
  });
  process.on("SIGINT", () => {}); // Ctrl-C reaches JupyterLab too, which asks whether it is meant
  process.on("SIGTERM", () => lab.kill("SIGTERM"));
  return new Promise((resolve) => lab.on("exit", (code, signal) => resolve(code ?? (signal ? 1 : 0))));
});

/** The port in the arguments; without one JupyterLab takes the first free one from 8888 on. */
function askedPort(args) {
  const at = args.findIndex((arg) => /^--(ServerApp\.)?port(=|$)/.test(arg));
  if (at < 0) return undefined;
  const text = args[at].split("=")[1] ?? args[at + 1] ?? "";
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535 || text === "")
    throw new Missing(`--port expects a number from 0 to 65535, got ${text || "nothing"}`);
  return port;
}

function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer()
      .once("error", () => resolve(false))
      .once("listening", () => server.close(() => resolve(true)));
    server.listen(port, "127.0.0.1");
  });
}
