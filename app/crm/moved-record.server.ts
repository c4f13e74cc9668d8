import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { keptInstead } from '#server/crm/merge/kept-instead.server.ts'
import { DomainError } from '#server/kernel/errors.ts'

const RECORD = /^(\/[^/]+\/bureau\/structures\/)([0-9a-f-]{36})(?=\/|$)/

/** A record that was merged is read where it went: the same page of the kept record; null when it went nowhere. */
export async function movedRecord(args: LoaderFunctionArgs | ActionFunctionArgs, error: unknown) {
  const { request, context } = args
  if (!(error instanceof DomainError) || error.status !== 404 || request.method !== 'GET') return null
  const url = new URL(request.url)
  const path = url.pathname.replace(/\.data$/, '')
  const [, before, id] = RECORD.exec(path) ?? []
  if (!before || !id) return null
  const kept = await keptInstead(context.context, id).catch(() => null)
  // Not for ever: a merge can be undone.
  return kept ? redirect(path.replace(RECORD, `$1${kept}`)) : null
}
