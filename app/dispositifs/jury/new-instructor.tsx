import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { addInstructor } from '#server/dispositifs/instruction/add-instructor.server.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { Breadcrumb } from '../../ui/breadcrumb.tsx'
import { FaultNote } from '../told.tsx'
import { InstructorForm } from './instructor-form.tsx'
import { expertiseChoices, instructorValues, labelsOf, readInstructor } from './instructor-values.server.ts'
import { refusalOf } from './read-input.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['jury:manage'])
  const base = `/${ctx.network.slug}/bureau/dispositifs`
  return {
    ...{ base, list: `${base}/vivier`, source: `/${ctx.network.slug}/bureau/structures/suggestions` },
    values: instructorValues(new FormData()),
    choices: expertiseChoices(ctx.locale),
    title: i18nFor(ctx.locale).t('dispositifs:jury.pool.add'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, dispositifs['jury:manage'])
  const values = instructorValues(await submitted(args))
  const read = await answering(args, () => readInstructor(ctx, values))
  const known = await labelsOf(ctx, values.organisations)
  if (!read.input) return data({ values, known, faults: read.faults, code: null }, { status: 422 })
  try {
    await addInstructor(ctx, read.input)
    return redirect(`/${ctx.network.slug}/bureau/dispositifs/vivier?fait=instructeur-ajoute`)
  } catch (error) {
    const refused = refusalOf(error)
    if (refused) return data({ values, known, ...refused }, { status: refused.status })
    return answering(args, () => Promise.reject(error))
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function NewInstructor() {
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
        here={page.title}
      />
      <h1>{page.title}</h1>
      <p className="lead">{t('jury.pool.addLead')}</p>
      <FaultNote refused={refused} />
      <InstructorForm
        values={refused?.values ?? page.values}
        faults={refused?.faults}
        choices={page.choices}
        known={refused?.known ?? []}
        source={page.source}
        cancel={page.list}
        submit={t('jury.pool.invite')}
      />
    </>
  )
}
