import { describe, expect, it } from "vitest";
import { catalogue } from "../../src/course/catalogue.js";

/** What a class of this size would draw. */
const students = Array.from({ length: 60 }, (_, i) => `student-${i}`);

const own = Object.values(catalogue)
  .flat()
  .filter(({ varies }) => varies);

describe.each(own.map((exercise) => [exercise.id, exercise] as const))("exercise %s", (_id, exercise) => {
  it("has one right answer and tells its misconceptions apart for every student", () => {
    for (const student of students) {
      const said = `${student}, ${JSON.stringify(exercise.variantOf(student))}`;
      const { right, misconceptions } = exercise.answerOf(student);
      expect(exercise.judge(right, student), said).toEqual({ kind: "right" });
      for (const { name, wrong } of misconceptions)
        expect(exercise.judge(wrong, student), said).toMatchObject({ kind: "misconception", name });
    }
  });

  it("is answered by a neighbour's answer for one student in four at most", () => {
    const answers = students.map((student) => exercise.answerOf(student).right);
    const shared = students.flatMap((student, i) =>
      answers.map((answer, k) => k !== i && exercise.judge(answer, student).kind === "right"),
    );
    const share = shared.filter(Boolean).length / (students.length * (students.length - 1));
    expect(share).toBeLessThan(0.25);
  });
});
