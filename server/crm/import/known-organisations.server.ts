import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { likenessOf, tellingWords } from '../organisation/likeness.ts'
import type { Given } from './given.ts'

/** What a record is recognised by. */
export type KnownOne = {
  id: string
  name: string
  acronym: string | null
  siren: string | null
  siret: string | null
  rna: string | null
  insee: string | null
  postalCode: string | null
  city: string | null
}
export type Match = { one: string } | { like: KnownOne[] } | null

const [PAGE, MOST_LIKE, WIDEST] = [5000, 5, 60]
/** Two names at one place; and two at unknown places, or at different ones. */
const [LIKE_HERE, LIKE_ELSEWHERE] = [0.6, 0.75]

/**
 * The network's records by what recognises them, read once for a whole file: a number, or a name at a place,
 * is the record; a name that resembles it is a question for a person.
 */
export async function knownOrganisations(ctx: StaffContext, source: string) {
  const index = new OrganisationIndex(source !== '')
  let after: string | null = null
  for (;;) {
    const { rows }: { rows: KnownOne[] } = await inNetwork(ctx, (tx) =>
      tx.execute<KnownOne>(sql`select id, name, acronym, siren, siret, rna, insee, postal_code as "postalCode", city
        from organisation where network_id = ${ctx.network.id}
          and (${after}::uuid is null or id > ${after}::uuid) order by id limit ${PAGE}`),
    )
    for (const row of rows) index.add(row)
    after = rows.at(-1)?.id ?? null
    if (rows.length < PAGE) break
  }
  const { rows } = await inNetwork(ctx, (tx) =>
    tx.execute<{
      key: string
      id: string
    }>(sql`select key, organisation_id as id from organisation_external_key
      where network_id = ${ctx.network.id} and source = ${source || DEFAULT_SOURCE}`),
  )
  for (const { key, id } of rows) index.external.set(key, id)
  return index
}

/** Of a file whose tool nobody named. */
export const DEFAULT_SOURCE = 'import'

export class OrganisationIndex {
  readonly external = new Map<string, string>()
  private readonly byId = new Map<string, KnownOne>()
  private readonly byNumber = new Map<string, KnownOne[]>()
  private readonly byName = new Map<string, KnownOne[]>()
  /** By a word of the name and the place: what is compared letter by letter is kept small. */
  private readonly byWord = new Map<string, KnownOne[]>()

  /** `isNamed`: somebody said which tool numbers these lines; else two files may number otherwise. */
  private readonly isNamed: boolean

  constructor(isNamed: boolean) {
    this.isNamed = isNamed
  }

  add(one: KnownOne) {
    this.byId.set(one.id, one)
    for (const key of numbersOf(one)) push(this.byNumber, key, one)
    const words = tellingWords(one.name)
    push(this.byName, words.join(' '), one)
    for (const place of placesOf(one))
      for (const word of words) if (word.length > 3) push(this.byWord, `${place} ${word}`, one)
  }

  find({ fields, externalKey }: Given): Match {
    const known = this.byId.get(this.external.get(externalKey ?? '') ?? '')
    const sought = soughtBy(fields)
    if (!known) return this.resembling(sought)
    if (this.isNamed || likeness(sought, known).score >= LIKE_HERE) return { one: known.id }
    // The number says one record, the rest says another: a person says which, unless the rest is sure.
    const other = this.resembling(sought)
    if (other && 'one' in other) return other
    const like = (other?.like ?? []).filter(({ id }) => id !== known.id)
    return { like: [known, ...like].slice(0, MOST_LIKE) }
  }

  private resembling(sought: Sought): Match {
    for (const key of numbersOf(sought)) {
      const found = (this.byNumber.get(key) ?? []).filter((one) => !isOtherPlace(sought, one))
      if (found.length === 1) return { one: found[0]!.id }
      if (found.length > 1) return { like: found.slice(0, MOST_LIKE) }
    }
    const words = tellingWords(sought.name)
    const named = this.byName.get(words.join(' ')) ?? []
    const near = placesOf(sought).flatMap((place) =>
      words.filter((word) => word.length > 3).flatMap((word) => this.byWord.get(`${place} ${word}`) ?? []),
    )
    const judged = [...new Set([...named.slice(0, WIDEST), ...near.slice(0, WIDEST)])].map((one) => ({
      one,
      ...likeness(sought, one),
    }))
    const sure = judged.filter((it) => it.sure)
    if (sure.length === 1) return { one: sure[0]!.one.id }
    const like = judged
      .filter(({ one, score }) => score >= (isSamePlace(sought, one) ? LIKE_HERE : LIKE_ELSEWHERE))
      .sort((a, b) => b.score - a.score)
    return like.length > 0 ? { like: like.slice(0, MOST_LIKE).map(({ one }) => one) } : null
  }
}

const likeness = (sought: Sought, one: KnownOne) =>
  likenessOf(sought, { ...one, aliases: [], formerNames: [] })

type Sought = Omit<KnownOne, 'id' | 'city'>

function soughtBy(fields: Record<string, unknown>): Sought {
  const text = (key: string) => (typeof fields[key] === 'string' ? (fields[key] as string) : null)
  const siret = text('siret')
  return {
    name: text('name') ?? '',
    acronym: text('acronym'),
    siret,
    siren: text('siren') ?? siret?.slice(0, 9) ?? null,
    rna: text('rna'),
    insee: text('insee'),
    postalCode: text('postalCode'),
  }
}

/** The surest first: two establishments of one organisation have one SIREN. */
const numbersOf = ({ siret, siren, rna }: Pick<Sought, 'siret' | 'siren' | 'rna'>) =>
  [siret && `t${siret}`, siren && `n${siren}`, rna && `r${rna}`].filter(Boolean) as string[]

const isOtherPlace = (sought: Sought, one: KnownOne) =>
  Boolean(sought.siret && one.siret && sought.siret !== one.siret)

const placesOf = ({ insee, postalCode }: Pick<Sought, 'insee' | 'postalCode'>) =>
  [insee && `i${insee}`, postalCode && `p${postalCode}`].filter(Boolean) as string[]

const isSamePlace = (sought: Sought, one: KnownOne) =>
  Boolean(
    (sought.insee && sought.insee === one.insee) ||
      (sought.postalCode && sought.postalCode === one.postalCode),
  )

function push(map: Map<string, KnownOne[]>, key: string, one: KnownOne) {
  const there = map.get(key)
  if (there) there.push(one)
  else map.set(key, [one])
}
