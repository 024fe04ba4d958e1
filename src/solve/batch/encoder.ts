/**
 * A WebAssembly module as bytes: one function, exported as "run", over an imported memory. The binary format is that of
 * the WebAssembly Core Specification 2.0, section 5, with the 128-bit vector instructions of its 5.4.8.
 */
export interface ModuleSpec {
  /** Pages of 64 kB that the memory has at least. Imported as env.memory. */
  readonly pages: number;
  /** Whether threads share that memory, of at most `sharedPages`. */
  readonly shared: boolean;
  /** Functions of numbers that the body may call, by index: how many arguments each takes. Imported as env.f0, … */
  readonly functions: readonly number[];
  /** Number of parameters of "run", all i32; its result is an i32 too. */
  readonly parameters: number;
  /** Its further variables, in groups of one type. */
  readonly locals: readonly (readonly [count: number, type: ValueType])[];
  /** Its instructions, without the closing `end`. */
  readonly body: readonly number[];
}

/** A type of values. */
export const type = { i32: 0x7f, f64: 0x7c, v128: 0x7b } as const;
/** One of `type`. */
export type ValueType = (typeof type)[keyof typeof type];

/** An unsigned integer in LEB128. */
export function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  do {
    const low = rest % 128;
    rest = (rest - low) / 128;
    bytes.push(rest === 0 ? low : low | 0x80);
  } while (rest !== 0);
  return bytes;
}

/** A signed integer of 32 bits in LEB128. */
export function signed(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value | 0; ; ) {
    const low = rest & 0x7f;
    rest >>= 7;
    const done = (rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0);
    bytes.push(done ? low : low | 0x80);
    if (done) return bytes;
  }
}

const sized = (bytes: readonly number[]): number[] => [...unsigned(bytes.length), ...bytes];
const vector = (items: readonly (readonly number[])[]): number[] => [...unsigned(items.length), ...items.flat()];
const section = (id: number, content: readonly number[]): number[] => [id, ...sized(content)];
const name = (text: string): number[] => sized(Array.from(text, (letter) => letter.charCodeAt(0)));

/** What memory that threads share may grow to, in pages: the format asks for a limit. */
export const sharedPages = 1024;

/** The bytes of a module. */
export function encodeModule({
  pages,
  shared,
  functions,
  parameters,
  locals,
  body,
}: ModuleSpec): Uint8Array<ArrayBuffer> {
  const types = [
    [0x60, ...vector(Array.from({ length: parameters }, () => [type.i32])), ...vector([[type.i32]])],
    ...functions.map((count) => [
      0x60,
      ...vector(Array.from({ length: count }, () => [type.f64])),
      ...vector([[type.f64]]),
    ]),
  ];
  const limit = shared ? unsigned(sharedPages) : [];
  const imports = [
    [...name("env"), ...name("memory"), 2, shared ? 3 : 0, ...unsigned(pages), ...limit],
    ...functions.map((_, k) => [...name("env"), ...name(`f${k}`), 0, ...unsigned(k + 1)]),
  ];
  const code = [...vector(locals.map(([count, of]) => [...unsigned(count), of])), ...body, op.end];
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, vector(types)),
    ...section(2, vector(imports)),
    ...section(3, vector([[0]])),
    ...section(7, vector([[...name("run"), 0, ...unsigned(functions.length)]])),
    ...section(10, vector([sized(code)])),
  ]);
}

/** Instructions of one byte. */
// biome-ignore format: a list is read in rows
export const op = {
  block: 0x02, loop: 0x03, if: 0x04, else: 0x05, end: 0x0b, branch: 0x0c, branchIf: 0x0d, return: 0x0f, call: 0x10,
  get: 0x20, set: 0x21, tee: 0x22,
  i32Load: 0x28, f64Load: 0x2b, i32Store: 0x36, f64Store: 0x39, i32Const: 0x41, f64Const: 0x44,
  i32Eqz: 0x45, i32Ne: 0x47, i32LtU: 0x49, i32Add: 0x6a, i32Sub: 0x6b, i32And: 0x71, i32Or: 0x72,
  f32Demote: 0xb6, f64Promote: 0xbb,
} as const;

/** Type of a block that leaves nothing behind. */
export const empty = 0x40;

/** Vector instructions, after their prefix: those of both widths, whole registers and integers first. */
// biome-ignore format: a list is read in rows
const simd = {
  "v128.load": 0x00, "v128.load32_splat": 0x09, "v128.load64_splat": 0x0a, "v128.store": 0x0b, "v128.const": 0x0c,
  "v128.not": 0x4d, "v128.and": 0x4e, "v128.andnot": 0x4f, "v128.or": 0x50, "v128.bitselect": 0x52,
  "v128.any_true": 0x53, "v128.load32_lane": 0x56, "v128.load64_lane": 0x57, "v128.load32_zero": 0x5c,
  "v128.load64_zero": 0x5d,
  "i32x4.extract_lane": 0x1b, "i32x4.bitmask": 0xa4, "i32x4.shl": 0xab, "i32x4.add": 0xae,
  "i64x2.bitmask": 0xc4, "i64x2.shl": 0xcb, "i64x2.add": 0xce,
} as const;
/** How many numbers a vector holds, of how many bytes: two doubles or four floats. */
export type LaneWidth = "f64x2" | "f32x4";

/** Vector instructions on numbers: of floats, of doubles. */
// biome-ignore format: a list is read in rows
const onNumbers = {
  extract_lane: [0x1f, 0x21], replace_lane: [0x20, 0x22], eq: [0x41, 0x47], lt: [0x43, 0x49], gt: [0x44, 0x4a],
  le: [0x45, 0x4b], ge: [0x46, 0x4c], floor: [0x68, 0x75], abs: [0xe0, 0xec], neg: [0xe1, 0xed], sqrt: [0xe3, 0xef],
  add: [0xe4, 0xf0], sub: [0xe5, 0xf1], mul: [0xe6, 0xf2], div: [0xe7, 0xf3], min: [0xe8, 0xf4], max: [0xe9, 0xf5],
  pmax: [0xeb, 0xf7],
} as const;

/** Name of a vector instruction. */
export type VectorInstruction = keyof typeof simd;
/** Name of one on numbers, whatever their width. */
export type NumberInstruction = keyof typeof onNumbers;

/** A vector instruction on numbers, with the lane that it may need. */
export const numberOp = (width: LaneWidth, instruction: NumberInstruction, ...lane: readonly number[]): number[] => [
  0xfd,
  ...unsigned(onNumbers[instruction][width === "f64x2" ? 1 : 0]),
  ...lane,
];

/** A vector instruction, with the lane, or the address as `at` gives it, that it may need. */
export const vectorOp = (instruction: VectorInstruction, ...immediate: readonly number[]): number[] => [
  0xfd,
  ...unsigned(simd[instruction]),
  ...immediate,
];

/** Where memory is read or written: so far behind the address on the stack. */
export const at = (offset: number): number[] => [0, ...unsigned(offset)];

/** The number, in every lane. */
export function constantVector(value: number, bytes: 4 | 8): number[] {
  const lanes = bytes === 8 ? Float64Array.of(value, value) : Float32Array.of(value, value, value, value);
  return vectorOp("v128.const", ...new Uint8Array(lanes.buffer));
}
