import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { days } from '#packages/referentials/dates.ts'
import { findRegistrations } from '#server/crm/registration/find-registrations.server.ts'
import { identity } from '#server/identity/permissions.ts'
import { decideRepresentation } from '#server/identity/representation/decide-representation.server.ts'
import { findRequests } from '#server/identity/representation/find-requests.server.ts'
import { refusalInput } from '#server/identity/representation/representation.schema.ts'
import { may } from '#server/kernel/permissions.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { VisibleBy } from '../../ui/visible-by.tsx'
import { fieldFaults, refusedFields, typedIn } from '../refusal.server.ts'
import { useFault } from '../refusal.tsx'
import { Done } from './done.tsx'
import { RequestCard } from './request-card.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, identity['representative:read'])
  const { locale, network } = ctx
  const day = days(locale, network.timeZone, 'long')
  const list = new Intl.ListFormat(locale)
  const requests = await answering(args, () => findRequests(ctx))
  const registrations = await answering(args, () => findRegistrations(ctx))
  return {
    requests: requests.map(({ askedAt, representatives, ...request }) => ({
      ...request,
      askedOn: day.format(new Date(askedAt)),
      representatives: list.format(representatives),
      count: representatives.length,
      page: `/${network.slug}/bureau/structures/${request.organisationId}`,
    })),
    registrations: registrations.map(({ id, name, contactName, confirmedAt }) => ({
      id,
      name,
      by: contactName,
      on: day.format(confirmedAt!),
      page: `/${network.slug}/bureau/inscriptions/${id}`,
    })),
    mayDecide: may(ctx, identity['representative:manage']),
    title: i18nFor(locale).t('identity:requests.title'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, identity['representative:manage'])
  const form = await submitted(args)
  const typed = typedIn(form, 'reason', 'demande', 'intent')
  const here = `/${ctx.network.slug}/bureau/demandes`
  const decide = (decision: Parameters<typeof decideRepresentation>[2]) =>
    answering(args, async () => decideRepresentation(ctx, recordId(typed.demande), decision))
  if (typed.intent === 'accepter' || typed.intent === 'remplacer') {
    await decide({ accepted: true, takesOver: typed.intent === 'remplacer' })
    return redirect(`${here}?fait=acceptee`)
  }
  if (typed.intent !== 'refuser') throw data(null, { status: 400 })
  const parsed = refusalInput.safeParse({ reason: typed.reason })
  if (!parsed.success) return refusedFields(typed, fieldFaults(parsed.error))
  await decide({ accepted: false, reason: parsed.data.reason })
  return redirect(`${here}?fait=refusee`)
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function Requests() {
  const { requests, registrations, mayDecide } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('identity')
  const fault = useFault(refused)
  return (
    <div className="stack">
      <h1>{t('requests.title')}</h1>
      <Done />
      {registrations.length > 0 ? (
        <section className="card stack" aria-labelledby="inscriptions">
          <h2 id="inscriptions">{t('requests.registrations')}</h2>
          <ul className="todo">
            {registrations.map((one) => (
              <li key={one.id}>
                <div className="grow">
                  <strong>{one.name}</strong>
                  <p className="small muted">{[one.by, one.on].join(' · ')}</p>
                </div>
                <Link className="btn sm" to={one.page} aria-label={`${t('requests.read')} — ${one.name}`}>
                  {t('requests.read')}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {requests.length === 0 && registrations.length === 0 ? (
        <p className="empty">{t('requests.none')}</p>
      ) : null}
      {requests.length > 0 ? (
        <>
          <h2>{t('requests.representations')}</h2>
          <p className="muted">{t('requests.lead')}</p>
        </>
      ) : null}
      {requests.map((request) => {
        const mine = refused?.typed.demande === request.id
        return (
          <RequestCard
            key={request.id}
            request={request}
            mayDecide={mayDecide}
            reason={mine ? refused.typed.reason : undefined}
            fault={mine ? fault('reason') : undefined}
          />
        )
      })}
      <VisibleBy who="team" />
    </div>
  )
}
