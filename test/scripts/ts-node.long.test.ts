import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";

it("a script that imports the sources runs under ts-node, with its types checked", () => {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ["--no-warnings", "--loader", "ts-node/esm", "test/scripts/fixtures/count-spikes.ts"],
    { encoding: "utf8" },
  );
  expect(status, stderr).toBe(0);
  expect(stdout).toMatch(/^[34]\n$/); // a period of 14.6 ms
});
