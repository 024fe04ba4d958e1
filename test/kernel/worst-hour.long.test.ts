// A class of beginners, and one or two who are none, in one live kernel: whatever a cell did, the next one answers,
// and nobody needs "Restart kernel".
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { pause, until } from "../patience.js";
import { attacks, attacksOnTheCompiler, leftBehind } from "./attacks.js";
import { shownText, startKernel, type Answer, type Client } from "./client.js";
import { executorOf, processes } from "./processes.js";

let kernel: Client;
beforeAll(async () => {
  kernel = await startKernel();
});
afterAll(() => kernel.close());

/** How long a reader watches a cell that has begun before pressing Stop, ms; nothing depends on it. */
const watches = 2500;
const word = "the first line of this cell";

/** Waits for a cell until it is answered, or a reader's patience is at its end; then presses Stop. */
async function watched(id: string): Promise<Answer> {
  await Promise.race([pause(watches), until(() => kernel.isAnswered(id))]);
  if (!kernel.isAnswered(id)) await kernel.request("interrupt_request", {}, "control");
  return kernel.answerTo(id);
}

/** Runs a cell, and stops it if it does not end by itself. */
async function lived(code: string, sign: (said: string) => boolean): Promise<Answer> {
  const id = await kernel.send("execute_request", { code, allow_stdin: false });
  const said = (): string => JSON.stringify(kernel.publishedFor(id).map(({ content }) => content));
  await until(() => kernel.isAnswered(id) || sign(said()));
  heard.splice(0, heard.length, await watched(id));
  return heard[0] as Answer;
}
const hasBegun = (said: string): boolean => said.includes(word);
const isBusy = (said: string): boolean => said.includes('"busy"');

/** The answers since the attack, in their order. */
const heard: Answer[] = [];

/** A cell that answers at once, as the next reader finds the kernel; an earlier loop is stopped, and that is told. */
async function next(code: string): Promise<Answer> {
  const first = await watched(await kernel.send("execute_request", { code, allow_stdin: false }));
  heard.push(first);
  const { ename } = first.reply.content;
  return ename === "Interrupted" || ename === "Lost" ? kernel.execute(code) : first;
}

/** Whether the kernel has said, below a cell, that the process that ran it has ended, and why. */
const isLossTold = (): boolean =>
  heard
    .flatMap(({ reply }) => kernel.publishedFor(reply.parent.msg_id ?? ""))
    .some(({ content }) => /has ended: \w+/.test(JSON.stringify([content.evalue, content.text])));

/** An answer without what programs, timers and threads of earlier cells print meanwhile. */
const resultsOnly = ({ reply, published }: Answer): Answer => ({
  reply,
  published: published.filter(({ header }) => header.msg_type === "execute_result"),
});

/** After what a cell did: the next ones answer, and what an earlier one has set is there, or its loss was told. */
async function isWell(): Promise<void> {
  for (let turn = 0; turn < 2; turn++) {
    const sum = resultsOnly(await next("1 + 1"));
    expect([sum.reply.content.status, sum.reply.content.evalue, shownText(sum)]).toEqual(["ok", undefined, "2"]);
    await pause(150); // what it has left may still come
  }
  const kept = resultsOnly(await next("kept"));
  if (kept.reply.content.status === "ok") expect(shownText(kept)).toBe("42");
  else {
    expect(kept.reply.content.evalue).toMatch(/^line 1: Cannot find name 'kept'/);
    expect(isLossTold()).toBe(true);
  }
  expect(kernel.process.exitCode).toBeNull();
}

describe.skipIf(process.platform !== "linux")("the next cell answers after one that", () => {
  beforeEach(async () => {
    const old = executorOf(kernel);
    if (old !== undefined) process.kill(old, "SIGKILL"); // each in a world of its own
    await until(() => ![undefined, old].includes(executorOf(kernel)));
    for (const { pid, command } of processes()) if (command.startsWith(leftBehind)) process.kill(pid, "SIGKILL");
    expect(shownText(await next("const kept = 42; kept"))).toBe("42");
  });

  test.each(Object.entries(attacks))("%s", async (_, code) => {
    const answer = await lived(`console.log(${JSON.stringify(word)});\n${code}`, hasBegun);
    expect(answer.reply.content.ename, String(answer.reply.content.evalue)).not.toBe("TypeScript");
    await isWell();
  });

  test.each(Object.entries(attacksOnTheCompiler))("%s", async (_, code) => {
    await lived(code, isBusy);
    await isWell();
  });
});
