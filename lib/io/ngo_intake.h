#ifndef IO_NGO_INTAKE_H
#define IO_NGO_INTAKE_H

/*
 * Cards of NGOs on their way into the register: checked, judged by the
 * filing rules, compared with the other cards.
 */

#include <stdbool.h>

#include "base/arena.h"
#include "civic/filing.h"
#include "civic/schema.h"
#include "io/rec.h"
#include "io/reg.h"

#define NGO_BIN_SIZE 12

/* What came of a card; its texts live until the next is taken. */
struct ngo_intake_card {
	struct str bin;
	enum reg_action action;
	const struct filing_case *rule;	/* that decides; NULL: none does */
	struct filing filing;		/* of one who must file */
	struct str parent;		/* whose branch it is; or empty */
	char twin[NGO_BIN_SIZE];	/* perhaps the same NGO; or NULs */
};

struct ngo_intake;

/*
 * Take the cards of an input.  All lives in the arena, until ngo_intake_close.
 * Dies if the schema or the input lacks a field that cards need.
 */
struct ngo_intake *ngo_intake_open(struct arena *a,
    const struct schema *schema, struct rec *in);

/* Into this register, in which a change has begun: before the first card. */
void ngo_intake_begin(struct ngo_intake *n, struct reg *reg);

/*
 * Take the card in hand.  False if it is refused, which is told.  A card
 * that is perhaps another's twin is warned about when it is new or changed.
 */
bool ngo_intake_take(struct ngo_intake *n, const struct filing_rules *rules,
    long today, struct ngo_intake_card *card);

/*
 * Warn about the cards, new or changed, whose parent has no card even now
 * that all are taken.
 */
void ngo_intake_close(struct ngo_intake *n);

#endif
