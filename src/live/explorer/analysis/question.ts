import type { Window } from "../../../dynamics/system/window.js";
import type { Model } from "../../../model/model.js";
import type { AnalysisKind, Job } from "./analyses.js";

/** Something that takes too long to compute between two frames. */
export interface Question<K extends AnalysisKind = AnalysisKind> {
  /** Equal for two questions with the same answer. */
  readonly key: string;
  readonly job: Job<K>;
}

/**
 * @param duration ms, of the runs of an f-I curve @param along the parameter along which a diagram goes
 * @param window of basins, or of a map of two parameters
 */
export function question<K extends AnalysisKind>(
  kind: K,
  model: Model,
  duration: number,
  along?: string,
  window?: Window,
): Question<K> {
  const { data, vector } = withoutWhatVaries(kind, model, along, window);
  const length = kind === "rates" ? duration : "";
  return {
    key: `${kind} ${along ?? ""} ${data.fingerprint} ${length} ${vector.join(" ")} ${JSON.stringify(window)}`,
    job: { kind, data, duration, along, window },
  };
}

/**
 * The model with the parameters that an analysis goes along at the middle of their ranges: where they are at present
 * makes no other question.
 */
function withoutWhatVaries(kind: AnalysisKind, model: Model, along: string | undefined, window: Window = {}): Model {
  const onMap = kind === "map" || kind === "outline" ? Object.keys(window) : [];
  const varied = [kind === "diagram" ? along : kind === "rates" ? model.input : undefined, ...onMap];
  const middles = varied.flatMap((name) => {
    if (name === undefined) return [];
    const [low, high] = model.ranges[name];
    return [[name, (low + high) / 2] as const];
  });
  return model.with(Object.fromEntries(middles));
}
