import { readFileSync } from "node:fs";
import { ts } from "../../course/masters/typescript.js";

/**
 * The checks of a `.hidden.ts` file as the URL of a module that holds all its text, so that no compiled copy of it lies
 * about in a file. `"nullcline"` becomes this very package.
 */
export function hiddenModule(file: string): string {
  const { outputText } = ts.transpileModule(readFileSync(file, "utf8"), {
    fileName: file,
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  });
  const entry = new URL("../../index.js", import.meta.url).href;
  const linked = outputText.replace(
    /(\bfrom\s*|\bimport\s*\(?\s*)(["'])nullcline\2/g,
    (_, before: string) => `${before}${JSON.stringify(entry)}`,
  );
  return `data:text/javascript,${encodeURIComponent(linked)}`;
}
