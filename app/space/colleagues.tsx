import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { days } from '#packages/referentials/dates.ts'
import { getOwnColleagues, inviteOwnColleague } from '#server/crm/page/own-colleagues.server.ts'
import { crm } from '#server/crm/permissions.ts'
import { colleagueInput } from '#server/identity/representation/representation.schema.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { fieldFaults, refusedBy, refusedFields, typedIn } from '../identity/refusal.server.ts'
import { Field } from '../ui/field.tsx'
import { OwnHeading } from './own-heading.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['page:keep'])
  const found = await answering(args, async () => getOwnColleagues(ctx, recordId(args.params.id)))
  const day = days(ctx.locale, 'UTC', 'long')
  return {
    title: i18nFor(ctx.locale).t('space:colleagues.title'),
    name: found.name,
    home: `/${ctx.network.slug}/espace/structures/${args.params.id}`,
    needsTeam: found.needsTeam,
    colleagues: found.colleagues.map(({ since, ...one }) => ({
      ...one,
      since: since && day.format(new Date(since)),
    })),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, crm['page:keep'])
  const typed = typedIn(await submitted(args), 'name', 'email', 'jobTitle')
  const parsed = colleagueInput.safeParse(typed)
  if (!parsed.success) return refusedFields(typed, fieldFaults(parsed.error))
  return answering(args, async () => {
    try {
      const { asked } = await inviteOwnColleague(ctx, recordId(args.params.id), parsed.data)
      const home = `/${ctx.network.slug}/espace/structures/${args.params.id}`
      return redirect(`${home}?fait=${asked ? 'collegue-demande' : 'collegue-invite'}`)
    } catch (error) {
      if (error instanceof DomainError && (error.status === 409 || error.status === 429))
        return refusedBy(error, typed)
      throw error
    }
  })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page && `${page.title} — ${page.name}` },
]

export default function Colleagues() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('space')
  const fault = (name: string) =>
    refused?.fields[name] ? t(`identity:faults.${refused.fields[name]}`) : undefined
  return (
    <div className="wrap page narrow stack">
      <OwnHeading home={page.home} name={page.name} title={page.title} />
      <ul className="todo">
        {page.colleagues.map((one) => (
          <li key={one.id}>
            <div className="grow">
              <strong>{one.name || one.email}</strong>
              <p className="small muted">
                {one.since ? t('colleagues.since', { date: one.since }) : t('colleagues.awaited')}
              </p>
            </div>
          </li>
        ))}
      </ul>
      <section className="card stack" aria-labelledby="inviter">
        <h2 id="inviter">{t('colleagues.invite')}</h2>
        <p className="muted">{t(page.needsTeam ? 'colleagues.leadTeam' : 'colleagues.lead')}</p>
        {refused?.refusal ? (
          <p className="notice bad" role="alert">
            {t(`colleagues.refusal.${refused.refusal.code}`)}
          </p>
        ) : null}
        <Form method="post" className="stack" noValidate>
          <Field label={t('colleagues.name')} name="name" fault={fault('name')}>
            {(attributes) => <input {...attributes} name="name" defaultValue={refused?.typed.name} />}
          </Field>
          <Field label={t('colleagues.email')} name="email" fault={fault('email')}>
            {(attributes) => (
              <input {...attributes} type="email" name="email" defaultValue={refused?.typed.email} />
            )}
          </Field>
          <Field label={t('colleagues.job')} name="jobTitle" fault={fault('jobTitle')} optional>
            {(attributes) => <input {...attributes} name="jobTitle" defaultValue={refused?.typed.jobTitle} />}
          </Field>
          <p>
            <button className="btn primary" type="submit">
              {t('colleagues.send')}
            </button>
          </p>
        </Form>
      </section>
    </div>
  )
}
