// What beginners do to a notebook, and one or two who are none.

export const attacks: Record<string, string> = {
  "deletes all globals":
    "for (const k of Reflect.ownKeys(globalThis)) { try { delete (globalThis as any)[k] } catch {} }",
  "sets all globals to null":
    "for (const k of Object.getOwnPropertyNames(globalThis)) { try { (globalThis as any)[k] = null } catch {} }",
  "freezes the world":
    "for (const k of Object.getOwnPropertyNames(globalThis)) { try { Object.freeze((globalThis as any)[k]); Object.freeze((globalThis as any)[k].prototype) } catch {} } Object.freeze(globalThis); 0",
  "overrides prototypes":
    "for (const C of [Array, String, Object, Function, Promise, Map, Set, RegExp, Number] as any[]) for (const k of Object.getOwnPropertyNames(C.prototype)) { try { C.prototype[k] = () => { throw new Error('mine') } } catch {} }",
  "puts getters that throw on Object.prototype":
    "for (const k of ['kind','run','then','toJSON','value','get','set','map','constructor','code','message','name','stack','cause','errors']) try { Object.defineProperty(Object.prototype, k, { configurable: true, get() { throw new Error('trap ' + k) }, set() { throw new Error('trap') } }) } catch {}; 0",
  "calls process.exit": "process.exit(1)",
  "calls process.exit later": "setTimeout(() => process.exit(1), 10); await new Promise((d) => setTimeout(d, 200)); 5",
  "calls process.reallyExit in a timer after the cell": "setTimeout(() => (process as any).reallyExit(1), 50); 5",
  "aborts in a timer after the cell": "setTimeout(() => process.abort(), 50); 5",
  "kills its process": "process.kill(process.pid)",
  "kills its group": "process.kill(0, 'SIGKILL')",
  "stops its process": "process.kill(process.pid, 'SIGSTOP')",
  "stops its group": "process.kill(0, 'SIGSTOP')",
  recurses: "function f(): number { return f() + 1 } f()",
  "recurses without end in a getter": "({ get a(): any { return (this as any).a } }).a",
  "recurses through promises": "async function f(): Promise<number> { return await f() } await f()",
  "floods with promises": "for (let i = 0; i < 2e6; i++) Promise.reject(new Error('flood'));",
  "floods with microtasks": "function turn() { queueMicrotask(turn) } turn(); await 1",
  "floods with ticks": "function turn() { process.nextTick(turn) } turn(); await new Promise(() => {})",
  "floods with intervals":
    "for (let i = 0; i < 20000; i++) setInterval(() => { for (let j = 0; j < 1e4; j++); }, 0); await new Promise(() => {})",
  "leaves intervals that print": "for (let i = 0; i < 200; i++) setInterval(() => console.log('x'), 0); 0",
  "leaves a loop in a timer": "setTimeout(() => { for (;;); }, 1); 0",
  "fills the heap": "const all: unknown[] = []; for (;;) all.push(new Array(1e4).fill({}))",
  "fills the heap with a string": "let s = 'x'; for (;;) s += s + Math.random()",
  "fills memory with arrays": "const all: unknown[] = []; for (;;) all.push(new Float64Array(1e6).fill(1))",
  "fills memory with buffers": "const all: unknown[] = []; for (;;) all.push(Buffer.alloc(1e7, 1))",
  "asks for a huge array": "new Float64Array(1e10)",
  "asks for a huge string": "'x'.repeat(2 ** 29)",
  "fills memory in worker threads":
    "const { Worker } = require('worker_threads'); for (let i = 0; i < 3; i++) new Worker('const a = []; for (;;) a.push(new Float64Array(1e6).fill(1))', { eval: true }).on('error', () => {}); await new Promise(() => {})",
  "starts fifty worker threads that compute":
    "const { Worker } = require('worker_threads'); for (let i = 0; i < 50; i++) new Worker('for (;;);', { eval: true }); await new Promise(() => {})",
  "waits for a child": "require('child_process').execSync('sleep 1000')",
  "waits for a child that ignores signals":
    "require('child_process').execSync('trap \"\" INT TERM; while :; do sleep 1; done')",
  "starts a writer without end":
    "require('child_process').spawn('yes', ['left by a cell'], { stdio: 'inherit' }); await new Promise(() => {})",
  "starts a detached writer without end":
    "require('child_process').spawn('yes', ['left by a cell'], { stdio: 'inherit', detached: true }).unref(); 0",
  "awaits an infinite generator": "async function* g() { for (;;) yield 1 } for await (const x of g());",
  "spreads an infinite generator": "function* g() { for (;;) yield 1 } [...g()]",
  "redefines console":
    "(console as any).log = () => { throw new Error('no') }; (globalThis as any).console = undefined; 0",
  "shows a proxy whose traps throw": "new Proxy({}, new Proxy({}, { get() { throw new Error('trap') } }))",
  "shows a getter that throws":
    "({ get a() { throw new Error('no') }, [Symbol.for('Jupyter.display')]: { get b() { throw 1 } } })",
  "shows a value whose display throws": "({ [Symbol.for('Jupyter.display')]() { throw undefined } })",
  "shows a value whose display never ends": "({ [Symbol.for('nodejs.util.inspect.custom')]() { for (;;); } })",
  "throws a proxy":
    "throw new Proxy(new Error('x'), { get() { throw new Error('trap') }, getPrototypeOf() { throw 1 } })",
  "throws an error with a stack that throws":
    "throw Object.defineProperty(new Error('x'), 'stack', { get() { throw new Error('y') } })",
  "throws an error with a message that loops": "throw { get message() { for (;;); } }",
  "throws an error of a million causes":
    "let e: any = new Error('0'); for (let i = 0; i < 1e6; i++) e = new Error('x', { cause: e }); throw e",
  "throws a long message": "throw new Error('x'.repeat(5e7))",
  "throws null": "throw null",
  "hijacks prepareStackTrace":
    "(Error as any).prepareStackTrace = () => { throw new Error('hijack') }; (Error as any).stackTraceLimit = Infinity; throw new Error('mine')",
  "hijacks prepareStackTrace with a loop":
    "(Error as any).prepareStackTrace = () => { for (;;); }; throw new Error('mine')",
  "plays with toStringTag":
    "Object.defineProperty(Object.prototype, Symbol.toStringTag, { get() { throw new Error('tag') }, configurable: true }); ({})",
  "replaces the methods of maps":
    "for (const type of [Map, Set, WeakMap, WeakSet]) for (const name of ['get', 'set', 'add', 'has', 'delete', 'forEach']) " +
    "if (name in type.prototype) (type.prototype as any)[name] = () => { throw 1 }; setTimeout(() => {}, 1)",
  "plays with Symbol.iterator": "(Array.prototype as any)[Symbol.iterator] = function* () { for (;;) yield 1 }; [1]",
  "plays with Symbol.hasInstance":
    "Object.defineProperty(Error, Symbol.hasInstance, { value: () => { throw 1 } }); throw new Error('x')",
  "plays with species":
    "Object.defineProperty(Promise, Symbol.species, { get() { throw new Error('species') } }); await Promise.resolve(1)",
  "uses domains and hooks":
    "require('domain').create().on('error', () => {}).run(() => setTimeout(() => { throw new Error('d') }, 5)); require('async_hooks').createHook({ init() { throw new Error('hook') } }).enable(); await new Promise((d) => setTimeout(d, 50))",
  "takes the handlers of errors away":
    "process.removeAllListeners(); setTimeout(() => { throw new Error('late') }, 5); Promise.reject(new Error('r')); await new Promise((d) => setTimeout(d, 100)); 5",
  "takes the handlers of errors away and leaves":
    "process.removeAllListeners(); setTimeout(() => { throw new Error('late') }, 30); 5",
  "handles errors by throwing":
    "process.on('uncaughtException', () => { throw new Error('again') }); process.on('unhandledRejection', () => { throw 1 }); Promise.reject(new Error('r')); await new Promise((d) => setTimeout(d, 100)); 5",
  "imports a broken module": "await import('data:text/javascript,throw new Error(1)' as string)",
  "imports a module that is not there": "await import('./not-there.mjs' as string)",
  "imports a module that never loads": "await import('data:text/javascript,await new Promise(() => {})' as string)",
  "changes the folder away":
    "require('fs').mkdirSync('gone'); process.chdir('gone'); require('fs').rmdirSync('../gone'); 0",
  "shows a million things": "import { display } from 'tslab'; for (let i = 0; i < 1e6; i++) display.html('<p>' + i)",
  "shows huge HTML": "import { display } from 'tslab'; for (let i = 0; i < 5; i++) display.html('<p>'.repeat(2e7))",
  "prints an ANSI bomb": "for (let i = 0; i < 1e5; i++) process.stdout.write('\\x1b[2J\\x1b[31m\\x07\\x1b]0;t\\x07')",
  "prints bytes that are no text":
    "process.stdout.write(Buffer.from([0xff, 0xfe, 0, 0xd8])); process.stderr.write('\\ud800'); 0",
  "makes a circle": "const a: any = {}; a.a = a; a.b = new Map([[a, a]]); a",
  "shows ten million numbers": "Array.from({ length: 1e7 }, (_, i) => i)",
  "takes the engine's flags":
    "require('v8').setFlagsFromString('--max-old-space-size=1'); require('v8').setFlagsFromString('--stack-size=50'); 0",
  "debugs itself": "require('inspector').open(0); require('inspector').close(); debugger; 0",
  "ends its own watchdog's thread":
    "(process as any)._getActiveHandles().forEach((h: any) => { try { h.terminate?.(); h.destroy?.(); h.close?.() } catch {} }); 0",
  "replaces require's cache and loader":
    "const M = require('module'); M._load = () => { throw new Error('no') }; for (const k of Object.keys(require.cache)) delete require.cache[k]; 0",
  "replaces fs":
    "const fs = require('fs'); for (const k of Object.keys(fs)) try { fs[k] = () => { throw new Error('no') } } catch {}; 0",
  "changes signals":
    "for (const s of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGUSR1', 'SIGPIPE']) process.on(s, () => {}); for (;;);",
  "waits in the thread": "Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)",
  "parses without end": "/^(a+)+$/.test('a'.repeat(60) + 'b')",
  "keeps the questions": "await input('?')",
  "makes many files of names": "for (let i = 0; i < 1e5; i++) (globalThis as any)['v' + i] = i; 0",
  "writes to the kernel's channel": "for (let i = 0; i < 100; i++) require('fs').writeSync(3, 'x'.repeat(1e6)); 0",
  // What beginners do.
  "has a toJSON that calls itself":
    "const o = { toJSON(): unknown { return JSON.stringify(this) } }; JSON.stringify(o)",
  "prints much in an interval": "setInterval(() => console.log('x'.repeat(1e5)), 0); await new Promise(() => {})",
  "leaves an interval that prints much": "setInterval(() => console.log('x'.repeat(1e5)), 0); 0",
  "shows a hundred thousand things, one by one": "for (let i = 0; i < 1e5; i++) require('tslab').display.text(`${i}`)",
  "makes a chain of promises without end":
    "function more(n: number): Promise<number> { return Promise.resolve(n).then((m) => more(m + 1)) } await more(0)",
  "awaits nothing for ever": "while (true) await null",
  "reads a file for ever": "while (true) require('fs').readFileSync('/proc/self/status')",
  "writes to the disk for ever, and overwrites":
    "const f = require('fs').openSync('/dev/null', 'w'); for (;;) require('fs').writeSync(f, 'x'.repeat(1e6))",
  "prints a huge array": "console.log(Array.from({ length: 5e6 }, (_, i) => i).join(' '))",
  "logs a deep object with all its depth":
    "let o: any = {}; for (let i = 0; i < 1e5; i++) o = { o }; require('util').inspect(o, { depth: Infinity })",
  "shows a deep list": "let l: any = []; for (let i = 0; i < 1e6; i++) l = [l]; l",
  "sets console.log to itself":
    "const log = console.log; console.log = (...a: any[]) => console.log(...a); console.log('x')",
  "prints to the console by its own hand":
    "console.log = () => {}; console.error = null as any; console = {} as any; 0",
  "imports what is not installed": "await import('no-such-package' as string)",
  "requires what is not installed": "require('no-such-package')",
  "starts a thousand timers that compute":
    "for (let i = 0; i < 1000; i++) setTimeout(() => { const end = Date.now() + 20; while (Date.now() < end); }, i); 0",
  "rejects for ever, unheard":
    "setInterval(() => Promise.reject(new Error('unheard')), 0); await new Promise(() => {})",
  "rejects a hundred thousand times": "for (let i = 0; i < 1e5; i++) void Promise.reject(new Error(`no ${i}`)); 0",
  "throws in an interval": "setInterval(() => { throw new Error('again') }, 0); 0",
  "reads from the terminal":
    "process.stdin.on('data', () => {}); await new Promise((d) => process.stdin.on('end', d)); 0",
  "reads from the terminal and waits": "require('fs').readFileSync(0, 'utf8')",
  "resumes the terminal": "process.stdin.resume(); process.stdin.setEncoding('utf8'); 0",
  "leaves threads that spin":
    "const { Worker } = require('worker_threads'); for (let i = 0; i < 4; i++) new Worker('for (;;);', { eval: true }); 0",
  "leaves a thread that prints for ever":
    "const { Worker } = require('worker_threads'); new Worker('for (;;) console.log(1)', { eval: true }); 0",
  "has a thread print for ever through the terminal":
    "const { Worker } = require('worker_threads'); new Worker('const fs = require(\"fs\"); for (;;) fs.writeSync(1, \"left\\n\")', { eval: true }); await new Promise(() => {})",
  "leaves a child that outlives it":
    "require('child_process').spawn('sleep', ['5'], { detached: true, stdio: 'ignore' }).unref(); 0",
  "starts a hundred children": "for (let i = 0; i < 100; i++) require('child_process').spawn('sleep', ['1000']); 0",
  "starts children that start children":
    "require('child_process').spawn('sh', ['-c', 'for i in 1 2 3 4 5; do (sleep 1000 &) ; done; sleep 1000']); 0",
  "serves on a port for ever":
    "require('http').createServer((_: any, r: any) => r.end('x')).listen(0); await new Promise(() => {})",
  "asks itself over the net without end":
    "const s = require('net').createServer((c: any) => c.pipe(c)).listen(0, () => { const c = require('net').connect(s.address().port); c.write('x'); c.pipe(c) }); await new Promise(() => {})",
  "opens all files": "const f: number[] = []; for (;;) f.push(require('fs').openSync('/dev/null', 'r'))",
  "sorts by a comparison that never ends": "[3, 1, 2].sort(() => { for (;;); })",
  "replaces by a function that never ends": "'aaa'.replace(/a/g, () => { for (;;); })",
  "loops in a setter":
    "Object.defineProperty(globalThis, 'trap', { set(v) { for (;;); } }); (globalThis as any).trap = 1",
  "loops in a static block": "class A { static { for (;;); } } new A()",
  "loops in a toString": "`${{ toString() { for (;;); } }}`",
  "loops in a proxy that is shown": "new Proxy({}, { ownKeys() { for (;;); } })",
  "loops in finally": "try { for (;;); } finally { for (;;); }",
  "catches everything and goes on": "for (;;) try { await new Promise((d) => setTimeout(d, 10)) } catch {}",
  "catches the stop of a loop": "for (;;) { try { for (;;); } catch {} }",
  "loops in a thenable": "await ({ then() { for (;;); } } as any)",
  "never settles a thenable": "await ({ then() {} } as any)",
  "multiplies big numbers": "let n = 3n; for (;;) n *= n",
  "powers a big number": "(7n ** 5000000n).toString().length",
  "joins strings without end": "let s = 'x'; for (;;) s = s + s",
  "fills a map": "const m = new Map(); for (let i = 0; ; i++) m.set(i, 'x'.repeat(100) + i)",
  "fills a list by two": "const l: number[] = [1]; for (const x of l) l.push(x, x)",
  "asks for a huge buffer": "Buffer.alloc(2 ** 32)",
  "asks for huge memory of WebAssembly": "new (globalThis as any).WebAssembly.Memory({ initial: 65536 })",
  "loops in WebAssembly":
    "const bytes = new Uint8Array([0,97,115,109,1,0,0,0,1,4,1,96,0,0,3,2,1,0,7,5,1,1,102,0,0,10,9,1,7,0,3,64,12,0,11,11]); const W = (globalThis as any).WebAssembly; new W.Instance(new W.Module(bytes)).exports.f()",
  "shows an object of a million keys": "Object.fromEntries(Array.from({ length: 1e6 }, (_, i) => [`k${i}`, i]))",
  "shows a table of a million rows": "Array.from({ length: 1e6 }, (_, i) => ({ i, square: i * i }))",
  "prints a table of a million rows": "console.table(Array.from({ length: 1e5 }, (_, i) => ({ i, square: i * i })))",
  "throws a huge object": "throw Array.from({ length: 1e7 }, (_, i) => i)",
  "opens a comm that sends for ever": "const c = jupyter.openComm('page'); for (;;) c.send({ x: 'y'.repeat(1e4) })",
  "clears its output for ever": "for (;;) jupyter.clearOutput()",
  "asks a thousand questions": "for (let i = 0; i < 1000; i++) void input('?').catch(() => {}); 0",
  "redefines what the kernel gives":
    "(globalThis as any).jupyter = (globalThis as any).input = (globalThis as any).prompt = 1; 0",
  "redefines the timers":
    "(globalThis as any).setTimeout = (f: any) => { for (;;) f() }; (globalThis as any).queueMicrotask = null; 0",
  "redefines Promise": "(globalThis as any).Promise = class { then() { for (;;); } }; 0",
  "sets the title and the time limit":
    "process.title = 'x'.repeat(1e5); process.umask(0o777); process.env.PATH = ''; 0",
  "lowers its own priority": "require('os').setPriority(19); 0",
  "ends by an exit handler": "process.on('exit', () => { for (;;); }); (process as any).reallyExit; process.exit()",
  "ends in beforeExit": "process.on('beforeExit', () => { for (;;); }); process.emit('exit', 1); 0",
  "emits what Node emits":
    "process.emit('SIGINT' as any); process.emit('uncaughtException', new Error('mine')); process.emit('disconnect'); 0",
  "writes a file in place of its module": "require('fs').writeFileSync('tslab.js', 'for (;;);'); 0",
};
for (let fd = 0; fd <= 24; fd++) attacks[`closes descriptor ${fd}`] = `require('fs').closeSync(${fd}); 0`;

/** What may not compile, and need not. */
export const attacksOnTheCompiler: Readonly<Record<string, string>> = {
  "compiles without end":
    "type T<N extends number, A extends unknown[] = []> = A['length'] extends N ? A : T<N, [...A, ...A, 0]>; let x: T<999999>; 0",
  "nests ten thousand parentheses": `${"(".repeat(10_000)}1${")".repeat(10_000)}`,
  "evaluates a long chain": `1${"+1".repeat(20_000)}`,
  "multiplies types":
    "type D = '0'|'1'|'2'|'3'|'4'|'5'|'6'|'7'|'8'|'9'; type N = `${D}${D}${D}${D}${D}`; let n: N = '00000' as `${N}${N}` as any",
  "is one long line": `const s = "${"x".repeat(5e6)}"; s.length`,
  "is a list of a hundred thousand numbers": `const l = [${Array.from({ length: 1e5 }, (_, i) => i).join()}]; l.length`,
  "has fifty thousand lines": "let k = 0;\n".concat("k += 1;\n".repeat(5e4)),
  "declares ten thousand names": Array.from({ length: 1e4 }, (_, i) => `const n${i} = ${i};`).join("\n"),
  "has a thousand mistakes": Array.from({ length: 1000 }, (_, i) => `m${i}()`).join("\n"),
  "is no text": "\u0000\u0001\uD800\uFFFF\u{1F600}",
  "opens and never closes": "{".repeat(5000),
  "is a deep list": `${"[".repeat(3000)}${"]".repeat(3000)}`,
  "imports itself": "import * as me from './missing.ts'; me",
};

/** The command of a process that a cell may leave behind. */
export const leftBehind = "yes left by a cell";
