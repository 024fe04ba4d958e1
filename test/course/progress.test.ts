import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { catalogue, findExercise } from "../../src/course/catalogue.js";
import { nameNow } from "../../src/course/editions.js";
import { predictions } from "../../src/course/predictions/predictions.js";
import { progressIn as progressOf, type Progress } from "../../src/course/progress.js";
import { fileStore } from "../../src/host/node.js";

const progressFile = ".nullcline-progress.json";
const progressIn = (directory: string): Progress => progressOf(fileStore(directory, ".nullcline-progress"));

const written = (id: string): boolean => findExercise(catalogue, id).answerOf("s").written !== undefined;

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
    '{"version":7,"students":{}}',
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
    expect(["0.5", "8.1", "0.1", "16.3", "18.3"].map((id) => progress.of("s", id).right)).toEqual(
      [true, true, false, false, false], // 16.3 asks something else since the second
    );
    progress.update("s", "0.1", { right: true });
    expect(["0.1", "0.5"].map((id) => progressIn(folder).of("s", id).right)).toEqual([true, true]);
  });
  it("of the second edition goes with its exercises and predictions: out of 6 and 7, and up by two", () => {
    const moves = {
      ...{ "5.2": "5.2", "6.5": "6.5", "6.10": "7.6", "7.3": "7.3", "7.12": "8.5", "7.11": "9.6", "8.2": "10.2" },
      ...{ "20.8": "22.8", "prediction 6.4": "prediction 6.4", "prediction 6.5": "prediction 7.1" },
      ...{ "prediction 7.12": "prediction 9.3", "prediction 8.1": "prediction 10.1" },
    };
    const entries = Object.keys(moves).map((id, i) => [id, { right: true, tries: i + 1, fingerprint: "x" }]);
    writeFileSync(file(), JSON.stringify({ version: 2, students: { s: Object.fromEntries(entries) } }));
    const now = progressIn(folder);
    expect(Object.values(moves).map((id) => now.of("s", id).tries)).toEqual(entries.map((_, i) => i + 1));
    expect(["6.10", "8.2", "20.8", "prediction 7.12"].map((id) => now.of("s", id).tries)).toEqual([0, 0, 0, 0]);
    now.update("s", "1.1", { tries: 1 }); // written anew, in the ids of today, and not moved again
    expect(Object.values(moves).map((id) => progressIn(folder).of("s", id).tries)).toEqual(
      entries.map((_, i) => i + 1),
    );
  });
  it("of all exercises and predictions of the second edition has a place today, each its own", () => {
    const inSecond = (most: Readonly<Record<number, number>>): string[] =>
      Object.entries(most).flatMap(([notebook, count]) =>
        Array.from({ length: count }, (_, k) => `${notebook}.${k + 1}`),
      );
    const exercises = inSecond({ 6: 10, 7: 12, 8: 6, 20: 8 }).map((id) => nameNow(id, 2));
    const known = new Set(Object.values(catalogue).flatMap((all) => all.map(({ id }) => id)));
    expect(exercises.filter((id) => !known.has(String(id)))).toEqual([undefined]); // 8.3, which the fifth asks in words
    expect(new Set(exercises).size).toBe(exercises.length);
    const predicted = inSecond({ 6: 9, 7: 12 }).map((id) => nameNow(`prediction ${id}`, 2));
    expect(predicted.filter((id) => !predictions.some((each) => id === `prediction ${each.id}`))).toEqual([]);
    expect(new Set(predicted).size).toBe(predicted.length);
  });
  it("of the third edition stays, but for the exercises that ask something else now", () => {
    expect(["1.3", "2.2", "4.1", "4.7", "13.2", "16.2"].map((id) => nameNow(id, 3))).toEqual(Array(6).fill(undefined));
    expect(["1.5", "2.5", "4.3", "8.3", "prediction 4.1"].filter((id) => nameNow(id, 3) !== id)).toEqual([]);
    expect(nameNow("8.4", 2)).toBe("10.4");
    expect(nameNow("1.3", 4)).toBe("1.3");
  });
  it("of the fourth edition forgets what asked to find mistakes and asks for words now, and keeps all else", () => {
    const words = ["1.6", "2.6", "3.4", "5.5", "10.3", "13.6", "14.5", "15.4", "16.5", "17.5"];
    expect(words.map((id) => nameNow(id, 4))).toEqual(words.map(() => undefined));
    expect(words.filter((id) => !written(id) || nameNow(id, 5) !== id)).toEqual([]);
    expect(["prediction 1.6", "prediction 13.6", "4.3", "5.7"].filter((id) => nameNow(id, 4) !== id)).toEqual([]);
    expect([nameNow("5.6", 3), nameNow("5.6", 4), nameNow("5.6", 5)]).toEqual([undefined, undefined, "5.6"]);
    expect(nameNow("8.3", 2)).toBeUndefined(); // 10.3 since the third
  });
  it("of the fifth edition forgets the length constant, and keeps the prediction beside it and the other numbers", () => {
    expect([nameNow("17.1", 3), nameNow("17.1", 5), nameNow("17.1", 6)]).toEqual([undefined, undefined, "17.1"]);
    expect(["prediction 17.1", "17.2", "17.5"].filter((id) => nameNow(id, 5) !== id)).toEqual([]);
    expect(nameNow("15.1", 2)).toBeUndefined(); // 17.1 since the third
  });
  it("of the third edition goes with its predictions, and forgets the exercises that ask something else", () => {
    const entry = { right: true, tries: 2, fingerprint: "x" };
    const old = ["13.1", "13.2", "16.2", "16.3", "prediction 11.6", "prediction 16.4", "prediction 16.10"];
    writeFileSync(
      file(),
      JSON.stringify({ version: 3, students: { s: Object.fromEntries(old.map((id) => [id, entry])) } }),
    );
    const now = progressIn(folder);
    const kept = ["13.1", "16.3", "prediction 11.7", "prediction 16.4", "prediction 16.11"];
    expect(kept.map((id) => now.of("s", id).tries)).toEqual(kept.map(() => 2));
    const gone = ["13.2", "16.2", "prediction 11.6", "prediction 16.5", "prediction 16.10"];
    expect(gone.map((id) => now.of("s", id).tries)).toEqual(gone.map(() => 0));
    const most: Readonly<Record<number, number>> = { 2: 14, 4: 7, 8: 7, 9: 3, 11: 7, 14: 5, 15: 8, 16: 10, 18: 8 };
    const predicted = Object.entries(most).flatMap(([notebook, count]) =>
      Array.from({ length: count }, (_, k) => nameNow(`prediction ${notebook}.${k + 1}`, 3)),
    );
    expect(predicted.filter((id) => !predictions.some((each) => id === `prediction ${each.id}`))).toEqual([]);
    expect(new Set(predicted).size).toBe(predicted.length);
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
