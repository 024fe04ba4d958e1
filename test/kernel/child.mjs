// A session in a process of its own, as the grader has it: cells come in by message, what became of them goes out.
import { createSession } from "../../dist/kernel/session.js";

const session = createSession(process.argv[2]);
process.on("message", async ({ id, code }) => process.send({ id, run: await session.execute(code) }));
process.on("disconnect", () => session.close());
