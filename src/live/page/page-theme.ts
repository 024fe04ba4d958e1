import { dark, light, type Palette } from "../../figure/theme.js";

/** The palette that fits the page around `element`: JupyterLab's own colours where there are any. */
export function pagePalette(element: Element): Palette {
  const paper = paperColour(element);
  return { ...(luminance(paper) < 0.35 ? dark : light), paper };
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
