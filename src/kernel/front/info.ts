/** What the kernel says of itself. */
import { version } from "../../host/version.js";
import { protocolVersion } from "./message.js";

/**
 * The content of a kernel_info_reply.
 * @param typescript the version of the language of cells
 */
export const kernelInfo = (typescript: string): Readonly<Record<string, unknown>> => ({
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
});
