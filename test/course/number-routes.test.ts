import { expect, it } from "vitest";
import { catalogue, findExercise } from "../../src/course/catalogue.js";
import { numberRoutes } from "./number-routes.js";

const student = "student-0"; // whose answers the exercises' own test computes as well

const routes = Object.entries(numberRoutes).flatMap(([id, all]) =>
  Object.entries(all).map(([name, route]) => [id, name, route] as const),
);

it.each(routes)(
  "exercise %s gives its points to whoever comes to the number by another way: %s",
  (id, _name, route) => {
    const exercise = findExercise(catalogue, id);
    const [mine, given] = [exercise.variantOf(student), route(exercise.variantOf(student))];
    const said = [mine, given, exercise.answerOf(student).right].map((value) => JSON.stringify(value)).join(" ");
    expect(exercise.judge(given, student).kind, said).toBe("right");
  },
);
