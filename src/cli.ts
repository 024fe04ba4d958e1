#!/usr/bin/env node
/**
 * `nullcline COMMAND`. A command takes its arguments apart here and calls a function that knows nothing of command
 * lines; its module is loaded only when it is asked for. Exit codes: 0 done; 1 the command ran and found something
 * wrong; 2 it was not called as it should be.
 */
import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { UsageError } from "./checks/usage-error.js";

interface Command {
  readonly usage: string;
  readonly about: string;
  /** Further lines of its help. */
  readonly more?: readonly string[];
  run(args: readonly string[]): Promise<number>;
}

const commands: Readonly<Record<string, Command>> = {
  lab: {
    usage: "lab [ARGUMENT OF JUPYTERLAB …]",
    about: "set the project up and open its notebooks in JupyterLab",
    async run(args) {
      const script = fileURLToPath(new URL("../scripts/lab.mjs", import.meta.url));
      if (!existsSync(script)) throw new Error(`works in a clone of the project only: there is no ${script}`);
      return spawnSync(process.execPath, [script, ...args], { stdio: "inherit" }).status ?? 1;
    },
  },
  kernel: {
    usage: "kernel CONNECTION_FILE | install | uninstall | check [--user | --sys-prefix | --prefix DIR]",
    more: ["--memory MB           of objects in a notebook, three times that in all; 512"],
    about: "the TypeScript kernel, which Jupyter starts; make it known to Jupyter, take it back, see whether it works",
    async run(args) {
      const { kernelTask, kernelTasks } = await import("./kernel/command.js");
      const task = kernelTasks.find((each) => each === args[0]);
      if (task) return kernelTask(task, args.slice(1));
      const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
      const [file, ...rest] = positionals;
      if (file === undefined || rest.length > 0)
        throw new UsageError("expects one file, the connection file that Jupyter writes");
      const { kernelScript } = await import("./kernel/scripts.js");
      createRequire(import.meta.url)(kernelScript); // it takes the last argument, too
      return 0;
    },
  },
  notebooks: {
    usage: "notebooks [NAME …] [--check] [--solutions DIR] [--masters DIR]",
    about: "write the students' notebooks from their masters, or solved ones to DIR; --check only compares",
    async run(args) {
      const { values, positionals } = parseArgs({
        args: [...args],
        allowPositionals: true,
        options: { check: { type: "boolean" }, solutions: { type: "string" }, masters: { type: "string" } },
      });
      const { drift, masterNames, notebookTexts, readMasters, writeNotebooks } = await import(
        "./course/masters/build.js"
      );
      const { catalogue } = await import("./course/catalogue.js");
      const { predictions } = await import("./course/predictions/predictions.js");
      const folder = fileURLToPath(new URL("../notebooks/", import.meta.url));
      const target = values.solutions ?? folder;
      const source = values.masters ?? join(folder, "source");
      const names = masterNames(source);
      const stray = positionals.find((name) => !names.includes(name));
      if (stray !== undefined) throw new UsageError(`there is no master ${stray}, there are ${names.join(", ")}`);
      if (values.check && positionals.length > 0)
        throw new UsageError("--check compares all notebooks: leave the names out");
      const texts = notebookTexts(
        readMasters(source, catalogue, positionals.length > 0 ? positionals : names, predictions),
        values.solutions === undefined ? "student" : "solved",
        catalogue,
        predictions,
      );
      if (values.check) {
        const differences = drift(texts, target);
        for (const difference of differences) console.error(difference);
        if (differences.length > 0) console.error("run `npx nullcline notebooks` to write them anew");
        return differences.length > 0 ? 1 : 0;
      }
      const written = writeNotebooks(texts, target);
      const which = written.length > 0 ? `: ${written.join(", ")}` : "";
      console.log(`${texts.size} notebooks in ${target}, ${written.length} changed${which}`);
      return 0;
    },
  },
  docs: {
    usage: "docs [--check]",
    about: "write the pages of docs/models from the models; --check only compares",
    async run(args) {
      const { values } = parseArgs({ args: [...args], options: { check: { type: "boolean" } } });
      const { staleModelPages, writeModelPages } = await import("./pages/model-pages.js");
      const folder = fileURLToPath(new URL("../docs/models/", import.meta.url));
      if (values.check) {
        const stale = staleModelPages(folder);
        if (stale.length > 0)
          console.error(`not what the models say: ${stale.join(", ")}\nrun \`npx nullcline docs\` to write them anew`);
        return stale.length > 0 ? 1 : 0;
      }
      const written = writeModelPages(folder);
      console.log(`docs/models: ${written.length} files changed${written.length > 0 ? `: ${written.join(", ")}` : ""}`);
      return 0;
    },
  },
  playground: {
    usage: "playground --out FILE",
    about: "write a page with all models to play with, which works from a file and without network",
    async run(args) {
      const { values } = parseArgs({ args: [...args], options: { out: { type: "string" } } });
      if (values.out === undefined) throw new UsageError("expects --out FILE, the page to be written");
      const { packed, packedParts } = await import("./live/cell/setup.js");
      const { playgroundHtml } = await import("./live/playground-page.js");
      const parts = { ...packedParts(), equations: packed("equations") };
      const page = playgroundHtml(packed("plotly"), packed("runtime"), parts);
      writeFileSync(values.out, page);
      console.log(`${values.out}: ${(page.length / 1e6).toFixed(1)} MB, to be opened in any browser`);
      return 0;
    },
  },
  export: {
    usage: "export NOTEBOOK|DIR … [--out FILE.html|DIR]",
    more: [
      "--out FILE.html|DIR   the page of one notebook, or the folder of all; beside each notebook, under its name",
      "DIR                   all notebooks in it and below; a page that is there is written anew",
      "docs/export.md tells more",
    ],
    about: "write a notebook as it was run as one page, figures alive, which works from a file and without network",
    run: async (args) => (await import("./export/command.js")).exportCommand(args),
  },
  grade: {
    usage: "grade DIR|ZIP|FILE … --out DIR [OPTION …]",
    more: [
      "--roster FILE         CSV that says who is who where the platform has ids of its own",
      "--resume              keep the marks of an earlier run for work that has not changed",
      "--attempts last|best  what counts of those who handed in twice; the last",
      "--due TIME            2026-11-20 or 2026-11-20T18:00; what came later is marked as late",
      "--merge FILE          the marking sheet, explanations.csv, with the points that you have filled in",
      "--seed TEXT           the secret of the hidden checks: the same files and the same seed give the same marks",
      "--notebooks NAMES     those that were asked for, such as 08-hodgkin-huxley,10-persistent-sodium; all",
      "--masters DIR         the masters; those of this project",
      "--timeout SECONDS     for one cell and for one answer; 30",
      "--memory MB           for a student's process; 512",
      "--sandbox WALL        what stands around students' code: bubblewrap or none",
      "--queue redis://…     let `nullcline grade-worker`s on other machines mark",
      "--gradescope DIR      instead of the files: the one submission of an autograder, laid out as in /autograder",
      "--prairielearn DIR    the same for an external grader, laid out as in /grade",
      "docs/grading.md tells more",
    ],
    about: "grade what was handed in: writes results.json, gradebook.csv and more to DIR; exit code 1 if some was not",
    run: async (args) => (await import("./grade/command.js")).gradeCommand(args),
  },
  "grade-worker": {
    usage: "grade-worker --queue redis://HOST:PORT [--masters DIR] [--sandbox bubblewrap|none]",
    about: "mark what graders with the same --queue hand out, on this machine, until it is stopped",
    run: async (args) => (await import("./grade/queue/worker.js")).workerCommand(args),
  },
  autograder: {
    usage: "autograder NOTEBOOK … --out autograder.zip [--roster FILE] [--masters DIR]",
    about: "write the autograder that Gradescope asks for",
    run: async (args) => (await import("./grade/autograder.js")).autograderCommand(args),
  },
};

const help = (): string => {
  const width = Math.max(...Object.values(commands).map(({ usage }) => usage.length));
  return [
    "usage: nullcline COMMAND",
    "",
    ...Object.values(commands).map(({ usage, about }) => `  ${usage.padEnd(width)}  ${about}`),
  ].join("\n");
};

async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined) {
    console.error(help());
    return 2;
  }
  if (name === "--help" || name === "-h" || name === "help") {
    console.log(help());
    return 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    console.error(`nullcline: there is no command ${name}, there are ${Object.keys(commands).join(", ")}`);
    return 2;
  }
  if (name !== "lab" && (args[0] === "--help" || args[0] === "-h")) {
    console.log([`usage: nullcline ${command.usage}`, command.about, ...(command.more ?? [])].join("\n"));
    return 0;
  }
  try {
    return await command.run(args);
  } catch (error) {
    const misused =
      error instanceof UsageError || String((error as NodeJS.ErrnoException).code).startsWith("ERR_PARSE_ARGS");
    console.error(
      `nullcline ${name}: ${(error as Error).message}${misused ? `\nusage: nullcline ${command.usage}` : ""}`,
    );
    return misused ? 2 : 1;
  }
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
