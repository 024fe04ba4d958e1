/** What was handed in, put in order: whose it is, which notebook, and what keeps it from being marked. */
import { createHash } from "node:crypto";
import { selfStudy } from "../../course/student.js";
import { NotRead } from "../reader/reader.js";
import { readGradescope, type GradescopeSubmission } from "./gradescope.js";
import { handedIn, type Handed } from "./handed.js";
import { notebookOfCells, readNotebookFile, type NotebookFile, type SubmittedCell } from "./notebook-file.js";
import { formsOf, senderOf, timeOf, type Form, type Sender } from "./platform.js";
import type { Roster } from "./roster.js";
import { textOf } from "./text.js";

/** A notebook as it was handed in, or the reason why it could not be read. */
export interface Submission {
  /** Path as it is reported: relative to the folder or zip that was asked for. */
  readonly file: string;
  /** The id by which the student's numbers are drawn. */
  readonly student: string;
  /** What the platform knows about who handed it in. */
  readonly sender: Omit<Sender, "keys">;
  /** Name of its master; undefined if nothing tells. */
  readonly notebook: string | undefined;
  /** Code cells in order; undefined if the file could not be read. */
  readonly cells: readonly SubmittedCell[] | undefined;
  /** Why the file could not be read. */
  readonly problem: string | undefined;
  /** It is the grader that could not read it: nothing in the file is the reason. */
  readonly graderFailed: boolean;
  /** What the teacher should know about it and does not keep it from being marked. */
  readonly warnings: readonly string[];
  /** Id of a student that the notebook names, if it is another one than `student`. */
  readonly claimed: string | undefined;
  /** Of all its bytes: equal files have equal ones. */
  readonly digest: string;
  /** The file as it was handed in, outputs and all. */
  read(): Uint8Array;
}

/** As much of a submission as its marks depend on. */
export type Work = Required<Pick<Submission, "student" | "cells">> & {
  readonly notebook: string;
  /** The marking's secret, of which the hidden checks draw what they ask. */
  readonly seed: string;
};

/** What platforms put beside the students' files; a file of that name that a student packed is the student's. */
const isReceipt = ({ file, packed }: Handed): boolean => !packed && receipt.test(file);
const receipt = /(^|\/)(timestamp\.txt|submission_metadata\.yml|[^/]*_attempt_\d{4}(-\d\d){5}\.txt)$/;

/**
 * All notebooks below folders and in zips, in the order of their paths, and a row without cells for each student of
 * whom there is none, with the reason.
 * @param masters names of the notebooks there are
 * @param except files and folders that were not handed in
 * @param sender who handed in all of it, where names of files do not tell
 * @param readFile reads the bytes of a file, within limits
 * @throws Error if there is no such file, or nothing in it
 */
export function findSubmissions(
  paths: readonly string[],
  masters: readonly string[],
  roster: Roster,
  except: readonly string[] = [],
  sender?: Sender,
  readFile: typeof readNotebookFile = readNotebookFile,
): Submission[] {
  const files = handedIn(paths, except);
  const roots = [...new Set(files.map(({ root }) => root))];
  const namesIn = (root: string): string[] => files.filter((one) => one.root === root).map(({ within }) => within[0]);
  const forms = new Map(roots.map((root) => [root, formsOf(namesIn(root))]));
  const known: Known = { roster, gradescope: gradescopeOf(files), times: timesOf(files), forms, sender, readFile };
  const read = files.filter((file) => !isReceipt(file)).map((file) => submissionOf(file, masters, known));
  const receipts = files.filter(isReceipt);
  const students = new Set(read.map(({ student }) => student));
  const lone = receipts
    .filter(({ file }) => file.endsWith(".txt") && !file.endsWith("timestamp.txt"))
    .map((file) => submissionOf(file, masters, known))
    .filter(({ student }) => !students.has(student))
    .map((one) => ({ ...one, problem: "nothing was handed in but a text to the platform", cells: undefined }))
    .map((one) => ({ ...one, graderFailed: false }));
  if (read.length + lone.length === 0)
    throw new Error(`there are no notebooks (.ipynb) in ${paths.join(", ")}: nothing lies there`);
  return rowsOf([...read, ...lone]).sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
}

/** Of a student with notebooks, the other files are a warning; of one without, one of them tells why. */
function rowsOf(all: readonly Submission[]): Submission[] {
  const students = [...new Set(all.map(({ student }) => student))];
  return students.flatMap((student) => {
    const files = all.filter((one) => one.student === student);
    const looksLikeOne = ({ file, cells, graderFailed }: Submission): boolean =>
      cells !== undefined || graderFailed || /\.ipynb$/i.test(file);
    const notebooks = files.filter(looksLikeOne);
    const others = files.filter((file) => !looksLikeOne(file));
    if (notebooks.length === 0) {
      const [first, ...more] = others;
      const besides = more.length > 0 ? `; so it is with ${few(more)}` : "";
      return [{ ...first, problem: `${first.problem}${besides}` }];
    }
    if (others.length === 0) return notebooks;
    const [first, ...rest] = notebooks;
    return [{ ...first, warnings: [...first.warnings, `not looked at: ${few(others)}`] }, ...rest];
  });
}

const few = (files: readonly Submission[]): string =>
  files
    .slice(0, 4)
    .map(({ file }) => file)
    .join(", ") + (files.length > 4 ? ` and ${files.length - 4} more` : "");

/** What tells whose files are, beside their names. */
interface Known {
  readonly roster: Roster;
  readonly gradescope: ReadonlyMap<string, GradescopeSubmission>;
  readonly times: ReadonlyMap<string, string>;
  /** By root: the forms of names as they fit there. */
  readonly forms: ReadonlyMap<string, readonly Form[]>;
  readonly sender: Sender | undefined;
  readonly readFile: typeof readNotebookFile;
}

function submissionOf(handed: Handed, masters: readonly string[], known: Known): Submission {
  const { file, within, root } = handed;
  const named = namedIn(within, masters);
  let content: NotebookFile | undefined;
  let problem: string | undefined;
  let graderFailed = false;
  let bytes: Uint8Array = new Uint8Array();
  try {
    if (handed.empty) throw new Error("the folder is empty");
    bytes = handed.read();
    content = known.readFile(bytes);
  } catch (error) {
    problem = reasonOf(file, handed.empty, error as Error);
    graderFailed = error instanceof NotRead;
  }
  const cells = content?.cells;
  const told = masters.find((name) => name === content?.told);
  const notebook =
    named ?? told ?? notebookOfCells(cells ?? [], masters) ?? (masters.length === 1 ? masters[0] : undefined);
  const sender =
    known.sender ??
    withGradescope(senderOf(within, notebook, root, known.forms.get(root) ?? []), known.gradescope.get(within[0]));
  // Only nbgrader writes such a file; anywhere else a student has.
  const noted = ["nbgrader", undefined].includes(sender.platform)
    ? known.times.get(within.slice(0, -1).join("/"))
    : undefined;
  const submitted = sender.submitted ?? noted;
  const { student, warnings, claimed } = studentOf(sender, content?.claims ?? [], known.roster);
  const renamed =
    content && !/\.ipynb$/.test(file) ? [`its name does not end in .ipynb; it is a notebook all the same`] : [];
  return {
    ...{ file, student, notebook, cells, problem, graderFailed, claimed },
    sender: { ...sender, submitted },
    warnings: [...warnings, ...renamed, ...(content?.warnings ?? [])],
    digest: createHash("sha256").update(bytes).digest("hex"),
    read: handed.read,
  };
}

function namedIn(within: readonly string[], masters: readonly string[]): string | undefined {
  const name = within[within.length - 1];
  return (
    masters.find((master) => name.replace(/\.ipynb$/i, "") === master) ??
    masters.find((master) => name.includes(master))
  );
}

function reasonOf(file: string, empty: boolean, { message }: Error): string {
  if (empty || /\.(ipynb|zip)$/i.test(file) || !message.startsWith("not a notebook")) return message;
  const kind = /\.[a-z0-9]{1,5}$/i.exec(file)?.[0];
  return `no notebook (.ipynb) was handed in but ${kind === undefined ? "a file of another kind" : `a ${kind}`}`;
}

const withGradescope = (sender: Sender, known: GradescopeSubmission | undefined): Sender =>
  known === undefined
    ? sender
    : {
        ...sender,
        name: known.name,
        keys: [...sender.keys, ...known.ids, ...(known.name === undefined ? [] : [known.name])],
        submitted: known.submitted,
      };

/**
 * The roster says who it is. Where it does not, an id that the notebook names is believed if the platform names it as
 * well; otherwise the platform's own is all there is, and a word about it. Where
 * the platform knows nobody, the notebook's word is all there is.
 */
function studentOf(
  { keys, id, platform }: Sender,
  claims: readonly string[],
  roster: Roster,
): { readonly student: string; readonly warnings: readonly string[]; readonly claimed: string | undefined } {
  const claim = claims[claims.length - 1];
  const alike = (key: string): boolean => claim?.toLowerCase() === key.toLowerCase();
  const listed = roster.find(keys);
  const named = listed ?? [...keys, ...roster.others(keys)].find(alike);
  const known = named !== undefined && alike(named) ? claim : named;
  const student = known ?? (id || (claim ?? selfStudy));
  if (claim === undefined || claim === student) return { student, warnings: [], claimed: undefined };
  if (claim === selfStudy) {
    const warning = `the notebook does not say whose it is; it was marked with the numbers of ${student}`;
    return { student, warnings: known === undefined && platform !== undefined ? [warning] : [], claimed: undefined };
  }
  const cure = known === undefined ? ": if that is the same student, a roster must say so (--roster)" : "";
  return {
    student,
    warnings: [`the notebook says it is ${claim}'s; it was marked as ${student}'s${cure}`],
    claimed: claim,
  };
}

/** The platform writes it beside the folders of the students, never into one. */
function gradescopeOf(files: readonly Handed[]): Map<string, GradescopeSubmission> {
  const found = files.filter(({ within, packed }) => !packed && within.join("/") === "submission_metadata.yml");
  return new Map(found.flatMap((file) => [...readGradescope(textOf(file.read()))]));
}

/** When nbgrader says that the files of a folder were handed in. */
function timesOf(files: readonly Handed[]): Map<string, string> {
  const found = files.filter(({ within, packed }) => !packed && within[within.length - 1] === "timestamp.txt");
  return new Map(
    found.flatMap((file) => {
      const time = timeOf(textOf(file.read().subarray(0, 100)));
      return time === undefined ? [] : [[file.within.slice(0, -1).join("/"), time] as const];
    }),
  );
}
