/** Where things lie in the file system of a kernel in a page. */

/** The notebook's folder. */
export const folder = "/notebook";
/** The declarations of the language. */
export const library = "/lib";
/** What tslab takes for its own folder: `__dirname` of its code, as it is bundled. */
export const tslabFolder = "/tslab";
