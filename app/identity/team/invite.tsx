import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { getOrganisation } from '#server/crm/organisation/get-organisation.server.ts'
import { invitationInput, OWN_ROLES } from '#server/identity/invitation/invitation.schema.ts'
import { invite } from '#server/identity/invitation/invite.server.ts'
import { identity } from '#server/identity/permissions.ts'
import { today } from '#server/kernel/clock.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { BOUND_ROLES, PROFILES } from '#tenants/roles.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { DateField } from '../../ui/date-field.tsx'
import { Field } from '../../ui/field.tsx'
import { fieldFaults, refusedBy, refusedFields, typedIn } from '../refusal.server.ts'
import { Refusal, useFault } from '../refusal.tsx'

/** With `?structure=`, an invitation to act for it; without, to the team or to a body of the network. */
const organisationAsked = (args: LoaderFunctionArgs | ActionFunctionArgs) =>
  new URL(args.request.url).searchParams.get('structure')

export async function loader(args: LoaderFunctionArgs) {
  const asked = organisationAsked(args)
  const ctx = guard(args, identity[asked ? 'representative:manage' : 'team:manage'])
  const organisation = asked ? await answering(args, () => getOrganisation(ctx, recordId(asked))) : null
  const own = OWN_ROLES.filter((role) => role !== 'observatory' || ctx.network.kind === 'conference')
  return {
    organisation: organisation && { id: organisation.id, name: organisation.name },
    roles: organisation ? BOUND_ROLES : own,
    profiles: PROFILES,
    today: today(ctx.clock, ctx.network.timeZone),
    locale: ctx.locale,
    title: i18nFor(ctx.locale).t('identity:inviteForm.title'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const asked = organisationAsked(args)
  const ctx = guard(args, identity[asked ? 'representative:manage' : 'team:manage'])
  const typed = typedIn(await submitted(args), 'email', 'role', 'profile', 'endsOn', 'locale')
  const parsed = invitationInput.safeParse({
    ...typed,
    profile: (typed.role === 'staff' && typed.profile) || null,
    locale: typed.locale || ctx.locale,
    endsOn: typed.endsOn || null,
    organisationId: asked,
  })
  if (!parsed.success) return refusedFields(typed, fieldFaults(parsed.error))
  try {
    if (asked) await answering(args, () => getOrganisation(ctx, recordId(asked)))
    await invite(ctx, parsed.data)
  } catch (error) {
    if (error instanceof DomainError && error.code === 'identity.has_access')
      return refusedFields(typed, { email: 'has_access' })
    if (error instanceof DomainError && error.code === 'identity.past_date')
      return refusedFields(typed, { endsOn: 'past_date' })
    if (error instanceof DomainError && error.status === 422) return refusedBy(error, typed)
    throw error
  }
  const desk = `/${ctx.network.slug}/bureau`
  return redirect(asked ? `${desk}/structures/${asked}?fait=invitation` : `${desk}/equipe?fait=invitation`)
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function Invite() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('identity')
  const fault = useFault(refused)
  const typed = refused?.typed
  const { organisation } = page
  return (
    <div className="stack narrow">
      <nav className="small" aria-label={t('ui:breadcrumb')}>
        {organisation ? (
          <Link to={`../structures/${organisation.id}`}>{organisation.name}</Link>
        ) : (
          <Link to="../equipe">{t('team.title')}</Link>
        )}
      </nav>
      <h1>
        {organisation ? t('inviteForm.titleFor', { organisation: organisation.name }) : t('inviteForm.title')}
      </h1>
      <p className="muted">
        {t('inviteForm.lead')} <Link to="../roles">{t('inviteForm.roles')}</Link>
      </p>
      <Form method="post" className="stack invite" noValidate>
        <Refusal of={refused} />
        <Field label={t('inviteForm.email')} fault={fault('email')}>
          {(attributes) => (
            <input
              {...attributes}
              type="email"
              name="email"
              autoComplete="off"
              defaultValue={typed?.email}
              required
            />
          )}
        </Field>
        <Field label={t('inviteForm.role')} fault={fault('role')}>
          {(attributes) => (
            <select {...attributes} name="role" defaultValue={typed?.role ?? (organisation ? 'member' : '')}>
              {organisation ? null : <option value="">{t('inviteForm.chooseRole')}</option>}
              {page.roles.map((role) => (
                <option key={role} value={role}>
                  {t(`common:role.${role}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        {organisation ? null : (
          <div className="of-team">
            <Field
              label={t('inviteForm.profile')}
              hint={t('inviteForm.profileHint')}
              fault={fault('profile')}
            >
              {(attributes) => (
                <select {...attributes} name="profile" defaultValue={typed?.profile || 'mission'}>
                  {page.profiles.map((profile) => (
                    <option key={profile} value={profile}>
                      {t(`common:role.staff_${profile}`)}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          </div>
        )}
        <DateField
          name="endsOn"
          label={t('inviteForm.until')}
          hint={t('inviteForm.untilHint')}
          min={page.today}
          value={typed?.endsOn}
          fault={fault('endsOn')}
          optional
        />
        <Field label={t('inviteForm.language')}>
          {(attributes) => (
            <select {...attributes} name="locale" defaultValue={typed?.locale ?? page.locale}>
              <option value="fr" lang="fr">
                {t('account.french')}
              </option>
              <option value="en" lang="en">
                {t('account.english')}
              </option>
            </select>
          )}
        </Field>
        <button className="btn primary" type="submit">
          {t('inviteForm.send')}
        </button>
      </Form>
    </div>
  )
}
