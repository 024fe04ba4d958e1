/** A step of a story that is told beside a live figure: what is said, and what the reader does then. */
export interface StoryStep {
  /** What to do, or a question; one or two sentences. */
  readonly say: string;
  /** What ends the step; all of it has to be so. Without it the reader goes on by a button. */
  readonly until?: StoryEvent;
}

/** Something that a reader brings about. */
export interface StoryEvent {
  /** The least and the largest number of spikes of a run. */
  readonly spikes?: readonly [number, number];
  /** Parameters by name, each between two values. */
  readonly parameters?: Readonly<Record<string, readonly [number, number]>>;
  /** A picture that is opened, by its name. */
  readonly view?: string;
  /** A run is begun in a state of the reader's own. */
  readonly start?: true;
}
