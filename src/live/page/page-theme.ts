import { dark, light, type Palette } from "../../figure/theme.js";

const names = Object.keys(light) as (keyof Palette)[];
const variables = (palette: Palette): string => names.map((name) => `--nc-${name}: ${palette[name]};`).join(" ");

/**
 * A picture is drawn in the colours of `light`, which are names here: each is looked up in a variable of its output,
 * whose values `followTheme` chooses; on paper they are those of `light`.
 */
export const pictureColours: string = [
  `nullcline-live { ${variables(light)} }`,
  `@media not print { nullcline-live.nc-dark { ${variables(dark)} } }`,
  ...names.flatMap((name) =>
    ["fill", "stroke"].map((part) => `.nc-panel [${part}="${light[name]}"] { ${part}: var(--nc-${name}); }`),
  ),
].join("\n");

/** A colour of `light` as the output has it, whatever its theme. */
export function ownColour(colour: string | undefined): string | undefined {
  const name = names.find((each) => light[each] === colour);
  return name === undefined ? undefined : `var(--nc-${name})`;
}

/** Gives an output the variables that fit the page around it, now and whenever the page's theme changes. */
export function followTheme(output: HTMLElement, signal: AbortSignal): void {
  const follow = (): void => {
    const paper = paperColour(output);
    output.classList.toggle("nc-dark", isDark(paper));
    output.style.setProperty("--nc-paper", paper);
  };
  follow();
  onThemeChange(follow, signal);
}

/** The palette that fits the page around `element`: JupyterLab's own colours where there are any. */
export function pagePalette(element: Element): Palette {
  const paper = paperColour(element);
  return { ...(isDark(paper) ? dark : light), paper };
}

/** Calls back when the page's theme changes, until `signal` aborts. */
export function onThemeChange(callback: () => void, signal: AbortSignal): void {
  const observer = new MutationObserver(callback);
  observer.observe(document.body, {
    attributes: true,
    attributeFilter: ["data-jp-theme-light", "data-jp-theme-name", "class"],
  });
  const system = matchMedia("(prefers-color-scheme: dark)");
  system.addEventListener("change", callback, { signal });
  signal.addEventListener("abort", () => observer.disconnect());
}

function paperColour(element: Element): string {
  const lab = getComputedStyle(element).getPropertyValue("--jp-layout-color0").trim();
  if (lab !== "") return lab;
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    const { backgroundColor } = getComputedStyle(at);
    if (backgroundColor !== "transparent" && !/, 0\)$/.test(backgroundColor)) return backgroundColor;
  }
  return light.paper;
}

const isDark = (paper: string): boolean => luminance(paper) < 0.35;

/** Relative luminance (WCAG 2.2) of any CSS colour, which the browser itself resolves to numbers. */
function luminance(colour: string): number {
  const probe = document.createElement("span");
  probe.style.color = colour;
  document.body.append(probe);
  const [r, g, b] = (getComputedStyle(probe).color.match(/[\d.]+/g) ?? ["255", "255", "255"]).map(
    (channel) => Number(channel) / 255,
  );
  probe.remove();
  const linear = (c: number): number => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}
