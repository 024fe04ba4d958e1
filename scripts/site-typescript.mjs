// TypeScript for the compiler in the page: of its nine megabytes what cells are compiled with. TypeScript comes as one
// function around all of it, of which a bundler leaves nothing out; as a module that exports what is used, it is cut down
// to that: no server, no refactorings, no quick fixes.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "./steps.mjs";

/** What this expects of TypeScript's text, and what it makes of it. */
const edits = [
  // the function around all, and what gives its exports to Node
  [/^[\s\S]*?var ts = \{\}; \(\(module\) => \{\n"use strict";/, ""],
  [/\n\/\/ Annotate the CommonJS export names for ESM import in node:\n[\s\S]*$/, "\n"],
  [/\n(module\.exports = __toCommonJS\(typescript_exports\);)\n/, "\n"],
  // the server of editors
  [/\n\/\/ src\/(?:server|typingsInstallerCore)\/[\s\S]*?(?=\n\/\/ src\/(?!server|typingsInstallerCore))/g, "\n"],
  // a namespace is left out if nobody asks for it, and so is what registers a quick fix or a refactoring
  [/var (\w+) = \{\};\n__export\(\1, \{/g, "var $1 = /* @__PURE__ */ __exported({"],
  [/\n(?=register(?:CodeFix|Refactor)\()/g, "\nvar unregistered = () => "],
  // all that is asked of the refactorings by their own name
  [/\bts_refactor_exports\.(?=isRefactorErrorInfo\b)/g, ""],
  // what makes older JavaScript or SystemJS of a cell
  [/transformers\.push\(transform(ES20\d\d|Generators)\);/g, 'Debug.fail("$1 is left out");'],
  [/return transformSystemModule;/, 'return Debug.fail("SystemJS is left out");'],
  // each message of the compiler by itself, so that those which nobody uses any more are left out
  [/\n {2}Diagnostics: \(\) => Diagnostics,/g, ""],
  [/ = mapDefined\(Object\.keys\(Diagnostics\), [\s\S]*?\n\}\);/, " = [];"], // of a quick fix
  [/\nvar Diagnostics = \{([\s\S]*?)\n\};/, eachByItself],
  [/\b(?:description|category|defaultValueDescription): Diagnostics\.\w+,?/g, ""], // what `tsc --help` says
  [/\bDiagnostics\.(?=\w)/g, "Diagnostics$"],
  // by which other languages are looked up
  [/(diag\(\d+, \d [^,]*, )"[^"\\]*"/g, '$1""'],
];

/** Fields of an object as variables, which a bundler leaves out where they are not used. */
function eachByItself(_, fields) {
  return fields.replace(
    /\n {2}(\w+): (diag\((?:.+|\n[\s\S]*?\n {2})\)),?(?=\n|$)/g,
    "\nvar Diagnostics$$$1 = /* @__PURE__ */ $2;",
  );
}

/** An ES module whose default export has those of TypeScript's names that occur in `texts`. */
function cutDown(text, texts) {
  const words = new Set(texts.flatMap((one) => one.match(/\b[A-Za-z_]\w*/g) ?? []));
  const [, block] = found(
    text,
    /\nvar typescript_exports = \{\};\n__export\(typescript_exports, \{\n([\s\S]*?)\n\}\);/,
  );
  const getters = [...block.matchAll(/^ {2}(\w+): \(\) => (\w+),?$/gm)]
    .filter(([, name]) => words.has(name))
    .map(([, name, value]) => `  get ${name}() { return ${value}; },`);
  const body = edits.reduce((now, [pattern, to]) => {
    found(now, pattern);
    return now.replace(pattern, to);
  }, text);
  return `const __exported = (all) => { const target = {}; __export(target, all); return target; };
${body}
export default {
${getters.join("\n")}
};
`;
}

function found(text, pattern) {
  const match = text.match(pattern);
  if (match === null) throw new Error(`TypeScript is not the one that is cut down here: it lacks ${pattern}`);
  return match;
}

/** The texts of a folder's programs. */
const programs = (folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".js"))
    .map((file) => readFileSync(join(folder, file), "utf8"));

/** An esbuild plugin. @param tslab the folder of its programs, which use TypeScript as the kernel's own do */
export const usedTypescript = (tslab) => ({
  name: "TypeScript, as far as it is used",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]typescript[\\/]lib[\\/]typescript\.js$/ }, ({ path }) => {
      const texts = [...programs(tslab), ...programs(join(root, "dist", "kernel"))];
      return { contents: cutDown(readFileSync(path, "utf8"), texts), loader: "js" };
    });
  },
});
