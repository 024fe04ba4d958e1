import { printUnit, symbolText } from "../../figure/label.js";
import { numberText } from "../../text/number.js";
import { freshId, make } from "./controls.js";

/** Something with a value that a reader sets. */
export interface Control {
  readonly element: HTMLElement;
  readonly value: number;
  /** Shows another value, without calling back. @param home what the button beside it goes back to from now on */
  set(value: number, home?: number): void;
  /** Whether the slider spans all that it may, and not the part alone in which something happens. */
  widen(wide: boolean): void;
}

/** What a slider shows and does. */
export interface SliderOptions {
  readonly name: string;
  readonly symbols: Readonly<Record<string, string>>;
  readonly unit: string;
  readonly range: readonly [number, number];
  /** The part of the range in which something happens: the slider spans it alone until a value beyond is set. */
  readonly near?: readonly [number, number];
  /** What the button beside it goes back to. */
  readonly initial: number;
  /** Whether equal ways of the slider multiply the value equally, as halving does. Its range is positive then. */
  readonly logarithmic?: boolean | undefined;
  /** Of the curve that belongs to it, as CSS has it. */
  readonly colour?: string | undefined;
  /** Why a value cannot be, in a sentence: it is then not set. */
  readonly refuse?: ((value: number) => string | undefined) | undefined;
  readonly onChange: (value: number) => void;
}

/**
 * A label, a slider, the value to be typed, its unit, and a button that resets it and is there only when it was
 * changed.
 */
export function slider(options: SliderOptions): Control {
  const { name, symbols, unit, range, near = range, initial, colour, refuse, onChange } = options;
  const [along, valueAt] = options.logarithmic ? logarithms : identity;
  const id = freshId();
  const inUnit = unit === "1" ? "" : printUnit(unit);
  const label = make("label", { htmlFor: id, className: "nc-label" });
  label.append(...symbolNodes(symbolText(name, symbols)));
  const slide = make("input", { type: "range", id });
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
    title: `back to ${fieldText(initial)}`,
    ariaLabel: `reset ${name} to ${fieldText(initial)}`,
  });
  const refusal = make("p", { className: "nc-refusal", role: "alert" });
  const element = make("div", { className: "nc-slider" });
  if (colour !== undefined) element.style.setProperty("--nc-own", colour);
  element.append(label, slide, typed, make("span", { className: "nc-unit", textContent: inUnit }), reset, refusal);

  let value = initial;
  let home = initial;
  const span = ([low, high]: readonly [number, number]): void => {
    const ends = [along(low), along(high)] as const;
    [slide.min, slide.max, slide.step] = [...ends, stepOf(...ends)].map(String);
    slide.value = String(along(value));
  };
  const changed = (): boolean => value !== home;
  const show = (next: number, typing: boolean): void => {
    value = next;
    if (along(next) < Number(slide.min) || along(next) > Number(slide.max)) span(range);
    slide.value = String(along(next));
    slide.ariaValueText = `${fieldText(next)} ${inUnit}`.trim();
    if (!typing) typed.value = fieldText(next);
    element.classList.toggle("nc-changed", changed());
    reset.style.visibility = changed() ? "visible" : "hidden";
  };
  const change = (next: number, typing = false): void => {
    if (!Number.isFinite(next)) return;
    const why = next === value ? undefined : refuse?.(next);
    refusal.textContent = why ?? "";
    typed.ariaInvalid = String(why !== undefined);
    if (why !== undefined) slide.value = String(along(value));
    if (why !== undefined || next === value) return;
    show(next, typing);
    onChange(next);
  };
  slide.addEventListener("input", () => change(valueAt(slide.valueAsNumber)));
  typed.addEventListener("input", () => change(typed.valueAsNumber, true));
  typed.addEventListener("change", () => {
    typed.ariaInvalid = "false";
    show(value, false);
  });
  reset.addEventListener("click", () => {
    change(home);
    slide.focus();
  });
  span(near);
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
      if (next === value && changed() === element.classList.contains("nc-changed")) return;
      refusal.textContent = "";
      show(next, document.activeElement === typed);
    },
    widen(wide) {
      const [low, high] = near;
      span(wide || value < low || value > high ? range : near);
    },
  };
}

/** Where a value stands along a slider, and which value stands there. */
type Scale = readonly [along: (value: number) => number, valueAt: (place: number) => number];
const identity: Scale = [(value) => value, (place) => place];
const logarithms: Scale = [Math.log10, (place) => Number((10 ** place).toPrecision(4))];

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
