import { escapeHtml } from "../text/html.js";
import { oneLine } from "./free-text.js";

/** `<name attribute="…"/>`, or with children one a line between start and end. Every attribute's value is escaped. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  children: readonly string[] = [],
): string[] {
  const start = [
    `<${name}`,
    ...Object.entries(attributes).map(([attribute, value]) => `${attribute}="${escapeHtml(String(value))}"`),
  ].join(" ");
  if (children.length === 0) return [`${start}/>`];
  return [`${start}>`, ...children.map((line) => `  ${line}`), `</${name}>`];
}

/** `<!-- text -->`; two hyphens in a row, which XML forbids there, are parted. */
export const xmlComment = (text: string): string => `<!-- ${oneLine(text).replace(/-(?=-)/g, "- ")} -->`;
