#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "io/rec_own.h"

#define READ_SIZE ((size_t)32 << 10)	/* stays in the cache */
#define HELD_BACK ((size_t)4 << 10)

/* Room for the text read so far and one more read, and its index. */
static void
more_room(struct rec *in)
{
	size_t need = in->end + READ_SIZE + 1;
	struct chunk *c = in->at;
	struct scan *s = &c->scan;

	if (need <= c->room)
		return;
	c->text = buf_grow(c->text, &c->room, need, 1);
	c->scanroom = c->room + 64;
	c->marks = realloc(c->marks, (c->scanroom + 1) * sizeof(uint32_t));
	s->line = realloc(s->line, c->scanroom * sizeof(uint32_t));
	s->odd = realloc(s->odd, c->scanroom * sizeof(uint32_t));
	if (c->marks == NULL || s->line == NULL || s->odd == NULL)
		die("out of memory");
	c->marks[0] = UINT32_MAX;
	s->mark = c->marks + 1;
}

/* Bring what is not yet turned to to the front of the chunk. */
static void
move_up(struct rec *in)
{
	const char *left = in->at->text + in->start;

	in->end -= in->start;
	in->start = 0;
	if (in->holds && !in->went_on) {
		in->went_on = true;
		in->at = in->at == &in->chunk[REC_HELD] ? in->chunk :
							  in->at + 1;
		more_room(in);
	}
	if (in->end > 0 && left != in->at->text)
		memmove(in->at->text, left, in->end);
}

/* Most text is such that a line with as many values as fields is fine. */
void
rec_text_calm(struct rec *in)
{
	in->at->written = in->written;
	in->calm = !in->suspect && in->at->scan.odds == 0 &&
	    in->end <= REC_LINE_MAX && in->written == in->count;
}

/* Index what stands at the front of the buffer, up to its last line end. */
static void
index_text(struct rec *in)
{
	struct scan *s = &in->at->scan;
	struct str whole = { in->at->text, in->end };

	scan_lines(whole, s);
	in->at->file = in->source.name;
	in->at->before = in->number;
	in->line = in->mark = in->odd = 0;
	in->start = 0;
	in->suspect = false;
	if (s->high && s->lines > 0) {
		whole.n = s->mark[s->line[s->lines - 1]] + 1;
		in->suspect = utf8_valid(whole) != whole.n;
	}
	rec_text_calm(in);
}

/* The beginning of a line without the two values that reject_end wrote. */
static struct str
without_reasons(const struct rec *in, struct str tail)
{
	size_t tabs = 0;

	if (in->written > in->count)
		for (size_t i = tail.n; i-- > 0;)
			if (tail.p[i] == '\t' && ++tabs == 2)
				return (struct str){ tail.p, i };
	return tail;
}

/*
 * A line over the limit, whose beginning fills the buffer: keep it piece by
 * piece, and leave what follows it at the front of the buffer.  A part is
 * held back until the end is seen, as it may have old reasons.
 */
static void
pass_over(struct rec *in)
{
	const char *end;

	if (in->number == 0)
		die("%s:1: over 1 MiB in the header line", in->source.name);
	in->number++;
	in->raw = (struct str){ NULL, 0 };
	rec_refuse(in, REC_NONE, "over 1 MiB in one line");
	while ((end = memchr(in->at->text, '\n', in->end)) == NULL) {
		size_t n = in->end > HELD_BACK ? in->end - HELD_BACK : 0, more;

		reject_piece(&in->reject, (struct str){ in->at->text, n });
		memmove(in->at->text, in->at->text + n, in->end - n);
		in->end -= n;
		more = source_read(&in->source, in->at->text + in->end, READ_SIZE);
		if (more == 0)
			break;
		in->end += more;
	}
	size_t length = end != NULL ? (size_t)(end - in->at->text) : in->end;
	size_t used = end != NULL ? length + 1 : length;

	reject_piece(&in->reject, without_reasons(in, (struct str){ in->at->text,
	    length }));
	reject_end(&in->reject, rec_where(in), buf_str(&in->why));
	in->refused_now = false;
	memmove(in->at->text, in->at->text + used, in->end - used);
	in->end -= used;
}

bool
rec_text_fill(struct rec *in)
{
	move_up(in);
	in->at->scan.lines = in->line = 0;
	while (!in->drained) {
		size_t n;

		more_room(in);
		n = source_read(&in->source, in->at->text + in->end, READ_SIZE);
		if (n == 0) {
			in->drained = true;
			if (in->end == 0)
				break;
			/* The last line may come without its end. */
			if (in->at->text[in->end - 1] != '\n')
				in->at->text[in->end++] = '\n';
			index_text(in);
			return true;
		}
		in->end += n;
		if (memchr(in->at->text + in->end - n, '\n', n) != NULL) {
			index_text(in);
			return true;
		}
		if (in->end > REC_LINE_MAX)
			pass_over(in);
		/* What follows a line passed over may have whole lines. */
		if (memchr(in->at->text, '\n', in->end) != NULL) {
			index_text(in);
			return true;
		}
	}
	return false;
}
