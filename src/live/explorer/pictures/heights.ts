/** px: of the run and of the picture beside it, which stand next to each other; less where a thumb needs the rest. */
export const leadHeight = (width: number): number =>
  width < 480 && matchMedia("(max-width: 620px)").matches ? 310 : 450;

/** px: of a card; all are alike, so that nothing moves when another one is opened. */
export const cardHeight = (): number => 330;
