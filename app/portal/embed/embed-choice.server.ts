import { countryName } from '#packages/referentials/countries.ts'
import { facetLabel } from '#server/directory/organisation/facet-labels.ts'
import type { FacetKey } from '#server/directory/organisation/filters.schema.ts'
import { filtersSchema } from '#server/directory/organisation/filters.schema.ts'
import { findListings } from '#server/directory/organisation/find-listings.server.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { productOrigin } from '#server/portal/public.ts'
import { listingScope } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { nameOf } from '../../shell.server.ts'

export const FIXABLE = ['kind', 'department', 'zone', 'country', 'sector'] as const satisfies FacetKey[]
const KINDS = ['annuaire', 'carte'] as const

/** What the network chose for its frame, read from the page's own address: nothing of it is kept. */
export async function embedChoice(ctx: NetworkContext, request: Request) {
  const asked = new URL(request.url).searchParams
  const { locale, network } = ctx
  const { facets } = await findListings(listingScope(ctx), filtersSchema.parse({ per_page: 1 }))
  const kind = KINDS.find((one) => one === asked.get('quoi')) ?? 'annuaire'
  const colour = /^#[0-9a-f]{6}$/i.test(asked.get('couleur') ?? '')
    ? asked.get('couleur')!
    : network.brand.brand
  const height = Math.min(2000, Math.max(300, Number(asked.get('hauteur')) || 800))
  const query = new URLSearchParams()
  const fixed = FIXABLE.filter(
    (key) => asked.get(key) && facets[key].some(({ value }) => value === asked.get(key)),
  )
  for (const key of fixed) query.set(key, asked.get(key)!)
  if (asked.get('adherents')) query.set('member', 'true')
  if (fixed.length > 0) query.set('fixe', fixed.join(','))
  if (asked.get('libre') === 'non') query.set('libre', 'non')
  if (asked.get('liens') === 'onglet') query.set('liens', 'onglet')
  if (colour.toLowerCase() !== network.brand.brand.toLowerCase())
    query.set('couleur', colour.slice(1).toLowerCase())
  if (locale === 'en') query.set('lng', 'en')
  const address = `/${network.slug}/embed/${kind}${query.size > 0 ? `?${query}` : ''}`
  const title = i18nFor(locale).t('directory:titleOf', { network: nameOf(network) })
  const collator = new Intl.Collator(locale)
  return {
    kind,
    kinds: KINDS,
    colour,
    height,
    free: asked.get('libre') !== 'non',
    members: Boolean(asked.get('adherents')),
    tab: asked.get('liens') === 'onglet',
    facets: FIXABLE.map((key) => ({
      key,
      chosen: asked.get(key) ?? '',
      choices: facets[key]
        .map(({ value }) => ({
          value,
          label: key === 'country' ? countryName(value, locale) : facetLabel(key, value, locale),
        }))
        .sort((a, b) => collator.compare(a.label, b.label)),
    })),
    address,
    title,
    snippet: snippetOf(address, title, height),
  }
}

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
