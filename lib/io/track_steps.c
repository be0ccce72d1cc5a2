#include "io/track_steps.h"

#include "io/kind.h"
#include "io/out.h"
#include "io/track_rows.h"

void
track_steps_fields(void)
{
	static const char *const fields[] = { "proposal", "step", "on", "body",
		"limit", "days", "until", "verdict", "why", "cite" };

	for (size_t i = 0; i < sizeof(fields) / sizeof(*fields); i++)
		out_field(fields[i]);
}

/* By how many days it was late; nothing where it was not, or none is set. */
static int32_t
days_late(const struct track_seen *seen)
{
	if (seen->step == TRACK_SEE_EXTENDED || seen->limit == TRACK_NO_DAY ||
	    seen->on <= seen->limit)
		return 0;
	return seen->on - seen->limit;
}

static const char *
verdict(const struct track_seen *seen)
{
	switch (seen->step) {
	case TRACK_SEE_EXTENDED:
		return track_rows_verdict(seen->unlawful);
	case TRACK_SEE_FORWARDED:
	case TRACK_SEE_ANSWERED:
		return seen->limit == TRACK_NO_DAY ? "" :
		    days_late(seen) > 0 ? "late" : "in-time";
	default:
		return "";
	}
}

static void
print_step(void *arg, const struct track_seen *seen)
{
	static const char *const word[] = { "registered", "forwarded",
		"extended", "due", "answered" };
	struct track_steps *s = arg;
	int32_t days = days_late(seen);

	out_value(map_key(&s->t->ids, s->number));
	out_text(word[seen->step]);
	track_rows_day(seen->on);
	out_value(seen->body == TRACK_NONE ? STR("") :
	    map_key(&s->t->bodies, seen->body));
	track_rows_day(seen->limit);
	if (days > 0)
		out_number(days);
	else
		out_raw(STR(""));
	track_rows_day(seen->until);
	out_text(verdict(seen));
	buf_clear(&s->text);
	if (seen->step == TRACK_SEE_ANSWERED)
		buf_add(&s->text, kind_vocab("answers")->entry[
		    s->t->list[s->number].answer].code);
	else
		track_rows_unlawful(&s->text, seen->unlawful, TRACK_NO_DAY);
	out_value(s->text.n > 0 ? buf_str(&s->text) : STR(""));
	out_value(seen->cite);
	out_end();
}

void
track_steps_print(struct track_steps *s)
{
	struct track_watch watch = { print_step, s };
	struct track_verdict v;

	for (s->number = 0; s->number < s->t->ids.count; s->number++)
		track_judge(s->t, s->law, s->number, &watch, &v);
	buf_free(&s->text);
}
