/**
 * A notebook's shortcuts would take the arrow keys away from a slider: JupyterLab knows the attribute, others hear no
 * event.
 */
export function keepKeys(element: HTMLElement): void {
  element.dataset["lmSuppressShortcuts"] = "true";
  element.addEventListener("keydown", (event) => event.stopPropagation());
}
