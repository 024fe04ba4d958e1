/** mathjs in one file, which the package exports without types. */
declare module "mathjs/lib/browser/math.js" {
  const math: object;
  export default math;
}
