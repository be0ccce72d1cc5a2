#include "io/reply_groups.h"

#include <string.h>

enum { YEAR = 4 };

void
reply_groups_open(struct reply_groups *g, const struct rec *in)
{
	g->place = g->document = REC_NONE;
	if (g->by == NULL) {
		g->how = REPLY_ALL;
		return;
	}
	g->place = rec_field_if(in, g->by);
	g->how = REPLY_FIELD;
	if (g->comments && strcmp(g->by, "clause") == 0) {
		g->how = REPLY_CLAUSE;
		g->document = rec_field(in, "document");
	} else if (!g->comments && strcmp(g->by, "body") == 0)
		g->how = REPLY_BODY;
	else if (g->place == REC_NONE && strcmp(g->by, "year") == 0) {
		g->how = REPLY_YEAR;
		g->place = rec_field(in, g->comments ? "on" : "received");
	} else
		g->place = rec_field(in, g->by);
}

bool
reply_groups_by_body(const struct reply_groups *g)
{
	return g->how == REPLY_BODY;
}

bool
reply_groups_are_clauses(const struct reply_groups *g)
{
	return g->how == REPLY_CLAUSE;
}

uint32_t
reply_groups_find(struct reply_groups *g, struct rec *in)
{
	struct str value = STR("");

	if (g->how != REPLY_ALL && g->how != REPLY_BODY)
		value = rec_value(in, g->place);
	if (g->how == REPLY_YEAR && value.n > YEAR)
		value.n = YEAR;
	if (g->how == REPLY_CLAUSE) {
		buf_clear(&g->key);
		buf_add(&g->key, rec_value(in, g->document));
		buf_byte(&g->key, '\t');
		buf_add(&g->key, value);
		value = buf_str(&g->key);
	}
	return replies_group(g->r, value);
}

void
reply_groups_free(struct reply_groups *g)
{
	buf_free(&g->key);
}
