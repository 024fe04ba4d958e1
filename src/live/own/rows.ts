import { make } from "../page/controls.js";
import type { DraftRow } from "./draft.js";

/** Fields of a row beside its name: how a reader calls each, at the head of its column and for one of them. */
type Field = Exclude<keyof DraftRow, "name">;

/** The states, or the parameters, of a draft as fields to type in. */
interface Rows {
  readonly element: HTMLElement;
  /** @param ranges what is meant by a range that is left empty @param wrong the name of a row that is at fault */
  update(
    rows: readonly DraftRow[],
    ranges: Readonly<Record<string, readonly [number, number]>>,
    wrong: string | undefined,
  ): void;
}

/** @param value what the first field holds @param onEdit called with all rows */
export function rowsOf(what: string, value: "start" | "value", onEdit: (rows: readonly DraftRow[]) => void): Rows {
  const fields: readonly (readonly [Field, string, string])[] = [
    ["value", value, value],
    ["unit", "unit", "unit"],
    ["low", "from", "lower end of the range"],
    ["high", "to", "upper end of the range"],
  ];
  const element = make("fieldset", { className: "nc-rows" });
  const head = make("div", { className: "nc-row-of", ariaHidden: "true" });
  head.append(...["name", ...fields.map(([, column]) => column)].map((textContent) => make("span", { textContent })));
  const body = make("div", { className: "nc-rows-body" });
  element.append(make("legend", { textContent: what }), head, body);
  let shown: readonly DraftRow[] = [];
  let inputs: readonly Readonly<Record<Field, HTMLInputElement>>[] = [];

  const build = (rows: readonly DraftRow[]): void => {
    inputs = rows.map(({ name }, k) => {
      const entries = fields.map(([field, , called]) => {
        const input = make("input", {
          type: "text",
          className: "nc-number",
          ariaLabel: `${called} of ${name}`,
          autocomplete: "off",
          spellcheck: false,
          autocapitalize: "off",
        });
        input.addEventListener("input", () => {
          shown = shown.map((row, i) => (i === k ? { ...row, [field]: input.value } : row));
          onEdit(shown);
        });
        return [field, input] as const;
      });
      return Object.fromEntries(entries) as Record<Field, HTMLInputElement>;
    });
    body.replaceChildren(
      ...rows.map(({ name }, k) => {
        const line = make("div", { className: "nc-row-of", role: "group", ariaLabel: name });
        line.append(make("code", { textContent: name, title: name }), ...fields.map(([field]) => inputs[k][field]));
        return line;
      }),
    );
  };
  return {
    element,
    update(rows, ranges, wrong) {
      const same = rows.length === shown.length && rows.every(({ name }, k) => name === shown[k].name);
      shown = rows;
      if (!same) build(rows);
      rows.forEach((row, k) => {
        for (const [field] of fields) {
          const input = inputs[k][field];
          if (input.value !== row[field]) input.value = row[field];
          input.ariaInvalid = String(wrong === row.name);
        }
        const range = Object.hasOwn(ranges, row.name) ? ranges[row.name] : undefined;
        inputs[k].low.placeholder = range === undefined ? "" : String(range[0]);
        inputs[k].high.placeholder = range === undefined ? "" : String(range[1]);
      });
      element.hidden = rows.length === 0;
    },
  };
}
