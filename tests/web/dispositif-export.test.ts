import { describe, expect, it } from 'vitest'
import { partNames } from '#packages/spreadsheet/zip-bounds.server.ts'
import { usePapers } from '#tests/support/dispositif-papers.ts'

const { rows, get, send, to, work, made, holder, read } = usePapers()
const network = '/so-cooperation'

async function entered(session: string, fields: Record<string, string>) {
  const holders = await holder(`Porteuse exportée ${Math.random()}`)
  return to(await send(`${session}/saisir`, { holders, deposited: 'oui', ...fields }))
}

async function exported(session: string, format: string) {
  const asked = await send(`${session}/exporter`, { format })
  expect(asked.headers.get('location')).toContain('/bureau/travaux/')
  const { fileId } = await work()
  const response = await get(`${network}/fichiers/${fileId}`)
  expect(response.status).toBe(200)
  return new Uint8Array(await response.arrayBuffer())
}

describe('The export of a session', () => {
  it('is a table of every dossier with every answer, its state and its whole way, formulas made inert', async () => {
    const { session } = await made('jsi')
    const first = await entered(session, { externalNumber: 'JSI-9', 'f.title': '=HYPERLINK("x")' })
    await entered(session, { 'f.title': 'Un verger à Sokodé', 'f.youngest': '16' })
    await send(first, {
      intent: 'avancer',
      de: 'submitted',
      vers: 'to_correct',
      motif: 'Il manque le budget',
    })
    const text = new TextDecoder().decode(await exported(session, 'csv'))
    const lines = text.split('\n')
    expect(lines[0]).toContain('Numéro sur la plateforme')
    expect(lines[0]).toContain('Jeunes prévus : France, Filles')
    expect(text).toContain('Un verger à Sokodé')
    expect(text).toContain('À corriger')
    expect(text).toContain('Il manque le budget')
    expect(text).toContain(`'=HYPERLINK`)
  })

  it('tells every review with its marks and its reasons, the region’s opinion and the decision', async () => {
    const { session } = await made('jsi')
    const dossier = (await entered(session, { 'f.title': 'Un rucher à Thiès' })).split('/').at(-1)!
    const [{ network_id: here }] = await rows('select network_id from dossier where id = $1', [dossier])
    const reader = '018f0000-0000-7000-8000-00000000aaaa'
    await rows(
      `insert into instructor (network_id, id, email, name, organisation_name)
       values ($1, $2, 'ana-lectrice@essai.example', 'Ana Lectrice', 'Comité d’essai') on conflict do nothing`,
      [here, reader],
    )
    await rows(
      `insert into review (network_id, dossier_id, instructor_id, grid_id, scores, score, opinion, comment, submitted_at)
       select $1, $2, $3, s.grid_id,
         jsonb_build_object(g.content -> 'criteria' -> 0 ->> 'key', '{"score": 3, "comment": "Bien ancré"}'::jsonb),
         60, 'reservations', 'À suivre de près', now()
       from dossier d join dispositif_session s on s.id = d.session_id
         join dispositif_revision g on g.id = s.grid_id where d.id = $2`,
      [here, dossier, reader],
    )
    await rows(
      `insert into dossier_decision (network_id, id, dossier_id, number, outcome, amount_cents, decided_on, comment, origin, at)
       values ($1, gen_random_uuid(), $2, 1, 'financed', 350000, '2026-05-12', 'Sous réserve du budget', 'single', now())`,
      [here, dossier],
    )
    // A decision is told while the dossier is where it led.
    for (const state of ['complete', 'eligible', 'instructed', 'opined', 'financed'])
      await rows(`update dossier set state = $2, moved_at = now(), move_reason = '' where id = $1`, [
        ...[dossier, state],
      ])
    const text = new TextDecoder().decode(await exported(session, 'csv'))
    for (const said of [
      'Ana Lectrice, Comité d’essai : 60/100',
      '3/',
      'Bien ancré',
      'favorable avec réserves',
    ])
      expect(text).toContain(said)
    for (const said of ['À suivre de près', 'financé', '3500', 'Sous réserve du budget'])
      expect(text).toContain(said)
  })

  it('is a folder of papers with what was attached, two files of one name kept apart', async () => {
    const { session, sessionId } = await made('jsi')
    await entered(session, { 'f.title': 'Premier dossier' })
    await entered(session, { 'f.title': 'Second dossier' })
    const names = partNames(await exported(session, 'zip'))
    expect(names).toEqual(['001-premier-dossier/dossier.pdf', '002-second-dossier/dossier.pdf'])
    expect(
      await rows(
        `select changes from audit_entry where action = 'dispositif_session.exported' and object_id = $1`,
        [sessionId],
      ),
    ).toEqual([{ changes: { format: 'zip' } }])
  })

  it('asks what is wanted before it begins', async () => {
    const { session } = await made('jsi')
    expect((await send(`${session}/exporter`, {})).status).toBe(422)
    expect(await read(`${session}/exporter`)).toContain('Une archive ZIP de PDF')
  })
})
