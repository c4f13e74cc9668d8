import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { getFollowUp } from '#server/dispositifs/follow-up/get-follow-up.server.ts'
import type { DossierState } from '#server/dispositifs/lifecycle/lifecycle.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { may } from '#server/kernel/permissions.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { Badge } from '../../ui/badge.tsx'
import { Breadcrumb } from '../../ui/breadcrumb.tsx'
import { VisibleBy } from '../../ui/visible-by.tsx'
import { uploaded } from '../../upload.server.ts'
import { DossierParts } from '../desk/dossier-parts.tsx'
import { toneOf } from '../desk/state-tone.ts'
import { DecisionSection } from './decision-section.tsx'
import { LettersSection, ProjectSection, ReportSection } from './end-sections.tsx'
import { FollowDone } from './follow-done.tsx'
import { followUpView } from './follow-up-view.server.ts'
import { handleFollowUp } from './handle-follow-up.server.ts'
import { MoneySection } from './money-section.tsx'
import { Refusal } from './refusal.tsx'
import { refusedForm } from './sent-follow-up.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['dossier:read'])
  const { network, locale } = ctx
  const { t } = i18nFor(locale)
  const found = await answering(args, async () => getFollowUp(ctx, recordId(args.params.id)))
  const { row, session, holders } = found
  const base = `/${network.slug}/bureau/dispositifs`
  const name = row.title || t('dispositifs:untitled')
  return {
    ...{ base, dispositif: `${base}/${session.dispositifId}`, session: `${base}/sessions/${session.id}` },
    ...{ code: session.code, sessionName: session.name, number: row.number, name, state: row.state },
    dossier: `${base}/dossiers/${row.id}`,
    holders: holders.map((one) => one.name).join(', '),
    files: `/${network.slug}/fichiers`,
    projects: `/${network.slug}/bureau/projets`,
    page: followUpView(found, ctx),
    mayWrite: may(ctx, dispositifs['decision:record']),
    title: t('dispositifs:follow.pageTitle', { name }),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, dispositifs['decision:record'])
  const id = await answering(args, async () => recordId(args.params.id))
  let form = new FormData()
  let which = ''
  try {
    const sent = await uploaded(args)
    form = sent.form
    which = String(form.get('intent') ?? '')
    if (which === 'etape') which = `etape ${form.get('versement')}`
    const done = await handleFollowUp(ctx, id, sent)
    if (!done) throw data(null, { status: 400 })
    return redirect(`/${ctx.network.slug}/bureau/dispositifs/dossiers/${id}/suivi?fait=${done}`)
  } catch (error) {
    const refused = refusedForm(error, form, which)
    if (refused) return data(refused, { status: refused.status })
    return answering(args, () => Promise.reject(error))
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function DossierFollowUp() {
  const { page, ...here } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('dispositifs')
  const { mayWrite } = here
  return (
    <div className="stack">
      <Breadcrumb
        trail={[
          { to: here.base, label: t('title') },
          { to: here.dispositif, label: here.code },
          { to: here.session, label: here.sessionName },
          { to: here.dossier, label: t('dossier.number', { number: here.number }) },
        ]}
        here={t('follow.here')}
      />
      <h1>{here.title}</h1>
      <DossierParts base={here.dossier} />
      <FollowDone />
      <Refusal refused={refused} />
      <p className="row">
        <Badge tone={toneOf(here.state as DossierState)} label={t(`state.${here.state}`)} />
        <span className="muted">{here.holders}</span>
      </p>
      <DecisionSection page={page} refused={refused} mayWrite={mayWrite} />
      <MoneySection page={page} files={here.files} refused={refused} mayWrite={mayWrite} />
      {page.isFinanced ? <ReportSection page={page} refused={refused} mayWrite={mayWrite} /> : null}
      <LettersSection page={page} refused={refused} mayWrite={mayWrite} />
      <ProjectSection page={page} projects={here.projects} mayWrite={mayWrite} />
      <VisibleBy who="team" />
    </div>
  )
}
