import 'graphiql/setup-workers/vite'
import 'graphiql/style.css'
import './playground.css'
import { HISTORY_PLUGIN } from '@graphiql/plugin-history'
import { createGraphiQLFetcher } from '@graphiql/toolkit'
import { GraphiQL } from 'graphiql'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { words } from '../words'
import { examples } from './examples'
import { library, wide } from './library'

const fetcher = createGraphiQLFetcher({ url: '/graphql' })
const asked = new URLSearchParams(location.search) // ?query=&variables= opens a query that somebody shared

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <header className="bar">
      <h1>{words.playground.title}</h1>
      <a href="/">{words.playground.toDashboard}</a>
    </header>
    <main>
      <GraphiQL
        fetcher={fetcher}
        plugins={[library, HISTORY_PLUGIN]}
        visiblePlugin={wide() ? library : undefined}
        defaultQuery={examples[0]?.query}
        initialQuery={asked.get('query') ?? undefined}
        initialVariables={asked.get('variables') ?? undefined}
      />
    </main>
  </StrictMode>,
)
