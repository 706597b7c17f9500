package graph

// Ref names each node among all nodes, by its kind and id.

func (n *Actor) Ref() Ref        { return Ref{Actors, n.ID} }
func (n *Term) Ref() Ref         { return Ref{Terms, n.ID} }
func (n *Principle) Ref() Ref    { return Ref{Principles, n.ID} }
func (n *Instrument) Ref() Ref   { return Ref{Instruments, n.ID} }
func (n *TreatyAction) Ref() Ref { return Ref{TreatyActions, n.ID} }
func (n *Summit) Ref() Ref       { return Ref{Summits, n.ID} }
func (n *Attack) Ref() Ref       { return Ref{Attacks, n.ID} }
func (n *Commitment) Ref() Ref   { return Ref{Commitments, n.ID} }
func (n *Stage) Ref() Ref        { return Ref{Stages, n.ID} }
func (n *Standing) Ref() Ref     { return Ref{Standings, n.ID} }
func (n *Attribution) Ref() Ref  { return Ref{Attributions, n.ID} }
func (n *Allegation) Ref() Ref   { return Ref{Allegations, n.ID} }
func (n *Article) Ref() Ref      { return Ref{Articles, n.ID} }
func (n *Passage) Ref() Ref      { return Ref{Passages, n.ID} }
func (n *Review) Ref() Ref       { return Ref{Reviews, n.ID} }

// Stander names the node that stands for n and others that are taken for one; nil where n stands for itself.
func (n *Summit) Stander() *Ref     { return stander(Summits, n.Same) }
func (n *Attack) Stander() *Ref     { return stander(Attacks, n.Same) }
func (n *Commitment) Stander() *Ref { return stander(Commitments, n.Same) }

func stander(k *Kind, same string) *Ref {
	if same == "" {
		return nil
	}
	return &Ref{k, same}
}
