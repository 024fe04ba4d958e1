/** The project's folder. */
export declare const root: string;
/** A reason why the project cannot be set up, in one line. */
export declare class Missing extends Error {}
/** Runs a script's main function; a Missing ends it with its line, exit code 1. */
export declare function script(main: (args: readonly string[]) => unknown): Promise<void>;
export declare function pythonEnv(): NodeJS.ProcessEnv;
