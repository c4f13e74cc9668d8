import { describe, expect, it } from 'vitest'
import { aDispositif } from '#tests/support/dispositifs.ts'
import { useTemplates } from '#tests/support/shared-templates.ts'

const { database, rows, desk, shared, sharedOnce, revisions, fieldsOf, told } = useTemplates()
const field = (label: string, type = 'short_text') => ({ label_fr: label, label_en: label, type })

describe('A template that the conference shares', () => {
  it('is read by every network before it is taken: who shares it, its version, its rules in plain words', async () => {
    const { key } = await sharedOnce()
    const so = desk('so-cooperation')
    const list = await so.read(`${so.base}/modeles?q=dispositif%20conf`)
    expect(list).toContain('>CONF<')
    expect(list).toContain('Partagé par Conférence interrégionale')
    expect(await so.read(`${so.base}/modeles?q=tandems`)).not.toContain('>CONF<')
    expect(await so.read(`${so.base}/modeles?q=zzz`)).toContain('Aucun modèle pour « zzz »')
    const page = await so.read(`${so.base}/modeles/${key}`)
    expect(page).toContain('version 1')
    expect(page).toContain('Entre 15 et 25 ans')
    expect(page).toContain('Titre du projet')
    expect(page).not.toContain('Sacha Contact')
  })

  it('becomes the network’s own dispositif, tied to the version, with its own contact and its own calls', async () => {
    const { key } = await sharedOnce()
    const so = desk('so-cooperation')
    expect(await so.read(`${so.base}/nouveau?modele=${key}`)).toContain('value="CONF"')
    const { id, page, side } = await so.takes(key, 'SO-2', { contact: 'Alix Essai' })
    expect(await rows('select template, contact from dispositif where id = $1', [id])).toEqual([
      { template: 'jsi', contact: 'Alix Essai' },
    ])
    expect(await rows('select version from dispositif_taken_version where dispositif_id = $1', [id])).toEqual(
      [{ version: 1 }],
    )
    expect(await so.read(side)).toContain('Vous avez la dernière version')
    expect(await so.read(`${page}/sessions/nouvelle`)).toMatch(
      /value="national"[^>]*checked|checked[^>]*value="national"/,
    )
    expect(await so.read(`${so.base}/modeles?q=dispositif%20conf`)).toContain('Déjà pris')
  })

  it('is withdrawn: nobody takes it any more, and what was taken stays', async () => {
    const template = await shared('CONF-3')
    const so = desk('so-cooperation')
    const { side, id } = await so.takes(template.key, 'SO-3')
    await desk('cirrma').done(template.side, 'retirer')
    expect((await so.get(`${so.base}/modeles/${template.key}`)).status).toBe(404)
    const late = await so.send(`${so.base}/nouveau?modele=${template.key}`, {
      code: 'SO-3B',
      name: 'Trop tard',
      intake: 'here',
    })
    expect(late.status).toBe(409)
    expect(await so.read(side)).toContain('Ce modèle n’est plus partagé')
    expect(await revisions(id, 'form')).toHaveLength(1)
    await desk('cirrma').done(template.side, 'partager')
    expect(await so.read(side)).toContain('Vous avez la dernière version')
  })

  it('is shared again only when something changed in it', async () => {
    const { side } = await sharedOnce()
    expect((await desk('cirrma').act(side, 'partager')).status).toBe(409)
  })

  it('holds nothing of a call, of a file, of a contact or of a person', async () => {
    const cirrma = desk('cirrma')
    const networkId = cirrma.staff().network.id
    const secret = 'secret-de-dossier'
    const made = await aDispositif(database.superuser, networkId, {
      ...{ contact: secret, body: secret, call: { name: secret } },
    })
    await database.superuser.query(
      `insert into dossier (network_id, id, session_id, number, title, origin, form_id, answers, moved_at)
       values ($1, gen_random_uuid(), $2, 1, $4, 'behalf', $3, jsonb_build_object('title', $4::text), now())`,
      [networkId, made.session, made.formId, secret],
    )
    await cirrma.done(`${cirrma.base}/${made.id}/modele`, 'partager')
    const [{ row }] = await rows(
      'select to_jsonb(l)::text as row from dispositif_template_listing l where id = $1',
      [made.id],
    )
    expect(row).not.toContain(secret)
    expect(row).not.toContain(cirrma.staff().account.id)
    expect(Object.keys(JSON.parse(row).content).sort()).toEqual(
      'aliases code form funder grid intake intakeUrl jury legalText letters model name retentionMonths rules steps summary'.split(
        ' ',
      ),
    )
  })

  it('is changed and withdrawn by who shares it alone', async () => {
    const template = await shared('CONF-5')
    const so = desk('so-cooperation')
    const theirs = `${so.base}/${template.id}/modele`
    expect((await so.get(theirs)).status).toBe(404)
    for (const acte of ['partager', 'retirer', 'prendre', 's-ecarter'])
      expect((await so.send(theirs, { acte, version: '1' })).status, acte).toBe(404)
    expect(
      await rows('select version from dispositif_template_listing where id = $1', [template.id]),
    ).toEqual([{ version: 1 }])
    await expect(
      database.superuser
        .query('set role maillage_app')
        .then(() => database.superuser.query('update dispositif_template_version set note = note')),
    ).rejects.toThrow(/permission denied/)
    await database.superuser.query('reset role')
  })
})

describe('What comes from a template', () => {
  it('is locked, while questions and rules of the network are added beside it', async () => {
    const so = desk('so-cooperation')
    const { page, id, form, rules, side } = await so.takes((await sharedOnce()).key, 'SO-6')
    await so.done(`${page}/personnaliser`, 'ouvrir')
    const html = await so.read(form)
    expect(html).toContain('du modèle')
    expect(html).not.toContain('?champ=title#modifier')
    const refused = await so.act(form, 'champ-retirer:title')
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('il faut d’abord s’écarter du modèle')
    expect((await so.act(form, 'champ:title', { label_fr: 'Autre titre', type: 'title' })).status).toBe(409)
    expect((await so.act(form, 'champ-haut:summary')).status).toBe(409)
    expect((await so.act(rules, 'regle-retirer:ages')).status).toBe(409)
    expect((await so.get(`${page}/personnaliser/grille`)).status).toBe(302)
    expect(await revisions(id, 'form')).toHaveLength(1)
    await so.done(form, 'champ-ajouter:project', field('Quel lieu de Nouvelle-Aquitaine ?'))
    await so.done(form, 'rubrique-ajouter:', { title_fr: 'Dans la région' })
    await so.done(form, 'champ-ajouter:ici_dans_la_region', field('Avec qui ?'))
    await so.done(form, 'champ-haut:ici_quel_lieu_de_nouvelle_aquitaine')
    await so.done(rules, 'regle:', {
      ...{ kind: 'files_per_holder', max: '1', why_fr: 'Un par an.', source: 'Réseau', blocking: 'oui' },
    })
    const own = await so.read(side)
    expect(own).toContain('Question « Quel lieu de Nouvelle-Aquitaine ? »')
    expect(own).toContain('Rubrique « Dans la région »')
    await so.done(form, 'publier')
    expect((await revisions(id, 'form')).map(({ number, out, version }) => [number, out, version])).toEqual([
      [1, true, 1],
      [2, true, 1],
    ])
  })

  it('is opened by who says so, which the page tells and the history keeps', async () => {
    const so = desk('so-cooperation')
    const { page, id, form, side } = await so.takes((await sharedOnce()).key, 'SO-7')
    await so.done(side, 's-ecarter')
    expect(await so.read(side)).toContain('S’écarte de son modèle')
    expect(await so.read(page)).toContain('S’écarte de son modèle')
    expect(
      await rows(
        `select action, account_id from audit_entry where object_id = $1 and action = 'dispositif.departed'`,
        [id],
      ),
    ).toEqual([{ action: 'dispositif.departed', account_id: so.staff().account.id }])
    await so.done(form, 'champ:title', {
      label_fr: 'Autre titre',
      type: 'title',
      required: 'oui',
      fact: 'title',
    })
    expect(await fieldsOf(id)).toContain('title')
    expect(await so.read(side)).toContain('Question « Autre titre »')
  })
})

describe('A newer version', () => {
  const NEW: [string, Record<string, string>][] = [
    ['champ-ajouter:project', field('Comment rendrez-vous compte ?')],
    ['champ-retirer:locality', {}],
  ]

  it('is told once, read in words, and taken in one click with what the network added', async () => {
    const template = await shared('CONF-8', 'jsi')
    const so = desk('so-cooperation')
    const { page, id, form, side } = await so.takes(template.key, 'SO-8')
    const session = (
      await so.send(`${page}/sessions/nouvelle`, {
        ...{ name: 'Session', year: '2026', opensAt: '2026-01-05T08:00', closesAt: '2026-12-31T23:59' },
        ...{ timeZone: 'Europe/Paris', jury: 'grid', retentionMonths: '60', envelope: '' },
      })
    ).headers
      .get('location')!
      .split('?')[0]!
    await so.done(`${page}/personnaliser`, 'ouvrir')
    await so.done(form, 'champ-ajouter:project', field('Une question à nous'))
    await so.done(form, 'publier')
    await template.publishes('form', NEW, 'Le compte rendu est demandé')
    await told()
    await told()
    expect(
      await rows(
        `select params from notification where kind = 'dispositifs.template_version' and path = $1`,
        [side],
      ),
    ).toEqual([{ params: { dispositif: 'SO-8', version: 2 } }])
    expect(await so.read(page)).toContain('La version 2 du modèle est parue')
    const html = await so.read(side)
    expect(html).toContain('Le compte rendu est demandé')
    expect(html).toContain('Comment rendrez-vous compte ? : nouvelle question')
    expect(html).toContain('Ville ou village : question retirée')
    expect(html).not.toContain('ont écrit tous les deux')
    await so.done(side, 'prendre', { version: '2' })
    const [first, second, draft] = await revisions(id, 'form')
    expect([first.out, second.out, draft.out, draft.version]).toEqual([true, true, false, 2])
    const keys = await fieldsOf(id)
    expect(keys).toEqual(expect.arrayContaining(['comment_rendrez_vous_compte', 'ici_une_question_a_nous']))
    expect(keys).not.toContain('locality')
    expect(await so.read(side)).toContain('attend en brouillon')
    await so.done(side, 'publier')
    expect((await revisions(id, 'form')).at(-1)).toMatchObject({ number: 3, out: true, version: 2 })
    expect(
      await rows(
        `select r.number from dispositif_session s join dispositif_revision r on r.id = s.form_id where s.id = $1`,
        [session.split('/').at(-1)],
      ),
      'a call that is there keeps its form',
    ).toEqual([{ number: 1 }])
    expect(
      (await so.act(form, 'champ-retirer:comment_rendrez_vous_compte')).status,
      'locked in its turn',
    ).toBe(409)
  })

  it('tells what both wrote before it is taken, keeps the network’s, and loses nothing', async () => {
    const template = await shared('CONF-9', 'jsi')
    const so = desk('so-cooperation')
    const { id, form, side } = await so.takes(template.key, 'SO-9')
    await so.done(side, 's-ecarter')
    const summary = (label: string) => ({
      label_fr: label,
      type: 'long_text',
      required: 'oui',
      fact: 'summary',
    })
    await so.done(form, 'champ:summary', summary('Le résumé du réseau'))
    await so.done(form, 'champ-retirer:need')
    await so.done(form, 'publier')
    await template.publishes(
      'form',
      [
        ['champ:summary', summary('Le résumé de la conférence')],
        ['champ:need', { label_fr: 'Le besoin, mieux dit', type: 'long_text' }],
      ],
      'Mieux dit',
    )
    const html = await so.read(side)
    expect(html).toContain('2 points où votre réseau et le modèle ont écrit tous les deux')
    expect(html).toContain('Question « Le résumé du réseau »')
    expect(html).toContain('La vôtre est gardée.')
    expect(html).toContain('Celle du modèle : Le résumé de la conférence')
    expect(html).toContain('elle reste retirée')
    expect((await so.act(side, 'prendre', { version: '7' })).status, 'not the version that was read').toBe(
      409,
    )
    await so.done(side, 'prendre', { version: '2' })
    const labels = JSON.stringify((await revisions(id, 'form')).at(-1)!.content)
    expect(labels).toContain('Le résumé du réseau')
    expect(labels).not.toContain('Le besoin, mieux dit')
    expect(await so.read(side)).toContain('Question « Le besoin, mieux dit »')
  })

  it('whose draft was given up is proposed again, and nothing is lost meanwhile', async () => {
    const template = await shared('CONF-10', 'jsi')
    const gescod = desk('gescod')
    const { id, form, side, page } = await gescod.takes(template.key, 'GE-10')
    await template.publishes('form', NEW, '')
    await gescod.done(side, 'prendre', { version: '2' })
    await gescod.done(`${page}/personnaliser`, 'ouvrir')
    await gescod.done(form, 'abandonner')
    expect(await fieldsOf(id)).toContain('locality')
    expect(await gescod.read(side)).toContain('Une partie de la version 2 n’est pas reprise')
    await gescod.done(side, 'prendre', { version: '2' })
    expect(await fieldsOf(id)).not.toContain('locality')
  })

  it('brings its presentation where the network left it as it was, and leaves its own words', async () => {
    const template = await shared('CONF-11')
    const [so, cirrma] = [desk('so-cooperation'), desk('cirrma')]
    const read = await so.read(`${so.base}/nouveau?modele=${template.key}`)
    const funder = read.match(/name="funder"[^>]*value="([^"]*)"/)?.[1] ?? ''
    const { id, side } = await so.takes(template.key, 'SO-11', { funder, summary: 'Nos mots.' })
    const changed = await cirrma.send(`${template.page}/modifier`, {
      ...{ code: 'CONF-11', name: 'Dispositif CONF-11', intake: 'elsewhere', contact: 'Sacha Contact' },
      ...{ funder: 'Autre financeur', summary: 'Leurs mots.', version: await versionOf(template.id) },
    })
    expect(changed.status).toBe(302)
    await cirrma.done(template.side, 'partager', { note: '' })
    expect(await so.read(side)).toContain('Financeur : Autre financeur')
    await so.done(side, 'prendre', { version: '2' })
    expect(await rows('select funder, summary from dispositif where id = $1', [id])).toEqual([
      { funder: 'Autre financeur', summary: 'Nos mots.' },
    ])
    expect(await revisions(id, 'form'), 'nothing of its form changed').toHaveLength(1)
  })

  const versionOf = async (id: string) =>
    String((await rows('select version from dispositif where id = $1', [id]))[0].version)
})
