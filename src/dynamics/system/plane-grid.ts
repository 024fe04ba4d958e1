/** A plane of two parameters in cells, row after row from below. */
export interface PlaneGrid {
  readonly columns: number;
  readonly rows: number;
}

/** The cells that share an edge with one. */
function besides({ columns, rows }: PlaneGrid, cell: number): number[] {
  const column = cell % columns;
  return [
    ...(column > 0 ? [cell - 1] : []),
    ...(column + 1 < columns ? [cell + 1] : []),
    ...(cell >= columns ? [cell - columns] : []),
    ...(cell + columns < columns * rows ? [cell + columns] : []),
  ];
}

/** Marks the cells through which a curve goes, its points given in widths and heights of the plane. */
export function mark(
  { columns, rows }: PlaneGrid,
  points: readonly (readonly [number, number])[],
  out: Uint8Array,
): void {
  points.slice(1).forEach(([x1, y1], k) => {
    const [x0, y0] = points[k];
    const parts = Math.ceil(4 * Math.max(columns * Math.abs(x1 - x0), rows * Math.abs(y1 - y0))) + 1;
    for (let part = 0; part <= parts; part++) {
      const column = Math.floor(columns * (x0 + ((x1 - x0) * part) / parts)),
        row = Math.floor(rows * (y0 + ((y1 - y0) * part) / parts));
      if (column >= 0 && column < columns && row >= 0 && row < rows) out[row * columns + column] = 1;
    }
  });
}

/** The connected sets of cells that are alike; of those for which `kindOf` is undefined there is none. */
export function connected(grid: PlaneGrid, kindOf: (cell: number) => unknown): number[][] {
  const seen = new Uint8Array(grid.columns * grid.rows);
  const sets: number[][] = [];
  for (let first = 0; first < seen.length; first++) {
    const kind = kindOf(first);
    if (seen[first] || kind === undefined) continue;
    const set = [first];
    seen[first] = 1;
    for (const cell of set)
      for (const next of besides(grid, cell))
        if (!seen[next] && kindOf(next) === kind) {
          seen[next] = 1;
          set.push(next);
        }
    sets.push(set);
  }
  return sets;
}

/** The cell of a set that is farthest from all that are not in it and from the border, in steps from cell to cell. */
export function deepest(grid: PlaneGrid, set: readonly number[]): number {
  const inside = new Set(set);
  let edge = set.filter((cell) => {
    const around = besides(grid, cell);
    return around.length < 4 || around.some((next) => !inside.has(next));
  });
  let last = edge[0] ?? set[set.length >> 1];
  const seen = new Set(edge);
  while (edge.length > 0) {
    last = edge[edge.length >> 1];
    edge = edge.flatMap((cell) =>
      besides(grid, cell).filter((next) => {
        if (!inside.has(next) || seen.has(next)) return false;
        seen.add(next);
        return true;
      }),
    );
  }
  return last;
}

/** Gives each cell that has no value that of the nearest one that has. */
export function spread<Value>(grid: PlaneGrid, values: (Value | undefined)[]): void {
  let edge = values.flatMap((value, cell) => (value === undefined ? [] : [cell]));
  while (edge.length > 0) {
    edge = edge.flatMap((cell) =>
      besides(grid, cell).filter((next) => {
        if (values[next] !== undefined) return false;
        values[next] = values[cell];
        return true;
      }),
    );
  }
}
