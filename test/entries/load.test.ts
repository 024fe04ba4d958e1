import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { version } from "../../src/host/version.js";

/** What a process prints that runs this module. */
function printed(code: string): string {
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", code], { encoding: "utf8" });
  return stdout + stderr;
}

const loaded = `const loaded = (name) => Object.keys(createRequire(import.meta.url).cache).some((path) => path.includes(name));`;

test("the main entry loads mathjs when a model is first defined from text, and not for the models that it brings", () => {
  const code = `
    import { createRequire } from "node:module";
    import { defineModel, hodgkinHuxley, simulate, state } from "nullcline";
    ${loaded}
    simulate(hodgkinHuxley, { duration: 5 });
    const before = loaded("mathjs");
    defineModel({
      name: "decay", source: "", equations: "dx/dt = -k*x",
      states: { x: state(1, "1") }, parameters: { k: [1, "1/ms"] },
    });
    console.log(before, loaded("mathjs"), ["temml", "tslab", "zeromq", "plotly"].some(loaded));`;
  expect(printed(code)).toBe("false true false\n");
});

test("what the package exports is called in Node what it is called in its sources", () => {
  const code = `
    import * as nullcline from "nullcline";
    const called = (name) => nullcline[name].name === name || /^class /.test(nullcline[name]);
    console.log(Object.keys(nullcline).filter((name) => typeof nullcline[name] === "function" && !called(name)));`;
  expect(printed(code)).toBe("[]\n");
});

test("the version in the code is that of package.json", () => {
  expect(version).toBe((JSON.parse(readFileSync("package.json", "utf8")) as { version: string }).version);
});
