/** Rows of numbers, kept by column in typed arrays that grow as rows are added. */
export class SampleBuffer {
  private columns: Float64Array[];
  /** Number of rows. Whoever writes rows into the columns of `reserve` adds them here. */
  length = 0;

  /** @param capacity rows to make room for; more are made as they are needed */
  constructor(
    width: number,
    private capacity = 256,
  ) {
    this.columns = Array.from({ length: width }, () => new Float64Array(capacity));
  }

  push(row: Float64Array): void {
    if (this.length === this.capacity) this.grow(2 * this.capacity);
    const { columns, length } = this;
    for (let i = 0; i < row.length; i++) columns[i][length] = row[i];
    this.length++;
  }

  /** The columns, with room for at least so many more rows; room for all that are `expected` if more has to be made. */
  reserve(rows: number, expected: number): readonly Float64Array[] {
    if (this.length + rows > this.capacity) this.grow(Math.max(this.length + rows, expected));
    return this.columns;
  }

  get(column: number, row: number): number {
    return this.columns[column][row];
  }

  set(column: number, row: number, value: number): void {
    this.columns[column][row] = value;
  }

  /** The columns, each of the length reached. */
  finish(): Float64Array[] {
    const wasteful = this.capacity > 1.1 * this.length;
    this.columns = this.columns.map((column) =>
      wasteful ? column.slice(0, this.length) : column.subarray(0, this.length),
    );
    this.capacity = this.length;
    return this.columns;
  }

  private grow(capacity: number): void {
    this.capacity = capacity;
    this.columns = this.columns.map((column) => {
      const longer = new Float64Array(capacity);
      longer.set(column);
      return longer;
    });
  }
}
