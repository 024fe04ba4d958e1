/**
 * Columns that a finished buffer has given back, by length: pages of memory that are there already cost nothing, fresh
 * ones take longer than the steps of an adaptive run that are written into them.
 */
const spare = new Map<number, Float64Array[]>();
const mostSpare = 16; // of each length
const longestSpare = 2 ** 17;

function borrow(length: number): Float64Array {
  return spare.get(length)?.pop() ?? new Float64Array(length);
}

function giveBack(column: Float64Array): void {
  if (column.length > longestSpare) return;
  const same = spare.get(column.length) ?? [];
  spare.set(column.length, same);
  if (same.length < mostSpare) same.push(column);
}

/** Rows of numbers, kept by column in typed arrays that grow as rows are added. */
export class SampleBuffer {
  private columns: Float64Array[];
  private readonly expected: boolean;
  /** Number of rows. Whoever writes rows into the columns of `reserve` adds them here. */
  length = 0;

  /** @param capacity rows to make room for, if that is known; more are made as they are needed */
  constructor(
    width: number,
    private capacity = 0,
  ) {
    this.expected = capacity > 0;
    if (!this.expected) this.capacity = 1024;
    this.columns = Array.from({ length: width }, () =>
      this.expected ? new Float64Array(capacity) : borrow(this.capacity),
    );
  }

  push(row: Float64Array): void {
    if (this.length === this.capacity) this.grow(this.length + 1);
    const { columns, length } = this;
    for (let i = 0; i < row.length; i++) columns[i][length] = row[i];
    this.length++;
  }

  /** The columns, with room for at least so many more rows. */
  reserve(rows: number): readonly Float64Array[] {
    if (this.length + rows > this.capacity) this.grow(this.length + rows);
    return this.columns;
  }

  get(column: number, row: number): number {
    return this.columns[column][row];
  }

  /** The columns, each of the length reached. */
  finish(): Float64Array[] {
    if (this.capacity === this.length) return this.columns;
    const kept = this.expected && this.capacity <= 1.1 * this.length + 1024;
    this.columns = this.columns.map((column) => {
      if (kept) return column.subarray(0, this.length);
      const copy = column.slice(0, this.length);
      giveBack(column);
      return copy;
    });
    this.capacity = this.length;
    return this.columns;
  }

  private grow(rows: number): void {
    while (this.capacity < rows) this.capacity = this.capacity === 0 ? 1024 : 4 * this.capacity;
    this.columns = this.columns.map((column) => {
      const longer = borrow(this.capacity);
      longer.set(column.subarray(0, this.length));
      giveBack(column);
      return longer;
    });
  }
}
