import type { Model } from "../../../model/model.js";
import type { ExplorableModel } from "./payload.js";
import { noPattern, type Remembered } from "./reader.js";
import { drawnPoints, shapes } from "../runs/waveforms.js";
import { views } from "../panels/panels.js";

/** Which explorer of a page a link is for. */
export interface Address {
  /** Its place among the live outputs of the page. */
  readonly figure: number;
  /** Its name in a playground's menu; empty outside of one. */
  readonly choice: string;
}

/** A state as a link carries it. */
export interface Linked {
  readonly model: number;
  readonly predict: boolean;
  readonly own: Omit<Remembered, "kept">;
}

/** A run that a link asks for lasts at most so many times as long as the one with which its model opens. */
const longest = 20;
/** A time course's number may lie so many of its slider's widths beyond the slider. */
const beyond = 5;

const numbersOf = (prefix: string, values: ReadonlyMap<string, number>): readonly (readonly [string, string])[] =>
  [...values]
    .filter(([name]) => !name.startsWith("point "))
    .map(([name, value]) => [`${prefix}.${name}`, String(value)]);

/** The present state as the fragment of an address, without "#". */
export function linkText({ figure, choice }: Address, label: string, own: Remembered, predict: boolean): string {
  const points = Array.from({ length: drawnPoints }, (_, k) => own.course.get(`point ${k}`) ?? 0);
  return new URLSearchParams(
    [
      ["nullcline", String(figure)],
      ...(choice === "" ? [] : [["choice", choice] as [string, string]]),
      ["model", label],
      ...(own.pattern === noPattern ? [] : [["pattern", own.pattern]]),
      ...(own.stimulus === null ? [["current", own.shape]] : []),
      ["run", String(own.duration)],
      ...numbersOf("p", own.values),
      ...numbersOf("s", own.start),
      ...numbersOf("c", own.course),
      ...(points.some((value) => value !== 0) ? [["points", points.join(",")]] : []),
      ["views", [...own.open].join(",")],
      ...[...own.choices].map(([view, option]) => [`v.${view}`, option]),
      ...(predict ? [["predict", "1"]] : []),
    ].map(([name, value]): [string, string] => [name, value]),
  ).toString();
}

/** For whom the fragment of an address is, if it is a link of ours at all. */
export function addressOf(fragment: string): Address | undefined {
  const found = new URLSearchParams(fragment);
  return found.has("nullcline")
    ? { figure: Number(found.get("nullcline")), choice: found.get("choice") ?? "" }
    : undefined;
}

/**
 * The state that a link carries, every name and number of it checked.
 * @throws RangeError that says what is wrong with the link
 */
export function readLink(
  fragment: string,
  entries: readonly ExplorableModel[],
  models: readonly Model[],
  fresh: (model: number) => Remembered,
): Linked {
  const found = new URLSearchParams(fragment);
  const among = (what: string, name: string, names: readonly string[]): string => {
    if (names.includes(name)) return name;
    throw new RangeError(`there is no ${what} "${name.slice(0, 40)}" here`);
  };
  const finite = (
    name: string,
    text: string,
    [low, high]: readonly [number, number] = [-Infinity, Infinity],
  ): number => {
    const value = text.trim() === "" ? NaN : Number(text);
    if (!Number.isFinite(value)) throw new RangeError(`${name} must be a finite number, it is "${text.slice(0, 40)}"`);
    if (value < low || value > high)
      throw new RangeError(`${name} must lie between ${low} and ${high}, it is ${value}`);
    return value;
  };
  const labels = entries.map(({ label }) => label);
  const index = labels.indexOf(among("model", found.get("model") ?? labels[0], labels));
  const [entry, model, own] = [entries[index], models[index], fresh(index)];
  const pattern = among("pattern", found.get("pattern") ?? noPattern, [
    noPattern,
    ...entry.patterns.map(({ name }) => name),
  ]);
  const setting = entry.patterns.find(({ name }) => name === pattern);
  const stimulus = setting?.stimulus ?? own.stimulus;
  const shape = shapes.find(
    ({ name }) =>
      name ===
      among(
        "current",
        found.get("current") ?? own.shape,
        shapes.map((each) => each.name),
      ),
  )!;
  const usual = setting?.duration ?? entry.opening.duration;
  const duration = finite("run", found.get("run") ?? String(usual), [usual / 1000, usual * longest]);
  const courses = model.input === undefined ? [] : shape.controls(duration);
  const [values, start, course, choices] = [
    new Map<string, number>(),
    new Map<string, number>(),
    new Map<string, number>(),
    new Map<string, string>(),
  ];
  for (const [key, text] of found) {
    const [kind, name] = [key.slice(0, 2), key.slice(2)];
    if (kind === "p.") values.set(among("parameter", name, model.parameterNames), finite(name, text));
    else if (kind === "s.") start.set(among("state", name, model.stateNames), finite(name, text));
    else if (kind === "v.")
      choices.set(
        name,
        among(
          `choice of the view "${name.slice(0, 40)}"`,
          text,
          views.find((view) => view.name === name && view.suits(model))?.choice?.options(model) ?? [],
        ),
      );
    else if (kind === "c.") {
      const { range: own, unit } = courses.find(
        (control) =>
          control.name ===
          among(
            "number of the current",
            name,
            courses.map((each) => each.name),
          ),
      )!;
      const [low, high] = unit === undefined ? model.ranges[model.input!] : own;
      course.set(
        name,
        finite(name, text, [
          low > 0 ? low / beyond : low - (low < 0 ? beyond * (high - low) : 0),
          high + beyond * (high - low),
        ]),
      );
    } else
      among("entry", key, ["nullcline", "choice", "model", "pattern", "current", "run", "points", "views", "predict"]);
  }
  if (found.has("points")) {
    const points = found.get("points")!.split(",");
    if (points.length !== drawnPoints)
      throw new RangeError(`a drawn current has ${drawnPoints} points, this has ${points.length}`);
    points.forEach((text, k) => course.set(`point ${k}`, finite(`point ${k}`, text)));
  }
  const offered = views.filter((view) => view.suits(model)).map(({ name }) => name);
  const open = found.has("views")
    ? new Set(
        found
          .get("views")!
          .split(",")
          .filter((name) => name !== "")
          .map((name) => among("view", name, offered)),
      )
    : own.open;
  return {
    model: index,
    predict: found.get("predict") === "1",
    own: { values, start, course, choices, open, pattern, stimulus, shape: shape.name, duration },
  };
}
