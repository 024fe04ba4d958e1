/** The imports of a cell as calls of `require`, in the text of its JavaScript. */
import type ts from "typescript";

type Ts = typeof ts;

/** @param number makes the name of the module's variable unique in its cell */
export function importText(
  typescript: Ts,
  statement: ts.ImportDeclaration,
  number: number,
): { readonly text: string; readonly names: readonly string[] } {
  const { importClause, moduleSpecifier } = statement;
  const required = `require(${moduleSpecifier.getText()})`;
  if (!importClause) return { text: `${required};`, names: [] };
  const module = `$module${number}`;
  const { name, namedBindings } = importClause;
  const bound: [string, string][] = name ? [[name.text, `$default(${module})`]] : [];
  if (namedBindings && typescript.isNamespaceImport(namedBindings))
    bound.push([namedBindings.name.text, `$star(${module})`]);
  if (namedBindings && typescript.isNamedImports(namedBindings))
    for (const each of namedBindings.elements) {
      const from = each.propertyName ?? each.name;
      const isDefault = from.text === "default";
      const value = typescript.isIdentifier(from) ? `${module}.${from.text}` : `${module}[${from.getText()}]`;
      bound.push([each.name.text, isDefault ? `$default(${module})` : value]);
    }
  const assigned = bound.map(([local, value]) => ` exports.${local} = ${value};`).join("");
  return { text: `const ${module} = ${required};${assigned}`, names: bound.map(([local]) => local) };
}

/** What a CommonJS module is to those who import its default or all of it: as TypeScript's `esModuleInterop`. */
const definitions: Readonly<Record<string, string>> = {
  $default: "function $default(m) { return m && m.__esModule ? m.default : m; }",
  $star:
    "function $star(m) { return m && (m.__esModule || m[Symbol.toStringTag] === 'Module') ? m " +
    ": Object.assign(Object.create(null), m, { default: m }); }",
  $meta:
    "function $meta() { const { pathToFileURL } = require('node:url'), { join } = require('node:path'); " +
    "const dirname = process.cwd(), filename = join(dirname, 'cell.ts'); return { dirname, filename, " +
    "url: pathToFileURL(filename).href, resolve: (id) => pathToFileURL(require.resolve(id)).href }; }",
};

/** The helpers that a text calls, to be put behind it. */
export const helpers = (text: string): string =>
  Object.entries(definitions)
    .filter(([name]) => text.includes(`${name}(`))
    .map(([, definition]) => `\n${definition}`)
    .join("");
