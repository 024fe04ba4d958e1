/** What an axis or a legend calls a variable, with its unit. */
export interface Named {
  readonly units?: Readonly<Record<string, string>>;
  readonly symbols?: Readonly<Record<string, string>>;
}

/** "uA/cm^2" as a reader writes it, "µA/cm²". */
export const printUnit = (unit: string): string =>
  unit
    .replace(/\^(-?\d+)/g, (_, power: string) => [...power].map((digit) => superscripts[digit]).join(""))
    .replace(/(^|[^A-Za-z])u(?=[A-Z]|m\b)/g, "$1µ")
    .replace(/ohm/g, "Ω")
    .replace(/\*/g, "·")
    .replace(/\bdegC\b/g, "°C");

/** "V (mV)"; a number without unit is just "m". */
export const withUnit = (name: string, unit: string | undefined): string =>
  unit === undefined || unit === "" || unit === "1" ? name : `${name} (${printUnit(unit)})`;

/** The symbol of a variable as Plotly text: "g_{\mathrm{Na}}" becomes "g<sub>Na</sub>". */
export function symbolText(name: string, symbols: Readonly<Record<string, string>> | undefined): string {
  const tex = symbols?.[name];
  if (tex === undefined) return name;
  return raise(
    tex
      .replace(/\\(?:mathrm|text|operatorname|mathit)\s*\{([^{}]*)\}/g, "{$1}")
      .replace(/\\(?:dot|hat|bar|overline|tilde)\s*\{([^{}]*)\}/g, "$1")
      .replace(/\\([A-Za-z]+)\s?/g, (_, command: string) => letters[command] ?? command)
      .replace(/\\[,;! ]/g, ""),
  );
}

/** The title of an axis: the symbol of a variable with its unit, "g<sub>Na</sub> (mS/cm²)". */
export const axisTitle = (name: string, model: Named | undefined): string =>
  withUnit(symbolText(name, model?.symbols), model?.units?.[name]);

function raise(text: string): string {
  return text
    .replace(
      /_(?:\{((?:[^{}]|\{[^{}]*\})*)\}|(.))/gu,
      (_, group?: string, one?: string) => `<sub>${group ?? one}</sub>`,
    )
    .replace(
      /\^(?:\{((?:[^{}]|\{[^{}]*\})*)\}|(.))/gu,
      (_, group?: string, one?: string) => `<sup>${group ?? one}</sup>`,
    )
    .replace(/[{}]/g, "");
}

const superscripts: Readonly<Record<string, string>> = {
  "-": "⁻",
  "0": "⁰",
  "1": "¹",
  "2": "²",
  "3": "³",
  "4": "⁴",
  "5": "⁵",
  "6": "⁶",
  "7": "⁷",
  "8": "⁸",
  "9": "⁹",
};

const letters: Readonly<Record<string, string>> = {
  alpha: "α",
  beta: "β",
  gamma: "γ",
  delta: "δ",
  Delta: "Δ",
  epsilon: "ε",
  varepsilon: "ε",
  zeta: "ζ",
  eta: "η",
  theta: "θ",
  kappa: "κ",
  lambda: "λ",
  mu: "μ",
  nu: "ν",
  xi: "ξ",
  pi: "π",
  rho: "ρ",
  sigma: "σ",
  tau: "τ",
  phi: "φ",
  varphi: "φ",
  chi: "χ",
  psi: "ψ",
  omega: "ω",
  Omega: "Ω",
  infty: "∞",
  cdot: "·",
  ldots: "…",
  prime: "′",
  left: "",
  right: "",
};
