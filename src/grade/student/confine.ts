/** What Node's permission model leaves open, closed as far as code can: the network, and signals to other processes. */
import { syncBuiltinESMExports } from "node:module";

/** Every way to reach another machine, or a socket on this one, throws. Call it before any code that is not trusted. */
export function closeNetwork(require: NodeJS.Require): void {
  for (const stream of [process.stdout, process.stderr]) void stream; // made by the modules below when first used
  const refuse = function refused(): never {
    throw new Error("a graded notebook has no network");
  };
  for (const name of ["net", "tls", "http", "https", "http2", "dgram", "dns", "dns/promises"]) {
    const module = require(`node:${name}`) as Record<string, unknown>;
    for (const key of Object.keys(module)) {
      const value = module[key];
      if (typeof value !== "function") continue;
      const prototype = value.prototype as Record<string, unknown> | undefined;
      if (prototype)
        for (const method of ["connect", "listen", "_listen2", "bind", "send", "lookup", "resolve"])
          if (method in prototype) prototype[method] = refuse;
      Object.defineProperty(module, key, { value: refuse });
    }
  }
  for (const name of ["fetch", "WebSocket", "EventSource"]) Object.defineProperty(globalThis, name, { value: refuse });
  syncBuiltinESMExports();
}

/** The process cannot end itself politely or signal others; errors that nobody awaits are let pass. */
export function tameProcess(): void {
  const refuse = (name: string) => (): never => {
    throw new Error(`process.${name} is refused in a graded notebook`);
  };
  const raw = process as unknown as Record<string, unknown>;
  for (const name of ["exit", "reallyExit", "abort", "kill"]) raw[name] = refuse(name);
  for (const name of ["_kill", "_debugProcess", "_debugEnd", "_startProfilerIdleNotifier", "dlopen", "_linkedBinding"])
    delete raw[name];
  process.on("uncaughtException", () => {});
  process.on("unhandledRejection", () => {});
}
