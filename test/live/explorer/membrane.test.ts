import { describe, expect, it } from "vitest";
import { channelAt, channelsOf } from "../../../src/live/explorer/extras/channels.js";
import { movingPart, stillPart, type MembraneNow } from "../../../src/live/explorer/extras/membrane-picture.js";
import { membraneInWords } from "../../../src/live/explorer/extras/membrane-words.js";
import { ionCurrents } from "../../../src/live/explorer/panels/ion-channels.js";
import { membranePanel } from "../../../src/live/explorer/panels/membrane.js";
import type { Model } from "../../../src/model/model.js";
import { catalogue } from "../../../src/models/catalogue.js";
import { hodgkinHuxley } from "../../../src/models/hodgkin-huxley.js";
import { parseXml } from "../../figure/picture.js";

/** "INa gNa ENa m3 h1", for each channel. */
const told = (model: Model): readonly string[] =>
  channelsOf(model).map(({ current, conductance, reversal, gates }) =>
    [current, conductance, reversal, ...gates.map(({ name, power }) => `${name}${power}`)].join(" "),
  );

const at = (model: Model, state: Readonly<Record<string, number>>): MembraneNow => ({
  model,
  at: 12.3,
  state,
  input: 10,
  channels: channelsOf(model).map((channel) => channelAt(channel, model, state)),
  largest: 800,
  moved: [0.3, -0.2, 0, 0],
});

describe("the channels of a model", () => {
  it("are found with their gates, by trying, whatever they are called", () => {
    expect(told(hodgkinHuxley)).toEqual(["INa gNa ENa m3 h1", "IK gK EK n4", "IL gL EL"]);
    expect(told(catalogue["morrisLecar"])).toEqual(["IL gL EL", "ICa gCa ECa mInf1", "IK gK EK w1"]);
    expect(told(catalogue["persistentSodium"])).toEqual(["IL gL EL", "INa gNa ENa mInf1"]);
    expect(told(catalogue["prescott"])).toEqual(["Ifast gFast ENa mInf1", "Islow gSlow EK w1", "Ileak gLeak Eleak"]);
  });

  it("stay when a slider has taken a conductance away", () => {
    expect(told(hodgkinHuxley.with({ gK: 0 }))).toEqual(told(hodgkinHuxley));
  });

  it("open as far as their current says, in every model that has some, anywhere in its window", () => {
    const suited = Object.values(catalogue).filter((model) => membranePanel.suits(model));
    expect(suited.length).toBeGreaterThan(5);
    for (const model of suited) {
      const [V, ...others] = model.stateNames;
      const parameters: Readonly<Record<string, number>> = model.parameters;
      expect(channelsOf(model), model.name).toHaveLength(ionCurrents(model).length);
      for (const part of [0.13, 0.5, 0.82]) {
        const state = Object.fromEntries(
          [V, ...others].map((name) => [
            name,
            model.ranges[name][0] + part * (model.ranges[name][1] - model.ranges[name][0]),
          ]),
        );
        for (const channel of channelsOf(model)) {
          const { open, current } = channelAt(channel, model, state);
          const driven = (state[V] - parameters[channel.reversal]) * parameters[channel.conductance];
          expect(channel.complete, `${model.name} ${channel.current}`).toBe(true);
          expect(open * driven, `${model.name} ${channel.current}`).toBeCloseTo(current, 8);
        }
      }
    }
  });
});

describe("the membrane", () => {
  const state = { V: -20, m: 0.5, h: 0.25, n: 0.4 };

  it("says in words what it shows", () => {
    expect(membraneInWords(at(hodgkinHuxley, state))).toBe(
      "At 12.3 ms V = −20 mV. INa: 263 µA/cm² flow in, 3.1 % of its channels open (m = 0.5 to the power 3, h = 0.25). " +
        "IK: 52.5 µA/cm² flow out, 2.6 % of its channels open (n = 0.4 to the power 4). " +
        "IL: 10.3 µA/cm² flow out, 100 % of its channels open. I = 10 µA/cm² through the electrode.",
    );
  });

  it("is drawn of each model at each width from well-formed elements with finite numbers, nothing of it beyond its sides", () => {
    for (const model of Object.values(catalogue).filter((each) => membranePanel.suits(each)))
      for (const width of [340, 600]) {
        const now = at(model, model.states);
        const drawn = stillPart(now, width) + movingPart(now, width);
        expect(drawn, model.name).not.toMatch(/NaN|Infinity|undefined/);
        expect(parseXml(`<svg>${drawn}</svg>`).name).toBe("svg");
        for (const [, x] of drawn.matchAll(/ (?:x|cx)="([-\d.]+)"/g)) {
          expect(Number(x)).toBeGreaterThanOrEqual(0);
          expect(Number(x)).toBeLessThanOrEqual(width);
        }
      }
  });

  it("has an arrow whose area is the current: at a quarter of it, half as long; inwards it points down", () => {
    const lengthOf = (shown: MembraneNow): number => {
      const [, ys] = /<path d="M([^Z"]*)Z" fill="#d55e00" stroke/.exec(movingPart(shown, 400)) ?? ["", ""];
      const all = ys.split("L").map((point) => Number(point.split(" ")[1]));
      return all[4] - all[0];
    };
    const now = at(hodgkinHuxley, state);
    const carrying = (current: number): MembraneNow => ({
      ...now,
      channels: now.channels.map((each, k) => (k === 0 ? { ...each, current } : each)),
    });
    expect(lengthOf(carrying(-800))).toBeCloseTo(56, 6);
    expect(lengthOf(carrying(-200))).toBeCloseTo(28, 6);
    expect(lengthOf(carrying(200))).toBeCloseTo(-28, 6);
  });
});
