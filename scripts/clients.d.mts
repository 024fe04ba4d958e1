export declare const clientPrograms: string;
export declare const clientPython: string;
