/** The folder in which students' cells run and resolve their imports, and what processes there may read. */
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  existsSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** A new folder for one run of the grader. */
export interface Workspace {
  readonly folder: string;
  /** Arguments of `node` for a process that reads the package and its dependencies and writes nothing. */
  readonly flags: readonly string[];
  remove(): void;
}

/**
 * The permission model checks the path by which a file is asked for, not where links lead. So only folders without
 * links inside that lead elsewhere are granted: each dependency by itself, never `node_modules`, in which `nullcline`
 * may be a link to a project that has the masters.
 * @param secret a folder that must not be readable: the masters
 * @param more further files and folders to grant
 * @throws Error if what has to be granted holds the masters
 */
export function createWorkspace(secret: string, more: readonly string[] = []): Workspace {
  const root = realpathSync(fileURLToPath(new URL("../../../", import.meta.url)));
  const packages = ancestors(root).flatMap((above) => packagesIn(join(above, "node_modules")));
  const granted = [
    ...["dist", "data", "package.json"].map((name) => join(root, name)).filter(existsSync),
    ...packages.map(({ path }) => path),
    ...more,
  ].map((path) => realpathSync(path));
  const open = granted.find((path) => isWithin(realpathSync(secret), path));
  if (open !== undefined)
    throw new Error(
      `the masters in ${secret} would be readable by students' code, which may read ${open}: move them elsewhere`,
    );

  sweep();
  const folder = realpathSync(mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`)));
  const own = join(folder, "node_modules", "nullcline");
  mkdirSync(own, { recursive: true });
  const manifest = readFileSync(join(root, "package.json"), "utf8");
  writeFileSync(join(own, "package.json"), manifest);
  const { dependencies, peerDependencies } = JSON.parse(manifest) as Record<string, Record<string, string>>;
  symlinkSync(join(root, "dist"), join(own, "dist"), "junction");
  const importable = [...Object.keys(dependencies), ...Object.keys(peerDependencies), "@types/node"];
  for (const name of importable) {
    const found = packages.find((candidate) => candidate.name === name);
    if (name === "nullcline" || !found) continue;
    mkdirSync(dirname(join(folder, "node_modules", name)), { recursive: true });
    symlinkSync(found.path, join(folder, "node_modules", name), "junction");
  }
  const permission = process.allowedNodeEnvironmentFlags.has("--permission")
    ? "--permission"
    : "--experimental-permission";
  return {
    folder,
    flags: ["--no-warnings", permission, ...[folder, ...granted].map((path) => `--allow-fs-read=${path}`)],
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

const prefix = "nullcline-grade-";

/** Takes away the folders of graders that were killed. */
function sweep(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const pid = Number.parseInt(name.slice(prefix.length), 10);
    try {
      if (pid > 0) process.kill(pid, 0);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ESRCH")
        rmSync(join(tmpdir(), name), { recursive: true, force: true });
    }
  }
}

interface Package {
  readonly name: string;
  readonly path: string;
}

/** The packages of a folder that are there themselves, not by a link. */
function packagesIn(folder: string, scope = ""): Package[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => !name.startsWith("."))
    .flatMap((name) => {
      const path = join(folder, name);
      if (!lstatSync(path).isDirectory()) return [];
      return scope === "" && name.startsWith("@") ? packagesIn(path, `${name}/`) : [{ name: scope + name, path }];
    });
}

function ancestors(folder: string): string[] {
  const up = dirname(folder);
  return up === folder ? [folder] : [folder, ...ancestors(up)];
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === "" || (!way.startsWith(`..${sep}`) && way !== ".." && !/^([a-z]:|\/)/i.test(way));
}
