import { requireModel } from "../../checks/require-model.js";
import { host } from "../../host/node.js";
import type { DefinedIn, Model, ModelNames, Offered } from "../../model/model.js";
import { escapeHtml } from "../../text/html.js";

/**
 * Shows a model's equations, typeset from the same text that is simulated.
 * @param names the symbols whose equations are wanted, such as `["V", "INa"]`; default: the whole system
 * @throws RangeError for a name that the model does not define by an equation
 */
export function equations<N extends ModelNames = ModelNames>(
  model: Model<string, N>,
  names?: readonly Offered<DefinedIn<N>>[],
): void {
  requireModel("equations", model);
  const tex = texOf(model, names);
  host.display({
    "text/html": equationsHtml(tex),
    "text/latex": `$$${airy(tex)}$$`,
    "text/plain":
      names === undefined
        ? model.equations
        : linesOf(model, names)
            .map((line) => line.names[0])
            .join(", "),
  });
}

/**
 * JupyterLab (trusted or not), GitHub and most pages typeset TeX between dollars with a MathJax of their own. Where
 * none has come when the page is loaded, as in a file without network, the MathML takes its place, which browsers set
 * by themselves.
 */
export function equationsHtml(tex: string): string {
  return [
    `<div class="nullcline-equations" style="overflow-x:auto">$$${escapeHtml(airy(tex))}$$</div>`,
    `<script type="application/mathml">${mathml(tex)}</script>`,
    `<script>${useMathml}</script>`,
  ].join("");
}

/** With room between the rows: MathJax sets fractions of two equations so close that they touch. */
const airy = (tex: string): string => tex.replaceAll(" \\\\\n", " \\\\[0.4em]\n");

/** How a formula is set. */
export interface MathmlOptions {
  /** Whether it stands between lines, or on one. Default: true. */
  readonly display?: boolean;
  /** Which of the commands that mark parts for a page, such as `\\class`, are allowed. Default: none. */
  readonly trust?: (command: string) => boolean;
  /** Commands that are known; a `\\gdef` adds to them. Default: none. */
  readonly macros?: object;
}

/**
 * TeX as MathML. Temml leaves the sides of an alignment to a style sheet; here each cell says its own.
 * @throws Error, of Temml, for what is no TeX
 */
export const mathml = (tex: string, options: MathmlOptions = {}): string =>
  host
    .temml()
    .renderToString(tex, {
      displayMode: options.display ?? true,
      throwOnError: true,
      macros: options.macros ?? {},
      trust: ({ command }: { readonly command: string }) => options.trust?.(command) ?? false,
    })
    .replace(
      /class="tml-(right|left)" style="/g,
      (found, side: string) =>
        `${found}text-align:${side};text-align:-webkit-${side};padding-top:0.2em;padding-bottom:0.2em;`,
    );

function texOf(model: Model, names: readonly string[] | undefined): string {
  if (names === undefined) return model.tex;
  return `\\begin{aligned}\n${linesOf(model, names)
    .map(({ left, right }) => `${left} &= ${right}`)
    .join(" \\\\\n")}\n\\end{aligned}`;
}

function linesOf(model: Model, names: readonly string[]): Model["data"]["lines"] {
  return names.map((name) => {
    const line = model.data.lines.find((candidate) => candidate.names[0] === name);
    if (line === undefined)
      throw new RangeError(
        `equations: ${model.name} has no equation for '${name}'; ` +
          `it has equations for ${model.data.lines.map((candidate) => candidate.names[0]).join(", ")}`,
      );
    return line;
  });
}

/**
 * JupyterLab and Notebook 7 carry their MathJax within, where a page cannot see it; they are known by their
 * configuration.
 */
const useMathml = `(() => {
  const script = document.currentScript;
  const set = () => {
    if (window.MathJax?.Hub || window.MathJax?.startup || document.getElementById("jupyter-config-data")) return;
    const source = script.previousElementSibling;
    source.previousElementSibling.innerHTML = source.textContent;
  };
  if (script === null) return;
  if (document.readyState === "complete") set();
  else addEventListener("load", set, { once: true });
})()`;
