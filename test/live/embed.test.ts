import { describe, expect, it, vi } from "vitest";
import { browserCode, equationsCode, figureLibrary } from "../../scripts/bundle.mjs";
import { plot } from "../../src/figure/plot.js";
import { dataUri, liveHtml } from "../../src/live/cell/embed.js";
import { equationsHtml } from "../../src/live/cell/equations.js";
import { explorableModels } from "../../src/live/explorer/state/payload.js";
import { explorer, payloadOf } from "../../src/live/cell/explore.js";
import { markedEquations } from "../../src/live/cell/marked-equations.js";
import { pack } from "../../src/live/cell/pack.js";
import { eachPart, partNames, type PartName } from "../../src/live/parts.js";
import { setup, setupHtml } from "../../src/live/cell/setup.js";
import { unpack } from "../../src/live/page/unpack.js";
import type { LiveContent } from "../../src/live/page/mount.js";
import { show, showHtml } from "../../src/live/cell/show.js";
import { hodgkinHuxley } from "../../src/models/hodgkin-huxley.js";
import { izhikevich } from "../../src/models/izhikevich.js";
import { catalogue } from "../../src/models/catalogue.js";
import { linearPlane } from "../../src/models/linear-plane.js";
import { persistentSodiumPotassium } from "../../src/models/persistent-sodium-potassium.js";
import { modelFromData } from "../../src/model/model-from-data.js";
import type { Model } from "../../src/model/model.js";
import { simulate } from "../../src/solve/simulate.js";
import { whiteNoise } from "../../src/solve/stimuli/stimulus-noise.js";
import { constant, step } from "../../src/solve/stimuli/stimulus-shapes.js";
import { sum } from "../../src/solve/stimuli/stimulus.js";
import { parseXml } from "../figure/picture.js";
import { matched } from "../matched.js";

const run = simulate(hodgkinHuxley, { duration: 100, stimulus: step(10, 10, 80) });
const hostile = `</script><script>alert(1)</script><img src=x onerror="alert(2)">`;
const carriedBy = async (html: string): Promise<LiveContent> =>
  JSON.parse(await unpack(matched(html, /<script type="application\/gzip">(.*?)<\/script>/)[1])) as LiveContent;
const imageOf = (html: string): string => matched(html, /<img [^>]*src="([^"]*)"/)[1];

describe("setup()", async () => {
  const code = await browserCode();
  const [library, runtime] = [figureLibrary(), code.runtime].map(pack);
  const parts = eachPart((name) => pack(code.parts[name]));
  const html = setupHtml(library, runtime, parts);
  /** Characters that a part of the runtime may have. */
  const most: Readonly<Record<PartName, number>> = {
    analyses: 66_000,
    scenes: 32_000,
    extras: 12_000,
    files: 10_000,
    drawings: 14_000,
  };

  it("puts at most 0.66 MB of library, 0.2 MB of code that is run at once, with the font of equations, and as much as is allowed for each part of it into the notebook, once", () => {
    expect(library.length).toBeLessThan(660_000);
    expect(runtime.length).toBeLessThan(205_000);
    for (const name of partNames) expect(parts[name].length, name).toBeLessThan(most[name]);
    const all = 865_000 + Object.values(most).reduce((total, each) => total + each, 0);
    expect(html.length).toBeLessThan(all);
  });

  it("has apart, for a page where equations are typed, 0.26 MB of what reads them, which no notebook carries", async () => {
    const equations = pack(await equationsCode());
    expect(equations.length).toBeLessThan(260_000);
    expect(setupHtml(library, runtime, { ...parts, equations })).toContain(equations);
    const plain = JSON.stringify((await carriedBy(explorer([hodgkinHuxley], {}).html)).payload);
    expect(plain).not.toContain("v > 45 [mV]");
  });

  it("names no address outside the page", () => {
    expect(html.replace(/"[^"\s]{1000,}"/g, "")).not.toMatch(/https?:|src=|import\(/);
  });

  it("changes its version with every change of what it carries, so that a page never mixes two", () => {
    const version = (text: string): string => matched(text, /, "([^"]*)"\)<\/script>$/)[1];
    const of = (part: string): string => version(setupHtml("a", "b", { ...parts, scenes: part }));
    expect(of("c")).toBe(of("c"));
    expect(of("c")).not.toBe(of("d"));
  });

  it("refuses an unknown library", () => {
    expect(() => setup({ library: "webgl" as never })).toThrow('library must be "cartesian" or "full", got "webgl"');
  });
});

describe("show()", () => {
  it("carries the figure twice: as a picture with words, and as data", async () => {
    const html = showHtml(plot.trace(run));
    expect(matched(html, /<img [^>]*alt="([^"]*)"/)[1]).toBe("V, the input against time from 0 to 100 ms; 5 spikes");
    const picture = parseXml(decodeURIComponent(imageOf(html).replace("data:image/svg+xml,", "")));
    expect(picture.name).toBe("svg");
    const stored = (await carriedBy(html)).payload as { data: { name: string }[] };
    expect(stored.data.map(({ name }) => name)).toEqual(["V", "spikes", "I"]);
  });

  it("stays under 60 kB with five panels of Hodgkin-Huxley", () => {
    expect(
      showHtml(plot.trace(run, { panels: ["V", ["m", "h", "n"], ["INa", "IK", "IL"], "input"] })).length,
    ).toBeLessThan(60_000);
  });

  it("tells a reader without setup() how to make it live", () => {
    expect(showHtml(plot.trace(run))).toContain("run setup() in the first cell");
  });

  it("keeps text of a figure text", () => {
    const html = showHtml(
      plot.curves(
        { [hostile]: { x: [0, 1], y: [0, 1] }, other: { x: [0, 1], y: [1, 0] } },
        { x: [hostile, "1"], y: ["y", "1"], title: hostile },
      ),
    );
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html.match(/<img/g)).toHaveLength(1);
    parseXml(decodeURIComponent(imageOf(html).replace("data:image/svg+xml,", "")));
  });

  it("says what it takes when it is given something else", () => {
    expect(() => show(run as never)).toThrow(
      "show takes a figure { data, layout }, such as plot.trace(…) returns; got an object with ",
    );
    expect(() => show(undefined as never)).toThrow("got undefined");
  });

  it("prints its words outside a notebook", () => {
    const log = vi.spyOn(console, "log").mockImplementation(() => {});
    show(plot.trace(run, { title: "Five spikes" }));
    expect(log.mock.calls).toEqual([["[figure] Five spikes: V, the input against time from 0 to 100 ms; 5 spikes"]]);
    log.mockRestore();
  });
});

describe("explore()", () => {
  it("carries a model's code, as a script of the page", async () => {
    const { script } = await carriedBy(explorer([hodgkinHuxley], {}).html);
    expect(script).toContain(`[${JSON.stringify(hodgkinHuxley.data.fingerprint)}] = {`);
  });

  it("opens every model of the catalogue with a run in which it does something", () => {
    for (const [name, model] of Object.entries(catalogue)) {
      const { words } = explorer([model], {});
      if (model.spiking.threshold)
        expect(Number(/^\d+/.exec(words)?.[0]), `${name}: ${words}`).toBeGreaterThanOrEqual(4);
    }
  });

  it("carries once what models of the same equations share, and each with its own values", () => {
    const models = ["supercritical Andronov-Hopf", "saddle-node on invariant circle"].map((name) =>
      persistentSodiumPotassium.preset(name),
    );
    const payload = payloadOf([...models, hodgkinHuxley], {});
    expect(payload.systems.map(({ data }) => data.name)).toEqual([persistentSodiumPotassium.name, hodgkinHuxley.name]);
    explorableModels(payload).forEach(({ data, opening }, k) => {
      const given = [...models, hodgkinHuxley][k];
      expect(modelFromData(data).parameters).toEqual(given.with({ I: opening.input }).parameters);
    });
  });

  it("keeps the current that it is given, if the model fires with it", () => {
    expect(payloadOf([hodgkinHuxley.with({ I: 20 })], {}).models[0].opening.input).toBe(20);
    expect(payloadOf([hodgkinHuxley], { stimulus: step(7, 10, 80) }).models[0].opening).toEqual({
      input: 0,
      duration: 100,
    });
  });

  it("marks every symbol of a model's equations by its name, and nothing else", () => {
    const classes = (model: Model): string[] => [
      ...new Set([...markedEquations(model).matchAll(/nc-name-(\w+)/g)].map(([, name]) => name)),
    ];
    for (const model of Object.values(catalogue)) {
      const known = [...model.stateNames, ...model.parameterNames, ...model.quantities];
      const inText = known.filter((name) => name !== "tRef"); // not in an equation
      expect(classes(model).sort(), model.name).toEqual(inText.sort());
    }
  });

  it("calls models of one name by their presets in the menu", () => {
    const labels = ["supercritical Andronov-Hopf", "saddle-node on invariant circle"].map((name) =>
      persistentSodiumPotassium.preset(name),
    );
    expect(payloadOf([...labels, hodgkinHuxley], {}).models.map(({ label }) => label)).toEqual([
      "I_Na,p + I_K: supercritical Andronov-Hopf",
      "I_Na,p + I_K: saddle-node on invariant circle",
      "Hodgkin-Huxley",
    ]);
  });

  it("refuses a slider that no model has, a stimulus that none can be given, and an empty list", () => {
    expect(() => payloadOf([hodgkinHuxley, izhikevich], { sliders: ["a", "gCa"] })).toThrow(
      "no parameter 'gCa' for a slider; there are C, I, gNa",
    );
    expect(() => payloadOf([linearPlane], { stimulus: step(1, 0, 5) })).toThrow(
      `explore: ${linearPlane.name} names no input parameter to which a stimulus could be added`,
    );
    expect(() => payloadOf([hodgkinHuxley], { stimulus: sum(constant(5), whiteNoise(1, 1)) })).toThrow(
      "give ornsteinUhlenbeck",
    );
    expect(() => payloadOf([], {})).toThrow("at least one model");
  });
});

describe("equations()", () => {
  it("carry TeX for pages with MathJax and MathML for pages without, none of it as markup of the page", () => {
    const html = equationsHtml(hodgkinHuxley.tex);
    expect(html).toContain("\\begin{aligned}\nC\\,\\frac{dV}{dt} &amp;= I");
    const math = parseXml(matched(html, /<script type="application\/mathml">(.*?)<\/script>/s)[1]);
    expect(math.name).toBe("math");
    expect(math.text.replace(/\s/g, "")).toContain("CdVdt=I−INa−IK−IL");
  });
});

describe("embedding", () => {
  it("cannot be left by any text", async () => {
    const html = liveHtml("figure", plot.trace(run), { hostile }, hostile, hostile);
    expect(html.match(/<script|<img|<p /g)).toEqual(["<img", "<p ", "<script"]);
    expect(await carriedBy(html)).toEqual({ payload: { hostile }, script: hostile });
    expect(dataUri(`<svg a="1">µ#%</svg>`)).toMatch(/^data:image\/svg\+xml,[\x20-\x7e]*$/);
    expect(dataUri(`<svg a="1">µ#%</svg>`)).not.toMatch(/["<>#]/);
    expect(decodeURIComponent(dataUri(`<svg a="1">µ#%&amp;</svg>`).slice(19))).toBe(`<svg a='1'>µ#%&amp;</svg>`);
    expect(decodeURIComponent(dataUri(`<svg a="it's">"</svg>`).slice(19))).toBe(`<svg a="it's">"</svg>`);
  });
});
