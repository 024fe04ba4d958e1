import { Worker } from "node:worker_threads";
import { expect, it } from "vitest";
import { until } from "../../patience.js";

const script = new URL("../../../dist/grade/checks/await-post.js", import.meta.url).href;

it("who is woken late for a message that was read already waits on for the next", async () => {
  const posted = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(
    `import(${JSON.stringify(script)}).then(({ awaitPost }) => {
      awaitPost(require("node:worker_threads").workerData, 0);
    });`,
    { eval: true, workerData: posted },
  );
  let ended = false;
  worker.once("exit", () => (ended = true));
  // Each time somebody waits, and is woken for nothing.
  for (let i = 0; i < 3; i++) await until(() => Atomics.notify(posted, 0) === 1 || ended);
  expect(ended).toBe(false);
  Atomics.add(posted, 0, 1);
  await until(() => Atomics.notify(posted, 0) >= 0 && ended);
});
