/** Of all parts of this code in the page, which were bundled apart. */
const ids = globalThis as { nullclineIds?: number };
/** An id that no other element of the page has, to tie a label to its input. */
export const freshId = (): string => {
  ids.nullclineIds = (ids.nullclineIds ?? 0) + 1;
  return `nullcline-${ids.nullclineIds}`;
};

/** A button that does one thing. @param title what it does, shown to a pointer that rests on it */
export function button(text: string, onClick: () => void, title?: string): HTMLButtonElement {
  const element = make("button", {
    type: "button",
    className: "nc-button",
    textContent: text,
    ...(title !== undefined && { title }),
  });
  element.addEventListener("click", onClick);
  return element;
}

/** A labelled menu; calls back with the chosen name. */
export function menu(
  text: string,
  names: readonly string[],
  onChange: (name: string) => void,
): { readonly element: HTMLElement; readonly select: HTMLSelectElement } {
  const id = freshId();
  const element = make("div", { className: "nc-menu" });
  const select = make("select", { id });
  select.append(...names.map((name) => make("option", { value: name, textContent: name })));
  select.addEventListener("change", () => onChange(select.value));
  element.append(make("label", { htmlFor: id, textContent: text }), select);
  return { element, select };
}

/** An element with these properties. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
): HTMLElementTagNameMap[K] {
  return Object.assign(document.createElement(tag), properties);
}
