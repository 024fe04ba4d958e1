import type { Program } from "../../page/load.js";
import { runPart } from "../../page/load.js";
import type { AnalysisCode, AnalysisKind, Answer } from "./analyses.js";
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
 * @param program the page's code, of which the worker runs all
 * @param kernels of models by fingerprint; they go along as text, so that the worker compiles none
 * @param onAnswer called when something that was asked is there
 */
export function analyst(
  program: Program,
  kernels: Readonly<Record<string, object>>,
  onAnswer: (question: Question, answer: Answer) => void,
  signal: AbortSignal,
): Analyst {
  const waiting = new Map<AnalysisKind, Question>();
  let worker: Worker | AnalysisCode | undefined;
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
    program.code("analyses").then(
      (code) => work(next, code),
      (error: unknown) => finish(next, { problem: `What computes it could not be loaded: ${String(error)}.` }),
    );
  };
  const work = (next: Question, code: string): void => {
    if (signal.aborted) return;
    worker ??= startWorker(program, code, kernels);
    if (!(worker instanceof Worker)) {
      const { answer } = worker;
      setTimeout(() => finish(next, answer(next.job)));
      return;
    }
    worker.onmessage = ({ data }: { readonly data: Answer }) => finish(next, data);
    worker.onerror = () => {
      worker = runPart<AnalysisCode>(program, "analyses", code); // whose policy forbids workers
      work(next, code);
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

function startWorker(program: Program, code: string, kernels: Readonly<Record<string, object>>): Worker | AnalysisCode {
  const text = Object.entries(kernels).map(
    ([fingerprint, factories]) =>
      `${JSON.stringify(fingerprint)}: { ${Object.entries(factories)
        .map(([name, factory]) => `${name}: ${String(factory)}`)
        .join(", ")} }`,
  );
  const url = URL.createObjectURL(
    new Blob(
      [
        `${program.runtime};${code};self.nullclineKernels = { ${text.join(",\n")} };`,
        "nullcline_analyses(nullclineRuntime.shared).serve();",
      ],
      { type: "text/javascript" },
    ),
  );
  try {
    return new Worker(url);
  } catch {
    return runPart(program, "analyses", code);
  } finally {
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  }
}
