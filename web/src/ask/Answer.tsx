import { Skeleton } from '@mantine/core'
import { useQuery } from 'urql'
import { dayText } from '../days'
import { AskDocument, type AskQuery, type SuggestionsQuery } from '../generated'
import { address, Link } from '../route'
import { State, Trouble } from '../shell/State'
import { words } from '../words'
import classes from './Answer.module.css'
import askQuery from './ask.graphql?raw'
import { shownGroups } from './declared'
import { Group } from './Group'
import { askAddress, type Question } from './question'


type Reply = AskQuery['whoCommitted']
type Principle = SuggestionsQuery['principles']['edges'][number]['node']

/** The answer to a question: the sentence first, then what it was taken to mean, who holds what, what is nearest, the ground. */
export function Answer({ question, principles }: { question: Question; principles: Principle[] }) {
  const variables = { about: question.q, asOf: { validAt: question.valid || null, knownAt: question.known || null } }
  const [{ data, error, fetching }, again] = useQuery({ query: AskDocument, variables })

  return (
    <>
      <p role="status" className="unseen">
        {data?.whoCommitted.sentence ?? (fetching ? words.trouble.loading : '')}
      </p>
      {data ? (
        <Told reply={data.whoCommitted} question={question} principles={principles} variables={variables} />
      ) : error ? (
        <Trouble error={error} again={() => again({ requestPolicy: 'network-only' })} />
      ) : (
        <Waiting />
      )}
    </>
  )
}

function Waiting() {
  return (
    <div className={classes.answer}>
      <Skeleton height={34} width="85%" mb="sm" />
      <Skeleton height={34} width="55%" mb="xl" />
      <Skeleton height={120} mb="md" />
      <Skeleton height={220} />
    </div>
  )
}

interface ToldProps {
  reply: Reply
  question: Question
  principles: Principle[]
  variables: object
}

function Told({ reply, question, principles, variables }: ToldProps) {
  const { understood, groups, nearest, ground } = reply
  const named = (matches: { slug: string }[]) => matches.flatMap(({ slug }) => principles.find((p) => p.slug === slug) ?? [])
  if (understood.principles.length + understood.instruments.length === 0) {
    const alternatives = named(understood.alternatives)
    return <NotUnderstood question={question} choices={alternatives.length > 0 ? alternatives : principles} />
  }
  return (
    <article className={classes.answer} aria-label={words.ask.answer}>
      <h2 className={classes.sentence}>{reply.sentence}</h2>
      <Understood reply={reply} question={question} instruments={instrumentNames(reply)} principles={named(understood.principles)} alternatives={named(understood.alternatives)} />
      {shownGroups(groups).map((group) => (
        <Group key={group.status} group={group} />
      ))}
      {nearest.length > 0 && <Nearest nearest={nearest} question={question} />}
      <section className={classes.ground}>
        <h3>{words.ask.ground}</h3>
        <p>{words.ask.groundText(ground.articles, dayText(ground.first), dayText(ground.last))}</p>
        <p className="screen">
          <a href={address('/playground', { query: askQuery, variables: JSON.stringify(variables, null, 2) })}>{words.ask.query}</a>
        </p>
      </section>
    </article>
  )
}

/** What the instruments that a question names are called, as far as commitments of the answer tell. */
function instrumentNames({ understood, groups }: Reply): string[] {
  const known = groups.flatMap((group) => group.commitments.flatMap((commitment) => commitment.instrument ?? []))
  return understood.instruments.map((slug) => known.find((instrument) => instrument.slug === slug)?.name ?? slug)
}

interface UnderstoodProps {
  reply: Reply
  question: Question
  instruments: string[]
  principles: Principle[]
  alternatives: Principle[]
}

function Understood({ reply, question, instruments, principles, alternatives }: UnderstoodProps) {
  return (
    <dl className={classes.understood}>
      {principles.length + instruments.length > 0 && (
        <div>
          <dt>{words.ask.understood}</dt>
          {principles.map((principle) => (
            <dd key={principle.slug}>
              {principle.name}
              {principle.meaning && <span className={classes.meaning}>{principle.meaning}</span>}
            </dd>
          ))}
          {instruments.map((name) => (
            <dd key={name}>{name}</dd>
          ))}
        </div>
      )}
      {alternatives.length > 0 && (
        <div className="screen">
          <dt>{words.ask.alternatives}</dt>
          {alternatives.map((principle) => (
            <dd key={principle.slug}>
              <Link href={askAddress({ ...question, q: principle.name })}>{principle.name}</Link>
            </dd>
          ))}
        </div>
      )}
      <div>
        <dt>{words.ask.clocks}</dt>
        <dd>{words.ask.asOf(dayText(reply.validAt), dayText(reply.knownAt))}</dd>
      </div>
    </dl>
  )
}

function Nearest({ nearest, question }: { nearest: Reply['nearest']; question: Question }) {
  return (
    <section className={classes.nearest}>
      <h3>{words.ask.nearest}</h3>
      <p className="quiet">{words.ask.nearestLead}</p>
      <ul>
        {nearest.map(({ principle, instrument, locator }) => (
          <li key={`${principle.slug} ${instrument?.name} ${locator}`}>
            <Link href={askAddress({ ...question, q: principle.name })}>{principle.name}</Link>
            {instrument && <span className="quiet">, {words.ask.statedIn(instrument.name, locator ?? '')}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function NotUnderstood({ question, choices }: { question: Question; choices: Principle[] }) {
  return (
    <State title={words.ask.notUnderstoodTitle(question.q)}>
      <p>{words.ask.notUnderstood}</p>
      <ul className={classes.choices}>
        {choices.toSorted((a, b) => a.name.localeCompare(b.name)).map((principle) => (
          <li key={principle.slug}>
            <Link href={askAddress({ ...question, q: principle.name })}>{principle.name}</Link>
          </li>
        ))}
      </ul>
    </State>
  )
}
