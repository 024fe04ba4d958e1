import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { patience } from "./test/patience.js";

const limits = { testTimeout: patience, hookTimeout: patience, expect: { poll: { timeout: patience } } };

export default defineConfig({
  test: {
    maxWorkers: Math.max(2, availableParallelism() - 1),
    teardownTimeout: patience,
    projects: [
      {
        test: {
          ...limits,
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: ["test/e2e/**"],
          // A worker loads the sources once for all its files: 116 s of processor time become 66.
          isolate: false,
        },
      },
      {
        test: {
          ...limits,
          name: "e2e",
          include: ["test/e2e/**/*.test.ts"],
          maxConcurrency: 2,
        },
      },
    ],
  },
});
