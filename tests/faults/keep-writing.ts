import type pg from 'pg'
import { create, publish, rename } from './edits.ts'
import type { Instance } from './instance.ts'

type Acknowledged = { name: string; version: number }

/**
 * Several people who create, correct and publish without a pause, whatever answers they get. Only
 * what was acknowledged is remembered.
 */
export function keepWriting(first: Instance, cookie: string, people = 4) {
  const acknowledged = new Map<string, Acknowledged>()
  const waiting = new Set<() => void>()
  let instance = first
  let count = 0
  let writing = true
  const learn = (id: string, name: string, version: number) => {
    acknowledged.set(id, { name, version })
    count++
    for (const look of waiting) look()
  }
  const oneRecord = async (person: number, turn: number) => {
    const name = (step: string) => `Essai ${person}-${turn} ${step}`
    const { id } = await create(instance, cookie, name('a'))
    learn(id, name('a'), 1)
    await publish(instance, cookie, id)
    learn(id, name('a'), 2)
    const { version } = await rename(instance, cookie, id, 2, name('b'))
    learn(id, name('b'), version)
  }
  const onePerson = async (person: number) => {
    for (let turn = 0; writing; turn++) await oneRecord(person, turn).catch(nextTick)
  }
  const everyone = Array.from({ length: people }, (_, person) => onePerson(person))
  return {
    acknowledged,
    /** Resolves when this many more edits were acknowledged. */
    more: (edits: number) =>
      new Promise<void>((resolve) => {
        const wanted = count + edits
        const look = () => {
          if (count < wanted) return
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
      }),
    /** The same people, at the door of a later start. */
    moveTo: (later: Instance) => {
      instance = later
    },
    stop: async () => {
      writing = false
      await Promise.all(everyone)
    },
  }
}

/** A refused connection answers at once: the others' turn must come in between. */
const nextTick = () => new Promise<void>((resolve) => setTimeout(resolve, 5))

/**
 * What the database lost or did by halves. A record's version counts its edits, and each edit wrote
 * the record, its line of history and, once published, its listing.
 */
export async function faultsIn(superuser: pg.Client, acknowledged: Map<string, Acknowledged>) {
  // People may go on while we look: only what was acknowledged before is asked for.
  const asked = new Map(acknowledged)
  const { rows } = await superuser.query<{
    id: string
    name: string
    version: number
    published: boolean
    listed: string | null
    lines: number
  }>(`select o.id, o.name, o.version, o.published_at is not null as published, l.name as listed,
        (select count(*)::int from audit_entry a where a.network_id = o.network_id and a.object_id = o.id) as lines
      from organisation o left join organisation_listing l on l.network_id = o.network_id and l.id = o.id
      where o.name like 'Essai %'`)
  const faults: string[] = []
  const found = new Map(rows.map((row) => [row.id, row]))
  for (const [id, { name, version }] of asked) {
    const row = found.get(id)
    if (!row) faults.push(`${name} is lost`)
    else if (row.version < version) faults.push(`${name}: version ${version} became ${row.version}`)
    else if (row.version === version && row.name !== name) faults.push(`${name} is called ${row.name}`)
  }
  for (const { name, version, published, listed, lines } of rows) {
    if (lines !== version) faults.push(`${name}: ${version} edits, ${lines} lines of history`)
    if (published !== (listed !== null)) faults.push(`${name}: published ${published}, listed ${listed}`)
    if (listed !== null && listed !== name) faults.push(`${name} is listed as ${listed}`)
  }
  return { faults, records: rows.length }
}
