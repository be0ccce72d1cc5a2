#include "io/activity_rows.h"

#include "io/out.h"

static void
put_names(const char *const *name, size_t count)
{
	for (size_t i = 0; i < count; i++)
		out_field(name[i]);
}

void
activity_rows_change_fields(void)
{
	static const char *const name[] = { "joined", "left", "civil_change",
		"share_before", "share_points", "share_per_cent" };

	put_names(name, sizeof(name) / sizeof(*name));
}

static void
put_empty(int count)
{
	while (count-- > 0)
		out_text("");
}

/* A rise of ten per cent is not one of ten points. */
void
activity_rows_change(const struct council_state *s)
{
	long a = s->civil_before, b = s->members_before;

	out_number(s->joined);
	out_number(s->left);
	out_number(s->civil - a);
	if (b == 0) {
		put_empty(3);
		return;
	}
	out_decimal(council_share(a, b), 4);
	if (s->members == 0)
		put_empty(2);
	else {
		out_decimal(activity_points(a, b, s->civil, s->members), 2);
		if (a == 0)
			put_empty(1);
		else
			out_decimal(activity_per_cent(a, b, s->civil,
			    s->members), 2);
	}
}

void
activity_rows_fields(void)
{
	static const char *const name[] = { "meetings", "attendance",
		"recommendations", "answered", "in_time", "late", "waiting",
		"overdue", "untimed", "accepted", "partly", "rejected",
		"other", "head_unsigned", "informed", "annual_report" };

	put_names(name, sizeof(name) / sizeof(*name));
}

void
activity_rows_put(const struct council_rows *r, const struct council_state *s)
{
	const struct activity *a = &s->activity;
	long count[] = { a->recommendations, a->answered, a->in_time, a->late,
		a->waiting, a->overdue, a->untimed, a->accepted, a->partly,
		a->rejected, a->other, a->head_unsigned };
	int counts = sizeof(count) / sizeof(*count);

	if (r->meets)
		out_number(a->meetings);
	else
		put_empty(1);
	if (a->present + a->absent > 0)
		out_decimal(council_share(a->present, a->present + a->absent),
		    4);
	else
		put_empty(1);
	for (int i = 0; r->answers && i < counts; i++)
		out_number(count[i]);
	put_empty(r->answers ? 0 : counts);
	if (r->informs) {
		out_number(a->informed);
		out_number(a->annual);
	} else
		put_empty(2);
}
