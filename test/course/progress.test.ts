import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { progressIn as progressOf, type Progress } from "../../src/course/progress.js";
import { fileStore } from "../../src/host/node.js";

const progressFile = ".nullcline-progress.json";
const progressIn = (directory: string): Progress => progressOf(fileStore(directory, ".nullcline-progress"));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "progress-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});
const file = (): string => join(folder, progressFile);

describe("progress", () => {
  it("is there again in the next session, for each student", () => {
    progressIn(folder).update("ab", "7.1", { right: true, tries: 2 });
    progressIn(folder).update("cd", "7.1", { tries: 1 });
    const later = progressIn(folder);
    expect(later.of("ab", "7.1")).toEqual({ right: true, tries: 2, fingerprint: "" });
    expect(later.of("cd", "7.1")).toMatchObject({ right: false, tries: 1 });
    expect(later.of("ab", "7.2").tries).toBe(0);
    expect(later.problem()).toBeUndefined();
  });
  it("of two notebooks open at once adds up", () => {
    const [a, b] = [progressIn(folder), progressIn(folder)];
    a.update("s", "7.1", { right: true });
    b.update("s", "8.1", { right: true });
    a.update("s", "7.2", { right: true });
    expect(["7.1", "8.1", "7.2"].map((id) => progressIn(folder).of("s", id).right)).toEqual([true, true, true]);
  });
  it("starts anew when its file is deleted in the middle, and keeps what this session knows", () => {
    const progress = progressIn(folder);
    progress.update("s", "7.1", { right: true });
    rmSync(file());
    progress.update("s", "7.2", { tries: 1 });
    expect(progress.of("s", "7.1").right).toBe(true);
    expect(progress.problem()).toBeUndefined();
  });
  it.each([
    "{ half",
    "[]",
    "null",
    '{"version":3,"students":{}}',
    '{"version":1,"students":{"s":{"7.1":{"right":"yes"}}}}',
    "",
  ])("says so and sets the file aside when it is damaged: %s", (text) => {
    writeFileSync(file(), text);
    const progress = progressIn(folder);
    expect(progress.of("s", "7.1").right).toBe(false);
    expect(progress.problem()).toMatch(/could not be read .*set aside as \.nullcline-progress\.unreadable\.json/);
    expect(progress.problem()).toBeUndefined();
    expect(readFileSync(join(folder, ".nullcline-progress.unreadable.json"), "utf8")).toBe(text);
    progress.update("s", "7.1", { right: true });
    expect(progressIn(folder).of("s", "7.1").right).toBe(true);
  });
  it("of the first edition goes where its exercises went, and is forgotten where they ask something else", () => {
    const entry = '{"right":true,"tries":2,"hints":0,"fingerprint":"x"}';
    writeFileSync(file(), `{"version":1,"students":{"s":{"0.1":${entry},"7.1":${entry},"16.3":${entry}}}}`);
    const progress = progressIn(folder);
    expect(["0.5", "7.1", "0.1", "16.3"].map((id) => progress.of("s", id).right)).toEqual([true, true, false, false]);
    progress.update("s", "0.1", { right: true });
    expect(["0.1", "0.5"].map((id) => progressIn(folder).of("s", id).right)).toEqual([true, true]);
  });
  it("is replaced whole: no draft stays behind", () => {
    progressIn(folder).update("s", "7.1", { right: true });
    expect(readdirSync(folder)).toEqual([progressFile]);
  });
  it("goes on in memory where the folder cannot be written, and says so", () => {
    const progress = progressIn(join(folder, "not", "there"));
    progress.update("s", "7.1", { tries: 1 });
    expect(progress.problem()).toMatch(/could not be saved/);
    progress.update("s", "7.1", { tries: progress.of("s", "7.1").tries + 1 });
    expect(progress.of("s", "7.1").tries).toBe(2);
    expect(existsSync(file())).toBe(false);
  });
  it("goes on in memory where an earlier file can be read but not replaced", () => {
    progressIn(folder).update("s", "7.1", { tries: 1 });
    mkdirSync(`${file()}.${process.pid}.tmp`); // where the draft would be written
    const progress = progressIn(folder);
    progress.update("s", "7.1", { tries: progress.of("s", "7.1").tries + 1 });
    progress.update("s", "7.1", { tries: progress.of("s", "7.1").tries + 1 });
    expect(progress.of("s", "7.1").tries).toBe(3);
    expect(progress.problem()).toMatch(/could not be saved/);
  });
});
