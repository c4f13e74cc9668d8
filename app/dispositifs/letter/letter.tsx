import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { dossiersToTry } from '#server/dispositifs/letter/dossiers-to-try.server.ts'
import { letterInput } from '#server/dispositifs/letter/letter.schema.ts'
import { GAPS, isLetter } from '#server/dispositifs/letter/letter.ts'
import { getLetters } from '#server/dispositifs/letter/letters-of.server.ts'
import { previewLetter } from '#server/dispositifs/letter/preview-letter.server.ts'
import { resetLetter, saveLetter } from '#server/dispositifs/letter/save-letter.server.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { notFound } from '#server/kernel/errors.ts'
import { may } from '#server/kernel/permissions.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { Breadcrumb } from '../../ui/breadcrumb.tsx'
import { ConfirmSubmit } from '../../ui/confirm-submit.tsx'
import { Field } from '../../ui/field.tsx'
import { KeptTyping } from '../../ui/kept-typing.tsx'
import { useRefused } from '../follow-up/refusal.tsx'
import { readWith, refusedForm } from '../follow-up/sent-follow-up.server.ts'
import { LetterShown } from './letter-shown.tsx'
import { EmptyGaps } from './send-one.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['dispositif:read'])
  const { t } = i18nFor(ctx.locale)
  return answering(args, async () => {
    const { dispositif, letters } = await getLetters(ctx, recordId(args.params.id))
    const letter = letters.find(({ key }) => key === args.params.key)
    if (!letter) throw notFound()
    const choices = await dossiersToTry(ctx, dispositif.id)
    const base = `/${ctx.network.slug}/bureau/dispositifs`
    return {
      ...{ base, here: `${base}/${dispositif.id}`, code: dispositif.code, letter },
      choices: choices.map(({ id, number, title }) => ({
        id,
        label: `${number} · ${title || t('dispositifs:untitled')}`,
      })),
      mayWrite: may(ctx, dispositifs['decision:record']),
      name: t(`dispositifs:follow.letter.${letter.key}`),
      title: t('dispositifs:follow.letters.oneTitle', { name: t(`dispositifs:follow.letter.${letter.key}`) }),
    }
  })
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, dispositifs['decision:record'])
  const form = await submitted(args)
  const { key } = args.params
  try {
    const id = recordId(args.params.id)
    if (!isLetter(key)) throw notFound()
    const intent = form.get('intent')
    if (intent === 'revenir') {
      await resetLetter(ctx, id, key)
      return redirect(`/${ctx.network.slug}/bureau/dispositifs/${id}/lettres?fait=lettre-remise`)
    }
    const words = readWith(letterInput, { subject: form.get('subject') ?? '', body: form.get('body') ?? '' })
    if (intent === 'voir') {
      const of = String(form.get('dossier') ?? '')
      const [preview] = of ? await previewLetter(ctx, [recordId(of)], key, words) : []
      return data({ ...seen, typed: { ...words, dossier: of }, preview: preview ?? null })
    }
    await saveLetter(ctx, id, key, words)
    return redirect(`/${ctx.network.slug}/bureau/dispositifs/${id}/lettres?fait=lettre-ecrite`)
  } catch (error) {
    const refused = refusedForm(error, form, 'lettre')
    if (refused) return data({ ...refused, preview: null }, { status: refused.status })
    return answering(args, () => Promise.reject(error))
  }
}

/** Looked at, and refused nothing. */
const seen = { which: 'lettre', code: '', faults: {} as Record<string, string>, more: [] as string[] }

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function Letter() {
  const page = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const { t } = useTranslation('dispositifs')
  const { typed, fault } = useRefused(answered as Parameters<typeof useRefused>[0], 'lettre')
  const { letter } = page
  return (
    <div className="stack">
      <Breadcrumb
        trail={[
          { to: page.base, label: t('title') },
          { to: page.here, label: page.code },
          { to: `${page.here}/lettres`, label: t('follow.letters.title') },
        ]}
        here={page.name}
      />
      <h1>{page.title}</h1>
      <Form method="post" className="stack form" noValidate>
        <KeptTyping />
        <Field name="subject" label={t('follow.field.subject')} fault={fault('subject')}>
          {(attributes) => (
            <input
              {...attributes}
              name="subject"
              maxLength={200}
              defaultValue={typed('subject', letter.subject)}
            />
          )}
        </Field>
        <Field name="body" label={t('follow.field.body')} hint={t('follow.hint.body')} fault={fault('body')}>
          {(attributes) => (
            <textarea
              {...attributes}
              name="body"
              rows={16}
              maxLength={10_000}
              defaultValue={typed('body', letter.body)}
            />
          )}
        </Field>
        <details>
          <summary>{t('follow.letters.gaps')}</summary>
          <dl className="facts">
            {GAPS.map((gap) => (
              <div key={gap}>
                <dt>
                  <code>{`{{${gap}}}`}</code>
                </dt>
                <dd>{t(`follow.gap.${gap}`)}</dd>
              </div>
            ))}
          </dl>
        </details>
        {page.choices.length > 0 ? (
          <div className="row end">
            <Field name="dossier" label={t('follow.field.tryOn')}>
              {(attributes) => (
                <select {...attributes} name="dossier" defaultValue={typed('dossier')}>
                  {page.choices.map(({ id, label }) => (
                    <option key={id} value={id}>
                      {label}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            <button className="btn" type="submit" name="intent" value="voir">
              {t('follow.letters.preview')}
            </button>
          </div>
        ) : null}
        {page.mayWrite ? (
          <div className="row">
            <button className="btn primary" type="submit" name="intent" value="garder">
              {t('save')}
            </button>
            {letter.own ? (
              <ConfirmSubmit
                label={t('follow.letters.reset')}
                question={t('follow.letters.resetQuestion')}
                consequence={t('follow.letters.resetConsequence')}
                name="intent"
                value="revenir"
              />
            ) : null}
          </div>
        ) : null}
      </Form>
      {answered?.preview ? (
        <section className="stack" aria-labelledby="apercu">
          <h2 id="apercu">{t('follow.letters.previewOf', { number: answered.preview.number })}</h2>
          <EmptyGaps gaps={answered.preview.empty} />
          <LetterShown subject={answered.preview.subject} body={answered.preview.body} />
        </section>
      ) : null}
    </div>
  )
}
