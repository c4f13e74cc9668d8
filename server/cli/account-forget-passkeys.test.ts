import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '#tests/support/database.ts'
import { mailsTo } from '#tests/support/mails.ts'
import { aPerson, type Person } from '#tests/support/people.ts'
import { cli, configured } from './testing.ts'

const database = useDatabase()
let person: Person
beforeAll(async () => {
  person = await aPerson(database.superuser, { gescod: 'admin' })
  await database.superuser.query(
    `insert into passkey (id, account_id, public_key, name) values ('perdue', $1, 'clef', 'Téléphone perdu')`,
    [person.id],
  )
})
const forget = (...args: string[]) =>
  cli(['account', 'forget-passkeys', ...args], configured(database.urls, 'live'))
const keys = async () =>
  (await database.superuser.query('select 1 from passkey where account_id = $1', [person.id])).rowCount

describe('Who lost their keys and their codes', () => {
  it('has them taken away by whoever runs the service, and is told', async () => {
    expect(await keys()).toBe(1)
    const { code, stdout } = await forget('--email', person.email)
    expect([code, stdout.trim(), await keys()]).toEqual([0, 'Clés d’accès retirées : 1.', 0])
    expect((await mailsTo(database.superuser, person.email)).map(({ template }) => template)).toEqual([
      'identity.security',
    ])
    expect((await forget('--email', person.email)).stdout).toContain('n’a pas de clé')
  })

  it('must be somebody', async () => {
    const { code, stderr } = await forget('--email', 'personne@essai.example')
    expect([code, stderr.includes('Aucun compte')]).toEqual([2, true])
    expect((await forget()).code).toBe(2)
  })
})
