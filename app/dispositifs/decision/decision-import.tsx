import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { days } from '#packages/referentials/dates.ts'
import { COLUMNS } from '#server/dispositifs/decision/import/columns.ts'
import {
  getDecisionImport,
  matchDecisionColumns,
} from '#server/dispositifs/decision/import/get-decision-import.server.ts'
import { writeDecisionImport } from '#server/dispositifs/decision/import/write-decision-import.server.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { getSession } from '#server/dispositifs/session/get-session.server.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { Badge, type Tone } from '../../ui/badge.tsx'
import { Breadcrumb } from '../../ui/breadcrumb.tsx'
import { ConfirmSubmit } from '../../ui/confirm-submit.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Field } from '../../ui/field.tsx'
import { doubtsTold } from '../doubts-told.server.ts'
import { money } from '../figures.ts'
import { Refusal } from '../follow-up/refusal.tsx'
import { refusedForm } from '../follow-up/sent-follow-up.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['decision:record'])
  const { locale, network } = ctx
  return answering(args, async () => {
    const session = await getSession(ctx, recordId(args.params.session))
    const found = await getDecisionImport(ctx, session, recordId(args.params.decisionImport))
    const day = days(locale, 'UTC', 'medium')
    const base = `/${network.slug}/bureau/dispositifs`
    const here = `${base}/sessions/${session.id}`
    const count = (verdict: string) => found.lines.filter((line) => line.verdict === verdict).length
    return {
      ...{ base, here, dispositif: `${base}/${session.dispositifId}`, code: session.code },
      ...{ sessionName: session.name, title: found.fileName, faults: found.faults, written: found.written },
      forgottenOn: found.forgottenAt
        ? days(locale, network.timeZone, 'long').format(found.forgottenAt)
        : null,
      columns: found.headings.map((heading, at) => ({
        ...{ at: String(at), heading, chosen: found.matching[at] ?? '' },
        sample: found.rows.map(({ cells }) => cells[at] ?? '').find((cell) => cell !== '') ?? '',
      })),
      doubted: found.lines.filter(({ doubts }) => doubts.length > 0).length,
      counts: { write: count('write'), same: count('same'), refused: count('refused') },
      lines: found.lines.map(({ line, named, dossier, outcome, amountCents, decidedOn, ...rest }) => ({
        ...{ line, named, outcome, verdict: rest.verdict, why: rest.why, cell: rest.cell },
        title: dossier ? `${dossier.number} · ${dossier.title}` : '',
        to: dossier ? `${base}/dossiers/${dossier.id}/suivi` : null,
        amount: amountCents === null ? '' : money(amountCents, locale),
        doubts: doubtsTold(rest.doubts, ctx),
        on: decidedOn ? day.format(new Date(decidedOn)) : '',
      })),
    }
  })
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, dispositifs['decision:record'])
  const form = await submitted(args)
  try {
    const session = recordId(args.params.session)
    const id = recordId(args.params.decisionImport)
    const here = `/${ctx.network.slug}/bureau/dispositifs/sessions/${session}`
    switch (form.get('intent')) {
      case 'colonnes':
        await matchDecisionColumns(ctx, session, id, form.getAll('colonne').map(String))
        return redirect(`${here}/decisions/${id}`)
      case 'ecrire':
        await writeDecisionImport(ctx, session, id, Number(form.get('annoncees')))
        return redirect(`${here}/suivi?fait=decisions-ecrites`)
      default:
        throw data(null, { status: 400 })
    }
  } catch (error) {
    const refused = refusedForm(error, form, 'ecrire')
    if (refused) return data(refused, { status: refused.status })
    return answering(args, () => Promise.reject(error))
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

type Line = Awaited<ReturnType<typeof loader>>['lines'][number]
const TONES: Record<string, Tone> = { write: 'ok', same: 'neutral', refused: 'bad' }

export default function DecisionImport() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('dispositifs')
  const columns: Column<Line>[] = [
    { key: 'line', label: t('follow.import.line'), number: true, cell: ({ line }) => line },
    {
      key: 'dossier',
      label: t('column.title'),
      cell: ({ to, title, named }) => (to ? <Link to={to}>{title}</Link> : named),
    },
    {
      key: 'verdict',
      label: t('follow.import.does'),
      cell: ({ verdict, why, cell }) => (
        <>
          <Badge tone={TONES[verdict]} label={t(`follow.import.verdict.${verdict}`)} />{' '}
          {why
            ? t(`follow.import.why.${why}`, { cell: why === 'not_decidable' ? t(`state.${cell}`) : cell })
            : null}
        </>
      ),
    },
    {
      key: 'outcome',
      label: t('follow.field.outcome'),
      cell: ({ outcome }) => (outcome ? t(`state.${outcome}`) : ''),
    },
    {
      key: 'amount',
      label: t('follow.field.amount'),
      number: true,
      cell: ({ amount }) => amount,
    },
    {
      key: 'doubts',
      label: t('follow.import.doubts'),
      cell: ({ doubts }) => doubts.map(({ kind, ...said }) => t(`asks.doubt.${kind}`, said)).join(' '),
    },
    { key: 'on', label: t('follow.field.decidedOn'), number: true, cell: ({ on }) => on },
  ]
  return (
    <div className="stack">
      <Breadcrumb
        trail={[
          { to: page.base, label: t('title') },
          { to: page.dispositif, label: page.code },
          { to: page.here, label: page.sessionName },
          { to: `${page.here}/decisions`, label: t('sessionParts.decisions') },
        ]}
        here={page.title}
      />
      <h1>{page.title}</h1>
      <Refusal refused={refused} />
      {page.forgottenOn ? (
        <p className="notice">{t('papers.import.pastItsDay', { on: page.forgottenOn })}</p>
      ) : null}
      {page.written === null && !page.forgottenOn ? (
        <>
          <Columns page={page} />
          {page.faults.map((fault) => (
            <p key={fault} className="notice bad">
              {t(`follow.import.matching.${fault}`)}
            </p>
          ))}
          {page.faults.length === 0 ? (
            <>
              <p>
                {t('follow.import.toWrite', { count: page.counts.write })}{' '}
                {t('follow.import.same', { count: page.counts.same })}{' '}
                {t('follow.import.refused', { count: page.counts.refused })}
              </p>
              {page.doubted > 0 ? (
                <p className="notice" role="alert">
                  {t('follow.import.doubted', { count: page.doubted })}
                </p>
              ) : null}
              <DataTable
                caption={t('follow.import.preview')}
                columns={page.doubted > 0 ? columns : columns.filter(({ key }) => key !== 'doubts')}
                rows={page.lines}
                rowKey={({ line }) => String(line)}
              />
              {page.counts.write > 0 ? (
                <Form method="post">
                  <input type="hidden" name="annoncees" value={page.counts.write} />
                  <ConfirmSubmit
                    label={t('follow.import.write', { count: page.counts.write })}
                    question={
                      page.doubted > 0
                        ? t('follow.import.doubtedQuestion', { count: page.doubted })
                        : t('follow.import.question')
                    }
                    consequence={t('follow.import.consequence')}
                    name="intent"
                    value="ecrire"
                    main
                  />
                </Form>
              ) : (
                <p className="notice">{t('follow.import.nothing')}</p>
              )}
            </>
          ) : null}
        </>
      ) : null}
      {page.written === null ? null : (
        <p className="notice ok">{t('follow.import.done', { count: page.written })}</p>
      )}
    </div>
  )
}

function Columns({
  page,
}: {
  page: { columns: { at: string; heading: string; chosen: string; sample: string }[]; faults: string[] }
}) {
  const { t } = useTranslation('dispositifs')
  return (
    <details open={page.faults.length > 0 ? true : undefined}>
      <summary>{t('follow.import.columns')}</summary>
      <Form method="post" className="stack form" key={page.columns.map(({ chosen }) => chosen).join()}>
        {page.columns.map(({ at, heading, chosen, sample }) => (
          <Field
            key={at}
            label={heading || '—'}
            hint={sample ? t('follow.import.sample', { sample }) : undefined}
          >
            {(attributes) => (
              <select {...attributes} name="colonne" defaultValue={chosen}>
                <option value="">{t('follow.import.leftOut')}</option>
                {COLUMNS.map((column) => (
                  <option key={column} value={column}>
                    {t(`follow.import.column.${column}`)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ))}
        <button className="btn" type="submit" name="intent" value="colonnes">
          {t('follow.import.match')}
        </button>
      </Form>
    </details>
  )
}
