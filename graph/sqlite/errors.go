package sqlite

import (
	"context"
	"errors"
	"fmt"

	driver "modernc.org/sqlite"
	codes "modernc.org/sqlite/lib"

	"github.com/treatygraph/treatygraph/graph"
)

// meanings says what a result code of SQLite means to a person; %s is the file.
var meanings = map[int]struct {
	code    graph.Code
	message string
}{
	codes.SQLITE_BUSY:     {graph.Unavailable, "another process keeps writing to the store %s; try again when it is done"},
	codes.SQLITE_LOCKED:   {graph.Unavailable, "another process keeps writing to the store %s; try again when it is done"},
	codes.SQLITE_FULL:     {graph.Unavailable, "no room is left on the disk of the store %s; free some, then try again"},
	codes.SQLITE_IOERR:    {graph.Unavailable, "the disk of the store %s does not do as it is told; check it, then try again"},
	codes.SQLITE_NOTADB:   {graph.Invalid, "%s is no treatygraph store; name another file, or one that is not there yet"},
	codes.SQLITE_CORRUPT:  {graph.Invalid, "the store %s is damaged; put back a backup, or import again into a new file"},
	codes.SQLITE_READONLY: {graph.Invalid, "the store %s cannot be written; check the permissions of the file and of its folder"},
	codes.SQLITE_PERM:     {graph.Invalid, "the store %s cannot be written; check the permissions of the file and of its folder"},
	codes.SQLITE_CANTOPEN: {graph.Invalid, "the store %s cannot be opened; check that its folder is there and may be written"},
	codes.SQLITE_TOOBIG:   {graph.Invalid, "a value is too long for the store %s; shorten it"},
}

// trouble turns an error of the driver into one of the graph's, by code. Errors of the graph, and nil, pass as they are.
func (s *Store) trouble(ctx context.Context, err error) error {
	var known *graph.Error
	switch {
	case err == nil || errors.As(err, &known):
		return err
	case ctx.Err() != nil:
		return graph.Errorf(graph.Unavailable, "the store %s was not done in time: %w", s.path, ctx.Err())
	case s.closed.Load():
		return s.over()
	}
	return translate(s.path, err)
}

// over is the answer of a store that was closed.
func (s *Store) over() error {
	return graph.Errorf(graph.Unavailable, "the store %s is closed; open it again", s.path)
}

func translate(path string, err error) error {
	var e *driver.Error
	if errors.As(err, &e) {
		if m, ok := meanings[e.Code()&0xff]; ok {
			return &graph.Error{Code: m.code, Message: fmt.Sprintf(m.message, path), Err: err}
		}
	}
	return graph.Errorf(graph.Internal, "the store %s: %w", path, err)
}
