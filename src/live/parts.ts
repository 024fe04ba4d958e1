/** The parts of the browser's code that are not run at once: each is packed by itself, and brought when needed. */
export const partNames = ["analyses", "scenes", "extras", "files", "drawings"] as const;

/** The name of one of them. */
export type PartName = (typeof partNames)[number];

/**
 * One text for each part: its code, packed, or where it is. What reads equations only pages have in which they can be
 * typed.
 */
export type Parts = Readonly<Record<PartName, string>> & { readonly equations?: string };

/** What is so for each part. */
export const eachPart = (of: (name: PartName) => string): Parts =>
  Object.fromEntries(partNames.map((name) => [name, of(name)])) as Record<PartName, string>;
