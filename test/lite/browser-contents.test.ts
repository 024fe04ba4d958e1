import { describe, expect, it } from "vitest";
import { ownNotebook } from "../../src/book/answering/own-notebook.js";
import { browserContents } from "../../src/lite/browser-contents.js";
import { storageName, type Store } from "../../src/lite/browser-store.js";
import type { SiteFiles } from "../../src/lite/site-files.js";

const notebook = { cells: [{ cell_type: "code", id: "exercise-3-1", source: ["const a =\n", "1;"] }] };
const site: SiteFiles = {
  text: async (path) => (path === "03-flows.ipynb" ? JSON.stringify(notebook) : undefined),
};

function storage(): { store: Store; kept: Map<string, unknown> } {
  const kept = new Map<string, unknown>();
  const store: Store = {
    get: async (key) => kept.get(key),
    set: async (key, value) => void kept.set(key, value),
    values: async () => [...kept.values()],
  };
  return { store, kept };
}

describe("files of the browser without JupyterLab", () => {
  it("are the site's until the reader has saved one", async () => {
    const { store, kept } = storage();
    const contents = browserContents(store, site, () => "2026-01-02");
    expect(await contents.get("03-flows.ipynb")).toMatchObject({ type: "notebook", format: "json", content: notebook });
    await contents.save("03-flows.ipynb", { type: "notebook", format: "json", content: { cells: [] } });
    expect(await contents.get("03-flows.ipynb")).toMatchObject({ content: { cells: [] } });
    expect(kept.get("03-flows.ipynb")).toEqual({
      name: "03-flows.ipynb",
      path: "03-flows.ipynb",
      type: "notebook",
      format: "json",
      mimetype: "application/json",
      content: { cells: [] },
      created: "2026-01-02",
      last_modified: "2026-01-02",
      size: 12,
      writable: true,
    });
    await expect(contents.get("mine.ts")).rejects.toThrow("mine.ts is not among the files of this browser");
  });

  it("are listed folder by folder, and tell what was saved", async () => {
    const contents = browserContents(storage().store, site);
    const saved: unknown[] = [];
    contents.fileChanged.connect((_, { newValue }) => void saved.push(newValue?.path));
    for (const path of ["mine.ts", "more/other.ts"]) await contents.save(path, { content: "1" });
    const pathsIn = async (folder: string): Promise<unknown> =>
      ((await contents.get(folder)).content as { path: string }[]).map(({ path }) => path);
    expect(await pathsIn("")).toEqual(["mine.ts"]);
    expect(saved).toEqual(["mine.ts", "more/other.ts"]);
  });

  it("stand where JupyterLite looks for those of this site", () =>
    expect(storageName("https://example.org/some/course/")).toBe("JupyterLite Storage - /some/course/"));

  it("hold an answer in the reader's copy of the notebook, whose first answer makes it", async () => {
    const { store, kept } = storage();
    const contents = browserContents(store, site);
    const own = ownNotebook("03-flows.ipynb", contents, site);
    expect(await own.cells()).toEqual([{ id: "exercise-3-1", source: "const a =\n1;" }]);
    expect(kept.size).toBe(0);
    const [first, second] = ["const a = 2;", "const a = 3;"].map((source) => own.keep({ id: "exercise-3-1", source }));
    expect(await own.cells()).toEqual([{ id: "exercise-3-1", source: "const a = 3;" }]);
    await Promise.all([first, second]);
    expect(kept.get("03-flows.ipynb")).toMatchObject({
      content: { cells: [{ id: "exercise-3-1", source: "const a = 3;" }] },
    });
    expect(await own.starter("exercise-3-1")).toBe("const a =\n1;");
  });
});
