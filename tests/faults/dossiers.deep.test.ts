import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { afterEach, describe, expect, it } from 'vitest'
import { clientOf } from '#tests/support/database.ts'
import { decoded } from '#tests/support/html-elements.ts'
import { aPerson } from '#tests/support/people.ts'
import { cookieOf } from './edits.ts'
import { aDraftOf, anOpenCall } from './holder-call.ts'
import { aFolder, type Instance, startInstance } from './instance.ts'
import { superuserOf } from './other-cluster.ts'

const NETWORK = 'so-cooperation'
const PASSWORD = 'Quatre-Mots-Simples-9'
const clients: pg.Client[] = []
afterEach(async () => {
  for (const client of clients.splice(0)) await client.end().catch(() => {})
})

async function live(dataDir = aFolder()) {
  const instance = await startInstance({ env: { MAILLAGE_MODE: 'live', DATA_DIR: dataDir } })
  await instance.ready()
  return instance
}

async function superuser(instance: Instance) {
  const client = await superuserOf(await instance.cluster(), 'maillage')
  clients.push(client)
  return client
}

async function holder(instance: Instance) {
  const app = await clientOf((await instance.urls()).app)
  clients.push(app)
  const person = await aPerson(app, { [NETWORK]: 'holder' })
  return { ...person, cookie: await cookieOf(instance, person.email, PASSWORD) }
}

const post = (instance: Instance, path: string, cookie: string, fields: Record<string, string>) =>
  instance.fetch(path, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields),
    redirect: 'manual',
  })

describe('While a holder writes', () => {
  it('the server is killed: every save it acknowledged is there at the next start, the last one too', async () => {
    const first = await live()
    const db = await superuser(first)
    const call = await anOpenCall(db, NETWORK)
    const { cookie, id: account, email } = await holder(first)
    const { id } = await aDraftOf(db, NETWORK, call, { account, email }, 1)
    const home = `/${NETWORK}/espace/dossiers/${id}`
    const html = await (await first.fetch(`${home}/remplir`, { headers: { cookie } })).text()
    let bases: Record<string, string> = JSON.parse(
      decoded(html.match(/<input[^>]*name="bases"[^>]*value="([^"]*)"/)![1]!),
    )
    let acknowledged = ''
    let writing = true
    const done = (async () => {
      for (let turn = 1; writing; turn++) {
        const story = `Récit, mot ${turn} ${randomUUID()}`
        const sent = { 'f.story': story, bases: JSON.stringify(bases) }
        const response = await post(first, `${home}/enregistrer`, cookie, sent).catch(() => null)
        if (!response?.ok) continue
        const answer = (await response.json().catch(() => null)) as { bases: Record<string, string> } | null
        if (!answer) continue
        bases = { ...bases, ...answer.bases }
        acknowledged = story
        if (turn === 25) {
          first.kill('SIGKILL')
          writing = false
        }
      }
    })()
    await done
    await first.ended
    const second = await live(first.dataDir)
    const { rows } = await (await superuser(second)).query('select answers from dossier where id = $1', [id])
    expect(acknowledged).not.toBe('')
    expect(rows[0].answers.story).toBe(acknowledged)
  })
})

describe('In the last minute of a call', () => {
  it('a thousand deposits are accepted, each exactly once', async () => {
    const most = 1000
    const instance = await live()
    const db = await superuser(instance)
    const call = await anOpenCall(db, NETWORK)
    const { cookie, id: account, email } = await holder(instance)
    const drafts: string[] = []
    for (let nth = 1; nth <= most; nth++)
      drafts.push((await aDraftOf(db, NETWORK, call, { account, email }, nth)).id)
    await db.query(`update dispositif_session set closes_at = now() + interval '60 seconds' where id = $1`, [
      call.session,
    ])
    const statuses: number[] = []
    // One after the other until the last seconds, whatever the others wait for; one in ten clicks twice.
    const every = 50_000 / most
    await Promise.all(
      drafts.map(async (id, nth) => {
        await new Promise((resolve) => setTimeout(resolve, nth * every))
        const path = `/${NETWORK}/espace/dossiers/${id}/verifier`
        const clicks = nth % 10 === 0 ? 2 : 1
        const sent = Array.from({ length: clicks }, () => post(instance, path, cookie, {}))
        const answers = await Promise.all(sent)
        statuses.push(answers[0]!.status)
        for (const answer of answers) await answer.text()
      }),
    )
    const { rows } = await db.query(
      `select d.state, count(*)::int as files, sum(m.n)::int as deposits, bool_and(d.submitted_at < s.closes_at) as "inTime"
       from dossier d join dispositif_session s on s.network_id = d.network_id and s.id = d.session_id,
         lateral (select count(*)::int as n from dossier_move m
           where m.network_id = d.network_id and m.dossier_id = d.id and m.to_state = 'submitted') m
       where d.session_id = $1 group by d.state`,
      [call.session],
    )
    const accepted = rows.find(({ state }) => state === 'submitted')
    expect(accepted?.files).toBeGreaterThanOrEqual(most * 0.999)
    expect(accepted?.deposits).toBe(accepted?.files)
    expect(accepted?.inTime).toBe(true)
    expect(statuses.filter((status) => status === 302).length).toBeGreaterThanOrEqual(most * 0.999)
    const mails = await db.query(
      `select count(*)::int as n from outgoing_mail where props->>'what' = 'received'`,
    )
    expect(mails.rows[0].n).toBe(accepted?.files)
  })
})
