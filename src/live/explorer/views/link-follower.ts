import { addressIn, linkTo } from "./link-button.js";
import { keepForReturn } from "./return.js";

/** What lives at a place of the page and can be set by links. */
export interface Linkable {
  readonly place: HTMLElement;
  /** The link that was followed or made last, before it left the page and came back. */
  readonly link: string | undefined;
  /** Sets what a link says. @throws Error that says what is wrong with the link */
  take(link: string): void;
  tell(notice: string): void;
  /** The link to what is set; undefined where there is nothing to keep. */
  set(): string | undefined;
}

/** Follows the links of the page's address, and keeps what is set for the reader who comes back. */
interface LinkFollower {
  /** The link that was followed or made last: it is not followed again. */
  readonly link: string | undefined;
  made(link: string): string;
  keep(): void;
  /** Sets what was set before; without it, what the address says. */
  begin(returned: string | undefined): void;
}

/** Begins to listen to the page's address, until `signal` aborts. */
export function linkFollower({ place, link: before, take, tell, set }: Linkable, signal: AbortSignal): LinkFollower {
  let link = before;
  const attempt = (text: string, otherwise: string): void => {
    try {
      take(text);
    } catch (error) {
      tell(`${otherwise}: ${error instanceof Error ? error.message : String(error)}.`);
    }
  };
  const follow = (): void => {
    const found = linkTo(addressIn(place));
    if (found === undefined || found === link) return;
    link = found;
    attempt(found, "The link was not followed");
  };
  const keep = (): void => keepForReturn(addressIn(place), set());
  addEventListener("hashchange", follow, { signal });
  addEventListener("pagehide", keep, { signal });
  return {
    get link() {
      return link;
    },
    made(text) {
      link = text;
      return text;
    },
    keep,
    begin(returned) {
      if (returned === undefined) return follow();
      link = linkTo(addressIn(place));
      attempt(returned, "What you had set before cannot be set here");
    },
  };
}
