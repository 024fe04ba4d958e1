/** Text that a model brings along, in comments of other languages, which it must not end. */

/** On one line, whatever line ends and other control characters it holds. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();

/** `# text`, where a backslash at its end would go on in the next line, as XPPAUT reads it. */
export const hashComment = (text: string): string => `# ${oneLine(text).replace(/\\+$/, "")}`;
