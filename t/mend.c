#include "civic/field_name.h"
#include "civic/formula.h"
#include "civic/mend.h"
#include "civic/mend_binary.h"
#include "t/tap.h"

static struct buf out;

static const char *
text(bool good)
{
	static char copy[64];

	snprintf(copy, sizeof(copy), "%s%.*s", good ? "" : "-", (int)out.n,
	    out.n > 0 ? out.p : "");
	buf_clear(&out);
	return copy;
}

static const char *
bin(const char *s)
{
	return text(mend_bin(&out, str_of(s)));
}

static const char *
number(const char *s, char mark)
{
	return text(mend_number(&out, str_of(s), mark));
}

static const char *
binary(const char *s, int places)
{
	return text(mend_binary(&out, str_of(s), places));
}

static const char *
iso(const char *s)
{
	return text(mend_iso(&out, str_of(s)));
}

static const char *
date(const char *s, const char *pattern)
{
	return text(mend_date(&out, str_of(s), str_of(pattern)));
}

static const char *
name(const char *s)
{
	return text(field_name_make(&out, str_of(s)));
}

static const char *
suggest(const char *s)
{
	field_name_suggest(&out, str_of(s));
	return text(true);
}

#define gives(got, want) same(str_of(got), want)

static void
test_binary(void)
{
	gives(binary("35333.279999999999", 2), "35333.28");
	gives(binary("44337.130000000005", 2), "44337.13");
	gives(binary("0.30000000000000004", 1), "0.3");
	gives(binary("9.9999999999999999", 2), "10");
	gives(binary("0.99999999999999999", 0), "1");
	gives(binary("99.949999999999999", 2), "99.95");
	gives(binary("9.999999999999995", 2), "10");
	gives(binary("9.9999999999999949", 2), "-");
	gives(binary("1e3", 2), "1000");
	gives(binary("1.5E+2", 0), "150");
	gives(binary("-2.5e-1", 2), "-0.25");
	gives(binary("5e-2", 2), "0.05");
	gives(binary("0", 2), "0");
	gives(binary("-0.00", 2), "0");
	gives(binary("0e5", 2), "0");
	gives(binary("007.50", 2), "7.5");
	gives(binary("100", 0), "100");
	gives(binary("9999999999999999999999.99", 2),
	    "9999999999999999999999.99");
	gives(binary("9999999999999.9899", 2), "9999999999999.99");
	gives(binary("99999999999999.989", 2), "-");
	gives(binary("0.005", 2), "-");
	gives(binary("12.345", 2), "-");
	gives(binary("5e-3", 2), "-");
	gives(binary("12345.6789999999", 2), "-");
	gives(binary("", 2), "-");
	gives(binary("-", 2), "-");
	gives(binary("+1", 2), "-");
	gives(binary("1.", 2), "-");
	gives(binary(".5", 2), "-");
	gives(binary("1e", 2), "-");
	gives(binary("1e100", 2), "-");
	gives(binary("1,5", 2), "-");
	gives(binary("1 000", 2), "-");
	gives(binary("1000000000000000000000000000000000000000000000000000000"
	    "0000001", 2), "-");
}

static void
test_iso(void)
{
	gives(iso("2021-01-26"), "2021-01-26");
	gives(iso("2021-01-26T00:00:00+00:00"), "2021-01-26");
	gives(iso("2021-01-26T23:59:60Z"), "2021-01-26");
	gives(iso("2024-02-29T12:30:00.125-11:30"), "2024-02-29");
	gives(iso("2021-02-29"), "-");
	gives(iso("2021-02-29T00:00:00Z"), "-");
	gives(iso("2021-01-26T"), "-");
	gives(iso("2021-01-26T00:00"), "-");
	gives(iso("2021-01-26T00:00:00"), "-");
	gives(iso("2021-01-26 00:00:00Z"), "-");
	gives(iso("2021-01-26T24:00:00Z"), "-");
	gives(iso("2021-01-26T00:60:00Z"), "-");
	gives(iso("2021-01-26T00:00:61Z"), "-");
	gives(iso("2021-01-26T00:00:00.Z"), "-");
	gives(iso("2021-01-26T00:00:00+0600"), "-");
	gives(iso("2021-01-26T00:00:00+06:60"), "-");
	gives(iso("2021-01-26T00:00:00+24:00"), "-");
	gives(iso("2021-01-26T00:00:00Zx"), "-");
	gives(iso("2021-01-26T00:-1:00Z"), "-");
	gives(iso(""), "-");
	gives(iso("26.01.2021"), "-");
}

static void
test_bin(void)
{
	gives(bin("080340021186"), "080340021186");
	gives(bin("80340021186"), "080340021186");
	gives(bin("80340021186.0"), "080340021186");
	gives(bin("80340021186,00"), "080340021186");
	gives(bin("8.0340021186E+10"), "080340021186");
	gives(bin("8,0340021186e10"), "080340021186");
	gives(bin("8.03400211860E+10"), "080340021186");
	gives(bin("221240039971.0"), "221240039971");
	gives(bin("2.21240039971E+11"), "221240039971");
	/* Three zeros lost; more cannot be, for there is no month 00. */
	gives(bin("140000002"), "000140000002");
	gives(bin("40000002"), "-");
	/* Digits that are lost cannot be known. */
	gives(bin("8.034E+10"), "-");
	gives(bin("8.034002118E+10"), "-");
	gives(bin("2.2124E+11"), "-");
	gives(bin("80340021186.5"), "-");
	gives(bin("80340021186."), "-");
	gives(bin("80340021187"), "-");
	gives(bin("0080340021186"), "-");
	gives(bin("80340021186E0"), "-");
	gives(bin("8.0340021186E+12"), "-");
	gives(bin("8.0340021186E-10"), "-");
	gives(bin(" 80340021186"), "-");
	gives(bin("80 340 021 186"), "-");
	gives(bin("+80340021186"), "-");
	gives(bin(""), "-");
	gives(bin("x"), "-");
}

static void
test_number(void)
{
	gives(number("1250000,50", ','), "1250000.50");
	gives(number("1 250 000,50", ','), "1250000.50");
	gives(number("1\xc2\xa0" "250\xe2\x80\xaf" "000,5", ','), "1250000.5");
	gives(number("999 999", ','), "999999");
	gives(number("-1\xe2\x80\x89" "000", '.'), "-1000");
	gives(number("\xe2\x88\x92" "5", '.'), "-5");
	gives(number("+5.0", '.'), "5.0");
	gives(number("007", '.'), "007");
	gives(number("1 733 074 760.53", '.'), "1733074760.53");
	gives(number("1.5", ','), "-");
	gives(number("1,5", '.'), "-");
	gives(number("1,250,000", ','), "-");
	gives(number("1,", ','), "-");
	gives(number(",5", ','), "-");
	gives(number("12 50", ','), "-");
	gives(number("1250 000", ','), "-");
	gives(number("1  000", ','), "-");
	gives(number("1 000 ", ','), "-");
	gives(number("1,000 000", ','), "-");
	gives(number("- 5", ','), "-");
	gives(number("--5", ','), "-");
	gives(number("1e5", ','), "-");
	gives(number("", ','), "-");
	gives(number("5 тг", ','), "-");
}

static void
test_date(void)
{
	gives(date("01.03.2024", "dd.mm.yyyy"), "2024-03-01");
	gives(date("29.02.2024", "dd.mm.yyyy"), "2024-02-29");
	gives(date("1.3.2024", "d.m.yyyy"), "2024-03-01");
	gives(date("01.03.2024", "d.m.yyyy"), "2024-03-01");
	gives(date("2020.08.14", "yyyy.mm.dd"), "2020-08-14");
	gives(date("3/28/2025", "m/d/yyyy"), "2025-03-28");
	gives(date("20250328", "yyyymmdd"), "2025-03-28");
	gives(date("2025-03-20 18:00:59", "yyyy-mm-dd HH:MM:SS"), "2025-03-20");
	gives(date("29.02.2023", "dd.mm.yyyy"), "-");
	gives(date("31.04.2024", "dd.mm.yyyy"), "-");
	gives(date("1.3.2024", "dd.mm.yyyy"), "-");
	gives(date("001.3.2024", "d.m.yyyy"), "-");
	gives(date("01.03.24", "dd.mm.yyyy"), "-");
	gives(date("01.13.2024", "dd.mm.yyyy"), "-");
	gives(date("00.03.2024", "dd.mm.yyyy"), "-");
	gives(date("01.03.0000", "dd.mm.yyyy"), "-");
	gives(date("01.03.2024 ", "dd.mm.yyyy"), "-");
	gives(date("2025-03-20 24:00:00", "yyyy-mm-dd HH:MM:SS"), "-");
	gives(date("2025-03-20 18:60:00", "yyyy-mm-dd HH:MM:SS"), "-");
	gives(date("2025-03-20", "yyyy-mm-dd HH:MM:SS"), "-");
	gives(date("", "dd.mm.yyyy"), "-");
	ok(mend_is_pattern(STR("dd.mm.yyyy")));
	ok(mend_is_pattern(STR("yyyy-m-d HH:MM")));
	ok(!mend_is_pattern(STR("dd.mm")));
	ok(!mend_is_pattern(STR("dd.mm.yyyy dd")));
	ok(!mend_is_pattern(STR("dd.mm.yy")));
	ok(!mend_is_pattern(STR("")));
}

static void
test_names(void)
{
	gives(name("bin"), "bin");
	gives(name("a__b_"), "a__b_");
	gives(name("_"), "_");
	gives(name("BIN"), "bin");
	gives(name("nameRu"), "name_ru");
	gives(name("Name, ru"), "name_ru");
	gives(name(" (Sum) "), "sum");
	gives(name("allActualDatasetsCount"), "all_actual_datasets_count");
	gives(name("Column1Row"), "column1_row");
	gives(name("HTTPServer"), "httpserver");
	gives(name("A-B.C"), "a_b_c");
	gives(name("2024"), "-");
	gives(name("3/28/2025"), "-");
	gives(name(""), "-");
	gives(name("--"), "-");
	gives(name("БИН"), "-");
	gives(name("BИH"), "-");
	ok(!field_name_is(STR("Bin")));
	ok(!field_name_is(STR("a-b")));
	ok(!field_name_is(STR("1a")));
	gives(suggest("№ Участника"), "no_uchastnika");
	gives(suggest("БИН (ИНН, УНП)"), "bin_inn_unp");
	gives(suggest("Щёки, объезд; июль"), "shcheki_obezd_iyul");
	gives(suggest("Өңір ҚАЗАҚ Ғ Һ Ұ Ү Ә І"), "onir_kazak_g_h_u_u_a_i");
	gives(suggest("2024"), "f_2024");
	gives(suggest("漢字"), "f");
	gives(suggest("Наименование производителей товаров"),
	    "naimenovanie_proizvoditelei_tova");
}

static bool
comes_back(const char *s)
{
	struct str value = str_of(s);
	char guarded[32] = "'";

	strcat(guarded, s);
	return str_eq(formula_bare(formula_is(value) ? str_of(guarded) : value),
	    value);
}

static void
test_formulas(void)
{
	static const char *const all[] = { "", "'", "''", "=", "'=", "''=1",
		"-5", "'-5", "+1.5", "-1,50", "-", "+", "@", "\tx", "\r",
		"-1.", "-.5", "-1 2", "'abc", "1=2", "-5-", "'''+x", "\n", "\n1",
		"'\n=", "\xef\xbc\x9d", ("'\xef\xbc\x8b" "1"), "\xef\xbc" };
	int lost = 0;

	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		lost += !comes_back(all[i]);
	is(lost, 0);
	ok(formula_is(STR("=1")));
	ok(formula_is(STR("-x")));
	ok(formula_is(STR("-1.")));
	ok(formula_is(STR("-1,5,6")));
	ok(formula_is(STR("'=1")));
	ok(formula_is(STR("+1+1")));
	ok(formula_is(STR("\n=1")));
	ok(formula_is(STR("\xef\xbc\x9d" "1")));
	ok(formula_is(STR("\xef\xbc\x8b" "1")));
	ok(formula_is(STR("\xef\xbc\x8d" "1")));
	ok(formula_is(STR("\xef\xbc\xa0" "a")));
	ok(!formula_is(STR("\xef\xbc\x9e")));
	ok(!formula_is(STR("\xef\xbc")));
	ok(!formula_is(STR("-15")));
	ok(!formula_is(STR("+7701")));
	ok(!formula_is(STR("-1.5")));
	ok(!formula_is(STR("'-15")));
	ok(!formula_is(STR("a=1")));
	ok(!formula_is(STR("")));
	same(formula_bare(STR("'=1")), "=1");
	same(formula_bare(STR("'abc")), "'abc");
	same(formula_bare(STR("'-5")), "'-5");
}

int
main(void)
{
	test_bin();
	test_binary();
	test_iso();
	test_number();
	test_date();
	test_names();
	test_formulas();
	buf_free(&out);
	return tap_done();
}
