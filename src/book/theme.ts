/** Light or dark: as the reader's system has it, until the button says otherwise. */
const kept = "nullcline-theme";

/** Makes the button work, and the page as it was chosen before. */
export function chooseTheme(): void {
  const root = document.documentElement;
  const chosen = storage()?.getItem(kept);
  if (chosen) root.dataset["theme"] = chosen;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const button = document.querySelector(".theme");
  const isDark = (): boolean => (root.dataset["theme"] ?? (system.matches ? "dark" : "light")) === "dark";
  const say = (): void => {
    button?.setAttribute("aria-pressed", String(isDark()));
    document.body.classList.toggle("dark", isDark()); // live figures look at it
  };
  say();
  system.addEventListener("change", say);
  button?.addEventListener("click", () => {
    root.dataset["theme"] = isDark() ? "light" : "dark";
    storage()?.setItem(kept, root.dataset["theme"]);
    say();
  });
}

/** A page in a frame of its own, as JupyterLab and course platforms show a file, has none: the choice is the page's. */
function storage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}
