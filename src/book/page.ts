/** What each page of the site's book does in the browser, by the address of its script. */
import { workOffline } from "../lite/offline.js";
import type { Parts } from "../live/parts.js";
import { answerHere } from "./answers.js";
import { comeAlive } from "./live-figures.js";
import { fitLinks, fitPaper, fitScreen, unfold } from "./reading.js";
import { search } from "./search.js";
import { chooseTheme } from "./theme.js";

const {
  site = "",
  library = "",
  runtime = "",
  parts = "{}",
  answering = "",
} = document.querySelector<HTMLElement>("script[data-site]")?.dataset ?? {};
const address = (of: string): string => new URL(of, location.href).href;

chooseTheme();
fitScreen();
fitLinks();
fitPaper();
unfold();
const partsAt = Object.fromEntries(
  Object.entries(JSON.parse(parts) as Parts).map(([name, of]) => [name, address(of)]),
) as unknown as Parts;
const bring = comeAlive(address(library), address(runtime), partsAt);
answerHere({ site: address(site), program: address(answering), comeAlive: bring });
search(address(`${site}book/pagefind/pagefind.js`), address(site));
workOffline(address(site), "book").catch((error: Error) =>
  console.warn(`nullcline: not there without a network: ${error.message}`),
);
