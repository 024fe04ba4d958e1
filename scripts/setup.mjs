// Sets the project up, inside its own folder: npm packages, build, a Python environment with JupyterLab, the kernel.
// Each step leaves a stamp in what it made, and is skipped while the stamp is right. Needs nothing but Node and Python.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Missing, hash, isStamped, pythonEnv, root, run, step, writeStamp } from "./steps.mjs";

const venv = join(root, ".venv");

/**
 * The Python of the environment. Everything of Jupyter's is started as `python -m …`: its scripts break when a folder
 * moves.
 */
export const venvPython =
  process.platform === "win32" ? join(venv, "Scripts", "python.exe") : join(venv, "bin", "python");

/**
 * All that `npm run lab` and `npm test` need; what is there already takes no time.
 * @param beside what else is to be done as soon as there are the packages, at the same time as the rest
 */
export async function setUp(beside = () => {}) {
  checkNode(process.versions.node);
  await npmPackages();
  const all = await Promise.allSettled([builtPackage(), pythonEnvironment(), beside()]);
  for (const { reason } of all) if (reason !== undefined) throw reason; // what went wrong is told last
  await kernel();
}

/** Node 20.19 is the first that lets a notebook cell `require` an ES module. */
export function checkNode(version) {
  const [major, minor] = version.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    throw new Missing(`Node.js 20.19 or later is needed, this is ${version}: install it from nodejs.org`);
}

function npmPackages() {
  const stamp = join(root, "node_modules", ".stamp");
  return step("npm packages", stamp, hash(["package.json", "package-lock.json"], process.versions.modules), () => {
    const npm = process.env.npm_execpath?.endsWith("npm-cli.js")
      ? [process.execPath, process.env.npm_execpath]
      : ["npm"];
    return run([...npm, "ci", "--include=dev", "--no-fund", "--no-audit"], "npm could not install the packages");
  });
}

async function builtPackage() {
  const { build, inputs } = await import("./build.mjs"); // now that there are the npm packages that it imports
  const stamp = join(root, "dist", ".stamp");
  const key = hash(inputs);
  if (isStamped(stamp, key)) return;
  await build();
  writeStamp(stamp, key);
}

async function pythonEnvironment() {
  const stamp = join(venv, ".stamp");
  // The folder is part of the key: an environment that was moved or copied has the old paths inside. So is a Python
  // that still runs.
  const version = existsSync(venvPython) ? versionOf(venvPython) : "";
  const key = (running) => hash(["requirements.txt"], root, running);
  if (version && isStamped(stamp, key(version))) return;
  const python = findPython();
  await step(`JupyterLab in .venv, with Python ${python.version}`, stamp, undefined, async () => {
    rmSync(venv, { recursive: true, force: true });
    await run([...python.command, "-m", "venv", venv], "the Python environment could not be made");
    // Jupyter runs a CommonJS script from in here; without this the project's "type": "module" would apply to it.
    writeFileSync(join(venv, "package.json"), '{ "type": "commonjs" }\n');
    await run(
      [venvPython, "-m", "pip", "install", "--no-deps", "--disable-pip-version-check", "-r", "requirements.txt"],
      "pip could not install JupyterLab",
    );
  });
  writeStamp(stamp, key(versionOf(venvPython)));
}

/** What a Python says of itself; empty if it does not start. */
const versionOf = (python) =>
  spawnSync(python, ["-c", "import sys; print(sys.version)"], { encoding: "utf8", env: pythonEnv() }).stdout ?? "";

/** The first Python that will do, of those that people's machines call by one of these names. */
export function findPython() {
  const names = process.env.PYTHON ? [[process.env.PYTHON]] : [["python3"], ["python"], ["py", "-3"]];
  const seen = [];
  for (const command of names) {
    const [name, ...args] = command;
    const probe = [
      "import sys, importlib.util as u",
      "print(*sys.version_info[:3], all(u.find_spec(m) for m in ('venv', 'ensurepip')))",
    ].join("; ");
    const { stdout, status } = spawnSync(name, [...args, "-c", probe], { encoding: "utf8", env: pythonEnv() });
    if (status !== 0 || !stdout) continue;
    const [major, minor, patch, whole] = stdout.trim().split(" ");
    const version = `${major}.${minor}.${patch}`;
    if (Number(major) !== 3 || Number(minor) < 10)
      seen.push(`${command.join(" ")} is Python ${version}, 3.10 or later is needed`);
    else if (whole !== "True")
      seen.push(`Python ${version} lacks its venv module: on Debian or Ubuntu, sudo apt install python3-venv`);
    else return { command, version };
  }
  const asked = names.map((command) => command.join(" ")).join(", ");
  throw new Missing(
    seen[0] ??
      `Python 3.10 or later is needed and none was found (looked for ${asked}): ` +
        "install it from python.org, or set PYTHON to its path",
  );
}

/**
 * Makes our kernel known to the Jupyter of this environment only, by absolute paths, and settles what a class should
 * not be asked.
 */
async function kernel() {
  const { kernelSpec } = await import("../dist/kernel/spec.js"); // now that it is built
  const files = {
    "share/jupyter/kernels/tslab/kernel.json": kernelSpec(),
    "etc/jupyter/jupyter_server_config.json": {
      KernelSpecManager: { ensure_native_kernel: false },
      MappingKernelManager: { default_kernel_name: "tslab" },
      ZMQChannelsWebsocketConnection: { iopub_data_rate_limit: 1e8 }, // a page of figures comes at once
      LabApp: { extension_manager: "readonly" },
    },
    "share/jupyter/lab/settings/overrides.json": {
      "@jupyterlab/apputils-extension:notification": { checkForUpdates: false, fetchNews: "false" },
    },
  };
  const texts = Object.entries(files).map(([path, content]) => [path, `${JSON.stringify(content, null, 2)}\n`]);
  texts.push(["share/jupyter/kernels/tslab/logo-svg.svg", readFileSync(join(root, "scripts", "logo.svg"), "utf8")]);
  for (const [path, text] of texts) {
    const file = join(venv, path);
    if (existsSync(file) && readFileSync(file, "utf8") === text) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** The environment in which Jupyter keeps its settings, its state and its trust in notebooks inside the project. */
export function jupyterEnv() {
  const home = join(venv, "jupyter");
  return {
    ...pythonEnv(),
    JUPYTER_CONFIG_DIR: join(home, "config"),
    JUPYTER_DATA_DIR: join(home, "data"),
    JUPYTER_RUNTIME_DIR: join(home, "runtime"),
    JUPYTER_PREFER_ENV_PATH: "1",
  };
}
