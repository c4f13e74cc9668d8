import { days } from '#packages/referentials/dates.ts'
import { AWAITING_IN_SPACE } from '#server/awaiting.ts'
import { findRepresented } from '#server/crm/public.ts'
import { filtersSchema } from '#server/directory/organisation/filters.schema.ts'
import { findListings } from '#server/directory/organisation/find-listings.server.ts'
import { myDossiers } from '#server/dispositifs/editor/my-dossiers.server.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { findOwnRequests } from '#server/identity/representation/standing.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { findNotifications } from '#server/kernel/notifications/find-notifications.server.ts'
import { sentenceOf } from '#server/kernel/notifications/sentence.ts'
import { may } from '#server/kernel/permissions.ts'
import { findTodo } from '#server/kernel/todo/find-todo.server.ts'
import { todoView } from '../desk/todo-view.server.ts'
import { ownLines } from '../dispositifs/own/own-lines.server.ts'
import { listingScope } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { nameOf, placesOf } from '../shell.server.ts'

/** At most five lines await at once; the rest stands behind a link. */
const MOST = 5
const STALE_MS = 365 * 24 * 60 * 60 * 1000

/** What a member, a juror, a project holder finds on entering: what awaits them, what happened, their organisations. */
export async function spaceView(ctx: StaffContext) {
  const { network, locale, clock, account, grants } = ctx
  const i18n = i18nFor(locale)
  const day = days(locale, network.timeZone, 'long')
  const base = `/${network.slug}`
  const hasDirectory = network.modules.includes('directory')
  const [represented, requests, notices] = await Promise.all([
    findRepresented(ctx),
    findOwnRequests(ctx),
    findNotifications(ctx),
  ])
  const pageOf = (slug: string | null) => (hasDirectory && slug ? `${base}/annuaire/${slug}` : null)
  /** Whoever represents it keeps its page; who holds a file for it only reads it. */
  const ownOf = (id: string, kept: boolean) => (kept ? `${base}/espace/structures/${id}` : null)
  const told = notices.map(({ id, kind, params, createdAt, readAt }) => ({
    key: id,
    title: sentenceOf(i18n, kind, params),
    on: day.format(createdAt),
    to: `${base}/espace/notifications/${id}`,
    isNew: readAt === null,
  }))
  const stale = represented.flatMap(({ id, name, slug, publishedAt, updatedAt, verifiedAt, kept }) => {
    const sure = Math.max(updatedAt.getTime(), verifiedAt?.getTime() ?? 0)
    const to =
      publishedAt && clock.now().getTime() - sure > STALE_MS ? (ownOf(id, kept) ?? pageOf(slug)) : null
    const title = i18n.t('desk:pageStale', { organisation: name })
    return to ? [{ key: id, title, on: day.format(updatedAt), to, isNew: true }] : []
  })
  const todo = [...told.filter(({ isNew }) => isNew), ...stale]
  const place = placesOf(grants).find(({ slug }) => slug === network.slug)
  return {
    slug: network.slug,
    dossiers: await ownDossiers(ctx),
    network: nameOf(network),
    name: account.name.split(' ')[0] ?? '',
    roles: place?.roles ?? [],
    isDesk: place?.isDesk ?? false,
    directory: hasDirectory ? `${base}/annuaire` : null,
    awaiting: todoView(ctx, await findTodo(ctx, AWAITING_IN_SPACE)),
    todo: { lines: todo.slice(0, MOST), more: Math.max(0, todo.length - MOST) },
    recent: told.filter(({ isNew }) => !isNew).slice(0, MOST),
    figures: hasDirectory ? await figuresOf(ctx, represented.length) : [],
    requests: requests.map(({ askedAt, ...one }) => ({ ...one, on: day.format(askedAt) })),
    organisations: represented.map(({ id, name, slug, publishedAt, updatedAt, kept }) => ({
      id,
      name,
      page: publishedAt ? pageOf(slug) : null,
      own: ownOf(id, kept),
      updated: day.format(updatedAt),
    })),
  }
}

async function ownDossiers(ctx: StaffContext) {
  const holds = ctx.network.modules.includes('dispositifs') && may(ctx, dispositifs['dossier:hold'])
  return holds ? ownLines(ctx, await myDossiers(ctx)).slice(0, MOST) : []
}

async function figuresOf(ctx: StaffContext, represented: number) {
  const { total, facets } = await findListings(listingScope(ctx), filtersSchema.parse({ per_page: 1 }))
  const number = new Intl.NumberFormat(ctx.locale)
  return [
    ...(represented > 0 ? [{ key: 'yours', value: number.format(represented) }] : []),
    { key: 'networkListed', value: number.format(total) },
    { key: 'networkCountries', value: number.format(facets.country.length) },
  ]
}
