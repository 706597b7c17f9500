import { useEffect, useRef } from 'react'
import { spanText } from '../days'
import { Mark, Status } from '../shell/Status'
import { words } from '../words'
import classes from './Article.module.css'
import type { Passage } from './ArticlePage'

/** What was read in each passage, in the order of the text. */
export function Claims({ passages, chosen }: { passages: Passage[]; chosen: string }) {
  const list = useRef<HTMLElement>(null)
  useEffect(() => {
    const box = list.current
    const item = box?.querySelector<HTMLElement>('[data-chosen]')
    if (!box || !item) return
    const top = item.offsetTop // the list is positioned: offsets count from it
    if (top < box.scrollTop || top + item.offsetHeight > box.scrollTop + box.clientHeight) box.scrollTop = top - 16
  }, [chosen])

  const ordered = passages.toSorted((a, b) => a.start - b.start || a.end - b.end)
  return (
    <aside aria-label={words.article.claims} className={classes.claims} ref={list} tabIndex={0}>
      <h2>{words.article.claims}</h2>
      <p className="quiet">{passages.length === 0 ? words.article.noClaims : words.article.choose}</p>
      {ordered.map((passage) => (
        <section key={passage.id} id={`claims-${passage.id}`} className={classes.claim} data-chosen={passage.id === chosen || undefined}>
          <Claim passage={passage} />
        </section>
      ))}
    </aside>
  )
}

function Claim({ passage: { stages, attributions, allegations, attacks, summits } }: { passage: Passage }) {
  return (
    <>
      {stages.map((stage) => (
        <div key={stage.id}>
          <Kind name={words.article.kinds.stage} />
          <p>{stage.commitments.map((commitment) => commitment.summary).join('; ')}</p>
          <p className={classes.facts}>
            <Status status={stage.status} />
            <span>{spanText(stage.first, stage.last)}</span>
            {stage.stance === 'DENIES' && <Mark>{words.commitment.denied}</Mark>}
            {stage.hedge && <Mark>{words.commitment.hedged(stage.hedge)}</Mark>}
          </p>
          <Fact name={words.ask.actors} values={stage.actors} />
          <Fact name={words.commitment.conditions} values={stage.conditionText ? [{ name: stage.conditionText }] : stage.conditions} />
          <Fact name={words.commitment.covers} values={stage.covers} />
          <Fact name={words.commitment.excludes} values={stage.excludes} />
          {stage.saidBy && <p className="quiet">{words.commitment.saidBy(stage.saidBy)}</p>}
        </div>
      ))}
      {attributions.map(({ id, stance, by, blames, attack }) => (
        <div key={id}>
          <Kind name={words.article.kinds.attribution} />
          <p>{words.article.says(stance, by?.name, blames?.name, attack?.name)}</p>
        </div>
      ))}
      {allegations.map(({ id, stance, by, against, commitment }) => (
        <div key={id}>
          <Kind name={words.article.kinds.allegation} />
          <p>{words.article.says(stance, by?.name, against?.name, commitment?.summary)}</p>
        </div>
      ))}
      {attacks.map(({ id, name, first, last }) => (
        <Event key={id} kind={words.article.kinds.attack} name={name} days={spanText(first, last)} />
      ))}
      {summits.map(({ id, name, place, first, last }) => (
        <Event key={id} kind={words.article.kinds.summit} name={[name, place].filter(Boolean).join(', ')} days={spanText(first, last)} />
      ))}
    </>
  )
}

function Kind({ name }: { name: string }) {
  return <h3 className={classes.kind}>{name}</h3>
}

function Fact({ name, values }: { name: string; values: { name: string }[] }) {
  if (values.length === 0) return null
  return (
    <p>
      <span className="quiet">{name}: </span>
      {words.list(values.map((value) => value.name))}
    </p>
  )
}

function Event({ kind, name, days }: { kind: string; name?: string | null; days: string }) {
  return (
    <div>
      <Kind name={kind} />
      <p>
        {name} {days && <span className="quiet">({days})</span>}
      </p>
    </div>
  )
}
