import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { organisationLabels } from '#server/crm/public.ts'
import { getDossier } from '#server/dispositifs/dossier/get-dossier.server.ts'
import { isWritable } from '#server/dispositifs/dossier/is-writable.ts'
import { updateDossier } from '#server/dispositifs/dossier/update-dossier.server.ts'
import { asksSponsor } from '#server/dispositifs/dossier/written-columns.ts'
import { isDecided } from '#server/dispositifs/lifecycle/lifecycle.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { sessionForm } from '#server/dispositifs/session/session-form.server.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { Breadcrumb } from '../../ui/breadcrumb.tsx'
import { formSources } from '../form/form-view.server.ts'
import { sentBases } from '../own/fill.server.ts'
import { refusedAct } from './dispositif-values.server.ts'
import { DossierForm } from './dossier-form.tsx'
import { dossierValues, readAnswers, readDossierForm } from './dossier-values.server.ts'
import { meanwhile, seenOf, standingValues } from './meanwhile.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['dossier:write'])
  const { row, holders, sponsor } = await answering(args, async () =>
    getDossier(ctx, recordId(args.params.id)),
  )
  if (!isWritable(row)) throw redirect(`/${ctx.network.slug}/bureau/dispositifs/dossiers/${row.id}`)
  const { session, team, definition } = await sessionForm(ctx, row.sessionId, row.formId)
  const base = `/${ctx.network.slug}/bureau/dispositifs`
  const ids = [...holders.map(({ id }) => id), ...(sponsor ? [sponsor.id] : [])]
  const known = [...(await organisationLabels(ctx, ids))].map(([value, label]) => ({ value, label }))
  const { version, answers, number } = row
  return {
    ...{ base, here: `${base}/dossiers/${row.id}`, session: `${base}/sessions/${session.id}` },
    ...{ code: session.code, sessionName: session.name, intake: session.intake, team, definition },
    hasSponsor: !asksSponsor(definition) && (session.steps.includes('sponsor') || sponsor !== null),
    sources: formSources(ctx, definition),
    source: `/${ctx.network.slug}/bureau/structures/suggestions`,
    ...{ known, answers, version, number, title: row.title },
    decided: isDecided(row.state),
    values: standingValues({ row, holders, sponsor }),
    seen: seenOf({ row, holders, sponsor }, definition),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, dispositifs['dossier:write'])
  const id = await answering(args, async () => recordId(args.params.id))
  const { row } = await answering(args, () => getDossier(ctx, id))
  const { definition } = await sessionForm(ctx, row.sessionId, row.formId)
  const form = await submitted(args)
  const values = dossierValues(form)
  const read = await answering(args, () => readAnswers(ctx, definition, form, row.answers))
  const { answers, rows, more, faults: answerFaults } = read
  const { input, faults, known } = await answering(args, () => readDossierForm(ctx, values))
  const version = Number(form.get('version'))
  const back = { values, answers, rows, known, version, seen: sentBases(form), theirs: null }
  if (more) return data({ ...back, faults: {}, answerFaults: {} })
  if (faults || Object.keys(answerFaults).length > 0)
    return data({ ...back, faults: faults ?? {}, answerFaults }, { status: 422 })
  try {
    await updateDossier(ctx, id, version, input, answers, values.reason.trim().slice(0, 2000))
    return redirect(`/${ctx.network.slug}/bureau/dispositifs/dossiers/${id}?fait=dossier-modifie`)
  } catch (error) {
    const refused = refusedAct(error)
    const told = { faults: refused?.faults ?? {}, answerFaults }
    if (refused?.overtaken) {
      const together = await answering(args, () => meanwhile(ctx, id, form, back))
      return data(
        { ...back, ...told, ...together, known: [...known, ...together.known] },
        { status: refused.status },
      )
    }
    if (refused) {
      const code = Object.keys(refused.faults).length > 0 ? null : refused.code
      return data({ ...back, ...told, code }, { status: refused.status })
    }
    return answering(args, () => Promise.reject(error))
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `${page.code} ${page.number}` : undefined },
]

export default function EditDossier() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('dispositifs')
  const trail = [
    { to: page.base, label: t('title') },
    { to: page.session, label: `${page.code} · ${page.sessionName}` },
    { to: page.here, label: t('dossier.number', { number: page.number }) },
  ]
  return (
    <>
      <Breadcrumb trail={trail} here={t('edit')} />
      <h1>{page.title || t('untitled')}</h1>
      <DossierForm {...page} refused={refused} cancel={page.here} submit={t('save')} />
    </>
  )
}
