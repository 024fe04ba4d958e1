/** Bytes, and how they are text: between the kernel's processes go lines of text. */

// A page has no Buffer; and a cell may replace what it finds.
const { Buffer: ofNode, btoa: encodeText, atob: decodeText } = globalThis as Partial<typeof globalThis>;
const from = ofNode?.from;
const { fromCharCode } = String;

/** Characters that are put together at once: a function takes no more arguments than fit on the stack. */
const piece = 0x8000;

/** Bytes in base64. */
export function toBase64(bytes: Uint8Array): string {
  if (from) return from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
  let binary = "";
  for (let i = 0; i < bytes.length; i += piece) binary += fromCharCode(...bytes.subarray(i, i + piece));
  return encodeText?.(binary) ?? "";
}

/** The bytes of a text in base64, which share their memory with nothing else. */
export function fromBase64(text: string): Uint8Array {
  if (from) return new Uint8Array(from(text, "base64"));
  return Uint8Array.from(decodeText?.(text) ?? "", (each) => each.charCodeAt(0));
}

/** The bytes in a piece of memory. */
export const bytesOf = (buffer: ArrayBufferLike | ArrayBufferView): Uint8Array =>
  ArrayBuffer.isView(buffer)
    ? new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength)
    : new Uint8Array(buffer);
