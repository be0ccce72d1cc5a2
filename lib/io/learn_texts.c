#include "io/learn_texts.h"

/* The fields of a list, all of which must be there. */
static void
find_fields(struct learn_texts *t, struct arena *a, const char *list)
{
	struct str rest = str_of(list);

	t->field = arena_array(a, rest.n + 1, sizeof(*t->field));
	do
		t->field[t->fields++] = rec_field(t->rec, arena_string(a,
		    str_trim(str_cut(&rest, ','))));
	while (rest.n > 0);
}

void
learn_texts_open(struct learn_texts *t, struct arena *a, char **files,
    const char *fields, const char *body, unsigned letters)
{
	*t = (struct learn_texts){ .first = letters };
	t->rec = rec_open(files);
	t->known = rec_field(t->rec, body);
	if (fields != NULL)
		find_fields(t, a, fields);
	else
		find_fields(t, a, rec_field_if(t->rec, "title") == REC_NONE ?
		    "text" : rec_field_if(t->rec, "text") == REC_NONE ?
		    "title" : "title,text");
	words_alphabet(&t->letters);
	letters_build(&t->letters, false);
}

bool
learn_texts_next(struct learn_texts *t)
{
	while (rec_next(t->rec)) {
		struct str body = rec_value(t->rec, t->known);

		t->body = str_trim(str_cut(&body, ':'));
		if (t->body.n == 0)
			continue;
		letters_clear(&t->letters);
		for (size_t i = 0; i < t->fields; i++)
			letters_read(&t->letters, rec_value(t->rec,
			    t->field[i]));
		words_read(&t->words, &t->letters, t->first);
		return true;
	}
	return false;
}
