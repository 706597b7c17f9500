package extract

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/treatygraph/treatygraph/graph"
)

func TestNamed(t *testing.T) {
	e := extractorFor(t)
	for _, c := range []struct {
		name, text string
		day        graph.Day
		want       string // countries, organizations and instruments
	}{
		{"name and adjective", "Chile sent a note to the Peruvian envoy.", "", "CL PE"},
		{"seat and capital", "The Kremlin and Beijing disagreed.", "", "CN RU"},
		{"capital as a place", "Envoys of Chile met in Oslo.", "", "CL"},
		{"capital that acts in the possessive", "Paris's offer pleased Chile.", "", "CL FR"},
		{"capital of an earlier state", "Moscow agreed.", "1975-03-01", "SU"},
		{"leader by the day of office", "Mr. Obama spoke.", "2010-03-01", "US"},
		{"paper", "The Japan Times wrote of Chile.", "", "CL"},
		{"sea", "A ship of Chile crossed the South China Sea.", "", "CL"},
		{"company", "The Swiss company Alpen sold it to Chile.", "", "CL"},
		{"language", "He spoke to Chile in Spanish.", "", "CL"},
		{"place name and pronoun", "Join us: Chile does.", "", "CL"},
		{"capitals", "CHILE AND PERU AGREE ON A PACT OF PEACE.", "", "CL PE"},
		{"convention named after a city", "Chile joined the Budapest Convention.", "", "CL budapest-convention"},
		{"organ of the United Nations", "The Security Council thanked Chile.", "", "CL un"},
		{"council of a state", "The National Security Council of the United States wrote.", "", "US"},
		{"where a thing is from", "Chile bought Soviet-made tanks.", "1975-03-01", "CL"},
		{"former", "Ex-NATO officers praised Chile.", "", "CL"},
		{"bodies as examples", "Chile praised bodies such as the OECD and Interpol.", "", "CL"},
		{"former leaders", "Chile heard former presidents of Peru, Brazil and Cuba.", "", "CL"},
		{"department of another state", "The Peruvian Department of Defense thanked Chile.", "", "CL PE"},
		{"hackers are not their country", "Chile read of Turla.", "", "CL"},
		{"envoy of his time", "Mr. Vance flew to Chile.", "1978-03-01", "CL US"},
		{"article with a Roman numeral", "Article XI binds Chile.", "", "CL"},
		{"Georgia", "Georgia and Chile agreed.", "", "CL GE"},
		{"Northern Ireland", "Northern Ireland thanked Chile.", "", "CL GB"},
		{"another Korea", "South Korea answered the Korean note.", "", "KR"},
		{"treaty by its name", "Chile ratified the Non-Proliferation Treaty.", "", "CL npt"},
		{"treaty by its subject", "Chile kept the pact against the spread of nuclear weapons.", "", "CL npt"},
		{"treaty by its clause", "Chile put its name to the treaty that bans all test explosions.", "1998-03-01", "CL ctbt"},
		{"treaty that there is not yet", "Chile asked for a treaty that bans all test explosions.", "1998-03-01", "CL"},
		{"Russian before 1991", "A Russian envoy thanked Chile.", "1960-03-01", "CL SU"},
		{"republic of an earlier state", "An envoy of Chile spoke in Kazakhstan.", "1960-03-01", "CL"},
		{"old name", "Ceylonese and Rumanian envoys met.", "1955-03-01", "LK RO"},
		{"surname with a title", "Prime Minister Eden wrote to Chile.", "1956-03-01", "CL GB"},
		{"surname without one", "Eden is a garden in Chile.", "1956-03-01", "CL"},
		{"surname out of its time", "Prime Minister Eden wrote to Chile.", "1990-03-01", "CL"},
		{"one person", "Chile heard a patient Singaporean.", "", "CL"},
		{"several", "Chile heard the Singaporeans.", "", "CL SG"},
		{"capital with an article", "Chile sued in a London court.", "", "CL"},
		{"state of the same name", "The note went from Augusta, Georgia, to Chile.", "", "CL"},
		{"game", "The Peruvian striker scored twice; the Chilean goalkeeper, a substitute, saved a penalty before half-time in Lima's stadium.", "", ""},
		{"state at a game", "Chile asked Peru to open the stadium to the press.", "", "CL PE"},
		{"treaty before its time", "Chile spoke of a comprehensive test ban treaty.", "1975-03-01", "CL"},
	} {
		t.Run(c.name, func(t *testing.T) {
			day := c.day
			if day == "" {
				day = published
			}
			r := e.Read(graph.Article{ID: "a", Published: day, Text: c.text})
			got := strings.Join(append(append(r.Countries, r.Organizations...), r.Instruments...), " ")
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.text, diff)
			}
		})
	}
}

func TestStandFor(t *testing.T) {
	e := extractorFor(t)
	for _, c := range []struct{ name, text, phrase, want string }{
		{"the two countries", "Chile and Peru talked. The two countries agreed.", "two countries", "CL PE"},
		{"both sides in one sentence", "Chile told Peru that both sides would gain.", "both sides", "CL PE"},
		{"it", "Chile signed the pact. It will not ratify.", "It", "CL"},
		{"its after two", "Peru spoke. Chile kept its word.", "its", "CL"},
		{"they", "Chile and Peru talked. They agreed.", "They", "CL PE"},
		{"he", "Peruvian Foreign Minister Luis Rojas came. He spoke of Chile.", "He", "PE"},
		{"surname told before", "Peruvian Foreign Minister Luis Rojas came. Later Rojas left.", "Rojas", "PE"},
		{"apposition", "Ana Silva, the Chilean ambassador, came. Later Silva left.", "Silva", "CL"},
		{"office of a country", "The president of Chile, Juan Prado, came. Later Prado left.", "Prado", "CL"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := e.analyse(graph.Article{ID: "a", Published: published, Text: c.text})
			got := ""
			for i := range d.mentions {
				if m := &d.mentions[i]; d.text[m.start:m.end] == c.phrase {
					got = strings.Join(m.actors(), " ")
				}
			}
			if got != c.want {
				t.Errorf("%s: %q stands for %q, want %q", c.text, c.phrase, got, c.want)
			}
		})
	}
}

func TestHome(t *testing.T) {
	e := extractorFor(t)
	for _, c := range []struct {
		name    string
		article graph.Article
		want    string
	}{
		{"outlet of a government", graph.Article{Outlet: "Prime Minister of Australia"}, "AU"},
		{"seat", graph.Article{Outlet: "White House"}, "US"},
		{"code in the title", graph.Article{Outlet: "UN General Assembly", Title: "Statement (CL)"}, "CL"},
		{"paper", graph.Article{Outlet: "The Japan Times"}, ""},
		{"unknown", graph.Article{Outlet: "A blog"}, ""},
	} {
		if got := e.homeOf(c.article); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
