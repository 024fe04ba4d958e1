/**
 * Where students' code runs: in Deno, without any permission; and around that, where the system has bubblewrap, without
 * network, other processes, or any file but Deno's own and the program of the student's world.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findDeno } from "./deno.js";
import type { Program } from "./child.js";

/** What stands around Deno. */
export const walls = ["bubblewrap", "none"] as const;
/** One of `walls`. */
export type Wall = (typeof walls)[number];

/** The confinement of one run of the grader. */
export interface Sandbox {
  readonly wall: Wall;
  /** Where its processes start. */
  readonly folder: string;
  /**
   * The program of a student's world.
   * @param heap MB for JavaScript
   * @param first of all, before any student: it may leave what makes the others start in a fifth of the time
   */
  program(heap: number, first?: boolean): Program;
}

/** Folders of the system in which Deno finds its libraries. */
const libraries = ["/usr/lib", "/usr/lib64", "/lib", "/lib64"];

/**
 * @param folder for what Deno remembers of the program from start to start
 * @param wanted the wall; by default the best that is there
 * @param tell gets a line about what the teacher should know
 * @throws Error if Deno cannot be had, or the wall that is wanted does not stand
 */
export function createSandbox(folder: string, wanted: Wall | undefined, tell: (line: string) => void): Sandbox {
  const deno = findDeno(tell);
  const world = fileURLToPath(new URL("../student/world.js", import.meta.url));
  const memory = join(folder, "deno");
  mkdirSync(memory, { recursive: true });
  const wall = wanted ?? (wallStands() ? "bubblewrap" : "none");
  if (wanted === "bubblewrap" && !wallStands())
    throw new Error("--sandbox bubblewrap: the program bwrap is not there, or the system does not let it work");
  if (wanted === undefined && wall === "none")
    tell("students' code is confined by Deno alone: there is no bubblewrap that works here (docs/grading.md)");

  // Numbers that are drawn at random are the same each time: the same answer has the same mark.
  const flags = (map: string, heap: number): string[] => [
    ...["run", "--quiet", "--no-prompt", "--no-remote", "--no-npm", "--no-config", "--no-lock"],
    ...[`--import-map=${map}`, `--v8-flags=--max-old-space-size=${heap},--random-seed=1`],
  ];
  const environment = { NO_COLOR: "1", DENO_NO_UPDATE_CHECK: "1" };
  return {
    wall,
    folder,
    program(heap, first = false) {
      if (wall === "none")
        return {
          command: [deno.program, ...flags(deno.importMap, heap), world],
          environment: { ...environment, DENO_DIR: memory },
          reportsPid: false,
        };
      const bound = (what: string, where: string): string[] => ["--ro-bind", what, where];
      const set = Object.entries({ ...environment, DENO_DIR: "/deno" }).flatMap((pair) => ["--setenv", ...pair]);
      return {
        command: [
          ...["bwrap", "--unshare-all", "--as-pid-1", "--die-with-parent", "--new-session", "--cap-drop", "ALL"],
          ...["--clearenv", ...set, "--info-fd", "3"],
          ...libraries.filter(existsSync).flatMap((path) => bound(path, path)),
          ...bound(deno.program, "/bin/deno"),
          ...bound(deno.importMap, "/imports.json"),
          ...bound(world, "/world.js"),
          ...[first ? "--bind" : "--ro-bind", memory, "/deno", "--chdir", "/", "--remount-ro", "/", "--"],
          ...["/bin/deno", ...flags("/imports.json", heap), "/world.js"],
        ],
        environment: { PATH: process.env["PATH"] ?? "/usr/bin:/bin" },
        reportsPid: true,
      };
    },
  };
}

function wallStands(): boolean {
  if (process.platform !== "linux") return false;
  const all = ["--unshare-all", "--die-with-parent", "--ro-bind", "/", "/", "--", "true"];
  return spawnSync("bwrap", all, { stdio: "ignore" }).status === 0;
}
