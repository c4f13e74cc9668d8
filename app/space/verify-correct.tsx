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
import { ownPartOf, type PageFaults, readPage, typedOf, typedOwnPart, typedPage } from './page-form.server.ts'
import { PageForm } from './page-form.tsx'

const hereOf = (slug: string, token: string | undefined) => `/${slug}/verifier/${token}`

export async function loader(args: LoaderFunctionArgs) {
  const ctx = publicNetwork(args)
  const here = hereOf(ctx.network.slug, args.params.token)
  try {
    const opened = await openVerification(ctx, args.params.token ?? '')
    if (!opened) throw redirect(here)
    const { name, page, own, stamp } = opened
    const { countries, sectors, sdgs } = formChoices(ctx.locale)
    const title = i18nFor(ctx.locale).t('space:editTitle', { name })
    const typed = { values: typedOf(page), own: ownPartOf(own, page) }
    return { title, here, ...typed, stamp, choices: { countries, sectors, sdgs } }
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
  const own = typedOwnPart(await ownByLink(args), form)
  const refused = (faults: PageFaults, refusal: string | null, status: number) =>
    data({ values, own, note, faults, refusal }, { status })
  const { page, faults } = readPage(values, own)
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

/** A link that was used, or is no longer good, says so on its own page. */
async function ownByLink(args: ActionFunctionArgs) {
  const ctx = publicNetwork(args)
  const opened = await openVerification(ctx, args.params.token ?? '').catch((error) => {
    if (error instanceof DomainError) return null
    throw error
  })
  if (!opened) throw redirect(hereOf(ctx.network.slug, args.params.token))
  return opened.own
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
        own={answer?.own ?? page.own}
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
