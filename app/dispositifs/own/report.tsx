import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { attachToReport, detachFromReport } from '#server/dispositifs/attach/attach-to-dossier.server.ts'
import { getOwnDossier } from '#server/dispositifs/fill/get-own-dossier.server.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { reportInput } from '#server/dispositifs/report/report.schema.ts'
import { plannedBudget, reportForm, toRealise } from '#server/dispositifs/report/report-form.ts'
import { saveReport, sendReport } from '#server/dispositifs/report/save-report.server.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { fileRefused, refusalOf } from '#server/kernel/files/errors.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { Attachments } from '../../kernel/attachments.tsx'
import { ConfirmSubmit } from '../../ui/confirm-submit.tsx'
import { LeaveWarning } from '../../ui/leave-warning.tsx'
import { uploaded } from '../../upload.server.ts'
import { FaultSummary } from '../form/fault-summary.tsx'
import { FormSections } from '../form/form-sections.tsx'
import { formSources, readForm } from '../form/form-view.server.ts'
import { ComparedBudget } from '../report/compared-budget.tsx'
import { ComparedPeople } from '../report/compared-people.tsx'
import { ReportRead } from '../report/report-read.tsx'
import { reportTold } from '../report/report-told.server.ts'
import { FaultNote } from '../told.tsx'
import { OwnFrame } from './own-frame.tsx'
import { ownHead } from './own-view.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['dossier:hold'])
  const found = await answering(args, async () => getOwnDossier(ctx, recordId(args.params.id)))
  const head = ownHead(ctx, found)
  const { row, report, form } = found
  if ((row.state !== 'done' || head.reads) && !report) throw redirect(head.home)
  const asked = reportForm(form, row.answers)
  const budget = report?.budget.length ? report.budget : toRealise(plannedBudget(form, row.answers))
  const of = { achieved: row.achieved, spent: report?.spentCents, body: report?.body, budget }
  return {
    head,
    open: row.state === 'done' && !head.reads,
    answers: Object.fromEntries(
      Object.entries(of).filter(([, one]) => one !== null && one !== undefined && one !== ''),
    ),
    asked,
    sources: formSources(ctx, asked),
    told: reportTold(ctx, found, found.session.timeZone),
    title: i18nFor(ctx.locale).t('dispositifs:holder.report.title'),
  }
}

/** A file is sent by a form of its own; the words and figures by another. */
export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, dispositifs['dossier:hold'])
  return answering(args, async () => {
    const id = recordId(args.params.id)
    const { row, form: written } = await getOwnDossier(ctx, id)
    const asked = reportForm(written, row.answers)
    const home = `/${ctx.network.slug}/espace/dossiers/${id}`
    const nothing = {
      answers: null,
      faults: {} as Record<string, string>,
      rows: {},
      fault: null,
      kind: '',
      code: null,
    }
    const kind = new URL(args.request.url).searchParams.get('pieces')
    if (kind) {
      try {
        const { form, upload } = await uploaded(args)
        const removed = form.get('retirer')
        if (removed) await detachFromReport(ctx, id, recordId(String(removed)))
        else if (upload) await attachToReport(ctx, id, kind === 'proof' ? 'proof' : 'report', upload)
        else throw fileRefused('missing')
        return redirect(`${home}/bilan?fait=${removed ? 'piece_retiree' : 'piece_jointe'}`)
      } catch (error) {
        const fault = refusalOf(error)
        if (!fault) throw error
        return data({ ...nothing, fault, kind }, { status: fault === 'too_large' ? 413 : 422 })
      }
    }
    const form = await submitted(args)
    const read = await readForm(ctx, asked, form, { achieved: row.achieved })
    const refused = (faults: Record<string, string>, code: string | null, status: number) =>
      data({ ...nothing, answers: read.answers, rows: read.rows, faults, code }, { status })
    if (read.more) return refused({}, null, 200)
    const { achieved = null, spent = null, body = '', budget = [] } = read.answers
    const input = reportInput.safeParse({ achieved, body, budget, spentCents: spent })
    const sending = form.get('intent') === 'envoyer'
    // Kept half-way, nothing need be there yet nor balance.
    const wrong = Object.entries(read.faults).filter(
      ([, fault]) => sending || (fault !== 'missing' && fault !== 'unbalanced'),
    )
    if (!input.success || wrong.length > 0) return refused(Object.fromEntries(wrong), null, 422)
    try {
      if (!sending) {
        await saveReport(ctx, id, input.data)
        return redirect(`${home}/bilan?fait=bilan-garde`)
      }
      await sendReport(ctx, id, input.data)
      return redirect(`${home}?fait=bilan`)
    } catch (error) {
      if (!(error instanceof DomainError) || ![409, 422].includes(error.status)) throw error
      const faults: Record<string, string> = error.code.endsWith('report_not_ready')
        ? { achieved: 'head_count_gap' }
        : {}
      return refused(faults, Object.keys(faults).length > 0 ? null : error.code.split('.')[1]!, error.status)
    }
  })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page && `${page.title} · ${page.head.name}` },
]

export default function Report() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('dispositifs')
  if (!page.open)
    return (
      <OwnFrame head={page.head} here={page.title}>
        <ReportRead told={page.told} />
      </OwnFrame>
    )
  const faults = (refused?.faults ?? {}) as Record<string, string>
  const { budget, people } = page.told.compared
  return (
    <OwnFrame head={page.head} here={page.title}>
      <p className="lead">{t('holder.report.lead')}</p>
      <FaultNote refused={refused} />
      <div className="halved">
        {(['proof', 'report'] as const).map((kind) => (
          <section key={kind} className="card stack" aria-labelledby={`pieces-${kind}`}>
            <h2 id={`pieces-${kind}`}>
              {t(kind === 'proof' ? 'holder.report.proofs' : 'holder.report.files')}
            </h2>
            <Attachments
              files={kind === 'proof' ? page.told.proofs : page.told.papers}
              action={`${page.head.home}/bilan?pieces=${kind}`}
              fault={refused?.kind === kind ? refused.fault : null}
              none={t('holder.report.noFiles')}
            />
          </section>
        ))}
      </div>
      <Form method="post" className="stack form" noValidate>
        <FaultSummary definition={page.asked} faults={faults} refusal={refused} />
        <FormSections
          definition={page.asked}
          answers={refused?.answers ?? page.answers}
          faults={faults}
          rows={refused?.rows}
          sources={page.sources}
          refusal={refused}
        />
        {budget.length + people.length > 0 ? (
          <section className="card stack" aria-labelledby="compare">
            <h2 id="compare">{t('holder.report.compared')}</h2>
            <p className="muted">{t('holder.report.comparedLead')}</p>
            <ComparedBudget sides={budget} />
            {people.length > 0 ? <ComparedPeople lines={people} /> : null}
          </section>
        ) : null}
        <div className="row actions">
          <button className="btn" type="submit" name="intent" value="garder">
            {t('holder.report.save')}
          </button>
          <ConfirmSubmit
            label={t('holder.report.send')}
            question={t('holder.report.question')}
            consequence={t('holder.report.consequence')}
            name="intent"
            value="envoyer"
            main
          />
        </div>
        <LeaveWarning />
      </Form>
    </OwnFrame>
  )
}
