/**
 * Values as JSON on their way between a student's process and the thread that checks. What arrives is data and nothing
 * else: a function arrives as something to call, whose calls run where it came from; a Model or a stimulus as its data,
 * rebuilt after every field was checked.
 */
import { modelFromData } from "../../model/model-from-data.js";
import type { Model } from "../../model/model.js";
import type { Stimulus } from "../../solve/stimuli/stimulus.js";
import { checkedModelData } from "./model-data.js";
import { mapped, put } from "./mapped.js";
import { mostParts, partsOfText, sizeOf, type Size } from "./size.js";
import { checkedStimulus } from "./stimulus-data.js";

/** A value as it travels: JSON, in which what JSON lacks is tagged by `$`. */
export type Wire = number | string | boolean | null | readonly Wire[] | WireTag | WireRecord;
interface WireTag {
  readonly $: "undefined" | "number" | "bigint" | "typed" | "function" | "promise" | "model" | "stimulus" | "other";
  readonly v?: Wire;
  readonly k?: string;
}
interface WireRecord {
  readonly $: "record";
  readonly v: { readonly [name: string]: Wire };
}

/** What became of a value that cannot travel: a Map, a WeakRef, an object within itself. */
export class Opaque {
  constructor(readonly kind: string) {}
}

/** Levels of objects within objects. */
const deepest = 12;
/** Bigints between this and its negative travel; to write larger ones takes longer than to make them. */
const largest = 2n ** 4096n;
/** Digits of these. */
const mostDigits = 1240;
// Kept here, because a cell can replace what it can reach.
const kindOfTyped = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag)
  ?.get as () => string;

/**
 * A value as it travels.
 * @param keep remembers a function and gives the number under which it can be called
 * @param size of which is taken what the value comes to; by default it may have that of a whole answer
 * @throws TooLarge for a value that comes to more
 */
export function encode(
  given: unknown,
  keep: (f: (...args: unknown[]) => unknown) => number,
  size: Size = sizeOf(mostParts),
): Wire {
  const other = (kind: string): Wire => ({ $: "other", v: kind });
  const path: object[] = []; // written without its methods, which a cell can replace
  let depth = 0;
  const walk = (part: unknown): Wire => {
    size.take(1);
    switch (typeof part) {
      case "string":
        size.take(partsOfText(part));
        return part;
      case "boolean":
        return part;
      case "number":
        return Number.isFinite(part) && !Object.is(part, -0)
          ? part
          : { $: "number", v: Object.is(part, -0) ? "-0" : String(part) };
      case "undefined":
        return { $: "undefined" };
      case "bigint":
        if (part > largest || part < -largest) return other("a bigint of more digits than anybody reads");
        return { $: "bigint", v: String(part) };
      case "function":
        return { $: "function", v: keep(part as (...args: unknown[]) => unknown) };
      case "symbol":
        return other("a symbol");
    }
    if (part === null) return null;
    const object = part as object;
    for (let i = 0; i < depth; i++) if (path[i] === object) return other("an object within itself");
    if (depth >= deepest) return other("an object too deep inside");
    path[depth++] = object;
    const wire = inside(object);
    depth--;
    return wire;
  };
  /** Told by its length whether it is too large, before anything is done for each of its elements. */
  const elements = (list: ArrayLike<unknown>): Wire[] => {
    size.require(list.length);
    return mapped(list, walk);
  };
  const inside = (object: object): Wire => {
    if (ArrayBuffer.isView(object))
      return object instanceof DataView
        ? other("a DataView")
        : { $: "typed", k: kindOfTyped.call(object), v: elements(object as Float64Array) };
    if (Array.isArray(object)) return elements(object);
    if (object instanceof Promise) return { $: "promise" };
    if (object instanceof Map) return other("a Map");
    if (object instanceof Set) return other("a Set");
    if (object instanceof Date) return other("a Date");
    if (object instanceof RegExp) return other("a RegExp");
    if (isModel(object)) return { $: "model", v: walk(object.data) };
    if (isStimulus(object)) return { $: "stimulus", v: walk(object.data) };
    const entries: Record<string, Wire> = {};
    const names = namesOf(object, size);
    for (let i = 0; i < names.length; i++) {
      size.take(partsOfText(names[i]));
      const value = (object as Record<string, unknown>)[names[i]];
      put(entries, names[i], walk(typeof value === "function" ? (value as () => unknown).bind(object) : value));
    }
    return { $: "record", v: entries };
  };
  return walk(given);
}

/**
 * A value that has travelled.
 * @param call calls a function of the other side by its number
 * @throws TypeError for a model or a stimulus that is not one, and for what no `encode` has made
 */
export function decode(wire: Wire, call: (handle: number, args: unknown[]) => unknown): unknown {
  if (wire === null || typeof wire !== "object") return wire;
  const unknownForm = (): never => {
    throw new TypeError(`a value of unknown form arrived: ${JSON.stringify(wire).slice(0, 80)}`);
  };
  const parts = (list: unknown): unknown[] =>
    Array.isArray(list) ? mapped(list as Wire[], (part) => decode(part, call)) : unknownForm();
  if (Array.isArray(wire)) return parts(wire);
  const { $, v, k } = wire as WireTag;
  switch ($ as string) {
    case "undefined":
      return undefined;
    case "number":
      return v === "-0" ? -0 : Number(v);
    case "bigint":
      return String(v).length > mostDigits ? new Opaque("a bigint of very many digits") : BigInt(v as string);
    case "promise":
      return Promise.resolve();
    case "other":
      return new Opaque(String(v));
    case "function":
      return (...args: unknown[]) => call(Number(v), args);
    case "typed":
      return typed(String(k), parts(v));
    case "model":
      return modelFromData(checkedModelData(decode(v as Wire, call)));
    case "stimulus":
      return checkedStimulus(decode(v as Wire, call));
    case "record": {
      const given = v as unknown as Readonly<Record<string, Wire>>;
      const record = {};
      const names = Object.keys(given);
      for (let i = 0; i < names.length; i++) put(record, names[i], decode(given[names[i]], call));
      return record;
    }
    default:
      return unknownForm();
  }
}

/**
 * Copies the elements of lists back into the lists that were handed over, for functions that write into their
 * arguments.
 */
export function writeBack(originals: readonly unknown[], returned: readonly unknown[]): void {
  originals.forEach((original, i) => {
    const now = returned[i];
    if (!isWritable(original) || !isWritable(now)) return;
    if (Array.isArray(original)) original.length = now.length;
    for (let j = 0; j < Math.min(original.length, now.length); j++) original[j] = now[j];
  });
}

const isWritable = (value: unknown): value is { length: number; [i: number]: unknown } =>
  (Array.isArray(value) && !Object.isFrozen(value)) || (ArrayBuffer.isView(value) && !(value instanceof DataView));

const typedArrays = {
  Float64Array,
  Float32Array,
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  BigInt64Array,
  BigUint64Array,
} as const;

function typed(kind: string, values: readonly unknown[]): unknown {
  const name = kind === "Buffer" ? "Uint8Array" : kind;
  if (!Object.hasOwn(typedArrays, name)) return new Opaque(`a ${kind}`);
  return (typedArrays[name as keyof typeof typedArrays] as { from(values: readonly unknown[]): unknown }).from(values);
}

const isModel = (value: object): value is Model => "kernels" in value && "data" in value && "with" in value;

const isStimulus = (value: object): value is Stimulus => "at" in value && "breaks" in value && "data" in value;

/**
 * Own names and, of an instance of a class, its methods and getters.
 * @throws TooLarge for too many of them
 */
function namesOf(object: object, size: Size): string[] {
  const names: string[] = [];
  const known = Object.create(null) as Record<string, true>;
  const add = (some: readonly string[], isWanted: (name: string) => boolean): void => {
    size.require(some.length);
    for (let i = 0; i < some.length; i++) {
      if (known[some[i]] || !isWanted(some[i])) continue;
      known[some[i]] = true;
      put(names, names.length, some[i]);
    }
  };
  add(Object.keys(object), () => true);
  for (
    let p: object | null = Object.getPrototypeOf(object) as object | null;
    p && p !== Object.prototype;
    p = Object.getPrototypeOf(p) as object | null
  ) {
    add(Object.getOwnPropertyNames(p), (name) => name !== "constructor" && name[0] !== "_");
  }
  return names;
}
