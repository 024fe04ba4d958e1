import { toBase64 } from "../kernel/bytes.js";

/** A picture as an address that holds it. @param content base64, or of SVG its text */
export function dataAddress(type: string, content: string): string {
  const base64 = type === "image/svg+xml" ? toBase64(new TextEncoder().encode(content)) : content.replace(/\s/g, "");
  return `data:${type};base64,${base64}`;
}
