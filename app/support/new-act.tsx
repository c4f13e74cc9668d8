import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { today } from '#server/kernel/clock.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { actChoices } from '#server/support/act/act-choices.server.ts'
import { logAct } from '#server/support/act/log-act.server.ts'
import { understandSentence } from '#server/support/act/understand-sentence.server.ts'
import { support } from '#server/support/permissions.ts'
import { answering, guard, submitted } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { type ActFaults, actValues, readAct, refusedAct, valuesUnderstood } from './act-form.server.ts'
import { ActForm } from './act-form.tsx'

/** Opened empty, on one organisation, or on a sentence: then what it lacks is said at each field. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, support['act:write'])
  const query = new URL(args.request.url).searchParams
  const phrase = query.get('phrase') ?? ''
  const asked = query.get('structure')
  const understood = await answering(args, async () =>
    understandSentence(ctx, phrase, asked ? recordId(asked) : null),
  )
  const values = valuesUnderstood(understood, query.get('kind') ?? '')
  const { organisations, projects } = await actChoices(ctx, values.organisations)
  const faults: ActFaults = {}
  if (phrase.trim()) {
    if (values.organisations.length === 0) faults.organisations = 'organisation_missing'
    if (!values.minutes) faults.minutes = 'duration'
    if (!values.kind) faults.kind = 'kind_missing'
  }
  return {
    base: `/${ctx.network.slug}/bureau/appuis`,
    values,
    faults,
    phrase: phrase.trim(),
    known: organisations.map(({ id, label }) => ({ value: id, label })),
    projects,
    source: `/${ctx.network.slug}/bureau/structures/suggestions`,
    today: today(ctx.clock, ctx.network.timeZone),
    title: i18nFor(ctx.locale).t('support:newTitle'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, support['act:write'])
  const values = actValues(await submitted(args))
  const { input, faults, known } = await answering(args, () => readAct(ctx, values))
  if (faults) return data({ values, faults, known }, { status: 422 })
  try {
    const { id } = await logAct(ctx, input)
    return redirect(`/${ctx.network.slug}/bureau/appuis?fait=appui-note&appui=${id}`)
  } catch (error) {
    const refused = refusedAct(error)
    if (refused) return data({ values, ...refused }, { status: refused.status })
    return answering(args, () => Promise.reject(error))
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function NewAct() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('support')
  return (
    <>
      <nav className="small" aria-label={t('breadcrumb')}>
        <Link to={page.base}>{t('title')}</Link>
      </nav>
      <h1>{t('newTitle')}</h1>
      <ActForm
        key={page.phrase}
        values={refused?.values ?? page.values}
        faults={refused?.faults ?? page.faults}
        known={[...page.known, ...(refused?.known ?? [])]}
        projects={page.projects}
        source={page.source}
        today={page.today}
        cancel={page.base}
      >
        {page.phrase ? <p className="notice">{t('fromSentence', { phrase: page.phrase })}</p> : null}
      </ActForm>
    </>
  )
}
