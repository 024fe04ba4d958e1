/** What the pages may do. */
export const policy: string;
/** Serves a folder of static files on this machine, below the path `under`. */
export function serve(
  folder: string,
  options?: { readonly port?: number; readonly under?: string },
): Promise<{ readonly url: string; close(): Promise<void> }>;
