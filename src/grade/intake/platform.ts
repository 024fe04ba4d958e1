/** What the names of files say about whose they are, as learning platforms give them. */

/** Platforms whose downloads are known by their names. */
export type Platform = "Moodle" | "Canvas" | "Gradescope" | "Blackboard" | "nbgrader";

/** Whose a file is, as far as its name tells. */
export interface Sender {
  readonly platform: Platform | undefined;
  /** The platform's own id, or what stands in its place: the name of the student's folder or file; "" for nobody. */
  readonly id: string;
  readonly name: string | undefined;
  /** Everything by which a roster may know the student; `id` is among them. */
  readonly keys: readonly string[];
  /** The platform calls it late. */
  readonly late: boolean;
  /** Rises from upload to upload of a student where the platform counts them; else 0. */
  readonly upload: number;
  /** When it was handed in, as the platform says: comparable as text, "2026-11-20T17:58:42". */
  readonly submitted: string | undefined;
}

/** A form of names: the first part of a path is read, and groups of the pattern say what stands in it. */
export interface Form {
  readonly platform: Platform;
  readonly pattern: RegExp;
}

const forms: readonly Form[] = [
  // "Jane Doe_1234567_assignsubmission_file_", a folder, or in front of the file's own name
  { platform: "Moodle", pattern: /^(?<name>.+?)_(?<id>\d+)_assignsubmission_[a-z]+(_.*)?$/ },
  // "Homework 7_jdoe_attempt_2026-11-20-17-58-42_08-hodgkin-huxley.ipynb"
  { platform: "Blackboard", pattern: /^.+?_(?<id>[^_]+)_attempt_(?<time>\d{4}(-\d\d){5})([_.].*)?$/ },
  // "submission_98765432", a folder
  { platform: "Gradescope", pattern: /^submission_(?<id>\d+)$/ },
  // "doejane_LATE_12345_678901_08-hodgkin-huxley-2.ipynb": the student, then the file; without names "anon_Ab1cD_…"
  { platform: "Canvas", pattern: /^(?<name>[^_]+)_(?<late>LATE_)?(?<id>\d+)_((?<upload>\d+)_.*|(text|link)\.html)$/ },
  { platform: "Canvas", pattern: /^(?<late>LATE_)?anon_(?<id>[^_]+)_((?<upload>\d+)_.*|(text|link)\.html)$/ },
  // "ab123+homework7+2026-11-20 17:58:42 UTC+c2VjcmV0", a folder of nbgrader's exchange
  { platform: "nbgrader", pattern: /^(?<id>[^+]+)\+[^+]+\+(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[^+]*)(\+.*)?$/ },
];

/**
 * The forms of names in the order in which they fit those of one download. It is of one platform, and most names in it
 * say of which; the end of a name is its student's, who may write there what another platform would.
 * @param names the first parts of all paths in it
 */
export function formsOf(names: readonly string[]): Form[] {
  const fitting = new Map(forms.map((form) => [form, names.filter((name) => form.pattern.test(name)).length]));
  return forms.toSorted((a, b) => (fitting.get(b) ?? 0) - (fitting.get(a) ?? 0));
}

/**
 * @param within path of the file below what was asked for
 * @param notebook name of its notebook, if that is known
 * @param root what the folder or zip is called that was asked for
 * @param tried forms of names, in the order in which they are tried
 */
export function senderOf(
  within: readonly string[],
  notebook: string | undefined,
  root: string,
  tried: readonly Form[],
): Sender {
  const [first] = within;
  const folder = within.length > 1;
  for (const { platform, pattern } of tried) {
    const { id, name, late, time, upload } = pattern.exec(first)?.groups ?? {};
    if (id === undefined) continue;
    return {
      platform,
      id,
      name,
      keys: [...new Set([within.join("/"), first, id, ...(name === undefined ? [] : [name])])],
      late: late !== undefined,
      upload: Number(upload ?? 0),
      submitted: time === undefined ? undefined : timeOf(time),
    };
  }
  const id = folder ? first.replace(/\.zip$/i, "") : besides(first, notebook) || root.replace(/\.zip$/i, "");
  return {
    ...{ platform: undefined, id, name: undefined, late: false, submitted: undefined, upload: 0 },
    keys: [...new Set([within.join("/"), first, id])],
  };
}

/** "ab123" of "ab123_08-hodgkin-huxley (1).ipynb": what a file's name says beside the notebook's. */
function besides(file: string, notebook: string | undefined): string {
  return file
    .replace(/(\.(ipynb|json|txt|zip|pdf|html?|docx?|ts|py))+$/i, "")
    .replace(notebook ?? "", "")
    .replace(/\(\d+\)|[- ]Copy\d*/g, "")
    .replace(/^[\s_.-]+|[\s_.-]+$/g, "");
}

/** Digits of a time as ISO writes them; without zone, as platforms do. */
export function timeOf(text: string): string | undefined {
  const [, year, month, day, hour, minute, second = "00"] =
    /^(\d{4})-(\d\d)-(\d\d)[-T ](\d\d)[-:](\d\d)(?:[-:](\d\d))?/.exec(text.trim()) ?? [];
  return year === undefined ? undefined : `${year}-${month}-${day}T${hour}:${minute}:${second}`;
}

/** Which of several uploads of one name a file is, by what platforms and browsers add: "-2", "(1)", "-Copy1". */
export function uploadOf(file: string): number {
  const stem = file.replace(/\.ipynb(\.\w+)*$/i, "");
  return Number(/(?:\s?\((\d+)\)|-Copy(\d+)|-(\d{1,2}))$/.exec(stem)?.slice(1).find(Boolean) ?? 0);
}
