import type { Prediction } from "../predictions/prediction.js";
import { MasterError, type Master } from "./master.js";
import { unsaid } from "./notebook.js";

/** What is wrong with the cells of a master in which its reader predicts, and with those that explain. */
export function lintPredictions({ name, cells }: Master, predictions: readonly Prediction[]): MasterError[] {
  const errors: MasterError[] = [];
  const asked: string[] = [];
  for (const [i, { kind, exercise: id, text, line }] of cells.entries()) {
    if (id === undefined || (kind !== "predict" && kind !== "explain")) continue;
    const complain = (message: string): void => {
      errors.push(new MasterError(name, line, message));
    };
    if (kind === "explain") {
      if (asked.at(-1) !== id) complain(`there is no cell [predict ${id}] just above this explanation`);
      continue;
    }
    asked.push(id);
    if (!predictions.some((prediction) => prediction.id === id))
      complain(`prediction ${id} has no definition in src/course/predictions`);
    if (unsaid.exec(text)?.[2] !== id)
      complain(`a cell \`// %% [predict ${id}]\` calls \`predict("${id}", "", () => …)\`, with nothing said yet`);
    if (cells[i + 1]?.kind !== "explain" || cells[i + 1].exercise !== id)
      complain(`prediction ${id} has no cell [explain ${id}] right below it`);
  }
  const expected = predictions.map(({ id }) => id);
  if (asked.join() !== expected.join() && errors.length === 0)
    errors.push(
      new MasterError(
        name,
        1,
        `the notebook asks for the predictions ${asked.join(", ") || "none"}; ` +
          `defined, in their order, are ${expected.join(", ") || "none"}`,
      ),
    );
  return errors;
}
