import { Button } from '@mantine/core'
import { type ReactNode } from 'react'
import { type CombinedError } from 'urql'
import { trouble } from '../client'
import { words } from '../words'
import classes from './State.module.css'

/** A page's or a part's state that is no content: empty, refused, failed, offline. */
export function State({ title, children, alert = false }: { title: string; children?: ReactNode; alert?: boolean }) {
  return (
    <section className={classes.state} role={alert ? 'alert' : undefined}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

/** What went wrong, and a way to try again. */
export function Trouble({ error, again }: { error: CombinedError; again: () => void }) {
  const { kind, message } = trouble(error)
  return (
    <State title={words.trouble[kind]} alert>
      {kind === 'offline' ? <p>{words.trouble.offlineHint}</p> : <p>{message}</p>}
      {kind !== 'refused' && (
        <Button variant="default" onClick={again}>
          {words.trouble.again}
        </Button>
      )}
    </State>
  )
}
