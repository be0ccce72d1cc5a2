#include "io/applicant.h"

#include "civic/ngo.h"
#include "io/kind.h"
#include "io/reg.h"

struct applicant {
	struct arena *arena;
	struct reg *reg;
	struct reg_table *table;
	size_t field[NGO_FIELDS];	/* of the cards' schema */
};

struct applicant *
applicant_open(struct arena *a, const char *file, const struct schema *cards)
{
	struct applicant *p = arena_alloc(a, sizeof(*p));

	p->arena = a;
	for (enum ngo_field i = 0; i < NGO_FIELDS; i++)
		p->field[i] = kind_need(cards, ngo_field_name(i),
		    "the checks");
	p->reg = reg_open(file, REG_READ);
	p->table = reg_table(p->reg, cards);
	return p;
}

struct eligibility_card
applicant_card(struct applicant *p, struct str bin, long today)
{
	const struct str *value = reg_get(p->table, &bin);
	struct ngo_card card = { 0 };

	if (value == NULL)
		return (struct eligibility_card){ .asked = true };
	for (size_t i = 0; i < NGO_FIELDS; i++)
		card.value[i] = arena_copy(p->arena, value[p->field[i]]);
	ngo_read(&card, today);
	return (struct eligibility_card){
		.asked = true, .known = true,
		.status = card.value[NGO_STATUS],
		.form = card.value[NGO_FORM],
		.state_founder = card.subject.state_founder,
		.subject = card.subject,
		.today = today,
	};
}

void
applicant_close(struct applicant *p)
{
	reg_close(p->reg);
}
