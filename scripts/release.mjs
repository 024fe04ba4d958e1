// node scripts/release.mjs v1.2.3: says what of a release does not fit its tag, or writes its notes to release-notes.md.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { root } from "./steps.mjs";

const read = (file) => readFileSync(join(root, file), "utf8");

/** The section of the change log under `## version`, or undefined. */
export function notesOf(version, changes) {
  const from = changes.split(/^## /m).find((section) => section.split(/[\s(]/)[0] === version);
  return from?.slice(from.indexOf("\n") + 1).trim();
}

/**
 * What keeps a release with this tag from being made, in words; empty if nothing does.
 * @param files the texts of package.json, CHANGELOG.md and CITATION.cff
 */
export function problemsOf(tag, { manifest, changes, citation }) {
  const { version } = JSON.parse(manifest);
  const cited = parse(citation);
  const heading = changes.split("\n").find((line) => line.startsWith(`## ${version}`));
  return [
    tag !== `v${version}` && `the tag is ${tag}, and package.json says ${version}: expected v${version}`,
    !notesOf(version, changes) && `CHANGELOG.md has no section "## ${version}"`,
    heading?.includes("not yet released") && `CHANGELOG.md says "${heading}": write the date there`,
    String(cited.version) !== version && `CITATION.cff says version ${cited.version}, package.json ${version}`,
    cited["date-released"] === undefined && "CITATION.cff has no date-released",
  ].filter(Boolean);
}

if (process.argv[1]?.endsWith("release.mjs")) {
  const tag = process.argv[2] ?? "";
  const files = { manifest: read("package.json"), changes: read("CHANGELOG.md"), citation: read("CITATION.cff") };
  const problems = problemsOf(tag, files);
  if (problems.length > 0) {
    console.error(problems.join("\n"));
    process.exit(1);
  }
  writeFileSync(join(root, "release-notes.md"), `${notesOf(tag.slice(1), files.changes)}\n`);
}
