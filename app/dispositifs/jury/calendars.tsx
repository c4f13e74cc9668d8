import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { days } from '#packages/referentials/dates.ts'
import {
  followedSince,
  renewCalendar,
  stopCalendar,
} from '#server/dispositifs/calendar/own-calendar.server.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import type { Context } from '#server/kernel/context.ts'
import { activeNetwork, activeNetworks, nameOf } from '#server/kernel/networks.ts'
import { may } from '#server/kernel/permissions.ts'
import { baseOf } from '#server/portal/public.ts'
import { answering, signedInAccount, submitted } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { ConfirmSubmit } from '../../ui/confirm-submit.tsx'
import { EmptyList } from '../../ui/list-states.tsx'

/** The networks for which one reads files: each has its own calendar. */
const instructedIn = (ctx: Context) =>
  activeNetworks().filter((network) => may({ ...ctx, network }, dispositifs['instruction:read']))

export async function loader(args: LoaderFunctionArgs) {
  const ctx = signedInAccount(args)
  const networks = await answering(args, () =>
    Promise.all(
      instructedIn(ctx).map(async (network) => {
        const since = await followedSince({ ...ctx, network })
        const day = days(ctx.locale, network.timeZone, 'long')
        return {
          ...{ slug: network.slug, name: nameOf(network) },
          since: since ? day.format(since) : null,
        }
      }),
    ),
  )
  return { title: i18nFor(ctx.locale).t('dispositifs:jury.calendar.title'), networks }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = signedInAccount(args)
  const form = await submitted(args)
  const network = activeNetwork(String(form.get('network') ?? ''))
  if (!network) throw data(null, { status: 404 })
  const there = { ...ctx, network }
  if (form.get('intent') === 'arreter') {
    await answering(args, () => stopCalendar(there))
    return data({ slug: network.slug, address: null })
  }
  if (form.get('intent') !== 'creer') throw data(null, { status: 400 })
  const { token } = await answering(args, () => renewCalendar(there))
  const address = `${await baseOf(network.id)}/agenda/${token}/instruction.ics`
  return data({ slug: network.slug, address }, { headers: { 'cache-control': 'no-store' } })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title },
  { name: 'referrer', content: 'same-origin' },
]

export default function Calendars() {
  const { networks } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useTranslation('dispositifs')
  return (
    <div className="stack">
      <h2>{t('jury.calendar.title')}</h2>
      <p>{t('jury.calendar.lead')}</p>
      {networks.length === 0 ? <EmptyList text={t('jury.calendar.none')} /> : null}
      {networks.map(({ slug, name, since }) => {
        const made = result?.slug === slug ? result : null
        return (
          <section key={slug} className="card stack" aria-labelledby={`agenda-${slug}`}>
            <h3 id={`agenda-${slug}`}>{name}</h3>
            {made?.address ? (
              <div className="notice ok stack" role="status">
                <p>
                  <strong>{t('jury.calendar.made')}</strong> {t('jury.calendar.once')}
                </p>
                <label className="stack">
                  <span>{t('jury.calendar.address')}</span>
                  <input readOnly value={made.address} />
                </label>
                <p>
                  <a className="btn primary" href={made.address.replace(/^https?:/, 'webcal:')}>
                    {t('jury.calendar.open')}
                  </a>
                </p>
              </div>
            ) : made ? (
              <p className="notice ok" role="status">
                {t('jury.calendar.stopped')}
              </p>
            ) : null}
            <p>{since ? t('jury.calendar.since', { on: since }) : t('jury.calendar.notYet')}</p>
            <div className="row">
              <Form method="post">
                <input type="hidden" name="network" value={slug} />
                {since ? (
                  <ConfirmSubmit
                    label={t('jury.calendar.renew')}
                    question={t('jury.calendar.renewQuestion')}
                    consequence={t('jury.calendar.renewConsequence')}
                    name="intent"
                    value="creer"
                  />
                ) : (
                  <button className="btn primary" type="submit" name="intent" value="creer">
                    {t('jury.calendar.make')}
                  </button>
                )}
              </Form>
              {since ? (
                <Form method="post">
                  <input type="hidden" name="network" value={slug} />
                  <ConfirmSubmit
                    label={t('jury.calendar.stop')}
                    question={t('jury.calendar.stopQuestion')}
                    consequence={t('jury.calendar.renewConsequence')}
                    name="intent"
                    value="arreter"
                  />
                </Form>
              ) : null}
            </div>
          </section>
        )
      })}
    </div>
  )
}
