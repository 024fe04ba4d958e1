import { printUnit } from "../../figure/label.js";
import { allowance, isRounded, roundedTooFar, type Tolerance } from "./tolerance.js";
import { kindOf, recognised, right, unanswered, wrong, type Answer, type Misconception } from "./verdict.js";

/** A number in one unit, how far off it may be, and the wrong numbers that are foreseen. */
export interface NumberAnswer {
  /** "Hz", "uA/cm^2"; "" for a pure number. */
  readonly unit: string;
  readonly right: number;
  readonly tolerance: Tolerance;
  readonly misconceptions: readonly Misconception<number>[];
}

/** As units are mistaken for each other: metres, cm, mm and µm, Ω and kΩ, a part and percent. */
const powersOfTen = [-6, -4, -3, -2, -1, 1, 2, 3, 4, 6] as const;

/** A number. Besides what is foreseen, a wrong sign, a wrong power of ten, and too few digits are recognised. */
export function numberAnswer(expected: NumberAnswer): Answer {
  const shape = numberIn(expected.unit);
  const near = (given: number, value: number): boolean =>
    Math.abs(given - value) <= allowance(expected.tolerance, value);
  return {
    shape,
    right: expected.right,
    misconceptions: expected.misconceptions,
    judge(given) {
      if (typeof given !== "number")
        return wrong(`You gave ${kindOf(given)}.${digitsIn(given) ? " Leave out the quotation marks." : ""}`);
      if (Number.isNaN(given)) return unanswered;
      if (near(given, expected.right)) return right;
      const foreseen = closest(
        given,
        expected.misconceptions.filter(({ wrong: value }) => near(given, value)),
      );
      if (foreseen) return recognised(foreseen);
      if (!Number.isFinite(given)) return wrong("Your number is not finite.");
      if (isRounded(given, expected.right)) return wrong(roundedTooFar);
      if (near(-given, expected.right)) return wrong("The size is right, the sign is not.");
      // Where much is allowed, as 1.5 mV about −3 mV, a round number far off would look like a slip of the unit.
      const tells = allowance(expected.tolerance, expected.right) <= 0.1 * Math.abs(expected.right);
      for (const power of tells ? powersOfTen : []) {
        if (near(given * 10 ** power, expected.right))
          return wrong(`The digits are right, the power of ten is not${expected.unit && unitWanted(expected.unit)}.`);
      }
      return wrong("");
    },
  };
}

const digitsIn = (given: unknown): boolean =>
  typeof given === "string" && given.trim() !== "" && Number.isFinite(Number(given));

/** The shape of a number in a unit, such as "a number in Hz"; "" is the unit of a pure number. */
export const numberIn = (unit: string): string => (unit === "" ? "a number" : `a number in ${unit}`);

function closest(given: number, candidates: readonly Misconception<number>[]): Misconception<number> | undefined {
  return [...candidates].sort((a, b) => Math.abs(a.wrong - given) - Math.abs(b.wrong - given))[0];
}

const unitWanted = (unit: string): string => `: the answer is wanted in ${printUnit(unit)}`;
