import { describe, expect, it } from 'vitest'
import { type Fields, usePapers } from '#tests/support/dispositif-papers.ts'

const { rows, read, send, told, made, holder, to } = usePapers()

/** A dispositif that departs from its template, and its workshop as somebody of the team uses it. */
async function opened(template = 'jsi') {
  const one = await made(template)
  const workshop = `${one.page}/personnaliser`
  expect((await send(`${one.page}/modele`, { acte: 's-ecarter' })).status).toBe(302)
  const at = (part: string) => `${workshop}/${part}`
  const seen = async (part: string) => (await read(at(part))).match(/name="vu" value="([^"]*)"/)?.[1] ?? ''
  const act = async (part: string, acte: string, fields: Fields = {}) =>
    send(at(part), { vu: await seen(part), acte, ...fields })
  const revisions = (kind: string) =>
    rows(
      `select number, published_at is not null as out, note, content from dispositif_revision
      where dispositif_id = $1 and kind = $2 order by number`,
      [one.id, kind],
    )
  const keys = async () =>
    ((await revisions('form')).at(-1)!.content.sections as { fields: { key: string }[] }[]).map(
      ({ fields }) => fields.map(({ key }) => key),
    )
  return { ...one, workshop, at, seen, act, revisions, keys }
}

describe('The workshop of a dispositif', () => {
  it('is locked until somebody says that the template becomes the network’s own', async () => {
    const { page, id } = await made('isi')
    expect(await read(`${page}/personnaliser`)).toContain('suit son modèle')
    const early = { acte: 'rubrique-ajouter:', title_fr: 'Trop tôt', vu: '' }
    expect(to(await send(`${page}/personnaliser/formulaire`, early))).toBe(`${page}/personnaliser`)
    expect(await rows('select 1 from dispositif_revision where dispositif_id = $1', [id])).toHaveLength(3)
    await send(`${page}/personnaliser`, { acte: 'ouvrir' })
    expect(await rows('select customised from dispositif where id = $1', [id])).toEqual([
      { customised: true },
    ])
    expect(await read(`${page}/personnaliser`)).toContain('Modifier le formulaire')
  })

  it('keeps a draft of the form beside the one in force: questions are added, changed, moved, removed', async () => {
    const { act, keys, revisions, at } = await opened()
    await act('formulaire', 'rubrique-ajouter:', { title_fr: 'Après le projet' })
    const added = await act('formulaire', 'champ-ajouter:apres_le_projet', {
      ...{ label_fr: 'Une suite est-elle prévue ?', type: 'choice' },
    })
    expect(added.headers.get('location')).toContain('?champ=une_suite_est_elle_prevue')
    await act('formulaire', 'champ:une_suite_est_elle_prevue', {
      ...{ label_fr: 'Et ensuite ?', label_en: 'What next?', type: 'choices', required: 'oui' },
      ...{ choices: 'Un autre échange | Another exchange\nRien', max: '2' },
      ...{
        condition_field: 'direction',
        condition_is: 'equals',
        condition_value: 'Accueil : le groupe partenaire vient en France',
      },
    })
    const [, draft] = await revisions('form')
    const field = draft.content.sections.at(-1).fields[0]
    expect(field).toMatchObject({
      ...{ type: 'choices', label: { fr: 'Et ensuite ?', en: 'What next?' }, required: true, max: 2 },
      choices: [
        { value: 'un_autre_echange', label: { fr: 'Un autre échange', en: 'Another exchange' } },
        { value: 'rien', label: { fr: 'Rien', en: 'Rien' } },
      ],
      showIf: { field: 'direction', is: 'equals', value: 'welcome' },
    })
    expect(await read(at('formulaire'))).toContain('Et ensuite ?')
    const before = (await keys()).at(-2)!
    await act('formulaire', 'champ-haut:une_suite_est_elle_prevue')
    expect((await keys()).at(-2)).toEqual([...before, 'une_suite_est_elle_prevue'])
    await act('formulaire', `champ-haut:une_suite_est_elle_prevue`)
    expect((await keys()).at(-2)!.at(-2)).toBe('une_suite_est_elle_prevue')
    await act('formulaire', 'champ-retirer:une_suite_est_elle_prevue')
    expect((await keys()).flat()).not.toContain('une_suite_est_elle_prevue')
    expect((await revisions('form')).map(({ out }) => out)).toEqual([true, false])
  })

  it('says what is wrong at the right question, keeps what was typed, and publishes nothing faulty', async () => {
    const { act, seen, workshop, at } = await opened()
    const refused = await act('formulaire', 'champ:title', {
      label_fr: '',
      type: 'title',
      help_fr: 'Aide gardée',
    })
    expect(refused.status).toBe(422)
    const html = await (
      await send(`${at('formulaire')}?champ=title`, {
        ...{
          vu: await seen('formulaire'),
          acte: 'champ:title',
          label_fr: '',
          type: 'title',
          help_fr: 'Aide gardée',
        },
      })
    ).text()
    expect(html).toContain('Aide gardée')
    expect(html).toContain('À remplir')
    await act('formulaire', 'champ-retirer:direction')
    const page = await read(at('formulaire'))
    expect(page).toContain('Une condition ne regarde que ce qui vient avant')
    expect(page).toContain('?champ=partner_country#modifier')
    expect((await act('formulaire', 'publier')).status).toBe(422)
    expect(await read(workshop)).toContain('Un brouillon attend')
    await act('formulaire', 'abandonner')
    expect(await read(workshop)).not.toContain('Un brouillon attend')
  })

  it('does not write over what a colleague changed meanwhile', async () => {
    const { act, at, seen } = await opened()
    const old = await seen('formulaire')
    await act('formulaire', 'rubrique-ajouter:', { title_fr: 'La mienne' })
    const late = await send(at('formulaire'), { vu: old, acte: 'rubrique-ajouter:', title_fr: 'La tienne' })
    expect(late.status).toBe(409)
    expect(await read(at('formulaire'))).not.toContain('La tienne')
  })

  it('publishes a revision that never changes; a session takes it when it is told to, its effects read', async () => {
    const { act, workshop, session, sessionId, revisions } = await opened()
    const holders = await holder('Porteuse des révisions')
    const deposited = to(await send(`${session}/saisir`, { holders, deposited: 'oui', 'f.title': 'Déposé' }))
    const drafted = to(
      await send(`${session}/saisir`, { holders, 'f.title': 'Brouillon', 'f.locality': 'Sokodé' }),
    )
    await act('formulaire', 'champ-retirer:locality')
    await act('formulaire', 'champ:summary', {
      label_fr: 'Résumé',
      type: 'long_text',
      required: 'oui',
      maxLength: '500',
      fact: 'summary',
    })
    await act('formulaire', 'publier', { note: 'Plus court' })
    expect((await revisions('form')).map(({ number, out, note }) => ({ number, out, note }))).toEqual([
      { number: 1, out: true, note: '' },
      { number: 2, out: true, note: 'Plus court' },
    ])
    const bound = () =>
      rows(
        `select r.number from dispositif_session s join dispositif_revision r on r.id = s.form_id where s.id = $1`,
        [sessionId],
      )
    expect(await bound(), 'nothing moves by itself').toEqual([{ number: 1 }])
    const asked = await read(`${workshop}?session=${sessionId}&quoi=form`)
    expect(asked).toContain('Ville ou village : question retirée')
    expect(asked).toContain('Les réponses déjà données ne seront plus lues')
    expect(asked).toContain('Résumé : les limites se resserrent')
    await send(workshop, { acte: 'session', session: sessionId, quoi: 'form', brouillons: 'oui' })
    expect(await bound()).toEqual([{ number: 2 }])
    const forms = await rows(
      `select d.id, r.number, d.answers ? 'locality' as kept from dossier d
        join dispositif_revision r on r.id = d.form_id where d.session_id = $1 order by d.number`,
      [sessionId],
    )
    expect(forms).toEqual([
      { id: deposited.split('/').at(-1), number: 1, kept: false },
      { id: drafted.split('/').at(-1), number: 2, kept: false },
    ])
    const lost = await rows('select fields, replaced from dossier_save where dossier_id = $1', [
      drafted.split('/').at(-1),
    ])
    expect(lost, 'what the new form does not ask is not thrown away').toMatchObject([
      { fields: ['locality'], replaced: { locality: 'Sokodé' } },
    ])
    expect(await read(workshop)).toContain('Plus court')
  })
})

describe('The rules of a dispositif', () => {
  it('are changed with their parameters, told in plain words, and published as a new revision', async () => {
    const { act, at, revisions } = await opened()
    const missing = await act('regles', 'regle:', { kind: 'ages', min: '15', max: '', why_fr: 'Parce que' })
    expect(missing.status).toBe(422)
    await act('regles', 'regle:', {
      ...{ kind: 'budget_share', share: '62,5', why_fr: 'D’autres y croient.', source: 'Règlement 2027' },
      blocking: '',
    })
    expect(await read(at('regles'))).toContain('62,5 %')
    const ages = ((await revisions('rules'))[1].content as { key: string; kind: string }[]).find(
      ({ kind }) => kind === 'ages',
    )!
    await act('regles', `regle:${ages.key}`, {
      ...{ kind: 'ages', min: '16', max: '30', why_fr: 'Jeunes', source: 'Règlement 2027', blocking: 'oui' },
    })
    expect(await read(at('regles'))).toContain('Entre 16 et 30 ans')
    await act('regles', 'regle-retirer:budget_share')
    await act('regles', 'publier', { note: 'Ages de 2027' })
    const [before, after] = await revisions('rules')
    expect(before.content.find(({ kind }: { kind: string }) => kind === 'ages').max).toBe(25)
    expect(after).toMatchObject({ number: 2, out: true, note: 'Ages de 2027' })
  })
})

describe('The grid of a dispositif', () => {
  it('is one form, whose rows are moved and added without losing a word, and whose total is shown', async () => {
    const { act, revisions } = await opened()
    const row = (at: number, label: string, weight: string) => ({
      [`key.${at}`]: '',
      [`label_fr.${at}`]: label,
      [`weight.${at}`]: weight,
      [`max.${at}`]: '5',
    })
    const typed = {
      criteres: '2',
      disagreementAbove: '20',
      ...row(0, 'Qualité', '3'),
      ...row(1, 'Réciprocité', '1'),
    }
    const moved = await told(await act('grille', 'bas:0', typed))
    expect(moved).toContain('1. Réciprocité')
    expect(moved).toContain('2. Qualité')
    expect(moved).toContain('Total des poids : 4')
    const faulty = await act('grille', 'enregistrer', { ...typed, 'below.1': '9' })
    expect(faulty.status).toBe(422)
    await act('grille', 'enregistrer', { ...typed, 'comment.0': 'oui', 'below.0': '1' })
    await act('grille', 'publier')
    expect((await revisions('grid'))[1]).toMatchObject({
      out: true,
      content: {
        criteria: [
          { key: 'qualite', weight: 3, commentRequired: true, eliminatoryBelow: 1 },
          { key: 'reciprocite', weight: 1 },
        ],
        disagreementAbove: 20,
      },
    })
  })
})
