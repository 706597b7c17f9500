/** A stretch of a text, and the ids of the passages that it lies in. */
export interface Segment {
  text: string
  passages: string[]
}

/** Cuts a text where passages begin and end, which may overlap. Their offsets count code points; those of JavaScript do not. */
export function segments(text: string, passages: { id: string; start: number; end: number }[]): Segment[] {
  const points = Array.from(text)
  const cuts = new Set([0, points.length])
  for (const { start, end } of passages) {
    if (start < end && end <= points.length) cuts.add(start).add(end)
  }
  const places = [...cuts].sort((a, b) => a - b)
  return places.slice(1).map((end, i) => {
    const start = places[i] ?? 0
    const inside = passages.filter((p) => p.start <= start && end <= p.end).map((p) => p.id)
    return { text: points.slice(start, end).join(''), passages: inside }
  })
}
