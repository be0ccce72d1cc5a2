#include "io/collect_rules.h"
#include "io/rules.h"

/* Of a million pairs at the threshold, so many may be missed. */
enum { MISSED_MOST = 10000, LETTERS_IN_SHINGLE = 40 };

struct collect_rules
collect_rules_read(struct arena *a, const char *name, long day)
{
	const struct rule *e = rules_edition(a, name, "collect", day);
	const struct rule *bands;
	struct collect_rules r;
	struct gather_rules *g = &r.gather;
	long missed;

	rules_keys(e, "from cite text letters threshold bands rows of_band "
	    "compared");
	bands = rules_need(e, "bands");
	r.text = arena_string(a, rules_text(rules_need(e, "text")));
	*g = (struct gather_rules){
		.letters = (size_t)rules_number(rules_need(e, "letters"), 1,
		    LETTERS_IN_SHINGLE),
		.threshold = rules_number(rules_need(e, "threshold"), 1, 100),
		.bands = (size_t)rules_number(bands, 2, SKETCH_BANDS_MOST),
		.rows = (size_t)rules_number(rules_need(e, "rows"), 1,
		    SKETCH_ROWS_MOST),
		.band_most = (size_t)rules_number(rules_need(e, "of_band"), 1,
		    NEARBY_MOST),
		.compared_most = (size_t)rules_number(rules_need(e,
		    "compared"), 1, GATHER_COMPARED_MOST),
	};
	missed = sketch_missed(g->threshold, g->bands, g->rows);
	if (missed > MISSED_MOST)
		rules_die(bands, "with so few bands of so many rows, %ld of a "
		    "million pairs at the threshold are missed; at most %d "
		    "may be: '%.*s'", missed, MISSED_MOST,
		    STR_ARG(bands->text));
	return r;
}
