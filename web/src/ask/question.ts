import { isDay } from '../days'
import { address } from '../route'

/** What is asked: the words, the day it held on and the day by which it was known, "" for today. */
export interface Question {
  q: string
  valid: string
  known: string
}

/** The question that an address holds; days that do not exist are left out. */
export function questionOf(parameters: URLSearchParams): Question {
  const day = (name: string) => {
    const text = parameters.get(name) ?? ''
    return isDay(text) ? text : ''
  }
  return { q: parameters.get('q')?.trim() ?? '', valid: day('valid'), known: day('known') }
}

/** The address of a question. */
export function askAddress({ q, valid, known }: Question): string {
  return address('/', { q, valid, known })
}
