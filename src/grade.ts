// Public names of `nullcline/grade`: handed-in notebooks to marks. It needs the package tslab.

export { grade, gradingLimits, type GradeOptions } from "./grade/grade.js";
