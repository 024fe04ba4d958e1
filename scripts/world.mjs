// Writes the program that runs in a student's world as one file: src/grade/student/student-process.ts with the package,
// in which two files of src/grade/student stand for what the package asks of its surroundings and of the course.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { root } from "./steps.mjs";

const student = join(root, "dist", "grade", "student");
const instead = [
  [/[\\/]host[\\/]node\.js$/, join(student, "host.js")],
  [/[\\/]course[\\/]course\.js$/, join(student, "course.js")],
];

const { outputFiles, metafile } = await build({
  stdin: {
    contents: `import * as nullcline from "./dist/index.js";
import { live } from "./dist/grade/student/student-process.js";
await live(nullcline);`,
    resolveDir: root,
  },
  bundle: true,
  write: false,
  metafile: true,
  format: "esm",
  platform: "browser",
  target: "es2022",
  charset: "utf8",
  minifySyntax: true,
  minifyWhitespace: true,
  absWorkingDir: root,
  plugins: [
    {
      name: "world",
      setup({ onResolve }) {
        onResolve({ filter: /^\./ }, ({ path, resolveDir }) => {
          const [, path2] = instead.find(([file]) => file.test(join(resolveDir, path))) ?? [];
          return path2 === undefined ? undefined : { path: path2 };
        });
      },
    },
  ],
});
const inputs = Object.entries(Object.values(metafile.outputs)[0].inputs);
const wrong = inputs.filter(
  ([file, { bytesInOutput }]) => bytesInOutput > 0 && /course[\\/](exercises|masters|catalogue|hidden)/.test(file),
);
if (wrong.length > 0)
  throw new Error(`a student's world would hold answers: ${wrong.map(([file]) => file).join(", ")}`);
writeFileSync(join(student, "world.js"), outputFiles[0].text);
