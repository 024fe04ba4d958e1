import type { Data, Layout, LayoutAxis } from "plotly.js-dist";
import { fonts, light } from "./theme.js";

/**
 * Axes along which nothing lies and whose window nobody chose, without numbers: Plotly would count from −1 to 6. Where
 * that leaves the figure empty, it says so.
 */
export function emptyAxes(data: readonly Data[], layout: Partial<Layout>): Partial<Layout> {
  const drawn = data.filter(hasPoint);
  const empty = Object.entries(layout).filter(
    (entry): entry is [string, Partial<LayoutAxis>] =>
      /^[xy]axis\d*$/.test(entry[0]) && isOpen(entry[1]) && !drawn.some((trace) => liesAlong(trace, entry[0])),
  );
  if (empty.length === 0) return layout;
  return {
    ...layout,
    ...Object.fromEntries(empty.map(([name, axis]) => [name, { ...axis, ...blank }])),
    ...(drawn.length > 0 ? {} : { annotations: [...(layout.annotations ?? []), nothing] }),
  };
}

/** Whether Plotly would look at the data for the window. */
const isOpen = ({ range, visible, matches, tickvals }: Partial<LayoutAxis>): boolean =>
  range === undefined && visible !== false && matches === undefined && tickvals === undefined;

/** @param name such as "yaxis2", which a trace calls "y2" */
function liesAlong(trace: Data, name: string): boolean {
  const axis: unknown = Reflect.get(trace, `${name[0]}axis`) ?? name[0];
  return axis === name.replace("axis", "");
}

/** Plotly counts a column that is not given from 0; words are places too. */
function hasPoint(trace: Data): boolean {
  const x: ArrayLike<unknown> | undefined = Reflect.get(trace, "x");
  const y: ArrayLike<unknown> | undefined = Reflect.get(trace, "y");
  const places = x ?? y;
  if (places === undefined) return true;
  return Array.prototype.some.call(places, (place, k) => isPlace(place) && isPlace((y ?? places)[k]));
}

const isPlace = (value: unknown): boolean => typeof value === "string" || Number.isFinite(value);

const blank = { range: [0, 1], showticklabels: false, ticks: "", showgrid: false } as const;

const nothing = {
  text: "nothing to draw yet",
  x: 0.5,
  y: 0.5,
  xref: "paper",
  yref: "paper",
  showarrow: false,
  font: { size: fonts.text, color: light.soft },
} as const;
