import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { today } from '#server/kernel/clock.ts'
import { i18nFor } from '../i18n.server.ts'
import { Statistics } from './statistics.tsx'
import { statisticsView } from './statistics-view.server.ts'
import { unidentifiedNote } from './unidentified.server.ts'
import { Unidentified } from './unidentified.tsx'

export async function loader({ context: { context } }: LoaderFunctionArgs) {
  const { clock, locale } = context
  const scope = { networkId: null, today: today(clock, 'Europe/Paris') }
  const { unidentified, ...view } = await statisticsView(scope, '/annuaire', locale)
  return {
    view,
    unidentified: unidentifiedNote(unidentified, locale),
    title: i18nFor(locale).t('directory:stats.nationalTitle'),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function NationalStatistics() {
  const { view, unidentified } = useLoaderData<typeof loader>()
  const { t } = useTranslation('directory')
  return (
    <Statistics view={view} intro={t('stats.nationalIntro', { total: view.total })}>
      <Unidentified note={unidentified} />
    </Statistics>
  )
}
