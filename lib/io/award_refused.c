#include <string.h>

#include "base/buf.h"
#include "civic/bin_number.h"
#include "io/award_refused.h"

bool
award_refused_next(struct award_refused *r)
{
	bool more = rec_next(r->in);
	struct buf where = { 0 };

	if (rec_refused(r->in) == r->known)
		return more;
	r->known = rec_refused(r->in);
	buf_printf(&where, "%s %s", more ? "before" : "up to",
	    rec_where(r->in));
	award_refuse(r->award, r->award->lots, STR(""), buf_str(&where));
	buf_free(&where);
	return more;
}

void
award_refused_tell(struct award_refused *r, size_t lot, struct str bin)
{
	if (bin_number_check(bin) != BIN_GOOD)
		bin.n = 0;
	r->known = rec_refused(r->in);
	award_refuse(r->award, lot, bin, str_of(rec_where(r->in)));
}
