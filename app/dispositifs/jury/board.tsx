import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useFetcher, useLoaderData, useLocation } from '@remix-run/react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { moments } from '#packages/referentials/dates.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { ITEMS_PER_PAGE, readBoard } from '#server/dispositifs/sitting/board.server.ts'
import { isThere } from '#server/dispositifs/sitting/in-room.server.ts'
import { may } from '#server/kernel/permissions.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { Badge } from '../../ui/badge.tsx'
import { Breadcrumb } from '../../ui/breadcrumb.tsx'
import { EmptyList } from '../../ui/list-states.tsx'
import { Pagination } from '../../ui/pagination.tsx'
import { VisibleBy } from '../../ui/visible-by.tsx'
import { money } from '../figures.ts'
import { Done, FaultNote } from '../told.tsx'
import { Agenda } from './agenda.tsx'
import { Envelopes } from './envelopes.tsx'
import { handleBoard } from './handle-board.server.ts'
import { refusalOf } from './read-input.server.ts'
import { RollCall } from './roll-call.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['jury:read'])
  const { locale, network } = ctx
  const id = await answering(args, async () => recordId(args.params.sitting))
  const query = new URL(args.request.url).searchParams
  const page = Math.max(1, Math.min(1000, Math.trunc(Number(query.get('page'))) || 1))
  const { sitting, members, envelopes, items, minutes } = await answering(args, () =>
    readBoard(ctx, id, page),
  )
  const at = moments(locale, network.timeZone, 'long')
  const score = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const euros = (cents: number | null) => (cents === null ? null : money(cents, locale))
  const total = envelopes.reduce((sum, one) => sum + one.items, 0)
  return {
    ...{ base: `/${network.slug}/bureau/dispositifs`, id, name: sitting.name, version: sitting.version },
    ...{
      on: at.format(new Date(sitting.startsAt)),
      place: sitting.place,
      link: sitting.link,
      quorum: sitting.quorum,
    },
    ...{ members, there: members.filter(isThere).length, round: sitting.round },
    signed: sitting.signedRound >= sitting.round,
    toCome: new Date(sitting.startsAt) > ctx.clock.now(),
    envelopes: envelopes.map(({ envelopeCents, proposedCents, ...one }) => ({
      ...one,
      ...{ envelope: euros(envelopeCents), proposed: euros(proposedCents) },
      left: envelopeCents === null ? null : euros(envelopeCents - proposedCents),
      over: envelopeCents !== null && proposedCents > envelopeCents,
    })),
    items: items.map(({ requestedCents, amountCents, mean, holders, ...one }) => ({
      ...{ id: one.id, dossierId: one.dossierId, number: one.number, title: one.title, code: one.code },
      ...{
        opinion: one.opinion,
        reopened: one.reopens !== null,
        conflicts: one.conflicts,
        holder: holders.join(', '),
      },
      ...{
        requested: euros(requestedCents),
        amount: euros(amountCents),
        mean: mean === null ? null : score.format(mean),
      },
    })),
    ...{ total, done: envelopes.reduce((sum, one) => sum + one.done, 0), page },
    pages: Math.max(1, Math.ceil(total / ITEMS_PER_PAGE)),
    minutes: minutes.map(({ number, signedAt, signedAs, pdfId, docxId, sha256 }) => ({
      ...{ number, signedAs, sha256, signedOn: at.format(new Date(signedAt)) },
      pdf: pdfId && `/${network.slug}/fichiers/${pdfId}`,
      docx: docxId && `/${network.slug}/fichiers/${docxId}`,
    })),
    mayManage: may(ctx, dispositifs['jury:manage']),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, dispositifs['jury:manage'])
  const id = await answering(args, async () => recordId(args.params.sitting))
  const form = await submitted(args)
  try {
    const done = await handleBoard(ctx, id, form)
    if (done === null) throw data(null, { status: 400 })
    const here = `/${ctx.network.slug}/bureau/dispositifs/jurys/${id}`
    return redirect(
      done ? `${here}?fait=${done}` : here + new URL(args.request.url).search.replace(/[?&]_[^&]*/g, ''),
    )
  } catch (error) {
    const refused = refusalOf(error)
    if (refused) return data(refused, { status: refused.status })
    return answering(args, () => Promise.reject(error))
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.name }]

const BETWEEN_LOOKS_MS = 4000

export default function Board() {
  const loaded = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('dispositifs')
  const fetcher = useFetcher<typeof loader>()
  const { pathname, search } = useLocation()
  const { load, state } = fetcher
  // What others write shows within seconds; what is being typed stays, for fields keep what they hold.
  useEffect(() => {
    if (loaded.signed || state !== 'idle') return
    const timer = setTimeout(() => {
      if (document.visibilityState === 'visible') load(pathname + search)
    }, BETWEEN_LOOKS_MS)
    return () => clearTimeout(timer)
  }, [loaded.signed, state, load, pathname, search])
  const fresh = fetcher.data
  const page =
    fresh && fresh.id === loaded.id && fresh.page === loaded.page && fresh.version >= loaded.version
      ? fresh
      : loaded
  const open = page.mayManage && !page.signed
  return (
    <div className="stack">
      <Breadcrumb
        trail={[
          { to: page.base, label: t('title') },
          { to: `${page.base}/jurys`, label: t('jury.sitting.list') },
        ]}
        here={page.name}
      />
      <div className="row">
        <h1 className="grow">{page.name}</h1>
        {open ? (
          <Link className="btn" to="modifier">
            {t('edit')}
          </Link>
        ) : null}
        <Link className="btn" to="pv">
          {t('jury.minutes.title')}
        </Link>
      </div>
      <p className="row">
        <Badge
          tone={page.signed ? 'ok' : 'wait'}
          label={t(
            page.signed ? 'jury.sitting.signed' : page.toCome ? 'jury.sitting.toCome' : 'jury.sitting.open',
          )}
        />
        <span>{[page.on, page.place].filter(Boolean).join(' · ')}</span>
        {page.link ? <a href={page.link}>{t('jury.sitting.join')}</a> : null}
      </p>
      {page.round > 1 ? <p className="notice">{t('jury.sitting.round', { round: page.round })}</p> : null}
      <Done of="jury" />
      <FaultNote refused={refused} />
      <Envelopes envelopes={page.envelopes} />
      <RollCall members={page.members} there={page.there} quorum={page.quorum} open={open} />
      {page.total === 0 ? (
        <EmptyList text={t('jury.agenda.empty')} />
      ) : (
        <Agenda items={page.items} open={open} base={page.base} total={page.total} done={page.done} />
      )}
      <Pagination page={page.page} pages={page.pages} />
      {open ? (
        <Form method="post">
          <button
            className={page.total === 0 ? 'btn primary' : 'btn'}
            type="submit"
            name="intent"
            value="remplir"
          >
            {t('jury.agenda.fill')}
          </button>
        </Form>
      ) : null}
      {page.minutes.length > 0 ? (
        <section className="card stack" aria-labelledby="pv">
          <h2 id="pv">{t('jury.minutes.signedOnes')}</h2>
          <ul>
            {page.minutes.map((one) => (
              <li key={one.number}>
                {t('jury.minutes.number', { number: one.number, on: one.signedOn, name: one.signedAs })}{' '}
                {one.pdf && one.docx ? (
                  <>
                    <a href={one.pdf}>{t('jury.minutes.pdf')}</a>{' '}
                    <a href={one.docx}>{t('jury.minutes.docx')}</a>
                  </>
                ) : null}
                <span className="block small muted written">
                  {one.sha256 ? t('jury.minutes.print', { print: one.sha256 }) : t('jury.minutes.onPaper')}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <VisibleBy who="team" />
    </div>
  )
}
