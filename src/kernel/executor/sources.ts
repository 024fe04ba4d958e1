/**
 * The text of a function as its author knows it: `fn.toString()` names a notebook's names as the cell does, where the
 * code that runs has `exports.g` for them and tells where it waits (`compiler/scope.ts`). It does so
 * within quotes, too.
 */
const { apply } = Reflect;

const ofScope =
  /\(0, exports\.([\p{ID_Start}$_][\p{ID_Continue}$]*)\)|(?<![.\w$])exports\.([\p{ID_Start}$_][\p{ID_Continue}$]*)/gu;
const waits = "$cell.resumed($cell.left(), ";

/**
 * Makes functions tell their text so.
 * @returns gives the engine's own way back
 */
export function takeSources(): () => void {
  const prototype = Function.prototype;
  const engines = prototype.toString;
  const { toString: told } = {
    toString(this: unknown): string {
      return asCells(apply(engines, this, []) as string);
    },
  };
  Object.defineProperty(prototype, "toString", { value: told, writable: true, configurable: true });
  return () => {
    if (prototype.toString === told)
      Object.defineProperty(prototype, "toString", { value: engines, writable: true, configurable: true });
  };
}

/** Code of a cell, without what was put into it. */
export function asCells(code: string): string {
  return withoutWaits(code)
    .replaceAll(" $cell.check();", "")
    .replace(ofScope, (_, called: string | undefined, read: string | undefined) => called ?? read ?? "");
}

/** `$cell.resumed($cell.left(), await x)` becomes `await x`: what it takes is closed by the bracket that fits. */
function withoutWaits(code: string): string {
  const at = code.lastIndexOf(waits); // the innermost one first
  if (at < 0) return code;
  const from = at + waits.length;
  const end = closing(code, from);
  return end < 0 ? code : withoutWaits(code.slice(0, at) + code.slice(from, end) + code.slice(end + 1));
}

/** Where the bracket closes in which `from` lies, over brackets within it; texts are stepped over. */
function closing(code: string, from: number): number {
  let depth = 0;
  for (let k = from; k < code.length; k++) {
    const sign = code[k];
    if (sign === '"' || sign === "'" || sign === "`") {
      for (k++; k < code.length && code[k] !== sign; k++) if (code[k] === "\\") k++;
    } else if (sign === "(") depth++;
    else if (sign === ")" && depth-- === 0) return k;
  }
  return -1;
}
