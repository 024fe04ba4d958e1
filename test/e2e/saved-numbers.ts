// In a page with a playground: a model chosen, and the file of numbers that its button CSV saves.

/** Chooses a model by its name. */
export function chooseModel(name: string): void {
  const menu = document.querySelector<HTMLSelectElement>(".nc-choose select");
  if (menu === null) throw new Error("there is no menu of models");
  menu.value = name;
  menu.dispatchEvent(new Event("change"));
}

/** The text that a reader would find in the file; nothing is written. */
export async function savedNumbers(): Promise<string> {
  const menu = document.querySelector<HTMLDetailsElement>(".nc-away");
  if (menu === null) throw new Error("there is no menu to save and share");
  menu.open = true;
  const found = (): HTMLButtonElement | undefined =>
    [...menu.querySelectorAll("button")].find(({ textContent }) => textContent === "CSV");
  while (found() === undefined) await new Promise(requestAnimationFrame); // the page brings what makes files
  const [make, click] = [URL.createObjectURL, HTMLAnchorElement.prototype.click];
  const files: Blob[] = [];
  URL.createObjectURL = (file) => {
    files.push(file as Blob);
    return "about:blank";
  };
  HTMLAnchorElement.prototype.click = () => {};
  found()?.click();
  URL.createObjectURL = make;
  HTMLAnchorElement.prototype.click = click;
  if (files.length !== 1) throw new Error(`CSV saved ${files.length} files`);
  return files[0].text();
}
