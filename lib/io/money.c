#include "civic/decimal.h"
#include "io/money.h"

/* As in the schemas; so what is printed of it fits them. */
enum { DIGITS = 18, TIYN = 2 };

bool
money_read(struct rec *in, size_t field, int64_t *tiyn)
{
	struct str text = rec_value(in, field);
	int64_t units;

	if (!decimal_parse(text, TIYN, &units) ||
	    units >= decimal_scale(DIGITS)) {
		rec_refuse(in, field, "not an amount as 1250.50 (at most %d "
		    "digits, %d of them after the point): '%.*s'", DIGITS,
		    TIYN, STR_ARG(text));
		return false;
	}
	if (units <= 0) {
		rec_refuse(in, field, "must be over 0: '%.*s'",
		    STR_ARG(text));
		return false;
	}
	*tiyn = units;
	return true;
}
