/** A short text that is the same for the same answer: numbers by value, functions by their source. 32-bit FNV-1a. */
export function fingerprintOf(answer: unknown): string {
  let hash = 0x811c9dc5;
  const add = (text: string): void => {
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  };
  const walk = (value: unknown, depth: number): void => {
    if (typeof value === "object" && value !== null && depth < 4) {
      const data = "kernels" in value && "data" in value ? value.data : value; // a Model by what it is made of
      for (const [key, part] of entriesOf(data as object)) {
        add(key);
        walk(part, depth + 1);
      }
    } else add(`${typeof value} ${String(value)}`);
  };
  walk(answer, 0);
  return (hash >>> 0).toString(16);
}

/** None, where the student's own code throws as they are read. */
function entriesOf(record: object): readonly [string, unknown][] {
  try {
    return Object.entries(record);
  } catch {
    return [];
  }
}
