/** What the kernel says of itself. */
import { createRequire } from "node:module";
import { version } from "../../host/version.js";
import { protocolVersion } from "./wire.js";

const { version: typescript } = createRequire(import.meta.url)("typescript/package.json") as { version: string };

/** The content of a kernel_info_reply. */
export const kernelInfo = {
  status: "ok",
  protocol_version: protocolVersion,
  implementation: "nullcline",
  implementation_version: version,
  banner: `TypeScript ${typescript} (nullcline, on tslab)`,
  language_info: {
    name: "typescript",
    version: typescript,
    mimetype: "text/typescript",
    file_extension: ".ts",
    pygments_lexer: "typescript",
    codemirror_mode: "text/typescript",
    nbconvert_exporter: "script",
  },
  help_links: [{ text: "TypeScript handbook", url: "https://www.typescriptlang.org/docs/handbook/intro.html" }],
  debugger: false,
  supported_features: [],
} as const;
