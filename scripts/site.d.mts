/** The folder of the site. */
export const site: string;
/** Builds the wheel of its kernel; the path of that. */
export function buildWheel(): Promise<string>;
/** Builds what has changed of the site. */
export function buildSite(): Promise<void>;
