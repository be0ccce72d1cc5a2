#include "civic/decimal.h"
#include "io/money.h"

bool
money_read(struct rec *in, size_t field, int64_t *tiyn)
{
	struct str text = rec_value(in, field);
	int64_t units;

	if (!decimal_parse(text, 2, &units)) {
		rec_refuse(in, field, "not an amount as 1250.50 (at most 2 "
		    "places): '%.*s'", STR_ARG(text));
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
