import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { BarChart } from '#packages/charts/bar-chart.tsx'
import { days } from '#packages/referentials/dates.ts'
import { sessionFollowUp } from '#server/dispositifs/follow-up/session-follow-up.server.ts'
import { setReportDue } from '#server/dispositifs/follow-up/set-report-due.server.ts'
import type { DossierState } from '#server/dispositifs/lifecycle/lifecycle.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { may } from '#server/kernel/permissions.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { Badge } from '../../ui/badge.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { EmptyList } from '../../ui/list-states.tsx'
import { sessionHead } from '../desk/heading-of.server.ts'
import { SessionHeading } from '../desk/session-heading.tsx'
import { toneOf } from '../desk/state-tone.ts'
import { money } from '../figures.ts'
import { Done } from '../told.tsx'
import { useRefused } from './refusal.tsx'
import { readWith, refusedForm } from './sent-follow-up.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['dossier:read'])
  const { locale } = ctx
  const { t } = i18nFor(locale)
  const found = await answering(args, async () => sessionFollowUp(ctx, recordId(args.params.session)))
  const { session, envelope, dossiers } = found
  const day = days(locale, 'UTC', 'medium')
  const on = (iso: string | null) => (iso ? day.format(new Date(iso)) : null)
  const amounts = [
    ...(envelope.envelopeCents === null ? [] : [['envelope', envelope.envelopeCents] as const]),
    ['asked', envelope.askedCents] as const,
    ['granted', envelope.grantedCents] as const,
    ['paid', envelope.paidCents] as const,
  ]
  return {
    head: sessionHead(ctx, session, 'follow'),
    bars: amounts.map(([key, cents]) => ({
      ...{ key, label: t(`dispositifs:follow.envelope.${key}`), value: cents, text: money(cents, locale) },
      other: key === 'envelope' || key === 'asked',
    })),
    left:
      envelope.envelopeCents === null
        ? null
        : money(Math.abs(envelope.envelopeCents - envelope.grantedCents), locale),
    over: envelope.envelopeCents !== null && envelope.grantedCents > envelope.envelopeCents,
    rows: dossiers.map((one) => ({
      ...{ id: one.id, number: one.number, title: one.title || t('dispositifs:untitled'), state: one.state },
      ...{ holders: one.holders.join(', '), sponsor: one.sponsor ?? '' },
      granted: one.grantedCents === null ? '' : money(one.grantedCents, locale),
      paid: one.paidCents === 0 ? '' : money(one.paidCents, locale),
      owed: one.owed.map(({ what, who, since }) => ({
        ...{ what, who: t(`dispositifs:follow.who.${who}`), since: on(since) },
      })),
    })),
    withoutDay: dossiers.filter(
      ({ state, reportDueOn }) => !reportDueOn && ['financed', 'advance_paid', 'done'].includes(state),
    ).length,
    mayWrite: may(ctx, dispositifs['decision:record']),
  }
}

const batch = z.strictObject({ reportDueOn: z.iso.date('not_a_day') })

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, dispositifs['decision:record'])
  const form = await submitted(args)
  try {
    const id = recordId(args.params.session)
    if (form.get('intent') !== 'echeances') throw data(null, { status: 400 })
    const { reportDueOn } = readWith(batch, { reportDueOn: form.get('reportDueOn') ?? '' })
    const { dossiers } = await sessionFollowUp(ctx, id)
    const those = dossiers.filter(
      (one) => !one.reportDueOn && ['financed', 'advance_paid', 'done'].includes(one.state),
    )
    await setReportDue(
      ctx,
      those.map((one) => one.id),
      reportDueOn,
    )
    return redirect(`/${ctx.network.slug}/bureau/dispositifs/sessions/${id}/suivi?fait=echeances`)
  } catch (error) {
    const refused = refusedForm(error, form, 'echeances')
    if (refused) return data(refused, { status: refused.status })
    return answering(args, () => Promise.reject(error))
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.head.title }]

type Row = Awaited<ReturnType<typeof loader>>['rows'][number]

function useColumns(base: string): Column<Row>[] {
  const { t } = useTranslation('dispositifs')
  return [
    {
      key: 'number',
      label: t('column.title'),
      cell: ({ id, number, title }) => (
        <Link to={`${base}/dossiers/${id}/suivi`}>{`${number} · ${title}`}</Link>
      ),
    },
    { key: 'holder', label: t('column.holder'), cell: ({ holders }) => holders },
    {
      key: 'state',
      label: t('column.state'),
      cell: ({ state }) => <Badge tone={toneOf(state as DossierState)} label={t(`state.${state}`)} />,
    },
    { key: 'granted', label: t('follow.field.granted'), number: true, cell: ({ granted }) => granted },
    { key: 'paid', label: t('follow.money.paid'), number: true, cell: ({ paid }) => paid },
    {
      key: 'owed',
      label: t('follow.session.owed'),
      cell: ({ owed }) =>
        owed.length === 0 ? (
          <span className="muted">{t('follow.session.nothing')}</span>
        ) : (
          <ul className="plain">
            {owed.map(({ what, who, since }) => (
              <li key={what + who}>
                {t(`follow.owed.${what}`, { who })}
                {since ? <span className="muted"> {t('follow.since', { date: since })}</span> : null}
              </li>
            ))}
          </ul>
        ),
    },
  ]
}

export default function SessionFollowUp() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('dispositifs')
  const { typed, fault } = useRefused(refused, 'echeances')
  const columns = useColumns(page.head.base)
  return (
    <div className="stack">
      <SessionHeading head={page.head} />
      <Done of="followUp" />
      {page.rows.length === 0 ? (
        <EmptyList text={t('follow.session.empty')}>
          <Link to={page.head.here}>{t('follow.backToSession')}</Link>
        </EmptyList>
      ) : (
        <>
          <section className="card stack">
            <BarChart
              words={{
                title: t('follow.envelope.title'),
                description: t('follow.envelope.description'),
                table: t('figures.table'),
              }}
              head={[t('follow.envelope.what'), t('follow.field.amount')]}
              bars={page.bars}
            />
            {page.left ? (
              <p className={page.over ? 'notice bad' : 'muted'}>
                {t(page.over ? 'follow.envelope.over' : 'follow.envelope.left', { amount: page.left })}
              </p>
            ) : null}
          </section>
          <DataTable
            caption={t('follow.session.list')}
            columns={columns}
            rows={page.rows}
            rowKey={({ id }) => id}
          />
          {page.mayWrite && page.withoutDay > 0 ? (
            <Form method="post" className="card row end" noValidate>
              <DateField
                name="reportDueOn"
                label={t('follow.session.dueForAll', { count: page.withoutDay })}
                value={typed('reportDueOn')}
                fault={fault('reportDueOn')}
              />
              <button className="btn" type="submit" name="intent" value="echeances">
                {t('save')}
              </button>
            </Form>
          ) : null}
        </>
      )}
    </div>
  )
}
