package graph

import (
	"errors"
	"fmt"
)

// Code says what kind of trouble an error is; extensions.code, the exit code and the log line come from it.
type Code string

const (
	Invalid     Code = "INVALID"     // what was asked or given is wrong; the message names the place and the remedy
	NotFound    Code = "NOT_FOUND"   // no such thing
	Conflict    Code = "CONFLICT"    // somebody else wrote meanwhile, or the store is of another version
	Unavailable Code = "UNAVAILABLE" // the store or a source does not answer; trying again may help
	Internal    Code = "INTERNAL"    // our fault; masked outside
)

// Error is an error with a code and one sentence for a person.
type Error struct {
	Code    Code
	Message string
	Err     error // what lay beneath, if anything; never shown outside
}

func (e *Error) Error() string { return e.Message }
func (e *Error) Unwrap() error { return e.Err }

// Errorf makes an Error; %w keeps what lay beneath.
func Errorf(code Code, format string, args ...any) error {
	err := fmt.Errorf(format, args...)
	return &Error{Code: code, Message: err.Error(), Err: errors.Unwrap(err)}
}

// CodeOf is the code of err: that of the nearest Error, else Internal; "" for nil.
func CodeOf(err error) Code {
	var e *Error
	switch {
	case err == nil:
		return ""
	case errors.As(err, &e):
		return e.Code
	}
	return Internal
}
