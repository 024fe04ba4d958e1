/**
 * A column of a table with commas, whose remarks begin with #.
 * @throws RangeError for a column that is not there
 */
export function column(text: string, name: string): Float64Array {
  const [head, ...rows] = text.split(/\r?\n/).filter((row) => row !== "" && !row.startsWith("#"));
  const place = head.split(",").indexOf(name);
  if (place < 0) throw new RangeError(`there is no column ${name}; there are ${head}`);
  return Float64Array.from(rows, (row) => Number(row.split(",")[place]));
}

/**
 * What the head of a table says after "# name: ".
 * @throws RangeError if it says nothing of that name
 */
export function remark(text: string, name: string): string {
  const begins = `# ${name}: `;
  const line = text.split(/\r?\n/).find((row) => row.startsWith(begins));
  if (line === undefined) throw new RangeError(`the table does not tell its ${name}`);
  return line.slice(begins.length);
}
