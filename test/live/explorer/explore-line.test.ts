import { describe, expect, it } from "vitest";
import * as nullcline from "../../../src/index.js";
import { requireInput } from "../../../src/checks/require.js";
import { explorer, payloadOf, type ExploreOptions } from "../../../src/live/cell/explore.js";
import {
  lastingModel,
  plainSetting,
  run,
  stimulusOf,
  unstimulated,
  type Setting,
} from "../../../src/live/explorer/runs/setting.js";
import { drawnByHand, drawnPoints, waveforms } from "../../../src/live/explorer/runs/waveforms.js";
import { exploreLine } from "../../../src/live/explorer/state/code-line.js";
import type { Model } from "../../../src/model/model.js";
import { catalogue } from "../../../src/models/catalogue.js";
import { stimulusFromData } from "../../../src/solve/stimuli/stimulus-from-data.js";

/** What a cell with this line would hand to `explore`. */
function runLine(line: string): { readonly model: Model; readonly options: ExploreOptions } {
  let got: { readonly model: Model; readonly options: ExploreOptions } | undefined;
  const scope = {
    ...nullcline,
    explore: (model: Model, options: ExploreOptions) => {
      got = { model, options };
    },
  };
  new Function(...Object.keys(scope), line)(...Object.values(scope));
  if (got === undefined) throw new Error(`explore was not called by ${line}`);
  return got;
}

/** The setting with which an explorer with these options opens. */
function opened(model: Model, options: ExploreOptions): { readonly model: Model; readonly setting: Setting } {
  const {
    models: [
      {
        values,
        opening: { duration },
      },
    ],
    stimulus,
    start,
  } = payloadOf([model], options);
  return {
    model: model.with(Object.fromEntries(model.parameterNames.map((name, k) => [name, values[k]]))),
    setting: { ...plainSetting(duration, stimulus), start },
  };
}

describe("the line of code of an explorer", () => {
  for (const [name, model] of Object.entries(catalogue).filter(([, { input }]) => input !== undefined)) {
    it(`gives the same run and the same pictures, bit for bit, for every time course: ${name}`, () => {
      const { duration, input } = payloadOf([model], {}).models[0].opening;
      const first = model.stateNames[0];
      const here = model.with({ [requireInput("test", model)]: input / 3 });
      const drawn = Object.fromEntries(Array.from({ length: drawnPoints }, (_, k) => [`point ${k}`, (input * k) / 77]));
      for (const { name: waveform } of waveforms) {
        const setting: Setting = {
          duration: 0.3 * duration,
          stimulus: null,
          waveform,
          waveformParameters: waveform === drawnByHand ? drawn : {},
          start: { [first]: model.states[first] + 0.1 },
        };
        const again = opened(
          ...(Object.values(runLine(exploreLine({ name, defaults: model.parameters }, here, setting))) as [
            Model,
            ExploreOptions,
          ]),
        );
        expect(stimulusOf(again.model, again.setting)?.data, waveform).toEqual(stimulusOf(here, setting)?.data);
        expect(unstimulated(again.model, again.setting).vector, waveform).toEqual(unstimulated(here, setting).vector);
        expect(lastingModel(again.model, again.setting).vector, waveform).toEqual(lastingModel(here, setting).vector);
        expect(again.setting.start, waveform).toEqual(setting.start);
        if (waveform === "ramp")
          expect(run(again.model, again.setting).states[first]).toEqual(run(here, setting).states[first]);
      }
    });
  }

  it("says that the reader predicts first, and is short where little was changed", () => {
    const setting = plainSetting(100);
    const { hodgkinHuxley } = nullcline;
    expect(
      exploreLine(
        { name: "hodgkinHuxley", defaults: hodgkinHuxley.parameters },
        hodgkinHuxley.with({ I: 10, gK: 30 }),
        setting,
        true,
      ),
    ).toBe("explore(hodgkinHuxley.with({ gK: 30 }), { duration: 100, stimulus: step(10, 10, 80), predict: true });");
    expect(explorer([hodgkinHuxley], { predict: true }).words).not.toMatch(/\d/);
  });

  it("writes every kind of stimulus such that it is made again, value for value", () => {
    for (const data of [
      { kind: "pulses", amplitude: 1 / 3, width: 0.1, at: [1, 2.7] },
      { kind: "pulseTrain", amplitude: 2, width: 1, period: 7.3, from: 1 / 7, count: 3 },
      { kind: "poissonInput", rate: 100, weight: 0.1, tau: 3, reversal: 0, seed: 4 },
      { kind: "whiteNoise", intensity: 1, seed: 2 },
      { kind: "ramp", slope: 0.1, from: 2, to: 7 },
    ] as const) {
      const line = exploreLine(
        { name: "hodgkinHuxley", defaults: nullcline.hodgkinHuxley.parameters },
        nullcline.hodgkinHuxley,
        plainSetting(50, data),
      );
      expect(runLine(line).options.stimulus?.data).toEqual(stimulusFromData(data).data);
    }
  });
});
