import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { publicNetwork } from '../guard.server.ts'

/** The short address of the directory's map. */
export function loader(args: LoaderFunctionArgs) {
  const { network } = publicNetwork(args, 'directory')
  const query = new URL(args.request.url).searchParams
  query.set('vue', 'carte')
  return redirect(`/${network.slug}/annuaire?${query}`)
}
