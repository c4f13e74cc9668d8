import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { days, moments } from '#packages/referentials/dates.ts'
import { askCorrection } from '#server/dispositifs/correction/ask-correction.server.ts'
import { correctionInput } from '#server/dispositifs/correction/correction.schema.ts'
import { cancelCorrection } from '#server/dispositifs/correction/end-correction.server.ts'
import { getHolderSide } from '#server/dispositifs/editor/get-holder-side.server.ts'
import { inviteHolder } from '#server/dispositifs/editor/invite-editor.server.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { invitedInput } from '#server/dispositifs/start/start.schema.ts'
import { today } from '#server/kernel/clock.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { may } from '#server/kernel/permissions.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { fieldFaults } from '../../identity/refusal.server.ts'
import { useDone } from '../../ui/use-done.ts'
import { VisibleBy } from '../../ui/visible-by.tsx'
import { editorLines, reachOf } from '../own/editor-lines.ts'
import { FaultNote } from '../told.tsx'
import { CorrectionCard } from './correction-card.tsx'
import { DossierHeading } from './dossier-heading.tsx'
import { dossierHead } from './heading-of.server.ts'
import { HoldersCard } from './holders-card.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['dossier:read'])
  const found = await answering(args, async () => getHolderSide(ctx, recordId(args.params.id)))
  const { row, session, form, correction } = found
  const { locale, network, clock } = ctx
  const at = moments(locale, network.timeZone)
  const day = days(locale, 'UTC', 'long')
  const editors = editorLines(found.editors, found.holders)
  return {
    head: dossierHead(ctx, row, session, 'holder'),
    mayMove: may(ctx, dispositifs['dossier:move']),
    mayAsk: found.next.includes('to_correct'),
    sections: form.sections.map(({ key, title, fields }) => ({
      ...{ key, title },
      fields: fields.map((field) => ({ key: field.key, label: field.label })),
    })),
    soonest: today(clock, network.timeZone),
    correction: correction && {
      ...{ reason: correction.reason, due: day.format(new Date(correction.dueOn)) },
      late: correction.dueOn < today(clock, network.timeZone),
      fields: correction.fields,
    },
    corrections: found.corrections.map((one) => ({
      ...{ id: one.id, reason: one.reason, answer: one.answer, on: at.format(one.askedAt), by: one.by ?? '' },
      ended: one.answeredAt ? 'answered' : one.cancelledAt ? 'cancelled' : 'open',
    })),
    holders: found.holders,
    editors,
    reach: reachOf(editors),
    confirmed: row.confirmedAt ? at.format(row.confirmedAt) : '',
    isHere: row.origin === 'here',
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, dispositifs['dossier:move'])
  return answering(args, async () => {
    const id = recordId(args.params.id)
    const form = await submitted(args)
    const intent = String(form.get('intent') ?? '')
    const here = `/${ctx.network.slug}/bureau/dispositifs/dossiers/${id}/porteur`
    const text = (name: string) => String(form.get(name) ?? '')
    const typed = {
      ...{ email: text('email'), name: text('name'), reason: text('reason'), dueOn: text('dueOn') },
      ...{ organisationId: text('organisationId'), access: text('access') },
      fields: form.getAll('fields').map(String),
    }
    const refused = (faults: Record<string, string>, code: string | null, status: number) =>
      data({ intent, typed, faults, code }, { status })
    try {
      if (intent === 'annuler') {
        await cancelCorrection(ctx, id)
        return redirect(`${here}?fait=correction-annulee`)
      }
      if (intent === 'inviter') {
        const { email, name, organisationId, access } = typed
        const person = invitedInput.safeParse({ email, name, organisationId, access })
        if (!person.success) return refused(fieldFaults(person.error), null, 422)
        await inviteHolder(ctx, id, person.data)
        return redirect(`${here}?fait=porteur-invite`)
      }
      if (intent !== 'demander') throw data(null, { status: 400 })
      const input = correctionInput.safeParse({
        fields: typed.fields,
        reason: typed.reason,
        dueOn: typed.dueOn,
      })
      if (!input.success) return refused(fieldFaults(input.error), null, 422)
      await askCorrection(ctx, id, input.data)
      return redirect(`${here}?fait=correction-demandee`)
    } catch (error) {
      if (!(error instanceof DomainError) || ![409, 422].includes(error.status)) throw error
      const code = error.code.split('.')[1]!
      const field = error.details.field
      return refused(field ? { [String(field)]: code } : {}, field ? null : code, error.status)
    }
  })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.head.title }]

const SAID = ['correction-demandee', 'correction-annulee', 'porteur-invite']

export default function HolderSide() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('dispositifs')
  const done = useDone()
  const unread = done === 'correction-demandee' && page.reach !== 'came'
  const of = (intent: string) => (refused?.intent === intent ? refused : undefined)
  return (
    <div className="stack">
      <DossierHeading head={page.head} />
      {done && SAID.includes(done) ? (
        <p className={unread ? 'notice' : 'notice ok'} role="status">
          {unread ? t(`mended.correctionAsked.${page.reach}`) : t(`holder.done.${done}`)}
        </p>
      ) : null}
      <FaultNote refused={refused} />
      <CorrectionCard page={page} refused={of('demander')} />
      <HoldersCard page={page} refused={of('inviter')} />
      <VisibleBy who="team" />
    </div>
  )
}
