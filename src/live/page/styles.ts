import { explorerCss } from "./explorer-css.js";
import { sliderCss } from "./slider-css.js";
import { mathCss } from "./math-font.js";
import { paperCss } from "./paper.js";
import { pictureColours } from "./page-theme.js";

/** Style of live outputs. JupyterLab's variables carry its theme; the values after them serve pages without. */
const css = `
nullcline-live {
  direction: ltr;
  color: var(--jp-content-font-color1, inherit);
  font-family: var(--jp-content-font-family, system-ui, sans-serif);
}
nullcline-live.nullcline-on > .nullcline-still, nullcline-live.nullcline-on > .nullcline-hint { display: none; }
.nullcline-host { width: 100%; min-width: 0; }
.nullcline-host { container-type: inline-size; }
.nc-controls, .nc-settings, .nc-sliders { display: grid; gap: 6px; min-width: 0; }
.nc-controls { padding-top: 4px; }
.nc-panel { min-width: 0; overflow: hidden; line-height: 0; -webkit-user-select: none; user-select: none; }
.nc-panel[hidden] { display: none; }
.nc-scene { display: grid; gap: 8px; font-size: 13px; }
.nc-views {
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 330px), 1fr));
  gap: 10px;
  align-items: start;
}
.nc-row { grid-template-columns: repeat(auto-fit, minmax(min(100%, 250px), 1fr)); gap: 6px 26px; align-items: end; }
.nc-row > [hidden] { display: none; }
.nc-row .nc-menu > label { grid-column: 1 / -1; }
.nc-row .nc-label { white-space: normal; overflow-wrap: anywhere; line-height: 1.25; }
.nc-row .nc-menu { grid-template-columns: 1fr; gap: 0; }
.nc-columns { grid-template-columns: 1fr; }
.nc-column { display: grid; grid-template-columns: minmax(0, 1fr); }
.nc-scene .nc-words { white-space: pre-line; }
@container (min-width: 560px) { .nc-columns { grid-template-columns: repeat(2, 1fr); } }
@container (min-width: 1100px) { .nc-columns { grid-template-columns: repeat(4, 1fr); } }
.nc-held { touch-action: none; cursor: grabbing; }
.nc-tap { cursor: crosshair; }
.nc-about { margin: 0; opacity: 0.78; line-height: 1.35; }
.nc-about:empty { display: none; }
.nc-tools { display: flex; flex-wrap: wrap; gap: 6px; align-items: center; }
.nc-tools:empty { display: none; }
.nc-predict {
  display: flex;
  flex-wrap: wrap;
  gap: 6px 8px;
  align-items: center;
  font-size: 14px;
  padding: 6px 10px;
  border-left: 3px solid #b0568d;
}
.nc-predict[hidden], .nc-play[hidden] { display: none; }
.nc-predict .nc-number { width: 5.5em; }
.nc-play { display: inline-flex; flex-wrap: wrap; gap: 6px; align-items: center; }
.nc-button {
  font: inherit;
  color: inherit;
  background: var(--jp-layout-color1, transparent);
  border: 1px solid var(--jp-border-color1, #8b949e);
  border-radius: 4px;
  cursor: pointer;
  padding: 3px 10px;
  min-height: 28px;
  line-height: 1.4;
}
.nc-button:hover { border-color: currentColor; }
.nc-button[aria-pressed="true"] { background: #0072b2; border-color: #0072b2; color: #fff; }
.nc-code, .nc-numbers {
  width: 100%;
  box-sizing: border-box;
  font: 12px/1.4 var(--jp-code-font-family, monospace);
  color: inherit;
  background: var(--jp-layout-color1, transparent);
  border: 1px solid var(--jp-border-color1, #8b949e);
  border-radius: 3px;
}
.nc-share[open] { flex-basis: 100%; }
.nc-more[open] { display: grid; gap: 6px; }
.nc-more > summary { cursor: pointer; opacity: 0.72; margin: 2px 0; }
.nc-choose { font-size: 15px; font-weight: 600; max-width: 30em; margin: 0 0 10px; }
.nc-choose > .nc-button { font-size: 13px; font-weight: 400; grid-column: 2; justify-self: start; }
@container (min-width: 620px) {
  .nc-choose:has(> .nc-button) { grid-template-columns: 4em 1fr auto; max-width: 41em; }
  .nc-choose > .nc-button { grid-column: 3; }
}
.nc-menu { display: grid; grid-template-columns: 4em 1fr; gap: 6px; align-items: center; }
.nc-label { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.nc-changed > .nc-label { font-weight: 700; }
.nc-number, .nc-menu select {
  font: inherit;
  color: inherit;
  background: var(--jp-layout-color1, transparent);
  border: 1px solid var(--jp-border-color1, #8b949e);
  border-radius: 3px;
  padding: 1px 4px;
  min-height: 26px;
  min-width: 0;
  box-sizing: border-box;
  width: 100%;
}
.nc-menu option { color: initial; }
.nc-unit { opacity: 0.72; white-space: nowrap; font-size: 12px; }
.nullcline-host :is(input, select, button, summary, textarea, .nc-math):focus-visible {
  outline: 2px solid #0072b2;
  outline-offset: 1px;
}
.nc-failed .nc-panel { opacity: 0.35; }
.nc-words { margin: 0; font-size: 14px; min-height: 1.4em; line-height: 1.4; }
.nc-views[hidden] { display: none !important; }
@media (hover: none) {
  .nullcline-host:not(.nc-touched, :focus-within) .modebar { opacity: 0; pointer-events: none; }
}
@media (forced-colors: active) {
  .nc-panel, .nc-over, .nc-handle { forced-color-adjust: none; }
  .nc-button[aria-pressed="true"] {
    forced-color-adjust: none;
    background: Highlight;
    border-color: Highlight;
    color: HighlightText;
  }
}
`;

/** Puts the style of live outputs into the page, in the place of one that is there. */
export function addStyles(): void {
  const style = document.getElementById("nullcline-styles") ?? document.createElement("style");
  style.id = "nullcline-styles";
  style.textContent = [css, sliderCss, explorerCss, mathCss, pictureColours, paperCss].join("\n");
  document.head.append(style);
}
