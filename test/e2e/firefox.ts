// Firefox by WebDriver BiDi, which it speaks itself.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { call, ended, said } from "./browser-process.js";
import type { Tab } from "./other-browsers.js";

interface Answer {
  readonly id?: number;
  readonly result?: Record<string, unknown>;
  readonly message?: string;
  readonly method?: string;
  readonly params?: Heard;
}
interface Heard {
  readonly level?: string;
  readonly text?: string;
  readonly errorText?: string;
  readonly request?: { readonly url: string };
}

/** @param program its name or path */
export async function startFirefox(program: string): Promise<Tab> {
  const profile = mkdtempSync(join(tmpdir(), "nullcline-firefox-"));
  const args = ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"];
  const browser = spawn(program, args, { stdio: ["ignore", "ignore", "pipe"] });
  const address = await said(browser.stderr, /WebDriver BiDi listening on (ws:\S+)/);
  const socket = new WebSocket(`${address}/session`);
  const waiting = new Map<number, (message: Answer) => void>();
  const problems: string[] = [];
  const asked: string[] = [];
  socket.addEventListener("message", ({ data }) => {
    const message = JSON.parse(String(data)) as Answer;
    if (message.id !== undefined) waiting.get(message.id)?.(message);
    else if (message.method === "log.entryAdded" && message.params?.level === "error")
      problems.push(String(message.params.text));
    else if (message.method === "network.fetchError")
      problems.push(`${message.params?.request?.url}: ${message.params?.errorText}`);
    else if (message.method === "network.beforeRequestSent") asked.push(String(message.params?.request?.url));
  });
  await new Promise((resolve, reject) => {
    socket.addEventListener("open", resolve);
    socket.addEventListener("error", () => reject(new Error(`Firefox refused ${address}`)));
  });
  let count = 0;
  const command = async (method: string, params: object): Promise<Record<string, unknown>> => {
    const id = ++count;
    const answer = await new Promise<Answer>((resolve) => {
      waiting.set(id, resolve);
      socket.send(JSON.stringify({ id, method, params }));
    });
    if (answer.result === undefined) throw new Error(`Firefox: ${method}: ${answer.message}`);
    return answer.result;
  };
  await command("session.new", { capabilities: {} });
  await command("session.subscribe", {
    events: ["log.entryAdded", "network.beforeRequestSent", "network.fetchError"],
  });
  const { context } = await command("browsingContext.create", { type: "tab" });
  return {
    problems,
    asked,
    go: async (url) => void (await command("browsingContext.navigate", { context, url, wait: "complete" })),
    async ask(work, given) {
      const answer = await command("script.callFunction", {
        functionDeclaration: call(work),
        arguments: [{ type: "string", value: JSON.stringify(given) }],
        awaitPromise: true,
        target: { context },
      });
      const { result, exceptionDetails } = answer as {
        result?: { value: string };
        exceptionDetails?: { text: string };
      };
      if (result === undefined) throw new Error(`in Firefox: ${exceptionDetails?.text}`);
      return JSON.parse(result.value);
    },
    act: async (actions) => void (await command("input.performActions", { context, actions })),
    async end() {
      socket.close();
      await ended(browser);
      rmSync(profile, { recursive: true, maxRetries: 10 });
    },
  };
}
