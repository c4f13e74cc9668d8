/** A piece of text that one font writes. */
export interface Run {
  subset: string
  text: string
}
export type Line = Run[]

export type Measure = (run: Run) => number

/** The narrow space of French figures has no drawing in our fonts: a fixed one, which they have, breaks no line either. */
const drawable = (text: string) => text.replaceAll('\u202f', '\u00a0')

/** Spaces and signs every font has stay with what stands before them. */
const isNeutral = (sign: string) => /[\s\d.,;:()«»’'-]/.test(sign)

export function runsOf(text: string, subsetOf: (sign: number) => string): Run[] {
  const runs: Run[] = []
  for (const sign of drawable(text)) {
    const last = runs.at(-1)
    const subset = last && isNeutral(sign) ? 'latin' : subsetOf(sign.codePointAt(0)!)
    if (last?.subset === subset) last.text += sign
    else runs.push({ subset, text: sign })
  }
  return runs
}

/** Breaks where a line may be broken: at plain spaces and after hyphens, never at a narrow or fixed one. */
const PIECES = /[^ -]*(?:-+| +|$)/g

/** The lines of a text in a width; a word longer than the line is cut. */
export function linesOf(
  text: string,
  width: number,
  subsetOf: (sign: number) => string,
  measure: Measure,
): Line[] {
  return text.split(/\r\n|\r|\n/).flatMap((paragraph) => {
    const lines: Line[] = []
    let [line, used]: [Line, number] = [[], 0]
    const put = (runs: Run[], wide: number) => {
      for (const run of runs) {
        const last = line.at(-1)
        if (last?.subset === run.subset) last.text += run.text
        else line.push({ ...run })
      }
      used += wide
    }
    const end = () => {
      lines.push(line)
      ;[line, used] = [[], 0]
    }
    for (const piece of paragraph.match(PIECES) ?? []) {
      const runs = runsOf(piece, subsetOf)
      const bare = runsOf(piece.trimEnd(), subsetOf)
      const wide = sum(bare, measure)
      if (used > 0 && used + wide > width) end()
      if (wide <= width) put(runs, sum(runs, measure))
      else
        for (const sign of piece) {
          const one = runsOf(sign, subsetOf)
          const step = sum(one, measure)
          if (used > 0 && used + step > width) end()
          put(one, step)
        }
    }
    end()
    return lines
  })
}

const sum = (runs: readonly Run[], measure: Measure) => runs.reduce((all, run) => all + measure(run), 0)
