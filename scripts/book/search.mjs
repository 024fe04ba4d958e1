// The search: an index of all pages that Pagefind makes, and the page that asks it.
import { join } from "node:path";

/** The page on which is searched. */
export const searchPage = {
  address: "book/search/",
  title: "Search",
  about: "Search in the book",
  html: `<div data-pagefind-ignore="all"><h1>Search</h1>
<form class="ask" role="search"><label for="query">What are you looking for?</label>
<input type="search" id="query" name="q" autocomplete="off" autofocus></form>
<p id="found" role="status">Type a word, such as <i>separatrix</i>.</p>
<ol id="results"></ol></div>`,
};

/** Writes the index. @param texts of pages by their addresses */
export async function writeSearch(folder, texts) {
  const { createIndex, close } = await import("pagefind");
  const told = ({ errors, ...rest }) => {
    if (errors.length > 0) throw new Error(`the book can not be indexed: ${errors.join("; ")}`);
    return rest;
  };
  const { index } = told(await createIndex({ forceLanguage: "en" }));
  for (const [url, content] of texts) told(await index.addHTMLFile({ url, content }));
  told(await index.writeFiles({ outputPath: join(folder, "book", "pagefind") }));
  await close();
}
