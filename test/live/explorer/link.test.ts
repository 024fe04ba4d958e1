import { describe, expect, it } from "vitest";
import { explorableModels, type ExplorableModel } from "../../../src/live/explorer/state/payload.js";
import { payloadOf } from "../../../src/live/cell/explore.js";
import { addressOf, linkText, readLink } from "../../../src/live/explorer/state/link.js";
import { untouched, type Remembered } from "../../../src/live/explorer/state/reader.js";
import { hodgkinHuxley } from "../../../src/models/hodgkin-huxley.js";
import { izhikevich } from "../../../src/models/izhikevich.js";

const models = [hodgkinHuxley, izhikevich];
const payload = payloadOf(models, {});
const entries: readonly ExplorableModel[] = explorableModels(payload);
const fresh = (k: number): Remembered => untouched(payload, models[k], k);
const read = (text: string): ReturnType<typeof readLink> => readLink(text, entries, models, fresh);

describe("a link to a setting", () => {
  it("carries all that a reader has set: parameters, start, time course, length, pattern, views, drawn points", () => {
    const own: Remembered = { ...fresh(1), pattern: "B phasic spiking", duration: 200, open: new Set(["f-I curve"]) };
    own.values.set("a", 0.1 + 0.2).set("b", -1e-7);
    own.start.set("v", -64.5);
    own.course.set("point 3", 1.25);
    own.choices.set("bifurcation diagram", "b");
    const text = linkText(
      { figure: 2, choice: "" },
      entries[1].label,
      { ...own, stimulus: entries[1].patterns[1].stimulus },
      true,
    );
    expect(addressOf(text)).toEqual({ figure: 2, choice: "" });
    const { model, predict, own: got } = read(text);
    expect([model, predict]).toEqual([1, true]);
    expect([...got.values]).toEqual([...own.values]);
    expect([...got.start]).toEqual([["v", -64.5]]);
    expect(got.course.get("point 3")).toBe(1.25);
    expect([...got.choices]).toEqual([["bifurcation diagram", "b"]]);
    expect([got.pattern, got.duration, [...got.open], got.stimulus]).toEqual([
      own.pattern,
      200,
      ["f-I curve"],
      entries[1].patterns[1].stimulus,
    ]);
  });

  it("carries a time course with its numbers", () => {
    const own: Remembered = {
      ...fresh(0),
      shape: "sine",
      course: new Map([
        ["frequency", 61],
        ["mean", 3],
      ]),
    };
    const { own: got } = read(linkText({ figure: 0, choice: "Hodgkin-Huxley" }, entries[0].label, own, false));
    expect([got.shape, [...got.course], [...got.values]]).toEqual([
      "sine",
      [
        ["frequency", 61],
        ["mean", 3],
      ],
      [],
    ]);
  });

  it("is not taken for one if it is a heading's", () => {
    expect(addressOf("7.1-The-squid-axon")).toBeUndefined();
  });

  it("is refused with a sentence if a name is unknown or a number is none, too large or would hang the page", () => {
    const model = `nullcline=0&model=${entries[0].label}`;
    for (const [text, sentence] of [
      ["nullcline=0&model=<img src=x onerror=alert(1)>", /^there is no model "<img src=x/],
      [`${model}&p.gNa=NaN`, /^gNa must be a finite number, it is "NaN"/],
      [`${model}&p.gNa=1e999`, /^gNa must be a finite number/],
      [`${model}&p.gNa=`, /^gNa must be a finite number, it is ""/],
      [`${model}&p.__proto__=1`, /^there is no parameter "__proto__" here/],
      [`${model}&s.W=1`, /^there is no state "W"/],
      [`${model}&run=1e9`, /^run must lie between/],
      [`${model}&current=constructor`, /^there is no current "constructor"/],
      [`${model}&current=pulses&c.period=1e-9`, /^period must lie between/],
      [`${model}&current=pulses&c.phase=1`, /^there is no number of the current "phase"/],
      [`${model}&points=1,2`, /^a drawn current has 100 points, this has 2/],
      [`${model}&views=phase plane`, /^there is no view "phase plane"/],
      [`${model}&v.bifurcation diagram=tau`, /^there is no choice of the view "bifurcation diagram" "tau" here/],
      [`${model}&v.nothing=1`, /^there is no choice of the view "nothing" "1" here/],
      [`${model}&pattern=A tonic spiking`, /^there is no pattern/],
      [`${model}&run=50&stimulus={}`, /^there is no entry "stimulus"/],
    ] as const)
      expect(() => read(text), text).toThrow(sentence);
  });
});
