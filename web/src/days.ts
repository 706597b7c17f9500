import { words } from './words'

/** A day as a person reads it: "22 Sep 2015"; "" stays "". Days are `YYYY-MM-DD`, without a time zone. */
export function dayText(day: string | null | undefined): string {
  const m = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day ?? '')
  return m ? words.day(Number(m[3]), Number(m[2]), Number(m[1])) : (day ?? '')
}

/** A stretch of days: "1–30 Sep 2015" is written out with both days; an untold first day reads "by 30 Sep 2015". */
export function spanText(first: string | null | undefined, last: string | null | undefined): string {
  if (!first) return last ? words.by(dayText(last)) : ''
  if (!last || first === last) return dayText(first)
  return words.fromTo(dayText(first), dayText(last))
}

/** Whether text is a day that exists, as a date field gives it. */
export function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}
