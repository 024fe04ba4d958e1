import { createRequire } from "node:module";
import type typescript from "typescript";
import { requireInstalled } from "../../host/installed.js";

requireInstalled("reading masters", "tslab");
const require = createRequire(import.meta.url);

/** The compiler that reads a student's cells: the one inside tslab. */
export const ts: typeof typescript = createRequire(require.resolve("tslab/package.json"))(
  "@tslab/typescript-for-tslab",
) as typeof typescript;
