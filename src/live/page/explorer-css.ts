/** Style of an explorer: a narrow rail, and beside it the run and the plane, next to each other. */
export const explorerCss = `
.nc-explorer {
  display: grid;
  grid-template:
    "story story story" auto
    "drive run plane" auto
    "rail run plane" auto
    "rail below below" auto
    "rail equations equations" auto
    "rail cards cards" 1fr
    / 208px minmax(0, 1fr) minmax(0, 1fr);
  gap: 6px 14px;
  align-items: start;
  font-size: 13px;
}
.nc-at-story { grid-area: story; min-width: 0; }
.nc-at-story:has(> [hidden]) { display: none; }
.nc-story {
  display: flex;
  flex-wrap: wrap;
  gap: 4px 10px;
  align-items: center;
  border-left: 4px solid var(--nc-orange);
  padding: 2px 0 2px 12px;
}
.nc-say { margin: 0; font-size: 17px; line-height: 1.35; max-width: 62ch; display: grid; }
.nc-say::before { content: attr(data-longest); visibility: hidden; }
.nc-say > *, .nc-say::before { grid-area: 1 / 1; }
.nc-at-run { grid-area: run; min-width: 0; }
.nc-at-plane { grid-area: plane; min-width: 0; }
.nc-at-drive { grid-area: drive; min-width: 0; }
.nc-at-rail { grid-area: rail; min-width: 0; }
.nc-at-below { grid-area: below; display: grid; gap: 8px; min-width: 0; }
.nc-at-cards { grid-area: cards; min-width: 0; }
.nc-at-equations { grid-area: equations; min-width: 0; }
.nc-explorer:has(.nc-at-plane .nc-lead:empty) .nc-at-run { grid-column: run / plane; }
.nc-drive > .nc-slider { padding: 8px 10px 4px; border-radius: 8px; font-size: 16px;
  background: color-mix(in srgb, var(--nc-own, var(--nc-ink)) 12%, transparent);
  grid-template-columns: minmax(1.2em, 1fr) 4.6em max-content 24px; }
.nc-drive > .nc-slider input[type="range"] { height: 32px; }
.nc-explorer .nc-menu { grid-template-columns: 4em minmax(0, 1fr); }
.nc-play .nc-menu { grid-template-columns: auto max-content; }
.nc-table { overflow: auto; max-height: 300px; }
.nc-table table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
.nc-table caption { text-align: left; padding: 2px 0 4px; }
.nc-table :is(td, th) { text-align: right; padding: 1px 0 1px 14px; white-space: nowrap; font-weight: 400; }
.nc-table thead th { font-weight: 600; position: sticky; top: 0; background: var(--nc-paper); }
.nc-stage { min-height: 372px; }
.nc-frame { position: relative; min-width: 0; }
.nc-frame[hidden] { display: none; }
.nc-over { position: absolute; inset: 0; width: 100%; height: 100%; pointer-events: none; overflow: visible; }
.nc-rule { stroke: var(--nc-soft); stroke-width: 1; stroke-dasharray: 2 3; fill: none; }
.nc-dot { fill: var(--nc-own); stroke: var(--nc-paper); stroke-width: 1.5; }
.nc-band { fill: var(--nc-ink); opacity: 0.1; }
.nc-piece { fill: none; stroke: var(--nc-own); stroke-width: 4.5; stroke-linejoin: round; opacity: 0.75; }
.nc-at-run .nc-panel, .nc-turns { touch-action: pan-y; }
.nc-turns { cursor: grab; }
.nc-handle {
  appearance: none;
  position: absolute;
  width: 24px;
  height: 24px;
  margin: -12px 0 0 -12px;
  border-radius: 50%;
  pointer-events: none;
  background: radial-gradient(circle, var(--nc-paper) 5.5px, var(--nc-own) 6.5px 7.5px, transparent 8.5px);
}
.nc-handle[hidden] { display: none; }
.nc-handle::-webkit-slider-thumb { appearance: none; width: 0; height: 0; }
.nc-handle::-moz-range-thumb { border: 0; width: 0; height: 0; background: none; }
.nc-handle::-moz-range-track { background: none; }
.nc-scrubber { display: grid; grid-template-columns: 50px minmax(0, 1fr) auto; gap: 0 6px; align-items: center;
  padding: 0 6px 0 0; }
.nc-go { padding: 3px 0; }
.nc-scrubber > .nc-play { grid-area: 1 / 3; flex-wrap: nowrap; }
.nc-scrubber > .nc-moment { grid-column: 1 / -1; padding-left: 56px; }
.nc-scrubber[hidden] { display: none; }
.nc-scrubber input { width: 100%; margin: 0; height: 24px; accent-color: var(--nc-soft); }
.nc-moment {
  height: 1.5em;
  overflow: hidden;
  white-space: nowrap;
  text-overflow: ellipsis;
  font-size: 12px;
  font-variant-numeric: tabular-nums;
  opacity: 0.78;
}
.nc-stale > .nc-frame { opacity: 0.4; }
.nc-beside { display: grid; gap: 8px; min-width: 0; }
.nc-cards { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 10px 14px; }
.nc-views > div { min-width: 0; break-inside: avoid; }
.nc-card { display: grid; gap: 4px; align-content: start; }
.nc-choices { display: grid; grid-template-columns: minmax(0, 1fr); gap: 4px; order: 1; padding-left: 56px; }
.nc-choices:empty { display: none; }
.nc-choices > .nc-menu { grid-template-columns: auto minmax(0, max-content); justify-content: start; }
.nc-equations > summary, .nc-away > summary {
  cursor: pointer;
  opacity: 0.72;
  line-height: 1.35;
}
.nc-away[open] { flex-basis: 100%; }
.nc-away > .nc-tools { margin-top: 6px; }
.nc-math { overflow: auto; max-width: 100%; font-size: 14px; padding: 2px 0; }
.nc-math math { text-align: left; display: block; width: fit-content; }
.nc-math mtable { display: block; }
.nc-math mtr { display: inline-block; margin: 3px 26px 3px 0; vertical-align: middle; }
.nc-math .nc-own { color: color-mix(in srgb, var(--nc-own) 62%, var(--nc-ink)); }
.nc-lit { background: #ffd54a; color: #000 !important; border-radius: 2px; }
@container (max-width: 760px) {
  .nc-explorer {
    grid-template: "story story" "run plane" "drive drive" "below below" "rail rail" "equations equations" "cards cards"
      / minmax(0, 1fr) minmax(0, 1fr);
  }
  .nc-at-rail .nc-settings { grid-template-columns: repeat(auto-fill, minmax(min(100%, 220px), 1fr)); gap: 6px 22px; }
}
@container (max-width: 620px) {
  .nc-explorer {
    grid-template: "story" "run" "drive" "below" "plane" "rail" "equations" "cards" / minmax(0, 1fr);
  }
  .nc-at-run { position: sticky; top: 0; z-index: 2; background: var(--nc-paper); }
  .nc-scrubber > .nc-moment { padding-left: 0; }
  .nc-cards { grid-template-columns: minmax(0, 1fr); }
}
`;
