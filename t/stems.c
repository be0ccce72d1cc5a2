/* Word stems against a matcher that is plainly right. */

#include <stdlib.h>

#include "base/arena.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "civic/stems.h"
#include "t/tap.h"

/* The plain matcher: words of code points, and each stem tried at each. */

enum { WORDS = 4000, LETTERS = 300 };

struct word {
	uint32_t letter[LETTERS];
	size_t count;
	bool left, right;	/* of a stem: a * there */
};

static struct word words[WORDS], stem_words[STEM_WORDS];

static size_t
cut(struct word *word, struct str s)
{
	struct buf spaced = { 0 }, folded = { 0 };
	struct str rest;
	size_t count = 0;
	bool inside = false, star = false;

	while (s.n > 0) {
		uint32_t c = utf8_next(&s);
		char bytes[4];

		c = c >= 0x2000 && c < 0x2040 && unicode_part(c) !=
		    UNICODE_MARK ? ' ' : c;
		buf_add(&spaced, (struct str){ bytes, utf8_put(bytes, c) });
	}
	unicode_fold(&folded, buf_str(&spaced));
	for (rest = buf_str(&folded); rest.n > 0;) {
		uint32_t c = utf8_next(&rest);
		enum unicode_part part = unicode_part(c);

		if (part == UNICODE_MARK)
			continue;
		if (part == UNICODE_APART) {
			if (c == '*' && inside)
				word[count - 1].right = true;
			else if (star)	/* alone: any word */
				word[count++] = (struct word){ .left = true,
				    .right = true };
			star = c == '*' && !inside;
			inside = false;
			continue;
		}
		if (!inside)
			word[count++] = (struct word){ .left = star };
		word[count - 1].letter[word[count - 1].count++] = c;
		inside = true;
		star = false;
	}
	buf_free(&spaced);
	buf_free(&folded);
	return count;
}

static bool
word_fits(const struct word *w, const struct word *stem)
{
	for (size_t i = 0; i + stem->count <= w->count; i++)
		if ((i == 0 || stem->left) &&
		    (i + stem->count == w->count || stem->right) &&
		    memcmp(w->letter + i, stem->letter,
		    stem->count * sizeof(uint32_t)) == 0)
			return true;
	return false;
}

static bool
plainly(size_t count, struct str stem)
{
	size_t n = cut(stem_words, stem);

	for (size_t i = 0; i + n <= count; i++) {
		size_t fit = 0;

		while (fit < n && word_fits(&words[i + fit], &stem_words[fit]))
			fit++;
		if (fit == n)
			return true;
	}
	return false;
}

/* Random texts and stems of few letters, so that much is found. */

static uint64_t state = 20251016;

static uint32_t
below(uint32_t n)
{
	state = state * 6364136223846793005u + 1442695040888963407u;
	return (uint32_t)(state >> 33) % n;
}

static void
add_one_of(struct buf *b, const char *const *of, uint32_t count)
{
	buf_add(b, str_of(of[below(count)]));
}

static void
random_text(struct buf *b, bool odd, uint32_t most)
{
	static const char *const often[] = { "а", "А", "б", "ё", "е", "й", "a",
	    "B", "қ", "Қ", " ", " ", ", ", "-", "«", " — ", "…", "1" };
	static const char *const seldom[] = { "\u0306", "\u0308", "\u0301",
	    "\u00ad", "é", "e\u0301", "№", "ﬁ", "\u200b", "中", "\u0483",
	    "²", "μ", "µ", "\xf0\x9f\x8c\xb1", "₸", "Ａ" };
	size_t length = below(most);

	buf_clear(b);
	for (size_t i = 0; i < length; i++)
		if (odd && below(6) == 0)
			add_one_of(b, seldom, sizeof(seldom) / sizeof(*seldom));
		else
			add_one_of(b, often, sizeof(often) / sizeof(*often));
}

static void
random_stem(struct buf *b)
{
	static const char *const letters[] = { "а", "б", "е", "ё", "й", "a",
	    "b", "қ", "1", "é", "中", "μ", "и\u0306" };
	size_t count = 1 + below(3);

	buf_clear(b);
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			buf_add(b, str_of(below(4) == 0 ? "-" :
			    below(4) == 0 ? " * " : " "));
		else if (below(3) == 0)
			buf_byte(b, '*');
		for (size_t n = 1 + below(below(3) == 0 ? 6 : 2); n > 0; n--)
			add_one_of(b, letters,
			    sizeof(letters) / sizeof(*letters));
		if (below(2) == 0)
			buf_byte(b, '*');
	}
}

static bool
has(const struct stems *s, size_t stem)
{
	for (size_t i = 0; i < s->founds; i++)
		if (s->found[i] == stem)
			return true;
	return false;
}

static size_t hits;
static struct str stem_text[512];	/* of each stem, as it was added */

static void
add(struct stems *fast, struct stems *careful, struct arena *a, struct str stem)
{
	size_t number = fast->count, had = number;

	stems_add(fast, stem, &number);
	stems_add(careful, stem, &number);
	if (number == had)
		stem_text[number] = arena_copy(a, stem);
}

/* What both ways of reading find in the text must be what is there. */
static bool
agrees(struct stems *s, struct str text)
{
	size_t count = cut(words, text);

	stems_clear(s);
	stems_read(s, text);
	stems_find(s);
	for (size_t i = 0; i < s->count; i++) {
		bool want = plainly(count, stem_text[i]);

		hits += want;
		if (has(s, i) == want)
			continue;
		printf("# '%.*s' %s in '%.*s'\n",
		    STR_ARG(stem_text[i]),
		    want ? "not found" : "found", STR_ARG(text));
		return false;
	}
	return true;
}

static bool
rounds(bool odd, size_t count, uint32_t stems, uint32_t longest)
{
	struct buf b = { 0 };
	bool good = true;

	for (size_t i = 0; i < count && good; i++) {
		struct stems fast = { 0 }, careful = { 0 };
		struct arena a = { 0 };

		for (size_t n = 1 + below(stems); n > 0; n--) {
			random_stem(&b);
			add(&fast, &careful, &a, buf_str(&b));
		}
		stems_build(&fast, false);
		stems_build(&careful, true);
		for (size_t n = 0; n < 40 && good; n++) {
			random_text(&b, odd, longest);
			good = agrees(&fast, buf_str(&b)) &&
			    agrees(&careful, buf_str(&b));
		}
		stems_free(&fast);
		stems_free(&careful);
		arena_reset(&a);
	}
	buf_free(&b);
	return good;
}

static enum stem_fault
fault(const char *stem)
{
	struct stems s = { 0 };
	size_t number = 7;
	enum stem_fault f = stems_add(&s, str_of(stem), &number);

	if (f != STEM_GOOD && (number != 7 || s.count != 0))
		f = STEM_GOOD;	/* something was added even so */
	stems_free(&s);
	return f;
}

static void
test_faults(void)
{
	char text[1024];

	is(fault("лес"), STEM_GOOD);
	is(fault("  *лес*,  пол* "), STEM_GOOD);
	is(fault(""), STEM_EMPTY);
	is(fault(" "), STEM_EMPTY);
	is(fault("*"), STEM_EMPTY);
	is(fault("—,."), STEM_EMPTY);
	is(fault("\u0301"), STEM_EMPTY);
	is(fault("ле*с"), STEM_STAR);
	is(fault("лес**"), STEM_STAR);
	is(fault("**лес"), STEM_STAR);
	is(fault("* лес"), STEM_STAR);
	is(fault("лес *"), STEM_STAR);
	is(fault("лес * пол"), STEM_GOOD);
	is(fault("лес* * * пол"), STEM_GOOD);
	is(fault("лес * "), STEM_STAR);
	is(fault("лес * *"), STEM_STAR);
	is(fault(" * лес"), STEM_STAR);
	is(fault("лес * *пол"), STEM_LEADING);
	is(fault("лес * ** пол"), STEM_STAR);
	is(fault("a * * * * * * h"), STEM_GOOD);
	is(fault("a * * * * * * * i"), STEM_LONG);
	is(fault("лес *пол"), STEM_LEADING);
	is(fault("a b c d e f g h"), STEM_GOOD);
	is(fault("a b c d e f g h i"), STEM_LONG);
	memset(text, 'a', sizeof(text));
	text[STEM_LETTERS] = '\0';
	is(fault(text), STEM_GOOD);
	text[STEM_LETTERS] = 'a';
	text[STEM_LETTERS + 1] = '\0';
	is(fault(text), STEM_LONG);
	same(str_of(stem_why(STEM_LONG)),
	    "a stem of over 200 letters or 8 words");
}

/* As many letters as there are classes, and one more. */
static void
test_alphabet(void)
{
	struct stems s = { 0 };
	size_t number = 0, last;
	char letter[4];

	for (uint32_t c = 0; c < LETTERS_MOST; c++) {
		size_t n = utf8_put(letter, 0x4e00 + c);

		if (stems_add(&s, (struct str){ letter, n }, &last) ==
		    STEM_GOOD)
			number++;
	}
	is(number, LETTERS_MOST);
	is(stems_add(&s, STR("лес"), &last), STEM_ALPHABET);
	is(stems_add(&s, STR("一丁一*"), &last), STEM_GOOD);
	is(last, LETTERS_MOST);
	stems_build(&s, false);
	stems_read(&s, STR("一丁一七 лес 一"));
	is(stems_find(&s), 2);
	stems_free(&s);
}

static void
test_numbers(void)
{
	struct stems s = { 0 };
	struct buf spelled = { 0 };
	size_t a, b, c;

	stems_add(&s, STR("Ёлка*"), &a);
	stems_add(&s, STR("елка"), &b);
	stems_add(&s, STR(" ЕЛКА * "), &c);
	stems_add(&s, STR("е\u0308лка*"), &c);
	is(a, 0);
	is(b, 1);
	is(c, 0);
	is(s.count, 2);
	stems_spell(&s, 0, &spelled);
	buf_byte(&spelled, ' ');
	stems_spell(&s, 1, &spelled);
	same(buf_str(&spelled), "елка* елка");
	buf_free(&spelled);
	stems_free(&s);
}

/* Where a stem stands: all of the words that it touches, in their part. */
static void
test_places(void)
{
	struct stems s = { 0 };
	size_t number;

	stems_add(&s, STR("*лог*"), &number);
	stems_add(&s, STR("чист* вод*"), &number);
	stems_add(&s, STR("район"), &number);
	stems_build(&s, true);
	stems_read(&s, STR("«Экология»: чистую,\nводопроводную воду"));
	stems_read(&s, STR("в раи\u0306оне — раи\u0306он ﬁлолог"));
	is(stems_find(&s), 3);
	same(stems_where(&s, 0), "Экология");
	same(stems_where(&s, 1), "чистую,\nводопроводную");
	same(stems_where(&s, 2), "раи\u0306он");
	stems_clear(&s);
	stems_read(&s, STR("чистый"));
	stems_read(&s, STR("вода"));
	stems_read(&s, STR(""));
	is(stems_find(&s), 0);
	is(letters_words(&s.letters, 10), 2);
	is(letters_words(&s.letters, 1), 1);
	stems_clear(&s);
	stems_read(&s, STR("это район＝ａ."));
	is(stems_find(&s), 1);
	same(stems_where(&s, 2), "район＝ａ");
	stems_free(&s);
}

/* Phrases keep to their part, also where the text is read by the tables. */
static void
test_parts(void)
{
	struct stems s = { 0 };
	size_t number;

	stems_add(&s, STR("чист* вод*"), &number);
	stems_add(&s, STR("район област"), &number);
	stems_build(&s, false);
	stems_read(&s, STR("чистый"));
	stems_read(&s, STR("вода, район"));
	stems_read(&s, STR("област"));
	is(stems_find(&s), 0);
	stems_read(&s, STR("чистой, воды"));
	is(stems_find(&s), 1);
	is(s.found[0], 0);
	stems_free(&s);
}

/*
 * Every character of the lower planes in a word and beside it: the tables
 * must answer as folding does, whichever way the text is read.
 */
static void
test_characters(void)
{
	struct stems fast = { 0 }, careful = { 0 };
	static const char *const stem[] = { "аб", "а*", "*б", "*аб*", "а б",
		"a", "a*", "μ*", "*1*", "*1", "*4б" };
	struct arena a = { 0 };
	bool good = true;

	for (size_t i = 0; i < sizeof(stem) / sizeof(*stem); i++)
		add(&fast, &careful, &a, str_of(stem[i]));
	stems_build(&fast, false);
	stems_build(&careful, true);
	for (uint32_t c = 1; c < 0x3000 && good; c++) {
		struct buf b = { 0 };
		char bytes[4];

		buf_add(&b, STR("а"));
		buf_add(&b, (struct str){ bytes, utf8_put(bytes, c) });
		buf_add(&b, STR("б"));
		good = agrees(&fast, buf_str(&b)) &&
		    agrees(&careful, buf_str(&b));
		buf_free(&b);
	}
	ok(good);
	stems_free(&fast);
	stems_free(&careful);
	arena_reset(&a);
}

/* Wherever a word stands, it is found. */
static void
test_offsets(void)
{
	static char text[4200];
	struct stems s = { 0 };
	size_t number, found = 0;

	stems_add(&s, STR("лес"), &number);
	stems_build(&s, false);
	memset(text, ' ', sizeof(text));
	for (size_t i = 0; i < 4096; i++) {
		memcpy(text + i, "лес", sizeof("лес") - 1);
		stems_clear(&s);
		stems_read(&s, (struct str){ text, sizeof(text) });
		found += stems_find(&s);
		memset(text + i, ' ', sizeof("лес") - 1);
	}
	is(found, 4096);
	stems_free(&s);
}

/* Twenty thousand stems of no pattern: each is found, and no other. */
static void
test_many(void)
{
	enum { MANY = 20000, LENGTH = 12 };
	static char stem[MANY][LENGTH + 1];
	struct stems s = { 0 };
	size_t number, found = 0;

	for (size_t i = 0; i < MANY; i++) {
		for (size_t j = 0; j < LENGTH; j++)
			stem[i][j] = (char)('a' + below(26));
		stems_add(&s, (struct str){ stem[i], LENGTH }, &number);
	}
	stems_build(&s, false);
	is(s.count, MANY);
	for (size_t i = 0; i < MANY; i++) {
		stems_clear(&s);
		stems_read(&s, (struct str){ stem[i], LENGTH });
		found += stems_find(&s) == 1 && s.found[0] == i;
	}
	is(found, MANY);
	stems_free(&s);
}

/* A text, given a part over and over, with one stem. */
static size_t
found_in(const char *stem, size_t times, const char *part, const char *last)
{
	struct stems s = { 0 };
	struct buf text = { 0 };
	size_t number, found;

	stems_add(&s, str_of(stem), &number);
	stems_add(&s, STR("ж"), &number);
	stems_build(&s, false);
	for (size_t i = 0; i < times; i++)
		buf_add(&text, str_of(part));
	buf_add(&text, str_of(last));
	stems_read(&s, buf_str(&text));
	found = stems_find(&s);
	stems_free(&s);
	buf_free(&text);
	return found;
}

/*
 * Texts of 1 MiB in which nearly each place may begin a stem: if each were
 * looked at to the end of its word, or of its blanks, this would not end.
 */
static void
test_long_words(void)
{
	is(found_in("*aaaa* zz", 1 << 20, "a", " zz"), 1);
	is(found_in("*aaaa* zz", 1 << 20, "a", " zy"), 0);
	is(found_in("*a* b* c*", 1 << 20, "a", " b c"), 1);
	is(found_in("*a* a* a* b", 1 << 15, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa ",
	    "b"), 1);
	is(found_in("ж a", 1 << 20, " ", "ж"), 1);
	is(found_in("*a* zz", 1 << 20, " ", "a"), 0);
}

/* What has no width stands inside words, and parts none. */
static void
test_no_width(void)
{
	static const char *const text[] = { "ле\u200bс", "ле\u00adс",
	    "л\u200dес\u200c", "\u200eлес\u200f", "ле\u2060с",
	    "\ufeffлес" };

	for (size_t i = 0; i < sizeof(text) / sizeof(*text); i++)
		is(found_in("лес", 0, "", text[i]), 1);
	is(found_in("лес", 0, "", "ле\u2009с"), 0);
	is(found_in("ле с", 0, "", "ле\u2009с"), 1);
}

/* Broken UTF-8 is refused before; here it must only do no harm. */
static void
test_broken(void)
{
	struct stems s = { 0 };
	size_t number;

	stems_add(&s, STR("лес*"), &number);
	stems_build(&s, false);
	for (unsigned a = 0x80; a < 0x100; a++) {
		char bytes[3] = { (char)a, (char)(a ^ 0x40), ' ' };

		stems_clear(&s);
		stems_read(&s, (struct str){ bytes, 1 });
		stems_read(&s, (struct str){ bytes, 2 });
		stems_read(&s, (struct str){ bytes, 3 });
		stems_read(&s, STR("лес"));
		if (stems_find(&s) != 1)
			break;
		number = a;
	}
	is(number, 0xff);
	stems_free(&s);
}

/*
 * Words that begin alike for eight letters and more, again and again: what
 * was found in one must not be found in the next.
 */
static void
test_words_alike(void)
{
	static const char *const stem[] = { "самоуправл*", "самоуправство",
	    "самоупра*", "неправит*", "неправительствен*", "водопров*",
	    "водопроводн* сеть", "водопро" };
	static const char *const word[] = { "самоуправление",
	    "самоуправство", "самоуправств", "самоупр", "самоупра", "неправит",
	    "неправительственный", "неправительство", "водопровод",
	    "водопроводная", "водопро", "водопр", "сеть" };
	struct stems s = { 0 }, careful = { 0 };
	struct arena a = { 0 };
	struct buf b = { 0 };
	bool good = true;

	for (size_t i = 0; i < sizeof(stem) / sizeof(*stem); i++)
		add(&s, &careful, &a, str_of(stem[i]));
	stems_build(&s, false);
	for (size_t i = 0; i < 2000 && good; i++) {
		buf_clear(&b);
		for (size_t n = below(6); n > 0; n--) {
			add_one_of(&b, word, sizeof(word) / sizeof(*word));
			buf_byte(&b, ' ');
		}
		good = agrees(&s, buf_str(&b));
	}
	ok(good);
	stems_free(&s);
	stems_free(&careful);
	buf_free(&b);
	arena_reset(&a);
}

int
main(void)
{
	ok(rounds(false, 300, 12, 60));
	ok(rounds(true, 300, 12, 60));
	ok(rounds(true, 20, 300, 60));
	ok(rounds(false, 20, 12, 3000));
	ok(hits > 10000);
	test_faults();
	test_alphabet();
	test_numbers();
	test_places();
	test_parts();
	test_characters();
	test_offsets();
	test_many();
	test_long_words();
	test_words_alike();
	test_no_width();
	test_broken();
	return tap_done();
}
