/** Style of the place where equations are typed: the text, and beside it what its names stand for. */
export const ownCss = `
.nc-typing {
  display: grid;
  grid-template-columns: minmax(0, 1.1fr) minmax(0, 1fr);
  gap: 8px 22px;
  align-items: start;
  font-size: 13px;
  margin: 0 0 14px;
}
.nc-typing-text, .nc-typing-rows[open], .nc-rows-body { display: grid; gap: 8px; min-width: 0; align-content: start; }
.nc-rows-body { gap: 4px; }
.nc-typing-rows > summary { cursor: pointer; opacity: 0.72; }
.nc-typing .nc-code { font-size: 14px; padding: 6px 8px; resize: vertical; }
.nc-typing .nc-menu, .nc-field {
  display: grid;
  grid-template-columns: 6.5em minmax(0, 1fr);
  gap: 4px 6px;
  align-items: center;
}
.nc-typing-top { display: grid; grid-template-columns: 1fr 1fr; gap: 8px 14px; }
.nc-typing-top > div { grid-template-columns: max-content minmax(0, 1fr) !important; }
.nc-field:has(textarea) { grid-template-columns: minmax(0, 1fr); }
.nc-rows { border: 0; margin: 0; padding: 0; min-width: 0; }
.nc-rows > legend, .nc-field > label, .nc-typing .nc-menu > label { font-weight: 600; padding: 0; }
.nc-row-of {
  display: grid;
  grid-template-columns: minmax(3em, 1.2fr) 1.4fr 1.3fr 1fr 1fr;
  gap: 0 6px;
  align-items: center;
}
.nc-row-of > span { opacity: 0.78; font-size: 12px; }
.nc-row-of > code { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font-size: 13px; }
.nc-typing input.nc-number { font-variant-numeric: tabular-nums; min-height: 28px; }
.nc-typing input::placeholder, .nc-typing textarea::placeholder { color: inherit; opacity: 0.72; font-style: italic; }
.nc-typing [aria-invalid="true"] { border-color: var(--nc-vermillion); border-width: 2px; }
.nc-verdict { margin: 0; font-size: 15px; line-height: 1.4; min-height: 1.4em; overflow-wrap: anywhere; }
.nc-typing[aria-busy="true"] .nc-verdict::after { content: " (reading …)"; }
.nc-wrong { color: var(--nc-tint-bad); }
.nc-button:disabled { opacity: 0.5; cursor: default; }
.nc-behind { filter: grayscale(1); }
@container (min-width: 761px) { .nc-typing-rows[open] { max-height: 400px; overflow-y: auto; padding-right: 4px; } }
@container (max-width: 760px) { .nc-typing { grid-template-columns: minmax(0, 1fr); } }
@container (max-width: 620px) {
  .nc-typing-top { grid-template-columns: minmax(0, 1fr); }
  .nc-typing-top > div { grid-template-columns: 6.5em minmax(0, 1fr) !important; }
  .nc-typing .nc-code, .nc-typing input, .nc-typing select { font-size: 16px; }
  .nc-typing input.nc-number { padding: 1px 3px; min-height: 32px; }
}
`;
