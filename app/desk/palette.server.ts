import { typeLabel } from '#packages/referentials/kinds.ts'
import { suggestOrganisations } from '#server/crm/organisation/organisations-meant.server.ts'
import { crm } from '#server/crm/permissions.ts'
import { suggestPeople } from '#server/crm/person/suggest-people.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { may, type Rule } from '#server/kernel/permissions.ts'
import { projects } from '#server/projects/permissions.ts'
import { projectSearch } from '#server/projects/project/find-projects.schema.ts'
import { findProjects } from '#server/projects/project/find-projects.server.ts'
import { understandSentence } from '#server/support/act/understand-sentence.server.ts'
import { support } from '#server/support/permissions.ts'
import { i18nFor } from '../i18n.server.ts'
import { shownUnderstanding } from '../support/act-words.server.ts'
import { matching } from '../ui/choice-search.ts'
import { DESK } from './navigation.ts'

export type PaletteOption = { label: string; detail: string; href: string }
export type PaletteGroup = {
  key: 'organisations' | 'people' | 'projects' | 'pages' | 'actions'
  options: PaletteOption[]
}
export type Palette = Awaited<ReturnType<typeof paletteFor>>

const MOST_OF_ANY = 5
const LONGEST = 200

/** What answers what is typed, in what one may open; nothing typed, what one may do and where one may go. */
export async function paletteFor(ctx: StaffContext, typed: string) {
  const q = typed.trim().slice(0, LONGEST)
  const found = q ? await recordsFor(ctx, q) : []
  const groups: PaletteGroup[] = [...found, { key: 'actions', options: actionsFor(ctx, q) }, pagesFor(ctx, q)]
  return { q: typed, groups: groups.filter(({ options }) => options.length > 0), note: await noteFor(ctx, q) }
}

const open = (ctx: StaffContext, rule: Rule) =>
  may(ctx, rule) && (!rule.module || ctx.network.modules.includes(rule.module))

async function recordsFor(ctx: StaffContext, q: string): Promise<PaletteGroup[]> {
  const desk = `/${ctx.network.slug}/bureau`
  const organisations = open(ctx, crm['organisation:read']) ? await suggestOrganisations(ctx, q) : []
  const people = open(ctx, crm['person:read']) ? await suggestPeople(ctx, q, MOST_OF_ANY) : []
  const held = open(ctx, projects['project:read'])
    ? (await findProjects(ctx, projectSearch.parse({ q }))).items.slice(0, MOST_OF_ANY)
    : []
  return [
    {
      key: 'organisations',
      options: organisations.map(({ id, name, acronym, kind, city }) => ({
        label: acronym ? `${name} (${acronym})` : name,
        detail: [typeLabel(kind, null, ctx.locale), city].filter(Boolean).join(' · '),
        href: `${desk}/structures/${id}`,
      })),
    },
    {
      key: 'people',
      options: people.map(({ id, name, organisation }) => ({
        label: name,
        detail: organisation ?? '',
        href: `${desk}/personnes/${id}`,
      })),
    },
    {
      key: 'projects',
      options: held.map(({ id, title, holder }) => ({
        label: title,
        detail: holder ?? '',
        href: `${desk}/projets/${id}`,
      })),
    },
  ]
}

/** A choice whose words answer all that is typed; everything when nothing is. */
const answering = (options: PaletteOption[], q: string) =>
  matching([{ key: 'all', choices: options.map(({ href, label }) => ({ value: href, label })) }], q).flatMap(
    ({ choices }) => options.filter(({ href }) => choices.some(({ value }) => value === href)),
  )

function actionsFor(ctx: StaffContext, q: string): PaletteOption[] {
  const { t } = i18nFor(ctx.locale)
  const desk = `/${ctx.network.slug}/bureau`
  const actions: { rule: Rule; label: string; path: string }[] = [
    { rule: support['act:write'], label: t('desk:palette.noteAct'), path: 'appuis/nouveau' },
    {
      rule: crm['organisation:write'],
      label: t('desk:palette.newOrganisation'),
      path: 'structures/nouvelle',
    },
    { rule: crm['person:write'], label: t('desk:palette.newPerson'), path: 'personnes/nouvelle' },
  ]
  const mine = actions
    .filter(({ rule }) => open(ctx, rule))
    .map(({ label, path }) => ({ label, detail: '', href: `${desk}/${path}` }))
  return answering(mine, q)
}

function pagesFor(ctx: StaffContext, q: string): PaletteGroup {
  const { t } = i18nFor(ctx.locale)
  const pages = DESK.filter(({ rule }) => open(ctx, rule)).map(({ key, path, mission }) => ({
    label: t(`desk:entry.${key}`),
    detail: t(`desk:mission.${mission}`),
    href: `/${ctx.network.slug}/bureau/${path}`,
  }))
  return { key: 'pages', options: q ? answering(pages, q).slice(0, MOST_OF_ANY) : pages }
}

/** A duration among the words: somebody is noting a support. */
async function noteFor(ctx: StaffContext, q: string) {
  if (!/\d/.test(q) || !open(ctx, support['act:write'])) return null
  const understood = await understandSentence(ctx, q)
  return understood.minutes ? { sentence: q, ...shownUnderstanding(understood, ctx) } : null
}
