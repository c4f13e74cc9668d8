import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { getFollowUp } from '#server/dispositifs/follow-up/get-follow-up.server.ts'
import { isLetter, type LetterKey, lettersFor } from '#server/dispositifs/letter/letter.ts'
import { previewLetter } from '#server/dispositifs/letter/preview-letter.server.ts'
import { sendLetter } from '#server/dispositifs/letter/send-letter.server.ts'
import type { DossierState } from '#server/dispositifs/lifecycle/lifecycle.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { notFound } from '#server/kernel/errors.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { ConfirmSubmit } from '../../ui/confirm-submit.tsx'
import { Refusal } from '../follow-up/refusal.tsx'
import { refusedForm } from '../follow-up/sent-follow-up.server.ts'
import { LetterShown } from './letter-shown.tsx'
import { openedAtOf } from './opened-at.ts'

const keyOf = (typed: unknown): LetterKey => {
  if (!isLetter(typed)) throw notFound()
  return typed
}

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['decision:record'])
  const { t } = i18nFor(ctx.locale)
  return answering(args, async () => {
    const id = recordId(args.params.id)
    const key = keyOf(new URL(args.request.url).searchParams.get('lettre') ?? 'financed')
    const [preview] = await previewLetter(ctx, [id], key)
    const { row } = await getFollowUp(ctx, id)
    return {
      openedAt: ctx.clock.now().toISOString(),
      ...{ key, preview: preview!, fits: lettersFor(row.state as DossierState).includes(key) },
      back: `/${ctx.network.slug}/bureau/dispositifs/dossiers/${id}/suivi`,
      title: t(`dispositifs:follow.letter.${key}`),
    }
  })
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, dispositifs['decision:record'])
  const form = await submitted(args)
  try {
    const id = recordId(args.params.id)
    await sendLetter(ctx, id, keyOf(form.get('lettre')), openedAtOf(form))
    return redirect(`/${ctx.network.slug}/bureau/dispositifs/dossiers/${id}/suivi?fait=lettre`)
  } catch (error) {
    const refused = refusedForm(error, form, 'ecrire')
    if (refused) return data(refused, { status: refused.status })
    return answering(args, () => Promise.reject(error))
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function SendOne() {
  const { preview, key, fits, back, title, openedAt } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('dispositifs')
  return (
    <div className="stack">
      <p className="small">
        <Link to={back}>{t('follow.backToFile')}</Link>
      </p>
      <h1>{title}</h1>
      <Refusal refused={refused} />
      <p>
        {t('follow.letters.to', {
          to: preview.to.map(({ name, email }) => `${name} (${email})`).join(', ') || '—',
        })}
      </p>
      <EmptyGaps gaps={preview.empty} />
      <LetterShown subject={preview.subject} body={preview.body} />
      {!fits ? (
        <p className="notice">{t('follow.faults.letter_not_fitting')}</p>
      ) : preview.to.length > 0 ? (
        <Form method="post" className="row">
          <input type="hidden" name="lettre" value={key} />
          <input type="hidden" name="ouverte" value={openedAt} />
          <ConfirmSubmit
            label={t('follow.letters.send')}
            question={t('asks.letter', { letter: title })}
            consequence={t('follow.letters.sendConsequence')}
            main
          />
          <Link className="btn quiet" to={back}>
            {t('cancel')}
          </Link>
        </Form>
      ) : (
        <p className="notice">{t('follow.letters.nobody')}</p>
      )}
    </div>
  )
}

/** What the letter would leave as a dash. */
export function EmptyGaps({ gaps }: { gaps: string[] }) {
  const { t } = useTranslation('dispositifs')
  if (gaps.length === 0) return null
  return (
    <p className="notice">
      {t('follow.letters.empty', { gaps: gaps.map((gap) => t(`follow.gap.${gap}`)).join(', ') })}
    </p>
  )
}
