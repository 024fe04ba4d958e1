// Firefox and WebKit, if they are on this machine, behind one interface: nothing is downloaded.
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { patience, until } from "../patience.js";

/** One page of a browser. */
export interface Tab {
  /** Opens an address, and waits until it has loaded. */
  go(url: string): Promise<void>;
  /** What a function comes to in the page. It goes there by its text, so it can use nothing from around it. */
  ask<Given, Found>(work: (given: Given) => Found | Promise<Found>, given: Given): Promise<Found>;
  /** Ends the browser. */
  end(): Promise<void>;
}

export interface OtherBrowser {
  readonly name: "Firefox" | "WebKit";
  /** Why it cannot be started here; empty if it can. */
  readonly missing: string;
  start(): Promise<Tab>;
}

/**
 * In the head of a page: keeps what goes wrong in it. That a policy lets no text and no bytes become code is not wrong: the
 * figures try it, and do without.
 */
export const note = `<script>(() => {
  const problems = (window.problems = []);
  const tell = (what) => problems.push(String(what));
  addEventListener("error", ({ message, target }) => tell(message ?? "not loaded: " + (target.src ?? target.href)), true);
  addEventListener("unhandledrejection", ({ reason }) => tell(reason?.stack ?? reason));
  addEventListener("securitypolicyviolation", ({ blockedURI, effectiveDirective }) => {
    if (!/eval/.test(blockedURI)) tell(effectiveDirective + ": " + blockedURI);
  });
  const log = console.error;
  console.error = (...said) => { tell(said.join(" ")); log.apply(console, said); };
})();</script>`;

/** In the page: what went wrong since it was opened. */
export const noted = (): readonly string[] => (window as unknown as { problems: string[] }).problems;

const found = (...names: readonly string[]): string | undefined =>
  names.find((name) => spawnSync(name, ["--version"]).error === undefined);

const ended = (process: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (process.exitCode !== null || process.signalCode !== null) resolve();
    else process.once("exit", () => resolve());
    process.kill();
  });

/** A call of `work`, as text, whose result is text. */
const call = (work: (given: never) => unknown): string =>
  `async (given) => JSON.stringify(await (${String(work)})(JSON.parse(given))) ?? "null"`;

const firefox = found("firefox-esr", "firefox");

/** By WebDriver BiDi, which Firefox speaks itself. */
async function startFirefox(program: string): Promise<Tab> {
  const profile = mkdtempSync(join(tmpdir(), "nullcline-firefox-"));
  const args = ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"];
  const browser = spawn(program, args, { stdio: ["ignore", "ignore", "pipe"] });
  const address = await said(browser.stderr, /WebDriver BiDi listening on (ws:\S+)/);
  const socket = new WebSocket(`${address}/session`);
  const waiting = new Map<number, (message: Answer) => void>();
  socket.addEventListener("message", ({ data }) => {
    const message = JSON.parse(String(data)) as Answer;
    waiting.get(message.id)?.(message);
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
  const { context } = await command("browsingContext.create", { type: "tab" });
  return {
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
    async end() {
      socket.close();
      await ended(browser);
      rmSync(profile, { recursive: true, maxRetries: 10 });
    },
  };
}

interface Answer {
  readonly id: number;
  readonly result?: Record<string, unknown>;
  readonly message?: string;
}

/** What a program says of itself. */
const said = (stream: NodeJS.ReadableStream, pattern: RegExp): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = "";
    stream.on("data", (part) => {
      text += String(part);
      const match = pattern.exec(text);
      if (match) resolve(match[1]);
    });
    stream.on("end", () => reject(new Error(`the program ended, and said ${text}`)));
  });

const webkit = found("WebKitWebDriver");

/** By classic WebDriver; where there is no screen, on one that is not seen. */
async function startWebKit(program: string): Promise<Tab> {
  const screen = process.env.DISPLAY ? undefined : spawn("Xvfb", ["-displayfd", "1", "-screen", "0", "1400x1000x24"]);
  const display = screen ? `:${await said(screen.stdout, /(\d+)\n/)}` : process.env.DISPLAY;
  const port = await freePort();
  const env = { ...process.env, DISPLAY: display };
  const driver = spawn(program, [`--port=${port}`], { env, stdio: "ignore" });
  const command = async (method: string, path: string, body?: object): Promise<unknown> => {
    const address = `http://127.0.0.1:${port}${path}`;
    const { value } = (await (
      await fetch(address, { method, ...(body && { body: JSON.stringify(body) }) })
    ).json()) as {
      value: unknown;
    };
    const fault = value as { error?: string; message?: string } | null;
    if (fault?.error !== undefined) throw new Error(`WebKit: ${path}: ${fault.error}: ${fault.message}`);
    return value;
  };
  await until(() =>
    command("GET", "/status").then(
      () => true,
      () => false,
    ),
  );
  const { sessionId } = (await command("POST", "/session", { capabilities: {} })) as { sessionId: string };
  const session = `/session/${sessionId}`;
  await command("POST", `${session}/timeouts`, { script: patience, pageLoad: patience });
  await command("POST", `${session}/window/rect`, { x: 0, y: 0, width: 1300, height: 950 });
  return {
    go: async (url) => void (await command("POST", `${session}/url`, { url })),
    async ask(work, given) {
      const script = `return (${call(work)})(arguments[0])`;
      const text = await command("POST", `${session}/execute/sync`, { script, args: [JSON.stringify(given)] });
      return JSON.parse(String(text));
    },
    async end() {
      await command("DELETE", session);
      await ended(driver);
      if (screen) await ended(screen);
    },
  };
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

const screenless = process.env.DISPLAY === undefined && found("Xvfb") === undefined;

/** All that the course is tested in beside Chromium. */
export const otherBrowsers: readonly OtherBrowser[] = [
  {
    name: "Firefox",
    missing:
      firefox === undefined
        ? "there is no firefox-esr or firefox"
        : typeof WebSocket === "undefined"
          ? "this Node has no WebSocket"
          : "",
    start: () => startFirefox(firefox ?? ""),
  },
  {
    name: "WebKit",
    missing:
      webkit === undefined
        ? "there is no WebKitWebDriver (Debian's webkit2gtk-driver)"
        : screenless
          ? "there is neither a screen nor Xvfb"
          : "",
    start: () => startWebKit(webkit ?? ""),
  },
];

/** True if a browser cannot be tested here. Who reads the output is told why; in CI, where nobody does, it is an error. */
export function isMissing({ name, missing }: OtherBrowser): boolean {
  if (missing === "") return false;
  const problem = `nothing is tested in ${name}: ${missing}`;
  if (process.env.CI) throw new Error(problem);
  console.warn(`\n*** SKIPPED: ${problem}\n`);
  return true;
}
