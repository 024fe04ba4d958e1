/** What a cell finds beside the language and Node: the declarations of `executor/asking.ts` and `executor/comms.ts`. */
export const globalDeclarations = `
/** Asks whoever runs the cell: \`const name = await input("name? ")\`. */
declare function input(question?: string, options?: { /** What is typed is not shown. */ password?: boolean }): Promise<string>;
/** Asks whoever runs the cell, and waits for the answer; \`otherwise\` is the answer if nothing is typed. */
declare function prompt(question?: string, otherwise?: string): string;
/** A channel between the cells and a script in the page. */
interface JupyterComm {
    readonly id: string;
    send(data?: Record<string, unknown>): void;
    close(data?: Record<string, unknown>): void;
    onMessage(listener: (data: Record<string, any>) => void): JupyterComm;
    onClose(listener: (data: Record<string, any>) => void): JupyterComm;
}
/** What cells can ask of Jupyter. */
declare const jupyter: {
    /** Clears what the cell has put out so far; with \`true\`, when its next output comes. */
    clearOutput(wait?: boolean): void;
    /** Opens a channel to the script that the page knows as \`target\`. */
    openComm(target: string, data?: Record<string, unknown>): JupyterComm;
    /** From now on scripts of the page can open channels to \`target\`. */
    onComm(target: string, opened: (comm: JupyterComm, data: Record<string, any>) => void): void;
};
`;
