import { dayText } from '../days'
import type { StageReportFragment } from '../generated'
import { webLink } from '../links'
import { address, Link } from '../route'
import { words } from '../words'
import classes from './Evidence.module.css'

type Passage = StageReportFragment['evidence'][number]

/** The sentences that say so, each with who published it, when, and the way to its text; or where the catalogue read it. */
export function Evidence({ passages, source }: { passages: Passage[]; source?: string | null }) {
  if (passages.length === 0) return <p className={classes.source}>{source ? <Source source={source} /> : words.commitment.noEvidence}</p>
  return (
    <ul className={classes.evidence} aria-label={words.commitment.evidence}>
      {passages.map((passage) => (
        <li key={passage.id}>
          <figure>
            <blockquote dir="auto">{passage.text}</blockquote>
            <Citation passage={passage} />
          </figure>
        </li>
      ))}
    </ul>
  )
}

function Citation({ passage: { id, article } }: { passage: Passage }) {
  if (!article) return null
  const title = article.title || words.commitment.untitled
  const link = webLink(article.url)
  return (
    <figcaption>
      {article.outlet && <span dir="auto">{article.outlet}, </span>}
      {article.published ? <time dateTime={article.published}>{dayText(article.published)}</time> : words.commitment.undated}
      {': '}
      <cite dir="auto">{link ? <Elsewhere href={link}>{title}</Elsewhere> : title}</cite>
      {' · '}
      <Link className={classes.context} href={address(`/article/${encodeURIComponent(article.id)}`, { passage: id })}>{words.commitment.inContext}</Link>
    </figcaption>
  )
}

function Source({ source }: { source: string }) {
  const link = webLink(source)
  return (
    <>
      {words.commitment.catalogue} {link ? <Elsewhere href={link}>{source}</Elsewhere> : source}
    </>
  )
}

/** A link that leaves this site, without telling the other where one came from. */
export function Elsewhere({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
      <span aria-hidden="true"> ↗</span>
      <span className="unseen"> {words.commitment.elsewhere}</span>
    </a>
  )
}
