import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const page = fileURLToPath(new URL("../../docs/grading-cases.md", import.meta.url));

/** Puts a section of the cases and their marks, as it came out, into the docs: in place of the one of its heading. */
export function writeSection(heading: string, text: string): void {
  const [head, ...sections] = readFileSync(page, "utf8").split(/^(?=## )/m);
  const section = `## ${heading}\n\n${text.trim()}\n`;
  const place = sections.findIndex((one) => one.startsWith(`## ${heading}\n`));
  const all = place < 0 ? [...sections, section] : sections.with(place, section);
  writeFileSync(page, `${[head, ...all].map((part) => part.trim()).join("\n\n")}\n`);
}

/** A table, whatever stands in its cells. */
export function markdownTable(heads: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]): string =>
    `| ${cells.map((cell) => String(cell).replaceAll("|", "\\|").replaceAll("<", "&lt;")).join(" | ")} |`;
  return [line(heads), `|${heads.map(() => "---|").join("")}`, ...rows.map(line)].join("\n");
}
