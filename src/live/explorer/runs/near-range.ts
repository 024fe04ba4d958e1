import type { Model } from "../../../model/model.js";

/** Where firing begins and a current that makes a model fire lie in the first third of its slider. */
const [below, above] = [0.5, 2.5];

/**
 * The part of the input's range in which most happens: around the current with which an explorer opens. The whole range
 * where that is not much more.
 */
export function nearRange({ input, ranges }: Model, opened: number): readonly [number, number] {
  if (input === undefined) return [0, 1];
  const [low, high] = ranges[input];
  const top = Number((above * opened).toPrecision(2));
  return opened > 0 && top < 0.7 * high ? [Math.max(low, Number((-below * opened).toPrecision(2))), top] : [low, high];
}
