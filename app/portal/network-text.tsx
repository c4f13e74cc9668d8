import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { publicNetwork } from '../guard.server.ts'
import { pageMeta } from './page-meta.ts'
import { textPage } from './text-page.server.ts'
import { Written } from './written.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = publicNetwork(args)
  return textPage(args.request, ctx, ctx.network)
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageMeta({ title: data.title, description: data.summary }) : []

export default function NetworkText() {
  const { heading, ...text } = useLoaderData<typeof loader>()
  return (
    <div className="wrap page reading">
      <h1>{heading}</h1>
      <Written {...text} />
    </div>
  )
}
