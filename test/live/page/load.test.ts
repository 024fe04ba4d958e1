import { afterEach, expect, test, vi } from "vitest";
import { load, type LivePage, type Program } from "../../../src/live/page/load.js";
import { eachPart } from "../../../src/live/parts.js";

afterEach(() => {
  vi.unstubAllGlobals();
});

test("the figure library is run when a figure first asks for it, once, and leaves the page's own names alone; a part is unpacked when asked for", async () => {
  const theirs = { Plotly: "theirs", define: () => {} };
  const page: Record<string, unknown> & LivePage = { ...theirs };
  vi.stubGlobal("window", page);
  const [ran, unpacked]: string[][] = [[], []];
  let figures: () => unknown = () => undefined;
  let program: Program | undefined;
  load(
    (packed) => {
      unpacked.push(packed);
      return Promise.resolve(`the ${packed}`);
    },
    (code) => {
      ran.push(code);
      if (code === "the library") {
        expect(page["define"]).toBeUndefined();
        page["Plotly"] = "ours";
        return;
      }
      page["nullclineRuntime"] = {
        shared: "what is shared",
        start: (library: () => unknown, _version: string, given: Program) => {
          [figures, program] = [library, given];
          return { mounts: {} };
        },
      };
    },
    "library",
    "runtime",
    eachPart((name) => name),
    "1",
  );
  await page.nullcline;
  expect(ran).toEqual(["the runtime"]);
  expect([figures(), figures()]).toEqual(["ours", "ours"]);
  expect(ran).toEqual(["the runtime", "the library"]);
  expect(page).toMatchObject(theirs);
  expect(unpacked).toEqual(["library", "runtime"]);
  expect(program).toMatchObject({ runtime: "the runtime", shared: "what is shared" });
  expect(await Promise.all([program?.code("analyses"), program?.code("analyses")])).toEqual([
    "the analyses",
    "the analyses",
  ]);
  expect(unpacked).toEqual(["library", "runtime", "analyses"]);
});
