package schema

import "context"

type userKey struct{}

// WithUser names who asks: reviews bear the name.
func WithUser(ctx context.Context, name string) context.Context {
	return context.WithValue(ctx, userKey{}, name)
}

// userOf is who asks; "local" where nobody is named.
func userOf(ctx context.Context) string {
	if name, ok := ctx.Value(userKey{}).(string); ok {
		return name
	}
	return "local"
}
