import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { baseOf } from '#server/portal/public.ts'
import { getProjectListing } from '#server/projects/listing/get-project-listing.server.ts'
import { answering, listingScope, publicNetwork } from '../guard.server.ts'
import { toldElsewhere } from '../portal/address.server.ts'
import { JsonLd } from '../portal/json-ld.tsx'
import { pageMeta } from '../portal/page-meta.ts'
import { ProjectPage } from './project-page.tsx'
import { projectView } from './project-view.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = publicNetwork(args, 'projects')
  const slug = args.params.slug ?? ''
  const project = await answering(args, () => getProjectListing(listingScope(ctx), slug))
  // Shown here, kept by another network: it has one address.
  if (project.network !== ctx.network.slug) throw redirect(`/${project.network}/projets/${project.slug}`)
  const base = await baseOf(ctx.network.id)
  const here = `${base}/projets/${project.slug}`
  const page = projectView(project, ctx.network, ctx.locale)
  return {
    page,
    title: `${page.title} — ${page.network}`,
    card: `${here}/partage.png`,
    /** For search engines, with the country only: nothing nearer is in what this is made of. */
    told: {
      '@type': 'Project',
      name: page.title,
      ...(page.summary ? { description: page.summary } : {}),
      url: here,
      ...(project.startedOn ? { foundingDate: project.startedOn } : {}),
      ...(project.endedOn ? { dissolutionDate: project.endedOn } : {}),
      areaServed: page.countries.map(({ label }) => ({ '@type': 'Country', name: label })),
      ...(project.place ? { location: { '@type': 'Place', name: project.place } } : {}),
      keywords: page.sectors.map(({ label }) => label).join(', '),
      member: (await toldElsewhere(page.holders)).map(({ name, href }) => ({
        '@type': 'Organization',
        name,
        url: href,
      })),
    },
    crumbs: {
      '@type': 'BreadcrumbList',
      itemListElement: [
        { '@type': 'ListItem', position: 1, name: page.words.back, item: `${base}/projets` },
        { '@type': 'ListItem', position: 2, name: page.title, item: here },
      ],
    },
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageMeta({ title: data.title, description: data.page.summary, card: data.card }) : []

export default function PublicProject() {
  const { page, told, crumbs } = useLoaderData<typeof loader>()
  return (
    <>
      <JsonLd data={told} />
      <JsonLd data={crumbs} />
      <ProjectPage page={page} />
    </>
  )
}
