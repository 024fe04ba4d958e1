/** The site without a network: a worker between its pages and the host, which keeps every file by what is in it. */

interface Extendable {
  waitUntil(work: Promise<unknown>): void;
}
interface Asked extends Extendable {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
interface Told extends Extendable {
  readonly data: Kept;
}
interface Scope {
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", listener: (event: Extendable) => void): void;
  addEventListener(type: "message", listener: (event: Told) => void): void;
  addEventListener(type: "fetch", listener: (event: Asked) => void): void;
}

/** What is kept: the book with its front page and the kernel by which it is answered, or all of the site. */
export type Kept = "book" | "all";

const name = "nullcline-site";
/** The figures of a page of the book have their library from the book. */
const ofKernel = "extensions/nullcline-kernel/static/(?!package/dist/|remoteEntry)";
const ofBook = new RegExp(`^(?:index\\.html|book/|files/[^/]*\\.ipynb|api/contents/all\\.json|${ofKernel})`);

/** Who reads has the pages first, who works in JupyterLab the notebooks. */
const isPage = (path: string): boolean => path.startsWith("book/");

/** @param files digests of all files of the site, by their paths, in the order in which they are fetched */
export function serveOffline(files: Readonly<Record<string, string>>): void {
  const worker = globalThis as unknown as Scope;
  const base = new URL(worker.registration.scope);
  const keyOf = (path: string): string => new URL(`${path}?${files[path]}`, base).href;

  async function fetched(path: string): Promise<Response> {
    const cache = await caches.open(name);
    const kept = await cache.match(keyOf(path));
    if (kept) return kept;
    const response = await fetch(new URL(path, base), { cache: "no-cache" });
    if (response.ok) await cache.put(keyOf(path), response.clone());
    return response;
  }
  async function dropOld(): Promise<void> {
    const cache = await caches.open(name);
    const wanted = new Set(Object.keys(files).map(keyOf));
    for (const request of await cache.keys()) if (!wanted.has(request.url)) await cache.delete(request);
  }
  /** One after another, behind what a reader waits for. A host that is not there ends it, until the next visit. */
  async function keep(what: Kept): Promise<void> {
    const all = Object.keys(files);
    const ordered = what === "all" ? all : [...all.filter(isPage), ...all.filter((path) => !isPage(path))];
    for (const path of ordered) if (what === "all" || ofBook.test(path)) await fetched(path);
  }

  worker.addEventListener("install", (event) => event.waitUntil(worker.skipWaiting()));
  worker.addEventListener("activate", (event) => event.waitUntil(dropOld().then(() => worker.clients.claim())));
  worker.addEventListener("message", (event) => event.waitUntil(keep(event.data).catch(() => {})));
  worker.addEventListener("fetch", (event) => {
    const { method, url } = event.request;
    if (method !== "GET" || !url.startsWith(base.href)) return;
    const path = decodeURIComponent(new URL(url).pathname.slice(base.pathname.length)).replace(
      /(^|\/)$/,
      "$1index.html",
    );
    if (files[path] !== undefined) event.respondWith(fetched(path));
  });
}
