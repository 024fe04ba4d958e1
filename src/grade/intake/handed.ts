/** All files that were handed in: below folders, in zips, in zips within zips. None is read before it is asked for. */
import { existsSync, lstatSync, readFileSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { classZip, largest, readZip, studentZip } from "./zip.js";

/** A file, or a folder without any. */
export interface Handed {
  /** As it is reported; no other has this name. */
  readonly file: string;
  /** Where it lies: its path, and in a zip its place among the others. */
  readonly at: string;
  /** Its path below the folder or zip that was asked for; a zip on the way counts as a folder. */
  readonly within: readonly string[];
  /** The folder or zip that was asked for, or in which the file lies that was. */
  readonly root: string;
  readonly empty: boolean;
  /** Whether a student packed it, into a zip among what was handed in: its name is the student's word. */
  readonly packed: boolean;
  /** @throws Error saying why it is refused */
  read(): Uint8Array;
}

/** A zip in a zip in a zip is as deep as somebody honest packs. */
const deepest = 3;

/** @param except files and folders that were not handed in, such as the folder of marks */
export function handedIn(paths: readonly string[], except: readonly string[] = []): Handed[] {
  const left = new Set(except.map((path) => resolve(path)));
  const found = paths.flatMap((path) => {
    if (!existsSync(path)) throw new Error(`there is no ${path}`);
    const isFolder = statSync(path).isDirectory();
    if (isFolder) return unwrapped(below(path, [], basename(resolve(path)), left));
    const at = resolve(path);
    if (isZip(path)) return unwrapped(inZip({ file: path, at }, [], basename(path), () => readFileSync(path), 1));
    const [within, root] = [[basename(path)], basename(dirname(at))];
    return [{ file: path, at, within, root, empty: false, packed: false, read: () => contentOf(path) }];
  });
  const seen = new Set<string>();
  return apart(found.filter(({ at }) => !seen.has(at) && seen.add(at)));
}

/**
 * Files of one name, from two folders or zips that were asked for or twice in a zip: from the second on, each is
 * reported with where it was asked for, and a number if that is not enough.
 */
function apart(found: readonly Handed[]): Handed[] {
  const taken = new Set<string>();
  return found.map((one) => {
    let file = one.file;
    for (let k = 1; taken.has(file); k++) file = `${one.root}${k === 1 ? "" : ` (${k})`}/${one.file}`;
    taken.add(file);
    return { ...one, file };
  });
}

const isZip = (name: string): boolean => /\.zip$/i.test(name);
/** What computers put beside the files of people. */
const litter = /^(\.|__MACOSX$|Thumbs\.db$|desktop\.ini$)/i;

function contentOf(path: string): Uint8Array {
  const { size } = lstatSync(path);
  if (size > largest) throw new RangeError(`it is larger than ${largest / 1e6} MB`);
  return readFileSync(path);
}

function below(folder: string, within: readonly string[], root: string, left: ReadonlySet<string>): Handed[] {
  const names = readdirSync(folder).filter((name) => !litter.test(name) && !left.has(resolve(folder, name)));
  if (names.length === 0 && within.length > 0) return [emptyFolder(within, root, resolve(folder))];
  return names.sort().flatMap((name): Handed[] => {
    const path = join(folder, name);
    const here = [...within, name];
    const entry = lstatSync(path);
    if (entry.isDirectory()) return below(path, here, root, left);
    const [file, at] = [here.join("/"), resolve(path)];
    if (!entry.isFile()) {
      const why = "it is a link, which could lead to the work of others: hand in the file itself";
      return [refused({ file, at }, here, root, entry.isSymbolicLink() ? why : "it is no file")];
    }
    if (isZip(name)) return inZip({ file, at }, here, root, () => readFileSync(path), 1);
    return [{ file, at, within: here, root, empty: false, packed: false, read: () => contentOf(path) }];
  });
}

const emptyFolder = (within: readonly string[], root: string, at: string): Handed => ({
  ...{ file: `${within.join("/")}/`, at, within, root, empty: true, packed: false },
  read: () => new Uint8Array(),
});

type Named = Pick<Handed, "file" | "at">;

const refused = (named: Named, within: readonly string[], root: string, why: string): Handed => ({
  ...{ ...named, within, root, empty: false, packed: false },
  read() {
    throw new Error(why);
  },
});

/** @param within of the zip; [] for one that was asked for */
function inZip(zip: Named, within: readonly string[], root: string, read: () => Uint8Array, depth: number): Handed[] {
  try {
    if (depth > deepest) throw new RangeError(`zips lie in one another more than ${deepest} deep`);
    const entries = readZip(read(), within.length === 0 ? classZip : studentZip);
    const files = entries.filter(({ name }) => !name.endsWith("/"));
    const found = entries.flatMap((entry, place): Handed[] => {
      const inside: Named = {
        file: within.length === 0 ? entry.name : `${zip.file}/${entry.name}`,
        at: `${zip.at}#${place}`,
      };
      const parts = entry.name.split("/").filter((part) => part !== "" && part !== ".");
      if (parts.some((part) => litter.test(part) && part !== "..")) return [];
      const here = [...within, ...parts];
      if (parts.includes("..") || /^(\/|[a-z]:)/i.test(entry.name))
        return [refused(inside, [...within, basename(entry.name)], root, "its name leads out of the zip")];
      if (entry.name.endsWith("/")) {
        const used = files.some(({ name }) => name.startsWith(entry.name));
        return used ? [] : [emptyFolder(here, root, inside.at)];
      }
      if (isZip(entry.name)) return inZip(inside, here, root, entry.read, depth + 1);
      const packed = within.length > 0;
      return [{ ...inside, within: here, root, empty: false, packed, read: entry.read }];
    });
    return found.length > 0 ? found : [refused(zip, within.length > 0 ? within : [root], root, "it is an empty zip")];
  } catch (error) {
    return [refused(zip, within.length > 0 ? within : [root], root, (error as Error).message)];
  }
}

/** Folders that platforms and people put around those of the students. */
const wrapper = /^(submitted|submissions|assignment_\d+_export)$/i;

/** Without the one folder around all others that a zip of a folder has, or the export of a platform. */
function unwrapped(found: Handed[]): Handed[] {
  const outer = found[0]?.within[0];
  const around = found.every(({ within, empty }) => within[0] === outer && (within.length > 1 || empty));
  if (!around || outer === undefined) return found;
  const stem = found[0].root.replace(/( \(\d+\))?\.zip$/i, "");
  if (!wrapper.test(outer) && (stem === found[0].root || outer !== stem)) return found;
  return found.filter(({ within }) => within.length > 1).map((one) => ({ ...one, within: one.within.slice(1) }));
}
