import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { changeInstructor, endInstructor } from '#server/dispositifs/instruction/change-instructor.server.ts'
import { getInstructor } from '#server/dispositifs/instruction/find-instructors.server.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { may } from '#server/kernel/permissions.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { Breadcrumb } from '../../ui/breadcrumb.tsx'
import { ConfirmSubmit } from '../../ui/confirm-submit.tsx'
import { VisibleBy } from '../../ui/visible-by.tsx'
import { FaultNote } from '../told.tsx'
import { InstructorForm } from './instructor-form.tsx'
import { expertiseChoices, instructorValues, labelsOf, readInstructor } from './instructor-values.server.ts'
import { refusalOf } from './read-input.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['jury:read'])
  const found = await answering(args, async () => getInstructor(ctx, recordId(args.params.instructor)))
  const base = `/${ctx.network.slug}/bureau/dispositifs`
  const { name, email, organisationId, organisation, sectors, countries, publics, most, trainedOn } = found
  const organisations = organisationId ? [organisationId] : []
  return {
    ...{ base, list: `${base}/vivier`, source: `/${ctx.network.slug}/bureau/structures/suggestions` },
    ...{ name, version: found.version, ended: found.ended },
    values: {
      ...{ name, email, organisations, sectors, countries, publics },
      organisationName: organisationId ? '' : organisation,
      most: most === null ? '' : String(most),
      trainedOn: trainedOn ?? '',
    },
    known: await labelsOf(ctx, organisations),
    choices: expertiseChoices(ctx.locale),
    mayManage: may(ctx, dispositifs['jury:manage']) && !found.ended,
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, dispositifs['jury:manage'])
  const form = await submitted(args)
  const id = await answering(args, async () => recordId(args.params.instructor))
  const list = `/${ctx.network.slug}/bureau/dispositifs/vivier`
  if (form.get('intent') === 'retirer') {
    await answering(args, () => endInstructor(ctx, id))
    return redirect(`${list}?fait=instructeur-retire`)
  }
  const values = instructorValues(form)
  const read = await answering(args, () => readInstructor(ctx, values))
  const known = await labelsOf(ctx, values.organisations)
  if (!read.input) return data({ values, known, faults: read.faults, code: null }, { status: 422 })
  try {
    await changeInstructor(ctx, id, Number(form.get('version')), read.input)
    return redirect(`${list}?fait=instructeur-modifie`)
  } catch (error) {
    const refused = refusalOf(error)
    if (refused) return data({ values, known, ...refused }, { status: refused.status })
    return answering(args, () => Promise.reject(error))
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.name }]

export default function Instructor() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('dispositifs')
  return (
    <>
      <Breadcrumb
        trail={[
          { to: page.base, label: t('title') },
          { to: page.list, label: t('jury.pool.title') },
        ]}
        here={page.name}
      />
      <h1>{page.name}</h1>
      {page.ended ? <p className="notice">{t('jury.pool.ended')}</p> : null}
      <FaultNote refused={refused} />
      {page.mayManage ? (
        <>
          <InstructorForm
            values={refused?.values ?? page.values}
            faults={refused?.faults}
            choices={page.choices}
            known={[...page.known, ...(refused?.known ?? [])]}
            source={page.source}
            version={page.version}
            cancel={page.list}
            submit={t('save')}
          />
          <Form method="post" className="card stack">
            <h2>{t('jury.pool.end')}</h2>
            <p>{t('jury.pool.endLead')}</p>
            <ConfirmSubmit
              label={t('jury.pool.end')}
              question={t('jury.pool.endQuestion', { name: page.name })}
              consequence={t('jury.pool.endConsequence')}
              name="intent"
              value="retirer"
              danger
            />
          </Form>
        </>
      ) : null}
      <VisibleBy who="team" />
    </>
  )
}
