import { FINANCED } from '../../figures/what-counts.ts'
import type { AmountDoubt } from '../amount-doubt.ts'
import type { JudgedLine, KnownDossier } from './judge-decisions.ts'

export type DoubtedLine = JudgedLine & { doubts: AmountDoubt[] }

/**
 * Beside each amount a file grants, what it goes beyond: the request, and what is left of the envelope once the
 * lines above it are counted. It is told and may be meant.
 */
export function doubtLines(
  lines: readonly JudgedLine[],
  dossiers: readonly KnownDossier[],
  envelopeCents: number | null,
): DoubtedLine[] {
  const rewritten = new Set(lines.flatMap((line) => (line.verdict === 'write' ? [line.dossier!.id] : [])))
  const granted = dossiers
    .filter(({ id, state }) => !rewritten.has(id) && FINANCED.some((one) => one === state))
    .reduce((sum, { grantedCents }) => sum + (grantedCents ?? 0), 0)
  let left = envelopeCents === null ? null : envelopeCents - granted
  return lines.map((line) => {
    const { verdict, amountCents: cents, dossier } = line
    if (verdict !== 'write' || cents === null) return { ...line, doubts: [] }
    const bounds: [AmountDoubt['kind'], number | null][] = [
      ['request', dossier!.requestedCents],
      ['envelope', left],
    ]
    if (left !== null) left -= cents
    return {
      ...line,
      doubts: bounds.flatMap(([kind, bound]): AmountDoubt[] =>
        bound !== null && cents > bound ? [{ kind, cents: bound }] : [],
      ),
    }
  })
}
