#include "civic/meeting.h"

#include "civic/date.h"

bool
meeting_has(struct meeting_share share, long number, long all)
{
	return share.more ? share.whole * number > share.part * all :
	    share.whole * number >= share.part * all;
}

long
meeting_needed(struct meeting_share share, long all)
{
	long least = share.part * all / share.whole;

	return least + !meeting_has(share, least, all);
}

/* Of two with one number, "more than" asks for more than "at least". */
size_t
meeting_stricter(const struct meeting_law *law, size_t a, size_t b)
{
	struct meeting_share x = law->majority[a].need;
	struct meeting_share y = law->majority[b].need;
	long left = x.part * y.whole, right = y.part * x.whole;

	return left > right || (left == right && x.more && !y.more) ? a : b;
}

long
meeting_since(const struct meeting_law *law, long day)
{
	return date_add_months(day, -law->months);
}

const char *
meeting_rule_name(enum meeting_rule rule)
{
	static const char *const name[MEETING_RULES] = {
		[MEETING_NOTICE] = "notice",
		[MEETING_QUORUM] = "quorum",
		[MEETING_CHAIR] = "chair",
		[MEETING_SECRETARY] = "secretary",
		[MEETING_ABSENCE] = "absence",
	};

	return name[rule];
}

const char *
meeting_verdict_name(enum meeting_verdict verdict)
{
	static const char *const name[] = {
		[MEETING_NONE] = "",
		[MEETING_YES] = "yes",
		[MEETING_OPEN] = "open",
		[MEETING_NO] = "no",
	};

	return name[verdict];
}
