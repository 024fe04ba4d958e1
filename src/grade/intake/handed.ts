/** All files that were handed in: below folders, in zips, in zips within zips. None is read before it is asked for. */
import { existsSync, lstatSync, readFileSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { classZip, largest, readZip, studentZip } from "./zip.js";

/** A file, or a folder without any. */
export interface Handed {
  /** As it is reported. */
  readonly file: string;
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
    if (isZip(path)) return unwrapped(inZip(path, [], basename(path), () => readFileSync(path), 1));
    const root = basename(dirname(resolve(path)));
    return [{ file: path, within: [basename(path)], root, empty: false, packed: false, read: () => contentOf(path) }];
  });
  const seen = new Set<string>();
  return found.filter(({ file }) => !seen.has(file) && seen.add(file));
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
  if (names.length === 0 && within.length > 0) return [emptyFolder(within, root)];
  return names.sort().flatMap((name): Handed[] => {
    const path = join(folder, name);
    const here = [...within, name];
    const entry = lstatSync(path);
    if (entry.isDirectory()) return below(path, here, root, left);
    const file = here.join("/");
    if (!entry.isFile()) {
      const why = "it is a link, which could lead to the work of others: hand in the file itself";
      return [refused(file, here, root, entry.isSymbolicLink() ? why : "it is no file")];
    }
    if (isZip(name)) return inZip(file, here, root, () => readFileSync(path), 1);
    return [{ file, within: here, root, empty: false, packed: false, read: () => contentOf(path) }];
  });
}

const emptyFolder = (within: readonly string[], root: string): Handed => ({
  ...{ file: `${within.join("/")}/`, within, root, empty: true, packed: false },
  read: () => new Uint8Array(),
});

const refused = (file: string, within: readonly string[], root: string, why: string): Handed => ({
  ...{ file, within, root, empty: false, packed: false },
  read() {
    throw new Error(why);
  },
});

/** @param within of the zip; [] for one that was asked for */
function inZip(file: string, within: readonly string[], root: string, read: () => Uint8Array, depth: number): Handed[] {
  try {
    if (depth > deepest) throw new RangeError(`zips lie in one another more than ${deepest} deep`);
    const entries = readZip(read(), within.length === 0 ? classZip : studentZip);
    const files = entries.filter(({ name }) => !name.endsWith("/"));
    const inside = (name: string): string => (within.length === 0 ? name : `${file}/${name}`);
    const found = entries.flatMap((entry): Handed[] => {
      const parts = entry.name.split("/").filter((part) => part !== "" && part !== ".");
      if (parts.some((part) => litter.test(part) && part !== "..")) return [];
      const here = [...within, ...parts];
      if (parts.includes("..") || /^(\/|[a-z]:)/i.test(entry.name))
        return [refused(inside(entry.name), [...within, basename(entry.name)], root, "its name leads out of the zip")];
      if (entry.name.endsWith("/")) {
        const used = files.some(({ name }) => name.startsWith(entry.name));
        return used ? [] : [emptyFolder(here, root)];
      }
      if (isZip(entry.name)) return inZip(inside(entry.name), here, root, entry.read, depth + 1);
      const packed = within.length > 0;
      return [{ file: inside(entry.name), within: here, root, empty: false, packed, read: entry.read }];
    });
    return found.length > 0 ? found : [refused(file, within.length > 0 ? within : [root], root, "it is an empty zip")];
  } catch (error) {
    return [refused(file, within.length > 0 ? within : [root], root, (error as Error).message)];
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
