import { beforeAll, describe, expect, it } from 'vitest'
import type { StaffContext } from '#server/kernel/context.ts'
import { useDatabase } from '#tests/support/database.ts'
import { aBeginner, aHolderCall, basesIn, WHOLE } from '#tests/support/dispositif-holder.ts'
import { decoded } from '#tests/support/html-elements.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { mailsTo } from '#tests/support/mails.ts'
import { aPerson } from '#tests/support/people.ts'
import { fillIn, forwardClock } from '#tests/support/public-form.ts'
import { staffOf } from '#tests/support/published.ts'

const database = useDatabase()
const clock = forwardClock()
const network = 'so-cooperation'
let app: TestApp
let staff: StaffContext
let slug: string

beforeAll(async () => {
  app = await startApp({ clock })
  staff = await staffOf(database.superuser, network)
  slug = (await aHolderCall(database.superuser, staff)).slug
})

const begin = (more: Record<string, string> = {}, at = slug) =>
  aBeginner({ app, clock, superuser: database.superuser, network }, at, more)
const rows = async (text: string, values: unknown[] = []) =>
  (await database.superuser.query(text, values)).rows
const read = async (path: string, cookie: string) =>
  decoded(await (await app.request(path, { headers: { cookie } })).text())
const send = (path: string, cookie: string, fields: Record<string, string>) =>
  app.request(path, { method: 'POST', body: form(fields), headers: { cookie } })
const dossier = async (id: string) => (await rows('select * from dossier where id = $1', [id]))[0]

describe('Whoever wants to deposit', () => {
  it('finds the door on the public page, and a link in their mail opens their draft', async () => {
    expect(await read(`/${network}/dispositifs/${slug}`, '')).toContain(
      `/${network}/dispositifs/${slug}/deposer`,
    )
    const { home, cookie, email, id } = await begin()
    const page = await read(`${home}/remplir`, cookie)
    expect(page).toContain('Récit')
    expect(page).toContain(`value="${email}"`)
    expect(await dossier(id)).toMatchObject({ state: 'draft', origin: 'here', submitted_at: null })
    expect(await read(`/${network}/espace`, cookie)).toContain(home)
  })

  it('makes nothing before the link is used, and its link once', async () => {
    const before = (await rows('select count(*)::int as n from dossier'))[0].n
    const email = 'sans.suite@essai.example'
    const asked = await fillIn(app, clock, `/${network}/dispositifs/${slug}/deposer`, {
      ...{ email, name: 'Sans Suite', organisation: 'Association sans suite', kind: 'association' },
    })
    expect(asked.status).toBe(200)
    expect((await rows('select count(*)::int as n from dossier'))[0].n).toBe(before)
    expect(await rows('select 1 from account where email = $1', [email])).toHaveLength(0)
    const { link } = await begin()
    const again = await app.request(link, { method: 'POST', body: form({}) })
    expect(again.status).toBe(410)
  })

  it('is answered alike whether the address has an account or not', async () => {
    const known = await aPerson(database.superuser, {})
    const ask = async (email: string) => {
      const answer = await fillIn(app, clock, `/${network}/dispositifs/${slug}/deposer`, {
        ...{ email, name: 'Quelqu’un', organisation: 'Une association', kind: 'association' },
      })
      return [
        answer.status,
        decoded(await answer.text())
          .replaceAll(email, '')
          .replace(/"ouvert"[^>]*>/, '').length,
      ]
    }
    const [one, other] = [await ask(known.email), await ask('inconnue.du.tout@essai.example')]
    expect(one[0]).toBe(other[0])
  })

  it('with the number of a record is its holder, and reads nothing of the record', async () => {
    const { createOrganisation } = await import('#server/crm/organisation/create-organisation.server.ts')
    const { anOrganisation } = await import('#tests/support/organisations.ts')
    const { id: known } = await createOrganisation(
      staff,
      anOrganisation({ name: 'Nom confidentiel', siren: '732829320' }),
    )
    const { id, home, cookie } = await begin({ organisation: 'Comme je l’écris', identifier: '732 829 320' })
    expect(await rows('select organisation_id from dossier_holder where dossier_id = $1', [id])).toEqual([
      { organisation_id: known },
    ])
    const page = await read(home, cookie)
    expect(page).toContain('Comme je l’écris')
    expect(page).not.toContain('Nom confidentiel')
    expect(await rows('select 1 from grant_organisation where organisation_id = $1', [known])).toHaveLength(0)
  })

  it('finds no door when the call is not open', async () => {
    const closed = await aHolderCall(database.superuser, staff, {
      opensAt: '2025-01-01T00:00:00Z',
      closesAt: '2025-02-01T00:00:00Z',
    })
    expect(await read(`/${network}/dispositifs/${closed.slug}`, '')).not.toContain('/deposer')
    const page = await read(`/${network}/dispositifs/${closed.slug}/deposer`, '')
    expect(page).toContain('Aucun appel n’est ouvert')
  })
})

describe('A draft', () => {
  it('keeps what is typed, right or wrong, and says what is wrong at its field', async () => {
    const { home, cookie, id } = await begin()
    const bases = await basesIn(app, home, cookie)
    const sent = await send(`${home}/remplir`, cookie, { ...WHOLE, 'f.requested': 'beaucoup', bases })
    expect(sent.status).toBe(422)
    const page = decoded(await sent.text())
    expect(page).toContain('value="beaucoup"')
    expect((await dossier(id)).answers.story).toBe('Des lycéens cultivent ensemble.')
  })

  it('is deposited once it is whole and every rule is kept, and gives a receipt', async () => {
    const { home, cookie, id, email } = await begin()
    const bases = await basesIn(app, home, cookie)
    expect((await send(`${home}/verifier`, cookie, {})).status).toBe(422)
    await send(`${home}/remplir`, cookie, { ...WHOLE, 'f.requested': '9 000', bases })
    const refused = await send(`${home}/verifier`, cookie, {})
    expect(refused.status).toBe(422)
    expect(await read(`${home}/verifier`, cookie)).toContain('Non respectée')
    await send(`${home}/remplir`, cookie, { ...WHOLE, bases: await basesIn(app, home, cookie) })
    const sent = await send(`${home}/verifier`, cookie, {})
    expect(sent.status).toBe(302)
    const { state, submitted_at, number } = await dossier(id)
    expect(state).toBe('submitted')
    // A double click, a page sent again: the same deposit.
    expect((await send(`${home}/verifier`, cookie, {})).status).toBe(302)
    expect((await dossier(id)).submitted_at).toEqual(submitted_at)
    expect(
      await rows(`select 1 from dossier_move where dossier_id = $1 and to_state = 'submitted'`, [id]),
    ).toHaveLength(1)
    const mails = (await mailsTo(database.superuser, email)).filter(({ props }) => props.what === 'received')
    expect(mails).toHaveLength(1)
    const receipt = await app.request(`${home}/accuse`, { headers: { cookie } })
    expect(receipt.headers.get('content-type')).toBe('application/pdf')
    expect(
      Buffer.from(await receipt.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
    expect(number).toBeGreaterThan(0)
    // Deposited, it is shut.
    expect((await send(`${home}/remplir`, cookie, { ...WHOLE, 'f.title': 'Autre', bases })).status).toBe(409)
    expect((await dossier(id)).title).toBe('Un potager à Ouidah')
  })

  it('goes to its sponsor first where the call has that step', async () => {
    const call = await aHolderCall(database.superuser, staff, { steps: ['sponsor'] })
    const { home, cookie, id } = await begin({}, call.slug)
    await send(`${home}/remplir`, cookie, { ...WHOLE, bases: await basesIn(app, home, cookie) })
    expect((await send(`${home}/verifier`, cookie, {})).status).toBe(302)
    expect(await dossier(id)).toMatchObject({ state: 'awaiting_sponsor', submitted_at: null })
    expect((await send(`${home}/verifier`, cookie, {})).status).toBe(302)
  })

  it('is withdrawn by its holder, and is there no more for anybody to fill in', async () => {
    const { home, cookie, id } = await begin()
    expect((await send(home, cookie, { intent: 'retirer' })).status).toBe(302)
    expect((await dossier(id)).state).toBe('withdrawn')
    expect(await read(`${home}/remplir`, cookie)).toContain('ne peut plus être changée')
  })
})

describe('A holder', () => {
  it('of another dossier finds nothing on any page of this one', async () => {
    const { home } = await begin()
    const stranger = await signedIn(app, await aPerson(database.superuser, { [network]: 'holder' }))
    for (const page of [
      '',
      '/remplir',
      '/verifier',
      '/accuse',
      '/pieces',
      '/equipe',
      '/reprendre',
      '/bilan',
      '/enregistrer',
    ]) {
      const answer = await app.request(home + page, { headers: { cookie: stranger } })
      expect([page, answer.status]).toEqual([page, 404])
      if (page === '/accuse') continue
      const posted = await send(home + page, stranger, { ...WHOLE, intent: 'retirer' })
      expect([page, posted.status]).toEqual([page, 404])
    }
  })
})
