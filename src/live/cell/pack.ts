import { host } from "../../host/node.js";
import { toBase85 } from "../../text/base85.js";

/** A text as an output carries it, which `unpack` gives back in the browser: gzip in base 85. */
export const pack = (content: string): string => toBase85(host.gzip(content));
