/** The notebook of a page as the reader has it: the copy that JupyterLab opens, in which the answers stand. */
import type { Contents } from "../../lite/lab.js";
import type { SiteFiles } from "../../lite/site-files.js";
import { codeOf, withAnswer, type CodeCell } from "./cells.js";

/** One notebook of the site. */
export interface OwnNotebook {
  /** Its cells of code, with what the reader has made of them. */
  cells(): Promise<readonly CodeCell[]>;
  /** Puts an answer into the reader's copy, which begins with the first one. */
  keep(answer: CodeCell): Promise<void>;
  /** An answer as the site hands it out. */
  starter(id: string): Promise<string>;
}

/** @param path the file of the notebook */
export function ownNotebook(path: string, contents: Contents, site: SiteFiles): OwnNotebook {
  let keeping = Promise.resolve();
  let original: Promise<unknown> | undefined;
  const ofSite = (): Promise<unknown> => {
    original ??= site.text(path).then((text) => {
      if (text === undefined) throw new Error(`the site has no notebook ${path}`);
      return JSON.parse(text) as unknown;
    });
    return original;
  };
  const present = async (): Promise<unknown> => (await contents.get(path, { content: true })).content;
  async function keepNow(answer: CodeCell): Promise<void> {
    const content = withAnswer(await present(), answer);
    await contents.save(path, { type: "notebook", format: "json", content });
  }
  return {
    async cells() {
      await keeping.catch(() => {});
      return codeOf(await ofSite(), await present());
    },
    keep(answer) {
      keeping = keeping.catch(() => {}).then(() => keepNow(answer));
      return keeping;
    },
    async starter(id) {
      return codeOf(await ofSite(), undefined).find((cell) => cell.id === id)?.source ?? "";
    },
  };
}
