/** Bytes as a notebook stores them: an output is a string of JSON. */
export const stored = (html: string): number => Buffer.byteLength(JSON.stringify(html));
