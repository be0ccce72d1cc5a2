/* Names that look the same are the same. */

#include "civic/name.h"
#include "tap.h"

static struct str
folded(const char *name)
{
	static struct buf out;

	buf_clear(&out);
	buf_add(&out, STR(" kept  "));
	name_fold(&out, str_of(name));
	if (!str_starts(buf_str(&out), STR(" kept  ")))
		return STR("what was there before is changed");
	return (struct str){ out.p + 7, out.n - 7 };
}

int
main(void)
{
	same(folded("Ann Lee"), "ann lee");
	same(folded("Ann  Lee"), "ann lee");
	same(folded(" ANN\t Lee  "), "ann lee");
	same(folded("\tAnn Lee\t"), "ann lee");
	/* The blank that does not break, the narrow one, and a thin one. */
	same(folded("Ann\u00a0Lee"), "ann lee");
	same(folded("\u00a0Ann \u202fLee\u00a0"), "ann lee");
	same(folded("Ann\u2009Lee"), "ann lee");
	same(folded("Ёлка \u00a0Ель"), "елка ель");
	same(folded("AnnLee"), "annlee");
	same(folded("Әлия"), "әлия");
	same(folded("   "), "");
	same(folded(""), "");
	return tap_done();
}
