/** The notebooks and other files as the site hands them out, whatever the reader has made of them. */

/** What lies on the site. */
export interface SiteFiles {
  /** A file as text; undefined for one that the site does not have. */
  text(path: string): Promise<string | undefined>;
}

/** @param base the address of the site's folder */
export function siteFiles(base: string): SiteFiles {
  const read = async (path: string): Promise<string> => {
    const response = await fetch(new URL(path, base));
    if (!response.ok) throw new Error(`${path}: ${response.status} ${response.statusText}`);
    return response.text();
  };
  let names: Promise<ReadonlySet<string>> | undefined;
  const list = async (): Promise<ReadonlySet<string>> => {
    const { content } = JSON.parse(await read("api/contents/all.json")) as { content: readonly { path: string }[] };
    return new Set(content.map(({ path }) => path));
  };
  return {
    async text(path) {
      names ??= list();
      if (!(await names).has(path)) return undefined;
      return read(`files/${path.split("/").map(encodeURIComponent).join("/")}`);
    },
  };
}
