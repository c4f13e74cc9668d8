import { beforeAll, describe, expect, it } from 'vitest'
import { hashPassword } from '#server/identity/public.ts'
import { useDatabase } from '#tests/support/database.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { aPerson, PASSWORD, type Person } from '#tests/support/people.ts'

const database = useDatabase()
let app: TestApp

beforeAll(async () => {
  app = await startApp()
})

const tryOnce = (email: string, password: string, headers: Record<string, string> = {}) =>
  app.request('/connexion', { method: 'POST', body: form({ email, password }), headers })
const statuses = async (count: number, email: string, headers?: (n: number) => Record<string, string>) => {
  const seen: number[] = []
  for (let n = 0; n < count; n++) seen.push((await tryOnce(email, 'not this one', headers?.(n))).status)
  return seen
}

describe('The sign-in page', () => {
  it('answers a known and an unknown e-mail alike', async () => {
    const { email } = await aPerson(database.superuser)
    const told = await Promise.all(
      [email, `nobody-${email.slice(7)}`].map(async (typed) => {
        const response = await tryOnce(typed, 'not this one')
        const text = (await response.text()).replaceAll(typed, 'TYPED')
        const [nonce] = response.headers.get('content-security-policy')!.match(/(?<='nonce-)[^']+/)!
        const id = response.headers.get('x-request-id')!
        const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n')
        const same = (given: string) => given.replaceAll(nonce, 'NONCE').replaceAll(id, 'ID')
        return { status: response.status, headers: same(headers), text: same(text) }
      }),
    )
    expect(told[0]).toMatchObject({ status: 401 })
    expect(told[0]!.text).toContain('TYPED')
    expect(told[1]).toEqual(told[0])
  })

  it('gives back the e-mail typed, never the password', async () => {
    const response = await tryOnce('ines@essai.example', 'Secret-Tape-Par-Erreur-7')
    const text = await response.text()
    expect(text).toContain('value="ines@essai.example"')
    expect(text).not.toContain('Secret-Tape')
  })

  it('takes the e-mail as people type it: capitals and spaces around', async () => {
    const { email } = await aPerson(database.superuser)
    expect((await tryOnce(`  ${email.toUpperCase()} `, PASSWORD)).status).toBe(302)
  })

  it.each([
    '\0',
    'a\0b@essai.example',
    `${'a'.repeat(240)}@essai.example`,
    "' or 1=1 --@x",
    '=1@x',
    '\ud800@x',
    '@',
  ])('takes a strange e-mail for a wrong one: %j', async (email) => {
    expect([400, 401]).toContain((await tryOnce(email, 'not this one')).status)
  })
})

describe('The eleventh try of an account in a quarter of an hour', () => {
  const FORWARDED = [
    'x-forwarded-for',
    'forwarded',
    'x-real-ip',
    'cf-connecting-ip',
    'fly-client-ip',
    'true-client-ip',
  ]

  it('is refused even with the right password, whatever address a header pretends', async () => {
    const { email } = await aPerson(database.superuser)
    const pretended = (n: number) => Object.fromEntries(FORWARDED.map((name) => [name, `198.51.100.${n}`]))
    expect(await statuses(10, email, pretended)).toEqual(Array(10).fill(401))
    expect((await tryOnce(email, PASSWORD, pretended(11))).status).toBe(429)
  })

  it('is the eleventh however the e-mail is written, known or not', async () => {
    for (const email of [(await aPerson(database.superuser)).email, 'nobody@essai.example']) {
      await statuses(5, email)
      await statuses(5, ` ${email.toUpperCase()}`)
      expect(await statuses(1, email)).toEqual([429])
    }
  })

  it('cannot slip through in a crowd: thirty at once are ten tries', async () => {
    const { email } = await aPerson(database.superuser)
    const crowd = await Promise.all(Array.from({ length: 30 }, () => tryOnce(email, 'not this one')))
    expect(crowd.filter(({ status }) => status === 401)).toHaveLength(10)
    expect(crowd.filter(({ status }) => status === 429)).toHaveLength(20)
  })

  it('stops nobody else, and the account itself only until the window is over', async () => {
    const [one, other] = [await aPerson(database.superuser), await aPerson(database.superuser)]
    await statuses(11, one.email)
    expect((await tryOnce(other.email, PASSWORD)).status).toBe(302)
    await database.owner.query('update sign_in_attempt set expire = $1', [Date.now() - 1])
    expect((await tryOnce(one.email, PASSWORD)).status).toBe(302)
  })

  it('is counted from the last success', async () => {
    const { email } = await aPerson(database.superuser)
    await statuses(9, email)
    expect((await tryOnce(email, PASSWORD)).status).toBe(302)
    expect(await statuses(10, email)).toEqual(Array(10).fill(401))
  })
})

describe('A demonstration account', () => {
  const demo: Pick<Person, 'email'> = { email: 'staff@so-cooperation.demo' }
  beforeAll(async () => {
    const { id } = await aPerson(database.superuser, { 'so-cooperation': 'staff' })
    const values = [id, demo.email, await hashPassword('maillage-demo')]
    await database.owner.query('update account set email = $2, password_hash = $3 where id = $1', values)
  })

  it('opens the demonstration, and is unknown in a live product, its earlier sessions included', async () => {
    const demonstration = await startApp({ demo: true })
    const cookie = await signedIn(demonstration, demo, 'maillage-demo')
    expect((await demonstration.request('/so-cooperation/bureau', { headers: { cookie } })).status).toBe(200)
    const live = await startApp({ demo: false })
    const body = form({ email: demo.email, password: 'maillage-demo' })
    expect((await live.request('/connexion', { method: 'POST', body })).status).toBe(401)
    expect((await live.request('/so-cooperation/bureau', { headers: { cookie } })).status).toBe(302)
  })

  it.each(['/dev', '/dev/', '/dev/mails', '/dev/courriels', '/dev/sign-in'])(
    'has no back door: %s',
    async (path) => {
      expect((await app.request(path)).status).toBe(404)
    },
  )
})
