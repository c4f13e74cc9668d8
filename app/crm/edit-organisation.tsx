import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { getOrganisation } from '#server/crm/organisation/get-organisation.server.ts'
import { organisationChoice } from '#server/crm/organisation/organisations-meant.server.ts'
import { updateOrganisation } from '#server/crm/organisation/update-organisation.server.ts'
import { crm } from '#server/crm/permissions.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../guard.server.ts'
import { asked, faultsOf } from './form-intents.server.ts'
import { lookedUp } from './lookup.server.ts'
import { formChoices } from './organisation-choices.server.ts'
import { type Faults, readForm, valuesOf, valuesOfRecord } from './organisation-form.server.ts'
import { OrganisationForm } from './organisation-form.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['organisation:write'])
  const [record, parent] = await answering(args, async () => {
    const found = await getOrganisation(ctx, recordId(args.params.id))
    if (found.publishedAt) demand(ctx, crm['organisation:correct'])
    return [found, found.parentId ? await organisationChoice(ctx, found.parentId) : null] as const
  })
  const { id, name, version } = record
  return {
    id,
    name,
    version,
    values: valuesOfRecord(record, parent),
    choices: formChoices(ctx.locale),
    slug: ctx.network.slug,
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, crm['organisation:write'])
  const form = await submitted(args)
  const values = valuesOf(form)
  const version = Number(form.get('version'))
  const looked = await answering(args, () => lookedUp(ctx, form, values))
  if (looked) return data({ ...looked, faults: {} as Faults, version, overtaken: null })
  const next = asked(form, values)
  if (next) return data({ values: next, faults: {} as Faults, version, overtaken: null })
  return answering(args, async () => {
    const id = recordId(args.params.id)
    const { input, faults } = await readForm(ctx, values)
    if (faults) return data({ values, faults, version, overtaken: null }, { status: 422 })
    try {
      await updateOrganisation(ctx, id, version, input)
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      // Published meanwhile, which they may not correct: what they typed is theirs to show to the team.
      if (error.status === 403)
        return data(
          { values, faults: {} as Faults, version, overtaken: null, forbidden: true },
          { status: 403 },
        )
      if (error.code !== 'crm.changed_meanwhile')
        return data({ values, faults: faultsOf(error), version, overtaken: null }, { status: 422 })
      const { by, version: current } = error.details as { by: string | null; version: number }
      return data({ values, faults: {} as Faults, version: current, overtaken: { by } }, { status: 409 })
    }
    return redirect(`/${ctx.network.slug}/bureau/structures/${id}?fait=enregistree`)
  })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.name }]

export default function EditOrganisation() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('crm')
  const home = `/${page.slug}/bureau/structures/${page.id}`
  return (
    <>
      <h1>{t('editHeading', { name: page.name })}</h1>
      <OrganisationForm
        values={refused?.values ?? page.values}
        faults={refused?.faults ?? {}}
        lookup={refused && 'lookup' in refused ? refused.lookup : null}
        version={refused?.version ?? page.version}
        choices={page.choices}
        cancel={home}
      >
        {refused && 'forbidden' in refused ? (
          <p className="notice bad" role="alert">
            {t('publishedMeanwhile')}
          </p>
        ) : null}
        {refused?.overtaken ? (
          <div className="notice bad" role="alert">
            <p>{refused.overtaken.by ? t('overtakenBy', { name: refused.overtaken.by }) : t('overtaken')}</p>
            <a href={home} target="_blank" rel="noopener">
              {t('seeCurrent')}
            </a>
          </div>
        ) : null}
      </OrganisationForm>
    </>
  )
}
