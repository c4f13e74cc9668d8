import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { desk } from '#server/kernel/rules.ts'
import { answering, guard } from '../guard.server.ts'
import { paletteFor } from './palette.server.ts'

/** What the palette shows for what is typed so far. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, desk['desk:enter'])
  const q = new URL(args.request.url).searchParams.get('q') ?? ''
  return data(await answering(args, () => paletteFor(ctx, q)), {
    headers: { 'cache-control': 'private, no-store' },
  })
}
