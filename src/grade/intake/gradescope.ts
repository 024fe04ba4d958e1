/** What Gradescope says about its submissions in the `submission_metadata.yml` of an export. */
import { parse } from "yaml";
import { timeOf } from "./platform.js";

/** Who handed in one of Gradescope's folders. */
export interface GradescopeSubmission {
  readonly name: string | undefined;
  /** Student id and e-mail address, where they are known; of all of a group. */
  readonly ids: readonly string[];
  readonly submitted: string | undefined;
}

const text = (value: unknown): string | undefined =>
  typeof value === "string" || typeof value === "number" ? String(value).trim() || undefined : undefined;

/**
 * @returns by name of the folder
 * @throws Error if the text is not YAML
 */
export function readGradescope(yaml: string): Map<string, GradescopeSubmission> {
  const folders = Object.entries(Object(parse(yaml, { maxAliasCount: 0 })) as Record<string, unknown>);
  return new Map(
    folders.map(([folder, value]) => {
      const submission = Object(value) as Record<string, unknown>; // keys are written as Ruby's symbols, ":name"
      const submitters = submission[":submitters"];
      const people = (Array.isArray(submitters) ? submitters : []).map(
        (one: unknown) => Object(one) as Record<string, unknown>,
      );
      const of = (key: string): string[] => people.flatMap((person) => text(person[key]) ?? []);
      const time = submission[":created_at"];
      return [
        folder,
        {
          name: of(":name").join(", ") || undefined,
          ids: [...of(":sid"), ...of(":email")],
          submitted: timeOf(time instanceof Date ? time.toISOString() : String(time)),
        },
      ];
    }),
  );
}
