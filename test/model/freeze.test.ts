import { expect, test } from "vitest";
import { defineModel } from "../../src/model/text/define.js";
import { state } from "../../src/model/text/definition.js";
import { freeze } from "../../src/model/freeze.js";
import { fitzHughNagumo } from "../../src/models/fitzhugh-nagumo.js";
import { hodgkinHuxley } from "../../src/models/hodgkin-huxley.js";
import { izhikevich } from "../../src/models/izhikevich.js";
import { persistentSodiumPotassiumM as model } from "../../src/models/bursters/persistent-sodium-potassium-m.js";
import { persistentSodium } from "../../src/models/persistent-sodium.js";

test("a state that is held becomes a parameter, and all others move as they did", () => {
  const own = model.with({ I: 7 });
  const fast = freeze(own, "nM").with({ nM: 0.2 });
  expect(fast.stateNames).toEqual(["V", "n"]);
  expect(fast.parameters["I"]).toBe(7);
  expect(fast.units["nM"]).toBe("1");
  expect(fast.ranges["nM"]).toEqual(model.ranges["nM"]);
  expect(fast.field([-50, 0.1])).toEqual(own.field([-50, 0.1, 0.2]).slice(0, 2));
  expect(fast.quantity("IM", [-50, 0.1])).toBe(own.quantity("IM", [-50, 0.1, 0.2]));
  expect(fast.states["n"]).toBe(own.states["n"]);
});

test("a state between others is held too, and the model with it at its initial value", () => {
  const fast = freeze(hodgkinHuxley, "h");
  const y = hodgkinHuxley.vectorOf(hodgkinHuxley.states);
  const at = hodgkinHuxley.stateNames.indexOf("h");
  expect(fast.field(y.filter((_, i) => i !== at))).toEqual(hodgkinHuxley.field(y).filter((_, i) => i !== at));
});

test("its text is that of the model without one equation, and means the same", () => {
  const fast = freeze(model, "nM");
  expect(fast.equations).not.toContain("dnM/dt");
  expect(fast.tex).not.toContain("dn_{M}");
  const again = defineModel({
    name: "typed",
    source: "",
    equations: fast.equations,
    states: { V: state(-65, "mV"), n: state(0, "1") },
    parameters: Object.fromEntries(
      fast.parameterNames.map((name) => [name, [fast.parameters[name], fast.units[name]]]),
    ),
  });
  expect(again.field([-40, 0.3])).toEqual(fast.field([-40, 0.3]));
});

test("what cannot be held is refused by name", () => {
  expect(() => freeze(model, "nm")).toThrow(
    /freeze: .* has no state 'nm'; its states are V, n, nM\. Did you mean 'nM'\?/,
  );
  expect(() => freeze(model, "gM")).toThrow(/'gM': that is a parameter/);
  expect(() => freeze(persistentSodium.preset("without reset"), "V")).toThrow(RangeError);
  expect(() => freeze(izhikevich, "u")).toThrow(/has a reset/);
  expect(() => freeze(fitzHughNagumo, 3 as never)).toThrow(/expects the name of a state, got 3/);
});
