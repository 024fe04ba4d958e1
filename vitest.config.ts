import { availableParallelism } from "node:os";
import { relative } from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { longPatience, patience } from "./test/patience.js";

/** What is long by nature: soaks, attacks by the dozen, comparisons with other programs. */
const long = "test/**/*.long.test.ts";

/** What takes longest comes first, so that no worker is left alone with it at the end. */
const longest = [
  "test/e2e/jupyterlab.test.ts",
  "test/course/notebooks.test.ts",
  "test/e2e/scenes.test.ts",
  "test/course/exercises.test.ts",
  "test/kernel/stopping.test.ts",
  "test/e2e/explorer-state.test.ts",
  "test/grade/hostile.test.ts",
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const place = longest.indexOf(relative(import.meta.dirname, moduleId).replaceAll("\\", "/"));
      return place < 0 ? longest.length : place;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

// A worker loads the sources once for all its files, which saves half of the processor time of most tests; no test
// may therefore change what another one sees.
const shared = {
  testTimeout: patience,
  hookTimeout: patience,
  expect: { poll: { timeout: patience } },
  setupFiles: ["test/typed-arrays.ts"],
  isolate: false,
  // With room for what is soon forgotten, a worker collects its garbage less often: a tenth of its processor time.
  execArgv: ["--max-semi-space-size=32"],
  // The built package is loaded as it is.
  server: { deps: { external: [/\/dist\//] } },
};

export default defineConfig({
  test: {
    maxWorkers: Math.max(2, availableParallelism() - 1),
    teardownTimeout: patience,
    sequence: { sequencer: LongestFirst },
    // What Vite makes of a source is kept until that source, or the configuration, changes.
    experimental: { fsModuleCache: true, fsModuleCachePath: "node_modules/.cache/vitest" },
    projects: [
      { test: { ...shared, name: "unit", include: ["test/**/*.test.ts"], exclude: ["test/e2e/**", long] } },
      {
        // What needs no browser is here again: a worker loads all sources anew for the files of another project, which
        // takes 29 s of 302.
        test: {
          ...shared,
          name: "all",
          include: ["test/**/*.test.ts"],
          exclude: [long],
          globalSetup: ["test/e2e/global-setup.ts"],
        },
      },
      {
        test: {
          ...shared,
          ...{ testTimeout: longPatience, hookTimeout: longPatience },
          // Node 20 has it only when asked; Firefox is talked to by it.
          execArgv: [...shared.execArgv, "--experimental-websocket"],
          name: "long",
          include: [long],
          globalSetup: ["test/e2e/global-setup.ts"],
        },
      },
    ],
  },
});
