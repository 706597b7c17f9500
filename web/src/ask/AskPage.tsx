import { useEffect } from 'react'
import { useQuery } from 'urql'
import { SuggestionsDocument } from '../generated'
import { Link, usePlace } from '../route'
import { State } from '../shell/State'
import { words } from '../words'
import { Answer } from './Answer'
import classes from './Ask.module.css'
import { AskForm } from './AskForm'
import { askAddress, questionOf } from './question'

/** The home page: one question, the two clocks, and the answer. All three stand in the address. */
export function AskPage() {
  const place = usePlace()
  const question = questionOf(place.searchParams)
  const [{ data }] = useQuery({ query: SuggestionsDocument })
  const principles = data?.principles.edges.map((edge) => edge.node) ?? []

  useEffect(() => {
    document.title = question.q ? words.ask.docTitle(question.q) : words.name
  }, [question.q])

  return (
    <>
      <div className={question.q ? undefined : classes.hero}>
        <h1 className={question.q ? 'unseen' : classes.title}>{words.ask.title}</h1>
        {!question.q && <p className={classes.lead}>{words.ask.lead}</p>}
        <AskForm question={question} suggestions={principles.map((p) => p.name)} />
        {!question.q && <Examples />}
      </div>
      {data?.stats.articles.articles === 0 ? <Empty /> : question.q && <Answer key={askAddress(question)} question={question} principles={principles} />}
    </>
  )
}

function Examples() {
  return (
    <nav aria-label={words.ask.examplesTitle} className={classes.examples}>
      <span className="quiet">{words.ask.examplesTitle}</span>
      {words.ask.examples.map((example) => (
        <Link key={example} href={askAddress({ q: example, valid: '', known: '' })} className={classes.example}>
          {example}
        </Link>
      ))}
    </nav>
  )
}

/** What to do with a store that holds nothing yet. */
function Empty() {
  return (
    <State title={words.ask.emptyTitle}>
      <p>{words.ask.empty}</p>
      <pre>{words.ask.emptyCommand}</pre>
      <p>{words.ask.demo}</p>
      <pre>{words.ask.demoCommand}</pre>
    </State>
  )
}
