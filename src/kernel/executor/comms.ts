/** Channels between a cell's code and scripts in the page, and what else cells can ask of Jupyter: `jupyter`. */
import type { Bundle } from "../cell.js";
import { newIdentifier } from "../identifier.js";
import type { CommContent, FromExecutor, ToExecutor } from "./messages.js";
import type { Output } from "./output.js";
import { currentRun, enter, type Run } from "./runs.js";

/** A channel to a script in the page. */
export interface Comm {
  readonly id: string;
  send(data?: Bundle): void;
  close(data?: Bundle): void;
  onMessage(listener: (data: Bundle) => void): Comm;
  onClose(listener: (data: Bundle) => void): Comm;
}

/** What a cell knows as `jupyter`. */
export interface Jupyter {
  /** Clears what the cell has put out so far; `wait`: when the next output comes. */
  clearOutput(wait?: boolean): void;
  /** Opens a channel to the script that the page knows as `target`. */
  openComm(target: string, data?: Bundle): Comm;
  /** From now on scripts of the page can open channels to `target`. */
  onComm(target: string, opened: (comm: Comm, data: Bundle) => void): void;
}

interface Listeners {
  message?: (data: Bundle) => void;
  close?: (data: Bundle) => void;
}

/** Defines `jupyter` for all cells; `receive` takes what the page says. */
export function createComms(send: (message: FromExecutor) => void): {
  receive(message: Extract<ToExecutor, { kind: "comm" }>, output: Output): void;
} {
  const targets = new Map<string, (comm: Comm, data: Bundle) => void>();
  const open = new Map<string, Listeners>();
  const run = (): number => currentRun()?.sink.run ?? 0;

  function commOf(id: string): Comm {
    const listeners: Listeners = {};
    open.set(id, listeners);
    const say = (type: "comm_msg" | "comm_close", data: Bundle): void =>
      send({ kind: "comm", run: run(), type, content: { comm_id: id, data } });
    const comm: Comm = {
      id,
      send: (data = {}) => say("comm_msg", data),
      close(data = {}) {
        if (open.delete(id)) say("comm_close", data);
      },
      onMessage(listener) {
        listeners.message = listener;
        return comm;
      },
      onClose(listener) {
        listeners.close = listener;
        return comm;
      },
    };
    return comm;
  }
  const jupyter: Jupyter = {
    clearOutput: (wait = false) => send({ kind: "clear", run: run(), wait }),
    openComm(target, data = {}) {
      const comm = commOf(newIdentifier());
      const content: CommContent = { comm_id: comm.id, target_name: target, data };
      send({ kind: "comm", run: run(), type: "comm_open", content });
      return comm;
    },
    onComm(target, opened) {
      targets.set(target, opened);
      send({ kind: "target", name: target });
    },
  };
  Object.defineProperty(globalThis, "jupyter", { value: jupyter, writable: true, configurable: true });

  return {
    receive({ type, content: { comm_id, target_name = "", data = {} } }, output) {
      const before = currentRun();
      const own: Run = {
        sink: output,
        reached: new Set(),
        timers: new Set(),
        stopped: false,
        finish() {},
      };
      enter(own);
      try {
        if (type === "comm_open") targets.get(target_name)?.(commOf(comm_id), data);
        else if (type === "comm_msg") open.get(comm_id)?.message?.(data);
        else {
          const listeners = open.get(comm_id);
          open.delete(comm_id);
          listeners?.close?.(data);
        }
      } finally {
        output.flush();
        enter(before);
      }
    },
  };
}
