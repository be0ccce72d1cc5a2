#include <limits.h>

#include "civic/date.h"
#include "civic/moment.h"
#include "civic/org_id.h"
#include "io/publish_text.h"

static void
put_moment(struct json_out *o, const struct publish *p, const char *key,
    long day, long second)
{
	struct buf text = { 0 };
	char date[11];

	if (!offset_moment(&text, p->rules->offset, p->rules->offsets, day,
	    second)) {
		date_format(day, date);
		die("the rules do not say what the clock's offset was on %s",
		    date);
	}
	json_out_text(o, key, buf_str(&text));
	buf_free(&text);
}

void
publish_text_day(struct json_out *o, const struct publish *p,
    const char *key, struct str text, enum publish_end end)
{
	long day;

	if (date_parse(text, &day))
		put_moment(o, p, key, day, end == DAY_ENDS ?
		    MOMENT_DAY - 1 : 0);
}

void
publish_text_moment(struct json_out *o, const struct publish *p,
    const char *key, struct str text)
{
	int64_t moment;
	long day;

	if (!moment_parse(text, &moment))
		return;
	day = moment_day(moment);
	put_moment(o, p, key, day, (long)(moment - (int64_t)day * MOMENT_DAY));
}

void
publish_text_date(struct json_out *o, const char *key, long day)
{
	char date[11];

	date_format(day, date);
	json_out_text(o, key, str_of(date));
}

void
publish_text_id(struct json_out *o, const char *key, struct str id)
{
	struct buf text = { 0 };

	org_id_make(&text, id);
	json_out_text(o, key, buf_str(&text));
	buf_free(&text);
}

long
publish_text_when(struct str date)
{
	long day = LONG_MAX;

	date_parse(date, &day);
	return day;
}
