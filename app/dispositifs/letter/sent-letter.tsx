import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { moments } from '#packages/referentials/dates.ts'
import { getSentLetter } from '#server/dispositifs/letter/get-sent-letter.server.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard } from '../../guard.server.ts'
import { VisibleBy } from '../../ui/visible-by.tsx'
import { LetterShown } from './letter-shown.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['dossier:read'])
  const { letter } = await answering(args, async () =>
    getSentLetter(ctx, recordId(args.params.id), recordId(args.params.letter)),
  )
  const dossier = `/${ctx.network.slug}/bureau/dispositifs/dossiers/${letter.dossierId}`
  return {
    ...{ subject: letter.subject, body: letter.body },
    back: `${dossier}/suivi`,
    paper: `${dossier}/lettres/${letter.id}/pdf`,
    on: moments(ctx.locale, ctx.network.timeZone, 'long').format(letter.at),
    to: letter.sentTo.map(({ name, email }) => `${name} (${email})`).join(', '),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.subject }]

export default function SentLetter() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('dispositifs')
  return (
    <div className="stack">
      <p className="small">
        <Link to={page.back}>{t('follow.backToFile')}</Link>
      </p>
      <h1>{page.subject}</h1>
      <p className="muted">{t('follow.letters.sent', { on: page.on, to: page.to })}</p>
      <LetterShown subject={page.subject} body={page.body} />
      <p>
        <a className="btn" href={page.paper}>
          {t('follow.letters.pdf')}
        </a>
      </p>
      <VisibleBy who="team" />
    </div>
  )
}
