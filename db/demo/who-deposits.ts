import type pg from 'pg'
import type { Known } from './dossier-answers.ts'

const ENOUGH = 120

/** Associations, those a report names first; the others always in the same order. */
export async function knownHolders(app: pg.ClientBase, id: number): Promise<Known[]> {
  const named = `${NAMED.map((name) => `'${name}'`).join(', ')}`
  const { rows } = await app.query<Known>(
    `select id, name, slug, city, insee, department from organisation
     where network_id = $1 and kind = 'association'
     order by name not in (${named}), department is null, md5(id::text) limit $2`,
    [id, ENOUGH],
  )
  return rows
}

/** Kept for the incubator and the studies. */
const NAMED = [
  'ACAMO',
  'Kids sans Frontières',
  'Association pour la Bolivie',
  'Floki',
  'Assoencore',
  'Football Écologie France',
  'Maison de Soi.e',
  'Sages-Femmes Sans Frontières',
  'RECAH',
  'Budmo',
]

/** Those named, where the network knows them; otherwise the next that is nobody's yet. */
export function holdersFor(names: string[], known: Known[], nth: number): Known[] {
  const found = names.flatMap((name) => known.filter((one) => one.name === name).slice(0, 1))
  if (found.length > 0) return found
  const free = known.filter(({ name }) => !NAMED.includes(name))
  const among = free.length > 0 ? free : known
  return [among[nth % among.length]!]
}
