import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { organisationChoice } from '#server/crm/organisation/organisations-meant.server.ts'
import { crm } from '#server/crm/permissions.ts'
import { addPosition } from '#server/crm/person/change-position.server.ts'
import { createPerson } from '#server/crm/person/create-person.server.ts'
import { findNamesakes, type Namesake } from '#server/crm/person/find-namesakes.server.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { KeptTyping } from '../../ui/kept-typing.tsx'
import { LeaveWarning } from '../../ui/leave-warning.tsx'
import { Namesakes } from './namesakes.tsx'
import { PersonFaultSummary, PersonFaultsGiven, PersonFields, PositionFields } from './person-fields.tsx'
import {
  isBlank,
  type PersonFaults,
  personChoices,
  personTyped,
  positionTyped,
  readPerson,
  readPosition,
} from './person-form.server.ts'

/** The address may say where one met them and what they are called, as the record's own short form does. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['person:write'])
  const query = new URL(args.request.url).searchParams
  const given = (name: string) => query.get(name)?.slice(0, 200) ?? ''
  const asked = query.get('structure')
  const organisation = asked
    ? await answering(args, async () => organisationChoice(ctx, recordId(asked)))
    : null
  const empty = new FormData()
  return {
    person: { ...personTyped(empty), givenName: given('prenom'), familyName: given('nom') },
    position: {
      ...positionTyped(empty),
      organisation: organisation?.label ?? '',
      organisationId: organisation?.id ?? '',
      function: given('fonction'),
    },
    choices: personChoices(ctx.locale),
    slug: ctx.network.slug,
    title: i18nFor(ctx.locale).t('crm:person.new'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, crm['person:write'])
  const form = await submitted(args)
  const [person, position] = [personTyped(form), positionTyped(form)]
  const home = `/${ctx.network.slug}/bureau/personnes`
  return answering(args, async () => {
    const read = readPerson(person)
    const held = isBlank(position) ? { input: null, faults: {} } : await readPosition(ctx, position)
    const faults: PersonFaults = { ...read.faults, ...held.faults }
    const again = { person, position, faults, namesakes: [] as Namesake[] }
    const same = form.get('meme')
    if (same && held.input && Object.keys(held.faults).length === 0) {
      const id = recordId(String(same))
      await addPosition(ctx, id, held.input)
      return redirect(`${home}/${id}?fait=poste_ajoute`)
    }
    if (!read.input || Object.keys(faults).length > 0) return data(again, { status: 422 })
    if (!form.has('autre')) {
      const namesakes = await findNamesakes(ctx, person)
      if (namesakes.length > 0) return data({ ...again, namesakes }, { status: 409 })
    }
    const { id } = await createPerson(ctx, read.input, held.input)
    return redirect(`${home}/${id}?fait=personne_creee`)
  })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function NewPerson() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('crm')
  const saving = useNavigation().state !== 'idle'
  const position = refused?.position ?? page.position
  const faults = refused?.faults ?? {}
  return (
    <>
      <nav className="small" aria-label={t('breadcrumb')}>
        <Link to={`/${page.slug}/bureau/personnes`}>{t('person.all')}</Link>
      </nav>
      <h1>{page.title}</h1>
      <Form method="post" className="stack form" noValidate>
        <KeptTyping />
        <PersonFaultSummary faults={faults} />
        <PersonFaultsGiven.Provider value={faults}>
          {refused && refused.namesakes.length > 0 ? (
            <Namesakes
              namesakes={refused.namesakes}
              slug={page.slug}
              hasPosition={position.organisation !== ''}
            />
          ) : null}
          <PersonFields values={refused?.person ?? page.person} choices={page.choices} />
          <fieldset className="card stack">
            <legend>{t('person.section.position')}</legend>
            <PositionFields values={position} choices={page.choices} />
          </fieldset>
        </PersonFaultsGiven.Provider>
        <div className="row actions">
          <button className="btn primary" type="submit" disabled={saving}>
            {saving ? t('saving') : t('save')}
          </button>
          <Link className="btn quiet" to={`/${page.slug}/bureau/personnes`}>
            {t('cancel')}
          </Link>
          <LeaveWarning />
        </div>
      </Form>
    </>
  )
}
