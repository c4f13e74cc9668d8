import type { AppLoadContext } from '@remix-run/node'
import { productOrigin } from '#server/portal/public.ts'
import { i18nFor } from '../../i18n.server.ts'

/**
 * Pages of an own host carry no script: the map one moves in is there a frame of the product, as on any
 * other site of the network. None where the page makes its own.
 */
export function ownHostMap(load: AppLoadContext, kind: 'carte' | 'projets', query: string) {
  const { site, context } = load
  if (!site) return {}
  const asked = new URLSearchParams(query)
  if (kind === 'projets') asked.set('vue', 'carte')
  for (const [name, value] of Object.entries({ libre: 'non', nu: 'oui', lng: context.locale }))
    asked.set(name, value)
  const title = i18nFor(context.locale).t(kind === 'carte' ? 'map:title' : 'map:projects.title')
  return { frame: { src: `${productOrigin()}/${site.slug}/embed/${kind}?${asked}`, title } }
}
