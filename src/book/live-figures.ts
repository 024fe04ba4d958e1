/** Figures of a page come alive when a reader comes near the first of them. */
import { version } from "../host/version.js";
import { load } from "../live/page/load.js";
import type { Parts } from "../live/parts.js";
import { runScript } from "../live/page/unpack.js";

/** How far below the screen a figure is near. */
const near = "1000px";

const text = async (address: string): Promise<string> => {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status} ${response.statusText}`);
  return response.text();
};

/**
 * @param library address of the figure library @param runtime that of the browser's part of the package
 * @param parts those of its parts
 * @returns brings them for figures that come later
 */
export function comeAlive(library: string, runtime: string, parts: Parts): () => void {
  const bring = (): void => load(text, runScript, library, runtime, parts, version);
  const figures = document.querySelectorAll("nullcline-live");
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      bring();
    },
    { rootMargin: near },
  );
  for (const figure of figures) observer.observe(figure);
  return bring;
}
