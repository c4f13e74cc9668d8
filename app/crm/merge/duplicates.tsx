import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { days } from '#packages/referentials/dates.ts'
import { typeLabel } from '#packages/referentials/kinds.ts'
import { CERTAINTIES, certaintyOf } from '#server/crm/duplicate/alike.ts'
import { askDetection } from '#server/crm/duplicate/detect-duplicates.server.ts'
import { countPairs, findPairs, type PairSide, pairSearch } from '#server/crm/duplicate/find-pairs.server.ts'
import { setApart, setTogether } from '#server/crm/duplicate/set-apart.server.ts'
import { crm } from '#server/crm/permissions.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { lastPageInstead } from '../../directory/read-search.server.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { EmptyList } from '../../ui/list-states.tsx'
import { Pagination } from '../../ui/pagination.tsx'
import { useDone } from '../../ui/use-done.ts'
import { VisibleBy } from '../../ui/visible-by.tsx'
import { PairCard } from './pair-card.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['organisation:merge'])
  const query = new URL(args.request.url).searchParams
  const search = pairSearch.parse({
    certainty: query.get('certitude') ?? undefined,
    apart: query.get('vue') === 'ecartes',
    q: query.get('q') ?? '',
    page: query.get('page') ?? 1,
  })
  const [found, counts] = await answering(args, () => Promise.all([findPairs(ctx, search), countPairs(ctx)]))
  const pages = Math.max(1, Math.ceil(found.total / found.perPage))
  lastPageInstead(args, found.page, pages)
  const date = days(ctx.locale, ctx.network.timeZone)
  const side = ({ kind, subkind, postalCode, city, updatedAt, ...one }: PairSide) => ({
    ...one,
    what: [typeLabel(kind, subkind, ctx.locale), [postalCode, city].filter(Boolean).join(' ')]
      .filter(Boolean)
      .join(' · '),
    updatedOn: date.format(new Date(updatedAt)),
  })
  return {
    ...search,
    certainty: search.certainty ?? null,
    counts,
    total: found.total,
    pages,
    pairs: found.pairs.map(({ left, right, score, reasons, apartAt, apartBy }) => ({
      left: side(left),
      right: side(right),
      certainty: certaintyOf(score),
      reasons,
      apart: apartAt ? { on: date.format(new Date(apartAt)), by: apartBy } : null,
    })),
    desk: `/${ctx.network.slug}/bureau`,
    title: i18nFor(ctx.locale).t('crm:duplicate.title'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, crm['organisation:merge'])
  const form = await submitted(args)
  const intent = form.get('intent')
  const desk = `/${ctx.network.slug}/bureau`
  return answering(args, async () => {
    if (intent === 'chercher') {
      const { id } = await askDetection(ctx)
      return redirect(`${desk}/travaux/${id}`)
    }
    if (intent !== 'distinctes' && intent !== 'reprendre') throw data(null, { status: 400 })
    const [a, b] = ['a', 'b'].map((name) => recordId(String(form.get(name) ?? '')))
    await (intent === 'distinctes' ? setApart : setTogether)(ctx, a!, b!)
    const query = new URL(args.request.url).searchParams
    query.set('fait', intent)
    return redirect(`${desk}/doublons?${query}`)
  })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

const LEVELS = ['all', ...Object.keys(CERTAINTIES)] as const

export default function DuplicatesPage() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('crm')
  const done = useDone()
  return (
    <>
      <div className="row">
        <h1 className="grow">{t('duplicate.title')}</h1>
        <Link className="btn" to="fusions">
          {t('merge.past')}
        </Link>
        <Form method="post">
          <button className="btn" type="submit" name="intent" value="chercher">
            {t('duplicate.look')}
          </button>
        </Form>
      </div>
      <VisibleBy who="team" />
      {done === 'distinctes' || done === 'reprendre' ? (
        <div className="notice ok" role="status">
          {t(`duplicate.done.${done}`)}
        </div>
      ) : null}
      <p className="lead">{t('duplicate.about')}</p>
      <nav className="chips" aria-label={t('duplicate.filter')}>
        {LEVELS.map((level) => (
          <Link
            key={level}
            className="chip"
            to={level === 'all' ? '?' : `?certitude=${level}`}
            aria-current={!page.apart && (page.certainty ?? 'all') === level ? 'true' : undefined}
          >
            {t(`duplicate.level.${level}`)} <span className="num">{page.counts[level as 'all']}</span>
          </Link>
        ))}
        <Link className="chip" to="?vue=ecartes" aria-current={page.apart ? 'true' : undefined}>
          {t('duplicate.apart')}
        </Link>
      </nav>
      <Form method="get" role="search" className="row search">
        <input
          key={page.q}
          className="grow"
          type="search"
          name="q"
          defaultValue={page.q}
          aria-label={t('duplicate.search')}
          placeholder={t('duplicate.search')}
        />
        {page.apart ? <input type="hidden" name="vue" value="ecartes" /> : null}
        {page.certainty ? <input type="hidden" name="certitude" value={page.certainty} /> : null}
        <button className="btn" type="submit">
          {t('search')}
        </button>
      </Form>
      <p className="count" aria-live="polite">
        {t('duplicate.count', { count: page.total })}
      </p>
      {page.total === 0 ? (
        <EmptyList
          text={t(page.q ? 'duplicate.noneFound' : page.apart ? 'duplicate.noneApart' : 'duplicate.none')}
        />
      ) : (
        <ul className="stack">
          {page.pairs.map((pair) => (
            <PairCard key={pair.left.id + pair.right.id} pair={pair} desk={page.desk} />
          ))}
        </ul>
      )}
      <Pagination page={page.page} pages={page.pages} />
    </>
  )
}
