/** The figure library, gzip in base64. */
export function packLibrary(): string;
/** The runtime of src/live, bundled from its sources, gzip in base64. */
export function packRuntime(): Promise<string>;
/** Writes both into dist/live. */
export function packForNotebooks(): Promise<void>;
/** Writes the main entry as one file, dist/node/nullcline.js. */
export function bundleForNode(): void;
