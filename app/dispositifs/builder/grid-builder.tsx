import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { discardDraft, editDraft } from '#server/dispositifs/revision/draft.server.ts'
import { getDraft } from '#server/dispositifs/revision/get-workshop.server.ts'
import { publishRevision } from '#server/dispositifs/revision/publish-revision.server.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { refusedAct } from '../desk/dispositif-values.server.ts'
import { BuilderHead } from './builder-head.tsx'
import { GridForm } from './grid-form.tsx'
import { readGrid, type TypedGrid, typedGrid, typedOfGrid } from './read-grid.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['dispositif:write'])
  const id = await answering(args, async () => recordId(args.params.id))
  const found = await answering(args, () => getDraft(ctx, id, 'grid'))
  const base = `/${ctx.network.slug}/bureau/dispositifs`
  if (!found.customised || found.locked) throw redirect(`${base}/${id}/personnaliser`)
  return {
    ...{ base, home: `${base}/${id}/personnaliser`, dispositif: `${base}/${id}`, code: found.code },
    title: i18nFor(ctx.locale).t('dispositifs:papers.builder.grid.title', { code: found.code }),
    ...{ seen: found.seen, isDraft: found.isDraft, number: found.number, faults: [], effects: [] },
    typed: typedOfGrid(found.content),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, dispositifs['dispositif:write'])
  const id = await answering(args, async () => recordId(args.params.id))
  const form = await submitted(args)
  const back = `/${ctx.network.slug}/bureau/dispositifs/${id}/personnaliser/grille`
  const [act, seen] = [String(form.get('acte') ?? ''), String(form.get('vu') ?? '')]
  const typed: TypedGrid = typedGrid(form, act)
  const refusing = (status: number, code: string | null, faults: Record<string, string>) =>
    data({ typed, faults, code }, { status })
  try {
    if (act === 'publier') {
      await publishRevision(ctx, id, 'grid', { seen, note: String(form.get('note') ?? '') })
      return redirect(`${back}?fait=publie`)
    }
    if (act === 'abandonner') {
      await discardDraft(ctx, id, 'grid')
      return redirect(`${back}?fait=abandonne`)
    }
    if (act !== 'enregistrer') {
      if (!/^(ajouter|(haut|bas|retirer):\d+)$/.test(act)) throw data(null, { status: 400 })
      // Asked while who may not would learn nothing: the page is theirs.
      await getDraft(ctx, id, 'grid')
      return refusing(200, null, {})
    }
    const { made, faults } = readGrid(typed)
    if (!made) return refusing(422, null, faults)
    await editDraft(ctx, id, 'grid', seen, () => ({ content: made, made: null }))
    return redirect(`${back}?fait=retenu`)
  } catch (error) {
    const refused = refusedAct(error)
    if (refused) return refusing(refused.status, refused.code, {})
    return answering(args, () => Promise.reject(error))
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]
const NOTHING = {}

export default function GridBuilder() {
  const page = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const isForm = sent && sent.typed.rows.length > 0
  return (
    <div className="stack">
      <BuilderHead page={page} kind="grid" refused={sent} />
      <GridForm
        key={JSON.stringify(isForm ? sent.typed : page.typed)}
        seen={page.seen}
        typed={isForm ? sent.typed : page.typed}
        faults={sent?.faults ?? NOTHING}
      />
    </div>
  )
}
