#include "base/utf8.h"
#include "civic/letters.h"
#include "civic/stem.h"

/* A letter of a stem, and before the first of a word what parts the words. */
static enum stem_fault
parse_letter(struct stem *stem, uint32_t c)
{
	if (stem->after == STEM_WORD_STAR)
		return STEM_STAR;
	if (stem->after != STEM_IN_WORD) {
		if (stem->words > 0 && stem->after == STEM_AT_STAR)
			return STEM_LEADING;
		if (stem->words++ == STEM_WORDS)
			return STEM_LONG;
		if (stem->after != STEM_AT_STAR)
			stem->symbol[stem->count++] = stem->open ?
			    STEM_GAP : STEM_BOUNDARY;
		stem->open = false;
	}
	if (stem->letters++ == STEM_LETTERS)
		return STEM_LONG;
	stem->symbol[stem->count++] = c;
	stem->after = STEM_IN_WORD;
	return STEM_GOOD;
}

static enum stem_fault
parse_star(struct stem *stem)
{
	bool ends = stem->after == STEM_IN_WORD;

	if (stem->after == STEM_AT_STAR || stem->after == STEM_WORD_STAR)
		return STEM_STAR;
	stem->open = stem->open || ends;
	stem->after = ends ? STEM_WORD_STAR : STEM_AT_STAR;
	return STEM_GOOD;
}

/* A * alone, which is a whole word: a gap from its beginning on. */
static enum stem_fault
parse_any_word(struct stem *stem)
{
	if (stem->words == 0)
		return STEM_STAR;
	if (stem->words++ == STEM_WORDS)
		return STEM_LONG;
	stem->symbol[stem->count++] = stem->open ? STEM_GAP : STEM_BOUNDARY;
	stem->open = true;
	stem->after = STEM_ANY_WORD;
	return STEM_GOOD;
}

enum stem_fault
stem_parse(struct stem *stem, struct str folded)
{
	enum stem_fault fault = STEM_GOOD;

	stem->count = stem->letters = stem->words = 0;
	stem->after = STEM_APART;
	stem->open = false;
	while (folded.n > 0 && fault == STEM_GOOD) {
		uint32_t c = utf8_next(&folded);
		enum unicode_part part = letters_part(c);

		if (c == '*')
			fault = parse_star(stem);
		else if (part == UNICODE_WORD)
			fault = parse_letter(stem, c);
		else if (part == UNICODE_APART && stem->after == STEM_AT_STAR)
			fault = parse_any_word(stem);
		else if (part == UNICODE_APART &&
		    stem->after != STEM_ANY_WORD)
			stem->after = STEM_APART;
	}
	if (fault != STEM_GOOD)
		return fault;
	if (stem->words == 0)
		return STEM_EMPTY;
	if (stem->after == STEM_AT_STAR || stem->after == STEM_ANY_WORD)
		return STEM_STAR;
	if (!stem->open)
		stem->symbol[stem->count++] = STEM_BOUNDARY;
	return STEM_GOOD;
}

void
stem_spell(struct buf *out, const struct stem *stem)
{
	size_t last = stem->count - 1;

	if (stem->symbol[0] != STEM_BOUNDARY)
		buf_byte(out, '*');
	for (size_t i = 0; i <= last; i++) {
		uint32_t c = stem->symbol[i];
		char bytes[4];

		if (c == STEM_GAP)
			buf_add(out, STR("* "));
		else if (c != STEM_BOUNDARY)
			buf_add(out, (struct str){ bytes, utf8_put(bytes, c) });
		else if (i > 0 && i < last)
			buf_byte(out, ' ');
	}
	if (stem->symbol[last] != STEM_BOUNDARY)
		buf_byte(out, '*');
}

const char *
stem_why(enum stem_fault fault)
{
	switch (fault) {
	case STEM_GOOD:
		return "a good stem";
	case STEM_EMPTY:
		return "no letter in the stem";
	case STEM_STAR:
		return "a * that is not at the beginning or the end of a word";
	case STEM_LEADING:
		return "only the first word of a phrase may begin with *";
	case STEM_LONG:
		return "a stem of over 200 letters or 8 words";
	case STEM_ALPHABET:
		return "over 120 different letters in all stems";
	}
	return "?";
}
