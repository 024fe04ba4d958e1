import { printUnit, symbolText } from "../../figure/label.js";
import { numberText } from "../../text/number.js";

/** Something with a value that a reader sets. */
export interface Control {
  readonly element: HTMLElement;
  readonly value: number;
  /** Shows another value, without calling back. @param home what the button beside it goes back to from now on */
  set(value: number, home?: number): void;
}

/** What a slider shows and does. */
export interface SliderOptions {
  readonly name: string;
  readonly symbols: Readonly<Record<string, string>>;
  readonly unit: string;
  readonly range: readonly [number, number];
  /** What the button beside it goes back to. */
  readonly initial: number;
  readonly onChange: (value: number) => void;
}

let count = 0;
/** An id that no other element of the page has, to tie a label to its input. */
export const freshId = (): string => `nullcline-${++count}`;

/**
 * A label, a slider, the value to be typed, its unit, and a button that resets it and is there only when it was
 * changed.
 */
export function slider({ name, symbols, unit, range: [low, high], initial, onChange }: SliderOptions): Control {
  const id = freshId();
  const inUnit = unit === "1" ? "" : printUnit(unit);
  const label = make("label", { htmlFor: id, className: "nc-label" });
  label.append(...symbolNodes(symbolText(name, symbols)));
  const slide = make("input", {
    type: "range",
    id,
    min: String(low),
    max: String(high),
    step: String(stepOf(low, high)),
  });
  const typed = make("input", {
    type: "number",
    step: "any",
    className: "nc-number",
    ariaLabel: `${name}${inUnit === "" ? "" : ` in ${inUnit}`}`,
  });
  const reset = make("button", {
    type: "button",
    className: "nc-reset",
    textContent: "↺",
    title: `back to ${initial}`,
    ariaLabel: `reset ${name} to ${initial}`,
  });
  const element = make("div", { className: "nc-slider" });
  element.append(label, slide, typed, make("span", { className: "nc-unit", textContent: inUnit }), reset);

  let value = initial;
  let home = initial;
  const changed = (): boolean => value !== home;
  const show = (next: number, typing: boolean): void => {
    value = next;
    slide.value = String(next);
    slide.ariaValueText = `${fieldText(next)} ${inUnit}`.trim();
    if (!typing) typed.value = fieldText(next);
    element.classList.toggle("nc-changed", changed());
    reset.style.visibility = changed() ? "visible" : "hidden";
  };
  const change = (next: number, typing = false): void => {
    if (!Number.isFinite(next) || next === value) return;
    show(next, typing);
    onChange(next);
  };
  slide.addEventListener("input", () => change(slide.valueAsNumber));
  typed.addEventListener("input", () => change(typed.valueAsNumber, true));
  typed.addEventListener("change", () => show(value, false));
  reset.addEventListener("click", () => {
    change(home);
    slide.focus();
  });
  show(initial, false);
  return {
    element,
    get value() {
      return value;
    },
    set(next, to = home) {
      if (to !== home) {
        home = to;
        reset.title = `back to ${fieldText(to)}`;
        reset.ariaLabel = `reset ${name} to ${fieldText(to)}`;
      }
      if (next !== value || changed() !== element.classList.contains("nc-changed"))
        show(next, document.activeElement === typed);
    },
  };
}

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

/** A symbol such as "g<sub>Na</sub>" as nodes: text of a model never becomes HTML. */
function symbolNodes(text: string): readonly Node[] {
  return text
    .split(/(<su[bp]>[^<]*<\/su[bp]>)/)
    .filter((part) => part !== "")
    .map((part) => {
      const found = /^<(su[bp])>([^<]*)<\/su[bp]>$/.exec(part);
      return found === null
        ? document.createTextNode(part)
        : make(found[1] as "sub" | "sup", { textContent: found[2] });
    });
}

/** About 200 stops, at round numbers. */
export function stepOf(low: number, high: number): number {
  const fine = (high - low) / 200;
  const power = 10 ** Math.floor(Math.log10(fine));
  return Number((power * ([1, 2, 5, 10].find((nice) => nice >= fine / power - 1e-9) ?? 10)).toPrecision(1));
}

/** As a field for a number takes it. */
const fieldText = (value: number): string => numberText(value, 6, "-");
