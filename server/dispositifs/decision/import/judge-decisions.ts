import type { DossierState } from '../../lifecycle/lifecycle.ts'
import { type Outcome, statesTo } from '../decision.ts'
import { type DecisionColumn, readOutcome } from './columns.ts'

export type KnownDossier = {
  id: string
  number: number
  title: string
  externalNumber: string | null
  state: DossierState
  requestedCents: number | null
  grantedCents: number | null
  decidedOn: string | null
  decisions: number
}

/** Amounts and days as people write them; null, they cannot be read. */
export type Readers = {
  cents: (cell: string) => number | null
  day: (cell: string) => string | null
  /** The last day a decision may bear, and the one it has where the file says none. */
  today: string
}

export const REFUSALS = [
  'unknown_dossier',
  'twice',
  'unknown_outcome',
  'bad_amount',
  'amount_missing',
  'amount_without_grant',
  'bad_day',
  'in_future',
  'not_decidable',
  'reason_missing',
] as const
export type LineRefusal = (typeof REFUSALS)[number]

export type JudgedLine = {
  line: number
  /** As the file names it. */
  named: string
  dossier: KnownDossier | null
  outcome: Outcome | null
  amountCents: number | null
  decidedOn: string | null
  reference: string
  comment: string
  verdict: 'write' | 'same' | 'refused'
  why: LineRefusal | null
  /** What could not be read, as it stands in its cell. */
  cell: string
}

type Row = { line: number; cells: string[] }
type Known = Record<'byExternal' | 'byNumber', ReadonlyMap<string, KnownDossier>>

/** Each line of the file: the decision it makes, that it changes nothing, or why it is refused. */
export function judgeDecisions(
  rows: readonly Row[],
  matching: readonly (DecisionColumn | null)[],
  dossiers: readonly KnownDossier[],
  readers: Readers,
): JudgedLine[] {
  const seen = new Set<string>()
  const known: Known = {
    byExternal: new Map(dossiers.map((one) => [bare(one.externalNumber ?? ''), one])),
    byNumber: new Map(dossiers.map((one) => [String(one.number), one])),
  }
  return rows.map((row) => {
    const judged = judgeLine(row, matching, known, readers)
    if (!judged.dossier || judged.verdict === 'refused') return judged
    if (seen.has(judged.dossier.id)) return { ...judged, verdict: 'refused', why: 'twice' }
    seen.add(judged.dossier.id)
    return judged
  })
}

function judgeLine(
  { line, cells }: Row,
  matching: readonly (DecisionColumn | null)[],
  { byExternal, byNumber }: Known,
  { cents, day, today }: Readers,
): JudgedLine {
  const cell = (column: DecisionColumn) => {
    const at = matching.indexOf(column)
    return at < 0 ? '' : (cells[at] ?? '').trim()
  }
  const [external, number] = [cell('external'), cell('number')]
  const dossier = (external === '' ? byNumber.get(number) : byExternal.get(bare(external))) ?? null
  const outcome = readOutcome(cell('outcome'))
  const amount = cell('amount')
  const amountCents = amount === '' ? null : cents(amount)
  const typedDay = cell('decided_on')
  const decidedOn = typedDay === '' ? today : day(typedDay)
  const base = {
    ...{ line, named: external || number, dossier, outcome, amountCents, decidedOn },
    ...{ reference: cell('reference').slice(0, 120), comment: cell('comment').slice(0, 2000) },
  }
  const refused = (why: LineRefusal, read = ''): JudgedLine => ({
    ...base,
    verdict: 'refused',
    why,
    cell: read,
  })
  if (!dossier) return refused('unknown_dossier', external || number)
  if (!outcome) return refused('unknown_outcome', cell('outcome'))
  if (amount !== '' && (amountCents === null || amountCents < 0)) return refused('bad_amount', amount)
  // A refusal written « 0 » is a refusal.
  const granted = outcome === 'financed' ? amountCents : null
  if (outcome !== 'financed' && amountCents) return refused('amount_without_grant', amount)
  if (outcome === 'financed' && granted === null && dossier.requestedCents) return refused('amount_missing')
  if (decidedOn === null) return refused('bad_day', typedDay)
  if (decidedOn > today) return refused('in_future', typedDay)
  if (statesTo(dossier.state, outcome) === null) return refused('not_decidable', dossier.state)
  const told = { ...base, amountCents: granted, why: null, cell: '' }
  const same =
    dossier.decisions > 0 &&
    statesTo(dossier.state, outcome)?.length === 0 &&
    dossier.grantedCents === granted
  if (same && (typedDay === '' || dossier.decidedOn === decidedOn)) return { ...told, verdict: 'same' }
  if ((outcome !== 'financed' || dossier.decisions > 0) && !base.comment) return refused('reason_missing')
  return { ...told, verdict: 'write' }
}

/** Spaces and capitals aside. */
const bare = (number: string) => number.replace(/\s/g, '').toUpperCase()
