// WebKit by classic WebDriver; where there is no screen, on one that is not seen.
import { spawn } from "node:child_process";
import { request, type RequestOptions } from "node:http";
import { createServer, type AddressInfo } from "node:net";
import { patience, until } from "../patience.js";
import { call, ended, said } from "./browser-process.js";
import type { Tab } from "./other-browsers.js";

/** @param program the driver's name or path */
export async function startWebKit(program: string): Promise<Tab> {
  const screen = process.env.DISPLAY ? undefined : spawn("Xvfb", ["-displayfd", "1", "-screen", "0", "1400x1000x24"]);
  const display = screen ? `:${await said(screen.stdout, /(\d+)\n/)}` : process.env.DISPLAY;
  const port = await freePort();
  const env = { ...process.env, DISPLAY: display };
  const driver = spawn(program, [`--port=${port}`], { env, stdio: "ignore" });
  const command = async (method: string, path: string, body?: object): Promise<unknown> => {
    const { value } = JSON.parse(await answer({ port, method, path }, body && JSON.stringify(body))) as {
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
    problems: [],
    asked: [],
    go: async (url) => void (await command("POST", `${session}/url`, { url })),
    async ask(work, given) {
      const script = `return (${call(work)})(arguments[0])`;
      const text = await command("POST", `${session}/execute/sync`, { script, args: [JSON.stringify(given)] });
      return JSON.parse(String(text));
    },
    act: async (actions) => void (await command("POST", `${session}/actions`, { actions })),
    async end() {
      await command("DELETE", session);
      await ended(driver);
      if (screen) await ended(screen);
    },
  };
}

/** What the driver answers, however long it takes: `fetch` would give up after five minutes. */
const answer = (options: RequestOptions, body: string | undefined): Promise<string> =>
  new Promise((resolve, reject) => {
    const asking = request({ host: "127.0.0.1", ...options }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (part: string) => (text += part));
      response.on("end", () => resolve(text));
    });
    asking.on("error", reject);
    asking.end(body);
  });

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
