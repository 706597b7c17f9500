import { spanText } from '../days'
import type { CommitmentCardFragment } from '../generated'
import { Mark, Status } from '../shell/Status'
import { words } from '../words'
import { alone } from './declared'
import { Evidence } from './Evidence'
import classes from './Group.module.css'

type Stage = CommitmentCardFragment['stagesConnection']['edges'][number]['node']

/** One commitment: what was reported of it, newest first, each report with its sentences. */
export function CommitmentCard({ commitment }: { commitment: CommitmentCardFragment }) {
  const { summary, instrument, partiesConnection: parties, stagesConnection } = commitment
  const [newest, ...older] = stagesConnection.edges.map((edge) => edge.node)
  const declared = alone(commitment)
  const names = parties.edges.map((edge) => edge.node.name)
  const told = names.every((name) => summary?.includes(name)) // the summary of a pledge names its parties
  return (
    <article className={classes.card}>
      <h4>{summary}</h4>
      <p className={classes.parties}>
        {[!told && words.names(names, parties.totalCount), instrument && words.commitment.under(instrument.name)].filter(Boolean).join(' · ')}
      </p>
      {newest && <Report stage={newest} declared={declared} parties={parties.totalCount} />}
      {older.length > 0 && (
        <details className={classes.older}>
          <summary>{words.commitment.older(older.length, stagesConnection.totalCount - 1)}</summary>
          {older.map((stage) => (
            <Report key={stage.id} stage={stage} declared={declared} parties={parties.totalCount} />
          ))}
        </details>
      )}
    </article>
  )
}

function Report({ stage, declared, parties }: { stage: Stage; declared: boolean; parties: number }) {
  const { status, stance, actors, first, last, hedge, saidBy, conditionText, conditions, evidence, act } = stage
  return (
    <div className={classes.report}>
      <p className={classes.when}>
        <Status status={declared && status === 'AGREED' ? 'DECLARED' : status} />
        {actors.length < parties && <strong>{words.list(actors.map((actor) => actor.name))}</strong>}
        <span>{spanText(first, last)}</span>
        {stance === 'DENIES' && <Mark>{words.commitment.denied}</Mark>}
        {hedge && <Mark>{words.commitment.hedged(hedge)}</Mark>}
        {saidBy && <span className="quiet">{words.commitment.saidBy(saidBy)}</span>}
      </p>
      <dl className={classes.terms}>
        <Terms name={words.commitment.conditions} terms={conditionText ? [conditionText] : conditions.map((c) => c.name)} />
        <Terms name={words.commitment.covers} terms={stage.covers.map((c) => c.name)} />
        <Terms name={words.commitment.excludes} terms={stage.excludes.map((c) => c.name)} />
        <Terms name={words.commitment.toward} terms={stage.toward.map((a) => a.name)} />
      </dl>
      <Evidence passages={evidence} source={act?.source} />
    </div>
  )
}

function Terms({ name, terms }: { name: string; terms: string[] }) {
  if (terms.length === 0) return null
  return (
    <div>
      <dt>{name}</dt>
      <dd>{words.list(terms)}</dd>
    </div>
  )
}
