/** Files made to break whoever reads them: a seed gives the same ones each time. */
import { deflateRawSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import { seeded } from "../../src/course/answers/variant.js";

type Random = () => number;
const upTo = (n: number, random: Random): number => Math.floor(n * random());
const one = <T>(list: readonly T[], random: Random): T => list[upTo(list.length, random)];
const nested = (open: string, n: number, middle: string, close: string): string =>
  open.repeat(n) + middle + close.repeat(n);

/** Cells that keep a parser busy, or fill its stack. */
const bombs: readonly ((n: number) => string)[] = [
  (n) => `let x: ${nested("([a = (y: ", n, "1", ") ]) => 1")}`,
  (n) => `type X = ${nested("({a = (y: ", n, "1", ")=>1}) => 1")}`,
  (n) => `type X = ${nested("T extends (infer U extends ", n, "1", ") ? 1 : 2")}`,
  (n) => `x = ${nested("async(a = ", n, "1", ")")}`,
  (n) => `x = ${nested("\\u0061sync(a = ", n, "1", ")")}`,
  (n) => `x = a${"<a".repeat(n)}`,
  (n) => `x = ${nested("`${", n, "1", "}`")}`,
  (n) => `x = ${nested("{ a: ", n, "1", "}")}`,
  (n) => `${"if (1) {} else ".repeat(n)}1`,
  (n) => `x = ${nested("(", n, "1", ")")}; // ${"*/".repeat(n)}`,
  (n) => `function${" ".repeat(n)}\nconst x = 1;`,
  (n) => `${"\n".repeat(n)}student(${" ".repeat(n)}"a")`,
  (n) => `check(${")".repeat(n)}${" ".repeat(n)}x`,
  (n) => Array.from({ length: n }, (_, i) => `const x${i + 1} = x${i};`).join("\n"),
  (n) => `x = "${"\\".repeat(n)}`,
  (n) => `/${"(a*)*".repeat(n)}b/.test("${"a".repeat(n)}")`,
];
const words = (
  "const let var function class async await yield => ( ) { } [ ] < > , ; : ? . ... = == + ++ - / * ` ${ ' \" \\u0061 x y 1 0n " +
  "import export from default type interface enum namespace declare abstract infer extends keyof satisfies as using " +
  '@ # #! /* */ // \n \r \u2028 \ufeff \0 \ud800 \u202e 🧠 __proto__ constructor student( check( "90.2" nullcline'
).split(" ");

export function nastyCell(random: Random): string {
  const kind = random();
  if (kind < 0.5)
    return Array.from({ length: 1 + upTo(200, random) }, () => one(words, random)).join(one([" ", ""], random));
  if (kind < 0.9) return one(bombs, random)(1 + upTo(14, random));
  return String.fromCharCode(...Array.from({ length: upTo(300, random) }, () => upTo(65536, random)));
}

const numbers = ["1e999", "-1e999", "1e-999", "9".repeat(400), "-0", "0.1e+1", "18446744073709551616", "NaN", "0x1"];

/** A value as JSON, most of the time. */
function nastyValue(random: Random, depth = 0): string {
  const inner = (): string => nastyValue(random, depth + 1);
  const several = (make: () => string): string => Array.from({ length: upTo(4, random) }, make).join(",");
  switch (upTo(depth > 4 ? 5 : 8, random)) {
    case 0:
      return one(numbers, random);
    case 1:
      return one(["null", "true", "[]", "{}", '""', "nul", "undefined"], random);
    case 2:
      return JSON.stringify(nastyCell(random));
    case 3:
      return one(['"\\ud800"', '"\\u0000"', '"\\u202e.ipynb"', `"${"x".repeat(upTo(3000, random))}"`], random);
    case 4:
      return nested(one(["[", '{"a":'], random), upTo(3000, random), "1", one(["]", "}", ""], random));
    case 5:
      return `[${several(inner)}]`;
    default: {
      const names = [
        "__proto__",
        "constructor",
        "toString",
        "cells",
        "source",
        "metadata",
        "length",
        "",
        "then",
        "a",
        "a",
      ];
      return `{${several(() => `"${one(names, random)}":${inner()}`)}}`;
    }
  }
}

function nastyNotebook(random: Random): string {
  const some = (usual: string): string => (random() < 0.15 ? nastyValue(random) : usual);
  const cell = (): string => {
    const id = one(["exercise-90-2", "check-90-2", "check-90-3", "solution-90-1", "__proto__"], random);
    const source = random() < 0.5 ? JSON.stringify(nastyCell(random)) : `[${JSON.stringify(nastyCell(random))}]`;
    const metadata = `{"nbgrader":${some(`{"grade_id":${some(`"${id}"`)}}`)},"__proto__":${some("{}")}}`;
    return `{"cell_type":${some('"code"')},"metadata":${some(metadata)},"source":${some(source)},"source":${some(source)}}`;
  };
  const cells = `[${Array.from({ length: upTo(12, random) }, () => some(cell())).join(",")}]`;
  const own = `{"nullcline":${some(`{"student":${some('"=cmd()"')},"notebook":${some('"../../etc/passwd"')}}`)}}`;
  return `{"cells":${some(cells)},"metadata":${some(own)},"worksheets":${some("[]")},"nbformat":${some("4")}}`;
}

function damaged(bytes: Uint8Array, random: Random): Uint8Array {
  const copy = bytes.slice(0, random() < 0.2 ? upTo(bytes.length, random) : bytes.length);
  for (let i = upTo(6, random); i > 0 && copy.length > 0; i--) copy[upTo(copy.length, random)] = upTo(256, random);
  return copy;
}

/** Writes numbers into the headers of a zip: sizes, offsets, flags, methods, counts, the marks of zip64. */
function lying(zip: Uint8Array, random: Random): Uint8Array {
  const copy = zip.slice();
  const view = new DataView(copy.buffer);
  const headers = Array.from({ length: Math.max(0, copy.length - 46) }, (_, i) => i).filter((i) =>
    [0x04034b50, 0x02014b50, 0x06054b50].includes(view.getUint32(i, true)),
  );
  for (let i = 1 + upTo(4, random); i > 0 && headers.length > 0; i--) {
    const at = one(headers, random) + 4 + 2 * upTo(20, random);
    if (at + 4 > copy.length) continue;
    if (random() < 0.5) view.setUint16(at, one([0, 1, 8, 99, 0xffff, 0x8000], random), true);
    else view.setUint32(at, one([0, 1, 0xffffffff, 0x7fffffff, 100_000_001, 4_000_000], random), true);
  }
  return copy;
}

function nastyZip(random: Random): Uint8Array {
  const names = [
    "a/90-grading.ipynb",
    "../90-grading.ipynb",
    "/etc/passwd",
    "C:\\x.ipynb",
    "\0.ipynb",
    "constructor",
    "a/",
    "\u202eb.ipynb",
  ];
  const files: Record<string, Uint8Array> = {};
  for (let i = upTo(5, random); i >= 0; i--) {
    const inside = random() < 0.15 ? zipSync({ "90-grading.ipynb": strToU8("{}") }) : strToU8(nastyNotebook(random));
    Object.defineProperty(files, random() < 0.15 ? `${i}.zip` : one(names, random), {
      value: inside,
      enumerable: true,
      configurable: true,
    });
  }
  const zip = zipSync(files);
  return one([lying, damaged, lying, (same: Uint8Array) => same], random)(zip, random);
}

/** A file, with its name. */
export function nastyFile(i: number): readonly [name: string, bytes: Uint8Array] {
  const random = seeded(`nasty ${i}`);
  const kind = i % 4;
  if (kind === 0) return ["90-grading.zip", nastyZip(random)];
  const text = kind === 1 ? nastyValue(random) : nastyNotebook(random);
  const encoded = random() < 0.1 ? Buffer.from(`\ufeff${text}`, "utf16le") : strToU8(text);
  return ["90-grading.ipynb", random() < 0.3 ? damaged(encoded, random) : encoded];
}

/** A zip of one stored entry that says of itself what it is told to say. */
function rawZip(
  name: Uint8Array,
  content: Uint8Array,
  lies: { flags?: number; method?: number; size?: number; crc?: number; times?: number },
): Uint8Array {
  const { flags = 0, method = 0, size = content.length, crc = 0, times = 1 } = lies;
  const header = (signature: number, length: number, extra: (view: DataView) => void): Buffer => {
    const bytes = Buffer.alloc(length);
    bytes.writeUInt32LE(signature, 0);
    extra(new DataView(bytes.buffer, bytes.byteOffset));
    return bytes;
  };
  const common = (view: DataView, at: number): void => {
    view.setUint16(at, flags, true);
    view.setUint16(at + 2, method, true);
    view.setUint32(at + 8, crc, true);
    view.setUint32(at + 12, content.length, true);
    view.setUint32(at + 16, size, true);
    view.setUint16(at + 20, name.length, true);
  };
  const local = header(0x04034b50, 30, (view) => common(view, 6));
  const central = header(0x02014b50, 46, (view) => common(view, 8));
  const start = local.length + name.length + content.length;
  const directory = Buffer.concat(Array.from({ length: times }, () => Buffer.concat([central, name])));
  const end = header(0x06054b50, 22, (view) => {
    view.setUint16(8, times, true);
    view.setUint16(10, times, true);
    view.setUint32(12, directory.length, true);
    view.setUint32(16, start, true);
  });
  return Buffer.concat([local, name, content, directory, end]);
}

/** Files that are large, or of a kind that chance does not make; by what they are, with their names. */
export const largeFiles: Readonly<Record<string, () => readonly [name: string, bytes: Uint8Array]>> = {
  "a notebook with a text of 40 MB": () => notebook(`"${"x".repeat(4e7)}"`),
  "a notebook with a million cells": () => [
    "90-grading.ipynb",
    strToU8(`{"cells":[${new Array(1e6).fill('{"cell_type":"code","source":"x"}').join(",")}]}`),
  ],
  "brackets two million deep": () => ["90-grading.ipynb", strToU8(nested("[", 2e6, "", "]"))],
  "records a million deep": () => ["90-grading.ipynb", strToU8(nested('{"a":', 1e6, "1", "}"))],
  "a million names of one record": () => [
    "90-grading.ipynb",
    strToU8(`{${Array.from({ length: 1e6 }, (_, i) => `"${i}":0`).join(",")},"cells":[]}`),
  ],
  "a cell of a million empty lines": () => notebook(JSON.stringify("\n".repeat(1e6))),
  "a cell that names a student a million times": () => notebook(JSON.stringify("student(".repeat(1e6))),
  "names of a zip in the letters of DOS": () => [
    "90.zip",
    rawZip(Uint8Array.of(0x81, 0x84, 0xff, 0x2e, 0x69, 0x70, 0x79, 0x6e, 0x62), strToU8("{}"), {}),
  ],
  "a zip that is locked": () => ["90.zip", rawZip(strToU8("a.ipynb"), strToU8("{}"), { flags: 1 })],
  "a zip with a wrong checksum": () => ["90.zip", rawZip(strToU8("a.ipynb"), strToU8('{"cells":[]}'), { crc: 1 })],
  "a zip packed by a method that nobody has": () => [
    "90.zip",
    rawZip(strToU8("a.ipynb"), strToU8("{}"), { method: 99 }),
  ],
  "a zip whose entries all lie over each other": () => [
    "90.zip",
    rawZip(strToU8("a.ipynb"), new Uint8Array(1e6), { times: 900 }),
  ],
  "a zip bomb": () => [
    "90.zip",
    rawZip(strToU8("a.ipynb"), deflateRawSync(Buffer.alloc(9e7)), { method: 8, size: 9e7 }),
  ],
  "a zip bomb that says it is none": () => [
    "90.zip",
    rawZip(strToU8("a.ipynb"), deflateRawSync(Buffer.alloc(9e7)), { method: 8, size: 100 }),
  ],
  "a zip of zip64 that is none": () => ["90.zip", rawZip(strToU8("a.ipynb"), strToU8("{}"), { size: 0xffffffff })],
};

const notebook = (source: string): readonly [string, Uint8Array] => [
  "90-grading.ipynb",
  strToU8(`{"cells":[{"cell_type":"code","metadata":{},"source":${source}}]}`),
];
