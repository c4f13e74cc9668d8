import { facetLabel } from '#server/directory/organisation/facet-labels.ts'
import type { FacetKey } from '#server/directory/organisation/filters.schema.ts'
import { filtersSchema } from '#server/directory/organisation/filters.schema.ts'
import { findListings } from '#server/directory/organisation/find-listings.server.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { productOrigin } from '#server/portal/public.ts'
import { projectFacetLabel } from '#server/projects/listing/facet-labels.ts'
import { type ProjectFacet, projectFilters } from '#server/projects/listing/filters.schema.ts'
import { findProjectListings } from '#server/projects/listing/find-project-listings.server.ts'
import { listingScope } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { panoramaNamed } from '../../projects/panorama-view.server.ts'
import { nameOf } from '../../shell.server.ts'

const FIXABLE = ['kind', 'department', 'zone', 'country', 'sector'] as const satisfies FacetKey[]
const FIXABLE_OF_PROJECTS = ['zone', 'country', 'sector', 'status', 'kind'] as const satisfies ProjectFacet[]
const KINDS = ['annuaire', 'carte', 'projets', 'carte-projets'] as const
type Kind = (typeof KINDS)[number]
const ofProjects = (kind: Kind) => kind === 'projets' || kind === 'carte-projets'

/** What the network chose for its frame, read from the page's own address: nothing of it is kept. */
export async function embedChoice(ctx: NetworkContext, request: Request) {
  const asked = new URL(request.url).searchParams
  const { locale, network } = ctx
  const { modules } = network
  const kinds = KINDS.filter((one) => modules.includes(ofProjects(one) ? 'projects' : 'directory'))
  const kind = kinds.find((one) => one === asked.get('quoi')) ?? kinds[0]!
  const choices = ofProjects(kind) ? await projectChoices(ctx) : await listingChoices(ctx)
  const colour = /^#[0-9a-f]{6}$/i.test(asked.get('couleur') ?? '')
    ? asked.get('couleur')!
    : network.brand.brand
  const height = Math.min(2000, Math.max(300, Number(asked.get('hauteur')) || 800))
  const query = new URLSearchParams()
  const fixed = choices
    .filter(({ key, values }) => values.some(({ value }) => value === asked.get(key)))
    .map(({ key }) => key)
  for (const key of fixed) query.set(key, asked.get(key)!)
  if (asked.get('adherents') && !ofProjects(kind)) query.set('member', 'true')
  if (kind === 'carte-projets') query.set('vue', 'carte')
  if (fixed.length > 0) query.set('fixe', fixed.join(','))
  if (asked.get('libre') === 'non') query.set('libre', 'non')
  if (asked.get('liens') === 'onglet') query.set('liens', 'onglet')
  if (colour.toLowerCase() !== network.brand.brand.toLowerCase())
    query.set('couleur', colour.slice(1).toLowerCase())
  if (locale === 'en') query.set('lng', 'en')
  const address = `/${network.slug}/embed/${kind === 'carte-projets' ? 'projets' : kind}${query.size > 0 ? `?${query}` : ''}`
  const name = nameOf(network)
  const title = ofProjects(kind)
    ? panoramaNamed(name, locale).title
    : i18nFor(locale).t('directory:titleOf', { network: name })
  const collator = new Intl.Collator(locale)
  return {
    kind,
    kinds,
    listsOrganisations: !ofProjects(kind),
    colour,
    height,
    free: asked.get('libre') !== 'non',
    members: Boolean(asked.get('adherents')),
    tab: asked.get('liens') === 'onglet',
    facets: choices.map(({ key, label, values }) => ({
      key,
      label,
      chosen: asked.get(key) ?? '',
      choices: values.sort((a, b) => collator.compare(a.label, b.label)),
    })),
    address,
    title,
    snippet: snippetOf(address, title, height),
  }
}

async function listingChoices(ctx: NetworkContext): Promise<Choices[]> {
  const { t } = i18nFor(ctx.locale)
  const { facets } = await findListings(listingScope(ctx), filtersSchema.parse({ per_page: 1 }))
  return FIXABLE.map((key) => ({
    key,
    label: t(`directory:facet.${key}`),
    values: facets[key].map(({ value }) => ({ value, label: facetLabel(key, value, ctx.locale) })),
  }))
}

async function projectChoices(ctx: NetworkContext): Promise<Choices[]> {
  const { t } = i18nFor(ctx.locale)
  const { facets } = await findProjectListings(listingScope(ctx), projectFilters.parse({ per_page: 1 }))
  return FIXABLE_OF_PROJECTS.map((key) => ({
    key,
    label: t(`projects:facet.${key}`),
    values: facets[key].map(({ value }) => ({ value, label: projectFacetLabel(key, value, ctx.locale) })),
  }))
}

type Choices = { key: string; label: string; values: { value: string; label: string }[] }

/** A block « HTML personnalisé » of WordPress; elsewhere the two elements alone do. */
function snippetOf(address: string, title: string, height: number): string {
  const written = (text: string) => text.replace(/[&"<>]/g, (letter) => `&#${letter.charCodeAt(0)};`)
  const may =
    'allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation'
  return `<!-- wp:html -->
<iframe src="${written(productOrigin() + address)}" title="${written(title)}" data-maillage loading="lazy" sandbox="${may}" style="width:100%;height:${height}px;border:0"></iframe>
<script src="${productOrigin()}/embed/cadre.js" async></script>
<!-- /wp:html -->`
}
