import { Autocomplete, Button, TextInput } from '@mantine/core'
import { useEffect, useState, type FormEvent } from 'react'
import { go } from '../route'
import { words } from '../words'
import classes from './Ask.module.css'
import { askAddress, type Question } from './question'

/** The box and the two clocks. A change of a clock asks again at once, once there is a question. */
export function AskForm({ question, suggestions }: { question: Question; suggestions: string[] }) {
  const [q, setQ] = useState(question.q)
  const [valid, setValid] = useState(question.valid)
  const [known, setKnown] = useState(question.known)

  useEffect(() => {
    setQ(question.q)
    setValid(question.valid)
    setKnown(question.known)
  }, [question.q, question.valid, question.known])

  function ask(next: Question) {
    if (next.q.trim() && askAddress(next) !== location.pathname + location.search) go(askAddress(next))
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    ask({ q, valid, known })
  }

  return (
    <form role="search" className={classes.form} onSubmit={submit}>
      <div className={classes.box}>
        <Autocomplete
          aria-label={words.ask.label}
          className={classes.input}
          size="lg"
          name="q"
          value={q}
          onChange={setQ}
          onOptionSubmit={(chosen) => ask({ q: chosen, valid, known })}
          data={[...new Set(suggestions)]}
          filter={({ options, search, limit }) => options.filter((option) => 'label' in option && fits(option.label, search)).slice(0, limit)}
          limit={8}
          placeholder={words.ask.placeholder}
          maxLength={300}
          autoComplete="off"
          spellCheck={false}
        />
        <Button type="submit" size="lg">
          {words.ask.button}
        </Button>
      </div>
      <fieldset className={classes.clocks}>
        <legend className="unseen">{words.ask.clocks}</legend>
        <Clock label={words.ask.valid} hint={words.ask.validHint} name="valid" value={valid} onChange={setValid} onDone={(day) => ask({ q: question.q, valid: day, known })} />
        <Clock label={words.ask.known} hint={words.ask.knownHint} name="known" value={known} onChange={setKnown} onDone={(day) => ask({ q: question.q, valid, known: day })} />
        {(valid || known) && (
          <Button
            variant="subtle"
            size="sm"
            px="xs"
            onClick={() => {
              setValid('')
              setKnown('')
              ask({ q: question.q, valid: '', known: '' })
            }}
          >
            {words.ask.today}
          </Button>
        )}
      </fieldset>
    </form>
  )
}

/** Whether a name holds every word of what was typed, in any order; short words such as "on" are passed over. */
function fits(name: string, typed: string): boolean {
  const text = name.toLowerCase()
  return typed.toLowerCase().split(/\W+/).every((word) => word.length < 3 || text.includes(word))
}

interface ClockProps {
  label: string
  hint: string
  name: string
  value: string
  onChange: (day: string) => void
  onDone: (day: string) => void
}

function Clock({ label, hint, name, value, onChange, onDone }: ClockProps) {
  return (
    <TextInput
      type="date"
      size="sm"
      label={label}
      title={hint}
      name={name}
      value={value}
      min="1800-01-01"
      max="9999-12-31"
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={(event) => event.currentTarget.validity.valid && onDone(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.validity.valid && onDone(event.currentTarget.value)}
    />
  )
}
