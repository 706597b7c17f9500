import { ActionIcon, useMantineColorScheme } from '@mantine/core'
import { type ReactNode } from 'react'
import { Link, usePlace } from '../route'
import { words } from '../words'
import classes from './Shell.module.css'

/** What stands around every page: the way to the others above, what this is below. */
export function Shell({ children }: { children: ReactNode }) {
  return (
    <>
      <a className={classes.skip} href="#main">
        {words.shell.skip}
      </a>
      <header className={classes.header}>
        <Link href="/" className={classes.name}>
          <Logo />
          {words.name}
        </Link>
        <nav aria-label={words.shell.nav} className={classes.nav}>
          <NavLink href="/">{words.ask.nav}</NavLink>
          <a href="/playground">{words.playground.nav}</a>
        </nav>
        <ThemeButton />
      </header>
      <main id="main" tabIndex={-1} className={classes.main}>
        {children}
      </main>
      <footer className={classes.footer}>
        <p>{words.shell.footer}</p>
        <p>
          {words.shell.licenses} <a href="/licenses-index.md">{words.shell.ofDashboard}</a>, <a href="/licenses-playground.md">{words.playground.nav}</a>,{' '}
          <a href="/licenses-typeface.txt">{words.shell.ofTypeface}</a>
        </p>
      </footer>
    </>
  )
}

function NavLink({ href, children }: { href: string; children: ReactNode }) {
  const here = usePlace().pathname === href
  return (
    <Link href={href} aria-current={here ? 'page' : undefined}>
      {children}
    </Link>
  )
}

const schemes = ['auto', 'light', 'dark'] as const

function ThemeButton() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const next = schemes[(schemes.indexOf(colorScheme) + 1) % schemes.length] ?? 'auto'
  const label = words.shell.scheme(words.shell.schemes[colorScheme], words.shell.schemes[next])
  return (
    <ActionIcon variant="subtle" size={40} className={classes.theme} aria-label={label} title={label} onClick={() => setColorScheme(next)}>
      <svg viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" aria-hidden="true">
        {colorScheme === 'light' && <path d="M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8M12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4M17.6 17.6 19 19M19 5l-1.4 1.4M6.4 17.6 5 19" />}
        {colorScheme === 'dark' && <path d="M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5Z" strokeLinejoin="round" />}
        {colorScheme === 'auto' && (
          <>
            <circle cx="12" cy="12" r="8.5" />
            <path d="M12 3.5a8.5 8.5 0 0 1 0 17Z" fill="currentColor" />
          </>
        )}
      </svg>
    </ActionIcon>
  )
}

function Logo() {
  return (
    <svg viewBox="0 0 32 32" width="26" height="26" aria-hidden="true">
      <path d="M10 10.5h12M10 10.5 16 22M22 10.5 16 22" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" />
      <circle cx="10" cy="10.5" r="3.4" fill="currentColor" />
      <circle cx="22" cy="10.5" r="3.4" fill="currentColor" />
      <circle cx="16" cy="22" r="3.4" fill="#f0a33c" />
    </svg>
  )
}
