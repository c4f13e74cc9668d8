import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  FIELD_TYPES,
  type FieldInput,
  type FormInput,
  formDefinition,
} from '#server/dispositifs/form/form.schema.ts'
import { TEMPLATES } from '#server/dispositifs/template/templates.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { useDatabase } from '#tests/support/database.ts'
import { aDispositif } from '#tests/support/dispositifs.ts'
import { SCRIPTS } from '#tests/support/hostile-texts.ts'
import { activeContent, asRead, decoded, type Element, elementsOf } from '#tests/support/html-elements.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { aPerson } from '#tests/support/people.ts'
import { staffOf } from '#tests/support/published.ts'

const database = useDatabase()
const NETWORK = 'so-cooperation'
let app: TestApp
let staff: StaffContext
let cookie: string

beforeAll(async () => {
  app = await startApp()
  staff = await staffOf(database.superuser, NETWORK)
  cookie = await signedIn(app, staff.account)
})

/** A dispositif whose last published form is this one. */
async function withForm(input: FormInput) {
  const made = await aDispositif(database.superuser, staff.network.id)
  await database.superuser.query(
    `insert into dispositif_revision (network_id, id, dispositif_id, kind, number, content, published_at)
     values ($1, $2, $3, 'form', 2, $4, now())`,
    [staff.network.id, randomUUID(), made.id, JSON.stringify(formDefinition.parse(input))],
  )
  return `/${NETWORK}/bureau/dispositifs/${made.id}/formulaire`
}

const both = (fr: string, en: string) => ({ fr, en })
const choices = ['alone', 'with_departure'].map((value) => ({
  value,
  label: both(`Fr ${value}`, `En ${value}`),
}))
const everyType = (more: Partial<FieldInput> = {}): FormInput => ({
  sections: [
    {
      ...{ key: 'all', title: both('Tout', 'All'), intro: both('Pour commencer', 'To begin') },
      fields: FIELD_TYPES.map((type) => ({
        ...{ key: `a_${type}`, type, label: both(`Champ ${type}`, `Field ${type}`), ...more },
        ...(type.startsWith('choice') ? { choices } : {}),
      })),
    },
    {
      key: 'later',
      title: both('Ensuite', 'Later'),
      showIf: { field: 'a_yes_no', is: 'equals', value: true },
      fields: [{ key: 'last', type: 'short_text', label: both('Dernier', 'Last') }],
    },
  ],
})

const ask = (path: string, init: RequestInit = {}) =>
  app.request(path, { ...init, headers: { cookie, ...init.headers } })
const read = async (response: Response | Promise<Response>) =>
  asRead(decoded(await (await response).text()).replaceAll('\u202f', ' '))
const send = (path: string, fields: Record<string, string | string[]>) =>
  ask(path, { method: 'POST', body: form(fields) })
const controls = (html: string) => elementsOf(html).filter(({ attributes }) => attributes.has('name'))
const named = (html: string, name: string) =>
  controls(html).filter(({ attributes }) => attributes.get('name') === name)
const typedIn = (element: Element | undefined) => element?.attributes.get('value')

describe('The preview of a form', () => {
  it('shows every type of field in French and in English, with words for each', async () => {
    const path = await withForm(everyType({ required: true }))
    for (const [lng, field, section] of [
      ['fr', 'Champ', 'Ensuite'],
      ['en', 'Field', 'Later'],
    ] as const) {
      const response = await ask(`${path}?lng=${lng}`)
      expect(response.status).toBe(200)
      const html = await read(response)
      for (const type of FIELD_TYPES) expect(html).toContain(`${field} ${type} *`)
      expect(html).toContain(section)
      expect(html).not.toMatch(/form\.[a-z]+[.<"]|faults\.[a-z]/)
    }
  })

  it('says without script for whom a field or a section is', async () => {
    const html = await read(ask(await withForm(everyType())))
    expect(html).toContain('À remplir si « Champ yes_no » : « Oui ».')
  })

  it('has room for a pen on paper, and no control', async () => {
    const html = await read(ask(`${await withForm(everyType())}?vue=imprimer`))
    for (const type of FIELD_TYPES) expect(html).toContain(`Champ ${type}`)
    expect(controls(html).some(({ attributes }) => attributes.get('name')!.startsWith('f.'))).toBe(false)
    expect(html).toContain('class="paper-line"')
  })

  it('says what to do when no form was published', async () => {
    const made = await aDispositif(database.superuser, staff.network.id)
    await database.superuser.query(`set session_replication_role = replica`)
    await database.superuser.query(
      `update dispositif_revision set published_at = null where dispositif_id = $1 and kind = 'form'`,
      [made.id],
    )
    await database.superuser.query(`set session_replication_role = default`)
    const html = await read(ask(`/${NETWORK}/bureau/dispositifs/${made.id}/formulaire`))
    expect(html).toContain('Ce dispositif n’a pas encore de formulaire publié.')
  })

  it('is for the team alone, and for no other network', async () => {
    const path = await withForm(everyType())
    const member = await aPerson(database.superuser, { [NETWORK]: 'member' })
    const stranger = await aPerson(database.superuser, { gescod: 'staff' })
    const asked = async (who: typeof member, where: string) =>
      (await app.request(where, { headers: { cookie: await signedIn(app, who) } })).status
    expect(await asked(member, path)).toBe(403)
    expect(await asked(stranger, path.replace(NETWORK, 'gescod'))).toBe(404)
  })

  it.each(TEMPLATES.map((template) => [template.code, template] as const))(
    'shows the whole ready form of %s',
    async (_, template) => {
      const html = await read(ask(await withForm(template.form)))
      for (const { label } of template.form.sections.flatMap(({ fields }) => fields))
        expect(html).toContain(asRead(label.fr))
    },
  )
})

describe('A form that somebody tries', () => {
  it('comes back as it was typed, its faults at their fields, and keeps nothing', async () => {
    const path = await withForm(everyType())
    const before = await database.superuser.query('select count(*) from dossier')
    const response = await send(path, {
      'f.a_title': 'Un puits à Niamey',
      'f.a_money': 'douze mille',
      'f.a_number': '12,5',
      'f.a_email': 'awa(at)exemple',
      'f.a_long_text': 'Deux\r\nlignes',
      'f.a_choices': ['alone', 'with_departure'],
      'f.a_countries': ['SN', 'TG'],
      'f.a_place.label': 'Niort (79000)',
      'f.a_partners.3.name': 'Mairie de Thiès',
      'f.a_head_count.french.total': '22',
      'f.a_head_count.french.girls': '8',
      'f.a_head_count.french.boys': '13',
      'f.a_budget.expense.cash.2.heading': 'travel',
      'f.a_budget.expense.cash.2.cents': '4 500,50',
      'f.a_budget.income.cash.0.funder': 'dispositif',
      'f.a_budget.income.cash.0.cents': 'sept mille',
    })
    expect(response.status).toBe(422)
    const html = await read(response)
    expect(typedIn(named(html, 'f.a_title')[0])).toBe('Un puits à Niamey')
    expect(typedIn(named(html, 'f.a_money')[0])).toBe('douze mille')
    expect(typedIn(named(html, 'f.a_number')[0])).toBe('12,5')
    expect(named(html, 'f.a_long_text')[0]?.text).toContain('Deux\nlignes')
    expect(typedIn(named(html, 'f.a_place.insee')[0])).toBe('79191')
    expect(typedIn(named(html, 'f.a_partners.0.name')[0])).toBe('Mairie de Thiès')
    expect(typedIn(named(html, 'f.a_budget.expense.cash.0.cents')[0])).toBe('4 500,50')
    expect(typedIn(named(html, 'f.a_budget.income.cash.0.cents')[0])).toBe('sept mille')
    const ticked = ['f.a_choices', 'f.a_countries'].map((name) =>
      named(html, name).flatMap((box) => (box.attributes.has('checked') ? [typedIn(box)] : [])),
    )
    expect(ticked[0]).toEqual(['alone', 'with_departure'])
    expect([...new Set(ticked[1])].sort()).toEqual(['SN', 'TG'])
    expect(html).toContain('3 réponses à revoir ou à compléter')
    expect(html).toContain('Champ money : Écrivez un nombre, en chiffres.')
    const wrong = controls(html).filter(({ attributes }) => attributes.has('aria-invalid'))
    expect(wrong.map(({ attributes }) => attributes.get('name'))).toEqual([
      'f.a_email',
      'f.a_money',
      'f.a_budget.income.cash.0.cents',
    ])
    expect(html).toContain(
      'Jeunes de France : il manque 1 personne, 22 annoncés, 8 filles + 13 garçons = 21.',
    )
    const after = await database.superuser.query('select count(*) from dossier')
    expect(after.rows).toEqual(before.rows)
  })

  it('can be read again as the team will, right or wrong, tables and all', async () => {
    const path = await withForm(everyType())
    const response = await send(path, {
      'f.a_title': 'Un puits à Niamey',
      'f.a_yes_no': 'yes',
      'f.a_period.from': '2027-07-01',
      'f.a_period.to': '2027-07-21',
      'f.a_money': '7000,5',
      'f.a_sectors': 'water',
      'f.a_sdgs': '6',
      'f.a_choice': 'alone',
      'f.a_place.label': 'Thiès',
      'f.a_place.country': 'SN',
      'f.a_email': 'awa(at)exemple',
      'f.a_partners.0.name': 'Mairie de Thiès',
      'f.a_partners.0.country': 'SN',
      'f.a_head_count.foreign.total': '12',
      'f.a_head_count.foreign.girls': '13',
      'f.a_budget.expense.cash.0.heading': 'travel',
      'f.a_budget.expense.cash.0.label': 'Deux vols',
      'f.a_budget.expense.cash.0.cents': '4500',
      'f.last': 'Merci',
    })
    const html = await read(response)
    const told = html.slice(html.indexOf('telles que l’équipe les lira'), html.indexOf('class="filling'))
    const texts = told.replace(/<[^>]*>/g, '|').replace(/[|\s]*\|[|\s]*/g, '|')
    for (const text of [
      '|Champ title|Un puits à Niamey|',
      '|Champ yes_no|Oui|',
      '|Du 1er juillet 2027 au 21 juillet 2027|',
      '|7 000,50 €|',
      '|Eau et assainissement|',
      '|6. Eau propre et assainissement|',
      '|Fr alone|',
      '|Thiès, Sénégal|',
      '|awa(at)exemple|',
      '|Mairie de Thiès|Sénégal|',
      '|Jeunes du pays partenaire : il y a 1 personne de trop, 12 annoncés, 13 filles = 13.|',
      '|Transport international|Deux vols|4 500 €|',
      '|Champ phone|Sans réponse|',
      '|Dernier|Merci|',
    ])
      expect(texts).toContain(text)
  })

  it('says what is still awaited, then that all is well', async () => {
    const path = await withForm({
      sections: [
        {
          ...{ key: 'all', title: both('Tout', 'All') },
          fields: [{ key: 'version', type: 'title', label: both('Titre', 'Title'), required: true }],
        },
      ],
    })
    const empty = await send(path, {})
    expect(empty.status).toBe(422)
    expect(await read(empty)).toContain('Titre : À remplir')
    const whole = await send(path, { 'f.version': 'Un titre' })
    expect(whole.status).toBe(200)
    expect(await read(whole)).toContain('Rien n’a été enregistré.')
  })

  it('gives more empty rows when asked, without judging nor losing anything', async () => {
    const path = await withForm(everyType({ required: true }))
    const rows = (html: string) =>
      named(html, 'f.a_title').length && html.match(/f\.a_budget\.expense\.cash\.\d+\.cents/g)!.length / 2
    const before = rows(await read(ask(path)))
    const sent = Object.fromEntries(
      Array.from({ length: before }, (_, index) => [
        `f.a_budget.expense.cash.${index}.cents`,
        `${index + 1}`,
      ]),
    )
    const more = await send(path, { ...sent, lignes: 'f.a_budget.expense.cash' })
    expect(more.status).toBe(200)
    const html = await read(more)
    expect(rows(html)).toBe(before + 3)
    expect(typedIn(named(html, `f.a_budget.expense.cash.${before - 1}.cents`)[0])).toBe(String(before))
    expect(html).not.toContain('class="fault"')
    expect(controls(html).some(({ attributes }) => attributes.has('aria-invalid'))).toBe(false)
  })

  it('shows hostile words of a form and of whoever answers as words', async () => {
    for (const script of SCRIPTS.slice(0, 12)) {
      const input = everyType({ label: both(script, script), help: both(script, script) })
      const path = await withForm(input)
      const fields = Object.fromEntries(
        [
          ...['title', 'long_text', 'money', 'date', 'choice', 'country', 'number'].map(
            (type) => `f.a_${type}`,
          ),
          ...['f.a_place.label', 'f.a_place.of', 'f.a_place.insee', 'f.a_organisation.name'],
          ...['f.a_partners.0.name', 'f.a_head_count.french.total'],
          ...['label', 'heading', 'cents'].map((cell) => `f.a_budget.expense.cash.0.${cell}`),
        ].map((name) => [name, script]),
      )
      for (const response of [await ask(path), await ask(`${path}?vue=imprimer`), await send(path, fields)]) {
        const nonce = response.headers.get('content-security-policy')?.match(/'nonce-([^']+)'/)?.[1] ?? ''
        expect(response.status).toBeLessThan(500)
        expect(activeContent(await response.text(), nonce)).toEqual([])
      }
    }
  })
})
