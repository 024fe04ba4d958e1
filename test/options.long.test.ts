import { expect, test } from "vitest";
import { answer, options, workingOptions } from "./calls-with-options.js";
import { foreign } from "./foreign-errors.js";

test("no option of any public function is answered with an error of JavaScript's own", () => {
  const wrong = [null, {}, [], "nonsense", -1, true, () => 1];
  const answered = options.flatMap(([name, option]) =>
    wrong.flatMap((value) => {
      const given = answer(name, { ...workingOptions[name], [option]: value });
      return given instanceof Error && foreign.test(given.message) ? [`${name} ${option}: ${given.message}`] : [];
    }),
  );
  expect(answered).toEqual([]);
});
