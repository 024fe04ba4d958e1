// Serves a folder of static files on this machine alone, as a static host does: compressed, and without a listing.
import { once } from "node:events";
import { readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { gzipSync } from "node:zlib";
import { Missing } from "./steps.mjs";

const types = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".ipynb": "application/json",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".md": "text/markdown; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
};

/** What the pages may do, as docs/site.md tells hosts: cells are run by `eval` in a worker. */
export const policy = [
  "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; style-src 'self' 'unsafe-inline';",
  "img-src 'self' data: blob:; font-src 'self' data:; worker-src 'self' blob:; connect-src 'self' data: blob:",
].join(" ");

/**
 * @param folder what is served
 * @param options `under`, a path below which it lies; `sent`, told of each file and its bytes on the way
 * @returns its address, and a function that ends it
 * @throws Missing if the port is taken
 */
export async function serve(folder, { port = 0, under = "/", sent = () => {} } = {}) {
  const base = `/${under.replace(/^\/|\/$/g, "")}/`.replace("//", "/");
  const packed = new Map(); // of files whose names say what is in them, as long as the server runs
  const server = createServer(({ url = "/", method, headers }, response) => {
    const path = decodeURIComponent(new URL(url, "http://localhost").pathname);
    const end = (status, more = {}) => response.writeHead(status, more).end();
    if (method !== "GET" && method !== "HEAD") return end(405);
    if (path === base.slice(0, -1)) return end(301, { Location: base });
    if (!path.startsWith(base)) return end(404);
    let file = normalize(join(folder, path.slice(base.length)));
    if (file !== normalize(folder) && !file.startsWith(`${normalize(folder)}${sep}`)) return end(404);
    let stat = statSync(file, { throwIfNoEntry: false });
    if (stat?.isDirectory()) {
      if (!path.endsWith("/")) return end(301, { Location: `${path}/` });
      file = join(file, "index.html");
      stat = statSync(file, { throwIfNoEntry: false });
    }
    if (!stat) return end(404);
    const tag = `"${stat.mtimeMs.toString(36)}-${stat.size.toString(36)}"`;
    if (headers["if-none-match"] === tag) return end(304);
    const type = types[extname(file)] ?? "application/octet-stream";
    const compresses = /text|json|javascript|svg/.test(type) && /\bgzip\b/.test(headers["accept-encoding"] ?? "");
    const key = `${file} ${stat.mtimeMs}`;
    const body = compresses ? (packed.get(key) ?? gzipSync(readFileSync(file))) : readFileSync(file);
    if (compresses) packed.set(key, body);
    response.writeHead(200, {
      "Content-Type": type,
      "Content-Length": body.length,
      "Cache-Control": "no-cache",
      "Content-Security-Policy": policy,
      ETag: tag,
      ...(compresses ? { "Content-Encoding": "gzip" } : {}),
    });
    sent(path.slice(base.length), body.length);
    response.end(method === "HEAD" ? undefined : body);
  });
  server.listen(port, "127.0.0.1");
  try {
    await once(server, "listening");
  } catch (error) {
    throw new Missing(`port ${port} can not be had: ${error.message}`);
  }
  return {
    url: `http://127.0.0.1:${server.address().port}${base}`,
    close: () =>
      new Promise((closed) => {
        server.close(closed);
        server.closeAllConnections();
      }),
  };
}
