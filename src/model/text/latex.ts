import type { Comparison, Expression } from "./expression.js";

const greek = new Set([
  "alpha",
  "beta",
  "gamma",
  "delta",
  "epsilon",
  "zeta",
  "eta",
  "theta",
  "kappa",
  "lambda",
  "mu",
  "nu",
  "xi",
  "rho",
  "sigma",
  "tau",
  "phi",
  "chi",
  "psi",
  "omega",
  "Gamma",
  "Delta",
  "Theta",
  "Lambda",
  "Sigma",
  "Phi",
  "Psi",
  "Omega",
]);
const ions: Readonly<Record<string, string>> = {
  Na: "\\mathrm{Na}",
  K: "\\mathrm{K}",
  Ca: "\\mathrm{Ca}",
  Cl: "\\mathrm{Cl}",
  Inf: "\\infty",
};

/**
 * The symbol of a name, by the field's habits: gNa → g_Na, mInf → m_∞, tauN → τ_n, alphaM → α_m, Vm → V_m, tRef →
 * t_ref, EL → E_L.
 * The first letter (or Greek word) is the symbol, the rest its index; a single capital index after a Greek letter names
 * a gate and is set in lower case.
 */
export function symbolOf(name: string): string {
  const head = [...greek].filter((word) => name.startsWith(word)).sort((a, b) => b.length - a.length)[0] ?? name[0];
  const base = greek.has(head) ? `\\${head}` : head;
  const rest = name.slice(head.length).replace(/^_/, "");
  if (rest === "") return base;
  const parts = rest.split("_").flatMap((part) => part.match(/Inf|Na|Ca|Cl|[A-Z][a-z]+|[A-Z]|[a-z]+|\d+/g) ?? []);
  const index = parts.map((part) => {
    if (ions[part]) return ions[part];
    if (part.length === 1) return greek.has(head) ? part.toLowerCase() : part;
    return /^\d+$/.test(part) ? part : `\\mathrm{${part.toLowerCase()}}`;
  });
  return `${base}_{${index.join(index.some((part) => part.includes("infty")) ? "" : ",")}}`;
}

/** An expression that begins with a minus, without it: −a, −a·b or −a/b. Undefined for any other. */
function withoutSign(e: Expression): Expression | undefined {
  if (e.kind === "negate") return e.of;
  if (e.kind !== "operation" || (e.op !== "multiply" && e.op !== "divide")) return undefined;
  const left = withoutSign(e.left);
  return left && { ...e, left };
}

/** How tightly an expression binds: sum 1, sign 1.5, product 2, power 4, atom 5. */
function precedence(e: Expression): number {
  if (withoutSign(e) !== undefined) return 1.5;
  if (e.kind === "operation")
    return e.op === "add" || e.op === "subtract" ? 1 : e.op === "multiply" ? 2 : e.op === "divide" ? 5 : 4;
  return e.kind === "conditional" ? 0 : 5;
}

/** Whether a power of it needs no parentheses. */
const isAtom = (e: Expression): boolean => e.kind !== "operation" && e.kind !== "call" && e.kind !== "negate";

/** The expression in LaTeX. @param symbol LaTeX of a name */
export function toLatex(expression: Expression, symbol: (name: string) => string): string {
  const signed = (of: Expression): string => `-${wrap(of, 2)}`;
  const visit = (e: Expression): string => {
    const opposite = withoutSign(e);
    if (opposite !== undefined) return signed(opposite);
    switch (e.kind) {
      case "number":
        return e.text === "pi" ? "\\pi" : numeral(e.text);
      case "symbol":
        return symbol(e.name);
      case "negate":
        return signed(e.of);
      case "call":
        return e.name === "exp" ? powerOfE(e.args[0]) : call(e.name, e.args.map(visit));
      case "conditional":
        return [
          `\\begin{cases}${visit(e.consequent)} & ${comparisonLatex(e.test, symbol)}`,
          ` ${visit(e.alternate)} & \\text{otherwise}\\end{cases}`,
        ].join("\\\\");
      case "operation":
        switch (e.op) {
          case "add":
            return `${visit(e.left)} + ${wrap(e.right, precedence(e.right) === 1.5 ? 2 : 1)}`;
          case "subtract":
            return `${visit(e.left)} - ${wrap(e.right, 2)}`;
          case "multiply":
            return product(e, visit, wrap);
          case "divide":
            return `\\frac{${visit(e.left)}}{${visit(e.right)}}`;
          case "pow":
            return `${isAtom(e.left) ? visit(e.left) : `\\left(${visit(e.left)}\\right)`}^{${inline(e.right)}}`;
        }
    }
  };
  const powerOfE = (e: Expression): string => (e.kind === "number" && Number(e.text) === 1 ? "e" : `e^{${inline(e)}}`);
  // In an exponent a fraction is set with a slash.
  const inline = (e: Expression): string =>
    e.kind === "operation" && e.op === "divide"
      ? `${wrap(e.left, 1.5)}/${wrap(e.right, 3)}`
      : e.kind === "negate"
        ? `-${inline(e.of)}`
        : visit(e);
  const wrap = (e: Expression, least: number): string =>
    precedence(e) < least ? `\\left(${visit(e)}\\right)` : visit(e);
  return visit(expression);
}

/** A comparison in LaTeX. @param symbol LaTeX of a name */
export function comparisonLatex(test: Comparison, symbol: (name: string) => string): string {
  const relation = { ">=": "\\ge", ">": ">", "<=": "\\le", "<": "<" }[test.relation];
  return `${toLatex(test.left, symbol)} ${relation} ${toLatex(test.right, symbol)}`;
}

function product(
  e: Extract<Expression, { kind: "operation" }>,
  visit: (e: Expression) => string,
  wrap: (e: Expression, least: number) => string,
): string {
  const right = wrap(e.right, 3);
  // Juxtaposition, but a number on the right of a factor needs a sign of multiplication.
  const sign = /^[\d.]/.test(right) ? " \\cdot " : "\\,";
  return `${wrap(e.left, 2)}${sign}${e.right.kind === "negate" ? `\\left(${visit(e.right)}\\right)` : right}`;
}

function call(name: string, args: readonly string[]): string {
  const [a] = args as [string];
  if (name === "expm1") return `\\left(e^{${a}} - 1\\right)`;
  if (name === "sqrt") return `\\sqrt{${a}}`;
  if (name === "abs") return `\\left|${a}\\right|`;
  if (name === "floor") return `\\left\\lfloor ${a} \\right\\rfloor`;
  const known = name === "log" ? "\\ln" : name === "atan" ? "\\arctan" : `\\${name}`;
  return `${known}\\left(${args.join(", ")}\\right)`;
}

/** A computed constant has up to 17 digits: six say what it is. */
const numeral = (text: string): string =>
  (text.replace(/^0\.0*|\D/g, "").length > 12 ? String(Number(Number(text).toPrecision(6))) : text).replace(
    /e([+-]?\d+)$/i,
    (_, exponent) => ` \\times 10^{${Number(exponent)}}`,
  );
