import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { departFromTemplate } from '#server/dispositifs/shared-template/depart-from-template.server.ts'
import { getTemplateSide } from '#server/dispositifs/shared-template/get-template-side.server.ts'
import { putTakenInForce } from '#server/dispositifs/shared-template/put-in-force.server.ts'
import { shareTemplate, withdrawTemplate } from '#server/dispositifs/shared-template/share-template.server.ts'
import { takeVersion } from '#server/dispositifs/shared-template/take-version.server.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { refusedAct } from '../desk/dispositif-values.server.ts'
import { BesideHead } from './beside-head.tsx'
import { Followed } from './followed.tsx'
import { ShareCard } from './share-card.tsx'
import { sideView } from './side-view.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['dispositif:read'])
  const found = await answering(args, async () => getTemplateSide(ctx, recordId(args.params.id)))
  return sideView(ctx, found)
}

export type TemplateSide = Awaited<ReturnType<typeof loader>>

export async function action(args: ActionFunctionArgs) {
  const form = await submitted(args)
  const asked = String(form.get('acte') ?? '')
  const sharing = asked === 'partager' || asked === 'retirer'
  const ctx = guard(args, dispositifs[sharing ? 'template:share' : 'dispositif:write'])
  const id = await answering(args, async () => recordId(args.params.id))
  const note = String(form.get('note') ?? '')
  const acts: Record<string, { done: string; act: () => Promise<void> }> = {
    partager: {
      done: 'partage',
      act: () => shareTemplate(ctx, id, { note, withLetters: form.get('courriers') === 'oui' }),
    },
    retirer: { done: 'retire', act: () => withdrawTemplate(ctx, id) },
    prendre: { done: 'pris', act: () => takeVersion(ctx, id, Number(form.get('version'))) },
    publier: { done: 'en-vigueur', act: () => putTakenInForce(ctx, id, String(form.get('vu') ?? '')) },
    's-ecarter': { done: 'ecarte', act: () => departFromTemplate(ctx, id) },
  }
  const chosen = Object.hasOwn(acts, asked) ? acts[asked] : undefined
  if (!chosen) throw data(null, { status: 400 })
  try {
    await chosen.act()
  } catch (error) {
    const refused = refusedAct(error)
    if (refused) return data({ code: refused.code, note }, { status: refused.status })
    return answering(args, () => Promise.reject(error))
  }
  return redirect(`/${ctx.network.slug}/bureau/dispositifs/${id}/modele?fait=${chosen.done}`)
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function TemplateSidePage() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('dispositifs')
  return (
    <div className="stack">
      <BesideHead page={page} here={t('templates.side')} of="template" refused={refused} />
      {page.followed ? (
        <Followed page={page} followed={page.followed} />
      ) : (
        <p className="muted">{t('templates.ownOne')}</p>
      )}
      <ShareCard page={page} note={refused?.note} />
    </div>
  )
}
