/** Style of live outputs. JupyterLab's variables carry its theme; the values after them serve pages without. */
const css = `
nullcline-live { color: var(--jp-content-font-color1, inherit); font-family: var(--jp-content-font-family, system-ui, sans-serif); }
nullcline-live.nullcline-on > .nullcline-still, nullcline-live.nullcline-on > .nullcline-hint { display: none; }
.nullcline-host { width: 100%; min-width: 0; }
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
