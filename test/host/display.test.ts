import { createRequire } from "node:module";
import { afterEach, describe, expect, it, vi } from "vitest";
import { host } from "../../src/host/node.js";

const cache = createRequire(import.meta.url).cache;
const kernel = "/somewhere/node_modules/tslab/dist/jupyter.js";

afterEach(() => {
  delete cache[kernel];
  vi.restoreAllMocks();
});

describe("display", () => {
  it("prints the plain text where there is no notebook", () => {
    const log = vi.spyOn(console, "log").mockImplementation(() => {});
    host.display({ "text/plain": "seven", "text/html": "<b>seven</b>" });
    expect(log.mock.calls).toEqual([["seven"]]);
  });

  it("sends all formats as one message through the tslab that runs the process", () => {
    const log = vi.spyOn(console, "log").mockImplementation(() => {});
    const publish = vi.fn();
    cache[kernel] = { exports: { lastWriteDisplayData: publish } } as unknown as NodeJS.Module;
    const bundle = { "text/plain": "seven", "text/html": "<b>seven</b>" };
    host.display(bundle);
    expect(publish).toHaveBeenCalledExactlyOnceWith({ data: bundle, metadata: {}, transient: {} }, false);
    expect(log).not.toHaveBeenCalled();
  });

  it("is not fooled by a tslab that is loaded but runs no cell", () => {
    const log = vi.spyOn(console, "log").mockImplementation(() => {});
    cache[kernel] = { exports: { lastWriteDisplayData: null } } as unknown as NodeJS.Module;
    host.display({ "text/plain": "seven" });
    expect(log).toHaveBeenCalledOnce();
  });
});
