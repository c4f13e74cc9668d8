import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { moments } from '#packages/referentials/dates.ts'
import { type DossierState, mayMove } from '#server/dispositifs/lifecycle/lifecycle.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { mergeDossiers } from '#server/dispositifs/rehome/merge-dossiers.server.ts'
import { mergeInput, transferInput } from '#server/dispositifs/rehome/rehome.schema.ts'
import { TRANSFERABLE, transferDossier } from '#server/dispositifs/rehome/transfer-dossier.server.ts'
import { whereTo } from '#server/dispositifs/rehome/where-to.server.ts'
import { getSession } from '#server/dispositifs/session/get-session.server.ts'
import { stepsOf } from '#server/dispositifs/session/steps-of.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { VisibleBy } from '../../ui/visible-by.tsx'
import { refusedAct } from './dispositif-values.server.ts'
import { DossierHeading } from './dossier-heading.tsx'
import { dossierHead } from './heading-of.server.ts'
import { RehomeForm } from './rehome-form.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['dossier:move'])
  const id = await answering(args, async () => recordId(args.params.id))
  const { row, twins, sessions } = await answering(args, () => whereTo(ctx, id))
  const session = await getSession(ctx, row.sessionId)
  const { t } = i18nFor(ctx.locale)
  const at = moments(ctx.locale, session.timeZone)
  const untitled = t('dispositifs:untitled')
  return {
    head: dossierHead(ctx, row, session, 'rehome'),
    mayMerge: mayMove(row.state as DossierState, 'merged', stepsOf(session.steps)),
    mayTransfer: TRANSFERABLE.includes(row.state),
    twins: twins.map((one) => ({
      value: one.id,
      label: t(`dispositifs:rehome.${one.sameHolder ? 'twinOfSame' : 'twin'}`, {
        ...{ number: one.number, title: one.title || untitled, holder: one.holder ?? '' },
        state: t(`dispositifs:state.${one.state}`),
      }),
    })),
    sessions: sessions.map((one) => ({
      value: one.id,
      label: t('dispositifs:rehome.session', { name: one.name, date: at.format(new Date(one.closesAt)) }),
    })),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, dispositifs['dossier:move'])
  const id = await answering(args, async () => recordId(args.params.id))
  const form = await submitted(args)
  const [intent, reason] = [String(form.get('intent')), String(form.get('motif') ?? '')]
  const [other, session] = [String(form.get('autre') ?? ''), String(form.get('session') ?? '')]
  const refusal = (faults: Record<string, string>, status = 422) =>
    data({ intent, typed: { chosen: other || session, reason }, faults }, { status })
  const desk = `/${ctx.network.slug}/bureau/dispositifs/dossiers`
  try {
    if (intent === 'fusionner') {
      const asked = mergeInput.safeParse({ other, reason })
      if (!asked.success) return refusal(faultsOf(asked.error.issues))
      await mergeDossiers(ctx, id, asked.data)
      return redirect(`${desk}/${other}?fait=dossier-fusionne`)
    }
    const asked = transferInput.safeParse({ session, reason })
    if (!asked.success) return refusal(faultsOf(asked.error.issues))
    await transferDossier(ctx, id, asked.data)
    return redirect(`${desk}/${id}?fait=dossier-transfere`)
  } catch (error) {
    const refused = refusedAct(error)
    if (refused) return refusal({ chosen: refused.code }, refused.status)
    return answering(args, () => Promise.reject(error))
  }
}

const faultsOf = (issues: { path: PropertyKey[]; message: string }[]) =>
  Object.fromEntries(issues.map(({ path, message }) => [path[0] === 'reason' ? 'reason' : 'chosen', message]))

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.head.title }]

export default function Rehome() {
  const { head, mayMerge, mayTransfer, twins, sessions } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('dispositifs')
  const refusedOf = (intent: string) => (refused?.intent === intent ? refused : undefined)
  return (
    <div className="stack">
      <DossierHeading head={head} />
      <section className="card stack" aria-labelledby="fusionner">
        <h2 id="fusionner">{t('rehome.mergeTitle')}</h2>
        <p>{t('rehome.mergeLead')}</p>
        {!mayMerge || twins.length === 0 ? (
          <p className="muted">{t(mayMerge ? 'rehome.noTwin' : 'rehome.tooLateToMerge')}</p>
        ) : (
          <Form method="post" className="stack form">
            <RehomeForm kind="merge" name="autre" choices={twins} refused={refusedOf('fusionner')} />
          </Form>
        )}
      </section>
      <section className="card stack" aria-labelledby="transferer">
        <h2 id="transferer">{t('rehome.transferTitle')}</h2>
        <p>{t('rehome.transferLead')}</p>
        {!mayTransfer || sessions.length === 0 ? (
          <p className="muted">{t(mayTransfer ? 'rehome.noSession' : 'rehome.tooLateToTransfer')}</p>
        ) : (
          <Form method="post" className="stack form">
            <RehomeForm kind="transfer" name="session" choices={sessions} refused={refusedOf('transferer')} />
          </Form>
        )}
      </section>
      <VisibleBy who="team" />
    </div>
  )
}
