/** A line of an `.ode` file as XPPAUT comes to parse it: joined to those it goes on in, one of those it stands for. */
export interface SourceLine {
  readonly text: string;
  /** Of the line in the file, from 1. */
  readonly number: number;
  /** Whether it is one of those that a line with `[a..b]` stands for. */
  readonly ofArray: boolean;
}

/**
 * The lines of a file. One with a backslash goes on in the next, what stands behind the backslash being lost; one
 * with `[a..b]` stands for one line for each j from a to b; those between `%[a..b]` and `%` are taken again for each j.
 */
export function sourceLines(text: string): SourceLine[] {
  const lines = joined(text);
  const result: SourceLine[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    const span = spanIn(line.text);
    if (span === undefined) result.push({ ...line, text: indexed(line.text, undefined) });
    else if (line.text.startsWith("%")) {
      const end = lines.findIndex(({ text: other }, k) => k > at && other.startsWith("%"));
      const body = lines.slice(at + 1, end < 0 ? undefined : end);
      at = end < 0 ? lines.length : end;
      for (const j of span.indices)
        for (const { text: repeated, number } of body)
          result.push({ text: indexed(repeated, j), number, ofArray: true });
    } else for (const j of span.indices) result.push({ ...line, text: indexed(span.template, j), ofArray: true });
  }
  return result;
}

function joined(text: string): SourceLine[] {
  const lines: SourceLine[] = [];
  let open = false;
  text.split(/\r\n|\n|\r/).forEach((raw, i) => {
    const cut = raw.indexOf("\\");
    const own = cut < 0 ? raw : raw.slice(0, cut);
    const last = lines.length - 1;
    if (open) lines[last] = { ...lines[last], text: lines[last].text + own };
    else lines.push({ text: own, number: i + 1, ofArray: false });
    open = cut >= 0;
  });
  return lines;
}

/** The last `[a..b]` of a line, and the line with `[j]` in its place. */
function spanIn(line: string): { readonly template: string; readonly indices: readonly number[] } | undefined {
  const match = /^([^#"].*|%)\[\s*(-?\d+)\s*\.{2,}\s*(-?\d+)\s*\](.*)$/.exec(line);
  if (match === null || line.trimStart().startsWith("#")) return undefined;
  const [from, to] = [Number(match[2]), Number(match[3])];
  const step = to < from ? -1 : 1;
  const indices = Array.from({ length: Math.abs(to - from) + 1 }, (_, k) => from + step * k);
  return { template: `${match[1]}[j]${match[4]}`, indices };
}

/** `[j+1]` as the number it is, `[3]` as 3, `[3..4]` as its first; `int[` begins an integral and stays. */
function indexed(line: string, j: number | undefined): string {
  if (/^\s*[#"]/.test(line)) return line;
  return line.replace(/(int\s*)?\[([^\]]*)\]/gi, (whole, integral: string | undefined, inside: string) => {
    if (integral !== undefined) return whole;
    const place = /^\s*j\s*(?:([-+*])\s*(\d+))?\s*$/i.exec(inside);
    if (place === null) return String(Number.parseInt(inside, 10) || 0);
    if (j === undefined) return whole;
    const n = Number(place[2] ?? 0);
    return String(place[1] === "*" ? n * j : place[1] === "-" ? j - n : j + n);
  });
}
