#include "base/unicode.h"
#include "io/reject.h"

void
reject_open(struct reject *r, const char *file, struct str header)
{
	sink_create(&r->sink, file);
	sink_write(&r->sink, header);
	sink_write(&r->sink, STR("\trefused_at\trefused_why\n"));
	r->on = true;
}

void
reject_piece(struct reject *r, struct str piece)
{
	if (r->on)
		sink_write(&r->sink, piece);
}

void
reject_end(struct reject *r, const char *at, struct str why)
{
	struct buf text = { 0 };

	if (!r->on)
		return;
	sink_byte(&r->sink, '\t');
	sink_value(&r->sink, str_of(at));
	sink_byte(&r->sink, '\t');
	/* The reason may quote bytes that no record can hold. */
	unicode_visible(&text, why);
	sink_value(&r->sink, buf_str(&text));
	sink_byte(&r->sink, '\n');
	buf_free(&text);
}

void
reject_close(struct reject *r)
{
	if (r->on)
		sink_close(&r->sink);
	r->on = false;
}
