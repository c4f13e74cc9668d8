import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { today } from '#server/kernel/clock.ts'
import { findProjectListings } from '#server/projects/listing/find-project-listings.server.ts'
import { lastPageInstead } from '../directory/read-search.server.ts'
import { pageMeta } from '../portal/page-meta.ts'
import { Panorama } from './panorama.tsx'
import { panoramaNamed, panoramaView } from './panorama-view.server.ts'
import { readPanoramaSearch } from './read-panorama-search.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { clock, locale } = args.context.context
  const filters = readPanoramaSearch(args)
  const found = await findProjectListings({ networkId: null, today: today(clock, 'Europe/Paris') }, filters)
  const view = panoramaView(found, filters, locale, true)
  lastPageInstead(args, view.page, view.pages)
  return { view, ...panoramaNamed(null, locale) }
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageMeta({ title: data.title, description: data.intro }) : []

export default function NationalPanorama() {
  const { view, intro } = useLoaderData<typeof loader>()
  return <Panorama view={view} intro={intro} exportPath="/api/v1/projects" national />
}
