#ifndef IO_RULES_H
#define IO_RULES_H

/*
 * Rule files, schemas, vocabularies, maps: YAML, read through libyaml's
 * events into a small tree.  This is the door to libyaml.
 *
 * All scalars are text; they become numbers, dates and decimals by the type
 * their reader asks for.  Refused, with file and line: anchors, aliases and
 * tags, more than one document, a key twice, depth over 32, over 1 MiB,
 * 100,000 events or 20,000 keys.  All trouble dies.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/die.h"
#include "base/str.h"

enum rule_kind { RULE_TEXT, RULE_LIST, RULE_MAP };

/* A value with its place.  Lives as long as the arena it was read into. */
struct rule {
	enum rule_kind kind;
	const char *file;
	size_t line;
	struct str text;	/* of a RULE_TEXT */
	bool lines;		/* the text stands line by line, after a | */
	size_t count;		/* items of a list, entries of a map */
	struct str *key;	/* of a map, in the file's order */
	size_t *key_line;
	struct rule *item;	/* of a list; the values of a map */
};

/*
 * Read share/FOLDER/NAME.yaml, or the file NAME if it has a slash or ends
 * in .yaml.  FOLDER is "rules", "schema", "vocab" or "maps".  The share is
 * $CIVUTILS_SHARE, or where the programs were installed.  The result is the
 * map at the top.
 */
const struct rule *rules_read(struct arena *a, const char *folder,
    const char *name);

/* Read a file's text by libyaml, whatever is in it. */
void rules_by_library(struct arena *a, const char *file, struct str text,
    struct rule *top);

/* A file of share/rules whose `rules` says what; dies if it says otherwise. */
const struct rule *rules_file(struct arena *a, const char *name,
    const char *what);

/*
 * A rule file proper: a map of `rules` (which must be what), `title`,
 * `cite`, and `editions`, a list of maps with `from` (a date), `cite` and
 * the content.  Returns the edition in force on the day, the latest that is
 * not after it; dies if there is none.
 */
const struct rule *rules_edition(struct arena *a, const char *name,
    const char *what, long day);

/*
 * Die unless the rule is a map and all its keys are among these words,
 * separated by blanks (for an edition, "from" and "cite" too).
 */
void rules_keys(const struct rule *map, const char *words);

/* The value of a key, or NULL; rules_need dies if it is missing. */
const struct rule *rules_get(const struct rule *map, const char *key);
const struct rule *rules_need(const struct rule *map, const char *key);

/* Die unless it is a list (or a map), and return it. */
const struct rule *rules_list(const struct rule *r);
const struct rule *rules_map(const struct rule *r);

/*
 * A part of a text as a text of its own: with its own line, where the whole
 * stands line by line.
 */
struct rule rules_part(const struct rule *whole, struct str part);

/* What a text says; all die if it says something else. */
struct str rules_text(const struct rule *r);
long rules_number(const struct rule *r, long min, long max);
int64_t rules_decimal(const struct rule *r, int places);
bool rules_yes(const struct rule *r);		/* yes or no */
long rules_date(const struct rule *r);		/* days, as civic/date.h */

/* Which of the words, separated by blanks, it is: 0, 1, 2 ... */
size_t rules_choice(const struct rule *r, const char *words);

/* The same for a key that may be missing. */
struct str rules_text_or(const struct rule *map, const char *key,
    struct str fallback);
long rules_number_or(const struct rule *map, const char *key, long min,
    long max, long fallback);
bool rules_yes_or(const struct rule *map, const char *key, bool fallback);

/* "program: file:line: text", and exit with TROUBLE. */
_Noreturn void rules_die(const struct rule *r, const char *fmt, ...)
    PRINTF(2, 3);

#endif
