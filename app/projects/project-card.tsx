import type { LoaderFunctionArgs } from '@remix-run/node'
import { getProjectListing } from '#server/projects/listing/get-project-listing.server.ts'
import { answering, listingScope, publicNetwork } from '../guard.server.ts'
import { shareCard } from '../portal/share-card.server.ts'
import { nameOf } from '../shell.server.ts'
import { whereOf } from './panorama-view.server.ts'

/** The picture a shared link to a project shows. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = publicNetwork(args, 'projects')
  const project = await answering(args, () => getProjectListing(listingScope(ctx), args.params.slug ?? ''))
  const picture = await shareCard({
    name: project.title,
    place: [whereOf(project, 'fr'), nameOf(ctx.network)].filter(Boolean).join(' — '),
    ...ctx.network.brand,
  })
  return new Response(new Uint8Array(picture), {
    headers: { 'content-type': 'image/png', 'cache-control': 'public, max-age=3600' },
  })
}
