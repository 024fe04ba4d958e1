/** What the pages may do. */
export const policy: string;
/** Serves a folder of static files on this machine, below the path `under`; `sent` hears of each file its bytes. */
export function serve(
  folder: string,
  options?: {
    readonly port?: number;
    readonly under?: string;
    readonly sent?: (file: string, bytes: number) => void;
  },
): Promise<{ readonly url: string; close(): Promise<void> }>;
