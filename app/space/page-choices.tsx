import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { choosePage, mayShow, PAGE_CHOICES, type PageChoices } from '#server/crm/page/own-choices.server.ts'
import { getOwnPage } from '#server/crm/page/own-page.server.ts'
import { crm } from '#server/crm/permissions.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { OwnHeading } from './own-heading.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['page:keep'])
  const { row } = await answering(args, async () => getOwnPage(ctx, recordId(args.params.id)))
  const { publishedAt, slug, aggregated, shownToNetworks, contactable, emailShown } = row
  const published = publishedAt !== null
  const on: PageChoices = { published, aggregated, shownToNetworks, contactable, emailShown }
  return {
    title: i18nFor(ctx.locale).t('space:choicesTitle'),
    name: row.name,
    home: `/${ctx.network.slug}/espace/structures/${args.params.id}`,
    // One that was never shown is read by the team first; one it withdrew is the team's to show.
    shut: mayShow(row) ? null : slug === null ? 'first' : 'withdrawn',
    choices: PAGE_CHOICES.map((key) => ({ key, on: on[key] })),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, crm['page:keep'])
  const chosen = (await submitted(args)).getAll('choix')
  const choices = Object.fromEntries(PAGE_CHOICES.map((key) => [key, chosen.includes(key)])) as PageChoices
  await answering(args, async () => choosePage(ctx, recordId(args.params.id), choices))
  return redirect(`/${ctx.network.slug}/espace/structures/${args.params.id}?fait=page-choix`)
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page && `${page.title} — ${page.name}` },
]

export default function PageChoicesPage() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('space')
  return (
    <div className="wrap page narrow stack">
      <OwnHeading home={page.home} name={page.name} title={page.title} />
      <p className="lead">{t('choicesLead')}</p>
      <Form method="post" className="stack">
        {page.choices.map(({ key, on }) => {
          const shut = key === 'published' && page.shut
          return (
            <div key={key} className="card">
              <label className="row">
                <input
                  type="checkbox"
                  name="choix"
                  value={key}
                  defaultChecked={on}
                  disabled={Boolean(shut)}
                  aria-describedby={`effet-${key}`}
                />
                <strong>{t(`choice.${key}.label`)}</strong>
              </label>
              <p id={`effet-${key}`} className="small muted">
                {shut ? t(`choiceShut.${shut}`) : t(`choice.${key}.effect`)}
              </p>
            </div>
          )
        })}
        <p className="row">
          <button className="btn primary" type="submit">
            {t('saveChoices')}
          </button>
          <Link className="btn quiet" to={page.home}>
            {t('cancel')}
          </Link>
        </p>
      </Form>
    </div>
  )
}
