import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { activeNetworks } from '#server/kernel/networks.ts'
import { pageMeta } from './page-meta.ts'
import { textPage } from './text-page.server.ts'
import { Written } from './written.tsx'

/** The portal's own statements are the conference's. */
export async function loader({ request, context: { context } }: LoaderFunctionArgs) {
  const conference = activeNetworks().find(({ kind }) => kind === 'conference')
  if (!conference) throw data(null, { status: 404 })
  return textPage(request, context, conference)
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page ? pageMeta({ title: page.title, description: page.summary }) : []

export default function PortalText() {
  const { heading, ...text } = useLoaderData<typeof loader>()
  return (
    <div className="wrap page reading">
      <h1>{heading}</h1>
      <Written {...text} />
    </div>
  )
}
