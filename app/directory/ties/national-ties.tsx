import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { directory } from '#server/directory/permissions.ts'
import { findListingTies } from '#server/directory/tie/find-listing-ties.server.ts'
import { sayListingTie, withdrawListingTie } from '#server/directory/tie/say-listing-tie.server.ts'
import { LISTS, type TieList } from '#server/directory/tie/tie.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { EmptyList } from '../../ui/list-states.tsx'
import { Pagination } from '../../ui/pagination.tsx'
import { useDone } from '../../ui/use-done.ts'
import { VisibleBy } from '../../ui/visible-by.tsx'
import { lastPageInstead } from '../read-search.server.ts'
import { TieCard } from './tie-card.tsx'
import { tieView } from './tie-view.server.ts'

const NAMES = Object.keys(LISTS) as TieList[]
const PER_PAGE = 20

/** Listings of ours that may be those of another network, and what both said of them. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, directory['listing:tie'])
  const query = new URL(args.request.url).searchParams
  const list = NAMES.find((name) => name === query.get('vue')) ?? 'toSay'
  const asked = Math.max(1, Math.floor(Number(query.get('page')) || 1))
  const found = await answering(args, () => findListingTies(ctx, list, asked))
  const pages = Math.max(1, Math.ceil(found.total / PER_PAGE))
  lastPageInstead(args, asked, pages)
  return {
    list,
    lists: NAMES.map((name) => ({ name, count: found.counts[name] })),
    page: found.page,
    pages,
    ties: found.ties.map((tie) => tieView(tie, ctx)),
    title: i18nFor(ctx.locale).t('crm:national.title'),
  }
}

const INTENTS = ['same', 'different', 'withdraw'] as const

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, directory['listing:tie'])
  const form = await submitted(args)
  const intent = INTENTS.find((one) => one === form.get('intent'))
  if (!intent) throw data(null, { status: 400 })
  return answering(args, async () => {
    const couple = {
      own: recordId(String(form.get('ours') ?? '')),
      network: String(form.get('network') ?? ''),
      other: recordId(String(form.get('theirs') ?? '')),
    }
    try {
      if (intent === 'withdraw') await withdrawListingTie(ctx, couple)
      else await sayListingTie(ctx, couple, intent)
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'directory.identifiers_differ') throw error
      return data({ differ: true }, { status: 409 })
    }
    const query = new URL(args.request.url).searchParams
    query.set('fait', intent)
    return redirect(`/${ctx.network.slug}/bureau/annuaire-national?${query}`)
  })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function NationalTies() {
  const { list, lists, page, pages, ties } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('crm')
  const said = useDone()
  const done = INTENTS.find((one) => one === said)
  return (
    <>
      <h1>{t('national.title')}</h1>
      <VisibleBy who="team" />
      {refused?.differ ? (
        <div className="notice bad" role="alert">
          {t('national.differ')}
        </div>
      ) : done ? (
        <div className="notice ok" role="status">
          {t(`national.done.${done}`)}
        </div>
      ) : null}
      <p className="lead">{t('national.about')}</p>
      <nav className="chips" aria-label={t('national.lists')}>
        {lists.map(({ name, count }) => (
          <Link
            key={name}
            className="chip"
            to={name === 'toSay' ? '?' : `?vue=${name}`}
            aria-current={name === list ? 'true' : undefined}
          >
            {t(`national.list.${name}`)} <span className="num">{count}</span>
          </Link>
        ))}
      </nav>
      {ties.length === 0 ? (
        <EmptyList text={t(`national.none.${list}`)} />
      ) : (
        <ul className="plain stack">
          {ties.map((tie) => (
            <TieCard key={tie.key} tie={tie} />
          ))}
        </ul>
      )}
      {pages > 1 ? <Pagination page={page} pages={pages} /> : null}
    </>
  )
}
