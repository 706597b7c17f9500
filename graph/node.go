package graph

import (
	"fmt"
	"reflect"
)

// Node is any node of the graph: a pointer to one of this package's structs whose fields carry a graph tag.
type Node interface{ NodeID() string }

func (n *Actor) NodeID() string        { return n.ID }
func (n *Term) NodeID() string         { return n.ID }
func (n *Principle) NodeID() string    { return n.ID }
func (n *Instrument) NodeID() string   { return n.ID }
func (n *TreatyAction) NodeID() string { return n.ID }
func (n *Summit) NodeID() string       { return n.ID }
func (n *Attack) NodeID() string       { return n.ID }
func (n *Commitment) NodeID() string   { return n.ID }
func (n *Stage) NodeID() string        { return n.ID }
func (n *Standing) NodeID() string     { return n.ID }
func (n *Attribution) NodeID() string  { return n.ID }
func (n *Allegation) NodeID() string   { return n.ID }
func (n *Article) NodeID() string      { return n.ID }
func (n *Passage) NodeID() string      { return n.ID }
func (n *Review) NodeID() string       { return n.ID }

// ValueType is the type of a property's values.
type ValueType int

const (
	Text  ValueType = iota // string; "" is not told
	Texts                  // []string
	Int                    // int
	Float                  // float64
	Bool                   // bool
)

// Property is a property of a kind, read and written through the struct that holds it.
type Property struct {
	Name string // as in the graph and in GraphQL
	Type ValueType
	Day  bool // a Text that holds a Day or a date told in part

	index int
}

// Value gives the node's value: string, []string, int, float64 or bool.
func (p *Property) Value(n Node) any {
	return reflect.ValueOf(p.Pointer(n)).Elem().Interface()
}

// Pointer gives where the node keeps the value: *string, *[]string, *int, *float64 or *bool. It panics when n is of another kind.
func (p *Property) Pointer(n Node) any {
	f := reflect.ValueOf(n).Elem().Field(p.index).Addr()
	return f.Convert(pointers[p.Type]).Interface()
}

var pointers = map[ValueType]reflect.Type{
	Text: reflect.TypeFor[*string](), Texts: reflect.TypeFor[*[]string](), Int: reflect.TypeFor[*int](),
	Float: reflect.TypeFor[*float64](), Bool: reflect.TypeFor[*bool](),
}

// kindOf makes the entry of a kind in the table from the struct that holds its nodes.
func kindOf[T any, P interface {
	*T
	Node
}](name string, labels ...string) *Kind {
	k := &Kind{Name: name, Labels: labels, properties: map[string]*Property{}, edges: map[string]*Edge{}, make: func() Node { return P(new(T)) }}
	t := reflect.TypeFor[T]()
	for i := range t.NumField() {
		f := t.Field(i)
		p := &Property{Name: f.Tag.Get("graph"), index: i, Day: f.Type == reflect.TypeFor[Day]()}
		switch f.Type.Kind() {
		case reflect.String:
			p.Type = Text
		case reflect.Slice:
			p.Type = Texts
		case reflect.Int:
			p.Type = Int
		case reflect.Float64:
			p.Type = Float
		case reflect.Bool:
			p.Type = Bool
		default:
			panic(fmt.Sprintf("graph: %s.%s has no type of a property", name, f.Name))
		}
		k.Properties = append(k.Properties, p)
		k.properties[p.Name] = p
	}
	k.goType = reflect.TypeFor[P]()
	return k
}
