import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { enterDossier } from '#server/dispositifs/dossier/enter-dossier.server.ts'
import { asksSponsor } from '#server/dispositifs/dossier/written-columns.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { sessionForm } from '#server/dispositifs/session/session-form.server.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { Breadcrumb } from '../../ui/breadcrumb.tsx'
import { Doubtful } from '../doubt.ts'
import { formSources } from '../form/form-view.server.ts'
import { depositTold } from './deposit-told.server.ts'
import { refusedAct } from './dispositif-values.server.ts'
import { DossierForm } from './dossier-form.tsx'
import { dossierValues, readAnswers, readDossierForm } from './dossier-values.server.ts'
import { newStructure, structureKinds } from './new-structure.server.ts'

const whole = (args: LoaderFunctionArgs | ActionFunctionArgs, ctx: ReturnType<typeof guard>) =>
  answering(args, async () => sessionForm(ctx, recordId(args.params.session)))

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['dossier:write'])
  const { session, team, definition } = await whole(args, ctx)
  const base = `/${ctx.network.slug}/bureau/dispositifs`
  return {
    ...{ base, here: `${base}/sessions/${session.id}`, dispositif: `${base}/${session.dispositifId}` },
    ...{ code: session.code, session: session.name, intake: session.intake, team, definition },
    hasSponsor: session.steps.includes('sponsor') && !asksSponsor(definition),
    sources: formSources(ctx, definition),
    kinds: structureKinds(ctx),
    source: `/${ctx.network.slug}/bureau/structures/suggestions`,
    values: { ...dossierValues(new FormData()), deposited: session.intake === 'elsewhere' },
    title: i18nFor(ctx.locale).t('dispositifs:dossier.enterTitle', {
      ...{ code: session.code, session: session.name },
    }),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, dispositifs['dossier:write'])
  const { session, definition } = await whole(args, ctx)
  const form = await submitted(args)
  const values = dossierValues(form)
  const read = await answering(args, () => readAnswers(ctx, definition, form, {}))
  const { answers, rows, more, faults: answerFaults } = read
  const { input, faults, known } = await answering(args, () => readDossierForm(ctx, values))
  const wanted = await answering(args, () => newStructure(ctx, form, values))
  const back = {
    ...{ values: wanted?.values ?? values, answers, rows },
    ...{ known: [...known, ...(wanted?.known ?? [])], structure: wanted?.structure, made: wanted?.made },
  }
  if (wanted) return data({ ...back, faults: {}, answerFaults: {} }, { status: wanted.status })
  if (more) return data({ ...back, faults: {}, answerFaults: {} })
  if (faults || Object.keys(answerFaults).length > 0)
    return data({ ...back, faults: faults ?? {}, answerFaults }, { status: 422 })
  try {
    const deposited = await depositTold(ctx, session, values, String(form.get('averti') ?? ''))
    const { id } = await enterDossier(ctx, session.id, input, answers, deposited)
    return redirect(`/${ctx.network.slug}/bureau/dispositifs/dossiers/${id}?fait=dossier-saisi`)
  } catch (error) {
    if (error instanceof Doubtful) {
      const { doubts, seen } = error
      return data({ ...back, faults: {}, answerFaults, doubts, seenDoubts: seen }, { status: 422 })
    }
    const refused = refusedAct(error)
    if (refused) {
      const code = Object.keys(refused.faults).length > 0 ? null : refused.code
      return data({ ...back, faults: refused.faults, code, answerFaults }, { status: refused.status })
    }
    return answering(args, () => Promise.reject(error))
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function NewDossier() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('dispositifs')
  const trail = [
    { to: page.base, label: t('title') },
    { to: page.dispositif, label: page.code },
    { to: page.here, label: page.session },
  ]
  return (
    <>
      <Breadcrumb trail={trail} here={t('dossier.enter')} />
      <h1>{page.title}</h1>
      <DossierForm
        {...page}
        answers={{}}
        known={[]}
        refused={refused}
        isNew
        cancel={page.here}
        submit={t('dossier.create')}
      />
    </>
  )
}
