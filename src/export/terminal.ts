import { escapeHtml } from "../text/html.js";

const colours = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"];

/**
 * What a program has printed, as HTML: what it wrote over is gone, and its colours are classes, `ansi-red` and so on.
 * Other commands to a terminal are left out.
 */
export function printedHtml(text: string): string {
  const parts: string[] = [];
  let classes: readonly string[] = [];
  for (const part of overwritten(text).split(escapes)) {
    const [, codes] = colour.exec(part) ?? [];
    if (codes !== undefined) classes = codes.split(";").reduce(after, classes);
    else if (!part.startsWith(begin))
      parts.push(
        classes.length > 0 ? `<span class="${classes.join(" ")}">${escapeHtml(part)}</span>` : escapeHtml(part),
      );
  }
  return parts.join("");
}

const begin = "\u001b";
const bell = "\u0007";
const colour = new RegExp(`^${begin}\\[([\\d;]*)m$`);
const escapes = new RegExp(`(${begin}(?:\\[[\\d;?]*[A-Za-z]|\\][^${bell}]*${bell}|[()]\\w|[=>\\w]))`);

/** A carriage return begins the line anew, as a bar that shows progress does. */
const overwritten = (text: string): string => text.replace(/\r+\n/g, "\n").replace(/[^\n]*\r(?=[^\n])/g, "");

/** The classes after one code of SGR more; what has no class changes nothing. */
function after(classes: readonly string[], code: string): readonly string[] {
  const number = Number(code);
  const name = colours[number >= 90 ? number - 90 : number - 30];
  const plain = classes.filter((each) => each === "ansi-bold");
  if (number === 0) return [];
  if (number === 1) return [...new Set([...classes, "ansi-bold"])];
  if (number === 22) return classes.filter((each) => each !== "ansi-bold");
  if (number === 39) return plain;
  return name === undefined ? classes : [...plain, `ansi-${name}`];
}
