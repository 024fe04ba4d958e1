/**
 * mathjs in one file, which the package exports without types: reading the many hundred files of its main entry takes
 * eight times as long.
 */
declare module "mathjs/lib/browser/math.js" {
  import type { MathJsInstance } from "mathjs";
  const math: MathJsInstance;
  export default math;
}
