import type { LoaderFunctionArgs } from '@remix-run/node'
import { readMail } from '#server/kernel/mail/read-outbox.server.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering } from '../../guard.server.ts'

/** The mail itself, under a policy of its own: it may style itself, and nothing else. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'self'; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox"

export async function loader(args: LoaderFunctionArgs) {
  const { html } = await answering(args, async () => readMail(recordId(args.params.mail)))
  // Links of a mail open beside it.
  const shown = html.replace('<head>', '<head><base target="_blank">')
  return new Response(shown, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': POLICY,
      'cache-control': 'no-store',
    },
  })
}
