import type { ExplorerPayload } from "../explorer/state/payload.js";

/**
 * What a reader has set in the explorer of one draft, as a link for that of the next: all of it, without kept runs,
 * where states, parameters, units and ranges are the same; the pictures of other equations begin anew. A value that was
 * typed anew counts more than what a slider had.
 */
export function carriedOver(link: string, before: ExplorerPayload, after: ExplorerPayload): string {
  const [was, is] = [before.systems[0].data, after.systems[0].data];
  const shape = ({ states, parameters, units, ranges, input, roots }: typeof was): string =>
    JSON.stringify([
      states,
      [...states, ...parameters].map((name) => [name, units[name], ranges[name]]),
      input,
      roots.threshold === null,
      roots.reset === null,
    ]);
  const next = new URLSearchParams();
  const same = shape(was) === shape(is);
  const typed = (name: string): boolean =>
    was.values[was.parameters.indexOf(name)] !== is.values[is.parameters.indexOf(name)];
  for (const [key, value] of new URLSearchParams(link)) {
    const [prefix, name] = [key.slice(0, 2), key.slice(2)];
    if (prefix === "k." || ["nullcline", "choice", "model", "own"].includes(key)) continue;
    if (same && !(prefix === "p." && typed(name))) next.append(key, value);
  }
  if (same && before.models[0].opening.duration !== after.models[0].opening.duration) next.delete("run");
  return next.toString();
}
