import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { days } from '#packages/referentials/dates.ts'
import { absenceInput } from '#server/kernel/absence/absence.schema.ts'
import { declareAbsence } from '#server/kernel/absence/declare-absence.server.ts'
import { endAbsence } from '#server/kernel/absence/end-absence.server.ts'
import { findAbsences } from '#server/kernel/absence/find-absences.server.ts'
import { today } from '#server/kernel/clock.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { may } from '#server/kernel/permissions.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { absences } from '#server/kernel/rules.ts'
import { answering, guard, submitted } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { fieldFaults, refusedBy, refusedFields, typedIn } from '../identity/refusal.server.ts'
import { Done } from '../identity/team/done.tsx'
import { Badge } from '../ui/badge.tsx'
import { VisibleBy } from '../ui/visible-by.tsx'
import { AbsenceForm } from './absence-form.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, absences['absence:declare'])
  const { locale, network, account } = ctx
  const dates = days(locale, 'UTC', 'long')
  const mayForOthers = may(ctx, absences['absence:declare_for_others'])
  const found = await answering(args, () => findAbsences(ctx))
  return {
    absences: found.absences.map(({ startsOn, backOn, accountId, colleagueId, ...one }) => ({
      ...one,
      from: dates.format(new Date(startsOn)),
      back: dates.format(new Date(backOn)),
      mayEnd: mayForOthers || [accountId, colleagueId].includes(account.id),
    })),
    team: found.team,
    colleagues: found.colleagues,
    me: { id: account.id, name: account.name },
    mayForOthers,
    today: today(ctx.clock, network.timeZone),
    title: i18nFor(locale).t('identity:absences.title'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, absences['absence:declare'])
  const form = await submitted(args)
  const here = `/${ctx.network.slug}/bureau/absences`
  const ended = form.get('terminer')
  if (ended) {
    await answering(args, async () => endAbsence(ctx, recordId(String(ended))))
    return redirect(`${here}?fait=absence-finie`)
  }
  const typed = typedIn(form, 'accountId', 'colleagueId', 'startsOn', 'backOn', 'note')
  const parsed = absenceInput.safeParse(typed)
  if (!parsed.success) return refusedFields(typed, fieldFaults(parsed.error))
  try {
    await declareAbsence(ctx, parsed.data)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const field = FIELD_OF[error.code]
    if (field) return refusedFields(typed, { [field]: error.code.slice('absence.'.length) })
    if (error.code.startsWith('absence.')) return refusedBy(error, typed)
    return answering(args, () => Promise.reject(error))
  }
  return redirect(`${here}?fait=absence`)
}

/** What is wrong with one field is said there. */
const FIELD_OF: Record<string, string> = {
  'absence.not_a_colleague': 'colleagueId',
  'absence.dates_wrong': 'backOn',
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function Absences() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('identity')
  return (
    <div className="stack">
      <h1>{t('absences.title')}</h1>
      <p className="muted">{t('absences.lead')}</p>
      <Done />
      <section className="stack" aria-labelledby="relais">
        <h2 id="relais">{t('absences.planned')}</h2>
        {page.absences.length === 0 ? <p className="empty">{t('absences.none')}</p> : null}
        <ul className="stack">
          {page.absences.map((one) => (
            <li key={one.id} className="card row">
              <div className="grow">
                <strong>{t('absences.line', { name: one.name, colleague: one.colleague })}</strong>
                <div className="small muted">{t('absences.dates', { from: one.from, back: one.back })}</div>
                {one.note ? <p>{one.note}</p> : null}
              </div>
              <Badge
                tone={one.started ? 'info' : 'neutral'}
                label={t(one.started ? 'absences.now' : 'absences.later')}
              />
              {one.mayEnd ? (
                <Form method="post">
                  <button
                    className="btn sm"
                    type="submit"
                    name="terminer"
                    value={one.id}
                    aria-label={t('absences.endLabel', { name: one.name })}
                  >
                    {t('absences.end')}
                  </button>
                </Form>
              ) : null}
            </li>
          ))}
        </ul>
      </section>
      <AbsenceForm key={page.absences.length} {...page} refused={refused} />
      <VisibleBy who="team" />
    </div>
  )
}
