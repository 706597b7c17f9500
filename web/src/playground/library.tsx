import { useGraphiQL, useGraphiQLActions, type GraphiQLPlugin } from '@graphiql/react'
import { words } from '../words'
import { examples, type Example } from './examples'

/** Whether the panel finds room beside the editor. */
export const wide = () => window.matchMedia('(min-width: 900px)').matches

/** The panel of example queries: a click opens one in a new tab. */
function Library() {
  const queryEditor = useGraphiQL((state) => state.queryEditor)
  const variableEditor = useGraphiQL((state) => state.variableEditor)
  const { addTab, setVisiblePlugin } = useGraphiQLActions()

  function open(example: Example) {
    if (queryEditor?.getValue().trim()) addTab()
    queryEditor?.setValue(example.query)
    variableEditor?.setValue(example.variables)
    queryEditor?.focus()
    if (!wide()) setVisiblePlugin(null) // the panel lies over the editor there
  }

  return (
    <section aria-label={words.playground.library} className="library">
      <h2>{words.playground.library}</h2>
      <p>{words.playground.libraryHint}</p>
      <ul>
        {examples.map((example) => (
          <li key={example.name}>
            <button type="button" onClick={() => open(example)}>
              {example.title}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function LibraryIcon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" aria-hidden="true">
      <path d="M4 4v16M9 4v16M14 4l5.5 15.5M4 20h5M4 4h5" />
    </svg>
  )
}

export const library: GraphiQLPlugin = { title: words.playground.library, icon: LibraryIcon, content: Library }
