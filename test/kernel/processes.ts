// The processes of a kernel, as the system knows them.
import { readdirSync, readFileSync } from "node:fs";
import type { Client } from "./client.js";

export interface Running {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** All processes, with their command lines. */
export const processes = (): Running[] =>
  readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, "utf8");
        const parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
        const command = readFileSync(`/proc/${name}/cmdline`, "utf8").replaceAll("\0", " ");
        return [{ pid: Number(name), parent, command }];
      } catch {
        return []; // it has ended meanwhile
      }
    });

/** The processes below one. */
export function below(root: number, all: readonly Running[] = processes()): Running[] {
  return all.filter(({ parent }) => parent === root).flatMap((each) => [each, ...below(each.pid, all)]);
}

export const compiler = /--snapshot-blob|compiler\.cjs/;
export const executor = /executor\/process\.js|node\/(?:executor|spare)\.cjs/;

const those = (client: Client, pattern: RegExp): number[] =>
  below(client.process.pid ?? 0).flatMap(({ command, pid }) => (pattern.test(command) ? [pid] : []));

/** The process of a kernel that a pattern fits. */
export const one = (client: Client, pattern: RegExp): number | undefined => those(client, pattern)[0];

/** The process that is there for when the one that runs the cells ends: it was started after it. */
export const spare = (client: Client): number | undefined => those(client, executor)[1];

/** The process that runs the cells, whatever they have called it. */
export const executorOf = (client: Client): number | undefined =>
  processes().find(({ parent, command }) => parent === client.process.pid && !compiler.test(command))?.pid;
