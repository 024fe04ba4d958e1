import { execFileSync, spawn, spawnSync, type ChildProcess } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bookOf, ids, notebook, worth, type Sheet } from "../grade/class/answers.js";
import { cellOf } from "../grade/hand-in.js";
import { until } from "../patience.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const number = notebook.slice(0, 2);
const all = Object.fromEntries(ids.map((id) => [id, "right"])) as Sheet;
const sheets: Readonly<Record<string, Sheet>> = {
  anna: all,
  cleo: all,
  bert: { ...all, "9.1": "blank", "9.2": "blank", "9.3": "mix-up", "9.4": "mix-up", "9.6": "throws" },
};
/** Answers of which a part is right, with what it is worth. */
const inParts: Readonly<Record<string, Readonly<Record<string, readonly [code: string, points: number]>>>> = {
  cleo: {
    "9.6": [
      `const stepOfTheAxon = (V: number, m: number, h: number, n: number, I: number, dt: number): number[] => {
  const velocity = hodgkinHuxley.with({ I: I }).field([V, m, h, n]);
  return [V + velocity[0], ...[m, h, n].map((x, i) => x + dt * velocity[i + 1])];
};`,
      2,
    ],
  },
};
const score = (student: string): number =>
  ids.reduce((sum, id) => sum + (inParts[student]?.[id]?.[1] ?? worth(sheets[student][id], id)), 0);
const scores = Object.fromEntries(Object.keys(sheets).map((student) => [student, score(student)]));

describe.skipIf(process.platform === "win32")("nbgrader, in an environment that scripts/nbgrader.mjs makes", () => {
  let course: string;
  let server: ChildProcess | undefined;
  let environment: NodeJS.ProcessEnv;
  const program = (name: string): string => join(course, ".venv", "bin", name);
  const nbgrader = (...args: readonly string[]): void => {
    const { status, stderr } = spawnSync(program("nbgrader"), args, {
      cwd: course,
      env: environment,
      encoding: "utf8",
    });
    expect(status, stderr.slice(-3000)).toBe(0);
  };
  beforeAll(() => {
    course = mkdtempSync(join(tmpdir(), "nbgrader-"));
    environment = { ...process.env, PATH: `${join(course, ".venv", "bin")}:${process.env["PATH"]}` };
    for (const name of ["CONFIG", "DATA", "RUNTIME"])
      environment[`JUPYTER_${name}_DIR`] = join(course, ".jupyter", name);
    execFileSync(process.execPath, [join(root, "scripts", "nbgrader.mjs"), course, notebook], { stdio: "inherit" });
    nbgrader("generate_assignment", number);
    for (const [student, sheet] of Object.entries(sheets)) {
      const folder = join(course, "submitted", student, number);
      mkdirSync(folder, { recursive: true });
      const book = bookOf(student, sheet, student);
      for (const [id, [code]] of Object.entries(inParts[student] ?? {})) cellOf(book, "exercise", id).source = code;
      writeFileSync(join(folder, `${notebook}.ipynb`), JSON.stringify(book));
    }
    nbgrader("autograde", number);
  });
  afterAll(() => {
    server?.kill("SIGKILL");
    rmSync(course, { recursive: true, force: true });
  });

  it("hands out what we hand out", () => {
    const released = readFileSync(join(course, "release", number, `${notebook}.ipynb`), "utf8");
    expect(released).toContain("check-9-6");
    expect(released).not.toContain("BEGIN SOLUTION");
  });

  it("exports the points that our grader gives, those of parts too, where neither hidden checks nor cheating come in", () => {
    nbgrader("export");
    const rows = readFileSync(join(course, "grades.csv"), "utf8")
      .trim()
      .split("\n")
      .map((line) => line.split(","));
    const [heads, ...students] = rows;
    const found = students.map((row) => [row[heads.indexOf("student_id")], Number(row[heads.indexOf("score")])]);
    expect(Object.fromEntries(found)).toEqual(scores);
  });

  it("writes feedback with the words of our checks", () => {
    nbgrader("generate_feedback", number);
    const page = readFileSync(join(course, "feedback", "bert", number, `${notebook}.html`), "utf8");
    expect(page).toContain("Can a rate be zero at rest and negative above it?");
    expect(existsSync(join(course, "feedback", "anna", number, `${notebook}.html`))).toBe(true);
  });

  it("shows our points in formgrader", async () => {
    const port = await new Promise<number>((resolve) => {
      const probe = createServer().listen(0, "127.0.0.1", () => {
        const { port: free } = probe.address() as { port: number };
        probe.close(() => resolve(free));
      });
    });
    const options = [
      ...["server", "--allow-root", "--no-browser", `--port=${port}`, "--IdentityProvider.token=t"],
      "--ServerApp.jpserver_extensions={'nbgrader.server_extensions.formgrader': True}",
      ...[`--ServerApp.root_dir=${course}`, `--NbGraderConfig.course_directory=${course}`],
    ];
    server = spawn(program("jupyter"), options, { cwd: course, env: environment, stdio: "ignore" });
    const address = `http://127.0.0.1:${port}/formgrader/api/submissions/${number}?token=t`;
    let shown: readonly { readonly student: string; readonly score: number; readonly max_score: number }[] = [];
    await until(async () => {
      try {
        shown = (await (await fetch(address)).json()) as typeof shown;
        return true;
      } catch {
        return false; // it is not up yet
      }
    });
    expect(Object.fromEntries(shown.map(({ student, score: points }) => [student, points]))).toEqual(scores);
    expect(shown[0].max_score).toBe(scores["anna"]);
  });
});
