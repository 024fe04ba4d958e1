export declare const venvPython: string;
export declare function checkNode(version: string): void;
export declare function findPython(): { readonly command: readonly string[]; readonly version: string };
export declare function jupyterEnv(): NodeJS.ProcessEnv;
export declare function setUp(beside?: () => unknown): Promise<void>;
