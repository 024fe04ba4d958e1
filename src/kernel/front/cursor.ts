/** Jupyter counts a cursor in code points, JavaScript in UTF-16 units. */

/** The place of a cursor in UTF-16 units; at the end, if the request has none. */
export const cursorIn = (text: string, points: unknown): number =>
  typeof points === "number" ? [...text].slice(0, Math.max(0, points)).join("").length : text.length;

/** The place of a cursor in code points. */
export const pointsTo = (text: string, units: number): number => [...text.slice(0, units)].length;
