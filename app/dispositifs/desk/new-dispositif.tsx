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
import { getOffer } from '#server/dispositifs/shared-template/find-offers.server.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { Breadcrumb } from '../../ui/breadcrumb.tsx'
import { DispositifForm } from './dispositif-form.tsx'
import { dispositifValues, readDispositif, refusedAct, valuesOfTemplate } from './dispositif-values.server.ts'

/** What it is called here; from which template, `?modele=` says, empty for none. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['dispositif:write'])
  const { locale, network } = ctx
  const asked = new URL(args.request.url).searchParams.get('modele')
  if (asked === null) throw redirect(`/${network.slug}/bureau/dispositifs/modeles`)
  const offer = asked ? await answering(args, () => getOffer(ctx, asked)) : null
  return {
    base: `/${network.slug}/bureau/dispositifs`,
    chosen: offer ? offer.content.name : null,
    owner: offer?.owner ?? null,
    values: valuesOfTemplate(offer, locale),
    title: i18nFor(locale).t('dispositifs:newTitle'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, dispositifs['dispositif:write'])
  const values = dispositifValues(await submitted(args))
  const asked = new URL(args.request.url).searchParams.get('modele') ?? ''
  const { input, faults } = readDispositif(values)
  if (faults) return data({ values, faults, code: null }, { status: 422 })
  try {
    const { id } = await createDispositif(ctx, asked || null, input)
    return redirect(`/${ctx.network.slug}/bureau/dispositifs/${id}?fait=dispositif-cree`)
  } catch (error) {
    const refused = refusedAct(error)
    if (refused)
      return data({ values, faults: refused.faults, code: refused.code }, { status: refused.status })
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
      <Breadcrumb
        trail={[
          { to: page.base, label: t('title') },
          { to: `${page.base}/modeles`, label: t('templates.title') },
        ]}
        here={t('newTitle')}
      />
      <h1>{t('newTitle')}</h1>
      <p className="muted">
        {page.chosen ? t('template.chosen', { name: page.chosen }) : t('template.noneHint')}{' '}
        {page.owner ? `${t('templates.by', { owner: page.owner })}. ` : ''}
        <Link to={`${page.base}/modeles`}>{t('template.other')}</Link>
      </p>
      {refused?.code === 'template_gone' ? (
        <p className="notice bad" role="alert">
          {t('faults.template_gone')}
        </p>
      ) : null}
      <DispositifForm
        key={page.chosen}
        values={refused?.values ?? page.values}
        faults={refused?.faults ?? {}}
        cancel={page.base}
        submit={t('create')}
      />
    </>
  )
}
