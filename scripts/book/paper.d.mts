/** What a page has on paper where a prediction is asked for. */
export function roomToPredict(code: string): string;
