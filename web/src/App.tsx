import { Component, lazy, Suspense, useEffect, type ComponentType, type ReactNode } from 'react'
import { AskPage } from './ask/AskPage'
import { Link, usePlace } from './route'
import { Shell } from './shell/Shell'
import { State } from './shell/State'
import { words } from './words'

/** The pages by the form of their path; what stands in the parentheses is the page's `id`. All but the first load when opened. */
const pages: { path: RegExp; page: ComponentType<{ id: string }> }[] = [
  { path: /^\/()$/, page: AskPage },
  { path: /^\/article\/([^/]+)$/, page: lazy(() => import('./article/ArticlePage')) },
]

export function App() {
  const { pathname } = usePlace()
  return (
    <Shell>
      <Guard key={pathname}>
        <Suspense fallback={<p role="status">{words.trouble.loading}</p>}>{page(pathname)}</Suspense>
      </Guard>
    </Shell>
  )
}

function page(pathname: string): ReactNode {
  for (const { path, page: Page } of pages) {
    const id = path.exec(pathname)?.[1]
    if (id !== undefined) return <Page id={decode(id)} />
  }
  return <Unknown />
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text // a broken escape names nothing that exists; the page says so
  }
}

function Unknown() {
  useEffect(() => {
    document.title = `${words.trouble.unknownTitle} · ${words.name}`
  }, [])
  return (
    <State title={words.trouble.unknownTitle}>
      <p>{words.trouble.unknown}</p>
      <Link href="/">{words.trouble.home}</Link>
    </State>
  )
}

/** Keeps a fault of one page from taking the others down. */
class Guard extends Component<{ children: ReactNode }, { error?: Error }> {
  override state: { error?: Error } = {}

  static getDerivedStateFromError(error: Error) {
    return { error }
  }

  override render() {
    if (!this.state.error) return this.props.children
    return (
      <State title={words.trouble.crashed} alert>
        <p>{this.state.error.message}</p>
        <a href={location.href}>{words.trouble.again}</a>
      </State>
    )
  }
}
