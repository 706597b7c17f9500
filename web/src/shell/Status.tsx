import { words } from '../words'
import classes from './Status.module.css'

/** The statuses of the graph, in the order in which they are shown, and DECLARED: the pledge of one state alone. */
export type StatusName = keyof typeof words.status

const kinds: Record<StatusName, 'talk' | 'consent' | 'ending'> = {
  PROPOSED: 'talk',
  NEGOTIATING: 'talk',
  DECLARED: 'consent',
  AGREED: 'consent',
  SIGNED: 'consent',
  RATIFIED: 'consent',
  IN_FORCE: 'consent',
  SUSPENDED: 'ending',
  WITHDRAWN: 'ending',
  TERMINATED: 'ending',
  DROPPED: 'ending',
  REJECTED: 'ending',
}

const shapes = {
  talk: <path d="M6 1.2a4.8 4.8 0 1 0 0 9.6 4.8 4.8 0 0 0 0-9.6Z M6 3a3 3 0 0 0 0 6" />,
  consent: <path d="M2 6.4 4.8 9.2 10 3.2" />,
  ending: <path d="M2.8 2.8 9.2 9.2M9.2 2.8 2.8 9.2" />,
}

/** A status as a word with a shape; colour only repeats them. */
export function Status({ status }: { status: StatusName }) {
  const kind = kinds[status]
  return (
    <span className={classes.status} data-kind={kind}>
      <svg viewBox="0 0 12 12" width="12" height="12" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" aria-hidden="true">
        {shapes[kind]}
      </svg>
      {words.status[status]}
    </span>
  )
}

/** A warning beside a claim: disputed, hedged, denied. */
export function Mark({ children }: { children: string }) {
  return <span className={classes.mark}>{children}</span>
}
