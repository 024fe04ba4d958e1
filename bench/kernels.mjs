// `node bench/kernels.mjs [ROUNDS]`: what a kernel costs, beside others, in processor time of all its processes. Rounds are interleaved
// and medians told, so that a busy machine tells the same ratios. Needs `npm run build`, and for the others an
// installed stock tslab (it is a dependency) and, where `PYTHON` has it, ipykernel; `deno` where it is on the PATH.
import { execFileSync, spawn } from "node:child_process";
import { createHmac, randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Dealer, Subscriber } from "zeromq";

const rounds = Number(process.argv[2] ?? 5);
const python = process.env.PYTHON ?? "python3";
const runs = (command, args) => {
  try {
    execFileSync(command, args, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
};
const kernels = {
  nullcline: [process.execPath, resolve("dist/cli.js"), "kernel"],
  "stock tslab": [process.execPath, resolve("node_modules/tslab/bin/tslab"), "kernel", "--config-path"],
  ...(runs("deno", ["--version"]) ? { Deno: ["deno", "jupyter", "--kernel", "--conn"] } : {}),
  ...(runs(python, ["-c", "import ipykernel"]) ? { ipykernel: [python, "-m", "ipykernel_launcher", "-f"] } : {}),
};
const imports = { ipykernel: "import json", Deno: `import "${resolve("dist/index.js")}"` };
const key = "bench";

/** Seconds of processor time of a process and of all that it started, from Linux's /proc. */
function spent(pid) {
  const ticks = Number(execFileSync("getconf", ["CLK_TCK"]));
  const all = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  const stats = all.flatMap((name) => {
    try {
      const text = readFileSync(`/proc/${name}/stat`, "utf8");
      const [, ppid, ...rest] = text.slice(text.lastIndexOf(")") + 2).split(" ");
      return [{ pid: Number(name), ppid: Number(ppid), time: (Number(rest[9]) + Number(rest[10])) / ticks }];
    } catch {
      return [];
    }
  });
  const tree = new Set([pid]);
  for (let grown = -1; grown !== tree.size; ) {
    grown = tree.size;
    for (const each of stats) if (tree.has(each.ppid)) tree.add(each.pid);
  }
  return stats.filter((each) => tree.has(each.pid)).reduce((sum, { time }) => sum + time, 0);
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

/** One life of a kernel: seconds of the clock and of the processor for each thing that is asked of it. */
async function measure(name) {
  const folder = mkdtempSync(join(tmpdir(), "nullcline-bench-"));
  const file = join(folder, "connection.json");
  const names = ["shell", "iopub", "control", "stdin", "hb"];
  const ports = [];
  for (const _ of names) ports.push(await freePort());
  const given = Object.fromEntries(names.map((each, i) => [`${each}_port`, ports[i]]));
  writeFileSync(
    file,
    JSON.stringify({
      transport: "tcp",
      ip: "127.0.0.1",
      key,
      signature_scheme: "hmac-sha256",
      kernel_name: "x",
      ...given,
    }),
  );
  const [program, ...args] = kernels[name];
  const cwd = resolve("notebooks");
  const child = spawn(program, [...args, file], { cwd, stdio: "ignore", detached: true });
  const shell = new Dealer({ linger: 0 });
  const iopub = new Subscriber({ linger: 0, receiveHighWaterMark: 0 });
  shell.connect(`tcp://127.0.0.1:${ports[0]}`);
  iopub.connect(`tcp://127.0.0.1:${ports[1]}`);
  iopub.subscribe();
  void (async () => {
    for await (const _ of iopub);
  })();
  const session = randomUUID();
  const ask = async (type, content) => {
    const header = { msg_id: randomUUID(), msg_type: type, session, username: "", date: "", version: "5.3" };
    const parts = [header, {}, {}, content].map((part) => JSON.stringify(part));
    const signature = createHmac("sha256", key).update(parts.join("")).digest("hex");
    await shell.send(["<IDS|MSG>", signature, ...parts]);
    const frames = await shell.receive();
    const reply = JSON.parse(String(frames.at(-1)));
    if (reply.status === "error") throw new Error(`${name}: ${JSON.stringify(reply).slice(0, 300)}`);
  };
  const result = {};
  let before = 0;
  const step = async (what, count, work) => {
    const start = performance.now();
    for (let i = 0; i < count; i++) await work(i);
    const [clock, total] = [(performance.now() - start) / 1000 / count, spent(child.pid)];
    result[what] = { clock, processor: (total - before) / count };
    before = total;
  };
  const run = (code) =>
    ask("execute_request", { code, silent: false, store_history: true, user_expressions: {}, allow_stdin: false });
  await step("ready", 1, () => ask("kernel_info_request", {}));
  await step("first cell", 1, () => run(name === "ipykernel" ? "x = 1" : "let x = 1"));
  await step("a cell", 50, (i) => run(name === "ipykernel" ? `y = x + ${i}` : `x = x + ${i}`));
  await step("import nullcline", 1, () => run(imports[name] ?? 'import { simulate, hodgkinHuxley } from "nullcline"'));
  await step("completion", 20, () =>
    ask("complete_request", { code: name === "ipykernel" ? "json.du" : "Math.cbr", cursor_pos: 7 }),
  );
  process.kill(-child.pid, "SIGKILL");
  shell.close();
  iopub.close();
  rmSync(folder, { recursive: true, force: true });
  return result;
}

const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];
const all = Object.fromEntries(Object.keys(kernels).map((name) => [name, []]));
for (let round = 0; round < rounds; round++)
  for (const name of Object.keys(kernels)) all[name].push(await measure(name));
const steps = Object.keys(all.nullcline[0]);
console.log(
  `| | ${Object.keys(kernels).join(" | ")} |\n|---|${Object.keys(kernels)
    .map(() => "---")
    .join("|")}|`,
);
for (const what of steps)
  for (const kind of ["processor", "clock"]) {
    const medians = Object.values(all).map((lives) => 1000 * median(lives.map((life) => life[what][kind])));
    console.log(
      `| ${what}, ms of the ${kind} | ${medians.map((value) => value.toFixed(value < 10 ? 1 : 0)).join(" | ")} |`,
    );
  }
process.exit(0);
