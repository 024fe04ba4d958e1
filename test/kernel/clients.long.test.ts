// Other programs that run notebooks, as they are, with the kernel as it is installed: `node scripts/clients.mjs` puts
// them into .venv-clients.
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { clientPrograms, clientPython } from "../../scripts/clients.mjs";
import { pythonEnv } from "../../scripts/steps.mjs";
import { joined, readNotebook, workFolder, writeNotebook } from "../e2e/notebook-file.js";

const absent = !existsSync(clientPython);
if (absent) console.warn("\n*** SKIPPED: papermill, nbconvert, jupyter console, nbgrader: node scripts/clients.mjs\n");

const course = "08-hodgkin-huxley.ipynb";

describe.skipIf(absent)("with the kernel as it is installed,", () => {
  let folder: string;
  let env: NodeJS.ProcessEnv;
  beforeAll(() => {
    folder = workFolder([`notebooks/${course}`]);
    env = {
      ...pythonEnv(),
      PATH: `${clientPrograms}${delimiter}${process.env.PATH}`, // nbgrader starts alembic by its name
      JUPYTER_PATH: join(folder, "share", "jupyter"),
      JUPYTER_CONFIG_DIR: join(folder, "config"),
      JUPYTER_DATA_DIR: join(folder, "data"),
      JUPYTER_RUNTIME_DIR: join(folder, "runtime"),
      CI: "",
    };
    const install = [resolve("dist/cli.js"), "kernel", "install", "--prefix", folder];
    expect(spawnSync(process.execPath, install).status).toBe(0);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** What a client prints, on both streams. @throws Error with it if the client fails */
  function client(module: string, args: readonly string[], cwd = folder, input = ""): string {
    const { status, stdout, stderr } = spawnSync(clientPython, ["-m", module, ...args], {
      cwd,
      env,
      input,
      encoding: "utf8",
      maxBuffer: 1e8,
    });
    if (status !== 0) throw new Error(`${module} ${args.join(" ")} ended with ${status}:\n${stdout}${stderr}`);
    return stdout + stderr;
  }
  const failures = (file: string): unknown[] =>
    readNotebook(file)
      .flatMap(({ outputs }) => outputs ?? [])
      .filter(({ output_type, name }) => output_type === "error" || name === "stderr");

  test("nbclient and nbconvert run a notebook of the course", () => {
    copyFileSync(join(folder, course), join(folder, "client.ipynb"));
    client("jupyter", ["execute", "--inplace", "--timeout=-1", "client.ipynb"]);
    expect(failures(join(folder, "client.ipynb"))).toEqual([]);
    client("nbconvert", ["--execute", "--ExecutePreprocessor.timeout=-1", "--to=html", "--output=page", course]);
    expect(readFileSync(join(folder, "page.html"), "utf8")).toContain("<nullcline-live");
  });

  test("papermill runs a notebook of the course, and puts parameters of every kind into another", () => {
    client("papermill", [course, "paper.ipynb"]);
    expect(failures(join(folder, "paper.ipynb"))).toEqual([]);
    const file = join(folder, "parameters.ipynb");
    writeNotebook(file, [
      "let I: number = 5; // uA/cm^2\nlet who = 'nobody';\nlet more: unknown = 0;",
      "({ I, who, more })",
    ]);
    const notebook = JSON.parse(readFileSync(file, "utf8")) as { cells: { metadata: object }[] };
    Object.assign(notebook.cells[0]?.metadata ?? {}, { tags: ["parameters"] });
    writeFileSync(file, JSON.stringify(notebook));
    const yaml = 'more: { list: [1, 2.5, true, null], "a b": "üß\\n" }';
    client("papermill", ["-p", "I", "10", "-p", "who", 'a "b" \\', "-y", yaml, "parameters.ipynb", "with.ipynb"]);
    const cells = readNotebook(join(folder, "with.ipynb"));
    expect(joined(cells[1]?.source)).toBe(
      '// Parameters\nlet more = { "list": [1, 2.5, true, null], "a b": "üß\\n" };\n' +
        'let I = 10;\nlet who = "a \\"b\\" \\\\";\n',
    );
    expect(joined(cells[2]?.outputs?.[0]?.data?.["text/plain"] as string)).toMatch(
      /I: 10,\s+who: 'a "b" \\\\',\s+more: \{ list: \[ 1, 2.5, true, null \], 'a b': 'üß\\n' \}/,
    );
    expect(client("papermill", ["--help-notebook", "parameters.ipynb"])).toMatch(/I: number \(default 5\) +uA\/cm\^2/);
  });

  test("jupyter console runs lines, shows results and errors, and goes on", () => {
    const lines = "const a: number = 6 * 7\na\nthrow new Error('no')\nawait Promise.resolve(5)\n";
    const said = client("jupyter_console", ["--kernel=tslab", "--simple-prompt"], folder, lines);
    expect(said).toContain("TypeScript 5.9.3 (nullcline, on tslab)");
    expect(said).toMatch(/Out\[2\]: 42[\s\S]*Out\[4\]: 5/);
    expect(said).toMatch(/Error: no[\s\S]*at line 1/); // on its other stream
  });

  test("nbgrader hands out a notebook of the course, runs what is handed in, and marks it", () => {
    const root = join(folder, "course");
    for (const each of ["source/ps1", "submitted/ab1/ps1"]) mkdirSync(join(root, each), { recursive: true });
    copyFileSync("nbgrader_config.py", join(root, "nbgrader_config.py"));
    copyFileSync(join(folder, course), join(root, "source", "ps1", course));
    client("nbgrader", ["generate_assignment", "ps1"], root);
    copyFileSync(join(root, "release", "ps1", course), join(root, "submitted", "ab1", "ps1", course));
    for (const task of ["autograde", "generate_feedback"]) client("nbgrader", [task, "ps1"], root);
    client("nbgrader", ["export"], root);
    const [head = "", row = ""] = readFileSync(join(root, "grades.csv"), "utf8").split(/\r?\n/);
    const marks = Object.fromEntries(head.split(",").map((name, i) => [name, row.split(",")[i]]));
    expect(marks).toMatchObject({ assignment: "ps1", student_id: "ab1", score: "0.0" });
    expect(Number(marks.max_score)).toBeGreaterThan(5);
    expect(existsSync(join(root, "feedback", "ab1", "ps1", course.replace(".ipynb", ".html")))).toBe(true);
  });
});
