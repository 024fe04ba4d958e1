import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { MimeBundle } from "../../live/cell/display.js";
import { readMaster, worked } from "./master.js";

/** The solution of an exercise as its master has it, or undefined in a copy of the course without masters. */
export function workedSolution(masters: string, id: string): MimeBundle | undefined {
  const number = id.split(".")[0].padStart(2, "0");
  const file = readable(masters).find(
    (name) => name.startsWith(`${number}-`) && name.endsWith(".ts") && !name.endsWith(".hidden.ts"),
  );
  if (file === undefined) return undefined;
  const { cells } = readMaster(file.slice(0, -".ts".length), readFileSync(join(masters, file), "utf8"));
  const own = cells.filter((cell) => cell.exercise === id);
  const code = own.filter(({ kind }) => kind === "exercise").map(worked);
  if (code.length === 0) return undefined;
  const text = own.filter(({ kind }) => kind === "solution").map((cell) => cell.text);
  return {
    "text/plain": [`Solution ${id}`, ...code, ...text].join("\n\n"),
    "text/markdown": [`**Solution ${id}**`, ...code.map((lines) => `\`\`\`typescript\n${lines}\n\`\`\``), ...text].join(
      "\n\n",
    ),
  };
}

/** Names in a folder; none where it is missing or must not be read, as in a graded copy. */
function readable(folder: string): readonly string[] {
  try {
    return existsSync(folder) ? readdirSync(folder) : [];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_ACCESS_DENIED") return [];
    throw error;
  }
}
