import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { correctByLink, openVerification } from '#server/crm/freshness/verify-by-link.server.ts'
import { noteInput } from '#server/crm/page/page.schema.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { formChoices } from '../crm/organisation-choices.server.ts'
import { publicNetwork, submitted } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { type PageFaults, readPage, typedOf, typedPage } from './page-form.server.ts'
import { PageForm } from './page-form.tsx'

const hereOf = (slug: string, token: string | undefined) => `/${slug}/verifier/${token}`

export async function loader(args: LoaderFunctionArgs) {
  const ctx = publicNetwork(args)
  const here = hereOf(ctx.network.slug, args.params.token)
  try {
    const opened = await openVerification(ctx, args.params.token ?? '')
    if (!opened) throw redirect(here)
    const { name, page, stamp } = opened
    const { countries, sectors, sdgs } = formChoices(ctx.locale)
    const title = i18nFor(ctx.locale).t('space:editTitle', { name })
    return { title, here, values: typedOf(page), stamp, choices: { countries, sectors, sdgs } }
  } catch (error) {
    if (error instanceof DomainError) throw redirect(here)
    throw error
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = publicNetwork(args)
  const form = await submitted(args)
  const values = typedPage(form)
  const note = String(form.get('note') ?? '')
  const refused = (faults: PageFaults, refusal: string | null, status: number) =>
    data({ values, note, faults, refusal }, { status })
  const { page, faults } = readPage(values)
  if (faults) return refused(faults, null, 422)
  try {
    const typed = { page, note: noteInput.safeParse(note).data ?? '', stamp: String(form.get('stamp') ?? '') }
    await correctByLink(ctx, args.params.token ?? '', typed)
    return redirect(hereOf(ctx.network.slug, args.params.token))
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    if (error.status === 410) throw redirect(hereOf(ctx.network.slug, args.params.token))
    return refused({}, error.code.split('.')[1]!, error.status)
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title },
  { name: 'robots', content: 'noindex' },
  { name: 'referrer', content: 'same-origin' },
]

export default function VerifyCorrect() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('space')
  return (
    <div className="wrap page">
      <h1>{page.title}</h1>
      <p className="lead">{t('verify.correctLead')}</p>
      <PageForm
        values={answer?.values ?? page.values}
        faults={answer?.faults ?? {}}
        note={answer?.note ?? ''}
        stamp={page.stamp}
        choices={page.choices}
        overtaken={{}}
        cancel={page.here}
        noteLabel={t('noteToTeam')}
        actions={
          <button className="btn primary" type="submit">
            {t('send')}
          </button>
        }
      >
        {answer?.refusal ? (
          <p className="notice bad" role="alert">
            {t(`refusal.${answer.refusal}`)}
          </p>
        ) : null}
      </PageForm>
    </div>
  )
}
