/** The folder of the site. */
export const site: string;
/** Builds what has changed of the site. */
export function buildSite(): Promise<void>;
