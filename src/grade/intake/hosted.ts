/** A folder as a platform lays it out for a grader that it starts for one submission: what lies where, and whose. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Host } from "../report/hosted-results.js";
import type { Sender } from "./platform.js";

/** A submission on its platform. */
export interface Hosted {
  readonly host: Host;
  /** Folder of what was handed in. */
  readonly handedIn: string;
  /** Where the platform looks for the results. */
  readonly results: string;
  readonly sender: Sender;
}

type Json = Readonly<Record<string, unknown>>;

/**
 * Gradescope: `submission/`, `submission_metadata.json`, `results/results.json` below /autograder. PrairieLearn:
 * `student/`, `data/data.json`, `results/results.json` below /grade.
 * @throws Error if the folder is not laid out so
 */
export function readHosted(host: Host, folder: string): Hosted {
  const handedIn = join(folder, host === "gradescope" ? "submission" : "student");
  if (!existsSync(handedIn)) throw new Error(`${folder} is not laid out as on ${host}: there is no ${handedIn}`);
  const about = join(folder, host === "gradescope" ? "submission_metadata.json" : join("data", "data.json"));
  const said = existsSync(about) ? (JSON.parse(readFileSync(about, "utf8")) as Json) : {};
  const results = join(folder, "results", "results.json");
  return { host, handedIn, results, sender: host === "gradescope" ? ofGradescope(said) : ofPrairieLearn(said) };
}

const text = (value: unknown): string[] =>
  typeof value === "string" || typeof value === "number" ? [String(value)] : [];
const record = (value: unknown): Json => (typeof value === "object" && value !== null ? (value as Json) : {});

function ofGradescope({ users, created_at: created }: Json): Sender {
  const people = (Array.isArray(users) ? users : []).map(record);
  const names = people.flatMap(({ name }) => text(name));
  const addresses = people.flatMap(({ email }) => text(email));
  const own = people.flatMap(({ id, sid }) => [...text(sid), ...text(id)]);
  return {
    ...{ platform: "Gradescope", late: false, upload: 0 },
    submitted: text(created)[0]?.slice(0, 19),
    ...known([...addresses, ...own], names),
  };
}

/** Of whom a submission is stands only in courses that hand it on, as `options` or `params`. */
function ofPrairieLearn({ options, params, submitted_answers: answers }: Json): Sender {
  const all = [options, params, answers].map(record);
  const addresses = all.flatMap(({ uid, student }) => [...text(student), ...text(uid)]);
  return { ...{ platform: undefined, late: false, upload: 0, submitted: undefined }, ...known(addresses, []) };
}

/** A student is known by addresses, and by what stands before their @; by nothing where the platform says nothing. */
function known(ids: readonly string[], names: readonly string[]): Pick<Sender, "id" | "name" | "keys"> {
  const short = ids.map((id) => id.split("@")[0]);
  const name = names.join(", ") || undefined;
  return { id: short[0] ?? "", name, keys: [...new Set([...ids, ...short, ...names])] };
}
