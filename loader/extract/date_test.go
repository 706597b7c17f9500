package extract

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/treatygraph/treatygraph/graph"
)

// datesOf gives the dates of a sentence that appeared on Wednesday 12 June 2019, as "first/last", or one day.
func datesOf(tb testing.TB, sentence string, day graph.Day) []when {
	tb.Helper()
	tokens := tokenize(sentence, 0, len(sentence), extractorFor(tb).vocabulary, nil)
	return readDates(tokens, 0, len(tokens), day, nil)
}

func TestDates(t *testing.T) {
	for _, c := range []struct{ name, sentence, want string }{
		{"weekday of the past", "The envoys met on Friday.", "2019-06-07"},
		{"weekday ahead", "The envoys will meet on Friday.", "2019-06-14"},
		{"weekday ahead in the present", "The king arrives in Lima on Friday.", "2019-06-14"},
		{"weekday with its night", "On Sunday night Peru confirmed it.", "2019-06-09"},
		{"today's weekday", "Peru said on Wednesday that it would wait.", "2019-06-12"},
		{"last week", "It was signed last week.", "2019-06-03/2019-06-09"},
		{"next week", "Talks begin next week.", "2019-06-17/2019-06-23"},
		{"day month year", "It ended on 9 August 2017.", "2017-08-09"},
		{"month day year", "It ended on August 9, 2017.", "2017-08-09"},
		{"abbreviated month", "It ended on Feb. 9.", "2019-02-09"},
		{"ordinal", "Signed on the 9th of August, 2017.", "2017-08-09"},
		{"two days", "They met on 9-10 August 2017.", "2017-08-09/2017-08-10"},
		{"from and to", "They met from 9 to 12 August 2017.", "2017-08-09/2017-08-12"},
		{"en dash", "The session of August 9–11 failed.", "2018-08-09/2018-08-11"},
		{"across months", "It lasted from 30 May to 2 June 2018.", "2018-05-30/2018-06-02"},
		{"month and year", "Adopted in March 2001.", "2001-03-01/2001-03-31"},
		{"year", "It entered into force in 1994.", "1994-01-01/1994-12-31"},
		{"year before a noun", "Both broke the 1994 accord.", "1994-01-01/1994-12-31"},
		{"yesterday", "Peru agreed yesterday.", "2019-06-11"},
		{"days ago", "It was adopted four days ago.", "2019-06-08"},
		{"weeks ago", "It was adopted two weeks ago.", "2019-05-29"},
		{"earlier this month", "They spoke earlier this month.", "2019-06-01/2019-06-12"},
		{"end of the year", "It lapses by the end of this year.", "2019-12-31"},
		{"end of a year", "By the end of 2021 both report.", "2021-12-31"},
		{"last month", "Last month Chile joined.", "2019-05-01/2019-05-31"},
		{"month before", "Last August Chile joined.", "2018-08-01/2018-08-31"},
		{"last summer", "Last summer Chile joined.", "2018-06-01/2018-08-31"},
		{"month alone in the past", "Chile joined in October.", "2018-10-01/2018-10-31"},
		{"month alone ahead", "Chile will join in October.", "2019-10-01/2019-10-31"},
		{"part of a month", "It was signed in early March 2011.", "2011-03-01/2011-03-10"},
		{"quarter", "In the second quarter of 2020 they meet.", "2020-04-01/2020-06-30"},
		{"day alone", "They met on the 3rd.", "2019-06-03"},
		{"day alone ahead", "They will meet on the 3rd.", "2019-07-03"},
		{"no day alone: a session", "They met on the 3rd session.", ""},
		{"week of a month", "They met in the second week of May 2018.", "2018-05-08/2018-05-14"},
		{"half of a month", "They meet in the first half of July.", "2019-07-01/2019-07-15"},
		{"weekday of a month", "They met on the last Friday in May.", "2019-05-31"},
		{"decades ago", "It was signed two decades ago.", "1999-01-01/1999-12-31"},
		{"more than years ago", "It was signed more than ten years ago.", ""},
		{"twenty-five years ago", "It was signed twenty-five years ago.", "1994-01-01/1994-12-31"},
		{"present of several", "The kings meet in Lima on Friday.", "2019-06-14"},
		{"two weekdays", "The kings meet on Friday and Saturday.", "2019-06-14/2019-06-15"},
		{"weekdays through", "Talks will be held Friday through Sunday.", "2019-06-14/2019-06-16"},
		{"came for a later day", "The king arrived on Monday for his meeting Friday.", "2019-06-10 2019-06-14"},
		{"this weekend", "The kings meet this weekend.", "2019-06-15/2019-06-16"},
		{"past weekend", "The kings met over the past weekend.", "2019-06-08/2019-06-09"},
		{"day before yesterday", "They met the day before yesterday.", "2019-06-10"},
		{"day after tomorrow", "They meet the day after tomorrow.", "2019-06-14"},
		{"day of last year", "They met on 3 May last year.", "2018-05-03"},
		{"month of next year", "They will meet in May next year.", "2020-05-01/2020-05-31"},
		{"weekday of a week", "They met on Friday of last week.", "2019-06-07"},
		{"week from a weekday", "They will meet a week from Friday.", "2019-06-21"},
		{"weekday with a date in brackets", "They met on Monday (10 June).", "2019-06-10"},
		{"year of two digits", "It lapsed in '87.", "1987-01-01/1987-12-31"},
		{"winter", "They met in the winter of 1970.", "1970-12-01/1971-02-28"},
		{"first in years", "They will hold the first such talks in ten years.", ""},
		{"digits", "The note of 31/12/2014 says so.", "2014-12-31"},
		{"digits of the standard", "The note of 2014-12-31 says so.", "2014-12-31"},
		{"wire", "LIMA, 27 OCT 89 (AGENCY)", "1989-10-27"},
		{"day of this month", "They met on the 3rd of this month.", "2019-06-03"},
		{"month before a noun", "It fell at the April summit.", "2019-04-01/2019-04-30"},
		{"no month: a verb", "Both may leave and march home.", ""},
		{"no year: a number", "Resolution 1999 has 2010 words on 2005 things.", ""},
		{"no day: a company", "Sun Mining bought it.", ""},
		{"no date: a name", "Mrs May and Mr March agreed.", ""},
		{"no date: a duration", "They wait 10 minutes or three weeks.", ""},
		{"no second half", "In the second half nobody scored.", ""},
		{"a day that is none leaves the month", "They met on 31 February 2018.", "2018-02-01/2018-02-28"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, w := range datesOf(t, c.sentence, published) {
				s := string(w.begin)
				if w.end != w.begin {
					s += "/" + string(w.end)
				}
				got = append(got, s)
			}
			if diff := cmp.Diff(c.want, strings.Join(got, " ")); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.sentence, diff)
			}
		})
	}
}

func TestDatesTellHowExact(t *testing.T) {
	for sentence, want := range map[string]string{"on 9 August 2017": "2017-08-09", "in August 2017": "2017-08", "in 2017": "2017", "last week": "2019-06", "on 9-10 August 2017": "2017-08-09"} {
		if ws := datesOf(t, sentence, published); len(ws) != 1 || ws[0].text != want {
			t.Errorf("%s: %+v, want %s", sentence, ws, want)
		}
	}
}

func TestDatesWithoutPublication(t *testing.T) {
	for sentence, want := range map[string]int{"They met on Friday.": 0, "They met on 9 August.": 0, "They met on 9 August 2017.": 1, "They met yesterday.": 0} {
		if ws := datesOf(t, sentence, ""); len(ws) != want {
			t.Errorf("%s: %+v, want %d dates", sentence, ws, want)
		}
	}
}

func FuzzDates(f *testing.F) {
	for _, seed := range []string{"", "on 3 May to 4 to 5 June 2019", "Sept. 24-25-26, 2015", "the end of the end of last last year", "2015-13-40 99/99/9999", "in May May May", "the 31st of this month"} {
		f.Add(seed, "2019-06-12")
	}
	f.Fuzz(func(t *testing.T, text, day string) {
		for _, w := range datesOf(t, text, graph.Day(day)) {
			if w.begin == "" || w.end < w.begin || w.start >= w.span.end || w.span.end > len(text) {
				t.Errorf("%q on %q: %+v", text, day, w)
			}
		}
	})
}
