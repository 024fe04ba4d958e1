// For TypeDoc: the public names in the groups and the order of src/index.ts, the order in which the course meets them.
import { readFileSync } from "node:fs";
import { Comment, CommentTag, Converter } from "typedoc";

/** @param {import("typedoc").Application} app */
export function load(app) {
  const groups = groupsOf(readFileSync(new URL("../src/index.ts", import.meta.url), "utf8"));
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const reflection of project.children ?? []) {
      const group = groups.get(reflection.name);
      const documented = reflection.comment ? [reflection] : (reflection.signatures ?? [reflection]);
      for (const { comment } of documented) comment?.removeTags("@category");
      reflection.comment ??= new Comment();
      reflection.comment.blockTags.push(new CommentTag("@category", [{ kind: "text", text: group ?? "Others" }]));
    }
  });
  app.on("bootstrapEnd", () => app.options.setValue("categoryOrder", [...new Set(groups.values())]));
}

/** The heading `// == Models ==` under which each exported name stands. */
function groupsOf(text) {
  const groups = new Map();
  for (const part of text.split(/^\/\/ == /m).slice(1)) {
    const [heading] = part.split(" ==");
    for (const [, names] of part.matchAll(/export (?:type )?\{([^}]*)\}/g))
      for (const name of names.split(",")) groups.set(name.replace("type ", "").trim(), heading);
  }
  return groups;
}
