package sqlite

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/treatygraph/treatygraph/graph"
)

// TestMain is the tests, or, called with "write PATH NAME COUNT", a process that puts articles and prints the id of each when it is stored.
func TestMain(m *testing.M) {
	if len(os.Args) == 5 && os.Args[1] == "write" {
		if err := writeArticles(os.Args[2], os.Args[3], os.Args[4]); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

func writeArticles(path, name, count string) error {
	ctx := context.Background()
	s, err := Open(ctx, path, Options{})
	if err != nil {
		return err
	}
	defer s.Close()
	var n int
	if _, err := fmt.Sscan(count, &n); err != nil {
		return err
	}
	for i := range n {
		b := report(name, i)
		if _, err := s.Put(ctx, b); err != nil {
			return err
		}
		fmt.Println(b.Source)
	}
	return nil
}

// report is an article that tells a stage of the one commitment that all reports are about.
func report(name string, i int) graph.Batch {
	text := fmt.Sprintf("Report %d of %s.", i, name)
	id := graph.ArticleID(text)
	actor := &graph.Actor{ID: graph.ActorID("US"), Label: graph.Country, Code: "US", Name: "United States"}
	principle := &graph.Principle{ID: graph.PrincipleID("p"), Slug: "p"}
	commitment := &graph.Commitment{ID: graph.CommitmentID("p", "", []string{"US"})}
	stage := &graph.Stage{ID: graph.ID("Stage", id), Status: graph.Negotiating, Stance: graph.Reports, Last: "2015-01-01", KnownAt: "2015-01-01", KnownTo: graph.Forever}
	passage := &graph.Passage{ID: graph.PassageID(id, 0, 6), Text: "Report", End: 6}
	link := func(t graph.Relationship, from, to graph.Node) graph.Link {
		return graph.Link{Type: t, From: graph.RefOf(from), To: graph.RefOf(to)}
	}
	article := &graph.Article{ID: id, Text: text, Published: "2015-01-01", Title: name}
	return graph.Batch{Source: id, Reader: "test", Article: article, Nodes: []graph.Node{actor, principle, commitment, stage, passage}, Links: []graph.Link{
		link(graph.RelUpholds, commitment, principle), link(graph.RelPartyTo, actor, commitment), link(graph.RelReached, commitment, stage),
		link(graph.RelBy, stage, actor), link(graph.RelSupportedBy, stage, passage), link(graph.RelIn, passage, article)}}
}

// writer starts a process that writes.
func startWriter(t *testing.T, path, name string, count int) (*exec.Cmd, *bufio.Scanner) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self, "write", path, name, fmt.Sprint(count))
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return cmd, bufio.NewScanner(out)
}

func checkWhole(t *testing.T, s *Store, stored []string) {
	t.Helper()
	ctx := context.Background()
	for _, id := range stored {
		p, err := s.Find(ctx, graph.Query{Kind: graph.Articles, Where: graph.Is{Property: "id", Op: graph.Eq, Value: id}})
		if err != nil || len(p.Nodes) != 1 {
			t.Errorf("article %s was told to be stored: %d found, %v", id, len(p.Nodes), err)
		}
	}
	wrong, _, err := graph.Check(ctx, s)
	if err != nil || len(wrong) > 0 {
		t.Errorf("%v %v", wrong, err)
	}
	var verdict string
	if err := s.pool.QueryRow("PRAGMA integrity_check").Scan(&verdict); err != nil || verdict != "ok" {
		t.Errorf("%s, %v", verdict, err)
	}
	if rows, err := s.pool.Query("PRAGMA foreign_key_check"); err != nil || rows.Next() {
		t.Errorf("a relationship leads to nothing; %v", err)
	} else {
		rows.Close()
	}
}

func TestSeveralProcessesMakeAndWriteOneFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "test.db")
	const processes, each = 3, 15
	var outs []*bufio.Scanner
	var cmds []*exec.Cmd
	for i := range processes {
		cmd, out := startWriter(t, path, fmt.Sprint("process ", i), each)
		cmds, outs = append(cmds, cmd), append(outs, out)
	}
	var stored []string
	for i, out := range outs {
		for out.Scan() {
			stored = append(stored, out.Text())
		}
		if err := cmds[i].Wait(); err != nil {
			t.Error(err)
		}
	}
	s, err := Open(t.Context(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if len(stored) != processes*each {
		t.Errorf("%d articles stored, want %d", len(stored), processes*each)
	}
	checkWhole(t, s, stored)
}

func TestWhatWasAcknowledgedOutlivesAKill(t *testing.T) {
	path := filepath.Join(t.TempDir(), "test.db")
	for round := range 3 {
		cmd, out := startWriter(t, path, fmt.Sprint("round ", round), 100000)
		var stored []string
		for len(stored) < 10+round && out.Scan() {
			stored = append(stored, out.Text())
		}
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		cmd.Wait() // it was killed
		s, err := Open(t.Context(), path, Options{})
		if err != nil {
			t.Fatal(err)
		}
		checkWhole(t, s, stored)
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
}

func TestAWriterThatIsKeptWaitingIsUnavailable(t *testing.T) {
	s := opened(t)
	other, err := newWriter(t.Context(), s.path)
	if err != nil {
		t.Fatal(err)
	}
	defer other.close()
	if _, err := other.conn.ExecContext(t.Context(), "BEGIN IMMEDIATE"); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
	defer cancel()
	_, err = s.Put(ctx, report("a", 1))
	if graph.CodeOf(err) != graph.Unavailable {
		t.Errorf("got %v, want UNAVAILABLE", err)
	}
	if _, err := other.conn.ExecContext(t.Context(), "ROLLBACK"); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Put(t.Context(), report("a", 1)); err != nil {
		t.Errorf("after the other was done: %v", err)
	}
}

func TestABusyFileIsUnavailableAndNamesTheRemedy(t *testing.T) {
	s := opened(t)
	other, err := newWriter(t.Context(), s.path)
	if err != nil {
		t.Fatal(err)
	}
	defer other.close()
	if _, err := other.conn.ExecContext(t.Context(), "BEGIN IMMEDIATE"); err != nil {
		t.Fatal(err)
	}
	defer other.conn.ExecContext(context.Background(), "ROLLBACK")
	if _, err := s.writer.conn.ExecContext(t.Context(), "PRAGMA busy_timeout = 1"); err != nil {
		t.Fatal(err)
	}
	_, err = s.Put(t.Context(), report("a", 1))
	if graph.CodeOf(err) != graph.Unavailable || !strings.Contains(err.Error(), "another process") {
		t.Errorf("got %v, want UNAVAILABLE", err)
	}
}

func TestAFullDiskIsUnavailableAndHarmsNothing(t *testing.T) {
	s := opened(t)
	if _, err := s.Put(t.Context(), report("a", 1)); err != nil {
		t.Fatal(err)
	}
	if _, err := s.writer.conn.ExecContext(t.Context(), "PRAGMA max_page_count = 1"); err != nil { // the least is what there is
		t.Fatal(err)
	}
	big := report("b", 2)
	big.Article.Text = strings.Repeat("long ", 1<<16)
	_, err := s.Put(t.Context(), big)
	if graph.CodeOf(err) != graph.Unavailable || !strings.Contains(err.Error(), "no room") {
		t.Errorf("got %v, want UNAVAILABLE", err)
	}
	if _, err := s.writer.conn.ExecContext(t.Context(), "PRAGMA max_page_count = 1000000"); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Put(t.Context(), big); err != nil {
		t.Errorf("with room again: %v", err)
	}
	checkWhole(t, s, []string{report("a", 1).Source, big.Source})
}

func TestAFileThatCannotBeWrittenIsInvalid(t *testing.T) {
	s := opened(t)
	if _, err := s.writer.conn.ExecContext(t.Context(), "PRAGMA query_only = 1"); err != nil { // root may write whatever the file's mode says
		t.Fatal(err)
	}
	_, err := s.Put(t.Context(), report("a", 1))
	if graph.CodeOf(err) != graph.Invalid || !strings.Contains(err.Error(), "permissions") {
		t.Errorf("got %v, want INVALID", err)
	}
}

func TestAWriteThatIsCutShortLeavesNothing(t *testing.T) {
	s := opened(t)
	ctx, cancel := context.WithCancel(t.Context())
	err := s.transact(ctx, func(tx graph.Tx) error {
		if _, err := graph.Write(ctx, tx, report("a", 1), time.Now()); err != nil {
			return err
		}
		cancel()
		return tx.Log(ctx, graph.Change{Verb: "PUT"})
	})
	if graph.CodeOf(err) != graph.Unavailable {
		t.Errorf("got %v, want UNAVAILABLE", err)
	}
	p, err := s.Find(t.Context(), graph.Query{Kind: graph.Articles})
	if err != nil || len(p.Nodes) != 0 {
		t.Errorf("%d articles, %v", len(p.Nodes), err)
	}
	if _, err := s.Put(t.Context(), report("a", 1)); err != nil {
		t.Errorf("the writer does not write any more: %v", err)
	}
}
