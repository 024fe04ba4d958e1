"""A client that knows of the kernel only what Jupyter's protocol says, over bare sockets: looks for faults, prints each.

`python foreign.py NODE CLI`: starts the kernel itself, over ipc; the last line is the number of checks that were made.
"""
import hashlib, hmac, json, os, signal, subprocess, sys, tempfile, time, uuid, zmq

folder = tempfile.mkdtemp()
KEY = b"schl\xc3\xbcssel"
names = ["shell", "iopub", "stdin", "control", "hb"]
base = os.path.join(folder, "k")
spec = {"transport": "ipc", "ip": base, "key": KEY.decode(), "signature_scheme": "hmac-sha256", "kernel_name": "x"}
spec.update({f"{name}_port": i + 1 for i, name in enumerate(names)})
with open(os.path.join(folder, "c.json"), "w") as file:
    json.dump(spec, file)
log = open(os.path.join(folder, "log"), "w+")
kernel = subprocess.Popen([*sys.argv[1:], "kernel", file.name], cwd=folder, stdout=log, stderr=log)
context = zmq.Context()
checks = faults = 0


def check(what, holds, seen=""):
    global checks, faults
    checks += 1
    if not holds:
        faults += 1
        print("FAULT", what, str(seen)[:600], flush=True)


class Client:
    def __init__(self, identity):
        self.session = str(uuid.uuid4())
        kinds = {"shell": zmq.DEALER, "control": zmq.DEALER, "stdin": zmq.DEALER, "iopub": zmq.SUB, "hb": zmq.REQ}
        self.sockets = {}
        for name, kind in kinds.items():
            socket = self.sockets[name] = context.socket(kind)
            socket.linger = 0
            socket.set_hwm(0)
            if kind == zmq.DEALER:
                socket.identity = identity
            socket.connect(f"ipc://{base}-{spec[name + '_port']}")
        self.sockets["iopub"].subscribe(b"")
        self.kept = {name: [] for name in kinds}

    def send(self, kind, content, channel="shell", parent=None, header=None, buffers=(), sign=True):
        head = {"msg_id": str(uuid.uuid4()), "session": self.session, "username": "ü", "msg_type": kind}
        head.update({"date": "2026-01-01T00:00:00Z", "version": "5.3", **(header or {})})
        parts = [json.dumps(part).encode() for part in (head, parent or {}, {}, content)]
        digest = hmac.new(KEY if sign else b"x", b"".join(parts), hashlib.sha256).hexdigest().encode()
        self.sockets[channel].send_multipart([b"<IDS|MSG>", digest, *parts, *buffers])
        return head["msg_id"]

    def read(self, channel, fits, seconds=600):
        """The first message that fits; others are kept. Gives up when the kernel is silent for so long."""
        for i, message in enumerate(self.kept[channel]):
            if fits(message):
                return self.kept[channel].pop(i)
        while self.sockets[channel].poll(1000 * seconds):
            frames = self.sockets[channel].recv_multipart()
            at = frames.index(b"<IDS|MSG>")
            signature, *parts = frames[at + 1 : at + 6]
            right = hmac.new(KEY, b"".join(parts), hashlib.sha256).hexdigest().encode()
            check("every message is signed", signature == right)
            header, parent, metadata, content = map(json.loads, parts)
            message = {"type": header["msg_type"], "to": parent.get("msg_id"), "content": content, "header": header}
            message.update(parent=parent, metadata=metadata, buffers=frames[at + 6 :])
            if fits(message):
                return message
            self.kept[channel].append(message)
        raise TimeoutError(f"nothing on {channel}")

    def reply(self, to, channel="shell"):
        return self.read(channel, lambda m: m["to"] == to)

    def published(self, to):
        """All that a request made the kernel publish, from busy to idle."""
        found = []
        while not found or found[-1]["content"].get("execution_state") != "idle":
            found.append(self.read("iopub", lambda m: m["to"] == to))
        check("a busy status comes first", found[0]["content"] == {"execution_state": "busy"}, found[0])
        return found[1:-1]

    def ask(self, kind, content, channel="shell", **more):
        to = self.send(kind, content, channel, **more)
        reply = self.reply(to, channel)
        check(f"{kind} is answered by its reply", reply["type"] == kind.replace("_request", "_reply"), reply)
        check(f"{kind} has a status", reply["content"].get("status") in ("ok", "error", "complete", "incomplete", "invalid", "aborted"), reply)
        check(f"the reply to {kind} has the asker's header as its parent", reply["parent"].get("username") == "ü")
        return reply["content"], self.published(to)

    def run(self, code, **options):
        return self.ask("execute_request", {"code": code, "silent": False, "store_history": True, "user_expressions": {}, "allow_stdin": False, "stop_on_error": True, **options})


def value(published):
    return next((m["content"]["data"]["text/plain"] for m in published if m["type"] == "execute_result"), None)


me, other = Client("ä🧠".encode()), Client(b"\xff\x01\x02")
for client in (me, other):
    info = client.reply(client.send("kernel_info_request", {}))["content"]
    client.read("iopub", lambda m: m["type"] == "iopub_welcome")
check("kernel_info is complete", {"protocol_version", "implementation", "implementation_version", "language_info", "banner", "status"} <= set(info), info)

# -- every request, with fields missing, of the wrong kind and unknown
requests = {
    "execute_request": {"code": "1", "silent": False},
    "inspect_request": {"code": "Math.cos", "cursor_pos": 8, "detail_level": 1},
    "complete_request": {"code": "Math.co", "cursor_pos": 7},
    "history_request": {"hist_access_type": "tail", "n": 2, "output": True, "raw": True},
    "is_complete_request": {"code": "f("},
    "comm_info_request": {"target_name": "x"},
    "kernel_info_request": {},
    "connect_request": {},
    "usage_request": {},
    "interrupt_request": {},
    "debug_request": {"type": "request", "command": "initialize", "seq": 3, "arguments": {}},
    "create_subshell_request": {},
    "delete_subshell_request": {"subshell_id": "s"},
    "list_subshell_request": {},
    "payload_request": {},
}
for channel in ("shell", "control"):
    for kind, content in requests.items():
        if kind == "execute_request" and channel == "control":
            continue
        me.ask(kind, content, channel)
        me.ask(kind, {}, channel)
        for wrong in (None, -1, 1e300, [], {"a": 1}, "🧠", True):
            me.ask(kind, {**{name: wrong for name in content}, "unknown": wrong}, channel)
check("all is well afterwards", value(me.run("1 + 1")[1]) == "2")
for kind in ("comm_open", "comm_msg", "comm_close", "input_reply", "execute_reply", "status", "nonsense"):
    me.send(kind, {})
    me.send(kind, {"comm_id": 3, "target_name": None, "data": 7})
    me.send(kind, {"value": "nobody asked"}, "stdin")
check("what nobody asked for does no harm", value(me.run("1 + 1")[1]) == "2")
ports = me.ask("connect_request", {})[0]
check("connect tells the ports", all(ports.get(f"{n}_port") == spec[f"{n}_port"] for n in names), ports)
usage = me.ask("usage_request", {}, "control")[0]
check("usage is told", usage.get("kernel_memory", 0) > 5e7 and "kernel_cpu" in usage and usage["host_virtual_memory"]["total"] > 0, usage)
debug = me.ask("debug_request", requests["debug_request"], "control")[0]
check("the debugger is refused in its own words", (debug["type"], debug["success"], debug["request_seq"]) == ("response", False, 3), debug)
check("a subshell is refused", me.ask("create_subshell_request", {}, "control")[0]["status"] == "error")
content = me.ask("execute_request", {"code": "1"}, header={"subshell_id": "s"})[0]
check("a cell for a subshell is refused", content["status"] == "error", content)

# -- unusual requests
me.send("execute_request", {"code": "globalThis.bad = 1"}, sign=False)
check("what is signed by another key is not run", value(me.run("String((globalThis as any).bad)")[1]) == "'undefined'")
me.send("execute_request", {"code": "1"}, buffers=[b"\x00\xff"])
big = "const text = `" + "x" * 5_000_000 + "`; text.length"
check("5 MB of code are run", value(me.run(big)[1]) == "5000000")
check("lone surrogates and unicode come back", value(me.run("'ä🧠\\ud800'.length")[1]) == "4")
content, shown = me.run("const q = 1; console.log('x'); q", silent=True, store_history=True)
check("a silent cell publishes nothing and is not counted", shown == [] and content["status"] == "ok", shown)
before = me.run("0")[0]["execution_count"]
check("a cell without history is not counted", me.run("5", store_history=False)[0]["execution_count"] == before)
throws = {"a": "(() => { throw new Error('no') })()", "b": "1 +", "c": "q", "d": "await 3", "e": "while(", "f": 5}
content, _ = me.run("q", user_expressions=throws)
told = {name: found["status"] for name, found in content["user_expressions"].items()}
check("each user expression has its own end", told == dict(a="error", b="error", c="ok", d="ok", e="error", f="ok"), content)
content, shown = me.run("await input('?')")
check("input without stdin is an error", content["status"] == "error" and content["ename"], content)
failing = me.send("execute_request", {"code": "throw 1", "silent": True})
queued = me.send("execute_request", {"code": "'after silent'"})
me.reply(failing), me.published(failing)
check("a silent error stops no cell", me.reply(queued)["content"]["status"] == "ok")
me.published(queued)

# -- a thousand cells, the 500th of which fails
go = os.path.join(folder, "go")
wait = f"import {{ existsSync }} from 'fs'; while (!existsSync({json.dumps(go)})) await new Promise((d) => setTimeout(d, 9));"
me.run("import { existsSync } from 'fs'; existsSync('x')")
sent = [me.send("execute_request", {"code": wait if i == 0 else "throw new Error('x')" if i == 500 else f"{i}"}) for i in range(1000)]
me.ask("kernel_info_request", {})
open(go, "w").close()
states = [me.reply(to)["content"]["status"] for to in sent]
check("cells behind an error are aborted", states == ["ok"] * 500 + ["error"] + ["aborted"] * 499, [s for s in states[495:505]])
check("aborted cells go from busy to idle", all(isinstance(me.published(to), list) for to in sent))
go_on = [me.send("execute_request", {"code": "throw 1", "stop_on_error": False}), me.send("execute_request", {"code": "2"})]
check("without stop_on_error they are run", [me.reply(to)["content"]["status"] for to in go_on] == ["error", "ok"])

# -- two clients on one kernel
mine = me.send("execute_request", {"code": "await input('mine? ')", "allow_stdin": True})
theirs = other.send("execute_request", {"code": "await input('theirs? ')", "allow_stdin": True})
for client, text in ((me, "mine"), (other, "theirs")):
    question = client.read("stdin", lambda m: m["type"] == "input_request")
    check("a question goes to the asker", question["content"]["prompt"] == f"{text}? ", question)
    client.send("input_reply", {"value": text.upper()}, "stdin", parent=question["header"])
for client, to, text in ((me, mine, "MINE"), (other, theirs, "THEIRS")):
    check("an answer comes to its cell", client.reply(to)["content"]["status"] == "ok")
    for each in (me, other):
        check("both clients see every result", value(each.published(to)) == f"'{text}'")
history = other.ask("history_request", {"hist_access_type": "tail", "n": 2, "raw": True, "output": False})[0]["history"]
check("the history is shared", [line[2] for line in history] == ["await input('mine? ')", "await input('theirs? ')"], history)

# -- while a cell computes
busy = me.send("execute_request", {"code": "console.log('busy'); while (true) {}"})
me.read("iopub", lambda m: m["to"] == busy and m["type"] == "stream")
for beat in (b"", b"\x00", b"ping" * 1000):
    other.sockets["hb"].send(beat)
    check("the heart beats", other.sockets["hb"].poll(600_000) and other.sockets["hb"].recv() == beat)
for channel in ("shell", "control"):
    for kind in ("kernel_info_request", "complete_request", "inspect_request", "is_complete_request", "history_request", "comm_info_request", "usage_request"):
        other.ask(kind, requests[kind], channel)
behind = other.send("execute_request", {"code": "'behind'"})
other.ask("interrupt_request", {}, "control")
check("a computing cell is interrupted", me.reply(busy)["content"]["status"] == "error")
check("and what waits behind it is aborted", other.reply(behind)["content"]["status"] == "aborted")
for _ in range(5):
    me.ask("interrupt_request", {}, "control")
kernel.send_signal(signal.SIGINT)
time.sleep(1)
check("an interrupt of nothing harms nothing", value(me.run("1 + 1")[1]) == "2")

# -- the end, with a question open
asking = me.send("execute_request", {"code": "await input('?')", "allow_stdin": True})
me.read("stdin", lambda m: m["type"] == "input_request")
end = me.send("shutdown_request", {"restart": True}, "control")
check("a restart is confirmed", me.reply(end, "control")["content"] == {"status": "ok", "restart": True})
check("the kernel ends at once and well", kernel.wait() == 0)
log.seek(0)
said = [line for line in log if "dropped" not in line]
check("the kernel printed nothing but of what it dropped", said == [], said)
print(checks, "checks,", faults, "faults")
sys.exit(faults > 0)
