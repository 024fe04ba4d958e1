/** Builds the pages of the site that are read; what is in the folder is removed. */
export function buildBook(folder: string, cache: string, notebooks?: readonly string[]): Promise<void>;
