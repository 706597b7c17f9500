// Package schema is the GraphQL contract (*.graphqls) and its resolvers, which are thin: arguments to a query, one call to the store, a
// page to a connection. Edges are followed level by level (see level), so that a query costs one call for each of its levels. It knows
// no HTTP and no database.
package schema

//go:generate go run ./generate
//go:generate go tool gqlgen
