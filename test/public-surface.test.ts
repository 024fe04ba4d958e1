import { Application, type ProjectReflection, ReflectionKind, type SignatureReflection } from "typedoc";
import { beforeAll, expect, test } from "vitest";
import * as nullcline from "../src/index.js";
import { before } from "./calls-with-options.js";

let project: ProjectReflection;
let functions: readonly (readonly [name: string, signature: SignatureReflection])[];
const warnings: string[] = [];

beforeAll(async () => {
  // The types are checked by `npm test` itself.
  const app = await Application.bootstrapWithPlugins({ options: "typedoc.json", skipErrorChecking: true });
  const { options, logger } = app;
  options.setCompilerOptions(["src/index.ts"], options.getCompilerOptions(logger), undefined); // and what it imports
  app.logger.warn = (message: string) => void warnings.push(message);
  const converted = await app.convert();
  if (converted === undefined) throw new Error("TypeDoc cannot read src/index.ts");
  project = converted;
  app.validate(project);
  functions = project.getReflectionsByKind(ReflectionKind.CallSignature).flatMap((reflection) => {
    const signature = reflection as SignatureReflection;
    const { parent } = signature;
    if (parent.kind === ReflectionKind.Function) return [[parent.name, signature] as const];
    const figure = parent.parent?.getFullName() ?? ""; // the functions of `plot` are values
    return /^plot\.\w+$/.test(figure) ? [[figure, signature] as const] : [];
  });
});

test("every public name is documented, and nothing that it refers to is missing from the reference", () => {
  expect(warnings).toEqual([]);
  expect(functions.length).toBeGreaterThan(100);
});

test("every public name stands under a heading of src/index.ts", () => {
  expect(project.categories?.map(({ title }) => title)).not.toContain("Others");
});

test("lengths of time, widths and starts are given by name, never by position", () => {
  const positional = /^(duration|width|bin|dt|span|start|transient|tolerance)$/i;
  const wrong = functions.flatMap(([name, { parameters = [] }]) =>
    parameters.filter((parameter) => positional.test(parameter.name)).map((parameter) => `${name}: ${parameter.name}`),
  );
  expect(wrong).toEqual([]);
});

test("a seed may be left out everywhere", () => {
  const needed = [
    ...functions.flatMap(([name, { parameters = [] }]) =>
      parameters
        .filter((parameter) => parameter.name === "seed" && !parameter.flags.isOptional && !parameter.defaultValue)
        .map(() => name),
    ),
    ...project
      .getReflectionsByKind(ReflectionKind.Property)
      .filter(({ name, parent, flags }) => name === "seed" && parent?.name.endsWith("Options") && !flags.isOptional)
      .map((property) => property.getFullName()),
  ];
  expect(needed).toEqual([]);
});

test("options have a type of their own whose name ends in Options, and no record of arguments is without a name", () => {
  const wrong = functions.flatMap(([name, { parameters = [] }]) =>
    parameters
      .map((parameter) => ({ given: parameter.name, type: String(parameter.type), kind: parameter.type?.type }))
      .filter(({ given, type, kind }) =>
        given === "options" ? !/Options(<.*>)?$/.test(type) : kind === "reflection" && !type.includes("=>"),
      )
      .map(({ given, type }) => `${name}(${given}): ${type}`),
  );
  expect(wrong).toEqual([]);
});

test("every public function refuses a misspelt option with the likely name", () => {
  const taking = functions.filter(([, { parameters = [] }]) =>
    parameters.some(({ name, type }) => name === "options" || /Options(<.*>)?$/.test(String(type))),
  );
  const missing = taking.map(([name]) => name).filter((name) => before[name] === undefined);
  expect(missing, "functions with options that this test does not call").toEqual([]);
  expect(Object.keys(before).filter((name) => taking.every(([other]) => other !== name))).toEqual([]);
  const kept = taking.flatMap(([name]) => {
    const call = name
      .split(".")
      .reduce<unknown>((holder, part) => (holder as Record<string, unknown>)[part], nullcline) as (
      ...given: readonly unknown[]
    ) => unknown;
    const where = `${name} has no option`;
    try {
      call(...before[name], { durationn: 1, titel: 1, width_: 1, methd: 1, sed: 1 });
      return [`${name} takes it`];
    } catch (error) {
      return error instanceof TypeError && error.message.startsWith(where) ? [] : [`${name}: ${String(error)}`];
    }
  });
  expect(kept).toEqual([]);
});

test.each([
  ["simulate", () => nullcline.simulate(nullcline.hodgkinHuxley, { duratoin: 5 } as never), "'duration'"],
  ["simulate", () => nullcline.simulate(nullcline.hodgkinHuxley, { duration: 5, start: 5 } as never), "'initial'"],
  ["fiCurve", () => nullcline.fiCurve(nullcline.hodgkinHuxley, [1], { start: "previous" } as never), "'initial'"],
  ["plot.flow", () => nullcline.plot.flow(nullcline.persistentSodium, { range: [0, 1] } as never), "'window'"],
  ["rheobase", () => nullcline.rheobase(nullcline.hodgkinHuxley, { length: 5 } as never), "'duration'"],
])("%s says what was meant", (_, call, name) => {
  expect(call).toThrow(`Did you mean ${name}?`);
});
