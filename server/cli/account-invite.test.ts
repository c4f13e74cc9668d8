import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '#tests/support/database.ts'
import { form, startApp, type TestApp } from '#tests/support/http.ts'
import { mailsTo } from '#tests/support/mails.ts'
import { cli, configured } from './testing.ts'

const database = useDatabase()
let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
const invite = (...args: string[]) => cli(['account', 'invite', ...args], configured(database.urls, 'live'))

describe('The first administrator of a network', () => {
  it('is invited from the command line, and enters by the link it gives', async () => {
    const email = `${randomUUID()}@essai.example`
    const { code, stdout, stderr } = await invite('--network', 'gescod', '--email', email)
    expect({ code, stderr }).toMatchObject({ code: 0 })
    const path = new URL(stdout.trim()).pathname
    const [mail] = await mailsTo(database.superuser, email)
    expect(mail!.link).toBe(path)
    const accepted = await app.request(path, {
      method: 'POST',
      body: form({ intent: 'nouveau', name: 'Première Essai' }),
    })
    const cookie = accepted.headers.get('set-cookie')!.split(';')[0]!
    const team = await app.request('/gescod/bureau/equipe/inviter', { headers: { cookie } })
    expect(team.status).toBe(200)
  })

  it('has another link sent when theirs has expired: nobody of the network could', async () => {
    const email = `${randomUUID()}@essai.example`
    const { stdout } = await invite('--network', 'gescod', '--email', email)
    await database.superuser.query('update invitation set expires_at = now() where email = $1', [email])
    await app.request(new URL(stdout.trim()).pathname, {
      method: 'POST',
      body: form({ intent: 'renouveler' }),
    })
    expect(await mailsTo(database.superuser, email)).toHaveLength(2)
  })

  it.each([
    [['--network', 'nulle-part', '--email', 'a@essai.example'], 'n’existe pas'],
    [['--network', 'gescod', '--email', 'sans-arobase'], 'adresse e-mail complète'],
    [['--network', 'gescod', '--email', 'a@essai.example', '--role', 'roi'], '--role'],
  ])('is refused in one sentence when %s', async (args, words) => {
    const { code, stdout, stderr } = await invite(...args)
    expect([code, stdout, stderr.includes(words), stderr.trim().split('\n').length]).toEqual([2, '', true, 1])
  })
})
