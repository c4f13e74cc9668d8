import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { moments } from '#packages/referentials/dates.ts'
import { dossiersConcerned } from '#server/dispositifs/letter/dossiers-concerned.server.ts'
import { isLetter, LETTERS } from '#server/dispositifs/letter/letter.ts'
import { previewLetter } from '#server/dispositifs/letter/preview-letter.server.ts'
import { sendLetters } from '#server/dispositifs/letter/send-letter.server.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { getSession } from '#server/dispositifs/session/get-session.server.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { ConfirmSubmit } from '../../ui/confirm-submit.tsx'
import { EmptyList } from '../../ui/list-states.tsx'
import { sessionHead } from '../desk/heading-of.server.ts'
import { SessionHeading } from '../desk/session-heading.tsx'
import { LetterShown } from './letter-shown.tsx'
import { openedAtOf } from './opened-at.ts'
import { EmptyGaps } from './send-one.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['decision:record'])
  const { locale } = ctx
  const { t } = i18nFor(locale)
  const asked = new URL(args.request.url).searchParams.get('lettre')
  const key = isLetter(asked) ? asked : 'financed'
  return answering(args, async () => {
    const session = await getSession(ctx, recordId(args.params.session))
    const previews = await previewLetter(ctx, await dossiersConcerned(ctx, session.id, key), key)
    const at = moments(locale, session.timeZone)
    return {
      openedAt: ctx.clock.now().toISOString(),
      ...{ key, head: sessionHead(ctx, session, 'letters') },
      letters: LETTERS,
      previews: previews.map(({ sentAt, to, title, ...one }) => ({
        ...{ ...one, title: title || t('dispositifs:untitled') },
        to: to.map(({ name }) => name).join(', '),
        sent: sentAt ? at.format(new Date(sentAt)) : null,
      })),
    }
  })
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, dispositifs['decision:record'])
  const form = await submitted(args)
  return answering(args, async () => {
    const session = await getSession(ctx, recordId(args.params.session))
    const key = form.get('lettre')
    const ids = form.getAll('dossier').map((id) => recordId(String(id)))
    if (!isLetter(key) || ids.length === 0) return data({ nothing: true, left: [] as string[], sent: 0 })
    const concerned = await dossiersConcerned(ctx, session.id, key)
    const those = ids.filter((id) => concerned.includes(id))
    const { sent, left } = await sendLetters(ctx, those, key, openedAtOf(form))
    if (left.length > 0) return data({ nothing: false, sent, left })
    return redirect(`/${ctx.network.slug}/bureau/dispositifs/sessions/${session.id}/suivi?fait=lettres`)
  })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.head.title }]

export default function SendSeveral() {
  const page = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const { t } = useTranslation('dispositifs')
  const left = page.previews.filter(({ id }) => answered?.left.includes(id))
  return (
    <div className="stack">
      <SessionHeading head={page.head} />
      <nav className="chips" aria-label={t('follow.field.letter')}>
        {page.letters.map((key) => (
          <Link
            key={key}
            className="chip"
            to={`?lettre=${key}`}
            aria-current={key === page.key ? 'page' : undefined}
          >
            {t(`follow.letter.${key}`)}
          </Link>
        ))}
      </nav>
      {answered?.nothing ? (
        <p className="notice bad" role="alert">
          {t('follow.letters.pickOne')}
        </p>
      ) : null}
      {left.length > 0 ? (
        <div className="notice bad" role="alert">
          <p>{t('follow.letters.left', { count: left.length })}</p>
          <ul>
            {left.map(({ id, number, title }) => (
              <li key={id}>{`${number} · ${title}`}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {page.previews.length === 0 ? (
        <EmptyList text={t('follow.letters.concernsNobody')}>
          <Link to={page.head.here}>{t('follow.backToSession')}</Link>
        </EmptyList>
      ) : (
        <Form method="post" className="stack" key={page.key}>
          <input type="hidden" name="lettre" value={page.key} />
          <input type="hidden" name="ouverte" value={page.openedAt} />
          <ul className="plain stack">
            {page.previews.map((one) => (
              <li key={one.id} className="card stack">
                <label className="row">
                  <input
                    type="checkbox"
                    name="dossier"
                    value={one.id}
                    defaultChecked={one.sent === null && one.to !== ''}
                    disabled={one.to === ''}
                  />
                  <strong className="grow">{`${one.number} · ${one.title}`}</strong>
                  <span className="muted">
                    {one.sent ? t('follow.letters.already', { on: one.sent }) : null}
                  </span>
                </label>
                <p className="muted">
                  {one.to ? t('follow.letters.to', { to: one.to }) : t('follow.letters.nobody')}
                </p>
                <details>
                  <summary>{t('follow.letters.preview')}</summary>
                  <EmptyGaps gaps={one.empty} />
                  <LetterShown subject={one.subject} body={one.body} />
                </details>
              </li>
            ))}
          </ul>
          <ConfirmSubmit
            label={t('follow.letters.sendAll')}
            question={t('follow.letters.sendQuestion')}
            consequence={t('follow.letters.sendConsequence')}
            main
          />
        </Form>
      )}
    </div>
  )
}
