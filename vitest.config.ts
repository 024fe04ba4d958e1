import { defineConfig } from "vitest/config";

// The tests against real Jupyter and a real browser are patient: each starts a server, kernels and a browser.
export default defineConfig({
  test: {
    projects: [
      { test: { name: "unit", include: ["test/**/*.test.ts"], exclude: ["test/e2e/**"], testTimeout: 30_000, hookTimeout: 30_000 } },
      { test: { name: "e2e", include: ["test/e2e/**/*.test.ts"], testTimeout: 180_000, hookTimeout: 300_000, maxConcurrency: 2 } },
    ],
  },
});
