import type { AskQuery, CommitmentCardFragment, Status } from '../generated'

type GroupReply = AskQuery['whoCommitted']['groups'][number]

/** A group of an answer under the status that is shown. */
export type ShownGroup = Omit<GroupReply, 'status'> & { status: Status | 'DECLARED' }

/** Whether a pledge is that of one state alone: outside any instrument, and no report names another who agreed. */
export function alone({ instrument, stagesConnection }: CommitmentCardFragment): boolean {
  const stages = stagesConnection.edges.map((edge) => edge.node)
  const agreed = stages.filter((stage) => stage.status === 'AGREED' && stage.stance === 'REPORTS')
  const actors = agreed.flatMap((stage) => stage.actors)
  return !instrument && new Set(actors.map((actor) => actor.code)).size === 1 && actors[0]?.label === 'Country'
}

/** Takes the pledges of one state alone out of AGREED: those were declared, nobody agreed to them. */
export function shownGroups(groups: GroupReply[]): ShownGroup[] {
  return groups.flatMap<ShownGroup>((group) => {
    const declared = group.commitments.filter(alone)
    if (group.status !== 'AGREED' || declared.length === 0) return [group]
    const commitments = group.commitments.filter((commitment) => !alone(commitment))
    const together = new Set(commitments.flatMap((commitment) => commitment.partiesConnection.edges.map((edge) => edge.node.code)))
    const parts: ShownGroup[] = [
      { ...group, commitments, total: group.total - declared.length, actors: group.actors.filter(({ actor }) => together.has(actor.code)) },
      { ...group, status: 'DECLARED', commitments: declared, total: declared.length, actors: group.actors.filter(({ actor }) => !together.has(actor.code)) },
    ]
    return parts.filter((part) => part.total > 0)
  })
}
