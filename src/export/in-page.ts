/** What an exported notebook does in the browser, beside its figures: it fits the reader's screen, eyes and paper. */
import { fitPaper, fitScreen } from "../book/reading.js";
import { chooseTheme } from "../book/theme.js";

chooseTheme();
fitScreen();
fitPaper();
