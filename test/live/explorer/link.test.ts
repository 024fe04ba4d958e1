import { describe, expect, it } from "vitest";
import { payloadOf } from "../../../src/live/cell/explore.js";
import { addressOf, linkText, readLink } from "../../../src/live/explorer/state/link.js";
import type { Change } from "../../../src/live/explorer/state/change.js";
import { compute } from "../../../src/live/explorer/state/compute.js";
import { reduce } from "../../../src/live/explorer/state/reduce.js";
import { initialState, present, type ExplorerState } from "../../../src/live/explorer/state/state.js";
import { hodgkinHuxley } from "../../../src/models/hodgkin-huxley.js";
import { izhikevich } from "../../../src/models/izhikevich.js";

const opened = initialState(payloadOf([hodgkinHuxley, izhikevich], {}));
const apply = (...changes: readonly Change[]): ExplorerState => changes.reduce(reduce, opened);
const read = (text: string): ReturnType<typeof readLink> => readLink(text, opened.offer);

describe("a link to a setting", () => {
  it("carries all that a reader has set: parameters, start, time course, length, pattern, panels, drawn points", () => {
    const state = apply(
      { kind: "choose model", model: 1 },
      { kind: "choose pattern", name: "B phasic spiking" },
      { kind: "set duration", duration: 200 },
      { kind: "toggle panel", panel: "phase plane" },
      { kind: "toggle panel", panel: "f-I curve" },
      { kind: "set parameters", values: { a: 0.1 + 0.2, b: -1e-7 } },
      { kind: "set start", start: { ...opened.offer[1].patterns[1].start, v: -64.5 } },
      { kind: "set waveform parameters", values: { "point 3": 1.25 } },
      { kind: "choose option", panel: "bifurcation diagram", option: "b" },
      { kind: "choose option", panel: "population", option: "2.5" },
      { kind: "toggle prediction" },
    );
    const text = linkText({ figure: 2, choice: "" }, state);
    expect(addressOf(text)).toEqual({ figure: 2, choice: "" });
    const { model, predict, settings } = read(text);
    expect([model, predict]).toEqual([1, true]);
    const { parameters, setting, pattern, panels, options } = present(state);
    expect(settings.parameters).toEqual(parameters);
    expect([parameters["a"], parameters["b"]]).toEqual([0.1 + 0.2, -1e-7]);
    expect(settings.setting.start).toEqual({ ...opened.offer[1].patterns[1].start, v: -64.5 });
    expect(settings.setting.waveformParameters["point 3"]).toBe(1.25);
    expect(settings.options).toEqual({ "bifurcation diagram": "b", population: "2.5" });
    expect([options, pattern]).toEqual([settings.options, "B phasic spiking"]);
    expect([settings.pattern, settings.setting.duration, settings.panels, settings.setting.stimulus]).toEqual([
      pattern,
      200,
      ["f-I curve"],
      opened.offer[1].patterns[1].stimulus,
    ]);
    expect(panels).toEqual(["f-I curve"]);
    expect(setting.stimulus).toEqual(opened.offer[1].patterns[1].stimulus);
  });

  it("carries what is chosen in several menus of a view, and its slider; each part is checked, and one left out is the first", () => {
    const chosen = (option: string): Readonly<Record<string, string>> =>
      read(new URLSearchParams({ nullcline: "0", model: "Hodgkin-Huxley", "v.section": option }).toString()).settings
        .options;
    expect(chosen("n|h|0.4")).toEqual({ section: "n|h|0.4" });
    expect(chosen("n")).toEqual({ section: "n|time between" });
    expect(() => chosen("n|q")).toThrow('there is no choice of the view "section" "q" here');
    expect(() => chosen("n|h|1.5")).toThrow("level in the link must lie between 0 and 1, it is 1.5");
    expect(() => chosen("n|h|0.4|2")).toThrow('there is no choice of the view "section" "n|h|0.4|2" here');
  });

  it("carries a time course with its numbers", () => {
    const state = apply(
      { kind: "choose waveform", name: "sine" },
      { kind: "set waveform parameters", values: { frequency: 61, mean: 3 } },
    );
    const { settings } = read(linkText({ figure: 0, choice: "Hodgkin-Huxley" }, state));
    const { waveform, waveformParameters } = settings.setting;
    expect([waveform, waveformParameters, settings.parameters]).toEqual(["sine", { frequency: 61, mean: 3 }, {}]);
  });

  it("is a serialisation: the state that follows it is the one that wrote it, and writes the same link", () => {
    const state = apply(
      { kind: "set parameters", values: { gK: 30 } },
      { kind: "choose waveform", name: "pulses" },
      { kind: "set waveform parameters", values: { width: 0.5 } },
      { kind: "set start", start: { V: -40 } },
      { kind: "toggle panel", panel: "impedance" },
    );
    const text = linkText({ figure: 0, choice: "" }, state);
    const followed = reduce(opened, { kind: "follow link", linked: read(text) });
    expect({ ...followed, history: state.history }).toEqual(state);
    expect(linkText({ figure: 0, choice: "" }, followed)).toBe(text);
  });

  it("carries the runs that are kept, which are run again, number for number", () => {
    const framed = (set: ExplorerState): ExplorerState => {
      const made = compute(set, 0);
      return made === undefined ? set : reduce(set, made);
    };
    const steps: readonly Change[] = [
      { kind: "set parameters", values: { I: 3 } },
      { kind: "keep run" },
      { kind: "choose waveform", name: "ramp" },
      { kind: "set waveform parameters", values: { onset: 20 } },
      { kind: "set start", start: { V: -50 } },
      { kind: "keep run" },
      { kind: "set parameters", values: { I: 10 } },
    ];
    const state = steps.reduce((before, change) => framed(reduce(before, change)), opened);
    const text = linkText({ figure: 0, choice: "" }, state);
    const { kept } = read(text).settings;
    expect(kept.map(({ recording }) => recording.states["V"])).toEqual(
      present(state).kept.map(({ recording }) => recording.states["V"]),
    );
    expect(kept[1].setting).toEqual(present(state).kept[1].setting);
    expect(linkText({ figure: 0, choice: "" }, reduce(opened, { kind: "follow link", linked: read(text) }))).toBe(text);
  });

  it("is not taken for one if it is a heading's", () => {
    expect(addressOf("7.1-The-squid-axon")).toBeUndefined();
  });

  it("is refused with a sentence if a name is unknown or a number is none, too large or would hang the page", () => {
    const model = `nullcline=0&model=${opened.offer[0].label}`;
    for (const [text, sentence] of [
      ["nullcline=0&model=<img src=x onerror=alert(1)>", /^there is no model "<img src=x/],
      [`${model}&p.gNa=NaN`, /^gNa must be a finite number, it is "NaN"/],
      [`${model}&p.gNa=1e999`, /^gNa must be a finite number/],
      [`${model}&p.gNa=-1`, /^gNa = −1 mS\/cm² cannot be: a conductance is 0 or more; did you mean 1\?$/],
      [`${model}&s.n=2`, /^n = 2 cannot be: a gate lies between 0/],
      [`${model}&p.gNa=`, /^gNa must be a finite number, it is ""/],
      [`${model}&p.__proto__=1`, /^there is no parameter "__proto__" here/],
      [`${model}&s.W=1`, /^there is no state "W"/],
      [`${model}&run=1e9`, /^run must lie between/],
      [`${model}&current=constructor`, /^there is no current "constructor"/],
      [`${model}&current=pulses&c.period=1e-9`, /^period must lie between/],
      [`${model}&current=pulses&c.phase=1`, /^there is no number of the current "phase"/],
      [`${model}&points=1,2`, /^a drawn current has 100 points, this has 2/],
      [`${model}&views=flow on the line`, /^there is no view "flow on the line"/],
      [`${model}&v.bifurcation diagram=tau`, /^there is no choice of the view "bifurcation diagram" "tau" here/],
      [`${model}&v.population=99`, /^spread in the link must lie between 0 and 20, it is 99/],
      [`${model}&v.population=`, /^spread in the link must be a finite number/],
      [`${model}&v.nothing=1`, /^there is no choice of the view "nothing" "1" here/],
      [`${model}&v.__proto__=1`, /^there is no choice of the view "__proto__" "1" here/],
      [`${model}&pattern=A tonic spiking`, /^there is no pattern/],
      [`${model}&k.4=run=50`, /^there is no kept run "4" here/],
      [`${model}&k.0=${encodeURIComponent("p.gNa=-1")}`, /^gNa = −1 mS/],
      [`${model}&run=50&stimulus={}`, /^there is no entry "stimulus"/],
    ] as const)
      expect(() => read(text), text).toThrow(sentence);
  });
});
