/** The cells that were run, for front ends that let one go back to them. */

/** What has been run since the notebook was opened; kept over restarts of the kernel. */
export interface History {
  add(line: number, input: string): void;
  /** Notes the result of the cell that was added last. */
  result(output: string): void;
  /** The content of a history_reply. */
  answer(request: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>;
  /** Forgets all, when the kernel is not to come back. */
  forget(): void;
}

/** A text that outlives the kernel, to which lines are added. */
export interface Journal {
  read(): string;
  /** @throws Error if it can not be written */
  append(text: string): void;
  remove(): void;
}

interface Entry {
  readonly session: number;
  readonly line: number;
  readonly input: string;
  output?: string;
}

/** Entries of a reply to which no limit was set. */
const most = 10_000;

/** @param journal keeps the history over a restart, one JSON text a line */
export function createHistory(journal: Journal): History {
  const entries = entriesIn(journal.read());
  const session = (entries.at(-1)?.session ?? 0) + 1;

  function ranged({ session: asked, start, stop }: Readonly<Record<string, unknown>>): Entry[] {
    const which = Number(asked ?? 0) <= 0 ? session + Number(asked ?? 0) : Number(asked);
    const [from, to] = [Number(start ?? 0), typeof stop === "number" ? stop : Number.POSITIVE_INFINITY];
    return entries.filter((entry) => entry.session === which && entry.line >= from && entry.line < to);
  }
  function found({ pattern, unique }: Readonly<Record<string, unknown>>): Entry[] {
    const expression = globExpression(String(pattern ?? "*"));
    const matching = entries.filter(({ input }) => expression.test(input));
    if (unique !== true) return matching;
    return matching.filter(({ input }, i) => !matching.slice(i + 1).some((later) => later.input === input));
  }

  return {
    add(line, input) {
      entries.push({ session, line, input });
      try {
        journal.append(`${JSON.stringify({ session, line, input })}\n`);
      } catch {
        /* a full disk costs the history over restarts, not the cell */
      }
    },
    result(output) {
      const last = entries.at(-1);
      if (last) last.output = output;
    },
    answer(request) {
      const type = String(request.hist_access_type);
      const limit = typeof request.n === "number" && request.n > 0 ? request.n : most;
      const chosen =
        type === "range" ? ranged(request) : type === "search" ? found(request).slice(-limit) : entries.slice(-limit);
      const tuple = ({ session: of, line, input, output }: Entry): unknown[] => [
        of,
        line,
        request.output === true ? [input, output ?? null] : input,
      ];
      return { status: "ok", history: chosen.map(tuple) };
    },
    forget: () => journal.remove(),
  };
}

const entriesIn = (text: string): Entry[] =>
  text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Entry);

/** `*` and `?` as in names of files. */
const globExpression = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .replace(/[\\^$+.()|{}]/g, "\\$&")
      .replace(/\*/g, "[^]*")
      .replace(/\?/g, "[^]")}$`,
  );
