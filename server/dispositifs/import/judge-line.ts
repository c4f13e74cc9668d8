import type { dossierImportLine, ImportColumn, LineFault } from '#db/schema/dispositifs/import.ts'
import { saysNothing } from './at-target.ts'
import { compareLine } from './compare-line.ts'
import type { Given } from './read-line.ts'
import type { StandingDossier } from './standing.server.ts'
import type { Target } from './targets.ts'

type Line = typeof dossierImportLine.$inferSelect
export type Judged = Pick<
  Line,
  'line' | 'externalNumber' | 'verdict' | 'given' | 'changes' | 'faults' | 'dossierId' | 'holderId'
>

export interface Read {
  line: number
  given: Given
  faults: LineFault[]
}

/** What stands around a line while it is judged. */
export interface Around {
  columns: readonly ImportColumn[]
  targets: ReadonlyMap<string, Target>
  /** Of the session, by the number of the funder's platform. */
  dossiers: ReadonlyMap<string, StandingDossier>
  holderOf: (given: Given) => string | null
  /** The day a dossier of this number was emptied for good. */
  emptiedOn: (number: string) => string | null
  /** The line that said each number first. */
  first: Map<string, number>
}

/** What one line would do: a new dossier, changes to one, nothing; or why it cannot be believed. */
export function judgeLine({ line, given, faults }: Read, around: Around): Judged {
  const number = typeof given.number === 'string' ? given.number : null
  const judged = { ...blank, line, given, externalNumber: number }
  const wrong = (target: string, why: string, day?: string): Judged => {
    const heading = around.columns.find(({ field }) => field === target)?.heading ?? ''
    const value = typeof given[target] === 'string' ? given[target] : ''
    return { ...judged, verdict: 'refused', faults: [...faults, { target, heading, value, why, day }] }
  }
  if (faults.length > 0) return { ...judged, verdict: 'refused', faults }
  const before = around.first.get(number!)
  if (before !== undefined && before !== line) return wrong('number', 'number_twice')
  around.first.set(number!, line)
  const standing = around.dossiers.get(number!)
  if (!standing) {
    const emptied = around.emptiedOn(number!)
    if (emptied) return wrong('number', 'number_emptied', emptied)
    if (saysNothing(given.holder) && !given.siret && !given.rna) return wrong('holder', 'holder_missing')
    const holderId = around.holderOf(given)
    if (!holderId && saysNothing(given.holder)) return wrong('siret', 'holder_unknown')
    return { ...judged, holderId, verdict: holderId ? 'create' : 'choose' }
  }
  if (standing.state === 'merged') return { ...wrong('number', 'number_merged'), dossierId: standing.id }
  const changes = compareLine(standing, given, around.targets)
  const verdict = Object.values(changes).some(({ kept }) => !kept) ? 'update' : 'same'
  return { ...judged, verdict, changes, dossierId: standing.id, holderId: standing.leadId }
}

const blank = { changes: {}, faults: [], dossierId: null, holderId: null }
