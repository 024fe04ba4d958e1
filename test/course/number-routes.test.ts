import { expect, it } from "vitest";
import { catalogue, findExercise } from "../../src/course/catalogue.js";
import { numberRoutes } from "./number-routes.js";

const routes = Object.entries(numberRoutes).flatMap(([id, all]) =>
  Object.entries(all).map(([name, route]) => [id, name, route] as const),
);

it.each(routes)(
  "exercise %s gives its points to whoever comes to the number by another way: %s",
  (id, _name, route) => {
    const exercise = findExercise(catalogue, id);
    const students = ["student-0", "student-1"]; // whose answers the exercises' own test has computed
    for (const student of students) {
      const [mine, given] = [exercise.variantOf(student), route(exercise.variantOf(student))];
      const said = `${JSON.stringify(mine)}: ${JSON.stringify(given)}, right is ${exercise.answerOf(student).right}`;
      expect(exercise.judge(given, student).kind, said).toBe("right");
    }
  },
);
