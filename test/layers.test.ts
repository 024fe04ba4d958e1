import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { expect, test } from "vitest";

/** The table of ARCHITECTURE.md: what each folder of src may import. A type may be imported where code may not. */
const below: Readonly<Record<string, { readonly code: readonly string[]; readonly types?: readonly string[] }>> = {
  model: { code: [] },
  models: { code: ["model"] },
  solve: { code: ["model"] },
  cables: { code: ["model", "solve"] },
  spikes: { code: ["model", "solve"] },
  dynamics: { code: ["model", "solve"] },
  figure: { code: [], types: ["model", "models", "solve", "cables", "spikes", "dynamics"] },
  live: { code: ["model", "models", "solve", "cables", "spikes", "dynamics", "figure"] },
  course: { code: ["model", "models", "solve", "cables", "spikes", "dynamics", "figure", "live"] },
};
const anything = ["kernel", "grade", "exchange"]; // and imported by nobody but each other and cli.ts

const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".ts"));

test("an import only points down the table of folders in ARCHITECTURE.md", () => {
  const wrong: string[] = [];
  for (const file of files) {
    const [folder = "", inFolder] = file.split("/");
    if (inFolder === undefined) continue; // index.ts and cli.ts
    if (!anything.includes(folder))
      expect(below, `src/${file}: a folder that the table does not know`).toHaveProperty(folder);
    const source = readFileSync(join("src", file), "utf8");
    for (const [, typeOnly, path] of source.matchAll(
      /^(?:import|export)\s+(type\s)?(?:[^;"']*?\sfrom\s+)?["'](\.[^"']+)["']/gms,
    )) {
      const target = posix.join(dirname(file), path.replace(/\.js$/, ".ts"));
      const to = target.split("/")[0];
      const allowed =
        anything.includes(folder) ||
        to === folder ||
        below[folder].code.includes(to) ||
        (typeOnly && below[folder].types?.includes(to));
      if (!allowed || target === "index.ts" || target === "cli.ts") wrong.push(`src/${file} imports src/${target}`);
    }
  }
  expect(wrong).toEqual([]);
});

test("the imports that the test above sees are all there are", () => {
  for (const file of files) {
    const source = readFileSync(join("src", file), "utf8");
    const relative = [...source.matchAll(/(?:from|import)\s*\(?\s*["']\.{1,2}\/[^"']+["']/g)].length;
    const seen = [...source.matchAll(/^(?:import|export)\s+(?:type\s)?(?:[^;"']*?\sfrom\s+)?["']\.[^"']+["']/gms)]
      .length;
    const lazy = file === "cli.ts" ? [...source.matchAll(/import\(["']\./g)].length : 0;
    expect(seen + lazy, `src/${file}: imports seen, of ${relative}`).toBe(relative);
  }
});
