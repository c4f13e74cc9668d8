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
import type { DossierState } from '#server/dispositifs/lifecycle/lifecycle.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { endAccreditation } from '#server/dispositifs/sponsor/accredit-sponsor.server.ts'
import { endInput } from '#server/dispositifs/sponsor/accreditation.schema.ts'
import { getSponsor } from '#server/dispositifs/sponsor/get-sponsor.server.ts'
import { inviteSponsor } from '#server/dispositifs/sponsor/invite-sponsor.server.ts'
import { may } from '#server/kernel/permissions.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { Badge, type Tone } from '../../ui/badge.tsx'
import { Breadcrumb } from '../../ui/breadcrumb.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Field } from '../../ui/field.tsx'
import { VisibleBy } from '../../ui/visible-by.tsx'
import { toneOf } from '../desk/state-tone.ts'
import { Refusal, useRefused } from '../follow-up/refusal.tsx'
import { readWith, refusedForm } from '../follow-up/sent-follow-up.server.ts'
import { Done } from '../told.tsx'
import { readInvited } from './read-invited.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['dispositif:read'])
  const day = days(ctx.locale, 'UTC', 'medium')
  const on = (iso: string | null) => (iso ? day.format(new Date(iso)) : '')
  const found = await answering(args, async () => getSponsor(ctx, recordId(args.params.id)))
  return {
    base: `/${ctx.network.slug}/bureau/dispositifs`,
    record: `/${ctx.network.slug}/bureau/structures/${found.sponsor.id}`,
    id: found.sponsor.id,
    title: found.sponsor.name,
    accreditations: found.accreditations.map(({ startsOn, endsOn, endedOn, trainedOn, ...one }) => ({
      ...one,
      ...{ starts: on(startsOn), ends: on(endsOn), ended: on(endedOn), trained: on(trainedOn) },
    })),
    dossiers: found.dossiers,
    people: found.people.map(({ id, name, email }) => ({ id, name, email })),
    invited: found.invited,
    mayWrite: may(ctx, dispositifs['sponsor:manage']),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, dispositifs['sponsor:manage'])
  const form = await submitted(args)
  const intent = String(form.get('intent') ?? '')
  const which = intent === 'arreter' ? `arreter ${form.get('agrement')}` : intent
  try {
    const id = recordId(args.params.id)
    const here = `/${ctx.network.slug}/bureau/dispositifs/marraines/${id}`
    if (intent === 'inviter') {
      await inviteSponsor(ctx, id, readInvited(form))
      return redirect(`${here}?fait=invitee`)
    }
    if (intent !== 'arreter') throw data(null, { status: 400 })
    const input = readWith(endInput, {
      ...{ endedOn: form.get('endedOn') ?? '', endReason: form.get('endReason') ?? '' },
    })
    await endAccreditation(ctx, id, recordId(String(form.get('agrement') ?? '')), input)
    return redirect(`${here}?fait=agrement-arrete`)
  } catch (error) {
    const refused = refusedForm(error, form, which)
    if (refused) return data(refused, { status: refused.status })
    return answering(args, () => Promise.reject(error))
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

const TONES: Record<string, Tone> = { in_force: 'ok', coming: 'info', over: 'neutral', ended: 'bad' }
type Accreditation = Awaited<ReturnType<typeof loader>>['accreditations'][number]

export default function Sponsor() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('dispositifs')
  const invite = useRefused(refused, 'inviter')
  return (
    <div className="stack">
      <Breadcrumb
        trail={[
          { to: page.base, label: t('title') },
          { to: `${page.base}/marraines`, label: t('follow.sponsor.title') },
        ]}
        here={page.title}
      />
      <div className="row">
        <h1 className="grow">{page.title}</h1>
        <Link className="btn" to={page.record}>
          {t('follow.sponsor.record')}
        </Link>
      </div>
      <Done of="followUp" />
      <Refusal refused={refused} />
      <section className="card stack" aria-labelledby="agrements">
        <h2 id="agrements">{t('follow.sponsor.accreditations')}</h2>
        {page.accreditations.length === 0 ? <p>{t('follow.sponsor.none')}</p> : null}
        <ul className="plain stack">
          {page.accreditations.map((one) => (
            <li key={one.id}>
              <AccreditationLine one={one} refused={refused} mayWrite={page.mayWrite} />
            </li>
          ))}
        </ul>
        {page.mayWrite ? (
          <p>
            <Link className="btn" to={`${page.base}/marraines/agreer?structure=${page.id}`}>
              {t('follow.sponsor.accreditAgain')}
            </Link>
          </p>
        ) : null}
      </section>
      <section className="card stack" aria-labelledby="personnes">
        <h2 id="personnes">{t('follow.sponsor.people')}</h2>
        {page.people.length + page.invited.length === 0 ? (
          <p>{t('follow.sponsor.nobody')}</p>
        ) : (
          <ul>
            {page.people.map(({ id, name, email }) => (
              <li key={id}>
                {name} <span className="muted">{email}</span>
              </li>
            ))}
            {page.invited.map((email) => (
              <li key={email}>
                {email} <span className="small muted">{t('holder.editors.awaited')}</span>
              </li>
            ))}
          </ul>
        )}
        {page.mayWrite ? (
          <Form method="post" className="row end" noValidate key={page.invited.join()}>
            <Field name="email" label={t('follow.sponsor.invite')} fault={invite.fault('email')}>
              {(attributes) => (
                <input
                  {...attributes}
                  type="email"
                  name="email"
                  defaultValue={invite.typed('email')}
                  autoComplete="off"
                />
              )}
            </Field>
            <button className="btn" type="submit" name="intent" value="inviter">
              {t('follow.sponsor.sendInvitation')}
            </button>
          </Form>
        ) : null}
      </section>
      <section className="card stack" aria-labelledby="dossiers">
        <h2 id="dossiers">{t('follow.sponsor.dossiers')}</h2>
        {page.dossiers.length === 0 ? <p>{t('follow.sponsor.noDossier')}</p> : null}
        <ul className="plain">
          {page.dossiers.map((one) => (
            <li key={one.id}>
              <Link
                to={`${page.base}/dossiers/${one.id}`}
              >{`${one.code} ${one.number} · ${one.title || t('untitled')}`}</Link>{' '}
              <span className="muted">{[one.holder, one.session].filter(Boolean).join(' · ')}</span>{' '}
              <Badge tone={toneOf(one.state as DossierState)} label={t(`state.${one.state}`)} />
            </li>
          ))}
        </ul>
      </section>
      <VisibleBy who="team" />
    </div>
  )
}

type LineProps = { one: Accreditation; refused: Parameters<typeof useRefused>[0]; mayWrite: boolean }

function AccreditationLine({ one, refused: all, mayWrite }: LineProps) {
  const { t } = useTranslation('dispositifs')
  const { typed, fault, refused } = useRefused(all, `arreter ${one.id}`)
  const open = one.state === 'in_force' || one.state === 'coming'
  return (
    <>
      <p className="row">
        <Badge tone={TONES[one.state]} label={t(`follow.sponsor.state.${one.state}`)} />
        <strong>{one.scheme ?? t('follow.sponsor.all')}</strong>
        <span>
          {one.ends
            ? t('follow.sponsor.fromTo', { from: one.starts, to: one.ends })
            : t('follow.sponsor.from', { from: one.starts })}
        </span>
        {one.reference ? <span className="muted">{one.reference}</span> : null}
      </p>
      {one.ended ? <p>{t('follow.sponsor.endedOn', { date: one.ended, reason: one.endReason })}</p> : null}
      {one.trained ? (
        <p className="small muted">{t('follow.sponsor.trainedOn', { date: one.trained })}</p>
      ) : null}
      {one.note ? <p className="small">{one.note}</p> : null}
      {mayWrite && open && !one.ended ? (
        <details open={refused ? true : undefined}>
          <summary>{t('follow.sponsor.end')}</summary>
          <Form method="post" className="stack form" noValidate>
            <input type="hidden" name="agrement" value={one.id} />
            <DateField
              name="endedOn"
              label={t('follow.field.endedOn')}
              value={typed('endedOn')}
              fault={fault('endedOn')}
            />
            <Field name="endReason" label={t('follow.field.endReason')} fault={fault('endReason')}>
              {(attributes) => (
                <textarea
                  {...attributes}
                  name="endReason"
                  rows={2}
                  maxLength={1000}
                  defaultValue={typed('endReason')}
                />
              )}
            </Field>
            <button className="btn" type="submit" name="intent" value="arreter">
              {t('follow.sponsor.end')}
            </button>
          </Form>
        </details>
      ) : null}
    </>
  )
}
