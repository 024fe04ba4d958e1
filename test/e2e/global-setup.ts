// One browser for all files of tests, and what setup() puts into a page, packed once.
import type { TestProject } from "vitest/node";
import { browserCode, equationsCode, figureLibrary } from "../../scripts/bundle.mjs";
import { pack } from "../../src/live/cell/pack.js";
import { setupHtml } from "../../src/live/cell/setup.js";
import { eachPart } from "../../src/live/parts.js";
import { findBrowser, launchServer } from "./browser.js";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the browser listens; empty if there is none. */
    readonly browser: string;
    readonly setup: string;
    /** The same, with what reads equations that are typed in the page. */
    readonly setupWithEquations: string;
  }
}

export default async function setUp(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const { runtime, parts } = await browserCode();
  const [library, packed] = [pack(figureLibrary()), pack(runtime)];
  const others = eachPart((name) => pack(parts[name]));
  project.provide("setup", setupHtml(library, packed, others));
  const equations = pack(await equationsCode());
  project.provide("setupWithEquations", setupHtml(library, packed, { ...others, equations }));
  const server = findBrowser() === undefined ? undefined : await launchServer();
  project.provide("browser", server?.wsEndpoint() ?? "");
  return server && (() => server.close());
}
