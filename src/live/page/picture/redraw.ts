import { unescapeHtml } from "../../../text/html.js";

/** An element as a picture's text has it. */
interface Part {
  readonly name: string;
  /** All of it, its tag alone, and what it holds. */
  readonly text: string;
  readonly tag: string;
  readonly held: string;
  readonly parts: readonly Part[];
  /** Whether it holds text beside elements, or instead. */
  readonly isText: boolean;
}

/**
 * Shows one picture after another in an element. What a new one has in common with the one before stays in the page,
 * and of a line that moved its path alone is set: a browser takes longer to read an element and to set its text anew
 * than we to draw it.
 */
export function redrawing(element: Element): (picture: string) => void {
  let shown: Part | undefined;
  return (picture) => {
    const next = partOf(picture);
    const [root] = element.children;
    if (shown === undefined || root === undefined) element.innerHTML = picture;
    else follow(root, shown, next);
    shown = next;
  };
}

/** Brings an element that shows one part to another of its name. */
function follow(element: Element, from: Part, to: Part): void {
  if (from.tag !== to.tag) setAttributes(element, from.tag, to.tag);
  if (from.held === to.held) return;
  if (from.isText || to.isText) element.innerHTML = to.held;
  else followParts(element, from.parts, to.parts);
}

/** Parts that are the same at the beginning and at the end stay; those between follow one another as far as they go. */
function followParts(element: Element, from: readonly Part[], to: readonly Part[]): void {
  const common = Math.min(from.length, to.length);
  let head = 0;
  while (head < common && from[head].text === to[head].text) head++;
  let tail = 0;
  while (tail < common - head && from[from.length - 1 - tail].text === to[to.length - 1 - tail].text) tail++;
  const elements = [...element.children];
  const [before, after] = [from.slice(head, from.length - tail), to.slice(head, to.length - tail)];
  after.forEach((part, k) => {
    const present = elements[head + k];
    if (k >= before.length) insert(element, elements[from.length - tail], part.text);
    else if (before[k].name === part.name) follow(present, before[k], part);
    else present.outerHTML = part.text;
  });
  for (let k = after.length; k < before.length; k++) elements[head + k].remove();
}

function insert(element: Element, next: Element | undefined, text: string): void {
  if (next === undefined) element.insertAdjacentHTML("beforeend", text);
  else next.insertAdjacentHTML("beforebegin", text);
}

function setAttributes(element: Element, from: string, to: string): void {
  const [before, after] = [attributesIn(from), attributesIn(to)];
  for (const [name, value] of after) if (before.get(name) !== value) element.setAttribute(name, unescapeHtml(value));
  for (const name of before.keys()) if (!after.has(name)) element.removeAttribute(name);
}

const attributesIn = (tag: string): ReadonlyMap<string, string> =>
  new Map(Array.from(tag.matchAll(/ ([\w:-]+)="([^"]*)"/g), ([, name, value]) => [name, value]));

/** The element that a text begins with, as `figure/svg` writes it: each tag is closed, and no attribute holds a ">". */
function partOf(text: string): Part {
  const tags = /<(\/?)([\w-]+)[^>]*?(\/?)>/g;
  const read = (name: string, start: number, isEmpty: boolean): Part => {
    const opened = tags.lastIndex;
    const parts: Part[] = [];
    let isText = false;
    let end = opened; // of what it holds
    while (!isEmpty) {
      const tag = tags.exec(text);
      if (tag === null) throw new Error(`a picture has no end of <${name}>`);
      isText ||= tag.index > end;
      end = tag.index;
      if (tag[1] === "/") break;
      parts.push(read(tag[2], tag.index, tag[3] === "/"));
      end = tags.lastIndex;
    }
    const whole = text.slice(start, tags.lastIndex);
    return { name, text: whole, tag: text.slice(start, opened), held: text.slice(opened, end), parts, isText };
  };
  const first = tags.exec(text);
  if (first === null) throw new Error("a picture has no element");
  return read(first[2], first.index, first[3] === "/");
}
