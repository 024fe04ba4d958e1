import { drawStatements, mistakesAnswer, sentencesOf, type Statement } from "./answers/statements.js";
import { exercise, type Exercise, type ExerciseDefinition } from "./exercise.js";

/** What the author of an exercise "Find the mistakes" writes. */
export type MistakesDefinition = Omit<ExerciseDefinition<never>, "variant" | "answer"> & {
  readonly statements: readonly Statement[];
};

/** Sentences, of which each student gets some right and some wrong, in an order of their own: which are wrong? */
export function findMistakes({ statements, ...definition }: MistakesDefinition): Exercise {
  const made = exercise({
    ...definition,
    variant: (draw) => drawStatements(statements, draw),
    answer: (mine) => mistakesAnswer(statements, mine),
  });
  return { ...made, sentencesOf: (student) => sentencesOf(statements, made.variantOf(student)) };
}
