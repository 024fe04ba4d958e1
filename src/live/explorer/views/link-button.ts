import { button } from "../../page/controls.js";
import { addressOf, type Address } from "../state/link.js";

/**
 * JupyterLab and Notebook 7 keep their own state in the address; there the line of code is the way. The site's front
 * page has their settings too.
 */
export const ownsAddress = (): boolean =>
  document.querySelector("#jupyter-config-data:not(.front *)") === null && /^(https?|file):$/.test(location.protocol);

/** Where an explorer is in its page. @param place what it lives in; a playground names its choice there */
export function addressIn(place: HTMLElement): Address {
  const outputs = [...document.querySelectorAll("nullcline-live")];
  return {
    figure: outputs.indexOf(place.closest("nullcline-live") ?? place),
    choice: place.dataset["choice"] ?? "",
    own: place.dataset["own"],
  };
}

/** The fragment of the page's address, if it is a link to this explorer. */
export function linkTo({ figure, choice }: Address): string | undefined {
  const fragment = location.hash.slice(1);
  const found = ownsAddress() ? addressOf(fragment) : undefined;
  return found?.figure === figure && found.choice === choice ? fragment : undefined;
}

/** The choice that a link names in the playground which lives here. */
export function choiceInLink(place: HTMLElement): string | undefined {
  const found = ownsAddress() ? addressOf(location.hash.slice(1)) : undefined;
  return found?.figure === addressIn(place).figure ? found.choice : undefined;
}

/**
 * The button that puts the present state into the address and copies that; none where the address is not ours.
 * @param tell what came of it, in a sentence
 */
export function linkButton(tell: (notice: string) => void, link: () => string): readonly HTMLElement[] {
  if (!ownsAddress()) return [];
  const copy = (): void => {
    history.replaceState(null, "", `#${link()}`);
    const copied = navigator.clipboard?.writeText(location.href) ?? Promise.reject(new Error("no clipboard"));
    copied.then(
      () => tell("The link to this setting is copied, and in the address bar."),
      () => tell("The link to this setting is in the address bar."),
    );
  };
  return [button("copy link", copy, "puts all that you have set into the address of this page")];
}
