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
import { saveReport, sendReport } from '#server/dispositifs/report/save-report.server.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { fileRefused, refusalOf } from '#server/kernel/files/errors.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { Attachments } from '../../kernel/attachments.tsx'
import { fileLines } from '../../kernel/file-lines.server.ts'
import { ConfirmSubmit } from '../../ui/confirm-submit.tsx'
import { LeaveWarning } from '../../ui/leave-warning.tsx'
import { uploaded } from '../../upload.server.ts'
import { AnswersRead } from '../form/answers-read.tsx'
import { FaultSummary } from '../form/fault-summary.tsx'
import { FormSections } from '../form/form-sections.tsx'
import { formSources, readForm } from '../form/form-view.server.ts'
import { OwnFrame } from './own-frame.tsx'
import { ownHead } from './own-view.server.ts'
import { REPORT_FORM } from './report-form.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['dossier:hold'])
  const found = await answering(args, async () => getOwnDossier(ctx, recordId(args.params.id)))
  const head = ownHead(ctx, found)
  const { row, report, files } = found
  if (row.state !== 'done' && !report) throw redirect(head.home)
  const of = { achieved: row.achieved, spent: report?.spentCents, body: report?.body }
  return {
    head,
    open: row.state === 'done',
    answers: Object.fromEntries(
      Object.entries(of).filter(([, one]) => one !== null && one !== undefined && one !== ''),
    ),
    sources: formSources(ctx, REPORT_FORM),
    files: fileLines(
      files.filter(({ kind }) => kind === 'report'),
      ctx.network,
      ctx.locale,
    ),
    title: i18nFor(ctx.locale).t('dispositifs:holder.report.title'),
  }
}

/** A file is sent by a form of its own; the words and figures by another. */
export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, dispositifs['dossier:hold'])
  return answering(args, async () => {
    const id = recordId(args.params.id)
    const { row } = await getOwnDossier(ctx, id)
    const home = `/${ctx.network.slug}/espace/dossiers/${id}`
    const nothing = { answers: null, faults: {} as Record<string, string>, rows: {}, fault: null, code: null }
    if (new URL(args.request.url).searchParams.has('pieces')) {
      try {
        const { form, upload } = await uploaded(args)
        const removed = form.get('retirer')
        if (removed) await detachFromReport(ctx, id, recordId(String(removed)))
        else if (upload) await attachToReport(ctx, id, upload)
        else throw fileRefused('missing')
        return redirect(`${home}/bilan?fait=${removed ? 'piece_retiree' : 'piece_jointe'}`)
      } catch (error) {
        const fault = refusalOf(error)
        if (!fault) throw error
        return data({ ...nothing, fault }, { status: fault === 'too_large' ? 413 : 422 })
      }
    }
    const form = await submitted(args)
    const read = await readForm(ctx, REPORT_FORM, form, { achieved: row.achieved })
    const refused = (faults: Record<string, string>, code: string | null, status: number) =>
      data({ ...nothing, answers: read.answers, rows: read.rows, faults, code }, { status })
    if (read.more) return refused({}, null, 200)
    const { achieved = null, spent = null, body = '' } = read.answers
    const input = reportInput.safeParse({ achieved, body, spentCents: spent })
    const sending = form.get('intent') === 'envoyer'
    const wrong = Object.entries(read.faults).filter(([, fault]) => sending || fault !== 'missing')
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
        <AnswersRead definition={REPORT_FORM} answers={page.answers} />
      </OwnFrame>
    )
  const faults = (refused?.faults ?? {}) as Record<string, string>
  return (
    <OwnFrame head={page.head} here={page.title}>
      <p className="lead">{t('holder.report.lead')}</p>
      {refused?.code ? (
        <p className="notice bad" role="alert">
          {t(`faults.${refused.code}`)}
        </p>
      ) : null}
      <section className="card stack" aria-labelledby="pieces">
        <h2 id="pieces">{t('holder.report.files')}</h2>
        <Attachments
          files={page.files}
          action={`${page.head.home}/bilan?pieces=1`}
          fault={refused?.fault}
          none={t('holder.files.noneHere')}
        />
      </section>
      <Form method="post" className="stack form" noValidate>
        <FaultSummary definition={REPORT_FORM} faults={faults} refusal={refused} />
        <FormSections
          definition={REPORT_FORM}
          answers={refused?.answers ?? page.answers}
          faults={faults}
          rows={refused?.rows}
          sources={page.sources}
          refusal={refused}
        />
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
