/** The compiler's process, started from its snapshot where there is one. */
import { spawn, type ChildProcess } from "node:child_process";
import type { Question, Reply } from "../compiler/questions.js";
import type { StartThread } from "./compiler-thread.js";
import { compilerScript } from "../scripts.js";
import { compilerArguments, discardSnapshot } from "../snapshot.js";

/**
 * @param directory the notebook's folder
 * @param findSnapshot gives the file of the snapshot, or undefined where the compiler is to start without
 */
export const compilerProcess =
  (directory: string, findSnapshot: () => string | undefined): StartThread =>
  (receive, fail) => {
    const asked: Question[] = [];
    let ended = false;
    let begun = false;
    let begin = (): void => {};
    const hasBegun = new Promise<void>((done) => {
      begin = done;
    });
    let child = start(findSnapshot());

    function start(snapshot: string | undefined): ChildProcess {
      const entry = snapshot === undefined ? [compilerScript] : ["--snapshot-blob", snapshot];
      const started = spawn(process.execPath, [...compilerArguments, ...entry, directory], {
        cwd: directory,
        env: { ...process.env, NODE_OPTIONS: "" },
        stdio: ["ignore", "ignore", "ignore", "ipc"],
        detached: process.platform !== "win32", // Jupyter's signals are for the front
        windowsHide: true,
      });
      started.on("message", (message: Reply | "started") => {
        if (message !== "started") return receive(message);
        begun = true;
        begin();
        asked.length = 0;
      });
      started.on("error", () => {}); // "exit" or "close" follows
      started.on("close", (code, signal) => {
        if (ended || started !== child) return;
        if (begun || snapshot === undefined)
          return fail(new Error(`the compiler has ended, by ${signal ?? `exit code ${code}`}`));
        if (signal !== "SIGKILL") discardSnapshot(snapshot); // which says nothing of the file
        child = start(undefined);
        for (const question of asked) child.send(question);
      });
      started.unref();
      started.channel?.unref();
      return started;
    }

    return {
      started: hasBegun,
      ask(question) {
        if (!begun) asked.push(question);
        child.send(question, () => {});
      },
      end() {
        ended = true;
        child.kill("SIGKILL");
      },
    };
  };
