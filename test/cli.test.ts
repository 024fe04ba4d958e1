import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

const nullcline = (...args: string[]): { stdout: string; stderr: string; status: number | null } =>
  spawnSync(process.execPath, ["dist/cli.js", ...args], { encoding: "utf8" });

test("help names every command and is no error", () => {
  const { stdout, stderr, status } = nullcline("--help");
  for (const command of ["lab", "kernel", "notebooks", "grade"])
    expect(stdout).toMatch(new RegExp(`^ {2}${command} `, "m"));
  expect([stderr, status]).toEqual(["", 0]);
});

test("a command's help is its usage", () => {
  expect(nullcline("kernel", "--help")).toMatchObject({
    stdout:
      "usage: nullcline kernel CONNECTION_FILE | install | uninstall | check [--user | --sys-prefix | --prefix DIR]\n" +
      "the TypeScript kernel, which Jupyter starts; make it known to Jupyter, take it back, see whether it works\n" +
      "--memory MB           of objects in a notebook, three times that in all; 512\n",
    status: 0,
  });
});

test("without a command the help goes to stderr, with exit code 2", () => {
  expect(nullcline()).toMatchObject({
    stdout: "",
    stderr: expect.stringContaining("usage: nullcline COMMAND"),
    status: 2,
  });
});

test.each(["lba", "toString"])(
  "an unknown command, %s, is told with those that there are, with exit code 2",
  (name) => {
    const { stderr, status } = nullcline(name);
    expect(stderr).toMatch(new RegExp(`^nullcline: there is no command ${name}, there are lab, kernel, notebooks`));
    expect(status).toBe(2);
  },
);

test.each([
  [["kernel"], "nullcline kernel: expects one file, the connection file that Jupyter writes"],
  [["notebooks", "--chekc"], "nullcline notebooks: Unknown option '--chekc'"],
])("a command that is not called as it should be, %j, says so with its usage, with exit code 2", (args, line) => {
  const { stderr, status } = nullcline(...args);
  expect(stderr.startsWith(line)).toBe(true);
  expect(stderr).toContain(`usage: nullcline ${args[0]}`);
  expect(status).toBe(2);
});

test("a command that fails says why in a line, with exit code 1", () => {
  const { stderr, status } = nullcline("kernel", "no/such/connection.json");
  expect(stderr).toMatch(/^nullcline kernel: ENOENT: no such file or directory, open 'no\/such\/connection.json'\n$/);
  expect(status).toBe(1);
});
