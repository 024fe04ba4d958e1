/** What TypeScript sees of a file system, in the memory of a worker. */
import type ts from "typescript";

/** Files by their absolute paths, as TypeScript reads them. */
export interface FileSystem {
  readonly system: ts.System;
  write(path: string, text: string): void;
  remove(path: string): void;
}

/**
 * @param directory the working directory
 * @param library the folder of the language's declarations
 */
export function createFileSystem(directory: string, library: string): FileSystem {
  const texts = new Map<string, { readonly text: string; readonly modified: Date }>();
  const folders = new Map<string, Set<string>>([["/", new Set()]]);
  let writes = 0;
  const plain = (path: string): string => (path.length > 1 && path.endsWith("/") ? path.slice(0, -1) : path);

  function within(path: string): void {
    const at = path.lastIndexOf("/");
    const [folder, name] = [path.slice(0, at) || "/", path.slice(at + 1)];
    const known = folders.get(folder);
    if (known) return void known.add(name);
    folders.set(folder, new Set([name]));
    within(folder);
  }
  const system: ts.System = {
    args: [],
    newLine: "\n",
    useCaseSensitiveFileNames: true,
    write: (text) => console.log(text),
    readFile: (path) => texts.get(path)?.text,
    writeFile: (path) => {
      throw new Error(`${path}: the compiler writes no files`);
    },
    fileExists: (path) => texts.has(path),
    directoryExists: (path) => folders.has(plain(path)),
    createDirectory() {},
    getDirectories: (path) =>
      [...(folders.get(plain(path)) ?? [])].filter((name) => folders.has(`${plain(path)}/${name}`)),
    readDirectory: (path) => [...texts.keys()].filter((file) => file.startsWith(`${plain(path)}/`)),
    getModifiedTime: (path) => texts.get(path)?.modified,
    getCurrentDirectory: () => directory,
    getExecutingFilePath: () => `${library}/typescript.js`,
    resolvePath: (path) => path,
    realpath: (path) => path,
    exit() {},
  };
  return {
    system,
    write(path, text) {
      texts.set(path, { text, modified: new Date(++writes) });
      within(path);
    },
    remove: (path) => void texts.delete(path),
  };
}
