import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { days } from '#packages/referentials/dates.ts'
import { today } from '#server/kernel/clock.ts'
import { may } from '#server/kernel/permissions.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { actChoices } from '#server/support/act/act-choices.server.ts'
import { getAct } from '#server/support/act/get-act.server.ts'
import { updateAct } from '#server/support/act/update-act.server.ts'
import { support } from '#server/support/permissions.ts'
import { answering, guard, submitted } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { VisibleBy } from '../ui/visible-by.tsx'
import { actValues, readAct, refusedAct, valuesOfAct } from './act-form.server.ts'
import { ActForm } from './act-form.tsx'
import { shownAct } from './act-words.server.ts'
import { SupportDone } from './support-done.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, support['act:read'])
  const act = await answering(args, async () => getAct(ctx, recordId(args.params.id)))
  const values = valuesOfAct(act)
  const { organisations, projects } = await actChoices(ctx, values.organisations)
  const title = i18nFor(ctx.locale).t('support:actTitle', {
    name: act.organisations.map(({ name }) => name).join(', '),
    date: days(ctx.locale, 'UTC', 'long').format(new Date(act.happenedOn)),
  })
  return {
    base: `/${ctx.network.slug}/bureau/appuis`,
    id: act.id,
    version: act.version,
    values,
    texts: { agreed: act.agreed, note: act.note },
    shown: shownAct({ ...act, family: 'flow' }, ctx),
    known: organisations.map(({ id, label }) => ({ value: id, label })),
    projects,
    source: `/${ctx.network.slug}/bureau/structures/suggestions`,
    today: today(ctx.clock, ctx.network.timeZone),
    mayWrite: may(ctx, support['act:write']),
    title,
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, support['act:write'])
  const form = await submitted(args)
  const values = actValues(form)
  const version = Number(form.get('version'))
  const { input, faults, known } = await answering(args, () => readAct(ctx, values))
  if (faults) return data({ values, faults, known, overtaken: false }, { status: 422 })
  try {
    await updateAct(ctx, await answering(args, async () => recordId(args.params.id)), version, input)
  } catch (error) {
    const refused = refusedAct(error)
    if (refused) return data({ values, ...refused }, { status: refused.status })
    return answering(args, () => Promise.reject(error))
  }
  return redirect(`/${ctx.network.slug}/bureau/appuis?fait=appui-modifie`)
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function ActPage() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('support')
  const { next } = page.shown
  return (
    <div className="stack">
      <nav className="small" aria-label={t('breadcrumb')}>
        <Link to={page.base}>{t('title')}</Link>
      </nav>
      <h1>{page.title}</h1>
      <p className="muted">{t('byWhom', { name: page.shown.by })}</p>
      <SupportDone base={page.base} />
      {page.mayWrite && next ? (
        <Form method="post" action={page.base} className="row">
          <input type="hidden" name="appui" value={page.id} />
          <button className="btn" type="submit" name="intent" value={next.done ? 'a-faire' : 'fait'}>
            {t(next.done ? 'step.reopen' : 'step.complete')}
          </button>
        </Form>
      ) : null}
      {page.mayWrite ? (
        <ActForm
          values={refused?.values ?? page.values}
          faults={refused?.faults ?? {}}
          known={[...page.known, ...(refused?.known ?? [])]}
          projects={page.projects}
          source={page.source}
          today={page.today}
          version={page.version}
          cancel={page.base}
        >
          {refused && 'overtaken' in refused && refused.overtaken ? (
            <div className="notice bad" role="alert">
              <p>{t('overtaken')}</p>
              <a href={`${page.base}/${page.id}`} target="_blank" rel="noopener">
                {t('seeCurrent')}
              </a>
            </div>
          ) : null}
        </ActForm>
      ) : (
        <Facts page={page} />
      )}
      {page.mayWrite ? (
        <Form method="post" action={page.base}>
          <input type="hidden" name="appui" value={page.id} />
          <button className="btn sm" type="submit" name="intent" value="supprimer">
            {t('remove')}
          </button>
        </Form>
      ) : null}
      <VisibleBy who="team" />
    </div>
  )
}

/** For who reads and does not write. */
function Facts({ page }: { page: ReturnType<typeof useLoaderData<typeof loader>> }) {
  const { t } = useTranslation('support')
  const { duration, kind, channel, topic, next } = page.shown
  const facts = {
    minutes: duration,
    kind,
    channel,
    topic,
    agreed: page.texts.agreed,
    note: page.texts.note,
    nextStep: next?.step,
  }
  return (
    <dl className="facts card">
      {Object.entries(facts).map(([key, value]) =>
        value ? (
          <div key={key}>
            <dt>{t(`field.${key}`)}</dt>
            <dd>{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  )
}
