package neo4j

import (
	"context"
	"errors"
	"strings"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/treatygraph/treatygraph/graph"
)

var errClosed = graph.Errorf(graph.Unavailable, "the store is closed; open it again")

// toError turns what the driver says into an error of ours, by its type and its code. No message holds an address or a password.
func toError(err error) error {
	var (
		ours   *graph.Error
		server *driver.Neo4jError
		lost   *driver.ConnectivityError
		limit  *driver.TransactionExecutionLimit
	)
	switch {
	case err == nil || errors.As(err, &ours):
		return err
	case errors.As(err, &server):
		return serverError(server)
	case errors.As(err, &limit):
		// What was tried again until the time was up: the last error tells why.
		if errors.As(errors.Join(limit.Errors...), &server) {
			return serverError(server)
		}
		return &graph.Error{Code: graph.Unavailable, Message: "Neo4j cannot be reached; try again", Err: err}
	case errors.As(err, &lost):
		return &graph.Error{Code: graph.Unavailable, Message: "Neo4j cannot be reached; try again", Err: err}
	case errors.Is(err, context.DeadlineExceeded):
		return &graph.Error{Code: graph.Unavailable, Message: "Neo4j did not answer in time; try again, or ask for less", Err: err}
	case errors.Is(err, context.Canceled):
		return &graph.Error{Code: graph.Unavailable, Message: "given up before Neo4j answered", Err: err}
	}
	return &graph.Error{Code: graph.Internal, Message: "Neo4j's driver failed", Err: err}
}

// serverError tells what a server's code means (Neo4j Status Codes, "Neo4j error codes").
func serverError(err *driver.Neo4jError) error {
	say := func(code graph.Code, message string) error {
		return &graph.Error{Code: code, Message: message, Err: err}
	}
	switch code := strings.TrimPrefix(err.Code, "Neo."); {
	case code == "ClientError.Security.AuthenticationRateLimit":
		return say(graph.Unavailable, "Neo4j refuses all users after too many wrong passwords; wait some seconds")
	case code == "ClientError.Security.Forbidden":
		return say(graph.Invalid, "the user may not do this in Neo4j; it needs the rights to read, to write and to change the schema")
	case strings.HasPrefix(code, "ClientError.Security."):
		return say(graph.Invalid, "Neo4j refuses the user or the password; correct NEO4J_USERNAME and NEO4J_PASSWORD")
	case code == "ClientError.Database.DatabaseNotFound":
		return say(graph.Invalid, "Neo4j has no such database; create it, or name another")
	case isDeadlock(err), code == "ClientError.Schema.ConstraintValidationFailed":
		return say(graph.Conflict, "others wrote the same at the same time; try again")
	case strings.HasPrefix(code, "ClientError.Transaction."), strings.HasPrefix(code, "ClientError.Cluster."), strings.HasPrefix(code, "TransientError."):
		return say(graph.Unavailable, "Neo4j could not finish this in time; try again")
	}
	return say(graph.Internal, "Neo4j failed: "+err.Code)
}

func isDeadlock(err error) bool {
	var server *driver.Neo4jError
	return errors.As(err, &server) && server.Code == "Neo.TransientError.Transaction.DeadlockDetected"
}
