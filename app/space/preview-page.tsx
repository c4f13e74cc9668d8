import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { getOwnPage } from '#server/crm/page/own-page.server.ts'
import { everyField, fieldsOf, stillAsked } from '#server/crm/page/page.ts'
import { crm } from '#server/crm/permissions.ts'
import { changesIn, discardProposal, submitProposal } from '#server/crm/proposal/own-proposal.server.ts'
import { DomainError, notFound } from '#server/kernel/errors.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { ChangeLines } from './change-lines.tsx'
import { OwnHeading } from './own-heading.tsx'
import { fieldLabel, fieldPieces, fieldText } from './page-words.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['page:keep'])
  const { page, open, row, own } = await answering(args, async () => {
    const own = await getOwnPage(ctx, recordId(args.params.id))
    if (!own.open) throw notFound()
    return { ...own, open: own.open }
  })
  const changes = stillAsked(changesIn(open), page)
  const after = { ...page, ...changes }
  // What nobody but the organisation and the team reads is not part of the public page.
  const hidden = [
    'name',
    ...(after.seatPrivate ? ['address'] : []),
    ...(row.contactable && row.emailShown ? [] : ['email']),
    ...(row.contactable ? [] : ['phone']),
  ]
  return {
    title: i18nFor(ctx.locale).t('space:previewTitle'),
    home: `/${ctx.network.slug}/espace/structures/${args.params.id}`,
    name: after.name,
    waits: open.state === 'submitted',
    lines: fieldsOf(changes).map((field) => ({
      field,
      label: fieldLabel(field, own, ctx.locale),
      pieces: fieldPieces(field, page[field], changes[field], ctx.locale, own),
    })),
    shown: everyField(after)
      .filter((field) => field !== 'seatPrivate' && !hidden.includes(field))
      .flatMap((field) => {
        const value = fieldText(field, after[field], ctx.locale, own)
        return value ? [{ field, label: fieldLabel(field, own, ctx.locale), value }] : []
      }),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, crm['page:keep'])
  const intent = (await submitted(args)).get('intent')
  const home = `/${ctx.network.slug}/espace/structures/${args.params.id}`
  if (intent !== 'envoyer' && intent !== 'abandonner') throw data(null, { status: 400 })
  return answering(args, async () => {
    try {
      const id = recordId(args.params.id)
      if (intent === 'abandonner') {
        await discardProposal(ctx, id)
        return redirect(`${home}?fait=page-abandonnee`)
      }
      const { published } = await submitProposal(ctx, id, null)
      return redirect(`${home}?fait=${published ? 'page-publiee' : 'page-envoyee'}`)
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'crm.page_changed') throw error
      return data({ refusal: 'page_changed' as const }, { status: error.status })
    }
  })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page && `${page.title} — ${page.name}` },
]

export default function PreviewPage() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('space')
  return (
    <div className="wrap page stack">
      <OwnHeading home={page.home} name={page.name} title={page.title} />
      {refused ? (
        <p className="notice bad" role="alert">
          {t(`refusal.${refused.refusal}`)}
        </p>
      ) : null}
      {page.waits ? <p className="notice">{t('waitsForTeam')}</p> : null}
      <section className="card stack" aria-labelledby="changements">
        <h2 id="changements">{t('whatChanges')}</h2>
        <ChangeLines lines={page.lines} caption={t('whatChanges')} />
      </section>
      <section className="card stack" aria-labelledby="apercu">
        <h2 id="apercu">{t('asPublicReads')}</h2>
        <h3>{page.name}</h3>
        <dl className="facts">
          {page.shown.map(({ field, label, value }) => (
            <div key={field}>
              <dt>{label}</dt>
              <dd className="words">{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      <Form method="post" className="row">
        {page.waits ? null : (
          <button className="btn primary" type="submit" name="intent" value="envoyer">
            {t('send')}
          </button>
        )}
        <Link className="btn" to={`${page.home}/modifier`}>
          {t('goOn')}
        </Link>
        <button className="btn quiet" type="submit" name="intent" value="abandonner">
          {t('discard')}
        </button>
      </Form>
    </div>
  )
}
