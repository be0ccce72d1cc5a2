#include "io/activity_explain.h"

#include "base/buf.h"
#include "civic/date.h"
#include "io/out.h"

static void
put_recommendation(const struct activities *a, const struct composition *c,
    const struct activities_recommendation *r)
{
	static const char *const verdict[] = {
		[ACTIVITY_IN_TIME] = "yes",
		[ACTIVITY_LATE] = "no",
		[ACTIVITY_WAITING] = "due",
		[ACTIVITY_OVERDUE] = "no",
		[ACTIVITY_UNTIMED] = "",
	};
	struct buf who = { 0 };
	char due[11] = "";

	if (r->how != ACTIVITY_UNTIMED)
		date_format(r->due, due);
	buf_printf(&who, "%.*s: recommendation %.*s/%.*s", STR_ARG(r->to),
	    STR_ARG(r->meeting), STR_ARG(r->no));
	out_value(a->law->level_name[c->council->level]);
	out_value(c->council->name);
	out_text("answer");
	out_value(r->answered_on);
	out_text(due);
	out_text(verdict[r->how]);
	out_value(buf_str(&who));
	out_text("");
	out_text("");
	out_value(r->cite);
	out_value(a->law->name);
	out_end();
	buf_free(&who);
}

void
activity_explain(struct activities *a, const struct composition *c)
{
	for (size_t i = activities_first(a, c); i != STR_NONE;
	    i = a->recommendation[i].next)
		put_recommendation(a, c, &a->recommendation[i]);
}
