/**
 * A Node that has begun, and waits to become the process that runs cells, whose script and arguments are its own. A
 * module of CommonJS, and alone: so it takes 6 MB.
 */
import fs = require("node:fs");

/** The channel of the watchdog, which says nothing before the process is one of cells. */
const control = 4;

process.argv.splice(1, 1);
// The front writes a byte when its turn comes; when the front ends, there is none.
if (fs.readSync(control, new Uint8Array(1)) === 0) process.exit();
require(process.argv[1] as string);
