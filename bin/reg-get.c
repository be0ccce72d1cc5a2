/* reg-get: print records of the register. */

#include <string.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/options.h"
#include "civic/date.h"
#include "io/find.h"
#include "io/kind.h"
#include "io/out.h"
#include "io/reg.h"
#include "io/today.h"

static const char *file, *as_of, *words;

static const struct option_line options[] = {
	{ 0, "as-of", "date", "as they stood at the end of this day",
	    .text = &as_of },
	{ 'R', "register", "file", "the register", .text = &file },
	{ 's', "search", "words", "those that have all these words",
	    .text = &words },
	{ 0 }
};

const struct program program = { "reg-get", "kind [field=value ...]",
	"print records of the register", options, NULL };

static void
add_conditions(struct find *f, char **conditions)
{
	for (; *conditions != NULL; conditions++) {
		struct str value = str_of(*conditions), field;

		if (strchr(*conditions, '=') == NULL)
			die("not field=value: '%s'", *conditions);
		field = str_cut(&value, '=');
		find_where(f, field, value);
	}
}

int
main(int argc, char *argv[])
{
	char **operands = options_parse(argc, argv), at[21];
	static struct arena run;
	const struct schema *schema;
	const struct str *value;
	struct reg *r;
	struct find *f;
	long day;

	if (operands[0] == NULL)
		options_usage();
	schema = kind_schema(&run, operands[0]);
	r = reg_open(file, REG_READ);
	f = find_open(reg_table(r, schema));
	add_conditions(f, operands + 1);
	if (words != NULL)
		find_search(f, str_of(words));
	if (as_of != NULL) {
		if (!date_parse(str_of(as_of), &day))
			die("--as-of: not a date (YYYY-MM-DD): '%s'", as_of);
		today_begins(day + 1, at);
		find_before(f, at);
	}
	for (size_t i = 0; i < schema->count; i++)
		out_field_str(schema->field[i].name);
	while ((value = find_next(f)) != NULL) {
		for (size_t i = 0; i < schema->count; i++)
			out_value(value[i]);
		out_end();
	}
	find_close(f);
	reg_close(r);
	return out_finish(0);
}
