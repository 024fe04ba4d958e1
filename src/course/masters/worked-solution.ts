import type { Masters, MimeBundle } from "../../host/host.js";
import { readMaster, worked } from "./master.js";

/** The solution of an exercise as its master has it, or undefined in a copy of the course without masters. */
export function workedSolution(masters: Masters, id: string): MimeBundle | undefined {
  const master = masters(id.split(".")[0].padStart(2, "0"));
  if (master === undefined) return undefined;
  const own = readMaster(master.name, master.source).cells.filter((cell) => cell.exercise === id);
  const code = own.filter(({ kind }) => kind === "exercise").map(worked);
  if (code.length === 0) return undefined;
  const text = own.filter(({ kind }) => kind === "solution").map((cell) => cell.text);
  const markdown = code.map((lines) => `\`\`\`typescript\n${lines}\n\`\`\``);
  return {
    "text/plain": [`Solution ${id}`, ...code, ...text].join("\n\n"),
    "text/markdown": [`**Solution ${id}**`, ...markdown, ...text].join("\n\n"),
  };
}
