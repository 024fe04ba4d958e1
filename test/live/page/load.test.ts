import { afterEach, expect, test, vi } from "vitest";
import { load, type LivePage } from "../../../src/live/page/load.js";

afterEach(() => {
  vi.unstubAllGlobals();
});

test("the figure library is run when a figure first asks for it, once, and leaves the page's own names alone", async () => {
  const theirs = { Plotly: "theirs", define: () => {} };
  const page: Record<string, unknown> & LivePage = { ...theirs };
  vi.stubGlobal("window", page);
  const ran: string[] = [];
  let figures: () => unknown = () => undefined;
  load(
    (packed) => Promise.resolve(`the ${packed}`),
    (code) => {
      ran.push(code);
      if (code === "the library") {
        expect(page["define"]).toBeUndefined();
        page["Plotly"] = "ours";
        return;
      }
      page["nullclineRuntime"] = {
        start: (library: () => unknown) => {
          figures = library;
          return { mounts: {} };
        },
      };
    },
    "library",
    "runtime",
    "1",
  );
  await page.nullcline;
  expect(ran).toEqual(["the runtime"]);
  expect([figures(), figures()]).toEqual(["ours", "ours"]);
  expect(ran).toEqual(["the runtime", "the library"]);
  expect(page).toMatchObject(theirs);
});
