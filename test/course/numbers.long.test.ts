import { readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { checked, masterOf } from "./numbers/disagreements.js";

const notebooks = readdirSync("notebooks/source").filter((file) => /^\d\d-[a-z-]+\.ts$/.test(file));

it.each(notebooks.map((file) => file.slice(0, -3)))("every marked number of %s is what its mark gives", (name) => {
  const { disagreements, left } = checked(masterOf(name), "all");
  expect(disagreements).toEqual([]);
  expect(left).toBe(0);
});
