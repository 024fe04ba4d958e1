// The front page of the site: its notebooks, each a link that opens where it fits, in JupyterLab or, on a phone, in
// Jupyter's notebook alone.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./steps.mjs";

const escaped = (text) => text.replace(/[&<>"]/g, (each) => `&#${each.charCodeAt(0)};`);

/** The title of a notebook and its one idea, as its first cell says them. */
function headOf(name) {
  const { cells } = JSON.parse(readFileSync(join(root, "notebooks", name), "utf8"));
  const text = cells[0].source.join("");
  const title = /^# (.*)$/m.exec(text)?.[1] ?? name;
  const idea = /\*\*One idea:\*\* ([^\n]*)/.exec(text)?.[1] ?? "";
  return { title, idea: idea.replace(/[*`]/g, "").replace(/\$([^$]*)\$/g, "$1") };
}

/**
 * JupyterLite's pages read their settings from this one, too.
 * @param notebooks names of files
 */
export function frontPage(notebooks) {
  const items = notebooks.map((name) => {
    const { title, idea } = headOf(name);
    const link = `lab/index.html?path=${encodeURIComponent(name)}`;
    return `<li><a href="${link}"><b>${escaped(title)}</b><span>${escaped(idea)}</span></a></li>`;
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>nullcline: model neurons, a course</title>
<link rel="icon" href="lab/favicon.ico">
<style>
body { font: 1.05rem/1.5 system-ui, sans-serif; max-width: 42rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { font-size: 1.6rem; margin: 0 0 .5rem; }
ol { list-style: none; padding: 0; }
li a { display: block; padding: .7rem .2rem; border-top: 1px solid color-mix(in srgb, currentColor 20%, transparent);
  color: inherit; text-decoration: none; }
li a:hover b, li a:focus-visible b { text-decoration: underline; }
li span { display: block; opacity: .75; font-size: .95rem; }
</style>
</head>
<body>
<script id="jupyter-config-data" type="application/json" data-jupyter-lite-root=".">{}</script>
<h1>Model neurons, a course in notebooks</h1>
<p>Open a notebook: it runs in this browser, with nothing to install. What you write and answer stays here; the menu
<i>Course</i> makes a file of it, to hand in or to take along. After the first visit it works without a network.</p>
<ol>
${items.join("\n")}
</ol>
<script>
if (matchMedia("(max-width: 700px)").matches)
  for (const link of document.querySelectorAll("ol a")) link.href = link.href.replace("/lab/", "/notebooks/");
</script>
</body>
</html>
`;
}
