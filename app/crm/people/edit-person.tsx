import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { crm } from '#server/crm/permissions.ts'
import { getPerson } from '#server/crm/person/get-person.server.ts'
import { fullName } from '#server/crm/person/person.ts'
import { updatePerson } from '#server/crm/person/update-person.server.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { KeptTyping } from '../../ui/kept-typing.tsx'
import { LeaveWarning } from '../../ui/leave-warning.tsx'
import { PersonFaultSummary, PersonFaultsGiven, PersonFields } from './person-fields.tsx'
import {
  type PersonFaults,
  personChoices,
  personTyped,
  readPerson,
  valuesOfPerson,
} from './person-form.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['person:write'])
  const record = await answering(args, async () => getPerson(ctx, recordId(args.params.id)))
  return {
    name: fullName(record),
    version: record.version,
    values: valuesOfPerson(record),
    choices: personChoices(ctx.locale),
    home: `/${ctx.network.slug}/bureau/personnes/${record.id}`,
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, crm['person:write'])
  const form = await submitted(args)
  const values = personTyped(form)
  const version = Number(form.get('version'))
  const { input, faults } = readPerson(values)
  if (!input) return data({ values, faults, version, overtaken: null }, { status: 422 })
  return answering(args, async () => {
    const id = recordId(args.params.id)
    try {
      await updatePerson(ctx, id, version, input)
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'crm.changed_meanwhile') throw error
      const { by, version: current } = error.details as { by: string | null; version: number }
      const none: PersonFaults = {}
      return data({ values, faults: none, version: current, overtaken: { by } }, { status: 409 })
    }
    return redirect(`/${ctx.network.slug}/bureau/personnes/${id}?fait=personne_enregistree`)
  })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.name }]

export default function EditPerson() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('crm')
  const saving = useNavigation().state !== 'idle'
  const faults = refused?.faults ?? {}
  return (
    <>
      <h1>{t('editHeading', { name: page.name })}</h1>
      <Form method="post" className="stack form" noValidate>
        <KeptTyping />
        <PersonFaultSummary faults={faults} />
        {refused?.overtaken ? (
          <div className="notice bad" role="alert">
            <p>{refused.overtaken.by ? t('overtakenBy', { name: refused.overtaken.by }) : t('overtaken')}</p>
            <a href={page.home} target="_blank" rel="noopener">
              {t('seeCurrent')}
            </a>
          </div>
        ) : null}
        <input type="hidden" name="version" value={refused?.version ?? page.version} />
        <PersonFaultsGiven.Provider value={faults}>
          <PersonFields values={refused?.values ?? page.values} choices={page.choices} />
        </PersonFaultsGiven.Provider>
        <div className="row actions">
          <button className="btn primary" type="submit" disabled={saving}>
            {saving ? t('saving') : t('save')}
          </button>
          <Link className="btn quiet" to={page.home}>
            {t('cancel')}
          </Link>
          <LeaveWarning />
        </div>
      </Form>
    </>
  )
}
