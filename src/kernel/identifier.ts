const random = crypto.getRandomValues.bind(crypto); // a cell may replace what it finds

/** A text that nothing else is called by: 32 digits. Also where a page is not secure, and has no `randomUUID`. */
export const newIdentifier = (): string =>
  Array.from(random(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
