import { present } from "../src/checks/present.js";

/** Where `text` matches, with its groups. @throws Error showing the pattern and the text */
export const matched = (text: string, pattern: RegExp): RegExpExecArray =>
  present(pattern.exec(text), `a match of ${pattern} in "${text.slice(0, 500)}"`);
