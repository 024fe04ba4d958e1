/** Something that can stand in an `.ode` file, in a small file of its own. */
export interface Construct {
  readonly what: string;
  readonly ode: string;
  /** What XPPAUT prints in the end, after 1 ms of RK4 with dt 0.05, by names of the model. */
  readonly printed: Readonly<Record<string, number>>;
}

/** The file with the numerics of the comparison, and without sets, of which XPPAUT would run each. */
export function asRun({ ode }: Construct): string {
  const numerics = "@ total=1,dt=.05,meth=rungekutta,bound=1e9,maxstor=5000\n";
  const [, count, rest] = /^(\d+\n)?([\s\S]*)$/.exec(ode.replace(/^set .*$/gm, "")) ?? [];
  return `${count ?? ""}${numerics}${rest}\ndone\n`;
}
