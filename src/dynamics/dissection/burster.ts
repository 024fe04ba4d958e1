import type { Trajectory } from "../../solve/trajectory.js";
import type { Burst } from "../../spikes/bursts.js";
import type { BifurcationDiagram, BifurcationPoint, Evidence } from "../system/diagram.js";
import { bursterNames, endingOf } from "./endings.js";
import { valuesAt, type SlowFlow } from "./slow-flow.js";

/** What the bursts of a run are like, and what makes them. */
export interface Burster {
  /** ms: from the first spike of one burst to that of the next, mean. */
  readonly period: number;
  /** From the first spike of a burst to its last, as a part of the period, mean. */
  readonly dutyCycle: number;
  /** Mean. */
  readonly spikes: number;
  /** What ends rest and what ends spiking, such as "fold/homoclinic"; undefined where the evidence lacks. */
  readonly type: string | undefined;
  /** What bursters of this type are called, such as "square-wave", if they have such a name. */
  readonly name: string | undefined;
  /** The bifurcations of the fast subsystem at which rest and spiking end. */
  readonly ends: { readonly rest?: BifurcationPoint; readonly spiking?: BifurcationPoint };
}

interface FoundBurster {
  readonly burst: Burster;
  readonly isCarriedAround: boolean;
  readonly evidence: Evidence;
  readonly lacking: readonly string[];
}

const atRest = 0.15; // of the swing of the first state: how near to an equilibrium a run rests
const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;

const untyped = (
  measures: Pick<Burster, "period" | "dutyCycle" | "spikes">,
  ends: Burster["ends"],
  evidence: Evidence,
  lacking: readonly string[],
): FoundBurster => ({
  burst: { ...measures, type: undefined, name: undefined, ends },
  isCarriedAround: false,
  evidence,
  lacking,
});

/** The burster that a run is; undefined if its gaps are no rest of the fast subsystem. */
export function bursterOf(
  first: string,
  slow: string,
  fast: BifurcationDiagram,
  flow: { readonly equilibria: readonly SlowFlow[]; readonly cycles: readonly SlowFlow[] },
  run: Trajectory,
  bursts: readonly Burst[],
): FoundBurster | undefined {
  if (bursts.length < 2) return undefined;
  const [before, after] = bursts.slice(-2);
  const inGap = run.at((before.end + after.start) / 2);
  const inBurst = run.at((after.start + after.end) / 2);
  const swing = run.states[first].reduce((m, v) => Math.max(m, v)) - run.states[first].reduce((m, v) => Math.min(m, v));

  const segments = fast.branches.flatMap(({ segments: pieces }) => pieces);
  const rest = flow.equilibria.find(
    ({ stable, slow: values }, k) =>
      stable &&
      valuesAt(values, segments[k].states[first], inGap[slow]).some((v) => Math.abs(v - inGap[first]) < atRest * swing),
  );
  if (rest === undefined) return undefined;
  const spiking = flow.cycles.find(
    ({ stable, slow: values, rate }) => stable && valuesAt(values, rate, inBurst[slow]).length > 0,
  );

  const period = mean(bursts.slice(1).map(({ start }, k) => start - bursts[k].start));
  const measures = {
    period,
    dutyCycle: mean(bursts.map(({ start, end }) => end - start)) / period,
    spikes: mean(bursts.map(({ count }) => count)),
  };
  const seen = {
    [`${slow} at the first spike of a burst`]: run.at(after.start)[slow],
    [`${slow} at the last spike of a burst`]: run.at(before.end)[slow],
  };
  if (spiking === undefined)
    return untyped(measures, {}, seen, [
      "no stable cycle of the fast subsystem was found where the run spikes, at " +
        `${slow} = ${inBurst[slow].toPrecision(4)}`,
    ]);

  const [restRate] = valuesAt(rest.slow, rest.rate, inGap[slow]);
  const [spikingRate] = valuesAt(spiking.slow, spiking.rate, inBurst[slow]);
  const evidence = {
    ...seen,
    [`mean d${slow}/dt at rest, per ms`]: restRate,
    [`mean d${slow}/dt while it spikes, per ms`]: spikingRate,
  };
  const restEnd = endingOf(fast, "rest", rest, restRate);
  const spikingEnd = endingOf(fast, "spiking", spiking, spikingRate);
  const lacking = [restEnd, spikingEnd].filter((end) => typeof end === "string");
  const ends = {
    ...(typeof restEnd === "string" ? {} : { rest: restEnd.point }),
    ...(typeof spikingEnd === "string" ? {} : { spiking: spikingEnd.point }),
  };
  if (restRate * spikingRate >= 0)
    lacking.push(`${slow} moves the same way at rest and while it spikes: one slow state does not explain that`);
  if (typeof restEnd === "string" || typeof spikingEnd === "string" || restRate * spikingRate >= 0)
    return untyped(measures, ends, evidence, lacking);

  const overlap = (spikingEnd.point.parameter - restEnd.point.parameter) * Math.sign(spikingRate);
  const known = { ...evidence, "rest and spiking coexist over": Math.max(0, overlap) };
  if (!(overlap > 0)) {
    lacking.push(
      `rest ends where spiking does: they coexist at no value of ${slow}, and one slow state cannot lead from the ` +
        "one to the other and back; a parabolic burster (circle/circle) has two",
    );
    return untyped(measures, ends, known, lacking);
  }
  const type = `${restEnd.ending}/${spikingEnd.ending}`;
  const interval = mean(bursts.map(({ start, end, count }) => (end - start) / Math.max(1, count - 1)));
  return {
    burst: { ...measures, type, name: bursterNames[type], ends },
    isCarriedAround:
      carries(rest, restEnd.point.parameter, spikingEnd.point.parameter) &&
      carries(spiking, spikingEnd.point.parameter, restEnd.point.parameter),
    evidence: {
      ...known,
      [`${slow} moves in a spike, as a part of that`]: Math.abs(spikingRate * interval) / overlap,
    },
    lacking,
  };
}

/**
 * Whether the slow state is carried along a piece from where the other one ends to its own end, but for the last of the
 * way that it moves in one period.
 */
function carries({ slow, rate, swing }: SlowFlow, own: number, others: number): boolean {
  const way = Math.sign(own - others);
  const onTheWay = Array.from(slow.keys()).filter(
    (k) => (slow[k] - others) * way >= 0 && (own - slow[k]) * way > swing[k],
  );
  return onTheWay.length > 0 && onTheWay.every((k) => rate[k] * way > 0);
}
