// Figures as data: a figure is compared with its file in snapshots/, numbers to six digits. Where they differ,
// NAME.changed.json is written beside it; look at it, and if it is right, put it in the place of the old one.
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { expect } from "vitest";
import type { Figure } from "../../src/figure/figure.js";

export function expectSnapshot(name: string, figure: Figure): void {
  const file = new URL(`./snapshots/${name}.json`, import.meta.url);
  const changed = new URL(`./snapshots/${name}.changed.json`, import.meta.url);
  const text = `${JSON.stringify(figure, (_, value: unknown) => (ArrayBuffer.isView(value) ? Array.from(value as Float64Array, six) : typeof value === "number" ? six(value) : value), 1).replace(/\n\s*(-?[\d.e+-]+|null)(?=,?\n)/g, " $1")}\n`;
  const same = existsSync(file) && readFileSync(file, "utf8") === text;
  if (same) rmSync(changed, { force: true });
  else writeFileSync(changed, text);
  expect(same, `the figure is not the one in snapshots/${name}.json: see ${name}.changed.json`).toBe(true);
}

const six = (value: number): number | null => (Number.isFinite(value) ? Number(value.toPrecision(6)) : null);
