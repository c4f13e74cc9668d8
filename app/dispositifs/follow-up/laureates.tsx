import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { days } from '#packages/referentials/dates.ts'
import { FINANCED } from '#server/dispositifs/figures/what-counts.ts'
import { sessionFollowUp } from '#server/dispositifs/follow-up/session-follow-up.server.ts'
import { publishLaureates, withdrawLaureates } from '#server/dispositifs/laureate/publish-laureates.server.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { may } from '#server/kernel/permissions.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { ConfirmSubmit } from '../../ui/confirm-submit.tsx'
import { EmptyList } from '../../ui/list-states.tsx'
import { sessionHead } from '../desk/heading-of.server.ts'
import { SessionHeading } from '../desk/session-heading.tsx'
import { money } from '../figures.ts'
import { Done } from '../told.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['dossier:read'])
  const { locale } = ctx
  const { session, dossiers } = await answering(args, async () =>
    sessionFollowUp(ctx, recordId(args.params.session)),
  )
  const at = session.laureatesPublishedAt
  return {
    head: sessionHead(ctx, session, 'laureates'),
    amounts: session.laureatesAmounts,
    publishedOn: at ? days(locale, session.timeZone, 'long').format(at) : null,
    shown: session.publishedAt !== null,
    rows: dossiers
      .filter(({ state }) => FINANCED.some((one) => one === state))
      .map((one) => ({
        ...{ id: one.id, holders: one.holders.join(', '), title: one.title },
        granted: one.grantedCents === null ? '' : money(one.grantedCents, locale),
      })),
    undecided: dossiers.filter(({ state }) => state === 'opined').length,
    mayWrite: may(ctx, dispositifs['decision:record']),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, dispositifs['decision:record'])
  const form = await submitted(args)
  return answering(args, async () => {
    const id = recordId(args.params.session)
    const here = `/${ctx.network.slug}/bureau/dispositifs/sessions/${id}/laureats`
    switch (form.get('intent')) {
      case 'publier':
        await publishLaureates(ctx, id, form.get('montants') === 'oui')
        return redirect(`${here}?fait=laureats-publies`)
      case 'retirer':
        await withdrawLaureates(ctx, id)
        return redirect(`${here}?fait=laureats-retires`)
      default:
        throw data(null, { status: 400 })
    }
  })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.head.title }]

export default function Laureates() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('dispositifs')
  return (
    <div className="stack">
      <SessionHeading head={page.head} />
      <Done of="followUp" />
      <p>
        {page.publishedOn
          ? t('follow.laureates.published', { date: page.publishedOn })
          : t('follow.laureates.lead')}
      </p>
      {page.publishedOn && !page.shown ? <p className="notice">{t('follow.laureates.hidden')}</p> : null}
      {page.undecided > 0 ? (
        <p className="notice">{t('follow.laureates.undecided', { count: page.undecided })}</p>
      ) : null}
      {page.rows.length === 0 ? (
        <EmptyList text={t('follow.laureates.none')}>
          <Link to={`${page.head.here}/suivi`}>{t('follow.here')}</Link>
        </EmptyList>
      ) : (
        <>
          <ul>
            {page.rows.map(({ id, holders, title, granted }) => (
              <li key={id}>
                <strong>{holders}</strong> {title} <span className="muted num">{granted}</span>
              </li>
            ))}
          </ul>
          {page.mayWrite ? (
            <Form method="post" className="stack" key={String(page.amounts)}>
              <label className="row">
                <input type="checkbox" name="montants" value="oui" defaultChecked={page.amounts} />
                <span>{t('follow.laureates.amounts')}</span>
              </label>
              <div className="row">
                <ConfirmSubmit
                  label={t(page.publishedOn ? 'follow.laureates.again' : 'follow.laureates.publish')}
                  question={t('follow.laureates.question')}
                  consequence={t('follow.laureates.consequence')}
                  name="intent"
                  value="publier"
                  main
                />
                {page.publishedOn ? (
                  <button className="btn" type="submit" name="intent" value="retirer">
                    {t('follow.laureates.withdraw')}
                  </button>
                ) : null}
              </div>
            </Form>
          ) : null}
        </>
      )}
    </div>
  )
}
