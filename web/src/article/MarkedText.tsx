import { address, Link } from '../route'
import classes from './Article.module.css'
import type { Passage } from './ArticlePage'
import { segments } from './segments'

interface Props {
  text: string
  passages: Passage[]
  chosen: string
  path: string
}

/** The text as words alone, whatever it holds; each passage is a link that chooses it. Where passages overlap, the shortest is chosen. */
export function MarkedText({ text, passages, chosen, path }: Props) {
  const length = new Map(passages.map((p) => [p.id, p.end - p.start]))
  const begun = new Set<string>()
  return segments(text, passages).map((segment, i) => {
    const ids = segment.passages.toSorted((a, b) => (length.get(a) ?? 0) - (length.get(b) ?? 0))
    if (ids[0] === undefined) return <span key={i}>{segment.text}</span>
    const anchor = ids.find((id) => !begun.has(id))
    ids.forEach((id) => begun.add(id))
    return (
      <mark key={i} id={anchor && `passage-${anchor}`} className={classes.mark} data-chosen={ids.includes(chosen) || undefined}>
        <Link href={address(path, { passage: ids[0] })} aria-describedby={`claims-${ids[0]}`} aria-current={ids.includes(chosen) || undefined}>
          {segment.text}
        </Link>
      </mark>
    )
  })
}
