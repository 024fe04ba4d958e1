// Writes dist/figure/plotly.d.ts, which the figures' declarations read in place of Plotly's own: what they mention of
// it, all of that, and what Plotly says again and again once. Plotly's are 1.2 MB; each notebook reads them when it
// imports this package, and would keep them. A cell that imports Plotly itself gets Plotly's.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import ts from "typescript";
import { root } from "./steps.mjs";

const library = "plotly.js-dist";
const manifest = createRequire(import.meta.url).resolve(`${library}/package.json`);
const { version } = JSON.parse(readFileSync(manifest, "utf8"));
const figures = join(root, "dist", "figure");
const target = "plotly.d.ts";
const printer = ts.createPrinter({ removeComments: true });
/** Without the namespace that some names stand in. */
const print = (node) =>
  printer.printNode(ts.EmitHint.Unspecified, node, node.getSourceFile()).replaceAll("_internal.", "");
const capital = (name) => name[0].toUpperCase() + name.slice(1);

/** What Plotly declares, by name. */
const declared = new Map();
for (const file of ["generated/schema.d.ts", "lib/common.d.ts"]) {
  const text = readFileSync(join(dirname(manifest), "src", "types", file), "utf8");
  const collect = (statements) => {
    for (const each of statements) {
      if (ts.isModuleDeclaration(each)) collect(each.body.statements);
      else if (each.name) declared.set(each.name.text, each);
    }
  };
  collect(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true).statements);
}

/** The figures' declarations, and the names that they import from Plotly. */
const importing = new RegExp(`import type \\{ ([^}]*) \\} from "${library}";`);
const files = readdirSync(figures, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".d.ts"))
  .map((file) => ({ file, text: readFileSync(join(figures, file), "utf8") }))
  .filter(({ text }) => text.includes(library));
const wanted = new Set(files.flatMap(({ file, text }) => importing.exec(text)?.[1].split(", ") ?? fail(file, text)));
function fail(file, text) {
  throw new Error(`dist/figure/${file}: expected \`import type { … } from "${library}"\`, found:\n${text}`);
}

const nameOf = ({ typeName }) => (ts.isQualifiedName(typeName) ? typeName.right : typeName).text;

/** Declarations that are written, each behind those that it names. */
const written = [];
/** How often something stands in them that may have a name of its own, by its text with its comments. */
const times = new Map();
const isLong = (node) => (ts.isTypeLiteralNode(node) || ts.isUnionTypeNode(node)) && node.getText().length > 60;
const sayings = new Map();
const saying = (node) => {
  if (!sayings.has(node)) sayings.set(node, node.getText().replace(/\s+/g, " "));
  return sayings.get(node);
};
function count(node) {
  if (isLong(node)) times.set(saying(node), (times.get(saying(node)) ?? 0) + 1);
  if (isLong(node) && times.get(saying(node)) > 1) return;
  if (ts.isTypeReferenceNode(node) && declared.has(nameOf(node))) wanted.add(nameOf(node));
  ts.forEachChild(node, count);
}
for (const name of wanted) {
  const declaration = declared.get(name);
  if (!declaration) throw new Error(`${library} ${version} declares no ${name}`);
  written.push(declaration);
  count(declaration);
}

const names = new Map();
const lines = [];
/** A name for what stands more than once: that of the property which has it first. */
function named(node) {
  const known = names.get(saying(node));
  if (known !== undefined) return known;
  let owner = node.parent;
  while (!owner.name) owner = owner.parent;
  const taken = new Set([...declared.keys(), ...names.values()]);
  let name = capital(owner.name.text);
  for (let number = 2; taken.has(name); number++) name = `${capital(owner.name.text)}${number}`;
  names.set(saying(node), name);
  lines.push(`type ${name} = ${typeText(node)};`);
  return name;
}
const type = (node) => (isLong(node) && times.get(saying(node)) > 1 ? named(node) : typeText(node));
function typeText(node) {
  if (ts.isTypeLiteralNode(node)) return `{\n${node.members.map(member).join("\n")}\n}`;
  if (ts.isUnionTypeNode(node)) return node.types.map(type).join(" | ");
  if (ts.isArrayTypeNode(node)) return `${type(node.elementType)}[]`;
  if (ts.isParenthesizedTypeNode(node)) return `(${type(node.type)})`;
  if (ts.isTypeReferenceNode(node) && !node.typeArguments) return nameOf(node);
  return print(node);
}
function member(node) {
  const comment = /^\s*(\/\*\*[\s\S]*\*\/)\s*$/.exec(node.getFullText().slice(0, node.getLeadingTriviaWidth()))?.[1];
  const before = comment === undefined ? "" : `${comment.replace(/\n\s*/g, "\n ")}\n`;
  const key = ts.isIndexSignatureDeclaration(node) ? `[${print(node.parameters[0])}]` : node.name.getText();
  return `${before}${key}${node.questionToken ? "?" : ""}: ${type(node.type)};`;
}
for (const each of written) {
  const name = each.name.text;
  if (ts.isInterfaceDeclaration(each) && !each.heritageClauses)
    lines.push(`export interface ${name} {\n${each.members.map(member).join("\n")}\n}`);
  else if (ts.isTypeAliasDeclaration(each) && !each.typeParameters)
    lines.push(`export type ${name} = ${typeText(each.type)};`);
  else throw new Error(`${library} ${version} declares ${name} in a way that is not foreseen:\n${each.getText()}`);
}

// One letter beyond Latin-1, and the engine keeps two bytes for each of them.
const types = lines
  .join("\n")
  .replace(/[\u2010-\u2015\u2212]/g, "-")
  .replaceAll("\u2019", "'")
  .replace(/[^\0-\xff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16)}`);
const head = `// Of ${library} ${version} (MIT, Plotly, Inc.), written by scripts/plotly-types.mjs.`;
writeFileSync(join(figures, target), `${head}\n${types}\nexport {};\n`);
for (const { file, text: before } of files) {
  const up = "../".repeat(file.split(/[\\/]/).length - 1) || "./";
  writeFileSync(join(figures, file), before.replace(`"${library}"`, `"${up}${target.replace(".d.ts", ".js")}"`));
}
