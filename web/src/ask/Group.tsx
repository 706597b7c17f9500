import { dayText } from '../days'
import { Mark, Status } from '../shell/Status'
import { words } from '../words'
import { CommitmentCard } from './CommitmentCard'
import type { ShownGroup } from './declared'
import classes from './Group.module.css'

/** Who holds one status, and the commitments that came to it. */
export function Group({ group }: { group: ShownGroup }) {
  const { status, actors, commitments, total } = group
  const id = `status-${status}`
  return (
    <section className={classes.group} aria-labelledby={id}>
      <h3 id={id} className={classes.heading}>
        <Status status={status} />
        <span className={classes.count}>{words.ask.group(actors.length, total)}</span>
      </h3>
      {actors.length > 0 && <Actors actors={actors} />}
      {commitments.map((commitment) => (
        <CommitmentCard key={commitment.id} commitment={commitment} />
      ))}
      {total > commitments.length && <p className="quiet">{words.ask.moreCommitments(total - commitments.length)}</p>}
    </section>
  )
}

const few = 24 // actors shown before the rest is folded

function Actors({ actors }: { actors: ShownGroup['actors'] }) {
  const rest = actors.slice(few)
  return (
    <>
      <ActorList actors={actors.slice(0, few)} />
      {rest.length > 0 && (
        <details className={classes.rest}>
          <summary>{words.ask.more(rest.length)}</summary>
          <ActorList actors={rest} />
        </details>
      )}
    </>
  )
}

function ActorList({ actors }: { actors: ShownGroup['actors'] }) {
  return (
    <ul className={classes.actors} aria-label={words.ask.actors}>
      {actors.map(({ actor, standing }) => (
        <li key={actor.code}>
          <strong>{actor.name}</strong>
          {standing.since && <span>{words.ask.since(dayText(standing.since))}</span>}
          {standing.ended && <span>{words.ask.ended(words.status[standing.ended], dayText(standing.endedOn))}</span>}
          {standing.disputed && <Mark>{words.commitment.disputed}</Mark>}
        </li>
      ))}
    </ul>
  )
}
