// What a live figure looks like, in few numbers: texts, axes, colours and styles exactly, and eight places along each
// line, which may move by a thousandth of what is seen. Where a figure differs, NAME.changed.json is written beside the
// file of its group: draw it (`svg(figure)`), look at it, and if it is right put it in the place of the old one.
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { expect } from "vitest";
import type { Figure } from "../../src/figure/figure.js";
import { description } from "../../src/figure/svg/svg.js";

const places = 8;
const tolerance = 1e-3;

interface Sketch {
  readonly looks: readonly unknown[];
  /** By line: x and y at places along it, by turns, and how far each spreads. */
  readonly lines: readonly { readonly at: readonly (number | null)[]; readonly spread: readonly [number, number] }[];
}

type Trace = Readonly<Record<"type" | "mode" | "name" | "showlegend" | "xaxis" | "yaxis" | "fill", unknown>> & {
  readonly line?: { readonly color?: unknown; readonly dash?: unknown; readonly width?: unknown };
  readonly marker?: { readonly color?: unknown; readonly symbol?: unknown; readonly size?: unknown };
  readonly x?: ArrayLike<number>;
  readonly y?: ArrayLike<number>;
};

export function sketch({ data, layout }: Figure): Sketch {
  const traces = data as unknown as readonly Trace[];
  const axes = Object.entries(layout)
    .filter(([key]) => /^[xy]axis\d*$/.test(key))
    .map(([key, axis]) => {
      const { title, range, type, domain } = axis as {
        title?: { text?: string };
        range?: readonly number[];
        type?: string;
        domain?: readonly number[];
      };
      return [key, title?.text, range?.map(four), type, domain?.map(four)];
    });
  return {
    looks: [
      description({ data, layout }).replace(/-?\d+(\.\d+)?/g, "#"),
      layout.height,
      layout.title?.text,
      ...axes,
      layout.annotations?.map(({ text }) => text),
      layout.shapes?.length,
      ...traces.map(({ type, mode, name, showlegend, xaxis, yaxis, fill, line, marker }) =>
        [
          type,
          mode,
          name,
          showlegend,
          xaxis,
          yaxis,
          fill,
          line?.color,
          line?.dash,
          line?.width,
          marker?.color,
          marker?.symbol,
          marker?.size,
        ]
          .map((look) => look ?? 0)
          .join(" "),
      ),
    ],
    lines: traces.map(({ x, y }) => ({ at: evenly(x, y), spread: [spread(x), spread(y)] })),
  };
}

/**
 * At equal parts of the whole way in x and y, each as a part of its spread: where a solver's steps lie does not matter.
 */
function evenly(x: ArrayLike<number> = [], y: ArrayLike<number> = []): readonly (number | null)[] {
  const kept = Array.from({ length: Math.min(x.length, y.length) }, (_, i) => i).filter(
    (i) => Number.isFinite(x[i]) && Number.isFinite(y[i]),
  );
  if (kept.length === 0) return [];
  const [width, height] = [spread(x) || 1, spread(y) || 1];
  const way = [0];
  for (let k = 1; k < kept.length; k++)
    way.push(way[k - 1] + Math.hypot((x[kept[k]] - x[kept[k - 1]]) / width, (y[kept[k]] - y[kept[k - 1]]) / height));
  return Array.from({ length: Math.min(places, kept.length) }, (_, place) => {
    const goal = (way[way.length - 1] * place) / (places - 1);
    const beyond = way.findIndex((length) => length >= goal); // none where rounding puts the goal past the end
    const k = beyond < 0 ? kept.length - 1 : Math.min(kept.length - 1, Math.max(1, beyond));
    const part = kept.length === 1 || way[k] === way[k - 1] ? 0 : (goal - way[k - 1]) / (way[k] - way[k - 1]);
    const [i, j] = [kept[Math.max(0, k - 1)], kept[k % kept.length]];
    return [four(x[i] + part * (x[j] - x[i])), four(y[i] + part * (y[j] - y[i]))];
  }).flat();
}

function spread(values: ArrayLike<number> = []): number {
  const finite = Array.from(values).filter(Number.isFinite);
  return finite.length === 0
    ? 0
    : four(finite.reduce((a, b) => Math.max(a, b)) - finite.reduce((a, b) => Math.min(a, b)));
}

const four = (value: number): number => Number(value.toPrecision(5));

export function expectSketches(group: string, figures: Readonly<Record<string, Figure>>): void {
  const file = new URL(`./snapshots/${group}.json`, import.meta.url);
  const changed = new URL(`./snapshots/${group}.changed.json`, import.meta.url);
  const now: Readonly<Record<string, Sketch>> = JSON.parse(
    JSON.stringify(Object.fromEntries(Object.entries(figures).map(([name, figure]) => [name, sketch(figure)]))),
  );
  const then = (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {}) as Readonly<Record<string, Sketch>>;
  const differing = [...new Set([...Object.keys(now), ...Object.keys(then)])].filter(
    (name) => now[name] === undefined || then[name] === undefined || !alike(now[name], then[name]),
  );
  if (differing.length === 0) rmSync(changed, { force: true });
  else
    writeFileSync(
      changed,
      `{\n${Object.entries(now)
        .map(([name, one]) => `${JSON.stringify(name)}: ${JSON.stringify(one)}`)
        .join(",\n")}\n}\n`,
    );
  expect(differing, `these are not the figures of snapshots/${group}.json: see ${group}.changed.json`).toEqual([]);
}

export function alike(a: Sketch, b: Sketch): boolean {
  if (JSON.stringify(a.looks) !== JSON.stringify(b.looks) || a.lines.length !== b.lines.length) return false;
  return a.lines.every(({ at, spread: [width, height] }, k) => {
    const other = b.lines[k];
    const near = (p: number | null, q: number | null, size: number): boolean =>
      p === q || (p !== null && q !== null && Math.abs(p - q) <= tolerance * (size || Math.abs(p)));
    return (
      at.length === other.at.length &&
      near(width, other.spread[0], width) &&
      near(height, other.spread[1], height) &&
      at.every((value, i) => near(value, other.at[i], i % 2 === 0 ? width : height))
    );
  });
}
