import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { getFollowUp } from '#server/dispositifs/follow-up/get-follow-up.server.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { may } from '#server/kernel/permissions.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard } from '../../guard.server.ts'
import { VisibleBy } from '../../ui/visible-by.tsx'
import { uploaded } from '../../upload.server.ts'
import { DossierHeading } from '../desk/dossier-heading.tsx'
import { dossierHead } from '../desk/heading-of.server.ts'
import { Done } from '../told.tsx'
import { DecisionSection } from './decision-section.tsx'
import { LettersSection, ProjectSection, ReportSection } from './end-sections.tsx'
import { followUpView } from './follow-up-view.server.ts'
import { handleFollowUp } from './handle-follow-up.server.ts'
import { MoneySection } from './money-section.tsx'
import { Refusal } from './refusal.tsx'
import { refusedForm } from './sent-follow-up.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['dossier:read'])
  const { network } = ctx
  const found = await answering(args, async () => getFollowUp(ctx, recordId(args.params.id)))
  const { row, session } = found
  return {
    head: dossierHead(ctx, row, session, 'follow'),
    files: `/${network.slug}/fichiers`,
    projects: `/${network.slug}/bureau/projets`,
    page: followUpView(found, ctx),
    mayWrite: may(ctx, dispositifs['decision:record']),
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
    if (which === 'etape' || which === 'reprendre') which = `${which} ${form.get('versement')}`
    const done = await handleFollowUp(ctx, id, sent)
    if (!done) throw data(null, { status: 400 })
    return redirect(`/${ctx.network.slug}/bureau/dispositifs/dossiers/${id}/suivi?fait=${done}`)
  } catch (error) {
    const refused = refusedForm(error, form, which)
    if (refused) return data(refused, { status: refused.status })
    return answering(args, () => Promise.reject(error))
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.head.title }]

export default function DossierFollowUp() {
  const { page, ...here } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { mayWrite } = here
  return (
    <div className="stack">
      <DossierHeading head={here.head} />
      <Done of="followUp" />
      <Refusal refused={refused} />
      <DecisionSection page={page} refused={refused} mayWrite={mayWrite} />
      <MoneySection page={page} files={here.files} refused={refused} mayWrite={mayWrite} />
      {page.isFinanced ? <ReportSection page={page} refused={refused} mayWrite={mayWrite} /> : null}
      <LettersSection page={page} mayWrite={mayWrite} />
      <ProjectSection page={page} projects={here.projects} mayWrite={mayWrite} />
      <VisibleBy who="team" />
    </div>
  )
}
