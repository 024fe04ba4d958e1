// `node bench/kernels.mjs [ROUNDS [KERNEL …]]`: what a kernel costs, beside others: time of the clock, processor time
// of all its processes, and memory. Rounds are interleaved and medians told, so that a busy machine tells the same
// ratios. Needs Linux, `npm run build`, and for the others an installed stock tslab (it is a dependency) and, where
// `PYTHON` has it, ipykernel; `deno` where it is on the PATH; `EARLIER`, a folder with another state that has been built.
import { execFileSync, spawn } from "node:child_process";
import { createHmac, randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { loadavg, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Dealer, Subscriber } from "zeromq";

const [rounds = "5", ...chosen] = process.argv.slice(2);
const python = process.env.PYTHON ?? "python3";
const earlier = process.env.EARLIER;
const runs = (command, args) => {
  try {
    execFileSync(command, args, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
};
const all = {
  nullcline: [process.execPath, resolve("dist/node/kernel.cjs")],
  ...(earlier ? { "earlier nullcline": [process.execPath, resolve(earlier, "dist/cli.js"), "kernel"] } : {}),
  "stock tslab": [process.execPath, resolve("node_modules/tslab/bin/tslab"), "kernel", "--config-path"],
  ...(runs("deno", ["--version"]) ? { Deno: ["deno", "jupyter", "--kernel", "--conn"] } : {}),
  ...(runs(python, ["-c", "import ipykernel"]) ? { ipykernel: [python, "-m", "ipykernel_launcher", "-f"] } : {}),
};
const kernels = Object.fromEntries(
  Object.entries(all).filter(([name]) => chosen.length === 0 || chosen.includes(name)),
);
const key = "bench";
const ticks = Number(execFileSync("getconf", ["CLK_TCK"]));

/** What each kernel is asked, in its language. */
const cells = (name) => {
  const from = name === "Deno" ? resolve("dist/index.js") : "nullcline";
  const isPython = name === "ipykernel";
  return {
    first: isPython ? "x = 1" : "let x = 1",
    plain: (i) => (isPython ? `n${i} = x + ${i}` : `const n${i} = x + ${i}`),
    import: isPython ? "import json" : `import { simulate, hodgkinHuxley } from "${from}"`,
    figure: isPython
      ? undefined
      : `import { setup, show, plot, simulate, hodgkinHuxley } from "${from}"; setup();
show(plot.trace(simulate(hodgkinHuxley, { duration: 50 })));`,
    completion: isPython ? "json.du" : "Math.cbr",
  };
};

/** A process and all that it started. */
function tree(pid) {
  const stats = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const text = readFileSync(`/proc/${name}/stat`, "utf8");
        const [, ppid, ...rest] = text.slice(text.lastIndexOf(")") + 2).split(" ");
        return [{ pid: Number(name), ppid: Number(ppid), time: (Number(rest[9]) + Number(rest[10])) / ticks }];
      } catch {
        return [];
      }
    });
  const found = new Set([pid]);
  for (let grown = -1; grown !== found.size; ) {
    grown = found.size;
    for (const each of stats) if (found.has(each.ppid)) found.add(each.pid);
  }
  return stats.filter((each) => found.has(each.pid));
}

/** Seconds of the processor. */
const spent = (pid) => tree(pid).reduce((sum, { time }) => sum + time, 0);

/** MB, of which what several processes share is counted once. */
const memory = (pid) =>
  tree(pid).reduce(
    (sum, each) => sum + Number(/^Pss: *(\d+)/m.exec(readFileSync(`/proc/${each.pid}/smaps_rollup`, "utf8"))[1]) / 1024,
    0,
  );

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

/** One life of a kernel, from its start: `live` asks it, and `step` measures what it asks. */
async function life(name, live) {
  const folder = mkdtempSync(join(tmpdir(), "nullcline-bench-"));
  const file = join(folder, "connection.json");
  const names = ["shell", "iopub", "control", "stdin", "hb"];
  const ports = [];
  for (const _ of names) ports.push(await freePort());
  const given = Object.fromEntries(names.map((each, i) => [`${each}_port`, ports[i]]));
  const connection = { transport: "tcp", ip: "127.0.0.1", key, signature_scheme: "hmac-sha256", kernel_name: "x" };
  writeFileSync(file, JSON.stringify({ ...connection, ...given }));
  const [program, ...args] = kernels[name];
  let [start, before] = [performance.now(), 0];
  const child = spawn(program, [...args, file], { cwd: resolve("notebooks"), stdio: "ignore", detached: true });
  const ended = once(child, "exit").then(([status]) => {
    throw new Error(`${name} has ended with ${status}: perhaps another program took one of its ports`);
  });
  ended.catch(() => {}); // at the end of its life nobody asks
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
    const reply = JSON.parse(String((await Promise.race([shell.receive(), ended])).at(-1)));
    if (reply.status === "error") throw new Error(`${name}: ${JSON.stringify(reply).slice(0, 300)}`);
  };
  const run = (code) =>
    ask("execute_request", { code, silent: false, store_history: true, user_expressions: {}, allow_stdin: false });
  /** Begins to measure anew. */
  const mark = () => {
    [start, before] = [performance.now(), spent(child.pid)];
  };
  /** Milliseconds since the last one, for each of `count`. */
  const step = (count = 1) => {
    const [clock, processor] = [(performance.now() - start) / count, (1000 * (spent(child.pid) - before)) / count];
    mark();
    return { clock, processor };
  };
  try {
    return await live({ ask, run, mark, step, memory: () => memory(child.pid), ...cells(name) });
  } finally {
    const processes = tree(child.pid);
    for (const { pid } of processes) process.kill(pid, "SIGKILL");
    shell.close();
    iopub.close();
    rmSync(folder, { recursive: true });
  }
}
const seconds = (n) => new Promise((done) => setTimeout(done, 1000 * n));

/** Cells whose cost is taken together. */
const blocks = [
  [1, 10],
  [91, 100],
  [991, 1000],
];

/** All lives that are measured in a round; a kernel that cannot do a thing has no number for it. */
async function measure(name) {
  const atOnce = await life(name, async ({ ask, run, step, mark, ...cell }) => {
    const result = {};
    await ask("kernel_info_request", {});
    result.ready = step();
    await run(cell.first);
    result["first cell, at once"] = step();
    let done = 0;
    for (const [from, to] of blocks) {
      // stock tslab hangs at about the 120th, and so did the first edition
      if (to > 100 && (name === "stock tslab" || name === "earlier nullcline")) continue;
      while (done < from - 1) await run(cell.plain(++done));
      mark();
      while (done < to) await run(cell.plain(++done));
      result[`a cell, ${from} to ${to}`] = step(to - from + 1);
    }
    for (let i = 0; i < 20; i++) await ask("complete_request", { code: cell.completion, cursor_pos: 7 });
    result.completion = step(20);
    return result;
  });
  const later = await life(name, async ({ ask, run, step, mark, ...cell }) => {
    const result = {};
    await ask("kernel_info_request", {});
    await seconds(3);
    result["memory after 3 s, MB"] = { memory: cell.memory() };
    mark();
    await run(cell.first);
    result["first cell, after 3 s"] = step();
    await run(cell.import);
    result["import nullcline"] = step();
    await seconds(3);
    result["memory after the import, MB"] = { memory: cell.memory() };
    return result;
  });
  const drawing = await life(name, async ({ run, step, figure }) => {
    if (figure === undefined) return {};
    await run(figure);
    return { "first figure, from the start": step() };
  });
  return { ...atOnce, ...later, ...drawing };
}

const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];
const names = Object.keys(kernels);
const lives = Object.fromEntries(names.map((name) => [name, []]));
const loads = [loadavg()[0]];
for (let round = 0; round < Number(rounds); round++) for (const name of names) lives[name].push(await measure(name));
loads.push(loadavg()[0]);
const row = (what, kind) => {
  const values = names.map((name) => median(lives[name].map((each) => each[what]?.[kind] ?? Number.NaN)));
  return `| ${what}${kind === "memory" ? "" : `, ms of the ${kind}`} | ${values.map((value) => (Number.isNaN(value) ? "" : value.toFixed(value < 10 ? 1 : 0))).join(" | ")} |`;
};
console.log(`| | ${names.join(" | ")} |\n|---|${names.map(() => "---").join("|")}|`);
for (const [what, kinds] of Object.entries(lives[names[0]][0]))
  for (const kind of Object.keys(kinds).sort().reverse()) console.log(row(what, kind));
console.log(`\nNode ${process.version}, ${rounds} rounds, load ${loads.map((load) => load.toFixed(1)).join(" to ")}`);
process.exit(0);
