import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { moments } from '#packages/referentials/dates.ts'
import { writeAgain } from '#server/kernel/mail/write-again.server.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { upkeep } from '#server/kernel/rules.ts'
import { findTasks } from '#server/kernel/status/find-tasks.server.ts'
import { retryMail } from '#server/kernel/status/retry-mail.server.ts'
import { retryWork } from '#server/kernel/work/change-work.server.ts'
import { answering, guard, submitted } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { useDone } from '../ui/use-done.ts'
import { WorkState } from './work-state.tsx'
import { kindOf, whyOf } from './work-view.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, upkeep['task:see'])
  const { works, mails, scheduled } = await answering(args, () => findTasks(ctx))
  const { locale, network } = ctx
  const { t } = i18nFor(locale)
  const date = moments(locale, network.timeZone)
  const when = (at: string | null) => at && date.format(new Date(at))
  return {
    works: works.map(({ id, kind, state, errorCode, at, by }) => ({
      id,
      kind: kindOf(kind, locale),
      state,
      why: whyOf(errorCode, locale),
      on: when(at),
      by,
    })),
    mails: mails.map(({ id, template, to, state, at }) => ({
      id,
      what: t(`kernel:task.mail.${template.replaceAll(/[.-]/g, '_')}`, { defaultValue: template }),
      to,
      state,
      on: when(at),
    })),
    scheduled: scheduled.map(({ name, state, at }) => {
      const known = name.replaceAll(/[.-]/g, '_')
      return {
        name: t(`kernel:task.name.${known}`, { defaultValue: name }),
        state: state ?? 'never',
        on: when(at),
      }
    }),
    title: t('kernel:task.title'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, upkeep['task:retry'])
  const form = await submitted(args)
  const acts = { travail: retryWork, courrier: retryMail, adresse: writeAgain }
  const [name, act] = Object.entries(acts).find(([key]) => form.get(key)) ?? []
  if (!name || !act) throw data(null, { status: 400 })
  await answering(args, async () => act(ctx, recordId(String(form.get(name)))))
  return redirect(`/${ctx.network.slug}/bureau/taches?fait=relancee`)
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function Tasks() {
  const { works, mails, scheduled } = useLoaderData<typeof loader>()
  const { t } = useTranslation('kernel')
  const done = useDone() === 'relancee'
  return (
    <>
      <h1>{t('task.title')}</h1>
      {done ? (
        <div className="notice ok" role="status">
          {t('task.retried')}
        </div>
      ) : null}
      <section className="stack">
        <h2>{t('task.works')}</h2>
        {works.length === 0 ? <p className="muted">{t('task.noWork')}</p> : null}
        <ul className="stack">
          {works.map((one) => (
            <li key={one.id} className="card row">
              <div className="grow">
                <strong>{one.kind}</strong>
                <div className="small muted">
                  {t('task.askedBy', { on: one.on, name: one.by ?? t('someone') })}
                </div>
                {one.why ? <div>{one.why}</div> : null}
              </div>
              <WorkState state={one.state} />
              {one.state === 'failed' ? <Again name="travail" id={one.id} label={t('work.retry')} /> : null}
            </li>
          ))}
        </ul>
      </section>
      <section className="stack">
        <h2>{t('task.mails')}</h2>
        {mails.length === 0 ? <p className="muted">{t('task.noMail')}</p> : null}
        <ul className="stack">
          {mails.map((one) => (
            <li key={one.id} className="card row">
              <div className="grow">
                <strong>{one.what}</strong>
                <div className="small muted">{[one.to, one.on].join(' — ')}</div>
              </div>
              <span className="tag">{t(`task.mailState.${one.state}`)}</span>
              {one.state === 'failed' ? <Again name="courrier" id={one.id} label={t('work.retry')} /> : null}
              {one.state === 'bounced' || one.state === 'suppressed' ? (
                <Again
                  name="adresse"
                  id={one.id}
                  label={t('task.writeAgain')}
                  told={t('task.writeAgainTo', { to: one.to })}
                />
              ) : null}
            </li>
          ))}
        </ul>
      </section>
      <section className="stack">
        <h2>{t('task.scheduled')}</h2>
        <ul className="stack">
          {scheduled.map((one) => (
            <li key={one.name} className="row">
              <span className="grow">{one.name}</span>
              <span className="small muted">{t(`task.run.${one.state}`, { on: one.on })}</span>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

function Again({ name, id, label, told }: { name: string; id: string; label: string; told?: string }) {
  return (
    <Form method="post">
      <button className="btn sm" type="submit" name={name} value={id} aria-label={told}>
        {label}
      </button>
    </Form>
  )
}
