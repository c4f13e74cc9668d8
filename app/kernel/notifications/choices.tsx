import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { chooseNotices, readChoices } from '#server/kernel/notifications/choose-notices.server.ts'
import { notifications } from '#server/kernel/notifications/permissions.ts'
import { NOTICES } from '#server/notices.ts'
import { guard, submitted } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { useDone } from '../../ui/use-done.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, notifications['notification:read'])
  const { t } = i18nFor(ctx.locale)
  const choices = await readChoices(ctx, NOTICES)
  return {
    title: t('notifications:choices.title'),
    home: `/${ctx.network.slug}/espace/notifications`,
    choices: choices.map((choice) => ({ ...choice, name: t(`notifications:kind.${choice.kind}`) })),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, notifications['notification:read'])
  const form = await submitted(args)
  const [inApp, byMail] = [new Set(form.getAll('app')), new Set(form.getAll('courriel'))]
  await chooseNotices(
    ctx,
    NOTICES.map(({ kind }) => ({ kind, inApp: inApp.has(kind), byMail: byMail.has(kind) })),
  )
  return redirect(`/${ctx.network.slug}/espace/notifications/choix?fait=enregistre`)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Choices() {
  const { title, home, choices } = useLoaderData<typeof loader>()
  const saved = useDone() === 'enregistre'
  const { t } = useTranslation('notifications')
  return (
    <div className="wrap stack" style={{ paddingBlock: 'var(--s6)' }}>
      <p>
        <Link to={home}>{t('back')}</Link>
      </p>
      <h1>{title}</h1>
      {saved ? (
        <p className="notice ok" role="status">
          {t('choices.saved')}
        </p>
      ) : null}
      <p className="lead">{t('choices.intro')}</p>
      <Form method="post" className="stack form">
        {choices.map(({ kind, name, inApp, byMail }) => (
          <fieldset key={kind} className="card">
            <legend className="field-label">{name}</legend>
            <div className="boxes">
              <label style={{ minHeight: 44 }}>
                <input type="checkbox" name="app" value={kind} defaultChecked={inApp} />
                {t('choices.inApp')}
              </label>
              <label style={{ minHeight: 44 }}>
                <input type="checkbox" name="courriel" value={kind} defaultChecked={byMail} />
                {t('choices.byMail')}
              </label>
            </div>
          </fieldset>
        ))}
        <button className="btn primary" type="submit">
          {t('choices.save')}
        </button>
      </Form>
    </div>
  )
}
