/** Channels between a cell's code and scripts in the page, and what else cells can ask of Jupyter: `jupyter`. */
import { keptMap } from "../kept-map.js";
import { bytesOf, fromBase64, toBase64 } from "../bytes.js";
import type { Bundle } from "../cell.js";
import { newIdentifier } from "../identifier.js";
import type { CommMessage, CommType, FromExecutor } from "./messages.js";
import type { Output } from "./output.js";
import { currentRun, enter, newRun } from "./runs.js";

/** What goes beside the data of a message. */
export interface Beside {
  /** Numbers as they lie in memory. */
  readonly buffers?: readonly (ArrayBufferLike | ArrayBufferView)[];
  readonly metadata?: Bundle;
}

/** What came beside the data of a message. */
export interface CameBeside {
  readonly buffers: readonly Uint8Array[];
  readonly metadata: Bundle;
}

/** Takes a message of the page. */
type Listener = (data: Bundle, beside: CameBeside) => void;

/** A channel to a script in the page. */
export interface Comm {
  readonly id: string;
  send(data?: Bundle, beside?: Beside): void;
  close(data?: Bundle, beside?: Beside): void;
  onMessage(listener: Listener): Comm;
  onClose(listener: Listener): Comm;
}

/** What a cell knows as `jupyter`. */
export interface Jupyter {
  /** Clears what the cell has put out so far; `wait`: when the next output comes. */
  clearOutput(wait?: boolean): void;
  /** Opens a channel to the script that the page knows as `target`. */
  openComm(target: string, data?: Bundle, beside?: Beside): Comm;
  /** From now on scripts of the page can open channels to `target`. */
  onComm(target: string, opened: Opened): void;
}

type Opened = (comm: Comm, data: Bundle, beside: CameBeside) => void;

interface Listeners {
  message?: Listener;
  close?: Listener;
}

/** Defines `jupyter` for all cells; `receive` takes what the page says. */
export function createComms(send: (message: FromExecutor) => void): {
  receive(message: CommMessage, output: Output): void;
} {
  const targets = keptMap<string, Opened>();
  const open = keptMap<string, Listeners>();
  const run = (): number => currentRun()?.sink.run ?? 0;

  function say(type: CommType, content: CommMessage["content"], { buffers = [], metadata = {} }: Beside = {}): void {
    const texts = buffers.map((each) => toBase64(bytesOf(each)));
    send({ kind: "comm", run: run(), type, content, metadata, buffers: texts });
  }
  function commOf(id: string): Comm {
    const listeners: Listeners = {};
    open.set(id, listeners);
    const comm: Comm = {
      id,
      send: (data = {}, beside) => say("comm_msg", { comm_id: id, data }, beside),
      close(data = {}, beside) {
        if (open.delete(id)) say("comm_close", { comm_id: id, data }, beside);
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
    openComm(target, data = {}, beside) {
      const comm = commOf(newIdentifier());
      say("comm_open", { comm_id: comm.id, target_name: target, data }, beside);
      return comm;
    },
    onComm(target, opened) {
      targets.set(target, opened);
      send({ kind: "target", name: target });
    },
  };
  Object.defineProperty(globalThis, "jupyter", { value: jupyter, writable: true, configurable: true });

  return {
    receive({ type, content: { comm_id, target_name = "", data = {} }, metadata = {}, buffers = [] }, output) {
      const beside = { metadata, buffers: buffers.map(fromBase64) };
      const before = currentRun();
      enter(newRun(output));
      try {
        if (type === "comm_open") targets.get(target_name)?.(commOf(comm_id), data, beside);
        else if (type === "comm_msg") open.get(comm_id)?.message?.(data, beside);
        else {
          const listeners = open.get(comm_id);
          open.delete(comm_id);
          listeners?.close?.(data, beside);
        }
      } finally {
        output.flush();
        enter(before);
      }
    },
  };
}
