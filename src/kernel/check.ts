/** Whether the kernel is installed as it should be, and answers. */
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installedVersion, requireInstalled } from "../host/installed.js";
import { createDecoder, encode } from "./front/wire.js";
import { folderOf, readSpec, type KernelSpec, type Place } from "./spec.js";

/** One thing that was looked at. */
export interface Finding {
  readonly ok: boolean;
  readonly text: string;
}

/** How long a kernel may take to answer, ms: a slow disk reads TypeScript for the first time. */
const patience = 60_000;

/** Looks at everything that a kernel needs, in the order in which it is needed; stops where nothing can follow. */
export async function* checkKernel(place: Place): AsyncGenerator<Finding> {
  yield { ok: true, text: `Node ${process.versions.node}` };
  try {
    requireInstalled("nullcline/kernel", "tslab", "typescript", "zeromq");
  } catch (error) {
    return yield { ok: false, text: (error as Error).message };
  }
  yield {
    ok: true,
    text: ["tslab", "typescript", "zeromq"].map((name) => `${name} ${installedVersion(name)}`).join(", "),
  };
  const folder = folderOf(place);
  const spec = readSpec(folder);
  if (!spec) return yield { ok: false, text: `Jupyter finds no kernel in ${folder}: npx nullcline kernel install` };
  yield { ok: true, text: `${spec.display_name} in ${folder}` };
  for (const path of spec.argv.filter((argument) => /^(?:[A-Za-z]:)?[\\/]/.test(argument)))
    if (!existsSync(path))
      return yield {
        ok: false,
        text: `it starts ${path}, which is not there, perhaps since it was moved: npx nullcline kernel install`,
      };
  yield await answered(spec);
}

/** Starts the kernel as Jupyter does, and lets it run a cell. */
async function answered({ argv }: KernelSpec): Promise<Finding> {
  const folder = mkdtempSync(join(tmpdir(), "nullcline-check-"));
  const [file, key] = [join(folder, "connection.json"), randomUUID()];
  const names = ["shell", "iopub", "control", "stdin", "hb"];
  const ports = await freePorts(names.length);
  const given = Object.fromEntries(names.map((name, i) => [`${name}_port`, ports[i]]));
  writeFileSync(file, JSON.stringify({ transport: "tcp", ip: "127.0.0.1", key, ...given }));
  const [program = "", ...args] = argv.map((argument) => argument.replace("{connection_file}", file));
  const kernel = spawn(program, args, { cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  kernel.stderr.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  const { Dealer } = await import("zeromq");
  const shell = new Dealer({ linger: 0, receiveTimeout: patience });
  shell.connect(`tcp://127.0.0.1:${ports[0]}`);
  const session = randomUUID();
  const start = performance.now();
  try {
    const header = {
      msg_id: randomUUID(),
      msg_type: "execute_request",
      session,
      username: "",
      date: "",
      version: "5.4",
    };
    const content = { code: "const x: number = 6 * 7", silent: true, user_expressions: { x: "x" } };
    await shell.send(encode({ identities: [], header, parent: {}, content }, key));
    const reply = await Promise.race([shell.receive(), once(kernel, "exit").then(() => undefined)]);
    if (!reply) return { ok: false, text: `it ended before it answered; it said: ${said.trim() || "nothing"}` };
    const answer = createDecoder(key).decode(reply).content;
    const value = (answer.user_expressions as Record<string, { data?: Record<string, string> }> | undefined)?.x?.data;
    if (value?.["text/plain"] !== "42") return { ok: false, text: `it runs no cell: ${JSON.stringify(answer)}` };
    return { ok: true, text: `it starts and runs a cell, in ${((performance.now() - start) / 1000).toFixed(1)} s` };
  } catch {
    return { ok: false, text: `it does not answer within ${patience / 1000} s; it said: ${said.trim() || "nothing"}` };
  } finally {
    kernel.kill("SIGKILL");
    shell.close();
    rmSync(folder, { recursive: true });
  }
}

async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, "127.0.0.1"));
  await Promise.all(servers.map((server) => once(server, "listening")));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))));
  return ports;
}
