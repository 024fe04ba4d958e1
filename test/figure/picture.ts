// Reads a static picture back: a small XML reader that refuses what is not well-formed, and the axes as a reader would
// use them.
import { present } from "../../src/checks/present.js";

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

/** @throws Error for a tag that is not closed, an attribute without quotes, a bare & or < */
export function parseXml(source: string): Element {
  type Open = { name: string; attributes: Record<string, string>; children: Open[]; text: string };
  const root: Open = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  const inner = (): Open => present(open.at(-1), "a tag that is open");
  const token = /<\/([\w-]+)>|<([\w-]+)((?:\s+[\w:-]+=(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/gy;
  let end = 0;
  for (let found = token.exec(source); found !== null; found = token.exec(source)) {
    end = token.lastIndex;
    const [, closing, name, attributes, empty, text] = found;
    if (text !== undefined) {
      if (/&(?!(?:amp|lt|gt|quot|#\d+);)/.test(text)) throw new Error(`a bare & in "${text}"`);
      inner().text += text
        .replace(/&lt;/g, "<")
        .replace(/&gt;/g, ">")
        .replace(/&quot;/g, '"')
        .replace(/&#39;/g, "'")
        .replace(/&amp;/g, "&");
    } else if (closing !== undefined) {
      const last = present(open.pop(), `a tag that </${closing}> closes`);
      if (last.name !== closing) throw new Error(`</${closing}> closes <${last.name}>`);
      inner().text += last.text;
    } else {
      const element: Open = {
        name,
        attributes: Object.fromEntries(
          [...attributes.matchAll(/([\w:-]+)=(["'])(.*?)\2/g)].map(([, key, , value]) => [key, value]),
        ),
        children: [],
        text: "",
      };
      inner().children.push(element);
      if (empty === "") open.push(element);
    }
  }
  if (end !== source.length || open.length !== 1)
    throw new Error(
      `not well-formed at "${source.slice(end, end + 40)}", open: ${open.map(({ name }) => name).join(" ")}`,
    );
  return root.children[0];
}

export const all = (element: Element, name: string): readonly Element[] => [
  ...(element.name === name ? [element] : []),
  ...element.children.flatMap((child) => all(child, name)),
];

/** Values as read off the axes: px → value by a straight line through the tick labels. Of a figure with one subplot. */
export function axesOf(picture: Element): { readonly x: (px: number) => number; readonly y: (px: number) => number } {
  const labels = all(picture, "text")
    .map(({ attributes, text }) => ({
      value: Number(text.replace("−", "-")),
      x: Number(attributes["x"]),
      y: Number(attributes["y"]),
      anchor: attributes["text-anchor"],
    }))
    .filter(({ value }) => Number.isFinite(value));
  const below = labels.filter(({ anchor }) => anchor === "middle");
  const beside = labels.filter(({ anchor }) => anchor === "end");
  const through =
    (ticks: readonly { readonly value: number; readonly px: number }[]) =>
    (px: number): number => {
      const [a, b] = [ticks[0], present(ticks.at(-1), "labelled ticks")];
      return a.value + ((b.value - a.value) * (px - a.px)) / (b.px - a.px);
    };
  const half = 12 * 0.35; // labels beside an axis are set half a letter below their tick
  return {
    x: through(below.map(({ value, x }) => ({ value, px: x }))),
    y: through(beside.map(({ value, y }) => ({ value, px: y - half }))),
  };
}

/** Absolute points of a path of moves and relative lines. */
export function pointsOf(path: string): readonly (readonly [number, number])[] {
  const points: (readonly [number, number])[] = [];
  let [x, y] = [0, 0];
  for (const [, command, numbers] of path.matchAll(/([MlLHVz])([^MlLHVz]*)/g)) {
    const [a = 0, b = 0] = (numbers.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
    if (command === "z") continue;
    [x, y] = command === "M" ? [a, b] : [x + a, y + b];
    points.push([x, y]);
  }
  return points;
}
