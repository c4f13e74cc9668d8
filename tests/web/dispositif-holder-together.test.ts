import { beforeAll, describe, expect, it } from 'vitest'
import type { StaffContext } from '#server/kernel/context.ts'
import { useDatabase } from '#tests/support/database.ts'
import { aBeginner, aHolderCall, basesIn, basesOfPage, WHOLE } from '#tests/support/dispositif-holder.ts'
import { decoded } from '#tests/support/html-elements.ts'
import { form, startApp, type TestApp } from '#tests/support/http.ts'
import { mailsTo } from '#tests/support/mails.ts'
import { forwardClock } from '#tests/support/public-form.ts'
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
  slug = (await aHolderCall(database.superuser, staff, { documents: true })).slug
})

const begin = (more: Record<string, string> = {}) =>
  aBeginner({ app, clock, superuser: database.superuser, network }, slug, more)
const rows = async (text: string, values: unknown[] = []) =>
  (await database.superuser.query(text, values)).rows
const read = async (path: string, cookie: string) =>
  decoded(await (await app.request(path, { headers: { cookie } })).text())
const send = (path: string, cookie: string, fields: Record<string, string>) =>
  app.request(path, { method: 'POST', body: form(fields), headers: { cookie } })
const answers = async (id: string) =>
  (await rows('select answers from dossier where id = $1', [id]))[0].answers as Record<string, unknown>

/** Somebody invited by whoever began it, who came by the link of their mail. */
async function colleague(home: string, cookie: string) {
  const email = `collegue.${Math.random().toString(36).slice(2, 8)}@essai.example`
  expect(
    (await send(`${home}/equipe`, cookie, { intent: 'inviter', email, name: 'Alix Essai' })).status,
  ).toBe(302)
  const { link } = (await mailsTo(database.superuser, email)).at(-1)!
  const opened = await app.request(link, { method: 'POST', body: form({}) })
  expect(opened.status).toBe(302)
  return { email, cookie: opened.headers.get('set-cookie')!.split(';')[0]! }
}

describe('Two people in one form', () => {
  it('are each told that the other is there, and what they saved', async () => {
    const { home, cookie } = await begin()
    const other = await colleague(home, cookie)
    await send(`${home}/enregistrer`, other.cookie, {
      ...{ 'f.title': 'Par Alix', 'f.contact_email': '' },
      bases: await basesIn(app, home, other.cookie),
    })
    const told = await (await app.request(`${home}/enregistrer?depuis=1`, { headers: { cookie } })).json()
    expect(told).toMatchObject({ there: ['Alix Essai'] })
    expect(told.saves[0]).toMatchObject({ by: 'Alix Essai' })
    expect(told.saves[0].fields).toContain('title')
  })

  it('keep what each wrote in fields of their own', async () => {
    const { home, cookie, id } = await begin()
    const other = await colleague(home, cookie)
    const bases = await basesIn(app, home, cookie)
    const known = { 'f.contact_email': (await answers(id)).contact_email as string }
    await send(`${home}/enregistrer`, cookie, { ...known, 'f.title': 'Le titre', bases })
    const second = await send(`${home}/enregistrer`, other.cookie, { ...known, 'f.story': 'Le récit', bases })
    expect((await second.json()).conflicts).toEqual([])
    expect(await answers(id)).toMatchObject({ title: 'Le titre', story: 'Le récit' })
  })

  it('lose nothing of the same answer: both versions are shown and the second chooses', async () => {
    const { home, cookie, id } = await begin()
    const other = await colleague(home, cookie)
    const bases = await basesIn(app, home, cookie)
    await send(`${home}/enregistrer`, other.cookie, { 'f.title': 'Le titre d’Alix', bases })
    const saved = await send(`${home}/enregistrer`, cookie, { 'f.title': 'Mon titre', bases })
    expect((await saved.json()).conflicts).toEqual(['title'])
    const asked = await send(`${home}/remplir`, cookie, { 'f.title': 'Mon titre', bases })
    expect(asked.status).toBe(409)
    const html = await asked.text()
    const page = decoded(html)
    for (const shown of ['Mon titre', 'Le titre d’Alix', 'Garder celle d’Alix Essai'])
      expect(page).toContain(shown)
    expect((await answers(id)).title).toBe('Le titre d’Alix')
    await send(`${home}/remplir`, cookie, {
      'f.title': 'Mon titre',
      'choix.title': 'mine',
      bases: basesOfPage(html),
    })
    expect((await answers(id)).title).toBe('Mon titre')
    const replaced = await rows(
      `select replaced from dossier_save where dossier_id = $1 and replaced <> '{}'`,
      [id],
    )
    expect(replaced).toEqual([{ replaced: { title: 'Le titre d’Alix' } }])
  })
})

describe('Whoever writes a dossier', () => {
  it('leaves it, is removed from it, and the last one stays', async () => {
    const { home, cookie, id } = await begin()
    const alone = (await rows('select id from dossier_editor where dossier_id = $1', [id]))[0].id
    expect((await send(`${home}/equipe`, cookie, { intent: 'retirer', editeur: alone })).status).toBe(409)
    const other = await colleague(home, cookie)
    expect((await app.request(home, { headers: { cookie: other.cookie } })).status).toBe(200)
    const [{ id: editor }] = await rows(
      'select id from dossier_editor where dossier_id = $1 and email = $2',
      [id, other.email],
    )
    await send(`${home}/equipe`, cookie, { intent: 'retirer', editeur: editor })
    expect((await app.request(home, { headers: { cookie: other.cookie } })).status).toBe(404)
  })

  it('attaches the document that a rule wants, and only its people and the team read it', async () => {
    const { home, cookie, id } = await begin()
    await send(`${home}/remplir`, cookie, { ...WHOLE, bases: await basesIn(app, home, cookie) })
    expect((await send(`${home}/verifier`, cookie, {})).status).toBe(422)
    const body = new FormData()
    body.append('fichier', new File(['Les statuts de l’association'], 'statuts.txt', { type: 'text/plain' }))
    const sent = await app.request(`${home}/pieces?question=statutes`, {
      method: 'POST',
      body,
      headers: { cookie },
    })
    expect(sent.status, await sent.clone().text()).toBe(302)
    const [file] = (await answers(id)).statutes as { id: string; name: string }[]
    expect(file!.name).toBe('statuts.txt')
    const path = `/${network}/fichiers/${file!.id}`
    expect((await app.request(path, { headers: { cookie } })).status).toBe(200)
    const stranger = await begin()
    expect((await app.request(path, { headers: { cookie: stranger.cookie } })).status).toBe(404)
    // The form, saved again, keeps it.
    await send(`${home}/remplir`, cookie, { ...WHOLE, bases: await basesIn(app, home, cookie) })
    expect((await send(`${home}/verifier`, cookie, {})).status).toBe(302)
  })

  it('takes up answers of a former dossier, those that are ticked and no other', async () => {
    const former = await begin()
    await send(`${former.home}/remplir`, former.cookie, {
      ...{ ...WHOLE, 'f.hopes': 'Grandir' },
      bases: await basesIn(app, former.home, former.cookie),
    })
    const { home, cookie, id } = await begin({ email: former.email })
    const page = await read(`${home}/reprendre?de=${former.id}`, cookie)
    expect(page).toContain('Des lycéens cultivent ensemble.')
    await send(`${home}/reprendre`, cookie, { de: former.id, prendre: 'story' })
    const taken = await answers(id)
    expect(taken.story).toBe('Des lycéens cultivent ensemble.')
    expect(taken.hopes).toBeUndefined()
    const stranger = await begin()
    expect(
      (
        await app.request(`${stranger.home}/reprendre?de=${former.id}`, {
          headers: { cookie: stranger.cookie },
        })
      ).status,
    ).toBe(404)
  })
})
