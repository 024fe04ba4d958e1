// Public names of `nullcline/grade`: handed-in notebooks to marks. It needs the package tslab.

export { grade, type GradeOptions } from "./grade/grade.js";
export { gradingLimits } from "./grade/marking.js";
