/** A notebook that the reader has saved hides the site's: who opens an older one is told that there is a newer. */
import type { Contents, Notices, Panel, Tracker } from "./lab.js";
import type { SiteFiles } from "./site-files.js";

/** What the site's build notes in each notebook: a digest of it. */
export const editionOf = (notebook: unknown): string | undefined =>
  (notebook as { metadata?: { nullcline?: { edition?: string } } } | undefined)?.metadata?.nullcline?.edition;

/** Tells of newer notebooks as older ones are opened. */
export function tellOfNewer(
  tracker: Tracker,
  site: SiteFiles,
  notices: Notices,
  copy: (path: string) => unknown,
): void {
  const look = async (panel: Panel): Promise<void> => {
    await panel.context.ready;
    const { path, model } = panel.context;
    const own = editionOf(model.toJSON());
    if (own === undefined) return;
    const text = await site.text(path);
    if (text === undefined || editionOf(JSON.parse(text)) === own) return;
    notices.emit(`A newer version of ${path} is there. Yours stays as it is.`, "info", {
      autoClose: false,
      actions: [{ label: "Open a fresh copy", displayType: "accent", callback: () => void copy(path) }],
    });
  };
  tracker.widgetAdded.connect((_, panel) => {
    look(panel).catch((error: Error) => console.warn(`nullcline: the site's notebook: ${error.message}`));
  });
}

/**
 * Puts a copy of the site's notebook beside the reader's own.
 * @returns its path
 * @throws Error if the site has no such notebook
 */
export async function freshCopy(contents: Contents, site: SiteFiles, path: string): Promise<string> {
  const source = /^(.*?)(?:-fresh(?:-\d+)?)?\.ipynb$/.exec(path)?.[1] ?? path;
  const text = await site.text(`${source}.ipynb`);
  if (text === undefined) throw new Error(`${path} is your own: the site has no notebook of that name`);
  const { content } = await contents.get("", { content: true });
  const taken = new Set((content as readonly { path: string }[]).map((each) => each.path));
  let fresh = `${source}-fresh.ipynb`;
  for (let n = 2; taken.has(fresh); n++) fresh = `${source}-fresh-${n}.ipynb`;
  await contents.save(fresh, { type: "notebook", format: "json", content: JSON.parse(text) as unknown });
  return fresh;
}
