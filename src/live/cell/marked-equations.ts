import type { Model } from "../../model/model.js";
import { mathml } from "./equations.js";

/** A model's equations as MathML in which each name's symbol has a class: `nc-name-gNa`. */
export function markedEquations(model: Model): string {
  return mathml(marked(model), { trust: (command) => command === "\\class" });
}

/** The LaTeX of the system, each symbol within `\class`. Commands, text and the d of a derivative are not symbols. */
function marked(model: Model): string {
  const symbols = [...model.stateNames, ...model.parameterNames, ...model.quantities]
    .map((name) => [model.symbols[name], name] as const)
    .sort(([a], [b]) => b.length - a.length);
  let out = "";
  let rest = model.tex;
  while (rest !== "") {
    const fixed = /^(\\frac\{d|\}\{dt\}|\\(?:text|mathrm|operatorname)\{[^{}]*\}|\\begin\{\w+\}|\\end\{\w+\})/.exec(
      rest,
    )?.[0];
    const symbol =
      fixed !== undefined
        ? undefined
        : symbols.find(
            ([tex]) =>
              rest.startsWith(tex) &&
              !/^[_]/.test(rest.slice(tex.length)) &&
              !(/\\[A-Za-z]+$/.test(tex) && /^[A-Za-z]/.test(rest.slice(tex.length))),
          );
    const taken = fixed ?? symbol?.[0] ?? /^(\\[A-Za-z]+|\\?[\s\S])/.exec(rest)?.[0] ?? rest;
    out += symbol === undefined ? taken : `\\class{nc-name-${symbol[1]}}{${taken}}`;
    rest = rest.slice(taken.length);
  }
  return out;
}
