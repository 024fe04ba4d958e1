import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { strToU8, zipSync, type Zippable } from "fflate";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { noRoster, type Roster } from "../../../src/grade/intake/roster.js";
import { findSubmissions, type Submission } from "../../../src/grade/intake/submission.js";
import { NotRead, Unreadable } from "../../../src/grade/reader/reader.js";

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "handed-")), "downloads");
  mkdirSync(folder);
});
afterEach(() => {
  rmSync(dirname(folder), { recursive: true });
});

const masters = ["08-hodgkin-huxley", "10-persistent-sodium"];
const hh = "08-hodgkin-huxley.ipynb";
const empty = JSON.stringify({ cells: [] });
const claiming = (id: string): string =>
  JSON.stringify({ cells: [{ cell_type: "code", source: `student("${id}");` }] });
const put = (path: string, content: string | Uint8Array = empty): string => {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
};
const zip = (files: Zippable): Uint8Array => zipSync(files, { level: 6 });
const packed = strToU8(empty);
const found = (roster: Readonly<Record<string, string>> = {}): Submission[] =>
  findSubmissions([folder], masters, rosterOf(roster));
const rosterOf = (known: Readonly<Record<string, string>>): Roster => ({
  find: (keys) => keys.flatMap((key) => known[key] ?? [])[0],
  others: () => [],
  students: Object.values(known),
});
const who = (submissions: readonly Submission[]): [string, string | undefined][] =>
  submissions.map(({ student, notebook }) => [student, notebook]);
const why = (): Record<string, string | undefined> =>
  Object.fromEntries(found().map(({ file, problem }) => [file, problem]));

describe("submissions", () => {
  it("that the machine let nobody read are the grader's failure; what keeps every reader busy is the file's own", () => {
    put(`ab123/${hh}`);
    put("ab123/answers.txt");
    put(`cd456/${hh}`);
    const read = (error: Error): [string, boolean][] =>
      findSubmissions([folder], masters, noRoster, [], undefined, () => {
        throw error;
      }).map(({ file, graderFailed }) => [file, graderFailed]);
    const files = ["ab123/08-hodgkin-huxley.ipynb", "ab123/answers.txt", "cd456/08-hodgkin-huxley.ipynb"];
    expect(read(new NotRead("no time"))).toEqual(files.map((file) => [file, true]));
    expect(read(new Unreadable())).toEqual([files[0], files[2]].map((file) => [file, false]));
  });
  it("are found as nbgrader, Moodle and Canvas lay them out, in the order of their paths", () => {
    put(`ef789/07/${hh}`);
    put("ab123/07/10-persistent-sodium.ipynb");
    put(`ab123/07/${hh}`);
    put("Jane Doe_1234_assignsubmission_file/08-hodgkin-huxley (1).ipynb");
    put("doejohn_12_345_08-hodgkin-huxley-Copy1.ipynb");
    put("ab123/.ipynb_checkpoints/08-hodgkin-huxley-checkpoint.ipynb");
    put("ab123/notes.txt", "no notebook");
    expect(who(found())).toEqual([
      ["1234", "08-hodgkin-huxley"],
      ["ab123", "08-hodgkin-huxley"],
      ["ab123", "10-persistent-sodium"],
      ["12", "08-hodgkin-huxley"],
      ["ef789", "08-hodgkin-huxley"],
    ]);
    expect(found()[1].warnings).toEqual(["not looked at: ab123/notes.txt"]);
  });
  it.each([
    ["Moodle", `José O'Neill_77_assignsubmission_file_/${hh}`, "77", "José O'Neill", false],
    ["Moodle, in one folder", `=cmd()_78_assignsubmission_file_${hh}`, "78", "=cmd()", false],
    ["Moodle, a text", "Jo_79_assignsubmission_onlinetext_onlinetext.html", "79", "Jo", false],
    ["Canvas", `doejane_12345_678901_${hh}`, "12345", "doejane", false],
    ["Canvas, late and again", "müllerjörg_LATE_12345_678901_08-hodgkin-huxley-2.ipynb", "12345", "müllerjörg", true],
    ["Canvas, without names", `anon_Ab1cD_678901_${hh}`, "Ab1cD", undefined, false],
    ["Canvas, late without names", `LATE_anon_Ab1cD_678901_${hh}`, "Ab1cD", undefined, true],
    ["Blackboard", `Home_work 7_jdoe_attempt_2026-11-20-17-58-42_${hh}`, "jdoe", undefined, false],
    ["Gradescope", `submission_98765/${hh}`, "98765", undefined, false],
    ["nbgrader's exchange", `ab123+ps7+2026-11-20 17:58:42.1 UTC+c2VjcmV0/${hh}`, "ab123", undefined, false],
  ])("are known by the names of %s", (_, path, id, name, late) => {
    put(path);
    const [{ sender, student }] = found();
    expect({ student, id: sender.id, name: sender.name, late: sender.late }).toEqual({ student: id, id, name, late });
  });
  it("of Gradescope are of those whom its metadata name; of Blackboard and nbgrader the time is told", () => {
    put(`assignment_5_export/submission_98765/${hh}`);
    put(
      "assignment_5_export/submission_metadata.yml",
      "---\nsubmission_98765:\n  :submitters:\n  - :name: Jane Doe\n    :sid: '0042'\n    :email: jane@x.edu\n" +
        "  :created_at: 2026-11-20 17:58:42.000000000 Z\n",
    );
    const [one] = found({ "0042": "ab123" });
    expect([one.student, one.sender.name, one.sender.submitted]).toEqual(["ab123", "Jane Doe", "2026-11-20T17:58:42"]);
    rmSync(join(folder, "assignment_5_export"), { recursive: true });
    put(`ab123/ps7/${hh}`);
    put("ab123/ps7/timestamp.txt", "2026-11-21 08:00:00.000000 UTC");
    put(`HW_jdoe_attempt_2026-11-20-17-58-42_${hh}`);
    put("HW_jdoe_attempt_2026-11-20-17-58-42.txt", "Name: J Doe (jdoe)");
    put("HW_none_attempt_2026-11-20-17-58-42.txt", "Name: N (none)");
    expect(found().map(({ student, sender, problem }) => [student, sender.submitted, problem])).toEqual([
      ["jdoe", "2026-11-20T17:58:42", undefined],
      ["none", "2026-11-20T17:58:42", "nothing was handed in but a text to the platform"],
      ["ab123", "2026-11-21T08:00:00", undefined],
    ]);
  });
  it("are nobody else's by what a student packed: whose work it is, and when, only the platform says", () => {
    const forged =
      "submission_98765:\n  :submitters:\n  - :name: Somebody Else\n    :sid: '1'\n  :created_at: 2001-01-01 00:00:00 Z\n";
    const own = zipSync({
      [hh]: strToU8("{}"),
      "submission_metadata.yml": strToU8(forged),
      "timestamp.txt": strToU8("2001-01-01 00:00:00 UTC"),
      "x_y_attempt_2001-01-01-00-00-00.txt": strToU8("Name: Y (y)"),
    });
    put(`submission_98765/${hh}`);
    put("submission_98765/submission_metadata.yml", "{ : no YAML");
    mkdirSync(join(folder, "submission_98766"));
    writeFileSync(join(folder, "submission_98766", "hw.zip"), own);
    put(`Jane_1234_assignsubmission_file_/${hh}`);
    put("Jane_1234_assignsubmission_file_/timestamp.txt", "2001-01-01 00:00:00 UTC");
    for (const { student, sender, file } of found({ 1: "somebody" }))
      expect([file, student, sender.name, sender.submitted]).toEqual([
        file,
        /\d{4,}/.exec(file)?.[0],
        file.startsWith("Jane") ? "Jane" : undefined,
        undefined,
      ]);
  });
  it("named one by one are called after their folder", () => {
    const files = [put(`ab123/${hh}`), put(`cd456/${hh}`)];
    expect(
      findSubmissions([...files, files[0]], masters, noRoster).map(({ student, file }) => [student, file]),
    ).toEqual([
      ["ab123", files[0]],
      ["cd456", files[1]],
    ]);
    expect(who(findSubmissions([join(folder, "ab123")], masters, noRoster))).toEqual([["ab123", "08-hodgkin-huxley"]]);
  });
  it("get their students from a roster where names of folders are not ids", () => {
    put(`Jane Doe_1234/${hh}`);
    put(`x_${hh}`);
    expect(who(found({ "Jane Doe_1234": "ab123", [`x_${hh}`]: "cd456" })).map(([student]) => student)).toEqual([
      "ab123",
      "cd456",
    ]);
  });
  it("that name another student than their file does are marked as the file's, with a warning", () => {
    put(`Jane Doe_1234_assignsubmission_file_/${hh}`, claiming("ab123"));
    put(`ab123/${hh}`, claiming("ab123"));
    put(`cd456/${hh}`, claiming("ab123"));
    put(`Jo_5_assignsubmission_file_/${hh}`, claiming("self-study"));
    put(`DoeJ_6_assignsubmission_file_/${hh}`, claiming("doej"));
    const all = found();
    expect(all.map(({ student }) => student)).toEqual(["doej", "1234", "5", "ab123", "cd456"]);
    expect(all.map(({ claimed }) => claimed)).toEqual([undefined, "ab123", undefined, undefined, "ab123"]);
    expect(all[1].warnings[0]).toMatch(/says it is ab123's; it was marked as 1234's.*--roster/);
    expect(all[2].warnings[0]).toMatch(/does not say whose it is/);
    expect(all[3].warnings).toEqual([]);
    expect(found({ "1234": "ab123" })[1].warnings).toEqual([]);
    expect(found({ "1234": "xy" })[1].warnings[0]).toMatch(/says it is ab123's; it was marked as xy's$/);
  });
  it("that name what the platform's own list says of them are their students', and of nobody else", () => {
    put(`Jo_5_assignsubmission_file_/${hh}`, claiming("ab1"));
    put(`Li_6_assignsubmission_file_/${hh}`, claiming("ab1"));
    const list: Roster = { ...noRoster, others: (keys) => (keys.includes("5") ? ["5", "ab1@x.edu", "ab1"] : []) };
    const all = findSubmissions([folder], masters, list);
    expect(all.map(({ student, warnings }) => [student, warnings.length])).toEqual([
      ["ab1", 0],
      ["6", 1],
    ]);
  });
  it("are not another's whose name a student writes into that of a file, as another platform would", () => {
    put(`doejane_12345_678_x_999_assignsubmission_file_${hh}`);
    put(`doejane_12345_679_HW_roejo_attempt_2026-11-20-17-58-42_${hh}`);
    put(`roejo_999_680_${hh}`);
    put(`poe_777_681_${hh}`);
    expect([...new Set(found().map(({ student }) => student))]).toEqual(["12345", "777", "999"]);
    expect(found().every(({ sender }) => sender.platform === "Canvas")).toBe(true);
  });
  it("that were renamed are known by their metadata, or by the names of their cells", () => {
    const named = (notebook: string): string => JSON.stringify({ cells: [], metadata: { nullcline: { notebook } } });
    const cell = { cell_type: "code", source: "", metadata: { nbgrader: { grade_id: "check-10-2" } } };
    put("ab123/final final.ipynb", named("10-persistent-sodium"));
    put("cd456/mine.ipynb", named("../../etc"));
    put("ef789/x.ipynb", JSON.stringify({ cells: [cell] }));
    expect(who(found())).toEqual([
      ["ab123", "10-persistent-sodium"],
      ["cd456", undefined],
      ["ef789", "10-persistent-sodium"],
    ]);
  });
  it("do not follow links to other people's work", () => {
    const other = put(`ab123/${hh}`);
    mkdirSync(join(folder, "cd456"));
    symlinkSync(other, join(folder, "cd456", hh));
    expect(why()).toEqual({ [`ab123/${hh}`]: undefined, [`cd456/${hh}`]: expect.stringContaining("it is a link") });
  });
  it("are missed with a sentence", () => {
    expect(() => found()).toThrow(/no notebooks \(\.ipynb\) in/);
    expect(() => findSubmissions([join(folder, "nowhere")], masters, noRoster)).toThrow(/there is no .*nowhere/);
  });
});

describe("what is no notebook", () => {
  it("gets a row that says so, one for each student", () => {
    put("a/report.pdf", "%PDF-1.7");
    put("b/08-hodgkin-huxley.json", '{"answer": 42}');
    mkdirSync(join(folder, "c"));
    put("d/x.docx", "PK");
    put("d/y.png", "PNG");
    put("e_08-hodgkin-huxley.pdf", "%PDF");
    put(`f/${hh}`, "{");
    put(`g/${hh}`, '{"cells": [{"cell_type": "co');
    put(`h/${hh}`, "");
    put(`i/${hh}`, '{"cells": "none"}');
    expect(why()).toEqual({
      "a/report.pdf": "no notebook (.ipynb) was handed in but a .pdf",
      "b/08-hodgkin-huxley.json": "no notebook (.ipynb) was handed in but a .json",
      "c/": "the folder is empty",
      "d/x.docx": "no notebook (.ipynb) was handed in but a .docx; so it is with d/y.png",
      "e_08-hodgkin-huxley.pdf": "no notebook (.ipynb) was handed in but a .pdf",
      [`f/${hh}`]: expect.stringContaining("ends in the middle"),
      [`g/${hh}`]: expect.stringContaining("ends in the middle"),
      [`h/${hh}`]: "not a notebook: the file is empty",
      [`i/${hh}`]: "not a notebook: it has no cells",
    });
    expect(found()[4].student).toBe("e");
  });
  it("by its name, but is one by what it holds, is taken, with a warning", () => {
    for (const name of ["a/08-hodgkin-huxley.IPYNB", "b/08-hodgkin-huxley.ipynb.txt", "c/08-hodgkin-huxley.json"])
      put(name);
    for (const { cells, problem, notebook, warnings } of found()) {
      expect([cells, problem, notebook]).toEqual([[], undefined, "08-hodgkin-huxley"]);
      expect(warnings).toEqual([expect.stringContaining("does not end in .ipynb")]);
    }
  });
});

describe("a zip", () => {
  it("is a folder, as a platform or a student packed it", () => {
    put(
      "moodle.zip",
      zip({
        [`Jane Doe_1234_assignsubmission_file_/${hh}`]: packed,
        [`Jo_5_assignsubmission_file_/w.zip`]: zip({ [hh]: packed }),
      }),
    );
    const from = (path: string): [string, string][] =>
      findSubmissions([join(folder, path)], masters, noRoster).map(({ student, file }) => [student, file]);
    expect(from("moodle.zip")).toEqual([
      ["1234", `Jane Doe_1234_assignsubmission_file_/${hh}`],
      ["5", `Jo_5_assignsubmission_file_/w.zip/${hh}`],
    ]);
    put(
      "hw7 (1).zip",
      zip({ [`hw7/ab123/${hh}`]: packed, [`hw7/cd456/${hh}`]: packed, "__MACOSX/._x": packed, "hw7/ef789/": {} }),
    );
    expect(from("hw7 (1).zip")).toEqual([
      ["ab123", `hw7/ab123/${hh}`],
      ["cd456", `hw7/cd456/${hh}`],
      ["ef789", "hw7/ef789/"],
    ]);
    put("ab123.zip", zip({ [hh]: packed }));
    expect(from("ab123.zip")).toEqual([["ab123", hh]]);
    put("canvas/doe_12_34_work.zip", zip({ [`Übung/${hh}`]: packed }));
    expect(from("canvas")).toEqual([["12", `doe_12_34_work.zip/Übung/${hh}`]]);
  });
  it("that would do harm is refused, with a row", () => {
    put("a.zip", zipSync({ [hh]: new Uint8Array(40_000_000) }, { level: 1 }));
    put("b.zip", zip({ [`../../${hh}`]: packed, "/etc/x.ipynb": packed }));
    put("c.zip", "no zip");
    put("d.zip", zip({}));
    put("e.zip", zip({ "1.zip": zip({ "2.zip": zip({ "3.zip": zip({ [hh]: packed }) }) }) }));
    put("f.zip", zip(Object.fromEntries(Array.from({ length: 1001 }, (_, i) => [`${i}.ipynb`, packed]))));
    const whole = zip({ [hh]: strToU8(empty.padEnd(5000, "\n0123456789")) });
    put("g.zip", whole.subarray(0, whole.length / 2));
    expect(why()).toEqual({
      [`a.zip/${hh}`]: expect.stringMatching(/to 40 MB, as a zip bomb does/),
      [`b.zip/../../${hh}`]: "its name leads out of the zip",
      "b.zip//etc/x.ipynb": "its name leads out of the zip",
      "c.zip": "it is no zip, or a damaged one",
      "d.zip": expect.stringMatching(/no zip|empty zip/),
      "e.zip/1.zip/2.zip/3.zip": expect.stringContaining("3 deep"),
      "f.zip": "it holds more than 1000 files",
      "g.zip": "it is no zip, or a damaged one",
    });
  });
});
