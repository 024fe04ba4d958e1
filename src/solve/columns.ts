/** Rows of numbers, kept by column in typed arrays that grow as rows are added. */
export class Columns {
  private capacity = 256;
  private columns: Float64Array[];
  /** Number of rows. Whoever writes rows into the columns of `reserve` adds them here. */
  length = 0;

  constructor(width: number) {
    this.columns = Array.from({ length: width }, () => new Float64Array(this.capacity));
  }

  push(row: Float64Array): void {
    if (this.length === this.capacity) this.grow();
    const { columns, length } = this;
    for (let i = 0; i < row.length; i++) columns[i][length] = row[i];
    this.length++;
  }

  /** The columns, with room for so many more rows. */
  reserve(rows: number): readonly Float64Array[] {
    while (this.length + rows > this.capacity) this.grow();
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
    this.columns = this.columns.map((column) => column.slice(0, this.length));
    this.capacity = this.length;
    return this.columns;
  }

  private grow(): void {
    this.capacity *= 2;
    this.columns = this.columns.map((column) => {
      const longer = new Float64Array(this.capacity);
      longer.set(column);
      return longer;
    });
  }
}
