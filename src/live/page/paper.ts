import { light } from "../../figure/theme.js";
import { make } from "./controls.js";

/**
 * Style of live outputs on paper: pictures in the colours of paper, as wide as it allows and on one page, what they
 * show in words, and what is set in words, too. Whatever nobody can press there is left out. An output that was never
 * in view has not drawn yet: its stored picture stands for it.
 */
export const paperCss = `
.nc-set { display: none; }
@media print {
  nullcline-live { color: ${light.ink}; --nc-paper: ${light.paper} !important; }
  nullcline-live:not(:has(.nc-explorer)), .nc-lead, .nc-card, .nc-math, .nc-equations { break-inside: avoid; }
  nullcline-live[kind="figure"].nullcline-on > .nullcline-still { display: revert; }
  nullcline-live[kind="figure"].nullcline-on > .nullcline-host { display: none; }
  nullcline-live.nullcline-on:not([kind="figure"], :has(.nc-panel svg)) > .nullcline-still { display: revert; }
  nullcline-live.nullcline-on:not([kind="figure"], :has(.nc-panel svg)) > .nullcline-host { display: none; }
  .nullcline-hint, .nc-tools, .nc-scrubber, .nc-story, .nc-over, .nc-handle, .nc-controls, .nc-at-drive, .nc-at-rail,
  .nc-menu, .nc-choices > .nc-slider, .nc-typing .nc-about, .nc-predict > :not(label),
  .nullcline-host details:not([open]) { display: none !important; }
  .nc-panel { break-inside: avoid; }
  .nc-typing :is(input, textarea) { border: 0; padding: 0 !important; min-height: 0 !important; resize: none !important;
    field-sizing: content; }
  .nc-panel svg { width: 100%; height: auto; }
  .nc-views:not(.nc-columns, .nc-cards) { grid-template-columns: repeat(auto-fit, minmax(40%, 1fr)); }
  .nc-views.nc-cards { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .nc-explorer { grid-template: "run plane" auto "below below" auto "cards cards" auto "equations equations" auto
    / minmax(0, 1fr) minmax(0, 1fr); }
  .nc-at-run { position: static; }
  .nullcline-host summary { list-style: none; }
  .nc-predict > label::after { content: " ____________"; }
  .nc-set { display: block; margin: 4px 0 0; font-size: 13px; line-height: 1.4; }
}`;

/** Has what is set in an output said in words when the page is printed, until `signal` aborts. */
export function sayOnPaper(output: HTMLElement, signal: AbortSignal): void {
  const words = make("p", { className: "nc-set" });
  const say = (): void => {
    const said = [...output.querySelectorAll<HTMLElement>(".nc-slider, .nc-menu")].filter(isSaid).map(inWords);
    words.replaceChildren(...said.flatMap((parts, k) => (k === 0 ? parts : [", ", ...parts])));
    if (said.length > 0) words.prepend("Set here: ");
  };
  output.append(words);
  addEventListener("beforeprint", say, { signal });
  signal.addEventListener("abort", () => words.remove());
}

/**
 * What is out of sight is said if it was changed. A preset is nothing beside the values that it sets, the axes of a
 * picture say what was chosen for it, paper neither moves nor sounds, and equations that are typed stand there.
 */
const isSaid = (control: HTMLElement): boolean =>
  !control.matches(".nc-presets, .nc-play *, .nc-typing *, .nc-card *, [hidden] *, [hidden]") &&
  (control.matches(".nc-changed") || control.closest("details:not([open])") === null);

/** "I = 10 µA/cm²", or "current: step". */
function inWords(control: HTMLElement): readonly (Node | string)[] {
  const [label, value, unit] = ["label", ".nc-number", ".nc-unit"].map((part) => control.querySelector(part));
  const name = [...(label?.cloneNode(true).childNodes ?? [])];
  const select = control.querySelector("select");
  if (select !== null) return [...name, `: ${select.selectedOptions[0]?.textContent ?? ""}`];
  return [...name, ` = ${(value as HTMLInputElement).value.replaceAll("-", "−")} ${unit?.textContent ?? ""}`.trimEnd()];
}
