import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { today } from '#server/kernel/clock.ts'
import {
  type Account,
  type Context,
  type NetworkContext,
  requireAccount,
  requireNetwork,
} from '#server/kernel/context.ts'
import { DomainError, notFound } from '#server/kernel/errors.ts'
import { demand, type Rule } from '#server/kernel/permissions.ts'
import { movedRecord } from './crm/moved-record.server.ts'
import { i18nFor } from './i18n.server.ts'
import { failureKind } from './portal/failure-kind.ts'

type Args = LoaderFunctionArgs | ActionFunctionArgs

/** What the page may do is said on its first line; who may not see it learns nothing more. */
export function guard(args: Args, rule: Rule) {
  const ctx: Context = args.context.context
  return refusing(args, () => {
    demand(ctx, rule)
    return ctx
  })
}

/** Pages of one's own account: whoever signed in, in whatever network. */
export function signedInAccount(args: Args): Context & { account: Account } {
  const ctx: Context = args.context.context
  return refusing(args, () => {
    requireAccount(ctx)
    return ctx
  })
}

/** For public pages of a network; a module that is off is absent. */
export function publicNetwork(args: Args, module?: Rule['module']): NetworkContext {
  const ctx: Context = args.context.context
  return refusing(args, () => {
    requireNetwork(ctx)
    if (module && !ctx.network.modules.includes(module)) throw notFound()
    return ctx
  })
}

export function listingScope(ctx: NetworkContext) {
  return { networkId: ctx.network.id, today: today(ctx.clock, ctx.network.timeZone) }
}

/** The form that was sent; one that is broken or missing is the sender's fault, not ours. */
export async function submitted({ request }: Args): Promise<FormData> {
  try {
    return await request.formData()
  } catch {
    throw data(null, { status: 400 })
  }
}

/** Turns the refusals of an act into what a page answers: sign-in, 403 or 404. Others, the page handles. */
export async function answering<T>(args: Args, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw (await movedRecord(args, error)) ?? asResponse(args, error)
  }
}

function refusing<T>(args: Args, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw asResponse(args, error)
  }
}

/** Addresses that answer what is being typed in another page: signed in again, people are back in that page. */
const WHILE_TYPING =
  /\/bureau\/(structures\/(proches|suggestions|proposer)|projets\/structures|recherche\/trouve|appuis\/compris)$/

function whereTheyWere(request: Request): string {
  const { pathname, search, origin } = new URL(request.url)
  const asked = pathname.replace(/\.data$/, '')
  const from = request.headers.get('referer')
  if (WHILE_TYPING.test(asked) && from && URL.canParse(from)) {
    const page = new URL(from)
    if (page.host === new URL(origin).host) return page.pathname + page.search
  }
  return asked + search.replace(/[?&]_routes=[^&]*/, '')
}

function asResponse({ request, context: { context } }: Args, error: unknown): unknown {
  if (!(error instanceof DomainError)) return error
  // An administrator whose network asks for a passkey: what they lack is made on that page.
  if (error.status === 403 && context.network && context.passkeyWantedBy?.includes(context.network.id))
    return redirect(`/compte/cles?reseau=${context.network.slug}`)
  if (error.status === 401)
    return redirect(`/connexion?${new URLSearchParams({ retour: whereTheyWere(request) })}`)
  const title = i18nFor(context.locale).t(`common:failure.${failureKind(error.status)}.title`)
  return data({ code: error.code, title }, { status: error.status })
}
