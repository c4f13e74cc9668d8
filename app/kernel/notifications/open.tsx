import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { openNotification } from '#server/kernel/notifications/open-notification.server.ts'
import { notifications } from '#server/kernel/notifications/permissions.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard } from '../../guard.server.ts'

/** Reading one is opening what it is about; the link of the digest comes here as well. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, notifications['notification:read'])
  const { path } = await answering(args, async () => openNotification(ctx, recordId(args.params.notice)))
  // Written by our acts, and yet: only an address of ours is followed.
  return redirect(/^\/(?![/\\])/.test(path) ? path : `/${ctx.network.slug}`)
}
