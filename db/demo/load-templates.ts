import type pg from 'pg'
import { slugify } from '#packages/referentials/text.ts'
import type { SharedTemplate } from '#server/dispositifs/shared-template/shared-template.schema.ts'
import { templateOfProduct } from '#server/dispositifs/shared-template/template-of-product.ts'
import { templateByKey } from '#server/dispositifs/template/templates.ts'
import { dayAfter } from './dossier-path.ts'
import { insert } from './load-dispositifs.ts'
import { rowIds } from './row-id.ts'

const OWNER = 'cirrma'
const SHARED = ['isi', 'jsi', 'vvv_si'] as const
const KINDS = ['form', 'rules', 'grid'] as const
const FIRST = '2024-10-15T09:00:00Z'
const TAKEN = '2024-11-04T09:00:00Z'

type Key = (typeof SHARED)[number]
const isShared = (key: string): key is Key => SHARED.some((one) => one === key)
const sourceOf = (key: Key) => rowIds(`${OWNER}/templates`)(SHARED.indexOf(key))
const first = (key: string) => templateOfProduct(templateByKey(key)!)

/** What the conference changed since: a question more, and one better asked. */
function second(): SharedTemplate {
  const template = first('jsi')
  const [section, ...others] = template.form.sections.toReversed()
  const last = {
    ...section!,
    fields: [
      ...section!.fields,
      {
        ...{ key: 'sharing', type: 'long_text' as const, required: false, maxLength: 1500 },
        label: {
          fr: 'Que ferez-vous connaître de l’échange à votre retour, et à qui ?',
          en: 'What will you tell of the exchange once back, and to whom?',
        },
      },
    ],
  }
  const sections = [last, ...others].toReversed().map((one) => ({
    ...one,
    fields: one.fields.map((field) =>
      field.key === 'locality'
        ? { ...field, label: { fr: 'Ville ou village du séjour', en: 'Town or village of the stay' } }
        : field,
    ),
  }))
  return { ...template, form: { sections } }
}

/** The conference shares three templates; one has a newer version, which waits for who takes it. */
export async function shareTemplates(app: pg.ClientBase, ids: Map<string, number>, today: string) {
  const id = ids.get(OWNER)
  if (id === undefined) return
  await inside(app, id)
  const next = nextOf(`${OWNER}/template rows`)
  const newer = `${dayAfter(today, -4)}T09:00:00Z`
  const all = SHARED.map((key) => ({ key, id: sourceOf(key), content: first(key) }))
  await insert(
    app,
    id,
    'dispositif',
    'id uuid, slug text, code text, name text, aliases text[], summary text, funder text, legal_text text, intake text, intake_url text, template text, customised boolean, created_at timestamptz',
    all.map(({ key, id: dispositif, content: { intakeUrl, legalText, ...told } }) => ({
      ...{ ...told, id: dispositif, slug: slugify(told.code), template: key, customised: key === 'jsi' },
      ...{ intake_url: intakeUrl, legal_text: legalText, created_at: FIRST },
    })),
  )
  const revision = (
    dispositif: string,
    kind: (typeof KINDS)[number],
    content: SharedTemplate,
    number: number,
  ) => ({
    ...{ id: next(), dispositif_id: dispositif, kind, number, content: content[kind] },
    published_at: number === 1 ? FIRST : newer,
  })
  await insert(app, id, 'dispositif_revision', REVISION, [
    ...all.flatMap((one) => KINDS.map((kind) => revision(one.id, kind, one.content, 1))),
    revision(sourceOf('jsi'), 'form', second(), 2),
  ])
  const note = 'Le retour d’expérience des jeunes est demandé dès le dépôt.'
  const versions = [
    ...all.map((one) => ({ ...one, version: 1, note: '', published_at: FIRST })),
    { key: 'jsi', id: sourceOf('jsi'), content: second(), version: 2, note, published_at: newer },
  ].map(({ id: dispositif_id, ...one }) => ({ ...one, dispositif_id }))
  const VERSION = 'version int, content jsonb, note text, published_at timestamptz'
  await insert(app, id, 'dispositif_template_version', `dispositif_id uuid, ${VERSION}`, versions)
  const last = versions.filter(({ key, version }) => version === (key === 'jsi' ? 2 : 1))
  await insert(
    app,
    id,
    'dispositif_template_listing',
    `id uuid, code text, name text, ${VERSION}`,
    last.map(({ dispositif_id, content, ...one }) => ({
      ...{ ...one, id: dispositif_id, content, code: content.code, name: content.name },
    })),
  )
}

/** Every dispositif of a network comes from a template: of the conference, or of the product. */
export async function followTemplates(app: pg.ClientBase, slug: string, ids: Map<string, number>) {
  const [id, owner] = [ids.get(slug)!, ids.get(OWNER)]
  await inside(app, id)
  const { rows } = await app.query<{ id: string; template: string }>(
    'select id, template from dispositif where network_id = $1 and template is not null order by id',
    [id],
  )
  if (rows.length === 0 || slug === OWNER) return
  const tied = rows.map(({ id: dispositif_id, template }) => ({
    ...{ dispositif_id, template, content: first(template), version: 1, told_version: 1, taken_at: TAKEN },
    ...(owner !== undefined && isShared(template)
      ? { source_network: owner, source: sourceOf(template) }
      : { source_network: null, source: template }),
  }))
  const TIE = 'dispositif_id uuid, source_network int, source text, told_version int'
  await insert(app, id, 'dispositif_taken', TIE, tied)
  const VERSION = 'dispositif_id uuid, version int, content jsonb, taken_at timestamptz'
  await insert(app, id, 'dispositif_taken_version', VERSION, tied)
  if (slug === 'so-cooperation') await addOwnQuestion(app, id, tied)
}

/** What one network asks besides, from its next call on. */
async function addOwnQuestion(
  app: pg.ClientBase,
  id: number,
  tied: { dispositif_id: string; template: string; content: SharedTemplate }[],
) {
  const jsi = tied.find(({ template }) => template === 'jsi')
  if (!jsi) return
  const [section, ...others] = jsi.content.form.sections
  const own = {
    ...{ key: 'ici_partenaire_regional', type: 'short_text', required: false },
    label: {
      fr: 'Quel partenaire de Nouvelle-Aquitaine vous accompagne ?',
      en: 'Which partner in Nouvelle-Aquitaine supports you?',
    },
  }
  const content = { sections: [{ ...section, fields: [...section!.fields, own] }, ...others] }
  await insert(app, id, 'dispositif_revision', `${REVISION}, template_version int, note text`, [
    {
      ...{
        id: nextOf('so-cooperation/template rows')(),
        dispositif_id: jsi.dispositif_id,
        kind: 'form',
        number: 2,
      },
      ...{
        content,
        published_at: '2025-11-18T09:00:00Z',
        template_version: 1,
        note: 'Une question pour la région',
      },
    },
  ])
  await app.query('update dispositif set customised = true where network_id = $1 and id = $2', [
    id,
    jsi.dispositif_id,
  ])
}

const REVISION = 'id uuid, dispositif_id uuid, kind text, number int, content jsonb, published_at timestamptz'

const inside = (app: pg.ClientBase, id: number) =>
  app.query(`select set_config('app.network_id', $1, true)`, [String(id)])

function nextOf(seed: string) {
  const ids = rowIds(seed)
  let nth = 0
  return () => ids(nth++)
}
