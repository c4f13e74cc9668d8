import { describe, expect, it } from 'vitest'
import { forgetImportsPastTheirDay } from '#server/dispositifs/jobs/forget-imports.server.ts'
import { emptyOldDossiers } from '#server/dispositifs/retention/empty-dossiers.server.ts'
import { usePapers } from '#tests/support/dispositif-papers.ts'

const { rows, read, told, send, to, get, upload, work, made, holder } = usePapers()

const HEADINGS =
  'N° dossier;Statut;Porteur;Intitulé du projet;Pays;Date de début;Date de fin;Montant demandé;Filles françaises;Garçons français'
const one = (
  over: Partial<Record<'number' | 'status' | 'holder' | 'title' | 'amount' | 'girls', string>> = {},
) =>
  [
    ...[over.number ?? 'JSI-26-001', over.status ?? 'Déposé', over.holder ?? 'Les Passerelles d’essai'],
    ...[over.title ?? 'Un puits à Sokodé', 'Togo', '12/07/2026', '28/07/2026'],
    ...[over.amount ?? '7 500,00 €', over.girls ?? '8', '5'],
  ].join(';')
const file = (...lines: string[]) => [HEADINGS, ...lines].join('\n')

/** From the file to what it would do; columns as they are proposed, unless nobody is asked. */
async function checked(session: string, text: string) {
  const page = to(await upload(`${session}/importer`, [['session.csv', text]]))
  await work()
  const columns = await get(`${page}/colonnes`)
  if (columns.status === 200 && (await read(page)).includes('Indiquer le contenu des colonnes')) {
    const champ = await proposed(page)
    expect((await send(`${page}/colonnes`, { champ })).status).toBe(302)
    await work()
  }
  return page
}

async function proposed(page: string) {
  const selects = [...(await read(`${page}/colonnes`)).matchAll(/<select name="champ".*?<\/select>/gs)]
  return selects.map(([html]) => html.match(/value="([^"]*)" selected/)?.[1] ?? '')
}

async function written(session: string, text: string) {
  const page = await checked(session, text)
  expect((await send(page, { intent: 'confirmer' })).status).toBe(302)
  await work()
  return page
}

const counts = async (page: string) =>
  (await rows('select counts from dossier_import where id = $1', [page.split('/').at(-1)]))[0].counts
const dossiers = (sessionId: string) =>
  rows(
    `select number, external_number, external_status, title, state, origin, countries, starts_on::text,
      requested_cents, answers -> 'planned' -> 'french' as french, submitted_at
    from dossier where session_id = $1 order by number`,
    [sessionId],
  )

describe('The spreadsheet of a session', () => {
  it('is understood from its headings, told before anything is written, then written as dossiers', async () => {
    const { session, sessionId } = await made()
    await holder('Les Passerelles d’essai')
    const page = await checked(
      session,
      file(one(), one({ number: 'JSI-26-002', holder: 'LES PASSERELLES D’ESSAI' })),
    )
    expect(await proposed(page)).toEqual([
      ...['number', 'status', 'holder', 'f.title', 'f.destination', 'f.period.from', 'f.period.to'],
      ...['f.requested', 'f.planned.french.girls', 'f.planned.french.boys'],
    ])
    expect(await counts(page)).toMatchObject({ create: 2, update: 0, refused: 0, choose: 0 })
    expect(await dossiers(sessionId)).toEqual([])
    await send(page, { intent: 'confirmer' })
    await work()
    expect((await dossiers(sessionId))[0]).toMatchObject({
      ...{ number: 1, external_number: 'JSI-26-001', external_status: 'Déposé', origin: 'import' },
      ...{ title: 'Un puits à Sokodé', state: 'submitted', countries: ['TG'], starts_on: '2026-07-12' },
      ...{ requested_cents: 750_000, submitted_at: null },
      french: { total: null, girls: 8, boys: 5 },
    })
    expect(await read(page)).toContain('Les dossiers sont écrits')
  })

  it('asks nothing of a file whose columns it knows, and changes what the platform changed', async () => {
    const { session, sessionId } = await made()
    await holder('Porteuse connue d’essai')
    const line = { holder: 'Porteuse connue d’essai' }
    await written(session, file(one(line)))
    const again = to(
      await upload(`${session}/importer`, [
        ['suite.csv', file(one({ ...line, status: 'Complet', title: 'Deux puits' }))],
      ]),
    )
    await work()
    expect(await counts(again)).toMatchObject({ create: 0, update: 1 })
    const html = await read(`${again}?lignes=update`)
    expect(html).toContain('Les colonnes ont été reconnues')
    expect(html).toContain('Un puits à Sokodé')
    await send(again, { intent: 'confirmer' })
    await work()
    expect((await dossiers(sessionId))[0]).toMatchObject({ title: 'Deux puits', external_status: 'Complet' })
    const same = await checked(session, file(one({ ...line, status: 'Complet', title: 'Deux puits' })))
    expect(await counts(same)).toMatchObject({ create: 0, update: 0, same: 1 })
    expect((await send(same, { intent: 'confirmer' })).status).toBe(422)
  })

  it('never writes over what was completed here, says both, and takes the file where it is asked to', async () => {
    const { session, sessionId } = await made()
    await holder('Porteuse qui complète')
    const line = { holder: 'Porteuse qui complète' }
    await written(session, file(one(line)))
    await rows(
      `update dossier set answers = jsonb_set(jsonb_set(answers, '{title}', '"Titre mis au net ici"'),
        '{period,from}', '"2026-07-14"'), title = 'Titre mis au net ici', starts_on = '2026-07-14'
      where session_id = $1`,
      [sessionId],
    )
    const unchanged = await checked(session, file(one(line)))
    expect(await counts(unchanged), 'what the platform says again is no news').toMatchObject({
      same: 1,
      kept: 0,
    })
    const page = await checked(
      session,
      file(one({ ...line, title: 'Titre de la plateforme' }).replace('12/07', '13/07')),
    )
    expect(await counts(page)).toMatchObject({ same: 1, kept: 1 })
    const html = await read(`${page}?lignes=kept`)
    expect(html).toContain('Ici : Titre mis au net ici')
    expect(html).toContain('Fichier : Titre de la plateforme')
    await send(page, { intent: 'choisir', ligne: '2', prendre: '2:f.period.from' })
    await send(page, { intent: 'confirmer' })
    await work()
    expect((await dossiers(sessionId))[0]).toMatchObject({
      ...{ title: 'Titre mis au net ici', starts_on: '2026-07-13' },
    })
  })

  it('keeps out the lines it cannot believe, with the column, the value and why, in a list to download', async () => {
    const { session, sessionId } = await made()
    await holder('Porteuse des refus')
    const line = { holder: 'Porteuse des refus' }
    const page = await checked(
      session,
      file(
        one(line),
        one({ ...line, number: 'JSI-26-002', amount: 'beaucoup' }),
        one({ ...line, number: '' }),
        one({ ...line, number: 'JSI-26-001' }),
        one({ ...line, number: 'JSI-26-003' }).replace('Togo', 'Atlantide'),
        one({ ...line, number: 'JSI-26-004' }).replace('28/07/2026', '01/07/2026'),
      ),
    )
    expect(await counts(page)).toMatchObject({ create: 1, refused: 5 })
    const html = await read(`${page}?lignes=refused`)
    expect(html).toContain('Colonne « Montant demandé », « beaucoup » : Ce montant ne se lit pas.')
    expect(html).toContain('Ce numéro est déjà sur une autre ligne du fichier')
    expect(html).toContain('La fin vient avant le début')
    const list = await (await get(`${page}/refusees`)).text()
    expect(list).toContain('Atlantide')
    expect(list.split('\n').filter((row) => row.includes('JSI-26-'))).toHaveLength(4)
    await send(page, { intent: 'confirmer' })
    await work()
    expect(await dossiers(sessionId)).toHaveLength(1)
  })

  it('guesses no holder: an unknown name and homonyms wait until somebody chooses or creates, once a name', async () => {
    const { session, sessionId } = await made()
    const first = await holder('Homonymes d’essai')
    await holder('Homonymes d’essai')
    const page = await checked(
      session,
      file(
        one({ number: 'A1', holder: 'Homonymes d’essai' }),
        one({ number: 'A2', holder: 'Toute nouvelle d’essai' }),
        one({ number: 'A3', holder: 'Toute nouvelle d’essai' }),
        one({ number: 'A4', holder: 'Toujours inconnue' }),
      ),
    )
    expect(await counts(page)).toMatchObject({ create: 0, choose: 4 })
    expect(await read(`${page}?lignes=choose`)).toContain('Créer « Toute nouvelle d’essai »')
    await send(page, {
      ...{ intent: 'choisir', ligne: ['2', '3', '4', '5'], 'porteur:2': first },
      ...{ 'porteur:3': 'create', 'porteur:4': 'create', 'porteur:5': '' },
    })
    expect(await counts(page)).toMatchObject({ create: 3, choose: 1 })
    await send(page, { intent: 'confirmer' })
    await work()
    const holders = await rows(
      `select d.external_number as number, o.name, o.id from dossier d
        join dossier_holder h on h.dossier_id = d.id join organisation o on o.id = h.organisation_id
      where d.session_id = $1 order by d.number`,
      [sessionId],
    )
    expect(holders.map(({ number, name }) => [number, name])).toEqual([
      ['A1', 'Homonymes d’essai'],
      ['A2', 'Toute nouvelle d’essai'],
      ['A3', 'Toute nouvelle d’essai'],
    ])
    expect(holders[0].id).toBe(first)
    expect(holders[1].id).toBe(holders[2].id)
  })

  it('that no longer names a dossier tells it, and deletes nothing', async () => {
    const { session, sessionId } = await made()
    await holder('Porteuse disparue')
    const line = { holder: 'Porteuse disparue' }
    await written(session, file(one(line), one({ ...line, number: 'JSI-26-009' })))
    const page = await checked(session, file(one(line)))
    const html = await read(page)
    expect(html).toContain('1 dossier n’est plus dans le fichier')
    expect(html).toContain('JSI-26-009')
    expect(await dossiers(sessionId)).toHaveLength(2)
  })

  it('is undone whole while nobody touched what it wrote, and not at all afterwards', async () => {
    const { session, sessionId } = await made()
    await holder('Porteuse indécise')
    const line = { holder: 'Porteuse indécise' }
    await written(session, file(one(line)))
    const page = await written(
      session,
      file(one({ ...line, title: 'Autre titre' }), one({ ...line, number: 'JSI-26-002' })),
    )
    const [{ id }] = await rows(`select id from dossier where session_id = $1 and number = 2`, [sessionId])
    await rows(`update dossier set updated_at = updated_at + interval '1 second' where id = $1`, [id])
    const held = await send(page, { intent: 'defaire' })
    expect(held.status).toBe(409)
    expect(await told(held)).toContain('quelqu’un a travaillé depuis sur les dossiers n° 2')
    expect(await dossiers(sessionId)).toHaveLength(2)
    await rows(`update dossier set updated_at = updated_at - interval '1 second' where id = $1`, [id])
    await rows(
      `insert into dossier_message (network_id, id, dossier_id, body, at)
      select network_id, gen_random_uuid(), id, 'Vu avec eux', now() from dossier where id = $1`,
      [id],
    )
    expect((await send(page, { intent: 'defaire' })).status, 'a word was said of it').toBe(409)
    await rows('delete from dossier_message where dossier_id = $1', [id])
    expect((await send(page, { intent: 'defaire' })).status).toBe(302)
    expect((await dossiers(sessionId)).map(({ title }) => title)).toEqual(['Un puits à Sokodé'])
  })

  it('is kept ninety days with its lines, then forgotten by night: what it wrote stays, and is not undone', async () => {
    const { session, sessionId } = await made()
    await holder('Les Oubliés d’essai')
    const page = await written(session, file(one({ holder: 'Les Oubliés d’essai' })))
    const id = page.split('/').at(-1)
    const left = async () => ({
      lines: (await rows('select line from dossier_import_line where import_id = $1', [id])).length,
      files: (await rows('select id from stored_file where owner_id = $1 and deleted_at is null', [id]))
        .length,
    })
    expect(await read(`${session}/importer`)).toContain('gardés 90 jours')
    const daysLater = (days: number) => ({ now: () => new Date(Date.now() + days * 86_400_000) })
    await forgetImportsPastTheirDay(daysLater(89))
    expect(await left()).toEqual({ lines: 1, files: 1 })
    await forgetImportsPastTheirDay(daysLater(91))
    expect(await left()).toEqual({ lines: 0, files: 0 })
    expect(await read(page)).toContain('leur durée de garde passée')
    expect((await send(page, { intent: 'defaire' })).status).toBe(409)
    expect(await dossiers(sessionId)).toHaveLength(1)
  })

  it('does not make again a dossier that was erased since, and says the day on which it was', async () => {
    const { session, sessionId } = await made()
    await holder('Les Effacés d’essai')
    const line = { holder: 'Les Effacés d’essai' }
    await written(session, file(one(line)))
    const waiting = await checked(session, file(one(line), one({ ...line, number: 'JSI-26-002' })))
    await rows(
      `update dispositif_session set retention_months = 12, opens_at = opens_at - interval '1 year',
        closes_at = closes_at - interval '1 year' where id = $1`,
      [sessionId],
    )
    await emptyOldDossiers({ now: () => new Date('2026-11-20T12:00:00Z') })
    await send(waiting, { intent: 'confirmer' })
    await work()
    expect((await dossiers(sessionId)).map(({ number }) => number)).toEqual([1, 2])
    const page = await checked(session, file(one(line)))
    expect(await counts(page)).toMatchObject({ create: 0, update: 0, refused: 1 })
    expect(await read(`${page}?lignes=refused`)).toContain('Ce dossier a été effacé le 20 novembre 2026')
    const [kept] = await rows('select * from dossier where session_id = $1 and number = 1', [sessionId])
    expect(JSON.stringify(kept)).not.toContain('JSI-26-001')
  })
})
