/**
 * Stacks in the engines that write them and hand out nothing else, a frame in each line, `f@file:1:2`: those of Firefox
 * and WebKit. They come to be told as V8's are, as far as the engine lets us.
 */

/** How a stack is told, from what the engine wrote. */
export type Tell = (error: Error, written: string) => string;

const { apply } = Reflect;
/** By which `inspect` asks an object how it is shown. */
const shown = Symbol.for("nodejs.util.inspect.custom");

/** Frames of a stack, as V8 says them. */
export const asFrames = (written: string): string[] =>
  written.split("\n").flatMap((line) => {
    const at = line.lastIndexOf("@");
    if (at < 0 || line.endsWith("@")) return [];
    const [caller, place] = [callerIn(line.slice(0, at)), line.slice(at + 1)];
    return [caller ? `${caller} (${place})` : place];
  });

/** The name of a function as V8 gives it: without where it was written, and of one without a name not at all. */
export const callerIn = (written: string): string =>
  /[/<]$|^(?:global|eval|module) code$/.test(written) ? "" : written.replace(/^(?:.*[/*])?/, "");

/**
 * Has `error.stack` told, where the engine asks a function for it (Firefox); else when an error is printed (WebKit).
 * @returns gives them back
 */
export function takeWrittenStacks(tell: Tell): () => void {
  const { prototype } = Error;
  const stack = Object.getOwnPropertyDescriptor(prototype, "stack");
  if (stack?.get) {
    const { get } = stack;
    Object.defineProperty(prototype, "stack", {
      ...stack,
      get(this: Error): unknown {
        const written = apply(get, this, []) as unknown;
        return typeof written === "string" ? tell(this, written) : written;
      },
    });
    return () => void Object.defineProperty(prototype, "stack", stack);
  }
  Object.defineProperty(prototype, shown, {
    configurable: true,
    writable: true,
    value(this: Error): Error {
      const own = Object.getOwnPropertyDescriptor(this, "stack");
      if (own?.configurable && typeof own.value === "string" && isWritten(own.value))
        Object.defineProperty(this, "stack", { ...own, value: tell(this, own.value) });
      return this;
    },
  });
  return () => void Reflect.deleteProperty(prototype, shown);
}

/** Whether a stack is as the engine wrote it. */
const isWritten = (stack: string): boolean => !/^ {4}at /m.test(stack);
