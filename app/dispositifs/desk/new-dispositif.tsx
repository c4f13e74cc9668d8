import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { createDispositif } from '#server/dispositifs/dispositif/create-dispositif.server.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { TEMPLATES, templateByKey } from '#server/dispositifs/template/templates.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { Breadcrumb } from '../../ui/breadcrumb.tsx'
import { DispositifForm } from './dispositif-form.tsx'
import { dispositifValues, readDispositif, refusedAct, valuesOfTemplate } from './dispositif-values.server.ts'

/** First which model, then what it is called here: `?modele=` says the first. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['dispositif:write'])
  const { locale, network } = ctx
  const asked = new URL(args.request.url).searchParams.get('modele')
  const template = asked ? (templateByKey(asked) ?? null) : null
  return {
    base: `/${network.slug}/bureau/dispositifs`,
    chosen: template ? template.name[locale] : null,
    choosing: asked === null,
    templates: TEMPLATES.map(({ key, code, name, summary }) => ({
      ...{ key, code, name: name[locale], summary: summary[locale] },
    })),
    values: valuesOfTemplate(template, locale),
    title: i18nFor(locale).t('dispositifs:newTitle'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, dispositifs['dispositif:write'])
  const values = dispositifValues(await submitted(args))
  const asked = new URL(args.request.url).searchParams.get('modele') ?? ''
  const { input, faults } = readDispositif(values)
  if (faults) return data({ values, faults }, { status: 422 })
  try {
    const { id } = await createDispositif(ctx, templateByKey(asked) ?? null, input)
    return redirect(`/${ctx.network.slug}/bureau/dispositifs/${id}?fait=dispositif-cree`)
  } catch (error) {
    const refused = refusedAct(error)
    if (refused) return data({ values, faults: refused.faults }, { status: refused.status })
    return answering(args, () => Promise.reject(error))
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function NewDispositif() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('dispositifs')
  return (
    <>
      <Breadcrumb trail={[{ to: page.base, label: t('title') }]} here={t('newTitle')} />
      <h1>{t('newTitle')}</h1>
      {page.choosing ? (
        <>
          <p>{t('template.lead')}</p>
          <ul className="cards">
            {page.templates.map(({ key, code, name, summary }) => (
              <li key={key} className="card stack">
                <h2>
                  <Link to={`?modele=${key}`}>{code}</Link>
                </h2>
                <p>
                  <strong>{name}</strong>
                </p>
                <p className="small">{summary}</p>
              </li>
            ))}
            <li className="card stack">
              <h2>
                <Link to="?modele=">{t('template.none')}</Link>
              </h2>
              <p className="small">{t('template.noneHint')}</p>
            </li>
          </ul>
        </>
      ) : (
        <>
          <p className="muted">
            {page.chosen ? t('template.chosen', { name: page.chosen }) : t('template.noneHint')}{' '}
            <Link to="?">{t('template.other')}</Link>
          </p>
          <DispositifForm
            key={page.chosen}
            values={refused?.values ?? page.values}
            faults={refused?.faults ?? {}}
            cancel={page.base}
            submit={t('create')}
          />
        </>
      )}
    </>
  )
}
