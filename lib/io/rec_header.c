#include "base/map.h"
#include "civic/field_name.h"
#include "io/rec_own.h"

static void
check_header(const struct rec *in)
{
	const char *name = in->source.name;
	struct str h = in->raw;
	struct map seen = { 0 };

	if (h.n > REC_LINE_MAX)
		die("%s:1: over 1 MiB in the header line", name);

	if (str_starts(h, STR("\xef\xbb\xbf")))
		die("%s:1: starts with a byte order mark; take it off with "
		    "tail -c +4; a foreign file is read by rec-from csv -D "
		    "tab", name);
	if (str_ends(h, STR("\r")))
		die("%s:1: lines end in CR LF; make them end in LF with "
		    "tr -d '\\r'; a foreign file is read by rec-from csv -D "
		    "tab", name);
	for (size_t i = 0; i < rec_own_values(in); i++) {
		struct str s = rec_own_value(in, i);

		if (!field_name_is(s))
			die("%s:1: not a field name (a-z, 0-9, _): '%.*s'; is "
			    "the header line missing?", name, STR_ARG(rec_line_shown(s)));
		size_t first = map_add(&seen, s);

		if (first != i)
			die("%s:1: field %zu has the name of field %zu: '%.*s'",
			    name, i + 1, first + 1, STR_ARG(s));
	}
	map_free(&seen);
}

/* Without the two fields that reject_open adds. */
static struct str
own_header(const struct rec *in, size_t *count)
{
	struct str h = in->raw;
	size_t n = rec_own_values(in);

	if (!in->whole && n > 2 &&
	    str_eq(rec_own_value(in, n - 2), STR("refused_at")) &&
	    str_eq(rec_own_value(in, n - 1), STR("refused_why"))) {
		h.n -= sizeof("\trefused_at\trefused_why") - 1;
		n -= 2;
	}
	*count = n;
	return h;
}

static void
first_header(struct rec *in)
{
	in->written = rec_own_values(in);
	in->header = arena_copy(&in->run, own_header(in, &in->count));
	in->name = arena_array(&in->run, in->count, sizeof(*in->name));
	for (size_t i = 0; i <= REC_HELD; i++)
		in->plain[i].value = arena_array(&in->run, in->count,
		    sizeof(struct str));
	for (struct str rest = in->header, *n = in->name;
	    n < in->name + in->count; n++)
		*n = str_cut(&rest, '\t');
}

/* The first difference between the header in hand and the first file's. */
static void
same_header(struct rec *in)
{
	size_t count;
	struct str h = own_header(in, &count);

	in->written = rec_own_values(in);
	if (str_eq(h, in->header))
		return;
	for (size_t i = 0; i < count && i < in->count; i++)
		if (!str_eq(rec_own_value(in, i), in->name[i]))
			die("%s:1: field %zu is '%.*s', but '%.*s' in the first "
			    "file", in->source.name, i + 1,
			    STR_ARG(rec_own_value(in, i)), STR_ARG(in->name[i]));
	die("%s:1: %zu fields, but %zu in the first file", in->source.name,
	    count, in->count);
}

void
rec_header_take(struct rec *in)
{
	check_header(in);
	if (in->name == NULL)
		first_header(in);
	else
		same_header(in);
}
