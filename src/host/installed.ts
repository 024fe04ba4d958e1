import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/**
 * What simulation alone does not need is not installed with this package.
 * @throws Error in one line, with what to install
 */
export function requireInstalled(what: string, ...names: readonly string[]): void {
  if (names.every(isInstalled)) return;
  const { peerDependencies } = require("../../package.json") as { peerDependencies: Readonly<Record<string, string>> };
  const packages = names.map((name) => `${name}@${peerDependencies[name]}`);
  const told = [names.slice(0, -1).join(", "), names.at(-1)].filter((part) => part !== "").join(" and ");
  throw new Error(`${what} needs ${told}: npm install ${packages.join(" ")}`);
}

/** The version of a package that is installed beside this one, as its package.json has it. */
export const installedVersion = (name: string): string =>
  (require(`${name}/package.json`) as { version: string }).version;

function isInstalled(name: string): boolean {
  try {
    require.resolve(name);
    return true;
  } catch {
    return false;
  }
}
