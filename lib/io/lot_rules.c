#include "civic/lot.h"
#include "io/lot_rules.h"

void
lot_rules_read(struct arena *a, const struct rule *lot, struct str *key,
    struct str *awaits)
{
	struct buf text = { 0 };

	*awaits = STR("");
	if (rules_list(lot)->count == 0)
		rules_die(lot, "names no source");
	for (size_t i = 0; i < lot->count; i++) {
		const struct rule *source = &lot->item[i], *numbers;

		rules_keys(source, "source numbers");
		struct str name = rules_text(rules_need(source, "source"));

		numbers = rules_get(source, "numbers");
		if (name.n == 0)
			rules_die(source, "a source without a name");
		if (numbers == NULL && awaits->n == 0)
			*awaits = name;
		if (numbers != NULL && !lot_source(&text, rules_text(numbers)))
			rules_die(numbers, "must be numbers, separated by "
			    "blanks: '%.*s'", STR_ARG(numbers->text));
	}
	*key = arena_copy(a, buf_str(&text));
	buf_free(&text);
}
