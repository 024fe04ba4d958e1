/** What the keyboard of a phone hides: a row of signs below the editor, for those who write with a finger. */
import type { Editor } from "./editor.js";

const signs = ["(", ")", "[", "]", "{", "}", "=", "=>", "+", "-", "*", "/", ".", ",", ";", '"', "<", ">"];

/** @returns the row, which the style shows where there is no mouse */
export function symbolRow(editor: Editor): HTMLElement {
  const row = document.createElement("div");
  row.className = "signs";
  row.setAttribute("role", "group");
  row.setAttribute("aria-label", "Signs to type");
  const key = (label: string, name: string, press: () => void): HTMLElement => {
    const button = Object.assign(document.createElement("button"), {
      type: "button",
      textContent: label,
      tabIndex: -1,
    });
    if (name !== label) button.setAttribute("aria-label", name);
    button.addEventListener("pointerdown", (event) => event.preventDefault()); // the editor keeps the focus
    button.addEventListener("click", press);
    return button;
  };
  row.append(
    key("↶", "Undo", () => editor.undo()),
    ...signs.map((sign) => key(sign, sign, () => editor.insert(sign))),
  );
  return row;
}
