/** The page on which a reader searches: it asks Pagefind's index, which is made of files of the site. */

interface Found {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: { readonly title: string };
  readonly sub_results: readonly { readonly title: string; readonly url: string }[];
}
interface Pagefind {
  options(options: { readonly baseUrl: string }): Promise<void>;
  debouncedSearch(
    query: string,
    options: object,
    wait: number,
  ): Promise<{ readonly results: readonly { data(): Promise<Found> }[] } | null>;
}

const most = 12;

/** @param pagefind address of the search @param site address of the site's folder */
export function search(pagefind: string, site: string): void {
  const input = document.querySelector<HTMLInputElement>("#query");
  const [found, list] = ["#found", "#results"].map((id) => document.querySelector(id));
  if (!input || !found || !list) return;
  let engine: Promise<Pagefind> | undefined;
  const start = async (): Promise<Pagefind> => {
    const loaded = (await import(pagefind)) as Pagefind;
    await loaded.options({ baseUrl: site });
    return loaded;
  };
  const look = async (): Promise<void> => {
    const query = input.value.trim();
    history.replaceState(null, "", query === "" ? location.pathname : `?q=${encodeURIComponent(query)}`);
    if (query === "") {
      found.textContent = "";
      list.replaceChildren();
      return;
    }
    const answer = await (await (engine ??= start())).debouncedSearch(query, {}, 150);
    if (answer === null) return; // the reader has typed on
    const pages = await Promise.all(answer.results.slice(0, most).map((result) => result.data()));
    const count = answer.results.length;
    found.textContent =
      count === 0 ? `Nothing has “${query}”.` : `${count === 1 ? "One page has" : `${count} pages have`} “${query}”.`;
    list.replaceChildren(...pages.map(item));
  };
  const ask = (): void =>
    void look().catch((error: Error) => {
      found.textContent = `The search did not come: ${error.message}`;
    });
  input.value = new URLSearchParams(location.search).get("q") ?? "";
  input.addEventListener("input", ask);
  input.form?.addEventListener("submit", (event) => event.preventDefault());
  if (input.value !== "") ask();
}

function item({ url, excerpt, meta, sub_results }: Found): HTMLElement {
  const place = (title: string, to: string): HTMLAnchorElement =>
    Object.assign(document.createElement("a"), { href: to, textContent: title });
  const words = document.createElement("p");
  words.innerHTML = excerpt; // escaped by Pagefind, but for its marks
  const within = document.createElement("p");
  within.className = "within";
  within.append(
    ...sub_results
      .filter((each) => each.url !== url)
      .slice(0, 4)
      .map((each) => place(each.title, each.url)),
  );
  const entry = document.createElement("li");
  entry.append(place(meta.title, url), words, within);
  return entry;
}
