import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { type FormEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { setApart, setTogether } from '#server/crm/duplicate/set-apart.server.ts'
import type { Side } from '#server/crm/merge/fields.ts'
import { getPair } from '#server/crm/merge/get-pair.server.ts'
import { mergeInput } from '#server/crm/merge/merge.schema.ts'
import { mergeOrganisations } from '#server/crm/merge/merge-organisations.server.ts'
import { findOwnFields } from '#server/crm/own-field/find-own-fields.server.ts'
import { crm } from '#server/crm/permissions.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { ConfirmSubmit } from '../../ui/confirm-submit.tsx'
import { useHydrated } from '../../ui/use-hydrated.ts'
import { VisibleBy } from '../../ui/visible-by.tsx'
import { CarriedTable } from './carried-table.tsx'
import { Clashes, FieldChoices, Identical, OtherName } from './field-choices.tsx'
import { mergeChoices } from './merge-choices.ts'
import { movedPair } from './moved-pair.server.ts'
import { pairView } from './pair-view.server.ts'
import { Reasons } from './reasons.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['organisation:merge'])
  const pair = await answering(args, async () => {
    const [id, other] = [recordId(args.params.id), recordId(args.params.other)]
    try {
      return await getPair(ctx, id, other)
    } catch (error) {
      throw await movedPair(args, ctx as StaffContext, error)
    }
  })
  const asked = new URL(args.request.url).searchParams.get('garder')
  const kept: Side = asked === 'left' || asked === 'right' ? asked : pair.kept
  const own = await findOwnFields(ctx)
  return { ...pairView(pair, own, kept, ctx), title: i18nFor(ctx.locale).t('crm:merge.title') }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, crm['organisation:merge'])
  const form = await submitted(args)
  const intent = form.get('intent')
  const desk = `/${ctx.network.slug}/bureau`
  return answering(args, async () => {
    const [a, b] = [recordId(args.params.id), recordId(args.params.other)]
    if (intent === 'distinctes' || intent === 'reprendre') {
      await (intent === 'distinctes' ? setApart : setTogether)(ctx, a, b)
      return redirect(`${desk}/doublons?fait=${intent}`)
    }
    const parsed = mergeInput.safeParse(mergeChoices(form))
    if (intent !== 'fusionner' || !parsed.success) throw data(null, { status: 400 })
    try {
      const { id } = await mergeOrganisations(ctx, a, b, parsed.data)
      return redirect(`${desk}/structures/${id}?fait=fusionnee`)
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      if (error.code === 'crm.changed_meanwhile')
        return data({ fault: 'changed', by: error.details.by as string | null }, { status: 409 })
      if (error.code === 'crm.merge_siret_of_another')
        return data({ fault: 'siret', by: null }, { status: 422 })
      throw error
    }
  })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function ComparePage() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('crm')
  const other = page.kept === 'left' ? 'right' : 'left'
  const { consequence, follow } = useConsequence(page, other)
  return (
    <>
      <nav className="small" aria-label={t('breadcrumb')}>
        <Link to={page.list}>{t('duplicate.title')}</Link>
      </nav>
      <h1>{t('merge.title')}</h1>
      <VisibleBy who="team" />
      {refused ? (
        <div className="notice bad" role="alert">
          {refused.fault === 'siret'
            ? t('merge.siretOfAnother')
            : t('merge.changed', { name: refused.by ?? t('kernel:someone') })}
        </div>
      ) : null}
      {page.apart ? (
        <Form method="post" className="notice row">
          <p className="grow">
            {t('duplicate.apartBy', { name: page.apart.by ?? t('kernel:someone'), date: page.apart.on })}
          </p>
          <button className="btn sm" type="submit" name="intent" value="reprendre">
            {t('duplicate.takeBack')}
          </button>
        </Form>
      ) : null}
      <Reasons reasons={page.reasons} />
      <div className="halves">
        <RecordCard page={page} side={page.kept} />
        <RecordCard page={page} side={other} />
      </div>
      <Form method="post" className="stack" key={page.kept} onChange={follow}>
        <input type="hidden" name="garder" value={page.kept} />
        <input type="hidden" name="v_left" value={page.left.version} />
        <input type="hidden" name="v_right" value={page.right.version} />
        <FieldChoices page={page} />
        {page.sameName ? null : <OtherName />}
        <Clashes page={page} />
        <CarriedTable page={page} />
        <Identical page={page} />
        <div className="row">
          <ConfirmSubmit
            main
            label={t('merge.do')}
            question={t('merge.question')}
            consequence={consequence}
            name="intent"
            value="fusionner"
          />
          {page.apart ? null : (
            <button className="btn" type="submit" name="intent" value="distinctes">
              {t('duplicate.setApart')}
            </button>
          )}
          <Link className="btn quiet" to={page.list}>
            {t('cancel')}
          </Link>
        </div>
      </Form>
    </>
  )
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>

/** What merging does, by the name that is chosen now; without script nobody knows which one will be. */
function useConsequence(page: Page, other: Side) {
  const { t } = useTranslation('crm')
  const hydrated = useHydrated()
  const proposed = page.unlike.find(({ key }) => key === 'name')?.choice
  const [chosen, setChosen] = useState<string | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the other record kept, the form starts again
  useEffect(() => setChosen(null), [page.kept])
  const from = (chosen ?? proposed) === other ? other : page.kept
  const words = { kept: page[page.kept].name, other: page[other].name, name: page[from].name }
  return {
    consequence: hydrated ? t('merge.consequence', words) : t('merge.consequenceChosen'),
    follow: ({ target }: FormEvent<HTMLFormElement>) => {
      if (target instanceof HTMLInputElement && target.name === 'champ_name') setChosen(target.value)
    },
  }
}

function RecordCard({ page, side }: { page: Page; side: Side }) {
  const { t } = useTranslation('crm')
  const record = page[side]
  const isKept = side === page.kept
  return (
    <section className="card stack">
      <p className="row">
        <span className={isKept ? 'tag ok' : 'tag'}>{t(isKept ? 'merge.kept' : 'merge.goes')}</span>
        {record.published ? <span className="tag info">{t('published')}</span> : null}
      </p>
      <h2>
        <Link to={record.href}>{record.name}</Link>
      </h2>
      <p className="muted">{[record.acronym, record.what].filter(Boolean).join(' · ')}</p>
      <p className="small muted">{t('merge.dates', { since: record.since, changed: record.changed })}</p>
      {isKept ? null : (
        <p>
          <Link to={`?garder=${side}`} preventScrollReset>
            {t('merge.keepThis')}
          </Link>
        </p>
      )}
    </section>
  )
}
