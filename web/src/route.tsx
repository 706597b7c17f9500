import { useMemo, useSyncExternalStore, type AnchorHTMLAttributes, type MouseEvent } from 'react'

// The browser's own history is the router: every view is its address. A page reads it with usePlace, changes it with go or a Link.

const moved = 'treatygraph:moved'

function subscribe(onChange: () => void) {
  window.addEventListener('popstate', onChange)
  window.addEventListener(moved, onChange)
  return () => {
    window.removeEventListener('popstate', onChange)
    window.removeEventListener(moved, onChange)
  }
}

/** The address of the page, which changes with back, forward, go and Link. */
export function usePlace(): URL {
  const href = useSyncExternalStore(subscribe, () => location.href)
  return useMemo(() => new URL(href), [href])
}

/** Goes to an address of this site; `replace` leaves no step to go back to. */
export function go(to: string, { replace = false } = {}) {
  const before = location.pathname
  history[replace ? 'replaceState' : 'pushState'](null, '', to)
  window.dispatchEvent(new Event(moved))
  if (location.pathname !== before) window.scrollTo(0, 0)
}

/** Joins a path and the parameters that are not empty. */
export function address(path: string, parameters: Record<string, string | undefined>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters)) if (value) query.set(name, value)
  return query.size ? `${path}?${query}` : path
}

/** A link within the dashboard: no page is loaded anew, and opening it in another tab still works. */
export function Link({ href, onClick, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  function follow(event: MouseEvent<HTMLAnchorElement>) {
    onClick?.(event)
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    go(href)
  }
  return <a href={href} onClick={follow} {...rest} />
}
