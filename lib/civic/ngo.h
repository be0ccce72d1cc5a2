#ifndef CIVIC_NGO_H
#define CIVIC_NGO_H

/*
 * The card of an NGO, as far as decisions hang on it, and what is wrong with
 * a card whose fields are each well written.
 */

#include "base/str.h"
#include "civic/filing.h"

enum ngo_field {
	NGO_BIN, NGO_FORM, NGO_STATUS, NGO_REGISTERED_ON, NGO_PARENT,
	NGO_STATE_FOUNDER, NGO_ENDOWMENT, NGO_FILED_ON, NGO_FILED_FOR,
	NGO_FIELDS,
};

/* The field's name in the schema. */
const char *ngo_field_name(enum ngo_field field);

struct ngo_card {
	struct str value[NGO_FIELDS];	/* as they stand; empty: none */
	bool badly_written;		/* some value is not of its type */
	long registered_on;		/* FILING_NEVER: not said */
	struct filing_subject subject;
};

/*
 * Read the values.  Where registered_on is empty, the year of registration is
 * that of the BIN, which has two digits and means the latest such year that
 * is not after today; but none before 1991, rather one that is after today.
 */
void ngo_read(struct ngo_card *card, long today);

struct ngo_fault {
	enum ngo_field field;
	const char *why;
};

#define NGO_FAULTS_MAX 8

/*
 * What is wrong with a card as a whole on a day; returns how many faults.
 * The values are well written.
 */
size_t ngo_check(const struct ngo_card *card, long today,
    struct ngo_fault fault[NGO_FAULTS_MAX]);

/*
 * What is doubtful about the BIN of a card in which nothing is wrong, or
 * NULL: an organisation is no entrepreneur and no farm; a card says the day
 * of registration, a BIN the month of it, or that of a registration anew.
 */
const char *ngo_doubt(const struct ngo_card *card, long today);

#endif
