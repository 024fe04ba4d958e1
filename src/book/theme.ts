/** Light or dark: as the reader's system has it, until the button says otherwise. */
const kept = "nullcline-theme";

/** Makes the button work. */
export function chooseTheme(): void {
  const root = document.documentElement;
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
    localStorage.setItem(kept, root.dataset["theme"]);
    say();
  });
}
