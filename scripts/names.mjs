// Writes into the declarations in dist/ the names that an editor offers within quotes: those of each model's states,
// quantities and presets, and those of exercises and predictions. What takes them takes any text.
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./steps.mjs";

const at = (...path) => join(root, "dist", ...path);
const load = (...path) => import(pathToFileURL(at(...path)).href);
const union = (names) => names.map((name) => JSON.stringify(name)).join(" | ") || "never";

/** @throws Error unless the text is there once */
function replaceOnce(file, from, to) {
  const parts = readFileSync(file, "utf8").split(from);
  if (parts.length !== 2) throw new Error(`${file}: expected once, found ${parts.length - 1} times: ${from}`);
  writeFileSync(file, parts.join(to));
}

const exported = [];
for (const path of readdirSync(at("models"), { recursive: true }).filter((each) => each.endsWith(".js"))) {
  const name = path.replaceAll("\\", "/");
  const file = at("models", name.replace(/js$/, "d.ts"));
  for (const [model, value] of Object.entries(await load("models", name))) {
    const declared = new RegExp(`^export declare const ${model}: Model<\\w+>;$`, "m").exec(readFileSync(file, "utf8"));
    if (!declared) continue;
    const names = `${model[0].toUpperCase()}${model.slice(1)}Names`;
    replaceOnce(
      file,
      declared[0],
      `${declared[0].replace(/>;$/, `, ${names}>;`)}
/** Names that are those of \`${model}\`. */
export interface ${names} {
    readonly states: ${union(value.stateNames)};
    readonly quantities: ${union(value.quantities)};
    readonly presets: ${union(Object.keys(value.presets))};
}`,
    );
    exported.push(`export type { ${names} } from "./models/${name}";`);
  }
}

// So that the type of a model can be named wherever a cell of a notebook has it.
appendFileSync(at("index.d.ts"), `${exported.join("\n")}\n`);

const { catalogue } = await load("course", "catalogue.js");
const { predictions } = await load("course", "predictions", "predictions.js");
for (const [type, all] of [
  ["ExerciseId", Object.values(catalogue).flat()],
  ["PredictionId", predictions],
])
  replaceOnce(
    at("course", "ids.d.ts"),
    `export type ${type} = string;`,
    `export type ${type} = ${union(all.map(({ id }) => id))} | (string & Record<never, never>);`,
  );
