import { trace } from "./trace.js";

/** Figures, each a plain Plotly `{ data, layout }` made from results. */
export const plot = { trace } as const;
