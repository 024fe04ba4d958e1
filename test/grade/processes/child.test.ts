import { tmpdir } from "node:os";
import { describe, expect, it } from "vitest";
import { Ended, startChild, type Child } from "../../../src/grade/processes/child.js";
import { meterOf, type Measured, type Meter } from "../../../src/grade/processes/meter.js";
import { studentReply } from "../../../src/grade/wire/schema.js";

const shell = (script: string, metered?: (measured: Measured) => Meter): Child =>
  startChild(
    { command: ["/bin/sh", "-c", script], environment: { PATH: "/usr/bin:/bin" }, reportsPid: false },
    tmpdir(),
    { memory: 100, seconds: 20 },
    metered,
  );
const endingOf = async (script: string, milliseconds = 20_000): Promise<string> => {
  const child = shell(script);
  try {
    return `answers ${JSON.stringify(await child.ask("go", milliseconds))}`;
  } catch (error) {
    expect(error).toBeInstanceOf(Ended);
    return (error as Ended).message;
  } finally {
    child.kill();
  }
};

describe.skipIf(process.platform !== "linux")("a process that answers one message at a time", () => {
  it("answers", async () => {
    expect(await endingOf(`read line; echo "[$line]"; sleep 60`)).toBe('answers ["go"]');
  });
  it.each([
    ["is stopped, by itself or with its group", "kill -STOP $$; echo 1"],
    ["computes", "while :; do :; done"],
    ["sleeps", "sleep 600"],
  ])("took too long if it %s", async (_, script) => {
    expect(await endingOf(script, 300)).toBe("it took too long");
  });
  it.each([
    ["no JSON", "echo x"],
    ["two messages for one", "echo 1; echo 2"],
    ["a message and more", "echo 1; printf 2"],
  ])("is ended if it sends %s", async (_, script) => {
    const child = shell(`read line; { ${script}; } | cat; read line`);
    const first = await child.ask("go", 20_000).then(String, String);
    const second = await child.ask("go", 20_000).then(String, String);
    expect(`${first}, ${second}`).toMatch(/sent what is no reply/);
  });
  it("is ended if it sends more than 32 MB", async () => {
    expect(await endingOf("head -c 40000000 /dev/zero | tr '\\0' 1")).toBe("it sent too much");
  });
  it("ended its own process, or was killed for what it took", async () => {
    expect(await endingOf("exit 3")).toBe("it ended its own process");
    expect(await endingOf("kill -ABRT $$")).toBe("it ran out of memory");
    expect(await endingOf("sh -c 'kill -TRAP $$'; exit $?")).toBe("it ran out of memory");
  });
  it.each(["kill -KILL $$", "sh -c 'kill -KILL $$'; exit $?", "kill -TERM $$"])(
    "was killed from outside, which no code can bring about that has no signals: %s",
    async (script) => {
      expect(await endingOf(script)).toBe("it was killed from outside");
    },
  );
  it("got no turn where the meter says so, which is nothing that it did", async () => {
    const withheld = (measured: Measured): Meter => ({
      ...meterOf(measured),
      over: () => "got no turn of the processor",
    });
    const child = shell("sleep 600", withheld);
    await expect(child.ask("go", 20_000)).rejects.toMatchObject({ ending: "got no turn of the processor" });
    child.kill();
  });
});

describe("a reply of a student's process", () => {
  const deep = (levels: number): unknown => (levels === 0 ? 1 : [deep(levels - 1)]);
  it.each([
    null,
    7,
    "done",
    [],
    {},
    { kind: "outcome", outcome: { status: "passed", message: "" } },
    { kind: { toString: 1 } },
    { kind: "threw", message: { toString: 1 } },
    { kind: "threw" },
    { kind: "answer" },
    { kind: "answer", value: deep(50) },
    { kind: "returned" },
    { kind: "returned", reply: null },
    { kind: "returned", reply: { threw: 1 } },
    { kind: "returned", reply: { value: 1 } },
    { kind: "returned", reply: { value: 1, args: { length: 1e9 } } },
    { kind: "callback", handle: "1", args: [] },
    { kind: "callback", handle: -1, args: [] },
    { kind: "callback", handle: 1, args: new Array(1000).fill(1) },
  ])("is refused: %j", (message) => {
    expect(() => studentReply(message)).toThrow(TypeError);
  });
  it("is taken as far as it is one, its words within limits", () => {
    const message = "x".repeat(1e6);
    expect(studentReply({ kind: "threw", message, status: "passed" })).toEqual({
      kind: "threw",
      message: "x".repeat(300),
    });
    expect(studentReply({ kind: "returned", reply: { value: { $: "undefined" }, args: [null] }, more: 1 })).toEqual({
      kind: "returned",
      reply: { value: { $: "undefined" }, args: [null] },
    });
  });
});
