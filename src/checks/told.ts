/** A value as an error shows it: short, whatever it is. */
export function told(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  if (typeof value === "function") return value.name === "" ? "a function" : `the function ${value.name}`;
  if (Array.isArray(value) || isNumbers(value)) {
    const some = Array.from(value.slice(0, most) as readonly unknown[], told);
    return `[${some.join(", ")}${value.length > most ? ", …" : ""}]`;
  }
  if (typeof value === "object" && value !== null) {
    const names = Object.keys(value);
    return names.length === 0 ? "{}" : `{ ${names.slice(0, most).join(", ")}${names.length > most ? ", …" : ""} }`;
  }
  return String(value);
}

const most = 6; // entries that are told

const isNumbers = (value: unknown): value is Float64Array => ArrayBuffer.isView(value) && !(value instanceof DataView);
