/** What a cell finds beside the language. */

/** `executor/asking.ts` and `executor/comms.ts`. */
const ofKernel = `
/** Asks whoever runs the cell: \`const name = await input("name? ")\`. */
declare function input(
    question?: string,
    options?: { /** What is typed is not shown. */ password?: boolean },
): Promise<string>;
/** Asks whoever runs the cell, and waits for the answer; \`otherwise\` is the answer if nothing is typed. */
declare function prompt(question?: string, otherwise?: string): string;
/** What goes beside the data of a message to the page. */
interface JupyterCommBeside {
    /** Typed arrays and other memory: they travel as bytes. */
    readonly buffers?: readonly (ArrayBufferLike | ArrayBufferView)[];
    readonly metadata?: Record<string, unknown>;
}
/** What came beside the data of a message of the page: \`new Float64Array(beside.buffers[0].buffer)\`. */
interface JupyterCommCameBeside {
    readonly buffers: readonly Uint8Array[];
    readonly metadata: Record<string, any>;
}
/** A channel between the cells and a script in the page. */
interface JupyterComm {
    readonly id: string;
    send(data?: Record<string, unknown>, beside?: JupyterCommBeside): void;
    close(data?: Record<string, unknown>, beside?: JupyterCommBeside): void;
    onMessage(listener: (data: Record<string, any>, beside: JupyterCommCameBeside) => void): JupyterComm;
    onClose(listener: (data: Record<string, any>, beside: JupyterCommCameBeside) => void): JupyterComm;
}
/** What cells can ask of Jupyter. */
declare const jupyter: {
    /** Clears what the cell has put out so far; with \`true\`, when its next output comes. */
    clearOutput(wait?: boolean): void;
    /** Opens a channel to the script that the page knows as \`target\`. */
    openComm(target: string, data?: Record<string, unknown>, beside?: JupyterCommBeside): JupyterComm;
    /** From now on scripts of the page can open channels to \`target\`. */
    onComm(
        target: string,
        opened: (comm: JupyterComm, data: Record<string, any>, beside: JupyterCommCameBeside) => void,
    ): void;
};
`;

/** What most cells use of Node, with the types that Node's own declarations give it. */
const ofNode = `
interface Console {
    log(...data: any[]): void;
    error(...data: any[]): void;
    warn(...data: any[]): void;
    info(...data: any[]): void;
    debug(...data: any[]): void;
    trace(...data: any[]): void;
    dir(item?: any, options?: any): void;
    table(tabularData?: any, properties?: readonly string[]): void;
    assert(condition?: boolean, ...data: any[]): void;
    count(label?: string): void;
    countReset(label?: string): void;
    group(...data: any[]): void;
    groupCollapsed(...data: any[]): void;
    groupEnd(): void;
    time(label?: string): void;
    timeEnd(label?: string): void;
    timeLog(label?: string, ...data: any[]): void;
}
declare var console: Console;
declare namespace NodeJS {
    interface Timeout {
        ref(): this;
        unref(): this;
        hasRef(): boolean;
        refresh(): this;
        [Symbol.toPrimitive](): number;
    }
    interface Immediate {
        ref(): this;
        unref(): this;
        hasRef(): boolean;
    }
}
declare function setTimeout<A extends any[]>(
    callback: (...args: A) => void,
    delay?: number,
    ...args: A
): NodeJS.Timeout;
declare function setTimeout(callback: (_: void) => void, delay?: number): NodeJS.Timeout;
declare function setInterval<A extends any[]>(
    callback: (...args: A) => void,
    delay?: number,
    ...args: A
): NodeJS.Timeout;
declare function setInterval(callback: (_: void) => void, delay?: number): NodeJS.Timeout;
declare function setImmediate<A extends any[]>(callback: (...args: A) => void, ...args: A): NodeJS.Immediate;
declare function setImmediate(callback: (_: void) => void): NodeJS.Immediate;
declare function clearTimeout(timeout: NodeJS.Timeout | string | number | undefined): void;
declare function clearInterval(timeout: NodeJS.Timeout | string | number | undefined): void;
declare function clearImmediate(immediate: NodeJS.Immediate | undefined): void;
declare function queueMicrotask(callback: () => void): void;
declare function structuredClone<T>(value: T, options?: { transfer?: readonly any[] }): T;
declare var performance: { now(): number; readonly timeOrigin: number };
`;

/** @param withNode whether Node's own declarations are there */
export const globalDeclarations = (withNode: boolean): string => (withNode ? ofKernel : ofKernel + ofNode);
