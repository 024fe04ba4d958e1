/** `nullcline kernel …`: what the command line makes of its arguments. */
import { parseArgs } from "node:util";
import { UsageError } from "../checks/usage-error.js";
import type { Place } from "./spec.js";

/** What `nullcline kernel` can do beside being the kernel. */
export const kernelTasks = ["install", "uninstall", "check"] as const;

/**
 * Installs, uninstalls or checks the kernel, and prints what came of it.
 * @returns the exit code
 * @throws Error if it can not be done, UsageError if the arguments are not what they should be
 */
export async function kernelTask(task: (typeof kernelTasks)[number], args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      user: { type: "boolean" },
      "sys-prefix": { type: "boolean" },
      prefix: { type: "string" },
      memory: { type: "string" },
    },
  });
  const places = [values.user, values["sys-prefix"], values.prefix].filter((given) => given !== undefined);
  if (places.length > 1) throw new UsageError("expects one of --user, --sys-prefix and --prefix DIR");
  const place: Place =
    values.prefix !== undefined
      ? { prefix: values.prefix }
      : values["sys-prefix"]
        ? { sysPrefix: true }
        : { user: true };
  const memory = values.memory === undefined ? undefined : Number(values.memory);
  if (memory !== undefined && !(Number.isInteger(memory) && memory >= 64))
    throw new UsageError(`--memory is in MB, a whole number from 64 on, got ${values.memory}`);
  const { installKernel, uninstallKernel } = await import("./spec.js");
  if (task === "install") {
    const { findSnapshot, makeSnapshot } = await import("./snapshot.js");
    console.log(`the kernel is known to Jupyter now: ${installKernel(place, memory)}`);
    findSnapshot() ?? (await makeSnapshot().file); // it starts faster with it, also where its users may write nothing
  } else if (task === "uninstall") console.log(`gone: ${uninstallKernel(place)}`);
  else {
    const { checkKernel } = await import("./check.js");
    let good = true;
    for await (const { ok, text } of checkKernel(place)) {
      console.log(`${ok ? "ok     " : "WRONG  "}${text}`);
      good &&= ok;
    }
    return good ? 0 : 1;
  }
  return 0;
}
