import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findLaureates } from '#server/dispositifs/laureate/find-laureates.server.ts'
import { getListedDispositif } from '#server/dispositifs/listing/get-listed-dispositif.server.ts'
import { baseOf } from '#server/portal/public.ts'
import { answering, publicNetwork } from '../../guard.server.ts'
import { JsonLd } from '../../portal/json-ld.tsx'
import { pageMeta } from '../../portal/page-meta.ts'
import { DispositifPage } from './dispositif-page.tsx'
import { dispositifView } from './dispositif-view.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { network, clock, locale } = publicNetwork(args, 'dispositifs')
  const one = await answering(args, () => getListedDispositif(network.id, args.params.slug ?? ''))
  const laureates = await findLaureates(network.id, one.id)
  const page = dispositifView(
    one,
    network,
    { now: clock.now(), timeZone: network.timeZone, locale },
    laureates,
  )
  const base = await baseOf(network.id)
  const here = `${base}/dispositifs/${one.slug}`
  return {
    page,
    title: `${page.name} — ${page.network}`,
    card: `${base}/partage.png`,
    told: {
      '@type': 'Grant',
      name: page.name,
      ...(page.summary ? { description: page.summary } : {}),
      url: here,
      ...(one.funder ? { funder: { '@type': 'Organization', name: one.funder } } : {}),
      ...(one.aliases.length ? { alternateName: one.aliases } : {}),
    },
    crumbs: {
      '@type': 'BreadcrumbList',
      itemListElement: [
        { '@type': 'ListItem', position: 1, name: page.words.back, item: `${base}/dispositifs` },
        { '@type': 'ListItem', position: 2, name: page.name, item: here },
      ],
    },
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageMeta({ title: data.title, description: data.page.summary, card: data.card }) : []

export default function PublicDispositif() {
  const { page, told, crumbs } = useLoaderData<typeof loader>()
  return (
    <>
      <JsonLd data={told} />
      <JsonLd data={crumbs} />
      <DispositifPage page={page} />
    </>
  )
}
