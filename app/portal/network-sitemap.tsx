import type { LoaderFunctionArgs } from '@remix-run/node'
import { everyListing } from '#server/directory/organisation/every-listing.server.ts'
import { filtersSchema } from '#server/directory/organisation/filters.schema.ts'
import { findListedDispositifs } from '#server/dispositifs/listing/find-listed-dispositifs.server.ts'
import { baseOf } from '#server/portal/public.ts'
import { PATHS, textsOf } from '#server/portal/text/text.ts'
import { everyProjectListing } from '#server/projects/listing/every-project-listing.server.ts'
import { projectFilters } from '#server/projects/listing/filters.schema.ts'
import { listingScope, publicNetwork } from '../guard.server.ts'
import { MOST, sitemap } from './sitemap.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = publicNetwork(args)
  const base = await baseOf(ctx.network.id)
  const pages = new Set(textsOf(ctx.network.kind).map((key) => base + PATHS[key]))
  if (ctx.network.modules.includes('directory')) {
    pages.add(`${base}/annuaire`)
    for await (const batch of everyListing(listingScope(ctx), filtersSchema.parse({}))) {
      for (const { slug } of batch) pages.add(`${base}/annuaire/${slug}`)
      if (pages.size >= MOST) break
    }
  }
  if (ctx.network.modules.includes('projects')) {
    pages.add(`${base}/projets`)
    for await (const batch of everyProjectListing(listingScope(ctx), projectFilters.parse({}))) {
      // Those of other networks shown here have their address there.
      for (const { slug, network } of batch)
        if (network === ctx.network.slug) pages.add(`${base}/projets/${slug}`)
      if (pages.size >= MOST) break
    }
  }
  if (ctx.network.modules.includes('dispositifs')) {
    const dispositifs = await findListedDispositifs(ctx.network.id)
    if (dispositifs.length > 0) pages.add(`${base}/dispositifs`)
    for (const { slug } of dispositifs) {
      pages.add(`${base}/dispositifs/${slug}`)
      pages.add(`${base}/dispositifs/${slug}/test`)
    }
  }
  return sitemap('urlset', [...pages].slice(0, MOST))
}
