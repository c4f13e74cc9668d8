import { randomUUID } from 'node:crypto'
import { Writable } from 'node:stream'
import { sql } from 'drizzle-orm'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inNetwork, publicDb } from '#db/client.ts'
import { currentRequest, type SlowQuery, slowQueries, watchQueries } from '#db/slow-queries.ts'
import { configureFiles } from '#server/kernel/files/files.server.ts'
import { LOG_OPTIONS } from '#server/kernel/log.ts'
import { activeNetwork } from '#server/kernel/networks.ts'
import { useDatabase } from '#tests/support/database.ts'
import { asRead } from '#tests/support/html-elements.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { memoryFiles } from '#tests/support/memory-files.ts'
import { aPerson } from '#tests/support/people.ts'

const database = useDatabase()
const DESK = '/so-cooperation/bureau'
let app: TestApp
let admin: string

beforeAll(async () => {
  app = await startApp()
  admin = await signedIn(app, await aPerson(database.superuser, { 'so-cooperation': 'admin' }))
})
afterAll(() => watchQueries({ slowMs: 500 }))

const read = async (path: string) =>
  asRead(await (await app.request(path, { headers: { cookie: admin } })).text())
const network = () => activeNetwork('so-cooperation')!

describe('The state of the service', () => {
  it('says in words that everything works', async () => {
    const plain = memoryFiles()
    configureFiles({ ...plain, scan: async () => 'clean' })
    const html = await read(`${DESK}/service`)
    expect(html).toContain('Tout fonctionne.')
    expect(html).toContain('écriture, lecture et effacement vérifiés ; antivirus branché')
    configureFiles(plain)
    const unscanned = await read(`${DESK}/service`)
    expect(unscanned).toContain('un point est à surveiller')
    expect(unscanned).toContain('aucun antivirus n’est branché')
  })
  it('says which organ is down, and still tells of the others', async () => {
    const files = memoryFiles()
    const broken = { ...files.store, put: () => Promise.reject(new Error('disk full')) }
    configureFiles({ ...files, store: broken })
    const html = await read(`${DESK}/service`)
    expect(html).toContain('Un élément ne fonctionne pas')
    expect(html.match(/<strong>En panne<\/strong>/g)).toHaveLength(1)
    expect(html).toContain('répond vite')
    configureFiles(files)
  })
  it.each([
    ['half of a small disk', 0.5, 10e9, 'Bon'],
    ['a tenth of a large one', 0.1, 100e9, 'Bon'],
    ['a tenth of a small one', 0.1, 2e9, 'À surveiller'],
    ['next to nothing', 0.01, 1e8, 'En panne'],
  ])('says of %s left what it is', async (_, share, bytes, word) => {
    const files = memoryFiles({ room: async () => ({ share, bytes }) })
    configureFiles(files)
    expect(await read(`${DESK}/service`)).toMatch(
      new RegExp(`Place sur le disque</dt><dd><strong>${word}</strong>`),
    )
    configureFiles(memoryFiles())
  })
})

describe('A query that is slow', () => {
  it('is told with its request and its network, and without what was asked of whom', async () => {
    const told: SlowQuery[] = []
    watchQueries({ slowMs: 20, onSlow: (query) => told.push(query) })
    const name = 'camille@essai.example'
    await currentRequest.run('requete-1', () =>
      inNetwork({ network: network() }, (tx) =>
        tx.execute(sql`select pg_sleep(0.03), ${name}::text as "who", 'Dominique Écrit' as "literal"`),
      ),
    )
    expect(told).toHaveLength(1)
    expect(told[0]).toMatchObject({ networkId: network().id, requestId: 'requete-1' })
    expect(told[0]!.ms).toBeGreaterThanOrEqual(20)
    expect(told[0]!.text).toContain('pg_sleep')
    expect(JSON.stringify(told)).not.toMatch(/camille|Dominique/)
    await inNetwork({ network: activeNetwork('gescod')! }, (tx) => tx.execute(sql`select pg_sleep(0.031)`))
    watchQueries({ slowMs: 500 })
    expect(slowQueries(new Date(0)).map(({ text }) => text)).toHaveLength(2)
    const html = await read(`${DESK}/service`)
    expect(html).toContain('pg_sleep')
    expect(html).not.toContain('0.031')
  })
  it('is measured when it fails too', async () => {
    const times: number[] = []
    watchQueries({ slowMs: 500, onTime: (seconds) => times.push(seconds) })
    await expect(publicDb().execute(sql`select * from nowhere`)).rejects.toThrow()
    watchQueries({ slowMs: 500 })
    expect(times).toHaveLength(1)
  })
})

describe('The log', () => {
  const lines: string[] = []
  const log = pino(
    { ...LOG_OPTIONS, level: 'info' },
    new Writable({
      write: (chunk, _, done) => {
        lines.push(String(chunk))
        done()
      },
    }),
  )
  it('names the request and never repeats what a refused query was given', async () => {
    const marker = 'marqueur-prive@essai.example'
    const failures = [
      sql`select ${marker}::uuid`,
      sql`insert into account (id, email, name) values (${randomUUID()}, ${marker}, 'Marqueur-Prive')`,
      sql`insert into account (id, email, name) values (${randomUUID()}, ${marker}, 'Marqueur-Prive')`,
    ]
    await currentRequest.run('requete-2', async () => {
      for (const failure of failures)
        await publicDb()
          .execute(failure)
          .catch((error) => log.error({ err: error }, 'request failed'))
    })
    expect(lines).toHaveLength(2)
    expect(lines.join('')).not.toMatch(/marqueur/i)
    expect(lines[1]).toContain('23505')
    expect(lines.every((line) => JSON.parse(line).requestId === 'requete-2')).toBe(true)
  })
})

describe('The tasks of a network', () => {
  it('show what failed, in words, and start it again', async () => {
    const [mail, other, held, work] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
    const insert = `insert into outgoing_mail (id, network_id, to_address, locale, template, state, attempts)
      values ($1, $2, $3, 'fr', $4, $5, 5)`
    const write = (id: string, network: number, to: string, template: string, state = 'failed') =>
      database.superuser.query(insert, [id, network, `${to}@essai.example`, template, state])
    await write(mail, network().id, 'personne', 'essai.lettre')
    await write(held, network().id, 'refusee', 'identity.invitation', 'suppressed')
    await write(other, activeNetwork('gescod')!.id, 'voisine', 'essai.ailleurs')
    await database.superuser.query(
      `insert into long_work (network_id, id, kind, state, error_code)
       values ($1, $2, 'crm.export_list', 'failed', 'kernel.forbidden')`,
      [network().id, work],
    )
    const html = await read(`${DESK}/taches`)
    expect(html).toContain('essai.lettre')
    expect(html).toContain('Votre rôle ne permet plus ce travail')
    expect(html).toContain('Écrire de nouveau à refusee@essai.example')
    expect(html).not.toMatch(/essai\.ailleurs|voisine@essai/)
    const send = (fields: Record<string, string>) =>
      app.request(`${DESK}/taches`, { method: 'POST', body: form(fields), headers: { cookie: admin } })
    expect((await send({ courrier: mail })).status).toBe(302)
    expect((await send({ travail: work })).status).toBe(302)
    expect((await send({ adresse: held })).status).toBe(302)
    expect((await send({ adresse: other })).status).toBe(404)
    expect((await send({ courrier: other })).status).toBe(404)
    expect((await send({})).status).toBe(400)
    const { rows } = await database.superuser.query(
      `select (select state from outgoing_mail where id = $1) as mail,
        (select state from outgoing_mail where id = $2) as other, (select state from long_work where id = $3) as work,
        (select state from outgoing_mail where id = $4) as held`,
      [mail, other, work, held],
    )
    expect(rows[0]).toEqual({ mail: 'waiting', other: 'failed', work: 'waiting', held: 'waiting' })
  })
})
