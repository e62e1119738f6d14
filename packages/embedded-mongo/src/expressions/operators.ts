/* Each of these files puts its operators into the registry. */
import './logic.ts';
import './arithmetic.ts';
import './arrays.ts';
import './sets.ts';
import './objects.ts';
import './strings.ts';
import './regex.ts';
import './convert.ts';
import './dates.ts';
import './date-format.ts';
import './accumulators.ts';
