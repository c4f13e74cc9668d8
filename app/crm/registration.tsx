import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { communeByInsee } from '#packages/referentials/communes.server.ts'
import { days } from '#packages/referentials/dates.ts'
import { typeLabel } from '#packages/referentials/kinds.ts'
import { reasonInput } from '#server/crm/page/page.schema.ts'
import { crm } from '#server/crm/permissions.ts'
import {
  decideRegistration,
  type RegistrationDecision,
} from '#server/crm/registration/decide-registration.server.ts'
import { getRegistration } from '#server/crm/registration/find-registrations.server.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { may } from '#server/kernel/permissions.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { Field } from '../ui/field.tsx'
import { VisibleBy } from '../ui/visible-by.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['page:read'])
  const found = await answering(args, async () => getRegistration(ctx, recordId(args.params.registration)))
  const { locale, network } = ctx
  const day = days(locale, network.timeZone, 'long')
  const facts = {
    type: typeLabel(found.kind, found.subkind, locale),
    commune: [found.postalCode, found.insee && communeByInsee(found.insee)?.name].filter(Boolean).join(' '),
    siren: found.siren,
    rna: found.rna,
    website: found.website,
    description: found.description,
    askedBy: found.contactName,
    theirEmail: found.contactEmail,
    theirFunction: found.contactFunction,
    theirWord: found.message,
  }
  const base = `/${network.slug}/bureau`
  return {
    title: i18nFor(locale).t('space:registration.title', { name: found.name }),
    all: `${base}/demandes`,
    on: day.format(found.confirmedAt!),
    decision: found.decision,
    reason: found.reason,
    record: found.organisationId ? `${base}/structures/${found.organisationId}` : null,
    mayDecide: found.decidedAt === null && may(ctx, crm['page:decide']),
    facts: Object.entries(facts).flatMap(([key, value]) => (value ? [{ key, value }] : [])),
    likely: found.likely.map((one) => ({ ...one, href: `${base}/structures/${one.id}` })),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, crm['page:decide'])
  const form = await submitted(args)
  const reason = reasonInput.parse(String(form.get('reason') ?? ''))
  const intent = String(form.get('intent'))
  const base = `/${ctx.network.slug}/bureau`
  return answering(args, async () => {
    const decision = decisionFrom(intent, String(form.get('fiche') ?? ''), reason)
    try {
      const { organisationId } = await decideRegistration(ctx, recordId(args.params.registration), decision)
      return redirect(
        organisationId
          ? `${base}/structures/${organisationId}?fait=inscrite`
          : `${base}/demandes?fait=refusee`,
      )
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      const { code, status, details } = error
      if (code === 'crm.registration_unfit') {
        const { t } = i18nFor(ctx.locale)
        const faults = (details.faults as string[]).map((fault) => t(`crm:faults.${fault}`))
        return data({ refusal: 'unfit', faults }, { status })
      }
      if (code !== 'crm.reason_missing') throw error
      return data({ refusal: 'reason_missing', faults: [] as string[] }, { status })
    }
  })
}

function decisionFrom(intent: string, record: string, reason: string): RegistrationDecision {
  if (intent === 'creer') return { decision: 'created' }
  if (intent === 'rattacher') return { decision: 'tied', organisationId: recordId(record) }
  if (intent === 'refuser') return { decision: 'refused', reason }
  throw data(null, { status: 400 })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function RegistrationPage() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('space')
  return (
    <div className="stack">
      <nav className="small" aria-label={t('breadcrumb')}>
        <Link to={page.all}>{t('identity:requests.title')}</Link>
      </nav>
      <h1>{page.title}</h1>
      <p className="muted">{t('registration.askedOn', { date: page.on })}</p>
      {page.decision ? (
        <p className="notice">
          {t(`registration.decision.${page.decision}`)}{' '}
          {page.record ? <Link to={page.record}>{t('proposals.toRecord')}</Link> : null}
        </p>
      ) : null}
      {page.reason ? <blockquote>{page.reason}</blockquote> : null}
      <dl className="facts card">
        {page.facts.map(({ key, value }) => (
          <div key={key}>
            <dt>{t(`registration.${key}`)}</dt>
            <dd className="words">{value}</dd>
          </div>
        ))}
      </dl>
      {page.mayDecide ? (
        <>
          {page.likely.length > 0 ? (
            <section className="card stack" aria-labelledby="existantes">
              <h2 id="existantes">{t('registration.likely')}</h2>
              <ul className="todo">
                {page.likely.map((one) => (
                  <li key={one.id}>
                    <div className="grow">
                      <a href={one.href}>{one.name}</a> <span className="muted">{one.city}</span>
                    </div>
                    <Form method="post">
                      <input type="hidden" name="fiche" value={one.id} />
                      <button className="btn sm" type="submit" name="intent" value="rattacher">
                        {t('registration.tie')}
                        <span className="sr-only"> {one.name}</span>
                      </button>
                    </Form>
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
          {refused?.refusal === 'unfit' ? (
            <p className="notice bad" role="alert">
              {t('registration.unfit', { faults: refused.faults.join(' ') })}
            </p>
          ) : null}
          <Form method="post">
            <button className="btn primary" type="submit" name="intent" value="creer">
              {t('registration.create')}
            </button>
          </Form>
          <details open={refused?.refusal === 'reason_missing'}>
            <summary>{t('identity:requests.refuseOpen')}</summary>
            <Form method="post" className="stack" noValidate>
              <Field
                label={t('identity:requests.reason')}
                fault={refused?.refusal === 'reason_missing' ? t('refusal.reason_missing') : undefined}
              >
                {(attributes) => <textarea {...attributes} name="reason" rows={3} maxLength={1000} />}
              </Field>
              <p>
                <button className="btn" type="submit" name="intent" value="refuser">
                  {t('identity:requests.refuse')}
                </button>
              </p>
            </Form>
          </details>
        </>
      ) : null}
      <VisibleBy who="team" />
    </div>
  )
}
