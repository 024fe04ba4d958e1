/** What the check of an explanation takes and what it sends back: 25 or so texts for each exercise that asks for words. */
import { expect, it } from "vitest";
import { affirms, claims } from "../../../src/course/answers/clauses.js";
import { catalogue, findExercise } from "../../../src/course/catalogue.js";
import { verdictCard } from "../../../src/course/verdict-card.js";
import type { Examined } from "./examined.js";
import { examined as a } from "./texts-a.js";
import { examined as b } from "./texts-b.js";
import { examined as c } from "./texts-c.js";
import { examined as d } from "./texts-d.js";
import { examined as e } from "./texts-e.js";

const later: Readonly<Record<string, Examined>> = { ...d, ...e };
const examined: Readonly<Record<string, Examined>> = Object.fromEntries(
  Object.entries({ ...a, ...b, ...c }).map(([id, { right, wrong }]) => [
    id,
    { right: [...right, ...later[id].right], wrong: { ...wrong, ...later[id].wrong } },
  ]),
);
const ids = Object.keys(examined);
const isRight = (id: string, text: unknown): boolean =>
  findExercise(catalogue, id).judge(text, "self-study").kind === "right";

it("examines each exercise that is answered in words", () => {
  const written = Object.values(catalogue)
    .flat()
    .filter((exercise) => exercise.answerOf("self-study").written);
  expect(ids).toEqual(written.map(({ id }) => id));
});

it.each(Object.entries(examined))("exercise %s takes what somebody writes who understood", (id, { right }) => {
  expect(right.length).toBeGreaterThanOrEqual(8);
  expect(right.filter((text) => !isRight(id, text))).toEqual([]);
});

it.each(Object.entries(examined))(
  "exercise %s sends back what is denied, confused or beside the point",
  (id, { wrong, right }) => {
    const strange = examined[ids[(ids.indexOf(id) + 2) % ids.length]].right[1];
    const all: Readonly<Record<string, unknown>> = {
      ...wrong,
      "the starter": "",
      "too short": `${right[0].split(" ").slice(0, 12).join(" ")}.`,
      "another exercise's": strange,
      "no text": [right[0]],
      "a text that is none": { toString: () => right[0] },
    };
    expect(Object.keys(all).length).toBeGreaterThanOrEqual(13);
    expect(Object.entries(all).flatMap(([name, text]) => (isRight(id, text) ? [name] : []))).toEqual([]);
  },
);

it("says of a text that it is kept and what it names, and never that it is right", () => {
  const exercise = findExercise(catalogue, "7.6");
  const { heading, lines } = verdictCard(exercise, { kind: "right" }, "self-study");
  expect(heading).toBe("7.6 Kept for your teacher: In your own words, 1 point");
  expect(lines[0]).toMatch(/^By its words, your text speaks of inactivation, .* and speaks of the command\. Whether /);
  for (const id of ids) {
    const card = verdictCard(findExercise(catalogue, id), { kind: "right" }, "self-study");
    expect(card.heading, id).not.toMatch(/\bright\b/i);
  }
});

it("hears what is denied", () => {
  const h = (text: string): boolean => affirms(text, ["inactivat", "h "]);
  expect(h("The sodium channels are inactivated.")).toBe(true);
  expect(h("They are not inactivated, and there is nothing more.")).toBe(false);
  expect(h("They aren’t inactivated.")).toBe(false);
  expect(h("There is no inactivation.")).toBe(false);
  expect(h("They do not conduct, because they are inactivated.")).toBe(true);
  expect(h("They are not only open but inactivated.")).toBe(true);
  expect(h("Here and there.")).toBe(false);
  expect(h("What is h?")).toBe(false);
  expect(h("Without a pause h would not rise.")).toBe(true);
  expect(h("This prevents de-inactivation.")).toBe(true);
});

it("knows a claim by its halves, and by who stands between them", () => {
  const says = ["potassium … up|raise", "sodium … down", "is not low", "the slower ~ the faster"];
  const opposite = (text: string): boolean => claims(text, says);
  expect(opposite("Potassium channels raise the voltage.")).toBe(true);
  expect(opposite("Potassium closes and sodium raises the voltage up.")).toBe(false);
  expect(opposite("Potassium does not raise it.")).toBe(false);
  expect(opposite("Without potassium it goes up.")).toBe(false);
  expect(opposite("Potassium opens, and what goes up must come down.")).toBe(false);
  expect(opposite("Potassium ends the way up.")).toBe(false);
  expect(opposite("Potassium opens once the voltage is up.")).toBe(false);
  expect(opposite("Sodium shuts and the voltage comes down.")).toBe(false);
  expect(opposite("At 8 ms h is not low.")).toBe(true);
  expect(opposite("It fires if h is not low.")).toBe(false);
  expect(opposite("The slower this is, the faster is that.")).toBe(true);
});
