#include "civic/name.h"

#include "base/unicode.h"

void
name_fold(struct buf *out, struct str name)
{
	size_t start = out->n, to = start;

	/* After which all blanks but tabs are plain ones. */
	unicode_fold(out, name);
	for (size_t from = start; from < out->n; from++) {
		char c = out->p[from] == '\t' ? ' ' : out->p[from];

		if (c != ' ' || (to > start && out->p[to - 1] != ' '))
			out->p[to++] = c;
	}
	if (to > start && out->p[to - 1] == ' ')
		to--;
	out->n = to;
}
