import type { Model } from "../../../model/model.js";
import { answer, type Analyses, type AnalysisKind, type Answer, type Job } from "./analyses.js";

/** Who does the slow analyses, elsewhere, and remembers them. */
export interface Analyst {
  /**
   * The result if it is there; if not it is begun when the question has stood for a moment, and the explorer is told.
   * @param along the parameter along which a diagram goes
   */
  ask<K extends AnalysisKind>(
    kind: K,
    model: Model,
    duration: number,
    along?: string,
  ): { readonly result: Analyses[K] } | { readonly problem: string } | undefined;
}

/** ms for which a question must not change before it is worked on. */
const patience = 150;
const remembered = 60;

/**
 * @param source the runtime's own text, which the worker runs too; kernels go along as text, so that the worker
 * compiles none
 * @param onAnswer called when something that was asked is there
 */
export function analyst(
  source: string,
  kernels: Readonly<Record<string, object>>,
  onAnswer: () => void,
  signal: AbortSignal,
): Analyst {
  const known = new Map<string, Answer>();
  const waiting = new Map<AnalysisKind, { readonly key: string; readonly job: Job }>();
  let worker: Worker | "in the page" | undefined;
  let busy: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const finish = (key: string, found: Answer): void => {
    if (known.size >= remembered) known.delete(known.keys().next().value!);
    known.set(key, found);
    busy = undefined;
    if (signal.aborted) return;
    onAnswer();
    begin();
  };
  const begin = (): void => {
    const [kind, next] = waiting.entries().next().value ?? [];
    if (kind === undefined || next === undefined || busy !== undefined || signal.aborted) return;
    waiting.delete(kind);
    busy = next.key;
    worker ??= startWorker(source, kernels);
    if (worker === "in the page") return void setTimeout(() => finish(next.key, answer(next.job)));
    worker.onmessage = ({ data }: { readonly data: Answer }) => finish(next.key, data);
    worker.onerror = () => {
      // a page's policy forbids workers
      worker = "in the page";
      setTimeout(() => finish(next.key, answer(next.job)));
    };
    worker.postMessage(next.job);
  };
  signal.addEventListener("abort", () => {
    clearTimeout(timer);
    if (worker instanceof Worker) worker.terminate();
  });

  return {
    ask<K extends AnalysisKind>(kind: K, model: Model, duration: number, along?: string) {
      const asked = withoutWhatVaries(kind, model, along);
      const key = `${kind} ${along ?? ""} ${model.data.fingerprint} ${kind === "rates" ? duration : ""} ${asked.vector.join(" ")}`;
      const found = known.get(key);
      if (found !== undefined) return found as { readonly result: Analyses[K] } | { readonly problem: string };
      if (busy !== key && waiting.get(kind)?.key !== key) {
        waiting.set(kind, { key, job: { kind, data: asked.data, duration, along } });
        clearTimeout(timer);
        timer = setTimeout(begin, patience);
      }
      return undefined;
    },
  };
}

/**
 * The model with the parameter that an analysis goes along at the middle of its range: where it is at present makes no
 * other question.
 */
function withoutWhatVaries(kind: AnalysisKind, model: Model, along: string | undefined): Model {
  const varied = kind === "diagram" ? along : kind === "rates" ? model.input : undefined;
  if (varied === undefined) return model;
  const [low, high] = model.ranges[varied];
  return model.with({ [varied]: (low + high) / 2 });
}

function startWorker(source: string, kernels: Readonly<Record<string, object>>): Worker | "in the page" {
  const text = Object.entries(kernels).map(
    ([fingerprint, factories]) =>
      `${JSON.stringify(fingerprint)}: { ${Object.entries(factories)
        .map(([name, factory]) => `${name}: ${String(factory)}`)
        .join(", ")} }`,
  );
  const url = URL.createObjectURL(
    new Blob([source, `;self.nullclineKernels = { ${text.join(",\n")} }; nullclineRuntime.serve();`], {
      type: "text/javascript",
    }),
  );
  try {
    return new Worker(url);
  } catch {
    return "in the page";
  } finally {
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  }
}
