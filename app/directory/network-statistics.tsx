import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { listingScope, publicNetwork } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { nameOf } from '../shell.server.ts'
import { Statistics } from './statistics.tsx'
import { statisticsView } from './statistics-view.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = publicNetwork(args, 'directory')
  const network = nameOf(ctx.network)
  const base = `/${ctx.network.slug}/annuaire`
  const { unidentified: _, ...view } = await statisticsView(listingScope(ctx), base, ctx.locale)
  return {
    view,
    network,
    title: i18nFor(ctx.locale).t('directory:stats.titleOf', { network }),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function NetworkStatistics() {
  const { view, network } = useLoaderData<typeof loader>()
  const { t } = useTranslation('directory')
  return <Statistics view={view} intro={t('stats.introOf', { network, total: view.total })} />
}
