const MOST = 5000

/** The same answer to the same text, worked out once: the cells of a column say a few hundred things. */
export function remembered<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    if (known.has(text)) return known.get(text)!
    if (known.size >= MOST) known.clear()
    const answer = work(text)
    known.set(text, answer)
    return answer
  }
}
