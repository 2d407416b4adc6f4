/** Names what the page's second file is: htmx alone, which runs when the first text has been drawn. */
import "htmx.org/dist/htmx.esm.min.js";
