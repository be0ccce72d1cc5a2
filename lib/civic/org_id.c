#include "civic/bin_number.h"
#include "civic/org_id.h"

bool
org_id_is_bin(struct str id)
{
	return bin_number_check(id) == BIN_GOOD;
}

void
org_id_make(struct buf *out, struct str id)
{
	if (org_id_is_bin(id))
		buf_add(out, STR(ORG_ID_LIST "-"));
	buf_add(out, id);
}
