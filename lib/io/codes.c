#include "io/codes.h"

const struct str *
codes_read(struct arena *a, const struct rule *list, const struct vocab *v,
    size_t *count)
{
	struct str *code = arena_array(a, rules_list(list)->count,
	    sizeof(*code));

	if (list->count == 0)
		rules_die(list, "no code of %.*s", STR_ARG(v->name));
	for (size_t i = 0; i < list->count; i++) {
		struct str near;

		code[i] = rules_text(&list->item[i]);
		if (vocab_find(v, code[i]) != NULL)
			continue;
		near = vocab_nearest(v, code[i]);
		rules_die(&list->item[i], "not a code of %.*s: '%.*s'%s%.*s%s",
		    STR_ARG(v->name), STR_ARG(code[i]),
		    near.n > 0 ? "; did you mean '" : "", STR_ARG(near),
		    near.n > 0 ? "'?" : "");
	}
	*count = list->count;
	return code;
}
