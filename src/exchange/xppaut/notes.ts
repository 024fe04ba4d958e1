/** What our own comments in a file say, in the names of the model; `called` gives these by the file's names. */
export interface Notes {
  readonly name?: string;
  readonly source?: string;
  readonly input?: string;
  readonly threshold?: string;
  readonly called: Readonly<Record<string, string>>;
  readonly units: Readonly<Record<string, string>>;
  readonly ranges: Readonly<Record<string, readonly [number, number]>>;
  /** The parameters that are a preset's own, by its name, in names of the file. */
  readonly presets: Readonly<Record<string, readonly string[]>>;
}

/** What the comments `# nullcline key: value` say that `toXppaut` writes. Any other comment says nothing. */
export function readNotes(lines: readonly string[]): Notes {
  const called: Record<string, string> = {},
    units: Record<string, string> = {},
    ranges: Record<string, readonly [number, number]> = {},
    presets: Record<string, readonly string[]> = {},
    texts: Record<string, string> = {};
  for (const line of lines) {
    const m = /^#\s*nullcline (\w+): (.*)$/.exec(line.trim());
    if (m === null) continue;
    const [, key, text] = m;
    const [name, ...rest] = text.split(" ");
    if (key === "called") called[name] = rest[1];
    else if (key === "unit") units[name] = rest.join(" ");
    else if (key === "range") ranges[name] = [Number(rest[0]), Number(rest[1])];
    else if (key === "preset") presets[rest.slice(1).join(" ")] = name.toLowerCase().split(",");
    else if (["name", "source", "input", "threshold"].includes(key)) texts[key] = text;
  }
  return { ...texts, called, units, ranges, presets };
}
