import { createRequire } from "node:module";

/**
 * One result in several formats, by MIME type. A reader's program shows the richest one it knows; `"text/plain"` is
 * what remains in a terminal, a diff or a screen reader, so it is never left out.
 */
export interface MimeBundle {
  readonly "text/plain": string;
  readonly [mimeType: string]: string | object;
}

/** tslab's own way to send a `display_data` message; its public API sends one MIME type per call only. */
type Publish = (content: { data: MimeBundle; metadata: object; transient: object }, update: boolean) => void;

/** Shows a result below the running cell; outside a notebook, prints its plain text. */
export function display(bundle: MimeBundle): void {
  const publish = notebookPublisher();
  if (publish) publish({ data: bundle, metadata: {}, transient: {} }, false);
  else console.log(bundle["text/plain"]);
}

/** The publisher of the tslab that runs this process, which need not be the tslab that `import "tslab"` would find. */
function notebookPublisher(): Publish | undefined {
  const loaded = createRequire(import.meta.url).cache;
  for (const [path, module] of Object.entries(loaded)) {
    if (!/[\\/]tslab[\\/]dist[\\/]jupyter\.js$/.test(path)) continue;
    const publish = (module?.exports as { lastWriteDisplayData?: Publish | null }).lastWriteDisplayData;
    if (publish) return publish;
  }
  return undefined;
}
