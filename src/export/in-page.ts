/** What an exported notebook does in the browser, beside its figures: it fits the reader's screen and paper. */
import { fitPaper, fitScreen } from "../book/reading.js";

fitScreen();
fitPaper();
