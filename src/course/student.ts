/** The id for whom numbers are drawn where nobody said who is working. */
export const selfStudy = "self-study";

/**
 * Who is working, for one kernel. What the environment says in NULLCLINE_STUDENT holds whatever a notebook says: the
 * grader sets it to the student whose work it is. Then the id given in the notebook, then the user of a JupyterHub.
 */
export interface Identity {
  readonly id: string;
  /** Says who is working; returns the id that holds. */
  claim(id: string): string;
}

/** @param environment as `process.env` */
export function identity(environment: Readonly<Record<string, string | undefined>>): Identity {
  let claimed: string | undefined;
  const id = (): string => environment["NULLCLINE_STUDENT"] || claimed || environment["JUPYTERHUB_USER"] || selfStudy;
  return {
    get id() {
      return id();
    },
    claim(name) {
      if (typeof name !== "string" || name.trim() === "")
        throw new TypeError(
          `student(…) wants your student id as a text, student("ab123"), got ${JSON.stringify(name) ?? String(name)}`,
        );
      claimed = name.trim();
      return id();
    },
  };
}
