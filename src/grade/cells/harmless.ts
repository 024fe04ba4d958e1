/** What can be called without changing any object that another cell may see. */

/** Functions and namespaces of the language itself; `new` of them makes something new. */
export const builtIns: ReadonlySet<string> = new Set(
  (
    "Math JSON console Number String Boolean BigInt Symbol Array Date Map Set WeakMap WeakSet Promise RegExp Intl " +
    "Error TypeError RangeError SyntaxError ArrayBuffer DataView Float64Array Float32Array Int8Array Uint8Array " +
    "Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array BigInt64Array BigUint64Array " +
    "parseFloat parseInt isNaN isFinite structuredClone performance NaN Infinity undefined"
  ).split(" "),
);

/** Functions of `Object` that only read; the others write into their first argument. */
export const readingObject: ReadonlySet<string> = new Set(
  "keys values entries fromEntries freeze is getPrototypeOf getOwnPropertyNames hasOwn create groupBy".split(" "),
);

/** Functions that call later what they are given, or once more; what that does is looked at where it stands. */
export const timers: ReadonlySet<string> = new Set(
  "setTimeout setInterval setImmediate clearTimeout clearInterval clearImmediate queueMicrotask".split(" "),
);

/** Methods of lists, texts, numbers, promises, and of the package's models, runs and stimuli, that only read. */
export const readingMethods: ReadonlySet<string> = new Set(
  (
    "map filter reduce reduceRight forEach find findIndex findLast findLastIndex some every includes indexOf " +
    "lastIndexOf slice concat join flat flatMap entries keys values at toSorted toReversed toSpliced subarray " +
    "toString toFixed toPrecision toExponential toLocaleString valueOf charAt charCodeAt codePointAt padStart padEnd " +
    "repeat replace replaceAll split startsWith endsWith substring toLowerCase toUpperCase trim trimEnd trimStart " +
    "localeCompare match matchAll search get has then catch finally " +
    "with preset field jacobian quantity state trace respond clamp"
  ).split(" "),
);

/** Methods by which something new is made of what they are called on. */
export const makingMethods: ReadonlySet<string> = new Set(
  "map filter slice concat flat flatMap from of split toSorted toReversed toSpliced keys values entries".split(" "),
);

/** Names that lead everywhere. */
export const everywhere: ReadonlySet<string> = new Set(
  (
    "globalThis global window self process require module exports __tslab__ eval Function Reflect Proxy arguments " +
    "Deno Buffer fetch WebSocket"
  ).split(" "),
);
