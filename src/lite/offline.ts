/** Lets the site be used without a network after the first visit. */

/** Milliseconds that the page has for itself before the rest of the site is fetched. */
const head = 8000;

/** @param base the address of the site's folder */
export async function workOffline(base: string): Promise<void> {
  const { serviceWorker } = navigator;
  if (!serviceWorker) return; // a browser or an address that does without: the site works as long as there is a network
  await serviceWorker.register(new URL("service-worker.js", base).href);
  const { active } = await serviceWorker.ready;
  const { connection } = navigator as unknown as { connection?: { saveData?: boolean } };
  if (connection?.saveData) return;
  setTimeout(() => active?.postMessage("keep all"), head);
}
