import type { LoaderFunctionArgs } from '@remix-run/node'
import { regionName } from '#packages/referentials/regions.ts'
import { publicNetwork } from '../guard.server.ts'
import { nameOf } from '../shell.server.ts'
import { shareCard } from './share-card.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { network } = publicNetwork(args)
  const picture = await shareCard({
    name: nameOf(network),
    place: network.region ? regionName(network.region) : '',
    ...network.brand,
  })
  return new Response(new Uint8Array(picture), {
    headers: { 'content-type': 'image/png', 'cache-control': 'public, max-age=3600' },
  })
}
