/** The menu "Course": what a reader can do with the notebooks of the site. */
import type { Commands, MainMenu, Menu } from "./lab.js";

/** One entry. */
export interface Entry {
  /** The name of its command, which begins with "nullcline:". */
  readonly command: string;
  readonly label: string;
  readonly caption: string;
  execute(): unknown;
}

/** Defines the commands, and puts them into a menu. */
export function addCourseMenu(
  commands: Commands,
  mainMenu: MainMenu | null,
  NewMenu: new (options: { readonly commands: Commands }) => Menu,
  entries: readonly Entry[],
): void {
  const menu = new NewMenu({ commands });
  menu.title.label = "Course";
  for (const { command, ...entry } of entries) {
    commands.addCommand(command, entry);
    menu.addItem({ command });
  }
  mainMenu?.addMenu(menu, false, { rank: 35 });
}
