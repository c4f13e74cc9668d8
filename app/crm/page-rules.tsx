import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { pageRules } from '#server/crm/page/page-rules.schema.ts'
import { choosePageRules, getPageRules } from '#server/crm/page/page-rules.server.ts'
import { crm } from '#server/crm/permissions.ts'
import { answering, guard, submitted } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { Field } from '../ui/field.tsx'
import { useDone } from '../ui/use-done.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['page:rules'])
  const rules = await answering(args, () => getPageRules(ctx))
  return {
    ...rules,
    title: i18nFor(ctx.locale).t('space:rules.title'),
    back: `/${ctx.network.slug}/bureau/propositions`,
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, crm['page:rules'])
  const form = await submitted(args)
  const months = String(form.get('months') ?? '')
  const parsed = pageRules.safeParse({
    proposalsAtOnce: form.get('atOnce') === 'oui',
    colleaguesAccepted: form.get('colleagues') === 'oui',
    messagesKeptMonths: months,
  })
  if (!parsed.success) return data({ months }, { status: 422 })
  await answering(args, () => choosePageRules(ctx, parsed.data))
  return redirect(`/${ctx.network.slug}/bureau/propositions/reglages?fait=regles`)
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function PageRules() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('space')
  const done = useDone()
  return (
    <div className="stack">
      <nav className="small" aria-label={t('breadcrumb')}>
        <Link to={page.back}>{t('proposals.title')}</Link>
      </nav>
      <h1>{page.title}</h1>
      {done === 'regles' && !refused ? (
        <p className="notice ok" role="status">
          {t('rules.saved')}
        </p>
      ) : null}
      <Form method="post" className="stack form" noValidate>
        <label className="row">
          <input type="checkbox" name="atOnce" value="oui" defaultChecked={page.proposalsAtOnce} />
          {t('rules.atOnce')}
        </label>
        <p className="small muted">{t('rules.atOnceHelp')}</p>
        <label className="row">
          <input type="checkbox" name="colleagues" value="oui" defaultChecked={page.colleaguesAccepted} />
          {t('rules.colleagues')}
        </label>
        <Field
          label={t('rules.months')}
          hint={t('rules.monthsHint')}
          fault={refused ? t('rules.monthsWrong') : undefined}
        >
          {(attributes) => (
            <input
              {...attributes}
              name="months"
              inputMode="numeric"
              defaultValue={refused?.months ?? page.messagesKeptMonths}
            />
          )}
        </Field>
        <p>
          <button className="btn primary" type="submit">
            {t('rules.save')}
          </button>
        </p>
      </Form>
    </div>
  )
}
