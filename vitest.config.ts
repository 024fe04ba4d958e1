import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

// The tests against real Jupyter and a real browser are patient: each starts a server, kernels and a browser, and waits
// for them more than it computes.
const maxWorkers = Math.max(2, availableParallelism() - 1);

export default defineConfig({
  test: {
    maxWorkers,
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: ["test/e2e/**"],
          testTimeout: 30_000,
          hookTimeout: 30_000,
          maxWorkers,
        },
      },
      {
        test: {
          name: "e2e",
          include: ["test/e2e/**/*.test.ts"],
          testTimeout: 180_000,
          hookTimeout: 300_000,
          maxConcurrency: 2,
          maxWorkers,
        },
      },
    ],
  },
});
