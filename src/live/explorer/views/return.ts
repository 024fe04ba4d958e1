import type { Address } from "../state/link.js";
import { ownsAddress } from "./link-button.js";

/** Of this page and this tab; a page in a sandbox has none. */
function storage(): Storage | undefined {
  if (!ownsAddress()) return undefined;
  try {
    return sessionStorage;
  } catch {
    return undefined;
  }
}

const key = ({ figure, choice }: Address): string => `nullcline ${location.pathname} ${figure} ${choice}`;

/** Keeps a setting for the reader who leaves this page and comes back; undefined: there is nothing to keep. */
export function keepForReturn(address: Address, setting: string | undefined): void {
  if (setting === undefined) storage()?.removeItem(key(address));
  else storage()?.setItem(key(address), setting);
}

/** What was kept here before the page was loaded again, or come back to; a page that is opened anew has nothing. */
export function keptForReturn(address: Address): string | undefined {
  const [visit] = performance.getEntriesByType("navigation") as unknown as readonly PerformanceNavigationTiming[];
  return visit?.type === "reload" || visit?.type === "back_forward"
    ? (storage()?.getItem(key(address)) ?? undefined)
    : undefined;
}
