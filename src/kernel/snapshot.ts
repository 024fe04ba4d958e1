/**
 * The compiler as it is after its start, in a file: TypeScript loaded, the language's library and this package's
 * declarations read. Node starts from such a snapshot in a fifth of the time. It is made on the machine that uses it,
 * for its Node and the very files that are installed; where it is missing, or can not be made or used, the compiler
 * starts without.
 */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { cpus, homedir, setPriority } from "node:os";
import { dirname, join } from "node:path";
import { compilerScript } from "./scripts.js";

/**
 * What Node is told beside the script or the snapshot: MB of memory, of which the declarations of a large package take
 * 150; that names go on being hashed as they were when the snapshot was made, with its own secret; and that functions
 * note from their first call what they meet, so that the first cells have faster code.
 */
export const compilerArguments = [
  "--max-old-space-size=1024",
  "--no-rehash-snapshot",
  "--no-lazy-feedback-allocation",
] as const;

/** A draft that is older, ms, was left by a process that ended. */
const stale = 300_000;
/** Snapshots of other versions that are kept: those of other Nodes on this machine. */
const others = 2;

/** Beside the package, if that may be written, or with the user's other caches. */
const usualPlaces = (): readonly string[] => {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  const ofUser = (process.platform === "win32" && LOCALAPPDATA) || XDG_CACHE_HOME || join(homedir(), ".cache");
  return [dirname(compilerScript), join(ofUser, "nullcline")];
};

/** Of this Node and of the files that are installed. */
function fileName(): string {
  const require = createRequire(import.meta.url);
  const tslab = join(dirname(require.resolve("tslab/package.json")), "dist", "converter.js");
  const stamps = [compilerScript, require.resolve("typescript"), tslab].map((file) => {
    const { mtimeMs, size } = statSync(file);
    return [file, mtimeMs, size];
  });
  const of = [process.version, process.arch, process.platform, cpus()[0]?.model, compilerArguments, stamps];
  return `compiler-${createHash("sha256").update(JSON.stringify(of)).digest("hex").slice(0, 16)}.snapshot`;
}

/** The file of the snapshot, if there is one. */
export function findSnapshot(places: readonly string[] = usualPlaces()): string | undefined {
  const name = fileName();
  return places.map((place) => join(place, name)).find(existsSync);
}

/** Takes away a snapshot that can not be used, so that another is made. */
export const discardSnapshot = (file: string): void => {
  try {
    rmSync(file, { force: true });
  } catch {
    /* it is not ours */
  }
};

/** A snapshot that is being made. */
export interface Making {
  /** Resolves with the file; with undefined where it can not be made, or is being made by another process. */
  readonly file: Promise<string | undefined>;
  stop(): void;
}

/** Makes the snapshot, in the first place that can be written, in a process that lets others go first. */
export function makeSnapshot(places: readonly string[] = usualPlaces()): Making {
  const name = fileName();
  for (const place of places) {
    const file = join(place, name);
    const draft = `${file}.draft`;
    try {
      if (!existsSync(place)) mkdirSync(place, { recursive: true });
      if (existsSync(draft) && Date.now() - statSync(draft).mtimeMs > stale) rmSync(draft);
      closeSync(openSync(draft, "wx"));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "EEXIST") break;
      continue;
    }
    const child = spawn(
      process.execPath,
      [...compilerArguments, "--snapshot-blob", draft, "--build-snapshot", compilerScript],
      { env: { ...process.env, NODE_OPTIONS: "" }, stdio: "ignore", windowsHide: true },
    );
    try {
      setPriority(child.pid ?? 0, 19);
    } catch {
      /* it has its usual one */
    }
    const made = new Promise<boolean>((done) => {
      child.on("error", () => done(false));
      child.on("exit", (code) => done(code === 0));
    });
    const settle = (good: boolean): string | undefined => {
      try {
        if (!good) rmSync(draft, { force: true });
        else {
          renameSync(draft, file);
          removeOld(place, name);
          return file;
        }
      } catch {
        /* the next kernel tries again */
      }
      return undefined;
    };
    return {
      file: made.then(settle),
      stop() {
        child.kill("SIGKILL");
        settle(false);
      },
    };
  }
  return { file: Promise.resolve(undefined), stop() {} };
}

function removeOld(place: string, name: string): void {
  const old = readdirSync(place)
    .filter((each) => /^compiler-[\da-f]+\.snapshot$/.test(each) && each !== name)
    .map((each) => ({ file: join(place, each), made: statSync(join(place, each)).mtimeMs }))
    .sort((a, b) => b.made - a.made);
  for (const { file } of old.slice(others)) rmSync(file, { force: true });
}
