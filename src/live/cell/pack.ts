import { gzipSync } from "node:zlib";

/** gzip in base64, as `unpack` takes it. */
export const pack = (content: string | Uint8Array): string => gzipSync(content, { level: 9 }).toString("base64");
