import type { Figure } from "../../../figure/figure.js";
import { flow } from "../../../figure/plots/dynamics/flow.js";
import type { Panel } from "./panel.js";

/** dV/dt against V, of a model of one state. */
export const flowPanel: Panel = {
  name: "flow on the line",
  suits: (model) => model.stateNames.length === 1,
  opens: () => true,
  draw: ({ model, equilibria }) => ({ figure: withinView(flow(model, { equilibria, height: 330 })) }),
};

/** A flow whose upstroke is thousands of times as fast as all else is cut above, where the rest can be seen. */
function withinView({ data, layout }: Figure): Figure {
  const { y } = data[1] as { readonly y: Float64Array };
  const speeds = Float64Array.from(y, Math.abs).sort();
  const usual = 4 * speeds[Math.floor(0.4 * speeds.length)];
  if (speeds[speeds.length - 1] < 50 * usual) return { data, layout };
  const range: [number, number] = [Math.max(Math.min(...y), -usual) - 0.1 * usual, usual];
  return { data, layout: { ...layout, yaxis: { ...layout.yaxis, range } } };
}
