/** The code of the figure library. */
export function figureLibrary(): string;
/** That of the runtime of src/live, bundled from its sources. */
export function browserRuntime(): Promise<string>;
/** Writes both into dist/live, packed by what the build has compiled. */
export function packForNotebooks(): Promise<void>;
/** Writes the main entry as one file, dist/node/nullcline.js. */
export function bundleForNode(): void;
