import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { findListings } from '#server/directory/organisation/find-listings.server.ts'
import { today } from '#server/kernel/clock.ts'
import { i18nFor } from '../i18n.server.ts'
import { pageMeta } from '../portal/page-meta.ts'
import { Directory } from './directory.tsx'
import { directoryMap } from './directory-map.server.ts'
import { directoryView } from './directory-view.server.ts'
import { lastPageInstead, readNationalSearch, readView } from './read-search.server.ts'
import { unidentifiedNote } from './unidentified.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { clock, locale } = args.context.context
  const filters = readNationalSearch(args)
  const vue = readView(args)
  const found = await findListings({ networkId: null, today: today(clock, 'Europe/Paris') }, filters)
  const view = directoryView(found, filters, locale, vue, true)
  lastPageInstead(args, view.page, view.pages)
  const { t } = i18nFor(locale)
  return {
    view,
    map: directoryMap(vue, null, found, filters, locale),
    unidentified: unidentifiedNote(found.unidentified, locale),
    /** Made here: the browser need not carry what crawlers alone read. */
    meta: pageMeta({ title: t('directory:nationalTitle'), description: t('directory:nationalIntro') }),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export default function NationalDirectory() {
  const { view, map, unidentified } = useLoaderData<typeof loader>()
  const { t } = useTranslation('directory')
  return (
    <Directory
      view={view}
      map={map}
      intro={t('nationalIntro')}
      exportPath="/api/v1/organisations"
      national={{ unidentified }}
    />
  )
}
