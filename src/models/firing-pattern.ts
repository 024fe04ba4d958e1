import type { Model } from "../model/model.js";
import { izhikevich, type IzhikevichParameter } from "./izhikevich.js";

/**
 * One panel of the figure of twenty firing patterns: Izhikevich (2004) IEEE Trans. Neural Netw. 15:1063–1070, Fig. 1,
 * with the numbers of the author's program for it, `figure1.m`.
 *
 * The program steps by Euler's rule, v before u, with a dt so coarse that some panels owe their pattern to it:
 * integrated accurately the same equations do something else. Where that is so, `repair` says what to change to see the
 * pattern in the model itself.
 * `runPattern` runs a pattern either way.
 */
export interface FiringPattern {
  /** The letter of the panel, A to T. */
  readonly panel: string;
  /** The caption of the panel. */
  readonly name: string;
  readonly model: Model<IzhikevichParameter>;
  readonly initial: { readonly v: number; readonly u: number };
  /** A stimulus as data, times in ms. */
  readonly stimulus: PatternStimulus;
  /** ms. */
  readonly duration: number;
  /** ms, the step of the program. */
  readonly dt: number;
  readonly repair?: {
    readonly model: Model<IzhikevichParameter>;
    readonly stimulus: PatternStimulus;
    readonly change: string;
  };
}

/** The kinds of stimulus data that the patterns need. */
export type PatternStimulus =
  | { readonly kind: "constant"; readonly amplitude: number }
  | { readonly kind: "step"; readonly amplitude: number; readonly from: number; readonly to: number | null }
  | { readonly kind: "pulses"; readonly amplitude: number; readonly width: number; readonly at: readonly number[] }
  | { readonly kind: "ramp"; readonly slope: number; readonly from: number; readonly to: number | null }
  | { readonly kind: "sum"; readonly terms: readonly PatternStimulus[] };

/** What the author's program for a panel says. */
interface PatternSheet {
  readonly model?: Model<IzhikevichParameter>;
  readonly abcd: readonly [a: number, b: number, c: number, d: number];
  readonly v0: number;
  readonly u0?: number;
  readonly stimulus: PatternStimulus;
  readonly duration: number;
  readonly dt: number;
  readonly repair?: {
    readonly parameters?: { readonly b?: number; readonly d?: number };
    readonly stimulus?: PatternStimulus;
    readonly change: string;
  };
}

/** The panel that a program draws: by default with the model of Izhikevich (2003), from u = b v. */
export function firingPattern(panel: string, name: string, sheet: PatternSheet): FiringPattern {
  const [a, b, c, d] = sheet.abcd;
  const { v0, stimulus, duration, dt, repair } = sheet;
  const model = (sheet.model ?? izhikevich).with({ a, b, c, d });
  return {
    panel,
    name,
    model,
    initial: { v: v0, u: sheet.u0 ?? b * v0 },
    stimulus,
    duration,
    dt,
    ...(repair && {
      repair: {
        model: model.with(repair.parameters ?? {}),
        stimulus: repair.stimulus ?? stimulus,
        change: repair.change,
      },
    }),
  };
}
