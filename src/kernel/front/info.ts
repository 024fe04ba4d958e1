/** What the kernel says of itself. */
import { version } from "../../host/version.js";
import { protocolVersion } from "./message.js";

/**
 * What a notebook notes of its kernel. The name is tslab, so that it runs where there is only tslab, and the other way
 * round.
 */
export const kernelspec = { name: "tslab", display_name: "TypeScript (nullcline)", language: "typescript" } as const;

/** What a notebook notes of the language of its cells. @param typescript its version */
export const languageInfo = (typescript: string): Readonly<Record<string, string>> => ({
  name: "typescript",
  version: typescript,
  mimetype: "text/typescript",
  file_extension: ".ts",
  pygments_lexer: "typescript",
  codemirror_mode: "text/typescript",
  nbconvert_exporter: "script",
});

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
  language_info: languageInfo(typescript),
  help_links: [{ text: "TypeScript handbook", url: "https://www.typescriptlang.org/docs/handbook/intro.html" }],
  debugger: false,
  supported_features: [],
});
