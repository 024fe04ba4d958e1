/** Maps of the code that runs cells: a cell may replace what it finds, such as `Map.prototype.set`. */
const { get, set, has, delete: remove, forEach, clear } = Map.prototype;
const { get: weakGet, set: weakSet } = WeakMap.prototype;

/** A map that has its methods of its own. */
export const keptMap = <K, V>(): Map<K, V> =>
  Object.assign(new Map(), { get, set, has, delete: remove, forEach, clear }) as Map<K, V>;

/** The same, of keys that it does not keep. */
export const keptWeakMap = <K extends object, V>(): WeakMap<K, V> =>
  Object.assign(new WeakMap(), { get: weakGet, set: weakSet }) as WeakMap<K, V>;
