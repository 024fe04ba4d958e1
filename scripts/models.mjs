// Rewrites each file of dist/models that exports models and nothing else: as data, so that to load it reads no text, with
// the code that a first run needs.
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./steps.mjs";

const folder = join(root, "dist", "models");
const isModel = (value) => value?.kernels !== undefined && value?.data?.nodes !== undefined;

/** As JSON, but for −0, which JSON does not know. */
const literal = (data) =>
  JSON.stringify(data, (_, value) => (Object.is(value, -0) ? "negative zero" : value)).replaceAll(
    '"negative zero"',
    "-0",
  );

const built = (path) => import(pathToFileURL(join(root, "dist", path)).href);
const { kernelsAsScript } = await built("model/model-from-data.js");
const { preparedPrograms } = await built("solve/compiled/step-program.js");
const firstNeeded = ({ spiking }) => [
  ...["field", "initial"],
  ...(spiking.threshold ? ["threshold"] : []),
  ...(spiking.reset ? ["reset", "refractory"] : []),
];

for (const path of readdirSync(folder, { recursive: true }).filter((each) => each.endsWith(".js"))) {
  const file = path.replaceAll("\\", "/");
  const models = Object.entries(await import(pathToFileURL(join(folder, file)).href));
  if (models.length === 0 || !models.every(([, value]) => isModel(value))) continue;
  const lines = models.map(([name, model]) => {
    const prepared = `{ kernels: ${kernelsAsScript(model, firstNeeded(model))}, programs: ${literal(preparedPrograms(model))} }`;
    return `export const ${name} = /* @__PURE__ */ modelFromData(${literal(model.data)}, ${prepared});`;
  });
  writeFileSync(
    join(folder, file),
    [
      `// Written by the build: what the text in src/models/${file.replace(/js$/, "ts")} says, as data.`,
      `import { modelFromData } from "${"../".repeat(file.split("/").length)}model/model-from-data.js";`,
      ...lines,
      "",
    ].join("\n"),
  );
}
