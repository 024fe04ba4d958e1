import { numberIn, type Definition, type Located } from "./definitions.js";
import type { Remarks } from "./remarks.js";

/** Where a run starts, by the names of the states in lower case. */
export interface Initial {
  readonly initial: ReadonlyMap<string, number>;
  /** Initial values of arrays that are formulas. */
  readonly initialFormulas: readonly Definition[];
}

/** What `init` and `x(0)=` say: of two values for a state the one of the later line. */
export function initialOf(
  lines: readonly Located<"initial" | "start">[],
  states: readonly string[],
  foreign: ReadonlyMap<string, string>,
  remarks: Remarks,
): Initial {
  const initial = new Map<string, number>();
  const initialFormulas: Definition[] = [];
  for (const l of lines) {
    const { statement, number: line } = l;
    const items = statement.kind === "initial" ? statement.items : [{ name: statement.name, text: statement.right }];
    for (const item of items) {
      const name = item.name.toLowerCase();
      if (!states.includes(name)) {
        if (!foreign.has(name))
          remarks.add(line, `an initial value of '${item.name}', which has no differential equation`);
      } else if (statement.kind === "start" && l.ofArray && Number.isNaN(Number(item.text)))
        initialFormulas.push({ name, right: item.text, line });
      else
        initial.set(
          name,
          numberIn(statement.kind === "start" ? { ...item, name: `${item.name}(0)` } : item, l, remarks),
        );
    }
  }
  return { initial, initialFormulas };
}
