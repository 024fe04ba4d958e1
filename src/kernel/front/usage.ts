/** What the processes of a kernel take, in the words of ipykernel, by which extensions of JupyterLab show it. */
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { availableParallelism, cpus, freemem, hostname, totalmem } from "node:os";

interface Taken {
  readonly pid: number;
  readonly parent: number;
  /** Bytes of memory; what several processes share is counted once, where the system tells it. */
  readonly memory: number;
  /** Seconds of the processor. */
  readonly time: number;
}

/** Of the kernel's clock of processor time, on all of Linux's usual machines. */
const ticksPerSecond = 100;

/** Answers each usage_request; shares of the processor are those since the one before, and 0 at first. */
export function createUsage(): () => Readonly<Record<string, unknown>> {
  let before = { at: performance.now(), times: new Map<number, number>(), host: hostTimes() };
  let asked = false;
  return () => {
    const processes = tree(process.pid, readProcesses());
    const now = {
      at: performance.now(),
      times: new Map(processes.map(({ pid, time }) => [pid, time])),
      host: hostTimes(),
    };
    const seconds = processes.reduce((sum, { pid, time }) => sum + time - (before.times.get(pid) ?? 0), 0);
    const share = asked && now.at > before.at ? (1e5 * Math.max(0, seconds)) / (now.at - before.at) : 0;
    const [busy, all] = [now.host.busy - before.host.busy, now.host.all - before.host.all];
    before = now;
    asked = true;
    return {
      status: "ok",
      hostname: hostname(),
      pid: process.pid,
      kernel_cpu: share,
      kernel_memory: processes.reduce((sum, { memory }) => sum + memory, 0),
      ...(all > 0 ? { host_cpu_percent: (100 * busy) / all } : {}),
      cpu_count: availableParallelism(),
      host_virtual_memory: hostMemory(),
    };
  };
}

function tree(root: number, all: readonly Taken[]): Taken[] {
  const pids = new Set([root]);
  for (let known = 0; known < pids.size; ) {
    known = pids.size;
    for (const { pid, parent } of all) if (pids.has(parent)) pids.add(pid);
  }
  return all.filter(({ pid }) => pids.has(pid));
}

function readProcesses(): readonly Taken[] {
  if (process.platform === "linux") return inProc();
  if (process.platform !== "win32") return byPs();
  const { user, system } = process.cpuUsage();
  return [{ pid: process.pid, parent: 0, memory: process.memoryUsage.rss(), time: (user + system) / 1e6 }];
}

function inProc(): Taken[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, "utf8");
        const fields = stat
          .slice(stat.lastIndexOf(")") + 2)
          .split(" ")
          .map(Number);
        const [parent = 0, user = 0, system = 0] = [fields[1], fields[11], fields[12]];
        const time = (user + system) / ticksPerSecond;
        return [
          {
            pid: Number(name),
            parent,
            time,
            get memory() {
              return memoryOf(name);
            },
          },
        ];
      } catch {
        return []; // it has ended meanwhile
      }
    });
}

function memoryOf(pid: string): number {
  const kilobytes = (file: string, field: string): number => {
    try {
      return Number(new RegExp(`^${field}: *(\\d+)`, "m").exec(readFileSync(`/proc/${pid}/${file}`, "utf8"))?.[1] ?? 0);
    } catch {
      return 0; // ended, or another user's
    }
  };
  return 1024 * (kilobytes("smaps_rollup", "Pss") || kilobytes("status", "VmRSS"));
}

function byPs(): Taken[] {
  const text = execFileSync("ps", ["-A", "-o", "pid=,ppid=,rss=,time="], { encoding: "utf8" });
  return text
    .trim()
    .split("\n")
    .map((line) => {
      const [pid = "", parent = "", kilobytes = "", time = ""] = line.trim().split(/\s+/);
      const seconds = time.split(/[-:]/).reduceRight((sum, part, i, parts) => {
        const unit = [1, 60, 3600, 86_400][parts.length - 1 - i] ?? 0;
        return sum + Number(part) * unit;
      }, 0);
      return { pid: Number(pid), parent: Number(parent), memory: 1024 * Number(kilobytes), time: seconds };
    });
}

function hostTimes(): { busy: number; all: number } {
  let [busy, all] = [0, 0];
  for (const { times } of cpus()) {
    const total = Object.values(times).reduce((sum, time) => sum + time, 0);
    all += total;
    busy += total - times.idle;
  }
  return { busy, all };
}

function hostMemory(): Readonly<Record<string, number>> {
  const [total, available] = [totalmem(), freemem()];
  const used = total - available;
  const simple = { total, available, used, free: available, percent: (100 * used) / total };
  if (process.platform !== "linux") return simple;
  const text = readFileSync("/proc/meminfo", "utf8");
  const bytes = (name: string): number => 1024 * Number(new RegExp(`^${name}: *(\\d+)`, "m").exec(text)?.[1] ?? 0);
  return { ...simple, free: bytes("MemFree"), active: bytes("Active"), inactive: bytes("Inactive") };
}
