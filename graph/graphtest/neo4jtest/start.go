package neo4jtest

import (
	"bufio"
	"bytes"
	"cmp"
	"crypto/sha256"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/lockedfile"
)

const password = "treatygraph"

// borrow takes the server at uri for this process alone, until its end.
func borrow(uri string) server {
	name := fmt.Sprintf("treatygraph-neo4j-%x.lock", sha256.Sum256([]byte(uri)))
	unlock, err := lockedfile.MutexAt(filepath.Join(os.TempDir(), name)).Lock()
	return server{
		uri:      uri,
		user:     cmp.Or(os.Getenv("NEO4J_TEST_USERNAME"), "neo4j"),
		password: cmp.Or(os.Getenv("NEO4J_TEST_PASSWORD"), password),
		held:     unlock,
		err:      err,
	}
}

// start lends a server of our own on a free port.
func start() server {
	script, err := find("scripts/neo4j")
	if err != nil {
		return server{err: err}
	}
	port, err := freePort()
	if err != nil {
		return server{err: err}
	}
	// What the script says goes to a file: a pipe would need a goroutine, which tests for leaked ones would find.
	log, err := os.CreateTemp("", "treatygraph-neo4j-*.log")
	if err != nil {
		return server{err: err}
	}
	defer log.Close()
	os.Remove(log.Name()) // it stays readable here, and nothing is left of it if the tests are killed

	cmd := exec.Command("bash", script, "run", strconv.Itoa(port))
	cmd.Env = append(os.Environ(), "NEO4J_PASSWORD="+password)
	cmd.Stderr = log
	input, err := cmd.StdinPipe()
	if err != nil {
		return server{err: err}
	}
	output, err := cmd.StdoutPipe()
	if err != nil {
		return server{err: err}
	}
	if err := cmd.Start(); err != nil {
		return server{err: err}
	}
	line, err := bufio.NewReader(output).ReadString('\n')
	if err != nil {
		return server{err: fmt.Errorf("%v: %s", cmd.Wait(), lastLine(log))}
	}
	return server{uri: strings.TrimSpace(line), user: "neo4j", password: password, held: input}
}

// find looks for a file of the project from the test's folder upward.
func find(name string) (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if _, err := os.Stat(path); err == nil {
			return path, nil
		}
		if filepath.Dir(dir) == dir {
			return "", fmt.Errorf("%s is in no folder above the test's", name)
		}
		dir = filepath.Dir(dir)
	}
}

func freePort() (int, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	defer listener.Close()
	return listener.Addr().(*net.TCPAddr).Port, nil
}

// lastLine is where the script says why it failed.
func lastLine(log *os.File) []byte {
	said, _ := io.ReadAll(io.NewSectionReader(log, 0, 1<<20))
	lines := bytes.Split(bytes.TrimSpace(said), []byte("\n"))
	return lines[len(lines)-1]
}
