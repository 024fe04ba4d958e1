/** Lets the site be used without a network after the first visit. */
import type { Kept } from "./offline-worker.js";

/** Milliseconds that the page has for itself before the rest of the site is fetched. */
const head = 8000;

/**
 * @param base the address of the site's folder
 * @param what is fetched for later: the book, for those who read, or all
 */
export async function workOffline(base: string, what: Kept = "all"): Promise<void> {
  const { serviceWorker } = navigator;
  if (!serviceWorker) return; // a browser or an address that does without: the site works as long as there is a network
  await serviceWorker.register(new URL("service-worker.js", base).href);
  const { active } = await serviceWorker.ready;
  const { connection } = navigator as unknown as { connection?: { saveData?: boolean } };
  if (connection?.saveData) return;
  setTimeout(() => active?.postMessage(what), head);
}
