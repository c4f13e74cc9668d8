import { v7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '#tests/support/database.ts'
import { asRead, decoded } from '#tests/support/html-elements.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { mailsTo } from '#tests/support/mails.ts'
import { aPerson } from '#tests/support/people.ts'
import { aListing, staffOf } from '#tests/support/published.ts'

const database = useDatabase()
const BOARD = '/so-cooperation/bureau/fraicheur'
const LETTER = { set: 'never', subject: 'Vérifiez {structure}', body: 'Bonjour {structure} !' }
let app: TestApp
let staff: string
let organisations = 0

beforeAll(async () => {
  app = await startApp()
  staff = await signedIn(app, (await staffOf(database.superuser, 'so-cooperation')).account)
})

const post = (path: string, fields: Record<string, string>, cookie: string) =>
  app.request(path, { method: 'POST', body: form(fields), headers: { cookie } })
const rows = async (query: string, values: unknown[] = []) =>
  (await database.superuser.query(query, values)).rows
const mailsOf = (email: string) => mailsTo(database.superuser, email)

/** A published page with an address. */
async function aPage(given: Record<string, unknown>) {
  const email = `structure-${++organisations}@essai.example`
  const name = `Structure ${organisations}`
  await aListing(await staffOf(database.superuser, 'so-cooperation'), { name, email, ...given })
  return { name, email }
}

describe('A campaign', () => {
  it('is asked in the language of who reads it, and among those of a segment alone', async () => {
    const [french, english, elsewhere] = [
      await aPage({ countries: ['PE'] }),
      await aPage({ countries: ['PE'] }),
      await aPage({ countries: ['CL'] }),
    ]
    const reader = await aPerson(database.superuser, { 'so-cooperation': 'member' })
    await rows(`update account set email = $2, locale = 'en' where id = $1`, [reader.id, english.email])
    const letter = {
      id: v7(),
      ...LETTER,
      among: 'pays=PE',
      subjectEn: 'Check {structure}',
      bodyEn: 'Hello {structure}!',
    }
    const path = `${BOARD}/campagnes/nouvelle`
    const seen = decoded(await (await post(path, { ...letter, intent: 'apercu' }, staff)).text())
    expect(seen).toMatch(/Envoyer à 2 structures/)
    expect(seen).toMatch(/1 de ces personnes lit en anglais/)
    const halved = await post(path, { ...letter, bodyEn: '', intent: 'envoyer' }, staff)
    expect(halved.status).toBe(422)
    expect((await post(path, { ...letter, intent: 'envoyer' }, staff)).status).toBe(302)
    const again = await post(path, { ...letter, intent: 'envoyer' }, staff)
    expect(again.headers.get('location')).toContain(letter.id)
    expect(await mailsOf(english.email)).toHaveLength(1)
    expect((await mailsOf(english.email))[0]!.props.subject).toBe('Check {structure}')
    expect((await mailsOf(french.email))[0]!.props.subject).toBe('Vérifiez {structure}')
    expect(await mailsOf(elsewhere.email)).toEqual([])
  })

  it('leaves out those that are not to be contacted, reminds none that is so since, and says how many', async () => {
    await rows('update organisation set verified_at = now()')
    const [asked, quiet] = [await aPage({}), await aPage({ contactable: false })]
    const path = `${BOARD}/campagnes/nouvelle`
    const seen = async () =>
      asRead(await (await post(path, { id: v7(), ...LETTER, intent: 'apercu' }, staff)).text())
    expect(await seen()).toContain(asRead('1 structure « À ne pas contacter » est laissée de côté'))
    const sent = await post(path, { id: v7(), ...LETTER, intent: 'envoyer' }, staff)
    expect([(await mailsOf(asked.email)).length, (await mailsOf(quiet.email)).length]).toEqual([1, 0])
    await rows('update organisation set contactable = false where email = $1', [asked.email])
    expect(await seen()).toContain(asRead('2 structures « À ne pas contacter » sont laissées de côté'))
    await post(sent.headers.get('location')!.split('?')[0]!, { intent: 'relancer' }, staff)
    expect((await mailsOf(asked.email)).length).toBe(1)
  })
})
