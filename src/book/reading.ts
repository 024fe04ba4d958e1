/** What makes a page fit the reader's screen and paper. */

/** The contents stand open where there is room beside the text; what is wider than its place is scrolled by keys. */
export function fitScreen(): void {
  const wide = matchMedia("(min-width: 901px)");
  const contents = document.querySelector<HTMLDetailsElement>(".side > .all");
  const open = (): void => {
    if (!contents) return;
    contents.open = wide.matches;
    const here = contents.querySelector<HTMLElement>("[aria-current]");
    if (here) contents.scrollTop = here.offsetTop - contents.offsetTop - contents.clientHeight / 3;
  };
  open();
  wide.addEventListener("change", open);
  const reach = (entries: readonly ResizeObserverEntry[]): void => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth) target.setAttribute("tabindex", "0");
      else target.removeAttribute("tabindex");
    }
  };
  const observer = new ResizeObserver(reach);
  for (const element of document.querySelectorAll(".scroll, .side > .all, .bar nav")) observer.observe(element);
}

/** On a phone a notebook fits better without JupyterLab around it. */
export function fitLinks(): void {
  if (!matchMedia("(max-width: 700px)").matches) return;
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-lab]"))
    link.href = link.href.replace("/lab/index.html?", "/notebooks/index.html?");
}

/** What is folded away until a reader has tried. */
const answers = "main :is(.fold, .hint, .aside)";

/** The button that opens all that is folded, and folds it again: paper shows what the screen does. */
export function unfold(): void {
  const button = document.querySelector<HTMLButtonElement>(".unfold");
  const folds = document.querySelectorAll<HTMLDetailsElement>(answers);
  if (!button || folds.length === 0) return;
  const unfolds = button.textContent;
  button.hidden = false;
  button.addEventListener("click", () => {
    const open = button.textContent === unfolds;
    button.textContent = open ? "Fold it again" : unfolds;
    for (const fold of folds) fold.open = open;
  });
}

/** On paper nothing can be opened or followed: what is no answer stands open, and each sheet says where it is from. */
export function fitPaper(): void {
  const { protocol, host, pathname } = location;
  if (protocol !== "file:")
    document.documentElement.style.setProperty("--address", JSON.stringify(`${host}${pathname}`));
  const closed = `main details:not([open], ${answers}, nullcline-live *)`;
  let opened: HTMLDetailsElement[] = [];
  addEventListener("beforeprint", () => {
    for (const table of document.querySelectorAll<HTMLTableElement>(".scroll table")) fitTable(table);
    opened = [...document.querySelectorAll<HTMLDetailsElement>(closed)];
    for (const fold of opened) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of opened) fold.open = false;
  });
}

/** px. The text on a sheet of A4, which is narrower than one of Letter, within the margins of `print.css`. */
const sheet = (166 / 25.4) * 96;

/** A table that can not be broken to the width of a sheet, in the type of `print.css`, is printed smaller. */
function fitTable(table: HTMLTableElement): void {
  const { width, fontSize } = table.style;
  table.style.width = "0";
  table.style.fontSize = "9pt";
  const least = table.offsetWidth;
  table.style.width = width;
  table.style.fontSize = fontSize;
  table.style.setProperty("--fit", String(Math.min(1, sheet / least)));
}
