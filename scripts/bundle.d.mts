/** The code of the figure library. */
export function figureLibrary(): string;
/** That of src/live, bundled from its sources: the runtime, and what its analyses alone need. */
export function browserCode(): Promise<{ readonly runtime: string; readonly analyses: string }>;
/** Writes all into dist/live, packed by what the build has compiled. */
export function packForNotebooks(): Promise<void>;
/** Writes the main entry as one file, dist/node/nullcline.js. */
export function bundleForNode(): void;
