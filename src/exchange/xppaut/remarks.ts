import { ModelError } from "../../model/error.js";

/** What is to be said of lines: what the model will not hold, and what XPPAUT reads otherwise than it looks. */
export class Remarks {
  private readonly list: { readonly line: number; readonly text: string }[] = [];

  add(line: number, text: string): void {
    if (!this.list.some((other) => other.line === line && other.text === text)) this.list.push({ line, text });
  }

  /** The value, or undefined with a remark why there is none. */
  attempt<T>(line: number, make: () => T): T | undefined {
    try {
      return make();
    } catch (error) {
      if (!(error instanceof ModelError)) throw error;
      this.add(line, error.message);
      return undefined;
    }
  }

  /** In order of the lines. */
  texts(): string[] {
    return [...this.list].sort((a, b) => a.line - b.line).map(({ line, text }) => `line ${line}: ${text}`);
  }
}
