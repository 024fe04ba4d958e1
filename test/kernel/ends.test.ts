// Processes of a kernel that come to a sudden end.
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { until } from "../patience.js";
import { shownText, startKernel, type Client } from "./client.js";
import { below, compiler, executor, one, spare } from "./processes.js";

let kernel: Client;
beforeAll(async () => {
  kernel = await startKernel();
});
afterAll(() => kernel.close());

/** Kills a process of the kernel, and waits until another one is in its place. */
async function replaced(pattern: RegExp): Promise<void> {
  await until(() => one(kernel, pattern) !== undefined);
  const old = one(kernel, pattern) as number;
  process.kill(old, "SIGKILL");
  await until(() => ![undefined, old].includes(one(kernel, pattern)));
}

describe.skipIf(process.platform !== "linux")("a kernel one of whose processes is killed", () => {
  test("compiles the next cell in a new compiler, with all that the notebook knew", async () => {
    await kernel.execute("const kept = 42");
    await replaced(compiler);
    expect(shownText(await kernel.execute("kept"))).toBe("42");
  });

  test("says of a cell that was being compiled that the compiler has ended, and goes on", async () => {
    const { pid } = kernel.process;
    const old = one(kernel, compiler) ?? 0;
    process.kill(old, "SIGSTOP"); // so that the cell is surely not compiled before the end
    const id = await kernel.send("execute_request", { code: "kept" });
    await kernel.request("kernel_info_request", {});
    process.kill(old, "SIGKILL");
    const { content } = (await kernel.answerTo(id)).reply;
    expect(content.evalue).toBe("the compiler gave up on this cell: the compiler has ended, by SIGKILL");
    expect(shownText(await kernel.execute("kept"))).toBe("42");
    expect(kernel.process.pid).toBe(pid);
  });

  test("says between two cells, below the last one, what was lost, and again once the next one names it", async () => {
    const before = await kernel.execute("1");
    await replaced(executor);
    const told = await kernel.published("stream");
    expect(told.parent.msg_id).toBe(before.reply.parent.msg_id);
    expect(told.content.text).toMatch(
      /^the process that runs the cells has ended: it was ended by SIGKILL\. .*: kept\. /,
    );
    const missing = await kernel.execute("kept");
    expect(missing.reply.content.evalue).toContain("Cannot find name 'kept'");
    expect(String(missing.reply.content.traceback)).toContain("kept was lost when the process");
    expect(shownText(await kernel.execute("1 + 1"))).toBe("2");
  });

  test("has another process ready, once the notebook has rested, for when the one that runs the cells ends", async () => {
    await until(() => spare(kernel) !== undefined);
    const ready = spare(kernel);
    process.kill(one(kernel, executor) as number, "SIGKILL");
    await kernel.published("stream");
    expect(shownText(await kernel.execute("process.pid"))).toBe(String(ready));
  });

  test("leaves none of them behind when the one is killed that Jupyter knows", async () => {
    const doomed = await startKernel();
    await doomed.execute("const child = require('child_process').spawn('sleep', ['1000']); 0");
    await until(() => spare(doomed) !== undefined);
    const busy = await doomed.send("execute_request", { code: "console.log('busy'); for (;;);" });
    await doomed.published("stream");
    expect(doomed.isAnswered(busy)).toBe(false);
    const all = below(doomed.process.pid ?? 0).map(({ pid }) => pid);
    expect(all.length).toBeGreaterThanOrEqual(4);
    await doomed.close();
    const lives = (pid: number): boolean => {
      try {
        return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
      } catch {
        return false;
      }
    };
    await until(() => !all.some(lives));
  });
});

test("lines that go to stdout and stderr in turn are gathered, each stream in its order", async () => {
  const { published } = await kernel.execute(
    "for (let i = 0; i < 5000; i++) { process.stdout.write('o' + i + ' '); process.stderr.write('e' + i + ' ') }",
  );
  const streams = published.filter(({ header }) => header.msg_type === "stream").map(({ content }) => content);
  const text = (name: string): string =>
    streams
      .filter((each) => each.name === name)
      .map((each) => each.text)
      .join("");
  const all = (letter: string): string => Array.from({ length: 5000 }, (_, i) => `${letter}${i} `).join("");
  expect([text("stdout"), text("stderr")]).toEqual([all("o"), all("e")]);
  expect(streams.length).toBeLessThan(100);
});

describe("programs that a cell has started", () => {
  test("print no more than a million characters a cell, and a cell that waits for one goes on", async () => {
    const many = "require('child_process').execSync('yes | head -c 5000000', { stdio: 'inherit' }); 'done'";
    const { published } = await kernel.execute(many);
    const text = published.map(({ content }) => content.text ?? "").join("");
    expect(text.length).toBeLessThan(1_000_200);
    expect(text).toMatch(/y\n[\s\S]*\[the rest is not shown: programs print more than 1 million characters\]\n$/);
    expect(shownText(await kernel.execute("'next'"))).toBe("'next'");
  });

  test("hold up nothing when they outlive the process of the cells, and have its streams", async () => {
    const sleeps = "require('child_process').spawn('sleep', ['30'], { stdio: 'inherit', detached: true }).unref()";
    const { content } = (await kernel.execute(`${sleeps}; process.abort()`)).reply;
    expect(content.evalue).toBe("the process that runs the cells has ended: it was ended by SIGABRT");
  });
});

describe("a name that a cell should have set anew, and could not", () => {
  const streams = ({ published }: Awaited<ReturnType<Client["execute"]>>): unknown[] =>
    published.filter(({ header }) => header.msg_type === "stream").map(({ content }) => content.text);
  const still = "answer is still as before: the cell that should change it ended with an error.\n";

  test.each([
    ["does not compile", "const answer = 3,14;"],
    ["throws before", "const wrong = [1].at(2)!.toFixed(); const answer = 3;\n"],
  ])("is said to be the old one where it is used, because the cell %s, until it is set", async (_, failing) => {
    await kernel.execute("const answer = 1");
    await kernel.execute(failing.replace("; const", ";\nconst"));
    const used = await kernel.execute("answer");
    expect(streams(used)).toEqual([still]);
    expect(shownText(used)).toBe("1");
    expect(streams(await kernel.execute("1 + 1"))).toEqual([]);
    expect(streams(await kernel.execute("const answer = 3; answer"))).toEqual([]);
    expect(streams(await kernel.execute("answer"))).toEqual([]);
  });
});
