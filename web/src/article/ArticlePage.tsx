import { Skeleton } from '@mantine/core'
import { useEffect } from 'react'
import { useQuery } from 'urql'
import { Elsewhere } from '../ask/Evidence'
import { dayText } from '../days'
import { ArticleDocument, type ArticleQuery } from '../generated'
import { webLink } from '../links'
import { Link, usePlace } from '../route'
import { State, Trouble } from '../shell/State'
import { words } from '../words'
import classes from './Article.module.css'
import { Claims } from './Claims'
import { MarkedText } from './MarkedText'

export type Article = NonNullable<ArticleQuery['article']>
export type Passage = Article['passages'][number]

/** An article: its text with the passages that carry claims, and beside it what was read there. `?passage=` names the one chosen. */
export default function ArticlePage({ id }: { id: string }) {
  const [{ data, error, fetching }, again] = useQuery({ query: ArticleDocument, variables: { id } })
  const article = data?.article

  useEffect(() => {
    document.title = `${article?.title ?? words.article.title} · ${words.name}`
  }, [article?.title])

  if (article) return <Shown article={article} />
  if (error) return <Trouble error={error} again={() => again({ requestPolicy: 'network-only' })} />
  if (fetching) return <Waiting />
  return (
    <State title={words.article.missingTitle}>
      <p>{words.article.missing}</p>
      <Link href="/">{words.trouble.home}</Link>
    </State>
  )
}

function Waiting() {
  return (
    <div role="status">
      <span className="unseen">{words.trouble.loading}</span>
      <Skeleton height={40} width="70%" mb="xl" />
      <Skeleton height={420} width="60%" />
    </div>
  )
}

function Shown({ article }: { article: Article }) {
  const chosen = usePlace().searchParams.get('passage') ?? ''
  const link = webLink(article.url)
  const lang = article.language ?? undefined

  useEffect(() => {
    document.getElementById(`passage-${chosen}`)?.scrollIntoView({ block: 'center' })
  }, [chosen])

  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <h1 dir="auto" lang={lang}>
          {article.title || words.commitment.untitled}
        </h1>
        <p className="quiet">
          {[article.outlet, article.published ? words.article.published(dayText(article.published)) : words.commitment.undated].filter(Boolean).join(', ')}
        </p>
        {link && (
          <p>
            <Elsewhere href={link}>{words.article.source}</Elsewhere>
          </p>
        )}
      </header>
      <section aria-label={words.article.text} className={classes.text} dir="auto" lang={lang}>
        <MarkedText text={article.text} passages={article.passages} chosen={chosen} path={`/article/${encodeURIComponent(article.id)}`} />
      </section>
      <Claims passages={article.passages} chosen={chosen} />
    </div>
  )
}
