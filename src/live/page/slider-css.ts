/** Style of a slider: its label, value and unit in a line, and the track below, in the colour of its curve. */
export const sliderCss = `
.nc-slider {
  display: grid;
  grid-template: "label value unit reset" auto "track track track track" auto "why why why why" auto
    / minmax(2.4em, 1fr) 4.8em minmax(3.2em, max-content) 24px;
  gap: 0 5px;
  align-items: center;
  --nc-tint: color-mix(in srgb, var(--nc-own, var(--nc-ink)) 62%, var(--nc-ink));
}
.nc-slider > .nc-label { grid-area: label; }
.nc-slider > .nc-number { grid-area: value; appearance: textfield; }
.nc-number::-webkit-inner-spin-button { display: none; }
.nc-slider > .nc-unit { grid-area: unit; }
.nc-slider > .nc-reset { grid-area: reset; }
.nc-slider > .nc-refusal { grid-area: why; margin: 0; color: var(--nc-tint-bad); line-height: 1.35; }
.nc-slider > .nc-refusal:empty { display: none; }
nullcline-live { --nc-tint-bad: color-mix(in srgb, var(--nc-vermillion) 70%, var(--nc-ink)); }
.nc-slider:has(> .nc-refusal:not(:empty)) > .nc-number { border-color: var(--nc-vermillion); }
.nc-slider input[type="range"] {
  grid-area: track;
  width: 100%;
  height: 24px;
  margin: 0;
  accent-color: var(--nc-own, var(--nc-blue));
  cursor: pointer;
}
.nc-slider > .nc-label { font-weight: 600; color: var(--nc-tint); }
.nc-changed > .nc-label { text-decoration: underline 2px; text-underline-offset: 3px; }
.nc-reset {
  font: inherit;
  color: inherit;
  background: none;
  border: 1px solid transparent;
  border-radius: 4px;
  cursor: pointer;
  padding: 0;
  min-width: 24px;
  min-height: 24px;
}
.nc-reset:hover { border-color: currentColor; }
.nc-more > summary, .nc-away > summary { min-height: 24px; align-content: center; }
`;
