#include "io/rubric_drop.h"

void
rubric_drop_fraction(const struct rule *share, long *above, long *below)
{
	struct str rest = rules_text(share), first = str_cut(&rest, '/');

	if (!str_number(first, 1, RUBRIC_DROP_MAX, above) ||
	    !str_number(rest, 1, RUBRIC_DROP_MAX, below) || *above > *below)
		rules_die(share, "must be a share such as 2/3: '%.*s'",
		    STR_ARG(share->text));
}

/* "1/10": of the marks at each end, rounded down. */
static void
read_share(struct score_rubric *r, const struct rule *share)
{
	long above, below;

	rubric_drop_fraction(share, &above, &below);
	if (above * 2 >= below)
		rules_die(share, "must be under 1/2, so that something is "
		    "left: '%.*s'", STR_ARG(share->text));
	r->share_above = (size_t)above;
	r->share_below = (size_t)below;
}

/* What becomes of extremes, dropped or winsorised: how many, and from when. */
static void
read_extremes(struct score_rubric *r, const struct rule *drop)
{
	const struct rule *from, *share;

	rules_keys(drop, "highest lowest share from");
	from = rules_need(drop, "from");
	share = rules_get(drop, "share");
	r->drop_high =
	    (size_t)rules_number_or(drop, "highest", 0, RUBRIC_DROP_MAX, 0);
	r->drop_low =
	    (size_t)rules_number_or(drop, "lowest", 0, RUBRIC_DROP_MAX, 0);
	r->drop_from = (size_t)rules_number(from, 1, RUBRIC_DROP_MAX);
	if (share != NULL && r->drop_high + r->drop_low > 0)
		rules_die(share, "beside highest or lowest: it is one or the "
		    "other");
	if (share != NULL)
		read_share(r, share);
	else if (r->drop_high + r->drop_low == 0)
		rules_die(drop, "says neither highest nor lowest nor share");
	if (r->drop_from <= r->drop_high + r->drop_low)
		rules_die(from, "of %zu marks nothing is left", r->drop_from);
}

void
rubric_drop_read(struct score_rubric *r, const struct rule *drop,
    const struct rule *winsorise)
{
	if (drop != NULL && winsorise != NULL)
		rules_die(winsorise, "beside drop: it is one or the other");
	if (winsorise != NULL && r->centre == SCORE_MEDIAN)
		rules_die(winsorise, "changes no median");
	r->winsorise = winsorise != NULL;
	if (drop != NULL || winsorise != NULL)
		read_extremes(r, drop != NULL ? drop : winsorise);
}
