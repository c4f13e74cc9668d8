import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { projects } from '#server/projects/permissions.ts'
import { suggestOrganisations } from '#server/projects/project/organisations-meant.server.ts'
import { answering, guard } from '../guard.server.ts'

const LONGEST = 100

/** The network's organisations that answer what is typed, each as it is written in a project's form. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, projects['project:read'])
  const typed = new URL(args.request.url).searchParams.get('q')?.slice(0, LONGEST) ?? ''
  const labels = await answering(args, () => suggestOrganisations(ctx, typed))
  const found = labels.map((label) => ({ value: label, label }))
  return data({ q: typed, found }, { headers: { 'cache-control': 'private, no-store' } })
}
