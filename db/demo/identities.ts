import type { SubkindKey } from '#packages/referentials/kinds.ts'
import { kindOf } from '#packages/referentials/kinds.ts'
import { rnaOf, sirenOf, siretOf } from './identifiers.ts'
import type { Known } from './organisation.ts'
import type { Random } from './random.ts'

type Identity = { siren: string | null; siret: string | null; rna: string | null }

/** An association has a RNA, sometimes a SIREN as well, often nothing we know; the others a SIREN. */
export function identityOf(
  subkind: SubkindKey,
  department: string | null,
  series: number,
  index: number,
  known: Known | undefined,
  random: Random,
): Identity {
  if (known?.siren === null || department === null) return { siren: null, siret: null, rna: null }
  const association = kindOf(subkind) === 'association'
  const drawn = random.chance(association ? 0.35 : 0.85) ? sirenOf(series, index) : null
  const siren = known?.siren ?? drawn
  const rna = association && !known && random.chance(0.6) ? rnaOf(department, series, index) : null
  return {
    siren,
    siret: siren && random.chance(0.8) ? siretOf(siren, known ? 1 : random.between(1, 3)) : null,
    rna,
  }
}
