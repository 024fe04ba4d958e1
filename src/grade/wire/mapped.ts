// Kept here, because a cell can replace what it can reach.
const { defineProperty } = Reflect;

/** Gives an object a property of its own, whatever its name is and whatever setters there are. */
export function put(object: object, name: PropertyKey, value: unknown): void {
  defineProperty(object, name, {
    __proto__: null,
    value,
    writable: true,
    enumerable: true,
    configurable: true,
  } as PropertyDescriptor);
}

/**
 * A list of what `f` makes of each element. Whatever a cell has made of lists, their methods, iterators, species or
 * setters: none of it is asked.
 */
export function mapped<T, U>(list: ArrayLike<T>, f: (element: T) => U): U[] {
  const all: U[] = [];
  for (let i = 0; i < list.length; i++) put(all, i, f(list[i]));
  return all;
}
