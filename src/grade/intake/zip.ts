/** What is in a zip, read without unpacking it to the disk: no name in it becomes a path, no link is followed. */
import { unzipSync, type UnzipFileInfo } from "fflate";

/** A file in a zip. */
export interface ZipEntry {
  /** As it stands there, with `/` between folders; ends in one if it is a folder. */
  readonly name: string;
  /** Bytes that it says it unpacks to. */
  readonly size: number;
  /** @throws Error if it is damaged, or larger than a file that was handed in may be */
  read(): Uint8Array;
}

/** What a zip may hold. */
export interface ZipLimits {
  readonly files: number;
  /** Bytes, unpacked. */
  readonly all: number;
}

/** A whole class, from a learning platform. */
export const classZip: ZipLimits = { files: 50_000, all: 200e9 };
/** What one student packed. */
export const studentZip: ZipLimits = { files: 1000, all: 500e6 };

/** Bytes that a notebook may have, in a zip or outside; figures make 10 MB, careless ones 50. */
export const largest = 100_000_000;
/** Beyond `suspicious` bytes nothing honest is packed so well: pictures and numbers give 2 to 10. */
const [suspicious, honestRatio] = [30_000_000, 50];

/** @throws Error saying why the zip is refused */
export function readZip(bytes: Uint8Array, limits: ZipLimits): ZipEntry[] {
  const found: UnzipFileInfo[] = [];
  try {
    unzipSync(bytes, {
      filter(info) {
        if (found.push(info) > limits.files) throw new RangeError(`it holds more than ${limits.files} files`);
        return false;
      },
    });
  } catch (error) {
    if (error instanceof RangeError && error.message.startsWith("it holds")) throw error;
    throw new Error("it is no zip, or a damaged one", { cause: error });
  }
  const sum = (of: "size" | "originalSize"): number => found.reduce((all, info) => all + info[of], 0);
  if (sum("size") > bytes.length) throw new RangeError("its files overlap, as in a zip bomb");
  if (sum("originalSize") > limits.all)
    throw new RangeError(`it unpacks to ${inMB(sum("originalSize"))}, and no more than ${inMB(limits.all)} are taken`);
  return found.map((info, place) => ({
    name: nameOf(info.name),
    size: info.originalSize,
    read: () => unpack(bytes, info, place),
  }));
}

function unpack(bytes: Uint8Array, { originalSize: size, size: packed }: UnzipFileInfo, place: number): Uint8Array {
  if (size > largest) throw new RangeError(`it unpacks to ${inMB(size)}, and no more than ${inMB(largest)} are taken`);
  if (size > suspicious && size > honestRatio * packed)
    throw new RangeError(`it unpacks from ${inMB(packed)} to ${inMB(size)}, as a zip bomb does`);
  let at = 0;
  try {
    const [content] = Object.values(unzipSync(bytes, { filter: () => at++ === place }));
    if (content.length !== size) throw new RangeError("its size is not what the zip says");
    return content;
  } catch (error) {
    throw new Error("it could not be unpacked: damaged, or locked with a password", { cause: error });
  }
}

/** Zips of a Mac hold UTF-8 without saying so, which is then read byte by byte. */
function nameOf(name: string): string {
  if (!/^[\0-\xff]*[\x80-\xff][\0-\xff]*$/.test(name)) return name.replaceAll("\\", "/");
  try {
    const bytes = Uint8Array.from(name, (letter) => letter.charCodeAt(0));
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes).replaceAll("\\", "/");
  } catch {
    return name.replaceAll("\\", "/");
  }
}

const inMB = (bytes: number): string => `${Number((bytes / 1e6).toPrecision(3))} MB`;
