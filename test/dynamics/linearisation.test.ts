import { afterEach, describe, expect, test, vi } from "vitest";
import { linearisation } from "../../src/dynamics/system/linearisation.js";
import { modelFromData } from "../../src/model/model-from-data.js";
import { catalogue } from "../../src/models/catalogue.js";

afterEach(() => vi.unstubAllGlobals());

describe("Derivatives by the states and the free parameters", () => {
  const cases = Object.values(catalogue).flatMap((model) => [[], [0], [2, 1]].map((slots) => ({ model, slots })));

  test.for(cases)(
    "of $model.name by $slots are those of the kernels, also where a page forbids new Function",
    (item) => {
      const { slots } = item;
      const model = modelFromData(item.model.data); // whose kernels no other test has made
      const { kernels, vector, stateNames, parameterNames } = model;
      const n = stateNames.length,
        P = parameterNames.length;
      const y = Float64Array.from(stateNames, (name) => model.states[name] + 0.013);
      const J = new Float64Array(n * n),
        D = new Float64Array(n * P);
      kernels.jacobian(y, vector, J);
      kernels.parameterJacobian(y, vector, D);
      const size = n + Math.max(1, slots.length);
      const expected = Array.from({ length: n * size }, (_, k) => {
        const [i, c] = [Math.floor(k / size), k % size];
        return c < n ? J[i * n + c] : slots.length === 0 ? 0 : D[i * P + slots[c - n]];
      });
      const found = new Float64Array(n * size).fill(NaN);
      linearisation(model, slots)(y, vector, found);
      expect(relativeDifference(found, expected)).toBeLessThan(1e-12);

      const guarded = modelFromData(item.model.data);
      const brought = { ...guarded.kernels }; // compiled, as a page brings them along
      expect(brought.jacobian).toBeTypeOf("function");
      vi.stubGlobal("Function", function forbidden() {
        throw new EvalError("Refused to evaluate a string as JavaScript");
      });
      found.fill(NaN);
      linearisation(guarded, slots)(y, vector, found);
      expect(Array.from(found)).toEqual(expected);
    },
  );
});

/** The largest, as a share of the larger of the two numbers. */
const relativeDifference = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Math.max(...Array.from(a, (v, k) => (v === b[k] ? 0 : Math.abs(v - b[k]) / Math.max(Math.abs(v), Math.abs(b[k])))));
