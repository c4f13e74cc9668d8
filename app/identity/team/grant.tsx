import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { days } from '#packages/referentials/dates.ts'
import { grantInput } from '#server/identity/grant/change-grant.schema.ts'
import { changeGrant } from '#server/identity/grant/change-grant.server.ts'
import { getGrant } from '#server/identity/grant/find-grants.server.ts'
import { revokeGrant } from '#server/identity/grant/revoke-grant.server.ts'
import { identity } from '#server/identity/permissions.ts'
import { today } from '#server/kernel/clock.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { PROFILES } from '#tenants/roles.ts'
import { NATIONAL_MISSIONS } from '#tenants/schema.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { Boxes } from '../../ui/boxes.tsx'
import { ConfirmSubmit } from '../../ui/confirm-submit.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Field } from '../../ui/field.tsx'
import { fieldFaults, refusedBy, refusedFields, typedIn } from '../refusal.server.ts'
import { Refusal, useFault } from '../refusal.tsx'
import { roleWord } from './role-word.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, identity['team:manage'])
  const grant = await answering(args, async () => getGrant(ctx, recordId(args.params.grant)))
  const dates = days(ctx.locale, 'UTC', 'long')
  return {
    grant: { ...grant, since: dates.format(new Date(grant.startsOn)) },
    profiles: PROFILES,
    missions: NATIONAL_MISSIONS,
    today: today(ctx.clock, ctx.network.timeZone),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, identity['team:manage'])
  const form = await submitted(args)
  const typed: Record<string, string> = {
    ...typedIn(form, 'profile', 'endsOn'),
    missions: form.getAll('mission').join(' '),
  }
  const back = `/${ctx.network.slug}/bureau/equipe`
  try {
    if (form.get('intent') === 'retirer') {
      await revokeGrant(ctx, recordId(args.params.grant))
      return redirect(`${back}?fait=acces-retire`)
    }
    const parsed = grantInput.safeParse({
      profile: typed.profile || null,
      endsOn: typed.endsOn || null,
      missions: form.getAll('mission').map(String),
    })
    if (!parsed.success) return refusedFields(typed, fieldFaults(parsed.error))
    await changeGrant(ctx, recordId(args.params.grant), parsed.data)
    return redirect(`${back}?fait=acces-change`)
  } catch (error) {
    if (error instanceof DomainError && error.code === 'identity.past_date')
      return refusedFields(typed, { endsOn: 'past_date' })
    if (error instanceof DomainError && error.status === 422) return refusedBy(error, typed)
    return answering(args, () => Promise.reject(error))
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.grant.name }]

export default function Grant() {
  const { grant, profiles, missions, today: day } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('identity')
  const fault = useFault(refused)
  const facts = [
    [t('grant.email'), grant.email],
    [t('team.role'), t(`common:role.${roleWord(grant.role, grant.profile)}`)],
    [t('team.organisations'), grant.organisations.join(', ')],
    [t('grant.start'), grant.since],
    [t('grant.givenBy'), grant.givenBy],
  ].filter(([, value]) => value)
  return (
    <div className="stack narrow">
      <nav className="small" aria-label={t('ui:breadcrumb')}>
        <Link to="../equipe">{t('team.title')}</Link>
      </nav>
      <h1>{t('grant.title', { name: grant.name })}</h1>
      <Refusal of={refused} />
      <dl className="facts card">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {grant.inForce ? (
        <>
          <Form method="post" className="card stack" noValidate>
            <h2>{t('grant.change')}</h2>
            {grant.role === 'staff' ? (
              <Field label={t('inviteForm.profile')} fault={fault('profile')}>
                {(attributes) => (
                  <select
                    {...attributes}
                    name="profile"
                    defaultValue={refused?.typed.profile ?? grant.profile ?? 'mission'}
                  >
                    {profiles.map((profile) => (
                      <option key={profile} value={profile}>
                        {t(`common:role.staff_${profile}`)}
                      </option>
                    ))}
                  </select>
                )}
              </Field>
            ) : null}
            <fieldset>
              <legend>{t('grant.missions')}</legend>
              <p className="small muted">{t('grant.missionsHint')}</p>
              <Boxes
                name="mission"
                chosen={refused?.typed.missions?.split(' ') ?? grant.missions}
                choices={missions.map((value) => ({ value, label: t(`desk:mission.${value}`) }))}
              />
            </fieldset>
            <DateField
              name="endsOn"
              label={t('inviteForm.until')}
              hint={t('inviteForm.untilHint')}
              min={day}
              value={refused?.typed.endsOn ?? grant.endsOn ?? ''}
              fault={fault('endsOn')}
              optional
            />
            <button className="btn primary" type="submit" name="intent" value="changer">
              {t('grant.save')}
            </button>
          </Form>
          <p className="small muted">{t('grant.otherRole')}</p>
          <Form method="post">
            <ConfirmSubmit
              label={t('grant.revoke')}
              question={t('grant.revokeQuestion', { name: grant.name })}
              consequence={t('grant.revokeConsequence')}
              name="intent"
              value="retirer"
              danger
            />
          </Form>
        </>
      ) : (
        <p className="notice">{t('grant.over')}</p>
      )}
    </div>
  )
}
