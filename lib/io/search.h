#ifndef IO_SEARCH_H
#define IO_SEARCH_H

/*
 * Records that have words: those of a kind in whose fields marked `search`
 * each word asked for is found, or a longer word that begins with it.
 * Letters are folded; what is no letter or digit stands between words.
 *
 * Full-text tables of SQLite answer without looking at every record.  They
 * follow the journal: a search first takes in the entries since the last one,
 * so that those who write need not.  Where the register cannot be written to,
 * every record is looked at.
 */

#include <stdbool.h>
#include <stddef.h>

#include "civic/schema.h"
#include "io/store.h"

struct search {
	struct store *store;
	size_t *column, columns;	/* those searched */
	struct str *word;		/* folded */
	size_t words;

	/* The rest is for search.c alone. */
	struct buf folded, text;
};

/* Make the table of what was taken in, in a new register. */
void search_make(struct sql *s);

/* Make the full-text table of a kind, and the name it has. */
void search_make_table(struct sql *s, struct str kind);
void search_name(struct buf *out, struct str kind);

/*
 * Look for the words of a text; dies if it has none, or the schema has no
 * field to search.  The words live in the store's arena.
 */
void search_open(struct search *f, struct store *store,
    const struct schema *schema, struct str words);
void search_close(struct search *f);

/*
 * The words of a record's fields, folded, a blank behind each, until the next
 * time.  search_begin sets up a search for none, in these columns, of which
 * *f has as many.
 */
void search_begin(struct search *f, struct store *store, size_t *column,
    size_t columns);
struct str search_words(struct search *f, const struct str *value);

/* Whether a record, by columns, has the words. */
bool search_has(struct search *f, const struct str *value);

/*
 * Bring the full-text table up to date.  False if that cannot be done here
 * and now.
 */
bool search_follow(struct search *f);

/*
 * When it is up to date: append a condition with $1, which narrows the
 * records to those that have the words, and what $1 is to be.
 */
void search_condition(struct buf *text, const struct search *f);
void search_question(struct buf *text, const struct search *f);

#endif
