import {
  bracketsMissing,
  kindOf,
  recognised,
  right,
  unanswered,
  wrong,
  type Answer,
  type Misconception,
} from "./verdict.js";

/** The options of a question of which several may be right, and the wrong selections that are foreseen. */
export interface SelectionAnswer<O extends string> {
  /** What belongs to the list: "those that apply" by default. */
  readonly of?: string;
  readonly from: readonly O[];
  readonly right: readonly NoInfer<O>[];
  readonly misconceptions: readonly Misconception<readonly NoInfer<O>[]>[];
}

/** All options that apply, as a list of texts in any order. */
export function selectionAnswer<const O extends string>(expected: SelectionAnswer<O>): Answer {
  const key = (options: readonly string[]): string =>
    JSON.stringify([...new Set(entriesOf(options).map(plain))].sort());
  return {
    shape: `a list of ${expected.of ?? "those that apply"}, from ${expected.from.map(quoted).join(", ")}`,
    right: expected.right,
    misconceptions: expected.misconceptions,
    judge(given) {
      if (!Array.isArray(given))
        return wrong(`You gave ${kindOf(given)}.${typeof given === "string" ? ` ${bracketsMissing}` : ""}`);
      if (given.length === 0) return unanswered;
      const stray = given.find((option) => !expected.from.some((o) => plain(o) === plain(String(option))));
      if (stray !== undefined) return wrong(`${quoted(String(stray))} is not among the options.`);
      if (key(given) === key(expected.right)) return right;
      const foreseen = expected.misconceptions.find((m) => key(m.wrong) === key(given));
      if (foreseen) return recognised(foreseen);
      const kept = expected.right.filter((option) => key(given).includes(JSON.stringify(plain(option))));
      if (kept.length === expected.right.length) return wrong("All that belong to the list are among yours, and more.");
      return wrong(
        kept.length === new Set(given.map(plain)).size ? "Each of yours belongs to the list, but there is more." : "",
      );
    },
  };
}

/** What is in a list, whatever its own methods say. */
const entriesOf = (list: readonly string[]): string[] => Array.from({ length: list.length }, (_, i) => list[i]);
/** A name as it is compared: without capitals, and with single blanks. */
export const plain = (option: string): string =>
  String(option).trim().toLowerCase().replace(/\s+/g, " ").replaceAll("−", "-");
const quoted = (option: string): string => `"${option}"`;
