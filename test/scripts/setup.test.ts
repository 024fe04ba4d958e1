import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checkNode } from "../../scripts/setup.mjs";

/** A folder to stand for the user's PATH. */
let path: string;
beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), "nullcline-path-"));
});
afterEach(() => rmSync(path, { recursive: true }));

test.each(["18.20.4", "20.18.3"])("Node %s is refused in one line", (version) => {
  expect(() => checkNode(version)).toThrow(
    `Node.js 20.19 or later is needed, this is ${version}: install it from nodejs.org`,
  );
});

test.each(["20.19.0", "22.1.0", "24.0.0"])("Node %s will do", (version) => {
  expect(() => checkNode(version)).not.toThrow();
});

describe.skipIf(process.platform === "win32")("of the Pythons on the PATH", () => {
  const python = (name: string, answer: string): void => {
    writeFileSync(join(path, name), `#!/bin/sh\necho "${answer}"\n`);
    chmodSync(join(path, name), 0o755);
  };
  const find = (): { stdout: string; stderr: string; status: number | null } => {
    const script = (name: string): string => JSON.stringify(pathToFileURL(resolve("scripts", name)).href);
    const code = `import { findPython } from ${script("setup.mjs")};
      import { script } from ${script("steps.mjs")};
      await script(() => console.log(JSON.stringify(findPython())));`;
    return spawnSync(process.execPath, ["--input-type=module", "--eval", code], {
      encoding: "utf8",
      env: { PATH: path },
    });
  };

  test("the first that is new enough and has its venv module is taken", () => {
    python("python3", "3 9 2 True");
    python("python", "3 12 1 True");
    expect(JSON.parse(find().stdout)).toEqual({ command: ["python"], version: "3.12.1" });
  });

  test("none at all is told in one line, with what was looked for", () => {
    expect(find()).toMatchObject({
      status: 1,
      stdout: "",
      stderr:
        "nullcline: Python 3.10 or later is needed and none was found (looked for python3, python, py -3): install it from python.org, or set PYTHON to its path\n",
    });
  });

  test("one that is too old is told in one line", () => {
    python("python3", "3 9 2 True");
    expect(find()).toMatchObject({
      status: 1,
      stderr: "nullcline: python3 is Python 3.9.2, 3.10 or later is needed\n",
    });
  });

  test("one that lacks its venv module is told in one line, with the cure", () => {
    python("python3", "3 11 2 False");
    expect(find()).toMatchObject({
      status: 1,
      stderr: "nullcline: Python 3.11.2 lacks its venv module: on Debian or Ubuntu, sudo apt install python3-venv\n",
    });
  });
});

describe("npm run lab", () => {
  const lab = (...args: string[]): { stderr: string; status: number | null } =>
    spawnSync(process.execPath, ["scripts/lab.mjs", ...args], { encoding: "utf8" });

  test("says in one line that the port is taken, before it sets anything up", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as { port: number };
    expect(lab("--no-browser", "--port", String(port))).toMatchObject({
      status: 1,
      stderr: `nullcline: port ${port} is taken: end what uses it, or ask for another one with --port\n`,
    });
    expect(lab(`--port=${port}`).status).toBe(1);
    server.close();
  });

  test("refuses a port that is no port", () => {
    expect(lab("--port=http").stderr).toBe("nullcline: --port expects a number from 0 to 65535, got http\n");
    expect(lab("--port").stderr).toBe("nullcline: --port expects a number from 0 to 65535, got nothing\n");
  });
});
