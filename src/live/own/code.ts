import type { ModelDefinition } from "../../model/text/definition.js";

/** TypeScript that defines the same model, and explores it. */
export function definitionCode({ name, source, equations, states, parameters, ...rest }: ModelDefinition): string {
  const record = (entries: readonly (readonly [string, string])[]): string =>
    `{\n${entries.map(([key, value]) => `    ${key}: ${value},\n`).join("")}  }`;
  const fields: readonly (readonly [string, string | undefined])[] = [
    ["name", JSON.stringify(name)],
    ["source", JSON.stringify(source)],
    ["equations", lines(equations)],
    [
      "states",
      record(
        Object.entries(states).map(([key, { initial, unit, range }]) => [
          key,
          `state(${JSON.stringify(initial)}, ${JSON.stringify(unit)}, ${JSON.stringify(range)})`,
        ]),
      ),
    ],
    ["parameters", record(Object.entries(parameters).map(([key, value]) => [key, JSON.stringify(value)]))],
    ["input", rest.input && JSON.stringify(rest.input)],
    ["threshold", rest.threshold && JSON.stringify(rest.threshold)],
    ["reset", rest.reset && lines(rest.reset)],
    ["refractory", rest.refractory && JSON.stringify(rest.refractory)],
    [
      "presets",
      rest.presets &&
        record(Object.entries(rest.presets).map(([key, values]) => [JSON.stringify(key), JSON.stringify(values)])),
    ],
  ];
  const text = fields.flatMap(([key, value]) => (value === undefined ? [] : [`  ${key}: ${value},\n`])).join("");
  return `import { defineModel, explore, state } from "nullcline";

const model = defineModel({
${text}});
explore(model);
`;
}

/** A text of lines as a template, in which nothing is evaluated. */
function lines(text: string): string {
  const quoted = text.replace(/[\\`]|\$(?=\{)/g, (found) => `\\${found}`);
  return `\`\n${quoted
    .split("\n")
    .map((line) => `    ${line}`.trimEnd())
    .join("\n")}\``;
}
