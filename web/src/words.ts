// Every word that the pages say, in one place, so that another language is one more file of this shape. What articles say, names of
// actors and the sentence of an answer come from the server.

import type { Stance } from './generated'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const number = new Intl.NumberFormat('en-GB')
const list = (names: string[]) => new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(names)
const counted = (n: number, one: string, many: string) => `${number.format(n)} ${n === 1 ? one : many}`
// What somebody says of a deed or a breach, by stance; whom it is said of may be untold.
const says: Record<Stance, (by: string, whom?: string) => string> = {
  REPORTS: (by, whom) => `${by} reports it${whom ? ` of ${whom}` : ''}`,
  DENIES: (by, whom) => (whom && whom !== by ? `${by} denies that ${whom} did it` : `${by} denies it`),
  ADMITS: (by) => `${by} admits it`,
  ACCUSES: (by, whom) => `${by} accuses ${whom ?? 'somebody'}`,
  ALLEGES: (by, whom) => `${by} alleges a breach${whom ? ` by ${whom}` : ''}`,
}

export const words = {
  name: 'treatygraph',
  day: (day: number, month: number, year: number) => `${day} ${months[month - 1]} ${year}`,
  by: (day: string) => `by ${day}`,
  fromTo: (first: string, last: string) => (first === last ? first : `${first} – ${last}`),
  list,
  names: (names: string[], total: number) => list(total > names.length ? [...names, `${number.format(total - names.length)} more`] : names),

  shell: {
    skip: 'Skip to content',
    nav: 'Pages',
    schemes: { auto: 'as the system', light: 'light', dark: 'dark' },
    scheme: (now: string, next: string) => `Colours: ${now}. Change to ${next}`,
    footer: 'treatygraph reports what articles say, each claim with its sentence. It does not judge who kept a promise.',
    licenses: 'Licences:',
    ofDashboard: 'dashboard',
    ofTypeface: 'typeface',
  },

  trouble: {
    offline: 'The server does not answer',
    offlineHint: 'Is “treatygraph serve” running, and this machine online? What is shown may be out of date.',
    failed: 'The server could not answer',
    refused: 'This question cannot be answered as it is',
    again: 'Try again',
    loading: 'Loading',
    crashed: 'This page failed',
    unknownTitle: 'No such page',
    unknown: 'Nothing is found at this address.',
    home: 'Ask a question',
  },

  status: {
    PROPOSED: 'Proposed',
    NEGOTIATING: 'Negotiating',
    DECLARED: 'Declared',
    AGREED: 'Agreed',
    SIGNED: 'Signed',
    RATIFIED: 'Ratified',
    IN_FORCE: 'In force',
    SUSPENDED: 'Suspended',
    WITHDRAWN: 'Withdrawn',
    TERMINATED: 'Terminated',
    DROPPED: 'Dropped',
    REJECTED: 'Rejected',
  },

  ask: {
    nav: 'Ask',
    title: 'Who committed to what?',
    lead: 'Ask about a commitment between states. The answer names who holds it, since when and on what conditions, with the sentence that says so.',
    label: 'Your question',
    placeholder: 'no first use on critical infrastructure',
    button: 'Ask',
    examplesTitle: 'For example',
    examples: [
      'no first use on critical infrastructure',
      'theft of intellectual property',
      'ban on nuclear tests',
      'INF Treaty',
    ],
    clocks: 'As of',
    valid: 'What held on',
    validHint: 'The day the question is about',
    known: 'As known on',
    knownHint: 'Only what was published by that day',
    today: 'Today',
    docTitle: (question: string) => `${question} · treatygraph`,

    answer: 'Answer',
    asOf: (valid: string, known: string) => (valid === known ? `${valid}, as known that day` : `${valid}, as known on ${known}`),
    understood: 'Understood as',
    alternatives: 'Or did you mean',
    notUnderstoodTitle: (question: string) => `No principle answers to “${question}”`,
    notUnderstood: 'Try fewer or other words, or choose one of these:',

    group: (actors: number, commitments: number) =>
      [actors && counted(actors, 'actor', 'actors'), commitments && counted(commitments, 'commitment', 'commitments')].filter(Boolean).join(', '),
    actors: 'Who',
    more: (n: number) => `and ${counted(n, 'more', 'more')}`,
    since: (day: string) => `since ${day}`,
    ended: (status: string, day: string) => (day ? `${status} on ${day}` : status),
    moreCommitments: (n: number) => `${counted(n, 'further commitment', 'further commitments')} of this status: narrow the question to see them.`,

    nearest: 'What comes nearest',
    nearestLead: 'Nobody is reported to have agreed. These norms, stated elsewhere, are closest to the question:',
    statedIn: (name: string, locator: string) => `stated in ${name}${locator ? `, ${locator}` : ''}`,

    ground: 'What this rests on',
    groundText: (articles: number, first: string, last: string) =>
      articles === 0
        ? 'No article of this store speaks of it; the answer is only as complete as what was imported.'
        : `${counted(articles, 'article', 'articles')}, published ${first && first !== last ? `between ${first} and ${last}` : `on ${last}`}. Beside them, only the treaty acts and texts of the catalogue are known here.`,
    query: 'Open as a GraphQL query',

    emptyTitle: 'This store holds no articles yet',
    empty: 'Import some, and ask again. An article may be plain text, HTML, JSONL or a folder of JSON files:',
    emptyCommand: 'treatygraph import FILE',
    demo: 'Or start with the bundled examples:',
    demoCommand: 'treatygraph serve --demo',
  },

  commitment: {
    under: (name: string) => `Under ${name}`,
    conditions: 'On condition',
    covers: 'Covers',
    excludes: 'Excludes',
    toward: 'Toward',
    saidBy: (who: string) => `said by ${who}`,
    hedged: (hedge: string) => `hedged: “${hedge}”`,
    denied: 'denied',
    disputed: 'disputed',
    evidence: 'The sentences',
    noEvidence: 'No sentence is stored: this comes from the catalogue.',
    inContext: 'read in context',
    untitled: 'Untitled article',
    undated: 'undated',
    catalogue: 'From the catalogue, read at',
    older: (shown: number, all: number) => counted(all, 'earlier report', 'earlier reports') + (shown < all ? `, the newest ${shown} of them` : ''),
    elsewhere: '(leads to another site)',
  },

  article: {
    title: 'Article',
    published: (day: string) => `published ${day}`,
    source: 'Where it was found',
    text: 'Text, with the passages that carry claims',
    claims: 'What it was read to say',
    noClaims: 'Nothing in this text was read as a claim.',
    choose: 'Choose a marked passage to see what was read there.',
    missingTitle: 'No such article',
    missing: 'It may have been removed, or this link belongs to another store.',
    kinds: { stage: 'Commitment', attribution: 'Who did it', allegation: 'Breach alleged', attack: 'Attack', summit: 'Meeting' },
    says: (stance: Stance, by = 'Somebody', whom?: string, what?: string | null) => [says[stance](by, whom), what].filter(Boolean).join(': '),
  },

  playground: {
    nav: 'Playground',
    title: 'treatygraph playground',
    toDashboard: 'Dashboard',
    library: 'Example queries',
    libraryHint: 'Each opens in a new tab; run it with Ctrl+Enter.',
  },
}
