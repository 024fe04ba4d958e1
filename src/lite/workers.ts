/** The two workers of a kernel: one compiles, one runs cells. */

/** Where the programs of the workers lie. */
export interface Programs {
  readonly compiler: string;
  readonly runner: string;
}

/** Starts workers, of which one of each kind is begun before anybody asks. */
export interface Workers {
  compiler(): Worker;
  runner(): Worker;
}

/** @param programs addresses */
export function createWorkers(programs: Programs): Workers {
  const begun = { compiler: new Worker(programs.compiler), runner: new Worker(programs.runner) };
  const ready: Partial<typeof begun> = { ...begun };
  // Whoever takes a worker hears its errors, but not those of before: one that could not be loaded is begun again.
  for (const kind of ["compiler", "runner"] as const)
    begun[kind].addEventListener("error", () => {
      if (ready[kind] === begun[kind]) delete ready[kind];
    });
  const take = (kind: keyof Programs): Worker => {
    const worker = ready[kind] ?? new Worker(programs[kind]);
    delete ready[kind];
    return worker;
  };
  return { compiler: () => take("compiler"), runner: () => take("runner") };
}
