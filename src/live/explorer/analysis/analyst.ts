import { answer, type AnalysisKind, type Answer } from "./analyses.js";
import type { Question } from "./question.js";

/** Who does the slow analyses, in a worker. */
interface Analyst {
  /**
   * Begins the analysis when the question has stood for a moment; a newer question of the same kind takes the place of
   * one that has not been begun. What is being worked on is not begun again.
   */
  ask(question: Question): void;
}

/** ms for which no new question must come before one is worked on. */
const patience = 150;

/**
 * @param source the runtime's own text, which the worker runs too
 * @param kernels of models by fingerprint; they go along as text, so that the worker compiles none
 * @param onAnswer called when something that was asked is there
 */
export function analyst(
  source: string,
  kernels: Readonly<Record<string, object>>,
  onAnswer: (question: Question, answer: Answer) => void,
  signal: AbortSignal,
): Analyst {
  const waiting = new Map<AnalysisKind, Question>();
  let worker: Worker | "in the page" | undefined;
  let busyWith: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const finish = (question: Question, found: Answer): void => {
    busyWith = undefined;
    if (signal.aborted) return;
    onAnswer(question, found);
    begin();
  };
  const begin = (): void => {
    const [next] = waiting.values();
    if (next === undefined || busyWith !== undefined || signal.aborted) return;
    waiting.delete(next.job.kind);
    busyWith = next.key;
    const inThePage = (): unknown => setTimeout(() => finish(next, answer(next.job)));
    worker ??= startWorker(source, kernels);
    if (worker === "in the page") {
      inThePage();
      return;
    }
    worker.onmessage = ({ data }: { readonly data: Answer }) => finish(next, data);
    worker.onerror = () => {
      // a page's policy forbids workers
      worker = "in the page";
      inThePage();
    };
    worker.postMessage(next.job);
  };
  signal.addEventListener("abort", () => {
    clearTimeout(timer);
    if (worker instanceof Worker) worker.terminate();
  });

  return {
    ask(question) {
      if (busyWith === question.key || waiting.get(question.job.kind)?.key === question.key) return;
      waiting.set(question.job.kind, question);
      clearTimeout(timer);
      timer = setTimeout(begin, patience);
    },
  };
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
