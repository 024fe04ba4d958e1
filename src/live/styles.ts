/** Style of live outputs. JupyterLab's variables carry its theme; the values after them serve pages without. */
const css = `
nullcline-live { color: var(--jp-content-font-color1, inherit); font-family: var(--jp-content-font-family, system-ui, sans-serif); }
nullcline-live.nullcline-on > .nullcline-still, nullcline-live.nullcline-on > .nullcline-hint { display: none; }
.nullcline-host { width: 100%; min-width: 0; }
.nc-explorer { display: grid; grid-template-columns: minmax(250px, 36%) minmax(0, 1fr); gap: 4px 18px; align-items: start; }
.nullcline-host { container-type: inline-size; }
.nc-picture { min-width: 0; }
.nc-controls { display: grid; gap: 6px; font-size: 13px; padding-top: 10px; }
.nc-slider { display: grid; grid-template-columns: 3em minmax(60px, 1fr) 4.6em 3.9em 1.6em; gap: 6px; align-items: center; }
.nc-more[open] { display: grid; gap: 6px; }
.nc-more > summary { cursor: pointer; color: color-mix(in srgb, currentColor 72%, transparent); margin: 2px 0; }
.nc-menu { display: grid; grid-template-columns: 3em 1fr; gap: 6px; align-items: center; }
.nc-label { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.nc-changed > .nc-label { font-weight: 700; }
.nc-slider input[type="range"] { width: 100%; margin: 0; accent-color: #0072b2; }
.nc-number, .nc-menu select { font: inherit; color: inherit; background: var(--jp-layout-color1, transparent); border: 1px solid var(--jp-border-color1, #8b949e); border-radius: 3px; padding: 1px 4px; min-width: 0; box-sizing: border-box; width: 100%; }
.nc-menu option { color: initial; }
.nc-unit { color: color-mix(in srgb, currentColor 72%, transparent); white-space: nowrap; font-size: 12px; }
.nc-reset { font: inherit; color: inherit; background: none; border: 1px solid transparent; border-radius: 3px; cursor: pointer; padding: 0; line-height: 1.5; }
.nc-reset:hover { border-color: currentColor; }
.nc-explorer :is(input, select, button, summary):focus-visible { outline: 2px solid #0072b2; outline-offset: 1px; }
.nc-words { margin: 2px 0 6px 64px; font-size: 13px; min-height: 1.4em; }
@container (max-width: 620px) {
  .nc-explorer { grid-template-columns: minmax(0, 1fr); }
  .nc-words { margin-left: 4px; }
}
@media print {
  nullcline-live.nullcline-on > .nullcline-still { display: block; }
  nullcline-live.nullcline-on > .nullcline-host { display: none; }
}
`;

export function addStyles(): void {
  const style = document.getElementById("nullcline-styles") ?? document.createElement("style");
  style.id = "nullcline-styles";
  style.textContent = css;
  document.head.append(style);
}
