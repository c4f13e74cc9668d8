import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { createOrganisation } from '#server/crm/organisation/create-organisation.server.ts'
import { crm } from '#server/crm/permissions.ts'
import { answering, guard, submitted } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { asked, faultsOf } from './form-intents.server.ts'
import { LikelyOrganisations } from './likely-organisations.tsx'
import { likelyOrganisations } from './likely-view.server.ts'
import { lookedUp } from './lookup.server.ts'
import { formChoices } from './organisation-choices.server.ts'
import { emptyValues, type Faults, readForm, valuesOf } from './organisation-form.server.ts'
import { OrganisationForm } from './organisation-form.tsx'

export function loader(args: LoaderFunctionArgs) {
  const { network, locale } = guard(args, crm['organisation:write'])
  return {
    choices: formChoices(locale),
    values: emptyValues(),
    slug: network.slug,
    title: i18nFor(locale).t('crm:newTitle'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, crm['organisation:write'])
  const form = await submitted(args)
  const values = valuesOf(form)
  const looked = await answering(args, () => lookedUp(ctx, form, values))
  if (looked) return data({ ...looked, faults: {} as Faults, likely: null })
  const next = asked(form, values)
  if (next) return data({ values: next, faults: {} as Faults, likely: null })
  return answering(args, async () => {
    const { input, faults } = await readForm(ctx, values)
    if (faults) return data({ values, faults, likely: null }, { status: 422 })
    if (!form.has('autre')) {
      const seen = String(form.get('vues') ?? '').split(' ')
      const likely = (await likelyOrganisations(ctx, values, true)).filter(({ id }) => !seen.includes(id))
      if (likely.length > 0) return data({ values, faults: {} as Faults, likely }, { status: 409 })
    }
    try {
      const { id } = await createOrganisation(ctx, input)
      return redirect(`/${ctx.network.slug}/bureau/structures/${id}?fait=creee`)
    } catch (error) {
      return data({ values, faults: faultsOf(error), likely: null }, { status: 422 })
    }
  })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function NewOrganisation() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('crm')
  return (
    <>
      <h1>{t('newHeading')}</h1>
      <OrganisationForm
        values={refused?.values ?? page.values}
        faults={refused?.faults ?? {}}
        lookup={refused && 'lookup' in refused ? refused.lookup : null}
        choices={page.choices}
        cancel={`/${page.slug}/bureau/structures`}
        afterName={
          <LikelyOrganisations
            source={`/${page.slug}/bureau/structures/proches`}
            asked={refused?.likely ?? null}
          />
        }
      >
        {refused?.likely ? (
          <p className="notice bad" role="alert">
            {t('likely.stopped')} <a href="#ressemblantes">{t('likely.see')}</a>
          </p>
        ) : null}
      </OrganisationForm>
    </>
  )
}
